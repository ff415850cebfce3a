-- What people decided, and which rows of this database it leads to. The column id of table judgement holds the id that
-- the judgement is about in this database, so that a judgement found again by its words needs no search here.

CREATE SCHEMA derived;

CREATE VIEW derived.judged AS
SELECT
    j.judgement_id, j.action, j.field, j.quote, j.value, j.decided_by, j.decided_on, j.reason, j.applied, j.id, j.other_id,
    coalesce(m.record_type, r.record_type) AS record_type, coalesce(m.record_id, r.record_id) AS record_id,
    m.mention_id, c.claim_id, r.record_id IS NOT NULL AS is_whole,
    o.record_id AS other_record_id, o.mention_id AS other_mention_id
FROM judgement j
LEFT JOIN claim c ON c.claim_id = j.id
LEFT JOIN mention m ON m.mention_id = coalesce(c.mention_id, j.id)
LEFT JOIN (SELECT DISTINCT record_type, record_id FROM mention WHERE record_id IS NOT NULL) r ON r.record_id = j.id
LEFT JOIN claim d ON d.claim_id = j.other_id
LEFT JOIN mention o ON o.mention_id = coalesce(d.mention_id, j.other_id);
COMMENT ON VIEW derived.judged IS 'Every judgement with the record, mention and claim that it leads to; is_whole where its id is a record''s, which stands for all its mentions. record_id is null where a judgement rejects the mention.';

CREATE VIEW derived.rejected_claim AS
WITH rejected AS MATERIALIZED (
    SELECT c.claim_id, c.mention_id, c.field, c.part, j.judgement_id
    FROM judgement j
    JOIN claim c ON c.claim_id = j.id
    WHERE j.action = 'reject' AND j.applied
    UNION ALL
    SELECT c.claim_id, c.mention_id, c.field, c.part, j.judgement_id
    FROM judgement j
    -- The id of a record stands for all its mentions, that of another mention for itself.
    JOIN (SELECT mention_id, record_id AS id FROM mention UNION ALL SELECT mention_id, mention_id FROM mention) m ON m.id = j.id
    JOIN claim c ON c.mention_id = m.mention_id AND c.field = j.field
    LEFT JOIN mention t ON t.mention_id = c.value
    WHERE j.action = 'reject' AND j.applied
        AND CASE WHEN j.value IS NULL THEN coalesce(j.quote = c.quote, true)
            ELSE coalesce(j.value IN (c.value, coalesce(t.record_id, c.value)), false) END
)
SELECT claim_id, min(judgement_id) AS judgement_id
FROM (
    SELECT claim_id, judgement_id FROM rejected
    UNION ALL
    -- An amount and its qualifier make one value with their currency: they go together.
    SELECT c.claim_id, r.judgement_id
    FROM rejected r
    JOIN claim c ON c.mention_id = r.mention_id AND coalesce(c.part, 0) = coalesce(r.part, 0)
    WHERE r.field IN ('amount', 'amount_qualifier') AND c.field IN ('amount', 'currency', 'amount_qualifier')
)
GROUP BY claim_id;
COMMENT ON VIEW derived.rejected_claim IS 'The claims that a judgement rejects: of one claim itself; of a field of a record or mention those with the value given, else with the words given, else all.';

CREATE VIEW derived.correction AS
SELECT record_type, record_id, field, value, judgement_id
FROM derived.judged
WHERE action = 'correct' AND applied AND record_id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY record_type, record_id, field ORDER BY decided_on DESC, judgement_id DESC) = 1;
COMMENT ON VIEW derived.correction IS 'The value that a person gave a field of a record: the one decided last.';

CREATE VIEW derived.explanation AS
SELECT record_type, record_id, field, string_agg(DISTINCT reason, '; ' ORDER BY reason) AS reason
FROM (
    SELECT
        j.record_type, j.record_id, j.reason,
        -- Amount, currency and qualifier are compared as one.
        CASE WHEN coalesce(j.field, c.field) IN ('currency', 'amount_qualifier') THEN 'amount' ELSE coalesce(j.field, c.field) END AS field
    FROM derived.judged j
    LEFT JOIN claim c ON c.claim_id = j.claim_id
    WHERE j.action = 'explain' AND j.applied AND j.record_id IS NOT NULL
)
GROUP BY record_type, record_id, field;
COMMENT ON VIEW derived.explanation IS 'Why the articles differ about a field of a record, in the words of those who explained it.';
