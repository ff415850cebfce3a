-- The rules of `libnews validate` as somebody would write them who has no libnews: each statement counts what is wrong,
-- in one scan where several things can be seen at once. Written from docs/tables.md and docs/rules.md, for comparison only.
-- `{…}` stands for a list of words or codes. The statements of one step follow its `-- step:` line.

-- step: columns

select count_if(article_id is null or not regexp_full_match(article_id, 'article_[a-z2-7]{20}'))
     + count_if(file is null or file = '') + count_if(sha256 is null or not regexp_full_match(sha256, '[0-9a-f]{64}'))
     + count_if(byte_length is null or byte_length < 0) + count_if(encoding is null or encoding = '')
     + count_if(published_on_basis not in {PublishedOnBasis}) + count_if(metadata is null)
     + count(*) - count(distinct article_id)
from article;

select count_if(article_id is null) + count_if(paragraph_no is null or paragraph_no < 1)
     + count_if(line_no is null or line_no < 1) + count_if(col_no is null or col_no < 1)
     + count_if(kind is null or kind not in {ParagraphKind}) + count_if(start_char is null or start_char < 0)
     + count_if(end_char is null) + count_if(text is null or text = '')
from paragraph;
select count(*) from (select 1 from paragraph group by article_id, paragraph_no having count(*) > 1);

select count_if(mention_id is null
                or not regexp_full_match(mention_id, '(article|actor|meeting|agreement|trade_figure|x_[a-z0-9_]+)_[a-z2-7]{20}'))
     + count_if(record_type is null or not regexp_full_match(record_type, 'article|actor|meeting|agreement|trade_figure|x_[a-z0-9_]+'))
     + count_if(article_id is null)
from mention;
select count(*) from (select 1 from mention group by mention_id having count(*) > 1);

select count_if(claim_id is null or not regexp_full_match(claim_id, 'claim_[a-z2-7]{20}')) + count_if(mention_id is null)
     + count_if(field is null) + count_if(part < 1) + count_if(article_id is null) + count_if(paragraph_no is null)
     + count_if(start_char is null) + count_if(end_char is null) + count_if(quote is null)
     + count_if(basis is null or basis not in {Basis}) + count_if(modality not in {Modality})
     + count_if(extractor is null or not regexp_full_match(extractor, '(human|program):[^\t\n\f\r ]+'))
from claim;
select count(*) from (select 1 from claim group by claim_id having count(*) > 1);

select count_if(attribution_id is null or not regexp_full_match(attribution_id, 'attribution_[a-z2-7]{20}'))
     + count_if(article_id is null) + count_if(paragraph_no is null) + count_if(start_char is null) + count_if(end_char is null)
     + count_if(quote is null) + count_if(kind not in {AttributionKind}) + count_if(source_count < 1)
     + count(*) - count(distinct attribution_id)
from attribution;

select count_if(article_id is null) + count_if(paragraph_no is null) + count_if(start_char is null)
     + count_if(end_char is null) + count_if(kind is null or kind not in {SpanKind}) + count_if(quote is null)
     + count_if(used is null)
from span;
select count(*) from (select 1 from span group by article_id, paragraph_no, start_char, end_char, kind having count(*) > 1);

select count_if(actor_id is null or not regexp_full_match(actor_id, '[A-Z]{3}|actor_[a-z2-7]{20}'))
     + count_if(kind is null or kind not in {ActorKind}) + count_if(name = '') + count_if(country not in {countries})
     + count_if(name_en = '') + count_if(not regexp_full_match(wikidata_id, 'Q[1-9][0-9]*'))
     + count(*) - count(distinct actor_id)
from actor;

select count_if(meeting_id is null or not regexp_full_match(meeting_id, 'meeting_[a-z2-7]{20}'))
     + count_if(kind is null or kind not in {MeetingKind}) + count_if(status is null or status not in {MeetingStatus})
     + count_if(date_precision not in {DatePrecision}) + count_if(city = '') + count_if(country not in {countries})
     + count_if(venue = '') + count(*) - count(distinct meeting_id)
from meeting;

select count_if(meeting_id is null) + count_if(actor_id is null) + count_if(role not in {ParticipantRole})
     + count(*) - count(distinct (meeting_id, actor_id))
from meeting_participant;

select count_if(agreement_id is null or not regexp_full_match(agreement_id, 'agreement_[a-z2-7]{20}'))
     + count_if(kind is null or kind not in {AgreementKind}) + count_if(stage not in {AgreementStage})
     + count_if(date_precision not in {DatePrecision}) + count_if(country not in {countries}) + count_if(subject = '')
     + count_if(currency not in {currencies}) + count_if(amount_qualifier not in {Qualifier})
     + count_if(not regexp_full_match(duration,
                'P([0-9]+Y([0-9]+M)?([0-9]+W)?([0-9]+D)?|[0-9]+M([0-9]+W)?([0-9]+D)?|[0-9]+W([0-9]+D)?|[0-9]+D)'))
     + count(*) - count(distinct agreement_id)
from agreement;

select count_if(agreement_id is null) + count_if(actor_id is null) + count_if(role not in {PartyRole})
     + count(*) - count(distinct (agreement_id, actor_id))
from agreement_party;

select count_if(agreement_id is null) + count_if(item is null or item = '') + count_if(unit = '')
     + count(*) - count(distinct (agreement_id, item, quantity, unit))
from agreement_item;

select count_if(trade_figure_id is null or not regexp_full_match(trade_figure_id, 'trade_figure_[a-z2-7]{20}'))
     + count_if(flow is null or flow not in {Flow}) + count_if(reporter not in {countries}) + count_if(partner not in {countries})
     + count_if(commodity = '') + count_if(amount is null) + count_if(currency not in {currencies})
     + count_if(amount_qualifier is null or amount_qualifier not in {Qualifier}) + count_if(period_kind not in {PeriodKind})
     + count(*) - count(distinct trade_figure_id)
from trade_figure;

select count_if(judgement_id is null or not regexp_full_match(judgement_id, 'judgement_[a-z2-7]{20}'))
     + count_if(action is null or action not in {JudgementAction}) + count_if(id is null or id = '')
     + count_if(decided_by is null or decided_by = '') + count_if(decided_on is null) + count_if(applied is null)
     + count(*) - count(distinct judgement_id)
from judgement;
select count_if(known_id is null or known_id = '') + count_if(name is null or name = '')
     + count_if(kind is null or kind not in {ActorKind}) + count_if(country not in {countries})
     + count(*) - count(distinct known_id)
from known_actor;
select count_if(record_type is null or record_type not in {RecordType}) + count_if(id is null) + count_if(other_id is null)
     + count_if(reason is null or reason = '') + count(*) - count(distinct (id, other_id))
from undecided_pair;
select count_if(file is null or file = '') + count_if(reason is null or reason not in {RejectedReason}) + count_if(detail is null)
     + count(*) - count(distinct (file, locator))
from rejected;
select count_if(libnews_version is null) + count_if(schema_version < 1) + count_if(given < 0) + abs(count(*) - 1) from build;
select count_if(digest is null or not regexp_full_match(digest, '[0-9a-f]{32}')) + count(*) - count(distinct table_name)
from digest;

-- step: relations and quotes

select count_if(length(text) <> end_char::bigint - start_char)
     + count_if(regexp_matches(text, '^[\s\p{Z}\x{1c}-\x{1f}\x{85}]|[\s\p{Z}\x{1c}-\x{1f}\x{85}]$|[\r\n]'))
from paragraph;
select count(*) from (select 1 from paragraph group by article_id having min(paragraph_no) <> 1 or max(paragraph_no) <> count(*));
select count(*)
from paragraph p join paragraph q on q.article_id = p.article_id and q.paragraph_no = p.paragraph_no + 1
where q.line_no <= p.line_no or q.start_char <= p.end_char;
select count(*) from paragraph anti join article using (article_id);
select count(*) from article a left join article o on o.article_id = a.reprint_of
where a.reprint_of is not null and (o.article_id is null or o.reprint_of is not null or o.article_id = a.article_id)
   or (a.published_on is null) <> (a.published_on_basis is null);

-- Each claim with its mention, paragraph, actor, whole and source.
select count_if(m.mention_id is null) + count_if(p.article_id is null) + count_if(m.article_id <> c.article_id)
     + count_if(p.kind in ('boilerplate', 'related_link'))
     + count_if(c.start_char < 0 or c.start_char >= c.end_char or c.end_char > length(p.text))
     + count_if(c.quote <> substr(p.text, c.start_char + 1, c.end_char - c.start_char))
     + count_if((c.field = 'status' and m.record_type = 'meeting' or c.field = 'stage' and m.record_type = 'agreement')
                and (c.value = 'planned' and c.modality in ('asserted', 'denied') or c.value = 'denied' and c.modality <> 'denied'
                     or c.value in ('held', 'signed', 'in_force') and c.modality in ('planned', 'denied')))
from claim c
left join mention m using (mention_id)
left join paragraph p on p.article_id = c.article_id and p.paragraph_no = c.paragraph_no;
select count_if(c.field in ('participant', 'party') and (v.mention_id is null or v.record_type <> 'actor' or v.article_id <> c.article_id))
     + count_if(c.field = 'part_of' and (v.mention_id is null or v.article_id <> c.article_id or v.mention_id = c.mention_id
                or v.record_type <> 'meeting' and not starts_with(v.record_type, 'x_')))
from claim c left join mention v on v.mention_id = c.value
where c.field in ('participant', 'party', 'part_of') and c.value is not null;
select count(*) from claim c anti join attribution n on n.attribution_id = c.attribution_id and n.article_id = c.article_id
where c.attribution_id is not null;

select count_if(p.article_id is null) + count_if(a.mention_id is null and n.actor_mention_id is not null)
     + count_if(n.start_char < 0 or n.start_char >= n.end_char or n.end_char > length(p.text))
     + count_if(n.quote <> substr(p.text, n.start_char + 1, n.end_char - n.start_char))
from attribution n
left join paragraph p on p.article_id = n.article_id and p.paragraph_no = n.paragraph_no
left join mention a on a.mention_id = n.actor_mention_id and a.record_type = 'actor' and a.article_id = n.article_id;
select count(*) from attribution anti join claim using (attribution_id);

select count_if(p.article_id is null)
     + count_if(s.start_char < 0 or s.start_char >= s.end_char or s.end_char > length(p.text))
     + count_if(s.quote <> substr(p.text, s.start_char + 1, s.end_char - s.start_char))
from span s left join paragraph p on p.article_id = s.article_id and p.paragraph_no = s.paragraph_no;

select count(*) from mention anti join article using (article_id);
select count_if(m.record_id is null and j.judgement_id is null) + count_if(m.record_id is not null and r.id is null)
from mention m
left join (select 'article' as type, article_id as id from article union all select 'actor', actor_id from actor
           union all select 'meeting', meeting_id from meeting union all select 'agreement', agreement_id from agreement
           union all select 'trade_figure', trade_figure_id from trade_figure
           union all select record_type, mention_id from mention where starts_with(record_type, 'x_')) r
    on r.type = m.record_type and r.id = m.record_id
left join judgement j on m.record_id is null and j.action = 'reject' and j.applied and starts_with(m.reason, 'rejected by ' || j.decided_by);
select count(*) from undecided_pair u
left join mention a on a.mention_id = u.id and a.record_type = u.record_type
left join mention b on b.mention_id = u.other_id and b.record_type = u.record_type
where a.mention_id is null or b.mention_id is null;
select count_if(m.meeting_id is null) + count_if(a.actor_id is null)
from meeting_participant p left join meeting m using (meeting_id) left join actor a on a.actor_id = p.actor_id;
select count_if(g.agreement_id is null) + count_if(a.actor_id is null)
from agreement_party p left join agreement g using (agreement_id) left join actor a on a.actor_id = p.actor_id;
select count(*) from agreement_item anti join agreement using (agreement_id);
select count(*) from meeting p left join meeting w on w.meeting_id = p.part_of
where p.part_of is not null and (w.meeting_id is null or w.part_of = p.meeting_id or w.meeting_id = p.meeting_id);
select count(*) from agreement a anti join meeting m on m.meeting_id = a.part_of where a.part_of is not null;
select count(*) from trade_figure f left join trade_figure o on o.trade_figure_id = f.same_as
where f.same_as is not null and (o.trade_figure_id is null or o.same_as is not null or o.trade_figure_id = f.trade_figure_id);
select count(*) from known_actor k left join actor a using (actor_id)
where k.actor_id is not null and (a.actor_id is null or k.kind <> a.kind or k.country <> a.country);
select count(*) from actor a left join known_actor k using (actor_id)
where (a.kind = 'country') <> (length(a.actor_id) = 3) or a.kind = 'country' and a.country <> a.actor_id
   or a.name_en is not null and a.name_en is distinct from k.name_en
   or a.wikidata_id is not null and a.wikidata_id is distinct from k.wikidata_id;
select count(*) from (
    select 1 from meeting m join mention n on n.record_type = 'meeting' and n.record_id = m.meeting_id
    join article a using (article_id) where m.status = 'held' and m.date_first is not null group by m.meeting_id
    having count(*) = count(a.published_on) and any_value(m.date_first) > max(a.published_on)
);
select count(*) from article a join mention m on m.record_type = 'article' and m.record_id = a.article_id
join claim c on c.mention_id = m.mention_id and c.field = 'published_on'
where a.published_on_basis = 'metadata' and not starts_with(a.published_on::varchar, c.value);
select count(*) from judgement where not applied;
select count(*) from (
    select 1 from agreement g join mention n on n.record_type = 'agreement' and n.record_id = g.agreement_id
    join article a using (article_id) where g.stage in ('signed', 'in_force') and g.date_first is not null group by g.agreement_id
    having count(*) = count(a.published_on) and any_value(g.date_first) > max(a.published_on)
);
select count(*) from (
    select 1 from agreement left join agreement_party using (agreement_id) group by agreement_id having count(actor_id) < 2
);
select count(*) from actor a join mention m on m.record_id = a.actor_id and m.record_type = 'actor'
join claim c on c.mention_id = m.mention_id and c.field = 'country'
left join judgement j on j.applied and j.id in (c.claim_id, m.mention_id, m.record_id)
where a.kind = 'person' and a.name is not null and c.value <> a.country and j.id is null;
select (select count_if(date_first > date_last) from meeting) + (select count_if(date_first > date_last) from agreement)
     + (select count_if(period_first > period_last) from trade_figure);

-- No record says what no claim says: kept once as a table, and asked by every kind of record.
create temp table said as
select distinct m.record_type, m.record_id, c.field, coalesce(w.record_id, c.value) as value
from claim c join mention m using (mention_id)
left join mention w on c.field in ('participant', 'party', 'part_of') and w.mention_id = c.value
where m.record_type <> 'article' and m.record_id is not null;
select count(*) from (
    select 'actor' as type, actor_id as id, unnest(['kind', 'name', 'country']) as field,
           unnest([case when kind <> 'country' then kind end, name, country]) as value from actor
    union all
    select 'meeting', meeting_id, unnest(['kind', 'status', 'date', 'city', 'country', 'venue', 'part_of']),
           unnest([kind, case when status <> 'held' then status end, date, city, country, venue, part_of]) from meeting
    union all
    select 'agreement', agreement_id, unnest(['kind', 'stage', 'date', 'country', 'subject', 'duration', 'part_of']),
           unnest([kind, stage, date, country, subject, duration, part_of]) from agreement
    union all
    select 'trade_figure', trade_figure_id, unnest(['flow', 'reporter', 'partner', 'commodity', 'period']),
           unnest([flow, reporter, partner, commodity, period]) from trade_figure
    union all select 'meeting', meeting_id, 'participant', actor_id from meeting_participant
    union all select 'meeting', meeting_id, 'participant_role', role from meeting_participant
    union all select 'agreement', agreement_id, 'party', actor_id from agreement_party
    union all select 'agreement', agreement_id, 'party_role', role from agreement_party
    union all select 'agreement', agreement_id, 'item', item from agreement_item
    union all select 'agreement', agreement_id, 'unit', unit from agreement_item
) r
anti join said s on s.record_type = r.type and s.record_id = r.id and s.field = r.field and s.value = r.value
where r.value is not null;
drop table said;
select count(*) from (
    select agreement_id as id, amount, currency, amount_qualifier from agreement
    union all select trade_figure_id, amount, currency, amount_qualifier from trade_figure
) r
anti join (
    select m.record_id, try_cast(max(c.value) filter (c.field = 'amount') as decimal(38, 4)) as amount,
           max(c.value) filter (c.field = 'currency') as currency,
           max(c.value) filter (c.field = 'amount_qualifier') as amount_qualifier
    from claim c join mention m using (mention_id) where c.field in ('amount', 'currency', 'amount_qualifier')
    group by m.record_id, m.mention_id, c.part
) s on s.record_id = r.id and s.amount is not distinct from r.amount and s.currency is not distinct from r.currency
    and s.amount_qualifier is not distinct from r.amount_qualifier
where r.amount is not null or r.currency is not null or r.amount_qualifier is not null;
select count_if(amount is null and amount_qualifier <> 'unspecified' or amount is not null and amount_qualifier = 'unspecified')
from (select amount, amount_qualifier from agreement union all select amount, amount_qualifier from trade_figure);
select count(*) from (
    select actor_id as id from actor union all select meeting_id from meeting union all select agreement_id from agreement
    union all select trade_figure_id from trade_figure
) anti join mention on record_id = id;
select count_if(accepted <> (select count(*) from article)) + count_if(rejected <> (select count(*) from rejected))
     + count_if(given <> accepted + rejected) + count_if(paragraphs <> (select count(*) from paragraph))
     + count_if(mentions <> (select count(*) from mention)) + count_if(claims <> (select count(*) from claim))
     + count_if(spans <> (select count(*) from span))
from build;

-- step: dates

select count_if(date_first is distinct from edtf_first(date)) + count_if(date_last is distinct from edtf_last(date))
     + count_if(date_precision is distinct from edtf_precision(date))
     + count_if(date is not null and edtf_first(date) is null and edtf_last(date) is null)
from (select date, date_first, date_last, date_precision from meeting
      union all select date, date_first, date_last, date_precision from agreement);
select count_if(period_first is distinct from edtf_first(period)) + count_if(period_last is distinct from edtf_last(period))
     + count_if(period_kind is distinct from edtf_period_kind(period))
from trade_figure;

-- step: values

select count(*) from (
    select m.record_type, c.field, c.value from claim c join mention m using (mention_id) where c.value is not null
)
where trim(value) = ''
   or field in ('date', 'period', 'published_on') and edtf_first(value) is null and edtf_last(value) is null
   or field in ('amount', 'quantity') and exact_decimal(value) is null
   or field = 'currency' and value not in {currencies}
   or field in ('country', 'reporter', 'partner') and value not in {countries}
   or field = 'amount_qualifier' and value not in {Qualifier}
   or field = 'status' and value not in {MeetingStatus} or field = 'stage' and value not in {AgreementStage}
   or field = 'participant_role' and value not in {ParticipantRole} or field = 'party_role' and value not in {PartyRole}
   or field = 'flow' and value not in {Flow}
   or field = 'kind' and (record_type = 'actor' and value not in {ActorKind} or record_type = 'meeting' and value not in {MeetingKind}
                          or record_type = 'agreement' and value not in {AgreementKind})
   or record_type in ('article', 'actor', 'meeting', 'agreement', 'trade_figure') and field not in {fields};
select count(*) from article where language is null or language <> 'ar';

-- step: records computed again

select count(*) from ((from actor except from derived.actor) union all (from derived.actor except from actor));
select count(*) from ((from meeting except from derived.meeting) union all (from derived.meeting except from meeting));
select count(*) from ((from meeting_participant except from derived.meeting_participant)
                      union all (from derived.meeting_participant except from meeting_participant));
select count(*) from ((from agreement except from derived.agreement) union all (from derived.agreement except from agreement));
select count(*) from ((from agreement_party except from derived.agreement_party)
                      union all (from derived.agreement_party except from agreement_party));
select count(*) from ((from agreement_item except from derived.agreement_item)
                      union all (from derived.agreement_item except from agreement_item));
select count(*) from ((from trade_figure except from derived.trade_figure) union all (from derived.trade_figure except from trade_figure));
