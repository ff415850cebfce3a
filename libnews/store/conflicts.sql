-- Where articles differ. A claim of a compared field takes a side. Two sides contradict each other where both cannot be
-- true, by the rule of their field:
--   days     intervals that share no day
--   amounts  sets of possible amounts that share none: exactly 4 is {4}, approximately 4 is 3.8 to 4.2 (a twentieth either
--            way), more than 4 begins above it, from 3 to 4 is all between; another currency contradicts only the same
--            number, as rates are not known here; an amount left open contradicts nothing
--   course   stages and states that follow one another: only what is told too late, or ends the other, contradicts it
--   place    other values, unless one article tells both: a visit has stations
--   differ   other values
--   words    never: names, offices, ranks, kinds and subjects are told in many words
-- A side that differs from another and contradicts none is a variant.

CREATE VIEW derived.comparison AS
SELECT * FROM (VALUES
    ('actor', 'kind', 'words'), ('actor', 'country', 'differ'),
    ('actor', 'name', 'words'), ('actor', 'role', 'words'), ('actor', 'rank', 'words'),
    ('meeting', 'kind', 'words'), ('meeting', 'status', 'course'), ('meeting', 'date', 'days'),
    ('meeting', 'city', 'place'), ('meeting', 'country', 'place'), ('meeting', 'venue', 'words'),
    ('agreement', 'kind', 'words'), ('agreement', 'stage', 'course'), ('agreement', 'date', 'days'),
    ('agreement', 'country', 'place'), ('agreement', 'subject', 'words'),
    ('agreement', 'amount', 'amounts'), ('agreement', 'duration', 'differ'),
    ('agreement', 'item', 'words'),
    ('trade_figure', 'flow', 'differ'), ('trade_figure', 'reporter', 'differ'),
    ('trade_figure', 'partner', 'differ'), ('trade_figure', 'commodity', 'words'),
    ('trade_figure', 'amount', 'amounts'), ('trade_figure', 'period', 'differ')
) AS compared (record_type, field, rule);
COMMENT ON VIEW derived.comparison IS 'The fields that are compared, and the rule by which their values contradict one another; roles of participants and parties are compared as words.';

CREATE VIEW derived.course AS
SELECT * FROM (VALUES
    ('stage', 'planned', 1), ('stage', 'negotiated', 2), ('stage', 'signed', 3), ('stage', 'in_force', 4),
    ('stage', 'suspended', 5), ('stage', 'cancelled', 6),
    ('status', 'planned', 1), ('status', 'held', 2), ('status', 'cancelled', 2)
) AS courses (field, value, step);
COMMENT ON VIEW derived.course IS 'The order that stages of agreements and states of meetings come in; a meeting is held or cancelled, not one after the other. What is denied has no place in it.';

CREATE VIEW derived.price_side AS
SELECT
    mention_id, part, currency,
    -- From three to four billion is one statement in two parts: both ends make one side.
    CASE WHEN is_range THEN string_agg(stated, ' ' ORDER BY amount, part) OVER both_ends ELSE stated END AS value,
    CASE WHEN is_range THEN min(amount) FILTER (WHERE amount_qualifier = 'at_least') OVER both_ends
        WHEN amount_qualifier IN ('exactly', 'more_than', 'at_least') THEN amount
        WHEN amount_qualifier = 'approximately' THEN amount - abs(amount) / 20 END AS lowest,
    CASE WHEN is_range THEN max(amount) FILTER (WHERE amount_qualifier = 'up_to') OVER both_ends
        WHEN amount_qualifier IN ('exactly', 'less_than', 'up_to') THEN amount
        WHEN amount_qualifier = 'approximately' THEN amount + abs(amount) / 20 END AS highest,
    amount_qualifier IN ('more_than', 'less_than') AS ends_short
FROM (
    SELECT
        mention_id, part, currency, amount_qualifier, amount::DOUBLE AS amount,
        concat_ws(' ', nullif(amount_qualifier, 'exactly'), plain_digits(amount), currency) AS stated,
        amount_qualifier IN ('at_least', 'up_to')
            AND count(DISTINCT amount_qualifier) FILTER (WHERE amount_qualifier IN ('at_least', 'up_to'))
                OVER (PARTITION BY mention_id) = 2 AS is_range
    FROM derived.price
    WHERE amount IS NOT NULL OR amount_qualifier IS NOT NULL
)
WINDOW both_ends AS (PARTITION BY mention_id, is_range);
COMMENT ON VIEW derived.price_side IS 'Each price that a mention states, as one text and as the amounts it can be; both ends of a range together.';

CREATE VIEW derived.country_word AS
SELECT DISTINCT c.value AS country, fold(c.quote) AS word
FROM claim c
JOIN mention m ON m.mention_id = c.mention_id AND m.record_type = 'actor'
WHERE c.field = 'country' AND c.basis = 'stated' AND NOT contains(c.quote, ' ');
COMMENT ON VIEW derived.country_word IS 'The words, folded, by which articles say of what country an actor is: its name and nationalities.';

CREATE VIEW derived.telling_words AS
WITH told AS (
    SELECT DISTINCT t.record_id, t.field, t.value, a.country
    FROM derived.told t
    JOIN main.actor a ON a.actor_id = t.record_id
    WHERE t.record_type = 'actor' AND t.value IS NOT NULL
        AND (t.field IN ('role', 'rank') OR (t.field = 'name' AND a.kind NOT IN ('person', 'country')))
),
word AS (
    -- The article of Arabic goes with the form of a phrase, not with what it means.
    SELECT record_id, field, value, country, word, regexp_replace(word, '^ال(...)', '\1') AS bare
    FROM (SELECT *, unnest(string_split(fold(value), ' ')) AS word FROM told)
)
SELECT w.record_id, w.field, w.value, string_agg(DISTINCT w.bare, ' ' ORDER BY w.bare) AS words
FROM word w
ANTI JOIN derived.country_word c ON c.country = w.country AND c.word = w.word
WHERE w.word <> ''
GROUP BY w.record_id, w.field, w.value;
COMMENT ON VIEW derived.telling_words IS 'What offices, ranks and the names of bodies say however they are put: their words without articles and without the country that the actor is of anyway.';

CREATE VIEW derived.mutual_trade AS
SELECT DISTINCT record_id
FROM derived.told
WHERE record_type = 'trade_figure' AND field = 'flow' AND value = 'two_way';
COMMENT ON VIEW derived.mutual_trade IS 'Figures of trade in both directions: which country is named first makes no difference.';

CREATE VIEW derived.stance AS
SELECT
    t.record_type, t.record_id, t.field, '' AS topic, c.rule,
    CASE WHEN c.rule = 'words' THEN coalesce(w.words, fold(t.value)) ELSE t.value END AS side, t.value,
    w.words IS NOT NULL AS is_shortened,
    CASE WHEN t.field = 'date' THEN edtf_first(t.value) END AS date_first,
    CASE WHEN t.field = 'date' THEN edtf_last(t.value) END AS date_last,
    NULL AS currency, NULL::DOUBLE AS lowest, NULL::DOUBLE AS highest, false AS ends_short, s.step,
    t.article_id, t.published_on, t.agency, t.paragraph_no, t.start_char, t.quote, t.claim_id, t.attribution_id
FROM derived.told t
JOIN derived.comparison c ON c.record_type = t.record_type AND c.field = t.field
LEFT JOIN derived.course s ON s.field = t.field AND s.value = t.value
LEFT JOIN derived.telling_words w ON w.record_id = t.record_id AND w.field = t.field AND w.value = t.value
WHERE t.value IS NOT NULL AND t.field <> 'amount'
    AND (t.field NOT IN ('reporter', 'partner') OR t.record_id NOT IN (SELECT record_id FROM derived.mutual_trade))
    -- A surname alone is a shorter form, not another name.
    AND (t.field <> 'name' OR contains(trim(t.value), ' '))
-- An article that tells how a thing came about tells of one state, the last.
QUALIFY c.rule <> 'course' OR s.step IS NULL
    OR s.step = max(s.step) OVER (PARTITION BY t.record_type, t.record_id, t.field, t.article_id)
UNION ALL
SELECT
    t.record_type, t.record_id, 'amount', '', 'amounts', p.value, p.value, false, NULL, NULL,
    p.currency, p.lowest, p.highest, p.ends_short, NULL,
    t.article_id, t.published_on, t.agency, t.paragraph_no, t.start_char, t.quote, t.claim_id, t.attribution_id
FROM derived.told t
JOIN derived.price_side p ON p.mention_id = t.mention_id AND p.part = coalesce(t.part, 0)
WHERE t.field = 'amount' OR (t.field = 'amount_qualifier' AND t.value = 'unspecified')
UNION ALL
SELECT
    m.record_type, m.record_id, CASE m.record_type WHEN 'meeting' THEN 'participant_role' ELSE 'party_role' END,
    m.actor_id, 'words', m.role, concat_ws(': ', m.role, a.name), false, NULL, NULL, NULL, NULL, NULL, false, NULL,
    m.article_id, m.published_on, m.agency, m.paragraph_no, m.start_char, m.quote, m.claim_id, m.attribution_id
FROM derived.member m
LEFT JOIN main.actor a ON a.actor_id = m.actor_id
WHERE m.role IS NOT NULL;
COMMENT ON VIEW derived.stance IS 'Every claim of a compared field, and the side it takes in its topic.';

CREATE VIEW derived.statement AS
SELECT
    s.record_type, s.record_id, s.field, s.topic, s.rule, s.side, s.article_id,
    coalesce(CASE WHEN count(s.agency) = count(*) THEN min(s.agency) END, v.voice) AS voice, min(s.published_on) AS published_on,
    -- Of words that say the same those that say it in full.
    min(struct_pack(brevity := CASE WHEN s.is_shortened THEN 0 - length(s.value) ELSE 0 END, value := s.value)) AS put,
    min(s.date_first) AS date_first, min(s.date_last) AS date_last, min(s.currency) AS currency,
    min(s.lowest) AS lowest, min(s.highest) AS highest, bool_or(s.ends_short) AS ends_short, min(s.step) AS step,
    min(struct_pack(paragraph_no := s.paragraph_no, start_char := s.start_char, claim_id := s.claim_id, quote := s.quote,
        attribution_id := s.attribution_id)) AS words,
    count(*) OVER (PARTITION BY s.record_type, s.record_id, s.field, s.topic, s.article_id) AS sides_of_article
FROM derived.stance s
LEFT JOIN derived.article_voice v ON v.article_id = s.article_id
GROUP BY s.record_type, s.record_id, s.field, s.topic, s.rule, s.side, s.article_id, v.voice;
COMMENT ON VIEW derived.statement IS 'Each article on each side, with its voice and its first words that take the side.';

-- Each step is kept for the next: a view that is named several times is planned and computed as often.
CREATE VIEW derived.dispute AS
WITH statement AS MATERIALIZED (FROM derived.statement),
side AS MATERIALIZED (
    SELECT
        record_type, record_id, field, topic, rule, side, min(put).value AS value,
        min(date_first) AS date_first, min(date_last) AS date_last, min(currency) AS currency,
        min(lowest) AS lowest, min(highest) AS highest, bool_or(ends_short) AS ends_short, min(step) AS step,
        min(published_on) AS told_first, max(published_on) AS told_last, count(published_on) < count(*) AS is_undated,
        count(DISTINCT voice) AS articles, min(sides_of_article) AS fewest_sides,
        -- Kept for the rules that ask for it: a list of every article that names a country fails where memory is short.
        list(DISTINCT article_id) FILTER (WHERE rule IN ('place', 'amounts')) AS article_ids
    FROM statement
    GROUP BY record_type, record_id, field, topic, rule, side
),
opposition AS (
    SELECT
        a.record_type, a.record_id, a.field, a.topic, a.side,
        CASE a.rule
            WHEN 'differ' THEN 'contradiction'
            WHEN 'place' THEN CASE WHEN list_has_any(a.article_ids, b.article_ids) THEN 'variant' ELSE 'contradiction' END
            WHEN 'days' THEN CASE WHEN a.date_first > b.date_last OR b.date_first > a.date_last THEN 'contradiction' END
            WHEN 'course' THEN CASE
                WHEN a.step IS NULL OR b.step IS NULL OR a.step = b.step OR a.is_undated OR b.is_undated THEN 'contradiction'
                WHEN a.step < b.step AND a.told_last < b.told_first THEN 'variant'
                WHEN b.step < a.step AND b.told_last < a.told_first THEN 'variant'
                ELSE 'contradiction' END
            WHEN 'amounts' THEN CASE
                WHEN (a.lowest IS NULL AND a.highest IS NULL) OR (b.lowest IS NULL AND b.highest IS NULL) THEN 'variant'
                WHEN a.currency <> b.currency AND list_has_any(a.article_ids, b.article_ids) THEN NULL
                WHEN a.lowest IS NOT DISTINCT FROM b.lowest AND a.highest IS NOT DISTINCT FROM b.highest
                    AND a.ends_short = b.ends_short THEN CASE WHEN a.currency <> b.currency THEN 'contradiction' END
                WHEN a.currency IS DISTINCT FROM b.currency THEN 'variant'
                WHEN a.lowest > b.highest OR b.lowest > a.highest THEN 'contradiction'
                WHEN (a.lowest = b.highest OR b.lowest = a.highest) AND (a.ends_short OR b.ends_short) THEN 'contradiction'
                ELSE 'variant' END
        END AS kind
    FROM side a
    JOIN side b ON b.record_type = a.record_type AND b.record_id = a.record_id AND b.field = a.field AND b.topic = a.topic
    WHERE a.rule <> 'words' AND b.rule <> 'words' AND b.side <> a.side
),
differing AS (
    SELECT record_type, record_id, field, topic, side, min(kind) AS kind
    FROM opposition
    WHERE kind IS NOT NULL
    GROUP BY record_type, record_id, field, topic, side
    UNION ALL
    SELECT record_type, record_id, field, topic, side, 'variant'
    FROM side
    WHERE rule = 'words'
    WINDOW of_topic AS (PARTITION BY record_type, record_id, field, topic)
    -- Several offices in every article are no difference between articles; two names of one person are two names.
    QUALIFY count(*) OVER of_topic > CASE WHEN field = 'name' THEN 1 ELSE min(fewest_sides) OVER of_topic END
)
SELECT
    d.record_type, d.record_id, d.field, d.topic, d.kind, s.value, s.articles,
    t.article_id, t.words.paragraph_no AS paragraph_no, t.words.quote AS quote, t.words.attribution_id AS attribution_id
FROM differing d
JOIN side s ON s.record_type = d.record_type AND s.record_id = d.record_id AND s.field = d.field AND s.topic = d.topic AND s.side = d.side
JOIN statement t ON t.record_type = d.record_type AND t.record_id = d.record_id AND t.field = d.field AND t.topic = d.topic AND t.side = d.side;
COMMENT ON VIEW derived.dispute IS 'The sides that differ from another side of their topic, contradictions and variants: each with the independent articles behind it, and each article''s words.';
