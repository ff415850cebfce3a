-- Whose word counts: articles that cite one agency, and reprints of one text, are one voice and count once.

CREATE VIEW derived.agency AS
WITH named AS (
    SELECT
        n.attribution_id, n.article_id,
        -- One word alone («the agency») is another agency in every article.
        coalesce(m.record_id, CASE WHEN contains(trim(n.quote), ' ') THEN fold(n.quote) END) AS agency
    FROM attribution n
    LEFT JOIN mention m ON m.mention_id = n.actor_mention_id
    WHERE n.kind = 'agency'
)
SELECT
    attribution_id,
    coalesce(agency, CASE WHEN min(agency) OVER of_article = max(agency) OVER of_article THEN min(agency) OVER of_article END)
        AS agency
FROM named
WINDOW of_article AS (PARTITION BY article_id);
COMMENT ON VIEW derived.agency IS 'The news agency that each attribution to one means: its actor, else its words folded; null where nobody can tell.';

CREATE VIEW derived.agency_name AS
WITH agency AS MATERIALIZED (FROM derived.agency),
name AS MATERIALIZED (
    SELECT DISTINCT c.value, m.record_id
    FROM mention m
    JOIN claim c ON c.mention_id = m.mention_id AND c.field = 'name'
    WHERE m.record_id IN (SELECT agency FROM agency)
)
SELECT folded, min(agency) AS agency
FROM (
    SELECT fold(value) AS folded, record_id AS agency FROM name
    UNION ALL
    SELECT fold(unnest([k.name, k.name_en] || string_split(k.aliases, '|'))), k.actor_id
    FROM known_actor k
    WHERE k.actor_id IN (SELECT agency FROM agency)
    UNION ALL
    SELECT agency, agency FROM agency
)
WHERE folded IS NOT NULL
GROUP BY folded;
COMMENT ON VIEW derived.agency_name IS 'What the agencies that articles cite are called, folded.';

CREATE VIEW derived.article_voice AS
SELECT a.article_id, coalesce(n.agency, o.article_id) AS voice
FROM article a
JOIN article o ON o.article_id = coalesce(a.reprint_of, a.article_id)
LEFT JOIN derived.agency_name n ON n.folded = fold(o.publisher);
COMMENT ON VIEW derived.article_voice IS 'Whose word an article is where it cites no agency: its own; of a reprint the original''s; of what an agency published the agency''s. Articles with one voice count once.';
