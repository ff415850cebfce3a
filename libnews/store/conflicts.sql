-- Where articles differ. A claim of a compared field takes a side; sides of one topic that cannot both be true are a
-- contradiction (dates: no day in common), other differences are a variant (a spelling, an office in other words).

CREATE VIEW derived.comparison AS
SELECT * FROM (VALUES
    ('actor', 'kind', 'contradiction'), ('actor', 'country', 'contradiction'),
    ('actor', 'name', 'variant'), ('actor', 'role', 'variant'), ('actor', 'rank', 'variant'),
    ('meeting', 'kind', 'variant'), ('meeting', 'status', 'contradiction'), ('meeting', 'date', 'contradiction'),
    ('meeting', 'city', 'contradiction'), ('meeting', 'country', 'contradiction'), ('meeting', 'venue', 'variant'),
    ('agreement', 'kind', 'variant'), ('agreement', 'stage', 'contradiction'), ('agreement', 'date', 'contradiction'),
    ('agreement', 'country', 'contradiction'), ('agreement', 'subject', 'variant'),
    ('agreement', 'amount', 'contradiction'), ('agreement', 'duration', 'contradiction'),
    ('agreement', 'item', 'variant'),
    ('trade_figure', 'flow', 'contradiction'), ('trade_figure', 'reporter', 'contradiction'),
    ('trade_figure', 'partner', 'contradiction'), ('trade_figure', 'commodity', 'variant'),
    ('trade_figure', 'amount', 'contradiction'), ('trade_figure', 'period', 'contradiction')
) AS compared (record_type, field, kind);
COMMENT ON VIEW derived.comparison IS 'The fields that are compared, and what a difference in them is called; roles of participants and parties are variants.';

CREATE VIEW derived.price_side AS
SELECT
    record_type, record_id, mention_id, part, currency,
    -- From three to four billion is one statement in two parts: both ends make one side.
    CASE WHEN is_range THEN string_agg(stated, ' ' ORDER BY amount, part) OVER (PARTITION BY mention_id, is_range)
        ELSE stated END AS value
FROM (
    SELECT
        *, concat_ws(' ', nullif(amount_qualifier, 'exactly'), plain_digits(amount), currency) AS stated,
        amount_qualifier IN ('at_least', 'up_to')
            AND count(DISTINCT amount_qualifier) FILTER (WHERE amount_qualifier IN ('at_least', 'up_to'))
                OVER (PARTITION BY mention_id) = 2 AS is_range
    FROM derived.price
    WHERE amount IS NOT NULL OR amount_qualifier IS NOT NULL
);
COMMENT ON VIEW derived.price_side IS 'Each price that a mention states, as one text; both ends of a range together.';

CREATE VIEW derived.stance AS
SELECT
    t.record_type, t.record_id, t.field, '' AS topic, c.kind,
    CASE WHEN c.kind = 'variant' THEN fold(t.value) ELSE t.value END AS side, t.value,
    CASE WHEN t.field = 'date' THEN edtf_first(t.value) END AS date_first,
    CASE WHEN t.field = 'date' THEN edtf_last(t.value) END AS date_last,
    NULL AS currency, t.article_id, t.paragraph_no, t.start_char, t.quote, t.claim_id
FROM derived.told t
JOIN derived.comparison c ON c.record_type = t.record_type AND c.field = t.field
WHERE t.value IS NOT NULL AND t.field <> 'amount'
    -- A surname alone is a shorter form, not another name.
    AND (t.field <> 'name' OR contains(trim(t.value), ' '))
UNION ALL
SELECT
    t.record_type, t.record_id, 'amount', '', 'contradiction', p.value, p.value, NULL, NULL, p.currency,
    t.article_id, t.paragraph_no, t.start_char, t.quote, t.claim_id
FROM derived.told t
JOIN derived.price_side p ON p.mention_id = t.mention_id AND p.part = coalesce(t.part, 0)
WHERE t.field = 'amount' OR (t.field = 'amount_qualifier' AND t.value = 'unspecified')
UNION ALL
SELECT
    m.record_type, m.record_id, CASE m.record_type WHEN 'meeting' THEN 'participant_role' ELSE 'party_role' END,
    m.actor_id, 'variant', m.role, concat_ws(': ', m.role, a.name), NULL, NULL, NULL,
    m.article_id, m.paragraph_no, m.start_char, m.quote, m.claim_id
FROM derived.member m
LEFT JOIN main.actor a ON a.actor_id = m.actor_id
WHERE m.role IS NOT NULL;
COMMENT ON VIEW derived.stance IS 'Every claim of a compared field, and the side it takes in its topic.';

CREATE VIEW derived.voice AS
SELECT
    record_type, record_id, field, topic, kind, side, article_id, min(value) AS value,
    min(date_first) AS date_first, min(date_last) AS date_last, min(currency) AS currency,
    min(struct_pack(paragraph_no := paragraph_no, start_char := start_char, claim_id := claim_id, quote := quote)) AS words,
    count(*) OVER (PARTITION BY record_type, record_id, field, topic, article_id) AS sides_of_article
FROM derived.stance
GROUP BY record_type, record_id, field, topic, kind, side, article_id;
COMMENT ON VIEW derived.voice IS 'Each article on each side, with its first words that take it.';

CREATE VIEW derived.side AS
SELECT
    record_type, record_id, field, topic, kind, side, min(value) AS value,
    min(date_first) AS date_first, min(date_last) AS date_last, min(currency) AS currency,
    replace(side, coalesce(' ' || min(currency), ''), '') AS bare_side,
    count(*) AS articles, min(sides_of_article) AS fewest_sides
FROM derived.voice
GROUP BY record_type, record_id, field, topic, kind, side;
COMMENT ON VIEW derived.side IS 'Each side of each topic, and how many articles stand behind it.';

CREATE VIEW derived.dispute AS
SELECT record_type, record_id, field, topic, kind, side, value, articles
FROM derived.side
WINDOW topic AS (PARTITION BY record_type, record_id, field, topic)
QUALIFY CASE
    -- A date that has a day in common with every other takes no part in a contradiction.
    WHEN field = 'date' THEN coalesce(date_first > min(date_last) OVER topic, false)
        OR coalesce(date_last < max(date_first) OVER topic, false)
    -- A price without a currency does not speak against the same price with one.
    WHEN field = 'amount' THEN min(bare_side) OVER topic <> max(bare_side) OVER topic
        OR coalesce(min(currency) OVER topic <> max(currency) OVER topic, false)
    WHEN kind = 'contradiction' OR field = 'name' THEN count(*) OVER topic > 1
    -- Several offices in every article are no difference between articles.
    ELSE min(fewest_sides) OVER topic < count(*) OVER topic
END;
COMMENT ON VIEW derived.dispute IS 'The sides that differ from another side of their topic: contradictions and variants.';
