-- How the records of two databases answer to each other: by the mentions that both have.
--
-- former_mention, former_value, former_known and former_article hold what the old database has, row_value and known
-- what the new one has in the same form; all are temporary.

CREATE TEMP TABLE leads AS
SELECT record_type, former_id, record_id, count(mention_id) AS mentions
FROM (
    SELECT n.record_type, o.record_id AS former_id, n.record_id, n.mention_id
    FROM former_mention o
    JOIN main.mention n ON n.mention_id = o.mention_id
    WHERE o.record_id IS NOT NULL AND n.record_id IS NOT NULL AND n.record_type <> 'article'
    UNION ALL
    -- A country and an article have ids of their own, whichever mentions tell of them.
    SELECT o.record_type, o.record_id, n.record_id, NULL
    FROM former_known o
    JOIN known n ON n.record_type = o.record_type AND n.record_id = o.record_id
)
GROUP BY record_type, former_id, record_id;

-- Where a record has several to be compared with, it is the one of the same id, else the one of most mentions.
CREATE TEMP TABLE pairing AS
SELECT
    record_type, former_id, record_id,
    count(*) OVER (PARTITION BY record_type, former_id) AS successors,
    count(*) OVER (PARTITION BY record_type, record_id) AS predecessors,
    row_number() OVER (PARTITION BY record_type, former_id ORDER BY former_id <> record_id, mentions DESC, record_id) = 1
    AND row_number() OVER (PARTITION BY record_type, record_id ORDER BY former_id <> record_id, mentions DESC, former_id) = 1
        AS is_compared
FROM leads;

CREATE TEMP TABLE added AS
SELECT
    k.record_type, k.record_id, k.articles,
    CASE WHEN bool_or(o.mention_id IS NOT NULL) THEN 'judgement'
        WHEN bool_or(a.article_id IS NOT NULL) THEN 'reading' ELSE 'articles' END AS because
FROM known k
ANTI JOIN leads l ON l.record_type = k.record_type AND l.record_id = k.record_id
JOIN main.mention m ON m.record_type = k.record_type AND m.record_id = k.record_id
LEFT JOIN former_mention o ON o.mention_id = m.mention_id
LEFT JOIN former_article a ON a.article_id = m.article_id
WHERE k.record_type <> 'article'
GROUP BY k.record_type, k.record_id, k.articles;

CREATE TEMP TABLE gone AS
SELECT
    k.record_type, k.record_id, k.articles,
    CASE WHEN bool_or(n.mention_id IS NOT NULL) THEN 'judgement'
        WHEN bool_or(a.article_id IS NOT NULL) THEN 'reading' ELSE 'articles' END AS because
FROM former_known k
ANTI JOIN leads l ON l.record_type = k.record_type AND l.former_id = k.record_id
JOIN former_mention m ON m.record_type = k.record_type AND m.record_id = k.record_id
LEFT JOIN main.mention n ON n.mention_id = m.mention_id
LEFT JOIN main.article a ON a.article_id = m.article_id
WHERE k.record_type <> 'article'
GROUP BY k.record_type, k.record_id, k.articles;

-- A value that names a record is the same where that record's successor stands in its place.
CREATE TEMP TABLE former_told AS
SELECT p.record_type, p.former_id, p.record_id, v.field, v.value, v.detail, coalesce(l.record_id, v.value) AS now
FROM pairing p
JOIN former_value v ON v.record_type = p.record_type AND v.record_id = p.former_id
LEFT JOIN leads l ON v.is_reference AND l.former_id = v.value
WHERE p.is_compared;

CREATE TEMP TABLE told AS
SELECT p.record_type, p.former_id, p.record_id, v.field, v.value, v.detail
FROM pairing p
JOIN row_value v ON v.record_type = p.record_type AND v.record_id = p.record_id
WHERE p.is_compared;

CREATE TEMP TABLE changed AS
SELECT f.record_type, f.former_id, f.record_id, f.field, 'old' AS side, f.value, f.detail
FROM former_told f
LEFT JOIN told t ON t.record_type = f.record_type AND t.record_id = f.record_id AND t.field = f.field
    AND t.value = f.now AND t.detail = f.detail
GROUP BY f.record_type, f.former_id, f.record_id, f.field, f.value, f.detail
HAVING count(t.record_id) = 0
UNION ALL
SELECT t.record_type, t.former_id, t.record_id, t.field, 'new', t.value, t.detail
FROM told t
ANTI JOIN former_told f ON f.record_type = t.record_type AND f.record_id = t.record_id AND f.field = t.field
    AND f.now = t.value AND f.detail = t.detail;
