-- The views that people and programs read. They are promises: docs/sql.md shows each at work.

CREATE VIEW derived.source AS
SELECT n.attribution_id, coalesce(a.name, n.quote) AS name
FROM attribution n
LEFT JOIN mention m ON m.mention_id = n.actor_mention_id
LEFT JOIN main.actor a ON a.actor_id = m.record_id;
COMMENT ON VIEW derived.source IS 'What to call each source that an article names: the actor''s name, else the words of the article.';

CREATE VIEW provenance AS
SELECT
    c.claim_id, m.record_type, m.record_id, c.mention_id, c.field,
    CASE WHEN c.field IN ('participant', 'party', 'part_of') THEN coalesce(t.record_id, c.value) ELSE c.value END AS value,
    a.file, a.sha256, a.publisher, a.published_on, c.article_id, c.paragraph_no,
    p.line_no, p.col_no + c.start_char AS col_no, c.start_char, c.end_char, c.quote,
    substr(p.text, 1, c.start_char) AS before, substr(p.text, c.end_char + 1) AS after,
    c.basis, c.extractor, c.modality,
    -- Where the words were read and the article names nobody, its publisher says so.
    CASE WHEN c.attribution_id IS NOT NULL THEN s.name WHEN c.modality IS NOT NULL THEN a.publisher END AS source
FROM claim c
LEFT JOIN mention m ON m.mention_id = c.mention_id
LEFT JOIN article a ON a.article_id = c.article_id
LEFT JOIN derived.source s ON s.attribution_id = c.attribution_id
LEFT JOIN paragraph p ON p.article_id = c.article_id AND p.paragraph_no = c.paragraph_no
LEFT JOIN mention t ON c.field IN ('participant', 'party', 'part_of') AND t.mention_id = c.value;
COMMENT ON VIEW provenance IS 'One row per claim: the value, the record it is for, and the exact characters of a file it was read from. A participant, party or part_of is shown by the record it names.';
COMMENT ON COLUMN provenance.claim_id IS 'The claim.';
COMMENT ON COLUMN provenance.record_type IS 'article, actor, meeting, agreement, trade_figure, or a type of your own (x_…).';
COMMENT ON COLUMN provenance.record_id IS 'The record that the value is for.';
COMMENT ON COLUMN provenance.mention_id IS 'That record as this article tells it.';
COMMENT ON COLUMN provenance.field IS 'Field of the record.';
COMMENT ON COLUMN provenance.value IS 'What the words were read as; null where they give no value.';
COMMENT ON COLUMN provenance.file IS 'The file.';
COMMENT ON COLUMN provenance.sha256 IS 'SHA-256 of the file''s bytes.';
COMMENT ON COLUMN provenance.publisher IS 'Who published the article.';
COMMENT ON COLUMN provenance.published_on IS 'When it was published.';
COMMENT ON COLUMN provenance.article_id IS 'The article.';
COMMENT ON COLUMN provenance.paragraph_no IS 'Paragraph of the article, from 1.';
COMMENT ON COLUMN provenance.line_no IS 'Line of the file, from 1.';
COMMENT ON COLUMN provenance.col_no IS 'Column of the quote''s first character in its line, in code points, from 1.';
COMMENT ON COLUMN provenance.start_char IS 'First character of the quote in the paragraph, from 0.';
COMMENT ON COLUMN provenance.end_char IS 'Character after the quote''s last.';
COMMENT ON COLUMN provenance.quote IS 'The words, exactly as they stand.';
COMMENT ON COLUMN provenance.before IS 'The paragraph before the quote.';
COMMENT ON COLUMN provenance.after IS 'The paragraph after the quote.';
COMMENT ON COLUMN provenance.basis IS 'stated, resolved or inferred.';
COMMENT ON COLUMN provenance.extractor IS 'Who claims it: program:libnews (its own rules), program:NAME or human:NAME.';
COMMENT ON COLUMN provenance.modality IS 'asserted, planned, possible or denied; null: not read.';
COMMENT ON COLUMN provenance.source IS 'Who says so: the source that the article names, by the actor''s name or else in the article''s words; the publisher where it names none; null: not read, or nobody known.';

CREATE VIEW derived.office AS
SELECT record_id, value
FROM (
    SELECT record_id, value, count(DISTINCT voice) AS articles, min(published_on) AS published_on
    FROM derived.told_by_article
    WHERE record_type = 'actor' AND field = 'role' AND value IS NOT NULL
    GROUP BY record_id, value
)
QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY articles DESC, published_on NULLS LAST, value) = 1;
COMMENT ON VIEW derived.office IS 'One office of each actor, chosen as the values of fields are.';

CREATE VIEW derived.caption AS
SELECT
    a.actor_id, a.kind, coalesce(a.name, r.value, a.actor_id) AS name,
    CASE WHEN a.kind = 'country' THEN a.actor_id ELSE coalesce(a.name, r.value, a.actor_id) END AS short_name,
    n.mentions
FROM main.actor a
LEFT JOIN derived.office r ON r.record_id = a.actor_id
LEFT JOIN (SELECT record_id, count(*) AS mentions FROM mention WHERE record_type = 'actor' GROUP BY record_id) n
    ON n.record_id = a.actor_id;
COMMENT ON VIEW derived.caption IS 'What to call an actor: the name, else the office, else the id; short_name is the code of a country.';

CREATE VIEW derived.who AS
SELECT
    record_type, record_id, string_agg(name, ', ' ORDER BY place) AS who,
    string_agg(short_name, ', ' ORDER BY place) FILTER (WHERE place <= 3) || CASE WHEN count(*) > 3 THEN ', …' ELSE '' END AS short_who
FROM (
    SELECT
        m.record_type, m.record_id, coalesce(c.name, m.actor_id) AS name, coalesce(c.short_name, m.actor_id) AS short_name,
        row_number() OVER (
            PARTITION BY m.record_type, m.record_id
            ORDER BY m.seat, c.kind IS DISTINCT FROM 'person', c.mentions DESC NULLS LAST, c.name, m.actor_id
        ) AS place
    FROM (
        SELECT 'actor' AS record_type, actor_id AS record_id, actor_id, 0 AS seat FROM main.actor
        UNION ALL
        SELECT 'meeting', meeting_id, actor_id, CASE WHEN role = 'attendee' THEN 1 ELSE 0 END FROM main.meeting_participant
        UNION ALL
        SELECT 'agreement', agreement_id, actor_id, 0 FROM main.agreement_party
        UNION ALL
        SELECT 'trade_figure', trade_figure_id, reporter, 1 FROM main.trade_figure WHERE reporter IS NOT NULL
        UNION ALL
        SELECT 'trade_figure', trade_figure_id, partner, 2 FROM main.trade_figure WHERE partner IS NOT NULL
    ) m
    LEFT JOIN derived.caption c ON c.actor_id = m.actor_id
)
GROUP BY record_type, record_id;
COMMENT ON VIEW derived.who IS 'The actors of each record in one text: who met before who attended, persons first, those most written about first.';

CREATE VIEW derived.headline AS
SELECT
    l.record_type, l.record_id,
    CASE WHEN l.record_type = 'actor' THEN w.who
        ELSE concat_ws(' · ',
            concat_ws(': ', nullif(concat_ws(' ', nullif(l.status_word, 'held'), l.kind), ''), w.short_who), l.matter,
            nullif(concat_ws(' ', replace(nullif(l.amount_qualifier, 'exactly'), '_', ' '), plain_digits(l.amount), l.currency), ''),
            l.date)
    END AS label,
    l.kind, l.status, l.date, l.date_first, l.date_last, l.country, l.amount, l.currency, l.amount_qualifier, w.who
FROM (
    SELECT
        'actor' AS record_type, actor_id AS record_id, kind, NULL AS status, NULL AS status_word, NULL AS matter,
        NULL AS date, NULL::DATE AS date_first, NULL::DATE AS date_last, country,
        NULL::DECIMAL(38, 4) AS amount, NULL AS currency, NULL AS amount_qualifier
    FROM main.actor
    UNION ALL
    SELECT 'meeting', meeting_id, kind, status, status, coalesce(city, country), date, date_first, date_last, country,
        NULL, NULL, NULL
    FROM main.meeting
    UNION ALL
    SELECT 'agreement', agreement_id, kind, stage, NULL, subject, date, date_first, date_last, country,
        amount, currency, amount_qualifier
    FROM main.agreement
    UNION ALL
    SELECT 'trade_figure', trade_figure_id, flow, NULL, NULL, commodity, period, period_first, period_last, reporter,
        amount, currency, amount_qualifier
    FROM main.trade_figure
) l
LEFT JOIN derived.who w ON w.record_type = l.record_type AND w.record_id = l.record_id;
COMMENT ON VIEW derived.headline IS 'Every record but articles, with a label that reads like a headline.';

CREATE VIEW derived.own_record AS
SELECT
    m.record_type, m.record_id, count(DISTINCT m.article_id) AS articles,
    min(struct_pack(paragraph_no := c.paragraph_no, start_char := c.start_char, claim_id := c.claim_id,
        words := coalesce(c.value, c.quote))).words AS label
FROM mention m
JOIN claim c ON c.mention_id = m.mention_id
WHERE starts_with(m.record_type, 'x_') AND m.record_id IS NOT NULL
GROUP BY m.record_type, m.record_id;
COMMENT ON VIEW derived.own_record IS 'Records of your own types (x_…), which have no table: each with its first value for a label.';

CREATE VIEW record AS
SELECT
    h.record_type, h.record_id, h.label, h.kind, h.status, h.date, h.date_first, h.date_last, h.country,
    h.amount, h.currency, h.amount_qualifier, h.who,
    coalesce(n.articles, 0) AS articles, coalesce(n.claims, 0) AS claims, d.disputed
FROM derived.headline h
LEFT JOIN (
    SELECT m.record_type, m.record_id, count(DISTINCT m.article_id) AS articles, sum(c.claims)::BIGINT AS claims
    FROM mention m
    LEFT JOIN (SELECT mention_id, count(*) AS claims FROM claim GROUP BY mention_id) c ON c.mention_id = m.mention_id
    GROUP BY m.record_type, m.record_id
) n ON n.record_type = h.record_type AND n.record_id = h.record_id
LEFT JOIN (
    SELECT record_type, record_id, string_agg(field, ', ' ORDER BY field) AS disputed
    FROM (SELECT DISTINCT record_type, record_id, field FROM derived.dispute WHERE kind = 'contradiction')
    GROUP BY record_type, record_id
) d ON d.record_type = h.record_type AND d.record_id = h.record_id;
COMMENT ON VIEW record IS 'One list of every actor, meeting, agreement and trade figure. Articles stand in table article.';
COMMENT ON COLUMN record.record_type IS 'actor, meeting, agreement or trade_figure.';
COMMENT ON COLUMN record.record_id IS 'Key of the record in its table.';
COMMENT ON COLUMN record.label IS 'The record in one line, like a headline; countries of agreements and figures by their codes.';
COMMENT ON COLUMN record.kind IS 'Kind of the record; flow of a trade figure.';
COMMENT ON COLUMN record.status IS 'Status of a meeting, stage of an agreement.';
COMMENT ON COLUMN record.date IS 'EDTF; period of a trade figure.';
COMMENT ON COLUMN record.date_first IS 'First day that date covers.';
COMMENT ON COLUMN record.date_last IS 'Last day that date covers.';
COMMENT ON COLUMN record.country IS 'Country of the actor, of the meeting''s place, of the agreement''s place; reporter of a trade figure.';
COMMENT ON COLUMN record.amount IS 'Amount in full units of currency.';
COMMENT ON COLUMN record.currency IS 'ISO 4217.';
COMMENT ON COLUMN record.amount_qualifier IS 'How exact the source says the amount is.';
COMMENT ON COLUMN record.who IS 'Names of the actors, persons first.';
COMMENT ON COLUMN record.articles IS 'Articles that tell of it.';
COMMENT ON COLUMN record.claims IS 'Claims behind it.';
COMMENT ON COLUMN record.disputed IS 'Fields whose claims contradict one another, comma-separated; null where none do.';

CREATE VIEW conflict AS
SELECT
    d.record_type, d.record_id, h.label, d.field, d.value, a.file, p.line_no, d.paragraph_no, d.quote,
    coalesce(s.name, a.publisher, a.file) AS source, d.kind, d.articles, e.reason AS explained
FROM derived.dispute d
LEFT JOIN article a ON a.article_id = d.article_id
LEFT JOIN derived.source s ON s.attribution_id = d.attribution_id
LEFT JOIN paragraph p ON p.article_id = d.article_id AND p.paragraph_no = d.paragraph_no
LEFT JOIN derived.headline h ON h.record_type = d.record_type AND h.record_id = d.record_id
LEFT JOIN derived.explanation e ON e.record_type = d.record_type AND e.record_id = d.record_id AND e.field = d.field
ORDER BY
    d.record_type, h.label, d.record_id,
    min(d.kind) OVER (PARTITION BY d.record_type, d.record_id, d.field), d.field, d.topic, d.kind, d.articles DESC, d.value, a.file;
COMMENT ON VIEW conflict IS 'Where articles differ: one row per side and file, with the first words of that file that take the side.';
COMMENT ON COLUMN conflict.record_type IS 'actor, meeting, agreement or trade_figure.';
COMMENT ON COLUMN conflict.record_id IS 'The record that they differ about.';
COMMENT ON COLUMN conflict.label IS 'The record in one line.';
COMMENT ON COLUMN conflict.field IS 'The field they differ in; amount stands for amount, currency and qualifier together.';
COMMENT ON COLUMN conflict.value IS 'What this side says.';
COMMENT ON COLUMN conflict.file IS 'A file that says so.';
COMMENT ON COLUMN conflict.line_no IS 'Line of the quote in that file, from 1.';
COMMENT ON COLUMN conflict.paragraph_no IS 'Paragraph of the quote, from 1.';
COMMENT ON COLUMN conflict.quote IS 'The words.';
COMMENT ON COLUMN conflict.source IS 'Whose word it is: the source that the article names for it, else its publisher, else the file.';
COMMENT ON COLUMN conflict.kind IS 'contradiction: this side and another cannot both be true; variant: it says otherwise and contradicts none.';
COMMENT ON COLUMN conflict.articles IS 'Independent articles behind this side: reprints of one text, and those that have it from one agency, count once.';
COMMENT ON COLUMN conflict.explained IS 'Why the sides differ, as a judgement says; null: nobody said.';

CREATE VIEW meeting_as_told AS
SELECT
    m.record_id AS meeting_id, m.mention_id, a.file, t.kind, t.status, t.date, edtf_first(t.date) AS date_first,
    edtf_last(t.date) AS date_last, edtf_precision(t.date) AS date_precision, t.city, t.country, t.venue, t.part_of
FROM mention m
JOIN derived.meeting_in_scope t ON t.scope = 'mention' AND t.id = m.mention_id
LEFT JOIN article a ON a.article_id = m.article_id
WHERE m.record_type = 'meeting';
COMMENT ON VIEW meeting_as_told IS 'Each meeting as each article tells it; columns as in meeting.';
COMMENT ON COLUMN meeting_as_told.meeting_id IS 'The record.';
COMMENT ON COLUMN meeting_as_told.mention_id IS 'The record as this article tells it.';
COMMENT ON COLUMN meeting_as_told.file IS 'The article''s file.';
COMMENT ON COLUMN meeting_as_told.kind IS 'visit, talks, reception, call, summit or ceremony.';
COMMENT ON COLUMN meeting_as_told.status IS 'held, planned, cancelled or denied; held where no claim says otherwise.';
COMMENT ON COLUMN meeting_as_told.date IS 'EDTF (ISO 8601-2), as precise as the source and no more.';
COMMENT ON COLUMN meeting_as_told.date_first IS 'First day that date covers; null for an open beginning.';
COMMENT ON COLUMN meeting_as_told.date_last IS 'Last day that date covers; null for an open end.';
COMMENT ON COLUMN meeting_as_told.date_precision IS 'day, month, year or interval.';
COMMENT ON COLUMN meeting_as_told.city IS 'City, by its name in the lexicon.';
COMMENT ON COLUMN meeting_as_told.country IS 'Country it took place in, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN meeting_as_told.venue IS 'Place within the city, in the words of the source.';
COMMENT ON COLUMN meeting_as_told.part_of IS 'The visit that it belongs to: a meeting_id.';

CREATE VIEW agreement_as_told AS
SELECT
    m.record_id AS agreement_id, m.mention_id, a.file, t.kind, t.stage, t.date, edtf_first(t.date) AS date_first,
    edtf_last(t.date) AS date_last, edtf_precision(t.date) AS date_precision, t.country, t.subject,
    t.amount, t.currency, t.amount_qualifier, t.duration, t.part_of
FROM mention m
JOIN derived.agreement_in_scope t ON t.scope = 'mention' AND t.id = m.mention_id
LEFT JOIN article a ON a.article_id = m.article_id
WHERE m.record_type = 'agreement';
COMMENT ON VIEW agreement_as_told IS 'Each agreement as each article tells it; columns as in agreement.';
COMMENT ON COLUMN agreement_as_told.agreement_id IS 'The record.';
COMMENT ON COLUMN agreement_as_told.mention_id IS 'The record as this article tells it.';
COMMENT ON COLUMN agreement_as_told.file IS 'The article''s file.';
COMMENT ON COLUMN agreement_as_told.kind IS 'treaty, mou, cooperation, trade, defence, arms_deal, energy, loan, investment or other.';
COMMENT ON COLUMN agreement_as_told.stage IS 'planned, negotiated, signed, in_force, suspended, cancelled or denied.';
COMMENT ON COLUMN agreement_as_told.date IS 'EDTF (ISO 8601-2), as precise as the source and no more.';
COMMENT ON COLUMN agreement_as_told.date_first IS 'First day that date covers; null for an open beginning.';
COMMENT ON COLUMN agreement_as_told.date_last IS 'Last day that date covers; null for an open end.';
COMMENT ON COLUMN agreement_as_told.date_precision IS 'day, month, year or interval.';
COMMENT ON COLUMN agreement_as_told.country IS 'Country it was made in, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN agreement_as_told.subject IS 'What it is about, in the words of the source.';
COMMENT ON COLUMN agreement_as_told.amount IS 'Amount in full units of currency, exact; null with amount_qualifier unspecified where the source is vague.';
COMMENT ON COLUMN agreement_as_told.currency IS 'ISO 4217.';
COMMENT ON COLUMN agreement_as_told.amount_qualifier IS 'exactly, approximately, more_than, less_than, at_least, up_to or unspecified.';
COMMENT ON COLUMN agreement_as_told.duration IS 'ISO 8601 duration in whole years, months, weeks and days.';
COMMENT ON COLUMN agreement_as_told.part_of IS 'The visit on which it was made: a meeting_id.';

CREATE VIEW trade_figure_as_told AS
SELECT
    m.record_id AS trade_figure_id, m.mention_id, a.file, t.flow, t.reporter, t.partner, t.commodity,
    t.amount, t.currency, t.amount_qualifier, t.period, edtf_period_kind(t.period) AS period_kind,
    edtf_first(t.period) AS period_first, edtf_last(t.period) AS period_last, r.same_as
FROM mention m
JOIN derived.trade_figure_in_scope t ON t.scope = 'mention' AND t.id = m.mention_id
LEFT JOIN (SELECT mention_id, arg_max(first_id, (gap, first_id)) AS same_as FROM derived.restatement GROUP BY mention_id) r ON r.mention_id = m.mention_id
LEFT JOIN article a ON a.article_id = m.article_id
WHERE m.record_type = 'trade_figure';
COMMENT ON VIEW trade_figure_as_told IS 'Each trade figure as each article tells it; columns as in trade_figure.';
COMMENT ON COLUMN trade_figure_as_told.trade_figure_id IS 'The record.';
COMMENT ON COLUMN trade_figure_as_told.mention_id IS 'The record as this article tells it.';
COMMENT ON COLUMN trade_figure_as_told.file IS 'The article''s file.';
COMMENT ON COLUMN trade_figure_as_told.flow IS 'two_way, exports, imports, balance or investment.';
COMMENT ON COLUMN trade_figure_as_told.reporter IS 'Country whose figure it is, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN trade_figure_as_told.partner IS 'The other country, ISO 3166-1 alpha-3; null: trade with all.';
COMMENT ON COLUMN trade_figure_as_told.commodity IS 'Goods in the words of the source; null: all goods.';
COMMENT ON COLUMN trade_figure_as_told.amount IS 'Amount in full units of currency, exact.';
COMMENT ON COLUMN trade_figure_as_told.currency IS 'ISO 4217.';
COMMENT ON COLUMN trade_figure_as_told.amount_qualifier IS 'exactly, approximately, more_than, less_than, at_least, up_to or unspecified.';
COMMENT ON COLUMN trade_figure_as_told.period IS 'EDTF; a fiscal year as the text writes it, 2022/2023.';
COMMENT ON COLUMN trade_figure_as_told.period_kind IS 'year, fiscal_year, half, quarter, month, range or as_of.';
COMMENT ON COLUMN trade_figure_as_told.period_first IS 'First day that period covers, in the widest reading; null for an open beginning.';
COMMENT ON COLUMN trade_figure_as_told.period_last IS 'Last day that period covers, in the widest reading; null for an open end.';
COMMENT ON COLUMN trade_figure_as_told.same_as IS 'The figure that this article restates here in another currency: a trade_figure_id.';

CREATE VIEW actor_name AS
SELECT
    m.record_id AS actor_id, c.value AS name, fold(c.value) AS folded, count(*) AS claims,
    count(DISTINCT c.article_id) AS articles
FROM claim c
JOIN mention m ON m.mention_id = c.mention_id AND m.record_type = 'actor' AND m.record_id IS NOT NULL
ANTI JOIN derived.rejected_claim x ON x.claim_id = c.claim_id
WHERE c.field = 'name' AND c.value IS NOT NULL
GROUP BY m.record_id, c.value;
COMMENT ON VIEW actor_name IS 'Every form of every actor''s name.';
COMMENT ON COLUMN actor_name.actor_id IS 'The actor.';
COMMENT ON COLUMN actor_name.name IS 'A form of the name.';
COMMENT ON COLUMN actor_name.folded IS 'The form folded for search: folded LIKE ''%'' || fold(''…'') || ''%''.';
COMMENT ON COLUMN actor_name.claims IS 'Places where the actor is named so.';
COMMENT ON COLUMN actor_name.articles IS 'Articles that name the actor so.';

CREATE VIEW meeting_pair AS
SELECT
    m.meeting_id, p.actor_id, o.actor_id AS other_id, a.country, b.country AS other_country,
    m.date_first, m.date_last, m.status
FROM meeting_participant p
JOIN meeting_participant o ON o.meeting_id = p.meeting_id AND o.actor_id <> p.actor_id
JOIN meeting m ON m.meeting_id = p.meeting_id
LEFT JOIN actor a ON a.actor_id = p.actor_id
LEFT JOIN actor b ON b.actor_id = o.actor_id;
COMMENT ON VIEW meeting_pair IS 'Who met whom: every two participants of a meeting, in both directions.';
COMMENT ON COLUMN meeting_pair.meeting_id IS 'The meeting.';
COMMENT ON COLUMN meeting_pair.actor_id IS 'One participant.';
COMMENT ON COLUMN meeting_pair.other_id IS 'Another participant.';
COMMENT ON COLUMN meeting_pair.country IS 'Country of the one.';
COMMENT ON COLUMN meeting_pair.other_country IS 'Country of the other.';
COMMENT ON COLUMN meeting_pair.date_first IS 'First day of the meeting''s date.';
COMMENT ON COLUMN meeting_pair.date_last IS 'Last day of the meeting''s date.';
COMMENT ON COLUMN meeting_pair.status IS 'held, planned, cancelled or denied.';

CREATE VIEW timeline AS
SELECT * FROM record WHERE date IS NOT NULL
ORDER BY coalesce(date_first, date_last), date_last, record_type, record_id;
COMMENT ON VIEW timeline IS 'The dated records in the order of their first days; columns as in record.';
COMMENT ON COLUMN timeline.record_type IS 'actor, meeting, agreement or trade_figure.';
COMMENT ON COLUMN timeline.record_id IS 'Key of the record in its table.';
COMMENT ON COLUMN timeline.label IS 'The record in one line, like a headline; countries of agreements and figures by their codes.';
COMMENT ON COLUMN timeline.kind IS 'Kind of the record; flow of a trade figure.';
COMMENT ON COLUMN timeline.status IS 'Status of a meeting, stage of an agreement.';
COMMENT ON COLUMN timeline.date IS 'EDTF; period of a trade figure.';
COMMENT ON COLUMN timeline.date_first IS 'First day that date covers.';
COMMENT ON COLUMN timeline.date_last IS 'Last day that date covers.';
COMMENT ON COLUMN timeline.country IS 'Country of the actor, of the meeting''s place, of the agreement''s place; reporter of a trade figure.';
COMMENT ON COLUMN timeline.amount IS 'Amount in full units of currency.';
COMMENT ON COLUMN timeline.currency IS 'ISO 4217.';
COMMENT ON COLUMN timeline.amount_qualifier IS 'How exact the source says the amount is.';
COMMENT ON COLUMN timeline.who IS 'Names of the actors, persons first.';
COMMENT ON COLUMN timeline.articles IS 'Articles that tell of it.';
COMMENT ON COLUMN timeline.claims IS 'Claims behind it.';
COMMENT ON COLUMN timeline.disputed IS 'Fields whose claims contradict one another, comma-separated; null where none do.';

CREATE VIEW coverage AS
SELECT p.article_id, p.paragraph_no, p.kind, coalesce(s.spans, 0) AS spans, coalesce(s.used, 0) AS used
FROM paragraph p
LEFT JOIN (
    SELECT article_id, paragraph_no, count(*) AS spans, count(*) FILTER (WHERE used) AS used
    FROM span
    GROUP BY article_id, paragraph_no
) s ON s.article_id = p.article_id AND s.paragraph_no = p.paragraph_no;
COMMENT ON VIEW coverage IS 'How much of each paragraph was read, and how much of that a claim rests on.';
COMMENT ON COLUMN coverage.article_id IS 'The article.';
COMMENT ON COLUMN coverage.paragraph_no IS 'The paragraph.';
COMMENT ON COLUMN coverage.kind IS 'Kind of the paragraph.';
COMMENT ON COLUMN coverage.spans IS 'Numbers, dates, amounts, names and places that a reader saw.';
COMMENT ON COLUMN coverage.used IS 'How many of them a claim rests on.';
