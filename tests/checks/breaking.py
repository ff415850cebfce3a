"""For every rule one change to the sample database that breaks it: SQL, run in order."""

BROKEN: dict[str, str] = {
    "actor.country-not-its-code": "update actor set kind = 'person' where actor_id = 'CHE'",
    "actor.not-as-known": "update actor set wikidata_id = 'Q7' where actor_id = 'CHE'",
    "agreement-item.agreement-missing": "update agreement_item set agreement_id = 'agreement_x'",
    "agreement-item.unsupported": "update agreement_item set quantity = 13",
    "agreement-party.actor-missing": "update agreement_party set actor_id = 'PAK' where actor_id = 'OMN'",
    "agreement-party.agreement-missing": "update agreement_party set agreement_id = 'x' where actor_id = 'OMN'",
    "agreement-party.unsupported": "update agreement_party set role = 'lender' where role is null",
    "article.language-not-read": "update article set language = 'tlh' where file = 'first.txt'",
    "article.published-on-differs": """
        insert into mention select 'article_aaaaaaaaaaaaaaaaaaaa', 'article', article_id, article_id, null
            from article where file = 'first.txt';
        insert into claim select claim_id || 'x', 'article_aaaaaaaaaaaaaaaaaaaa', 'published_on', null, '2024-05-03',
            article_id, paragraph_no, start_char, end_char, quote, basis, extractor, null, null
            from claim where field = 'date' and value = '2024-05-03'""",
    "article.published-on-unexplained": "update article set published_on_basis = null where file = 'first.txt'",
    "article.reprint-missing": "update article set reprint_of = article_id where file = 'first.txt'",
    "attribution.actor-missing": "update attribution set actor_mention_id = 'actor_x'",
    "attribution.claim-missing": "update claim set attribution_id = null",
    "attribution.paragraph-missing": "update attribution set paragraph_no = 99",
    "attribution.quote-differs": "update attribution set quote = 'حارس'",
    "attribution.span-outside": "update attribution set end_char = 2147483647",
    "build.count-differs": "update build set claims = claims + 1",
    "build.not-one-row": "insert into build from build",
    "claim.actor-missing": "update claim set value = mention_id where field = 'participant'",
    "claim.article-differs": """
        update claim set article_id = (select article_id from article where file = 'second.txt')
        where field = 'item'""",
    "claim.attribution-missing": "update claim set attribution_id = 'attribution_x' where attribution_id is not null",
    "claim.field-unknown": "update claim set field = 'venue' where field = 'item'",
    "claim.mention-missing": "update claim set mention_id = 'agreement_x' where field = 'item'",
    "claim.modality-contradicts": "update claim set modality = 'planned' where field = 'stage'",
    "claim.paragraph-missing": "update claim set paragraph_no = 99 where field = 'item'",
    "claim.paragraph-not-read": "update paragraph set kind = 'related_link' where paragraph_no = 2",
    "claim.quote-differs": "update claim set quote = 'طائرات' where field = 'item'",
    "claim.span-outside": "update claim set end_char = 2147483647 where field = 'item'",
    "claim.whole-missing": """
        insert into claim select claim_id || 'x', mention_id, 'part_of', null, 'meeting_aaaaaaaaaaaaaaaaaaaa',
            article_id, paragraph_no, start_char, end_char, quote, basis, extractor, null, null
            from claim where field = 'date' and value = '2024-05-03'""",
    "claim.value-invalid": "update claim set value = '2024-13' where field = 'date' and value = '2024-05'",
    "digest.differs": "update claim set extractor = 'someone' where field = 'item'",
    "digest.extra": "insert into digest values ('ghost', 1, repeat('0', 32))",
    "digest.missing": "delete from digest where table_name = 'claim'",
    "known-actor.actor-missing": "update known_actor set actor_id = 'actor_x' where known_id = 'nobody'",
    "known-actor.actor-repeated": "update known_actor set actor_id = (select max(actor_id) from known_actor)",
    "known-actor.differs": "update known_actor set country = 'EGY' where known_id = 'kaabi'",
    "known-actor.name-shared": "update known_actor set aliases = 'سالم الكعبى' where known_id = 'nobody'",
    "meeting-participant.actor-missing": "update meeting_participant set actor_id = 'actor_x'",
    "meeting-participant.meeting-missing": "update meeting_participant set meeting_id = 'meeting_x'",
    "meeting-participant.unsupported": "update meeting_participant set role = 'mediator'",
    "meeting.after-publication": """
        update article set published_on = '2024-05-01';
        update meeting set date_first = '2024-05-03'""",
    "mention.article-missing": "update mention set article_id = 'article_x' where record_type = 'trade_figure'",
    "mention.record-missing": "update mention set record_id = 'x' where record_type = 'trade_figure'",
    "paragraph.article-missing": "delete from article where file = 'first.txt'",
    "paragraph.length-differs": "update paragraph set text = text || '.' where paragraph_no = 1",
    "paragraph.number-gap": "delete from paragraph where paragraph_no = 1",
    "paragraph.out-of-order": "update paragraph set line_no = 1",
    "paragraph.text-untrimmed": "update paragraph set text = text || chr(160) where paragraph_no = 1",
    "record.amount-unqualified": "update agreement set amount_qualifier = 'unspecified'",
    "record.amount-unsupported": "update agreement set amount = amount + 0.0001",
    "record.date-differs": "update meeting set date_last = date_last + 1",
    "record.date-malformed": "update meeting set date = '3 May'",
    "record.value-unsupported": "update meeting set city = 'لوزان الكبرى'",
    "record.without-mention": "insert into actor (actor_id, kind) values ('actor_aaaaaaaaaaaaaaaaaaaa', 'person')",
    "schema.column-missing": "alter table trade_figure drop column commodity",
    "schema.column-type-differs": "alter table agreement alter amount type double",
    "schema.column-unknown": "alter table meeting add column mood varchar",
    "schema.function-shadowed": "create macro substr(text, first, length) as 'x'",
    "schema.key-repeated": "insert into actor from actor where actor_id = 'CHE'",
    "schema.table-missing": "drop table span",
    "schema.table-unknown": "create table secret (a integer)",
    "schema.value-malformed": "update article set sha256 = 'x'",
    "schema.value-missing": "update claim set basis = null where field = 'item'",
    "schema.value-out-of-range": "update paragraph set col_no = 0",
    "schema.value-unknown": "update actor set country = 'XXX'",
    "schema.view-missing": "drop view coverage",
    "span.outside": "update span set start_char = end_char",
    "span.paragraph-missing": "update span set paragraph_no = 99",
    "span.quote-differs": "update span set quote = 'x'",
}

FILES: dict[str, str] = {
    "source.missing": "first.txt: gone",
    "source.changed": "first.txt: one byte more",
    "source.moved": "first.txt: renamed",
    "source.unknown": "a new file beside it",
}
"""The rules about files, which test_sources.py breaks one by one."""
