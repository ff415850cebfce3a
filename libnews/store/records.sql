-- How the record tables follow from mention, claim and article. Each view derived.X has the columns of table X and
-- holds what X must hold: the build fills X from it, and anyone can compare the two later:
--   (FROM meeting EXCEPT FROM derived.meeting) UNION ALL (FROM derived.meeting EXCEPT FROM meeting)
--
-- Where claims of one field differ, the value taken is, in this order: one that is not null; for a date the most
-- precise that no other contradicts, for an actor's name the form that a known actor has (the name, then an alias),
-- then a form of two words or more; the one most independent articles give; the one published first; the first in
-- code-point order. Claims of one part are taken together, and so are reporter and partner. Claims that a judgement
-- rejects take no part; a value that a judgement gives stands in the place of all.

CREATE VIEW derived.told AS
SELECT
    m.record_type, m.record_id, c.mention_id, c.field, c.part,
    CASE WHEN c.field IN ('participant', 'party', 'part_of') THEN coalesce(t.record_id, c.value) ELSE c.value END AS value,
    c.article_id, a.published_on, c.paragraph_no, c.start_char, c.quote, c.claim_id, c.attribution_id, g.agency
FROM claim c
JOIN mention m ON m.mention_id = c.mention_id
LEFT JOIN article a ON a.article_id = c.article_id
LEFT JOIN derived.agency g ON g.attribution_id = c.attribution_id
LEFT JOIN mention t ON c.field IN ('participant', 'party', 'part_of') AND t.mention_id = c.value
ANTI JOIN derived.rejected_claim x ON x.claim_id = c.claim_id
WHERE m.record_id IS NOT NULL AND NOT starts_with(m.record_type, 'x_')
    -- Who was rejected takes part in nothing.
    AND (t.mention_id IS NULL OR t.record_id IS NOT NULL)
    -- Where a part and its whole turned out to be one there is no part.
    AND NOT coalesce(c.field = 'part_of' AND t.record_id = m.record_id, false);
COMMENT ON VIEW derived.told IS 'Every claim of the record tables with its record, and the agency it is attributed to; participants, parties and part_of by the record they name. Types of your own (x_…) have no table.';

CREATE VIEW derived.told_by_article AS
SELECT t.record_type, t.record_id, t.field, t.value, t.published_on, coalesce(t.agency, v.voice) AS voice
FROM (
    SELECT
        record_type, record_id, field, value, article_id, min(published_on) AS published_on,
        CASE WHEN count(agency) = count(*) THEN min(agency) END AS agency
    FROM derived.told
    GROUP BY record_type, record_id, field, value, article_id
) t
LEFT JOIN derived.article_voice v ON v.article_id = t.article_id;
COMMENT ON VIEW derived.told_by_article IS 'Each value as often as an article gives it, with the voice: the agency where the article has it from one alone, else the article''s own.';

CREATE VIEW derived.scope AS
SELECT DISTINCT 'record' AS scope, record_id AS id, record_type FROM mention WHERE record_id IS NOT NULL
UNION ALL
SELECT DISTINCT 'mention', mention_id, record_type FROM mention WHERE record_id IS NOT NULL;
COMMENT ON VIEW derived.scope IS 'What values are chosen for: a record from all its mentions, and each mention by itself.';

CREATE VIEW derived.candidate AS
SELECT
    scope, id, record_type, field, value,
    count(DISTINCT voice) AS articles, min(published_on) AS published_on,
    CASE WHEN field = 'date' THEN edtf_first(value) END AS date_first,
    CASE WHEN field = 'date' THEN edtf_last(value) END AS date_last
FROM (
    SELECT 'record' AS scope, record_id AS id, record_type, field, value, voice, published_on FROM derived.told_by_article
    UNION ALL
    SELECT 'mention', mention_id, record_type, field, value, article_id, published_on FROM derived.told
)
WHERE field NOT IN ('amount', 'currency', 'amount_qualifier', 'item', 'quantity', 'unit', 'participant', 'participant_role', 'party', 'party_role')
GROUP BY scope, id, record_type, field, value;
COMMENT ON VIEW derived.candidate IS 'Each value that a field of one value could take, and what speaks for it.';

CREATE VIEW derived.preferred AS
SELECT
    c.*,
    CASE
        WHEN value IS NULL THEN NULL
        WHEN k.actor_id IS NOT NULL AND fold(trim(value)) = fold(k.name) THEN -2
        WHEN k.actor_id IS NOT NULL AND contains(' | ' || fold(k.aliases) || ' | ', ' | ' || fold(trim(value)) || ' | ') THEN -1
        WHEN field = 'name' AND contains(trim(value), ' ') THEN 0
        WHEN field <> 'date' OR (date_first IS NULL AND date_last IS NULL) THEN NULL
        -- Overlapping every other date is the same as reaching from the latest beginning to the earliest end.
        WHEN coalesce(date_last, DATE '9999-12-31') < max(date_first) OVER same_field THEN NULL
        WHEN coalesce(date_first, DATE '0001-01-01') > min(date_last) OVER same_field THEN NULL
        ELSE coalesce(date_last, DATE '9999-12-31') - coalesce(date_first, DATE '0001-01-01')
    END AS preference
FROM derived.candidate c
LEFT JOIN known_actor k ON c.scope = 'record' AND c.record_type = 'actor' AND c.field = 'name' AND k.actor_id = c.id
WINDOW same_field AS (PARTITION BY scope, id, record_type, field);
COMMENT ON VIEW derived.preferred IS 'The same with the rule for dates and names: a smaller preference is taken first, null last.';

CREATE VIEW derived.most_told AS
SELECT scope, id, record_type, field, value
FROM derived.preferred
QUALIFY row_number() OVER (
    PARTITION BY scope, id, record_type, field
    ORDER BY value IS NULL, preference NULLS LAST, articles DESC, published_on NULLS LAST, value
) = 1;
COMMENT ON VIEW derived.most_told IS 'The value that the claims give each field of one value.';

CREATE VIEW derived.chosen AS
SELECT t.scope, t.id, t.record_type, t.field, t.value
FROM derived.most_told t
ANTI JOIN derived.correction c
    ON t.scope = 'record' AND c.record_type = t.record_type AND c.record_id = t.id AND c.field = t.field
UNION ALL
SELECT 'record', record_id, record_type, field, value FROM derived.correction;
COMMENT ON VIEW derived.chosen IS 'The value taken for each field of one value: what a person decided, else what the claims give.';

CREATE VIEW derived.price AS
SELECT
    record_type, record_id, mention_id, coalesce(part, 0) AS part, article_id, min(published_on) AS published_on,
    exact_decimal(min(value) FILTER (WHERE field = 'amount')) AS amount,
    min(value) FILTER (WHERE field = 'currency') AS currency,
    min(value) FILTER (WHERE field = 'amount_qualifier') AS amount_qualifier,
    CASE WHEN count(agency) = count(*) THEN min(agency) END AS agency
FROM derived.told
WHERE field IN ('amount', 'currency', 'amount_qualifier')
GROUP BY record_type, record_id, mention_id, coalesce(part, 0), article_id;
COMMENT ON VIEW derived.price IS 'Amount, currency and qualifier together, as each part of each mention states them.';

CREATE VIEW derived.most_told_price AS
SELECT scope, id, record_type, amount, currency, amount_qualifier
FROM (
    SELECT
        scope, id, record_type, amount, currency, amount_qualifier,
        count(DISTINCT voice) AS articles, min(published_on) AS published_on
    FROM (
        SELECT
            'record' AS scope, p.record_id AS id, p.record_type, p.amount, p.currency, p.amount_qualifier,
            CASE WHEN count(p.agency) = count(*) THEN min(p.agency) ELSE v.voice END AS voice, min(p.published_on) AS published_on
        FROM derived.price p
        LEFT JOIN derived.article_voice v ON v.article_id = p.article_id
        GROUP BY p.record_id, p.record_type, p.amount, p.currency, p.amount_qualifier, p.article_id, v.voice
        UNION ALL
        SELECT 'mention', mention_id, record_type, amount, currency, amount_qualifier, article_id, published_on FROM derived.price
    )
    GROUP BY scope, id, record_type, amount, currency, amount_qualifier
)
QUALIFY row_number() OVER (
    PARTITION BY scope, id, record_type
    ORDER BY amount IS NULL, amount_qualifier IS NULL, articles DESC, published_on NULLS LAST,
        plain_digits(amount), currency NULLS LAST, amount_qualifier
) = 1;
COMMENT ON VIEW derived.most_told_price IS 'The price that the claims give: amount, currency and qualifier that one source states together.';

CREATE VIEW derived.corrected_price AS
SELECT
    'record' AS scope, record_id AS id, record_type,
    exact_decimal(max(value) FILTER (WHERE field = 'amount')) AS amount,
    max(value) FILTER (WHERE field = 'currency') AS currency,
    max(value) FILTER (WHERE field = 'amount_qualifier') AS amount_qualifier
FROM derived.correction
WHERE field IN ('amount', 'currency', 'amount_qualifier')
GROUP BY record_id, record_type;
COMMENT ON VIEW derived.corrected_price IS 'What people decided of the price of a record; null: left as it is told.';

CREATE VIEW derived.chosen_price AS
SELECT
    scope, id, record_type, amount, currency,
    -- An amount without a qualifier is exact, as a bare amount of an article is; a price without an amount has none.
    CASE WHEN amount IS NOT NULL THEN coalesce(nullif(qualifier, 'unspecified'), 'exactly')
        WHEN qualifier IS NOT NULL OR currency IS NOT NULL THEN 'unspecified' END AS amount_qualifier
FROM (
    SELECT
        coalesce(t.scope, c.scope) AS scope, coalesce(t.id, c.id) AS id, coalesce(t.record_type, c.record_type) AS record_type,
        coalesce(c.amount, CASE WHEN c.amount_qualifier IS DISTINCT FROM 'unspecified' THEN t.amount END) AS amount,
        coalesce(c.currency, t.currency) AS currency, coalesce(c.amount_qualifier, t.amount_qualifier) AS qualifier
    FROM derived.most_told_price t
    FULL JOIN derived.corrected_price c ON c.scope = t.scope AND c.record_type = t.record_type AND c.id = t.id
);
COMMENT ON VIEW derived.chosen_price IS 'The price taken: each of amount, currency and qualifier as a person decided, else as one source states them together.';

CREATE VIEW derived.member AS
SELECT p.record_type, p.record_id, p.mention_id, p.value AS actor_id, r.value AS role, p.article_id, p.published_on,
    p.paragraph_no, p.start_char, coalesce(r.quote, p.quote) AS quote, p.claim_id, p.attribution_id, p.agency
FROM derived.told p
LEFT JOIN derived.told r ON r.mention_id = p.mention_id AND r.part = p.part AND r.field = p.field || '_role'
WHERE p.field IN ('participant', 'party') AND p.value IS NOT NULL;
COMMENT ON VIEW derived.member IS 'Participants and parties with the role that the same part gives them.';

CREATE VIEW derived.chosen_member AS
SELECT record_type, record_id, actor_id, role
FROM (
    SELECT record_type, record_id, actor_id, role, count(DISTINCT voice) AS articles, min(published_on) AS published_on
    FROM (
        SELECT
            m.record_type, m.record_id, m.actor_id, m.role,
            CASE WHEN count(m.agency) = count(*) THEN min(m.agency) ELSE v.voice END AS voice,
            min(m.published_on) AS published_on
        FROM derived.member m
        LEFT JOIN derived.article_voice v ON v.article_id = m.article_id
        GROUP BY m.record_type, m.record_id, m.actor_id, m.role, m.article_id, v.voice
    )
    GROUP BY record_type, record_id, actor_id, role
)
QUALIFY row_number() OVER (
    PARTITION BY record_type, record_id, actor_id
    ORDER BY role IS NULL, articles DESC, published_on NULLS LAST, role
) = 1;
COMMENT ON VIEW derived.chosen_member IS 'Each participant and party once, with the role taken.';

CREATE VIEW derived.actor AS
SELECT
    s.id AS actor_id,
    -- A country's id is its ISO code; every other id has a prefix in lower case.
    CASE WHEN regexp_full_match(s.id, '[A-Z]{3}') THEN 'country' ELSE max(c.value) FILTER (WHERE c.field = 'kind') END AS kind,
    max(c.value) FILTER (WHERE c.field = 'name') AS name,
    max(c.value) FILTER (WHERE c.field = 'country') AS country,
    max(k.name_en) AS name_en, max(k.wikidata_id) AS wikidata_id
FROM derived.scope s
LEFT JOIN derived.chosen c ON c.scope = 'record' AND c.record_type = 'actor' AND c.id = s.id
LEFT JOIN known_actor k ON k.actor_id = s.id
WHERE s.scope = 'record' AND s.record_type = 'actor'
GROUP BY s.id;
COMMENT ON VIEW derived.actor IS 'What table actor must hold.';

CREATE VIEW derived.meeting_in_scope AS
SELECT
    s.scope, s.id,
    max(c.value) FILTER (WHERE c.field = 'kind') AS kind,
    coalesce(max(c.value) FILTER (WHERE c.field = 'status'), 'held') AS status,
    max(c.value) FILTER (WHERE c.field = 'date') AS date,
    max(c.value) FILTER (WHERE c.field = 'city') AS city,
    max(c.value) FILTER (WHERE c.field = 'country') AS country,
    max(c.value) FILTER (WHERE c.field = 'venue') AS venue,
    max(c.value) FILTER (WHERE c.field = 'part_of') AS part_of
FROM derived.scope s
LEFT JOIN derived.chosen c ON c.record_type = 'meeting' AND c.scope = s.scope AND c.id = s.id
WHERE s.record_type = 'meeting'
GROUP BY s.scope, s.id;
COMMENT ON VIEW derived.meeting_in_scope IS 'Meetings as all articles together tell them, and as each mention does.';

CREATE VIEW derived.meeting AS
SELECT
    id AS meeting_id, kind, status, date, edtf_first(date) AS date_first, edtf_last(date) AS date_last,
    edtf_precision(date) AS date_precision, city, country, venue, part_of
FROM derived.meeting_in_scope
WHERE scope = 'record';
COMMENT ON VIEW derived.meeting IS 'What table meeting must hold.';

CREATE VIEW derived.meeting_participant AS
SELECT record_id AS meeting_id, actor_id, role FROM derived.chosen_member WHERE record_type = 'meeting';
COMMENT ON VIEW derived.meeting_participant IS 'What table meeting_participant must hold.';

CREATE VIEW derived.agreement_in_scope AS
SELECT
    s.scope, s.id,
    max(c.value) FILTER (WHERE c.field = 'kind') AS kind,
    max(c.value) FILTER (WHERE c.field = 'stage') AS stage,
    max(c.value) FILTER (WHERE c.field = 'date') AS date,
    max(c.value) FILTER (WHERE c.field = 'country') AS country,
    max(c.value) FILTER (WHERE c.field = 'subject') AS subject,
    max(p.amount) AS amount, max(p.currency) AS currency, max(p.amount_qualifier) AS amount_qualifier,
    max(c.value) FILTER (WHERE c.field = 'duration') AS duration,
    max(c.value) FILTER (WHERE c.field = 'part_of') AS part_of
FROM derived.scope s
LEFT JOIN derived.chosen c ON c.record_type = 'agreement' AND c.scope = s.scope AND c.id = s.id
LEFT JOIN derived.chosen_price p ON p.record_type = 'agreement' AND p.scope = s.scope AND p.id = s.id
WHERE s.record_type = 'agreement'
GROUP BY s.scope, s.id;
COMMENT ON VIEW derived.agreement_in_scope IS 'Agreements as all articles together tell them, and as each mention does.';

CREATE VIEW derived.agreement AS
SELECT
    id AS agreement_id, kind, stage, date, edtf_first(date) AS date_first, edtf_last(date) AS date_last,
    edtf_precision(date) AS date_precision, country, subject, amount, currency, amount_qualifier, duration, part_of
FROM derived.agreement_in_scope
WHERE scope = 'record';
COMMENT ON VIEW derived.agreement IS 'What table agreement must hold.';

CREATE VIEW derived.agreement_party AS
SELECT record_id AS agreement_id, actor_id, role FROM derived.chosen_member WHERE record_type = 'agreement';
COMMENT ON VIEW derived.agreement_party IS 'What table agreement_party must hold.';

CREATE VIEW derived.agreement_item AS
SELECT DISTINCT i.record_id AS agreement_id, i.value AS item, exact_decimal(q.value) AS quantity, u.value AS unit
FROM derived.told i
LEFT JOIN derived.told q ON q.mention_id = i.mention_id AND q.part = i.part AND q.field = 'quantity'
LEFT JOIN derived.told u ON u.mention_id = i.mention_id AND u.part = i.part AND u.field = 'unit'
WHERE i.record_type = 'agreement' AND i.field = 'item' AND i.value IS NOT NULL;
COMMENT ON VIEW derived.agreement_item IS 'What table agreement_item must hold.';

CREATE VIEW derived.trade_sides AS
WITH stated AS MATERIALIZED (
    -- Whose trade and with whom stand together: trade «between A and B» is told elsewhere as that between B and A.
    SELECT
        record_id, mention_id, article_id, paragraph_no, min(published_on) AS published_on,
        min(value) FILTER (WHERE field = 'reporter') AS reporter, min(value) FILTER (WHERE field = 'partner') AS partner
    FROM derived.told
    WHERE record_type = 'trade_figure' AND field IN ('reporter', 'partner') AND value IS NOT NULL
    GROUP BY record_id, mention_id, article_id, paragraph_no
    HAVING reporter <> partner
)
SELECT scope, id, reporter, partner
FROM (
    SELECT 'record' AS scope, s.record_id AS id, s.reporter, s.partner, count(DISTINCT v.voice) AS articles, min(s.published_on) AS published_on
    FROM stated s
    LEFT JOIN derived.article_voice v ON v.article_id = s.article_id
    GROUP BY s.record_id, s.reporter, s.partner
    UNION ALL
    SELECT 'mention', mention_id, reporter, partner, 1, min(published_on) FROM stated GROUP BY mention_id, reporter, partner
)
QUALIFY row_number() OVER (PARTITION BY scope, id ORDER BY articles DESC, published_on NULLS LAST, reporter, partner) = 1;
COMMENT ON VIEW derived.trade_sides IS 'Reporter and partner of a figure as one paragraph states them together.';

CREATE VIEW derived.trade_figure_in_scope AS
SELECT
    s.scope, s.id,
    max(c.value) FILTER (WHERE c.field = 'flow') AS flow,
    coalesce(max(d.value) FILTER (WHERE d.field = 'reporter'), max(r.reporter), max(c.value) FILTER (WHERE c.field = 'reporter')) AS reporter,
    coalesce(max(d.value) FILTER (WHERE d.field = 'partner'), max(r.partner), max(c.value) FILTER (WHERE c.field = 'partner')) AS partner,
    max(c.value) FILTER (WHERE c.field = 'commodity') AS commodity,
    max(p.amount) AS amount, max(p.currency) AS currency, max(p.amount_qualifier) AS amount_qualifier,
    max(c.value) FILTER (WHERE c.field = 'period') AS period
FROM derived.scope s
LEFT JOIN derived.chosen c ON c.record_type = 'trade_figure' AND c.scope = s.scope AND c.id = s.id
LEFT JOIN derived.chosen_price p ON p.record_type = 'trade_figure' AND p.scope = s.scope AND p.id = s.id
LEFT JOIN derived.trade_sides r ON r.scope = s.scope AND r.id = s.id
LEFT JOIN derived.correction d ON s.scope = 'record' AND d.record_type = 'trade_figure' AND d.record_id = s.id
WHERE s.record_type = 'trade_figure'
GROUP BY s.scope, s.id;
COMMENT ON VIEW derived.trade_figure_in_scope IS 'Trade figures as all articles together tell them, and as each mention does.';

CREATE VIEW derived.restatement AS
WITH figure AS MATERIALIZED (
    SELECT
        t.mention_id, t.record_id, t.article_id, t.published_on,
        string_agg(DISTINCT t.field || ' ' || t.value, '; ' ORDER BY t.field || ' ' || t.value)
            FILTER (WHERE t.field IN ('flow', 'reporter', 'partner', 'commodity', 'period')) AS matter
    FROM derived.told t
    WHERE t.record_type = 'trade_figure'
    GROUP BY t.mention_id, t.record_id, t.article_id, t.published_on
),
amount AS MATERIALIZED (
    SELECT f.*, n.paragraph_no, n.start_char, n.end_char, u.value AS currency, w.start_char AS flow_start, w.paragraph_no AS flow_paragraph
    FROM figure f
    JOIN claim n ON n.mention_id = f.mention_id AND n.field = 'amount' AND n.value IS NOT NULL
    JOIN claim u ON u.mention_id = f.mention_id AND u.field = 'currency' AND u.part IS NOT DISTINCT FROM n.part
    JOIN claim w ON w.mention_id = f.mention_id AND w.field = 'flow'
)
SELECT DISTINCT
    b.mention_id, b.record_id, a.record_id AS first_id, b.article_id, b.published_on, b.start_char - a.end_char AS gap
FROM amount b
JOIN amount a ON a.article_id = b.article_id AND a.matter = b.matter AND a.currency <> b.currency
    -- On the same words for trade, and the second sum a few words after the first: «17 billion dirhams (4.8 billion dollars)».
    AND a.flow_paragraph = b.flow_paragraph AND a.flow_start = b.flow_start
    AND a.paragraph_no = b.paragraph_no AND b.start_char - a.end_char BETWEEN 0 AND 60
WHERE a.record_id <> b.record_id;
COMMENT ON VIEW derived.restatement IS 'Figures that an article says again in another currency, each with the figure said first.';

CREATE VIEW derived.same_figure AS
WITH said AS MATERIALIZED (
    SELECT record_id, first_id, published_on, article_id, gap
    FROM derived.restatement
    -- Which of two is the first is what the first article says.
    QUALIFY row_number() OVER (
        PARTITION BY least(record_id, first_id), greatest(record_id, first_id)
        ORDER BY published_on NULLS LAST, article_id, gap, record_id
    ) = 1
),
said_first AS MATERIALIZED (
    SELECT record_id, first_id
    FROM said
    QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY published_on NULLS LAST, article_id, gap, first_id) = 1
)
SELECT s.record_id, coalesce(n.first_id, s.first_id) AS same_as
FROM said_first s
LEFT JOIN said_first n ON n.record_id = s.first_id
-- A third currency names the first figure; what leads further, or in a ring, names none.
ANTI JOIN said_first f ON f.record_id = n.first_id;
COMMENT ON VIEW derived.same_figure IS 'Each figure that restates another, with the one that was said first, which restates none.';

CREATE VIEW derived.trade_figure AS
SELECT
    id AS trade_figure_id, flow, reporter, partner, commodity, amount, currency, amount_qualifier,
    period, edtf_period_kind(period) AS period_kind, edtf_first(period) AS period_first, edtf_last(period) AS period_last,
    same_as
FROM derived.trade_figure_in_scope
LEFT JOIN derived.same_figure ON record_id = id
WHERE scope = 'record';
COMMENT ON VIEW derived.trade_figure IS 'What table trade_figure must hold.';
