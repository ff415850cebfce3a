-- The tables of a libnews database.
--
-- article, paragraph, mention, claim, attribution and span hold what was read; the record tables (actor, meeting, agreement,
-- trade_figure and their parts) follow from mention and claim by the rules of records.sql and can be computed again.
-- Keys are kept by the build and checked by `libnews validate`: constraints here would double the time of a load.
-- Spans are half-open, in Unicode code points: substr(text, start_char + 1, end_char - start_char) is the quote.

CREATE TABLE article (
    article_id VARCHAR,
    file VARCHAR,
    locator VARCHAR,
    sha256 VARCHAR,
    byte_length BIGINT,
    encoding VARCHAR,
    title VARCHAR,
    publisher VARCHAR,
    url VARCHAR,
    language VARCHAR,
    published_on DATE,
    published_on_basis VARCHAR,
    metadata JSON,
    reprint_of VARCHAR
);
COMMENT ON TABLE article IS 'One row per article that was read. Key: article_id.';
COMMENT ON COLUMN article.article_id IS 'Made from the bytes and the locator, not from the path.';
COMMENT ON COLUMN article.file IS 'Path below the deepest folder that holds every path given, with /.';
COMMENT ON COLUMN article.locator IS 'Place of the article in a file that holds several; null for a file that is one article.';
COMMENT ON COLUMN article.sha256 IS 'SHA-256 of the file''s bytes, 64 hexadecimal digits.';
COMMENT ON COLUMN article.byte_length IS 'Length of the file in bytes.';
COMMENT ON COLUMN article.encoding IS 'Encoding the bytes were decoded with.';
COMMENT ON COLUMN article.title IS 'Headline, where the text or metadata.csv gives one.';
COMMENT ON COLUMN article.publisher IS 'Who published it, where the text or metadata.csv says.';
COMMENT ON COLUMN article.url IS 'Where it was published.';
COMMENT ON COLUMN article.language IS 'Language of the text, BCP 47.';
COMMENT ON COLUMN article.published_on IS 'Day of publication; null where neither text nor metadata.csv gives one.';
COMMENT ON COLUMN article.published_on_basis IS 'Where published_on comes from: text or metadata.';
COMMENT ON COLUMN article.metadata IS 'Other columns of metadata.csv, as a JSON object of text.';
COMMENT ON COLUMN article.reprint_of IS 'The article whose text this one repeats, for the most part: an article_id; null: none here.';

CREATE TABLE paragraph (
    article_id VARCHAR,
    paragraph_no INTEGER,
    line_no INTEGER,
    col_no INTEGER,
    kind VARCHAR,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR USING COMPRESSION zstd
);
COMMENT ON TABLE paragraph IS 'One row per line that is not blank, without the white space around it. Key: article_id, paragraph_no.';
COMMENT ON COLUMN paragraph.article_id IS 'The article it stands in.';
COMMENT ON COLUMN paragraph.paragraph_no IS 'Number of the paragraph in its article, from 1.';
COMMENT ON COLUMN paragraph.line_no IS 'Line of the file, from 1.';
COMMENT ON COLUMN paragraph.col_no IS 'Column of the first character in its line, in code points, from 1.';
COMMENT ON COLUMN paragraph.kind IS 'title, section, heading, body, list_item, table_row, boilerplate or related_link; the last two yield no claims.';
COMMENT ON COLUMN paragraph.start_char IS 'First character in the article''s decoded text, from 0; a leading byte order mark is not counted.';
COMMENT ON COLUMN paragraph.end_char IS 'Character after the last, in the article''s decoded text.';
COMMENT ON COLUMN paragraph.text IS 'The text as it stands in the file; nothing is normalised.';

CREATE TABLE mention (
    mention_id VARCHAR,
    record_type VARCHAR,
    article_id VARCHAR,
    record_id VARCHAR,
    reason VARCHAR
);
COMMENT ON TABLE mention IS 'One row per record as one article tells it. Key: mention_id.';
COMMENT ON COLUMN mention.mention_id IS 'Made from the article and the words the mention is anchored on.';
COMMENT ON COLUMN mention.record_type IS 'article, actor, meeting, agreement or trade_figure.';
COMMENT ON COLUMN mention.article_id IS 'The article that tells of it.';
COMMENT ON COLUMN mention.record_id IS 'The record it tells of, as resolution decided: the mention_id of the record''s earliest mention, for a country its ISO 3166-1 alpha-3 code; null where a judgement rejects it.';
COMMENT ON COLUMN mention.reason IS 'Why resolution decided so.';

CREATE TABLE claim (
    claim_id VARCHAR,
    mention_id VARCHAR,
    field VARCHAR,
    part INTEGER,
    value VARCHAR,
    article_id VARCHAR,
    paragraph_no INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    quote VARCHAR USING COMPRESSION zstd,
    basis VARCHAR,
    extractor VARCHAR,
    modality VARCHAR,
    attribution_id VARCHAR
);
COMMENT ON TABLE claim IS 'One row per value of one field, read from one place of one article. Key: claim_id.';
COMMENT ON COLUMN claim.claim_id IS 'Made from mention, place, field, part and value; outlives every later decision.';
COMMENT ON COLUMN claim.mention_id IS 'The mention it belongs to.';
COMMENT ON COLUMN claim.field IS 'Field of the record that the value is for.';
COMMENT ON COLUMN claim.part IS 'Number within the mention, shared by claims that make one value together (amount, currency, amount_qualifier); else null.';
COMMENT ON COLUMN claim.value IS 'A vocabulary word, EDTF, plain decimal digits, an ISO code, an ISO 8601 duration, a mention_id, or the words themselves; null where words were read that give no value.';
COMMENT ON COLUMN claim.article_id IS 'The article the words stand in.';
COMMENT ON COLUMN claim.paragraph_no IS 'The paragraph the words stand in.';
COMMENT ON COLUMN claim.start_char IS 'First character of the quote in the paragraph''s text, from 0.';
COMMENT ON COLUMN claim.end_char IS 'Character after the quote''s last.';
COMMENT ON COLUMN claim.quote IS 'The words the value was read from, exactly as they stand.';
COMMENT ON COLUMN claim.basis IS 'stated (the words say it), resolved (the words point at something said elsewhere) or inferred (a documented rule).';
COMMENT ON COLUMN claim.extractor IS 'Who read it.';
COMMENT ON COLUMN claim.modality IS 'How surely it is said: asserted, planned, possible or denied; null: not read.';
COMMENT ON COLUMN claim.attribution_id IS 'Who says so, where the article names a source; null: nobody is named, or not read.';

CREATE TABLE attribution (
    attribution_id VARCHAR,
    article_id VARCHAR,
    paragraph_no INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    quote VARCHAR USING COMPRESSION zstd,
    kind VARCHAR,
    actor_mention_id VARCHAR,
    source_count INTEGER
);
COMMENT ON TABLE attribution IS 'One row per source that an article names for a claim. Key: attribution_id.';
COMMENT ON COLUMN attribution.attribution_id IS 'Made from the place of the words and what they are read as.';
COMMENT ON COLUMN attribution.article_id IS 'The article the words stand in.';
COMMENT ON COLUMN attribution.paragraph_no IS 'The paragraph the words stand in; not always that of the claim.';
COMMENT ON COLUMN attribution.start_char IS 'First character of the quote in the paragraph''s text, from 0.';
COMMENT ON COLUMN attribution.end_char IS 'Character after the quote''s last.';
COMMENT ON COLUMN attribution.quote IS 'The words that name the source, exactly as they stand, without «according to».';
COMMENT ON COLUMN attribution.kind IS 'agency, outlet, official_statement, named_person, named_office, anonymous or document; null: the words do not tell.';
COMMENT ON COLUMN attribution.actor_mention_id IS 'The source as an actor of the article, where it is one: a mention_id.';
COMMENT ON COLUMN attribution.source_count IS 'How many sources speak, where the words count them: «ثلاثة مصادر» is 3.';

CREATE TABLE span (
    article_id VARCHAR,
    paragraph_no INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    kind VARCHAR,
    quote VARCHAR USING COMPRESSION zstd,
    used BOOLEAN
);
COMMENT ON TABLE span IS 'One row per number, date, amount of money, name or place that a reader saw, claimed or passed over. Key: article_id, paragraph_no, start_char, end_char, kind.';
COMMENT ON COLUMN span.article_id IS 'The article the words stand in.';
COMMENT ON COLUMN span.paragraph_no IS 'The paragraph the words stand in.';
COMMENT ON COLUMN span.start_char IS 'First character in the paragraph''s text, from 0.';
COMMENT ON COLUMN span.end_char IS 'Character after the last.';
COMMENT ON COLUMN span.kind IS 'number, date, money, name or place.';
COMMENT ON COLUMN span.quote IS 'The words.';
COMMENT ON COLUMN span.used IS 'Whether a claim rests on it.';

CREATE TABLE actor (
    actor_id VARCHAR,
    kind VARCHAR,
    name VARCHAR,
    country VARCHAR,
    name_en VARCHAR,
    wikidata_id VARCHAR
);
COMMENT ON TABLE actor IS 'One row per person, country or body that acts. Key: actor_id.';
COMMENT ON COLUMN actor.actor_id IS 'mention_id of the earliest mention; for a country its ISO 3166-1 alpha-3 code.';
COMMENT ON COLUMN actor.kind IS 'person, country, government, armed_force, armed_group, party, organization, company, igo or media.';
COMMENT ON COLUMN actor.name IS 'Name in the words of the source; null for one known only by an office.';
COMMENT ON COLUMN actor.country IS 'Country the actor belongs to, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN actor.name_en IS 'Name in English, where a file of known actors gives it.';
COMMENT ON COLUMN actor.wikidata_id IS 'Item of Wikidata, where a file of known actors gives it.';

CREATE TABLE meeting (
    meeting_id VARCHAR,
    kind VARCHAR,
    status VARCHAR,
    date VARCHAR,
    date_first DATE,
    date_last DATE,
    date_precision VARCHAR,
    city VARCHAR,
    country VARCHAR,
    venue VARCHAR,
    part_of VARCHAR
);
COMMENT ON TABLE meeting IS 'One row per encounter of named sides. Key: meeting_id.';
COMMENT ON COLUMN meeting.meeting_id IS 'mention_id of the earliest mention.';
COMMENT ON COLUMN meeting.kind IS 'visit, talks, reception, call, summit or ceremony.';
COMMENT ON COLUMN meeting.status IS 'held, planned, cancelled or denied; held where no claim says otherwise.';
COMMENT ON COLUMN meeting.date IS 'EDTF (ISO 8601-2), as precise as the source and no more.';
COMMENT ON COLUMN meeting.date_first IS 'First day that date covers; null for an open beginning.';
COMMENT ON COLUMN meeting.date_last IS 'Last day that date covers; null for an open end.';
COMMENT ON COLUMN meeting.date_precision IS 'day, month, year or interval.';
COMMENT ON COLUMN meeting.city IS 'City, by its name in the lexicon.';
COMMENT ON COLUMN meeting.country IS 'Country it took place in, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN meeting.venue IS 'Place within the city, in the words of the source.';
COMMENT ON COLUMN meeting.part_of IS 'The visit that it belongs to: a meeting_id.';

CREATE TABLE meeting_participant (
    meeting_id VARCHAR,
    actor_id VARCHAR,
    role VARCHAR
);
COMMENT ON TABLE meeting_participant IS 'Who took part in a meeting. Key: meeting_id, actor_id.';
COMMENT ON COLUMN meeting_participant.meeting_id IS 'The meeting.';
COMMENT ON COLUMN meeting_participant.actor_id IS 'The actor who took part.';
COMMENT ON COLUMN meeting_participant.role IS 'host, visitor, attendee or mediator; null where no source says.';

CREATE TABLE agreement (
    agreement_id VARCHAR,
    kind VARCHAR,
    stage VARCHAR,
    date VARCHAR,
    date_first DATE,
    date_last DATE,
    date_precision VARCHAR,
    country VARCHAR,
    subject VARCHAR,
    amount DECIMAL(38, 4),
    currency VARCHAR,
    amount_qualifier VARCHAR,
    duration VARCHAR,
    part_of VARCHAR
);
COMMENT ON TABLE agreement IS 'One row per treaty, memorandum, contract, deal or loan, concluded or under way. Key: agreement_id.';
COMMENT ON COLUMN agreement.agreement_id IS 'mention_id of the earliest mention.';
COMMENT ON COLUMN agreement.kind IS 'treaty, mou, cooperation, trade, defence, arms_deal, energy, loan, investment or other.';
COMMENT ON COLUMN agreement.stage IS 'planned, negotiated, signed, in_force, suspended, cancelled or denied.';
COMMENT ON COLUMN agreement.date IS 'EDTF (ISO 8601-2), as precise as the source and no more.';
COMMENT ON COLUMN agreement.date_first IS 'First day that date covers; null for an open beginning.';
COMMENT ON COLUMN agreement.date_last IS 'Last day that date covers; null for an open end.';
COMMENT ON COLUMN agreement.date_precision IS 'day, month, year or interval.';
COMMENT ON COLUMN agreement.country IS 'Country it was made in, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN agreement.subject IS 'What it is about, in the words of the source.';
COMMENT ON COLUMN agreement.amount IS 'Amount in full units of currency, exact; null with amount_qualifier unspecified where the source is vague.';
COMMENT ON COLUMN agreement.currency IS 'ISO 4217.';
COMMENT ON COLUMN agreement.amount_qualifier IS 'exactly, approximately, more_than, less_than, at_least, up_to or unspecified.';
COMMENT ON COLUMN agreement.duration IS 'ISO 8601 duration in whole years, months, weeks and days.';
COMMENT ON COLUMN agreement.part_of IS 'The visit on which it was made: a meeting_id.';

CREATE TABLE agreement_party (
    agreement_id VARCHAR,
    actor_id VARCHAR,
    role VARCHAR
);
COMMENT ON TABLE agreement_party IS 'Who agreed. Key: agreement_id, actor_id.';
COMMENT ON COLUMN agreement_party.agreement_id IS 'The agreement.';
COMMENT ON COLUMN agreement_party.actor_id IS 'The actor who is a party to it.';
COMMENT ON COLUMN agreement_party.role IS 'supplier, recipient, lender, borrower, signatory or guarantor; null where no source says.';

CREATE TABLE agreement_item (
    agreement_id VARCHAR,
    item VARCHAR,
    quantity DECIMAL(38, 4),
    unit VARCHAR
);
COMMENT ON TABLE agreement_item IS 'What an agreement covers. Key: agreement_id, item, quantity, unit.';
COMMENT ON COLUMN agreement_item.agreement_id IS 'The agreement.';
COMMENT ON COLUMN agreement_item.item IS 'The thing, in the words of the source.';
COMMENT ON COLUMN agreement_item.quantity IS 'How many or how much of it.';
COMMENT ON COLUMN agreement_item.unit IS 'Unit of quantity, in the words of the source.';

CREATE TABLE trade_figure (
    trade_figure_id VARCHAR,
    flow VARCHAR,
    reporter VARCHAR,
    partner VARCHAR,
    commodity VARCHAR,
    amount DECIMAL(38, 4),
    currency VARCHAR,
    amount_qualifier VARCHAR,
    period VARCHAR,
    period_kind VARCHAR,
    period_first DATE,
    period_last DATE,
    same_as VARCHAR
);
COMMENT ON TABLE trade_figure IS 'One row per money amount of trade or investment of or between countries. Key: trade_figure_id.';
COMMENT ON COLUMN trade_figure.trade_figure_id IS 'mention_id of the earliest mention.';
COMMENT ON COLUMN trade_figure.flow IS 'two_way, exports, imports, balance or investment.';
COMMENT ON COLUMN trade_figure.reporter IS 'Country whose figure it is, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN trade_figure.partner IS 'The other country, ISO 3166-1 alpha-3; null: trade with all.';
COMMENT ON COLUMN trade_figure.commodity IS 'Goods in the words of the source; null: all goods.';
COMMENT ON COLUMN trade_figure.amount IS 'Amount in full units of currency, exact.';
COMMENT ON COLUMN trade_figure.currency IS 'ISO 4217.';
COMMENT ON COLUMN trade_figure.amount_qualifier IS 'exactly, approximately, more_than, less_than, at_least, up_to or unspecified.';
COMMENT ON COLUMN trade_figure.period IS 'EDTF; a fiscal year as the text writes it, 2022/2023.';
COMMENT ON COLUMN trade_figure.period_kind IS 'year, fiscal_year, half, quarter, month, range or as_of.';
COMMENT ON COLUMN trade_figure.period_first IS 'First day that period covers, in the widest reading; null for an open beginning.';
COMMENT ON COLUMN trade_figure.period_last IS 'Last day that period covers, in the widest reading; null for an open end.';
COMMENT ON COLUMN trade_figure.same_as IS 'The figure that this one restates in another currency: a trade_figure_id.';

CREATE TABLE judgement (
    judgement_id VARCHAR,
    action VARCHAR,
    id VARCHAR,
    other_id VARCHAR,
    file VARCHAR,
    paragraph_no INTEGER,
    field VARCHAR,
    quote VARCHAR,
    value VARCHAR,
    decided_by VARCHAR,
    decided_on DATE,
    reason VARCHAR,
    applied BOOLEAN
);
COMMENT ON TABLE judgement IS 'One row per decision of a person, as judgements.csv gave it. Key: judgement_id.';
COMMENT ON COLUMN judgement.judgement_id IS 'Made from all other columns but applied, as the row was given.';
COMMENT ON COLUMN judgement.action IS 'accept, reject, correct, explain, same, different or unsure.';
COMMENT ON COLUMN judgement.id IS 'The record, mention or claim it is about in this database: the id given, or where nothing has it any more, what stands on the words given.';
COMMENT ON COLUMN judgement.other_id IS 'The other record or mention of same, different and unsure, found in the same way.';
COMMENT ON COLUMN judgement.file IS 'File of the words it was decided on.';
COMMENT ON COLUMN judgement.paragraph_no IS 'Paragraph of those words.';
COMMENT ON COLUMN judgement.field IS 'Field of the record, where it is about one.';
COMMENT ON COLUMN judgement.quote IS 'The words it was decided on.';
COMMENT ON COLUMN judgement.value IS 'The value that correct gives; of a pair the words of the other, FILE ¶N «QUOTE».';
COMMENT ON COLUMN judgement.decided_by IS 'Who decided.';
COMMENT ON COLUMN judgement.decided_on IS 'When.';
COMMENT ON COLUMN judgement.reason IS 'Why.';
COMMENT ON COLUMN judgement.applied IS 'Whether the build found what it is about and did as it says.';

CREATE TABLE known_actor (
    known_id VARCHAR,
    name VARCHAR,
    aliases VARCHAR,
    name_en VARCHAR,
    kind VARCHAR,
    country VARCHAR,
    wikidata_id VARCHAR,
    actor_id VARCHAR
);
COMMENT ON TABLE known_actor IS 'One row per person or body that the user knew already. Key: known_id.';
COMMENT ON COLUMN known_actor.known_id IS 'The user''s own key.';
COMMENT ON COLUMN known_actor.name IS 'Name that records show.';
COMMENT ON COLUMN known_actor.aliases IS 'Other forms of the name, with | between them.';
COMMENT ON COLUMN known_actor.name_en IS 'Name in English.';
COMMENT ON COLUMN known_actor.kind IS 'Kind of actor.';
COMMENT ON COLUMN known_actor.country IS 'Country, ISO 3166-1 alpha-3.';
COMMENT ON COLUMN known_actor.wikidata_id IS 'Item of Wikidata.';
COMMENT ON COLUMN known_actor.actor_id IS 'The actor who was found to be this one; null: no article names him.';

CREATE TABLE undecided_pair (
    record_type VARCHAR,
    id VARCHAR,
    other_id VARCHAR,
    reason VARCHAR
);
COMMENT ON TABLE undecided_pair IS 'Two records that may be one: something speaks for it, and not enough. Key: id, other_id.';
COMMENT ON COLUMN undecided_pair.record_type IS 'actor, meeting, agreement or trade_figure.';
COMMENT ON COLUMN undecided_pair.id IS 'A mention of the one record.';
COMMENT ON COLUMN undecided_pair.other_id IS 'A mention of the other.';
COMMENT ON COLUMN undecided_pair.reason IS 'What speaks for it.';

CREATE TABLE rejected (
    file VARCHAR,
    locator VARCHAR,
    reason VARCHAR,
    byte_offset BIGINT,
    detail VARCHAR,
    byte_length BIGINT,
    sha256 VARCHAR
);
COMMENT ON TABLE rejected IS 'One row per file that did not become an article, and why. Key: file, locator.';
COMMENT ON COLUMN rejected.file IS 'Path, as in article.file.';
COMMENT ON COLUMN rejected.locator IS 'Place in a file that holds several articles; null for the whole file.';
COMMENT ON COLUMN rejected.reason IS 'empty, not-utf8, nul, too-large, not-regular, symlink, unreadable or duplicate.';
COMMENT ON COLUMN rejected.byte_offset IS 'First byte that could not be read, from 0.';
COMMENT ON COLUMN rejected.detail IS 'What is wrong and what to do, or the file that it repeats.';
COMMENT ON COLUMN rejected.byte_length IS 'Length of the file in bytes, where known.';
COMMENT ON COLUMN rejected.sha256 IS 'SHA-256 of the bytes, where they were read.';

CREATE TABLE build (
    libnews_version VARCHAR,
    schema_version INTEGER,
    extractors VARCHAR,
    given BIGINT,
    accepted BIGINT,
    rejected BIGINT,
    ignored BIGINT,
    paragraphs BIGINT,
    mentions BIGINT,
    claims BIGINT,
    spans BIGINT
);
COMMENT ON TABLE build IS 'One row: what made this database, and how much of what. accepted + rejected = given.';
COMMENT ON COLUMN build.libnews_version IS 'Version of libnews.';
COMMENT ON COLUMN build.schema_version IS 'Version of the tables and views.';
COMMENT ON COLUMN build.extractors IS 'Extractors and their versions, comma-separated.';
COMMENT ON COLUMN build.given IS 'Articles given: files named, and files of known formats in folders.';
COMMENT ON COLUMN build.accepted IS 'Rows of article.';
COMMENT ON COLUMN build.rejected IS 'Rows of rejected.';
COMMENT ON COLUMN build.ignored IS 'Files in folders that are not of a known format.';
COMMENT ON COLUMN build.paragraphs IS 'Rows of paragraph.';
COMMENT ON COLUMN build.mentions IS 'Rows of mention.';
COMMENT ON COLUMN build.claims IS 'Rows of claim.';
COMMENT ON COLUMN build.spans IS 'Rows of span.';

CREATE TABLE digest (
    table_name VARCHAR,
    row_count BIGINT,
    digest VARCHAR,
    row_sum DECIMAL(38, 0),
    place_sum DECIMAL(38, 0)
);
COMMENT ON TABLE digest IS 'One row for every other table, and one named schema for columns, types, comments, views and macros. Key: table_name.';
COMMENT ON COLUMN digest.table_name IS 'Table, or schema.';
COMMENT ON COLUMN digest.row_count IS 'Rows of the table; for schema the lines that were hashed.';
COMMENT ON COLUMN digest.digest IS 'XOR of md5 over the rows, 32 hexadecimal digits, independent of row order.';
COMMENT ON COLUMN digest.row_sum IS 'Sum of 56 bits of the md5 of each row; null where the table has no key.';
COMMENT ON COLUMN digest.place_sum IS 'The same sum, each row times 36 bits of the md5 of its key: where one row changed, the change of this sum divided by that of row_sum tells which.';
