-- No record holds a value that no claim says and no person decided. What a documented rule derives needs no claim: the days a date
-- covers, its precision, the kind of a period, the kind of a country, and the status `held`.

-- rule: record.without-mention
-- title: A record that no article tells of
-- why: Records follow from mentions; one without is an invention.
-- reads: mention, actor, meeting, agreement, trade_figure
-- example: insert into actor (actor_id, kind) values ('actor_aaaaaaaaaaaaaaaaaaaa', 'person')
select r.record_type as table_name, r.record_id as key, 'no mention has this record_id' as detail
from (
    select 'actor' as record_type, actor_id as record_id from actor
    union all select 'meeting', meeting_id from meeting
    union all select 'agreement', agreement_id from agreement
    union all select 'trade_figure', trade_figure_id from trade_figure
) r
anti join mention m on m.record_type = r.record_type and m.record_id = r.record_id;

-- rule: record.value-unsupported
-- title: A record has a value that none of its claims says
-- why: Every value points back to the words it was read from, or to the person who corrected it.
-- reads: claim, mention, judgement, actor, meeting, agreement, trade_figure
-- example: update meeting set city = 'لوزان الكبرى'
with cell as (
    unpivot (
        select 'actor' as record_type, actor_id as record_id, case when kind <> 'country' then kind end as kind,
               name, country
        from actor
    ) on columns(* exclude (record_type, record_id)) into name field value stated
    union all
    unpivot (
        select 'meeting' as record_type, meeting_id as record_id, kind, case when status <> 'held' then status end
               as status, date, city, country, venue, part_of
        from meeting
    ) on columns(* exclude (record_type, record_id)) into name field value stated
    union all
    unpivot (
        select 'agreement' as record_type, agreement_id as record_id, kind, stage, date, country, subject, duration,
               part_of
        from agreement
    ) on columns(* exclude (record_type, record_id)) into name field value stated
    union all
    unpivot (
        select 'trade_figure' as record_type, trade_figure_id as record_id, flow, reporter, partner, commodity, period
        from trade_figure
    ) on columns(* exclude (record_type, record_id)) into name field value stated
)
select cell.record_type as table_name, cell.record_id as key, cell.field,
       cell.field || ' «' || left(cell.stated, 80) || '» has no claim behind it' as detail
from cell
anti join (
    select m.record_type, m.record_id, c.field, coalesce(w.record_id, c.value) as value
    from claim c
    join mention m using (mention_id)
    left join mention w on c.field = 'part_of' and w.mention_id = c.value
    union all
    select m.record_type, m.record_id, j.field, j.value
    from judgement j
    left join claim c on c.claim_id = j.id
    join mention m on m.mention_id = coalesce(c.mention_id, j.id)
    where j.action = 'correct' and j.applied
    union all
    select 'actor', id, field, value from judgement
    where action = 'correct' and applied and regexp_full_match(id, '[A-Z]{3}')
) said
    on said.record_type = cell.record_type and said.record_id = cell.record_id
    and said.field = cell.field and said.value = cell.stated;

-- rule: record.amount-unsupported
-- title: A record has an amount that no one place states
-- why: Amount, currency and qualifier come from one part of one mention, or from a person: no row states a figure no source states.
-- reads: claim, mention, judgement, agreement, trade_figure
-- example: update agreement set amount = amount + 0.0001
with corrected as (
    select m.record_type, m.record_id, j.field, j.value
    from judgement j
    left join claim c on c.claim_id = j.id
    join mention m on m.mention_id = coalesce(c.mention_id, j.id)
    where j.action = 'correct' and j.applied
),
decided as (
    select record_type, record_id,
           bool_or(field in ('amount', 'amount_qualifier')) as amount, bool_or(field = 'currency') as currency
    from corrected
    where field in ('amount', 'currency', 'amount_qualifier')
    group by record_type, record_id
),
told as (
    select m.record_type, m.record_id,
           try_cast(min(c.value) filter (c.field = 'amount') as decimal(38, 4)) as amount,
           min(c.value) filter (c.field = 'currency') as currency,
           min(c.value) filter (c.field = 'amount_qualifier') as amount_qualifier
    from claim c join mention m using (mention_id)
    where c.field in ('amount', 'currency', 'amount_qualifier')
    group by m.record_type, m.record_id, m.mention_id, c.part
    -- A price may be decided where no source gives one.
    union all
    select record_type, record_id, null, null, null from decided
),
stated as (
    select 'agreement' as record_type, agreement_id as record_id, amount, currency, amount_qualifier from agreement
    union all
    select 'trade_figure', trade_figure_id, amount, currency, amount_qualifier from trade_figure
)
select s.record_type as table_name, s.record_id as key, 'amount' as field,
       concat_ws(' ', s.amount_qualifier, rtrim(rtrim(s.amount::varchar, '0'), '.'), s.currency)
       || ' is stated together nowhere' as detail
from (
    select s.*, coalesce(d.amount, false) as amount_decided, coalesce(d.currency, false) as currency_decided
    from stated s left join decided d on d.record_type = s.record_type and d.record_id = s.record_id
) s
anti join told t on t.record_type = s.record_type and t.record_id = s.record_id
    and (s.amount_decided or t.amount is not distinct from s.amount)
    and (s.currency_decided or t.currency is not distinct from s.currency)
    and (s.amount_decided or t.amount_qualifier is not distinct from s.amount_qualifier
         or (s.currency_decided and s.amount_qualifier = 'unspecified'))
where s.amount is not null or s.currency is not null or s.amount_qualifier is not null;

-- rule: record.amount-unqualified
-- title: Amount and qualifier do not fit each other
-- why: An amount has the qualifier its source gives it; it is null exactly where the qualifier is `unspecified`.
-- reads: agreement, trade_figure
-- example: update agreement set amount_qualifier = 'unspecified'
select record_type as table_name, record_id as key, 'amount' as field,
       'amount ' || coalesce(amount::varchar, 'null') || ' with qualifier ' || coalesce(amount_qualifier, 'null')
       as detail
from (
    select 'agreement' as record_type, agreement_id as record_id, amount, currency, amount_qualifier from agreement
    union all
    select 'trade_figure', trade_figure_id, amount, currency, amount_qualifier from trade_figure
)
where (amount is not null and coalesce(amount_qualifier, 'unspecified') = 'unspecified')
   or (amount is null and coalesce(amount_qualifier, 'unspecified') <> 'unspecified')
   or (currency is not null and amount_qualifier is null);

-- rule: meeting-participant.unsupported
-- title: A participant, or the role given, is claimed nowhere
-- why: Participant and role come from one part of one mention of the meeting.
-- reads: claim, mention, meeting_participant
-- example: update meeting_participant set role = 'mediator'
with told as (
    select meeting.record_id as meeting_id, actor.record_id as actor_id, role.value as role
    from claim who
    join mention meeting on meeting.mention_id = who.mention_id and meeting.record_type = 'meeting'
    join mention actor on actor.mention_id = who.value
    left join claim role on role.mention_id = who.mention_id and role.part = who.part
        and role.field = 'participant_role'
    where who.field = 'participant'
)
select 'meeting_participant' as table_name, meeting_id || ' ' || actor_id as key, 'participant' as field,
       'no claim says that ' || actor_id || ' took part' || coalesce(' as ' || s.role, '') as detail
from meeting_participant s
anti join told t using (meeting_id, actor_id)
where s.role is null
union all
select 'meeting_participant', s.meeting_id || ' ' || s.actor_id, 'participant',
       'no claim says that ' || s.actor_id || ' took part as ' || s.role
from meeting_participant s
anti join told t using (meeting_id, actor_id, role)
where s.role is not null;

-- rule: agreement-party.unsupported
-- title: A party, or the role given, is claimed nowhere
-- why: Party and role come from one part of one mention of the agreement.
-- reads: claim, mention, agreement_party
-- example: update agreement_party set role = 'lender' where role is null
with told as (
    select agreement.record_id as agreement_id, actor.record_id as actor_id, role.value as role
    from claim who
    join mention agreement on agreement.mention_id = who.mention_id and agreement.record_type = 'agreement'
    join mention actor on actor.mention_id = who.value
    left join claim role on role.mention_id = who.mention_id and role.part = who.part and role.field = 'party_role'
    where who.field = 'party'
)
select 'agreement_party' as table_name, s.agreement_id || ' ' || s.actor_id as key, 'party' as field,
       'no claim says that ' || s.actor_id || ' is a party' as detail
from agreement_party s
anti join told t using (agreement_id, actor_id)
where s.role is null
union all
select 'agreement_party', s.agreement_id || ' ' || s.actor_id, 'party',
       'no claim says that ' || s.actor_id || ' is a party as ' || s.role
from agreement_party s
anti join told t using (agreement_id, actor_id, role)
where s.role is not null;

-- rule: agreement-item.unsupported
-- title: An item, its quantity or its unit is claimed nowhere
-- why: Item, quantity and unit come from one part of one mention of the agreement.
-- reads: claim, mention, agreement_item
-- example: update agreement_item set quantity = 13
with told as (
    select m.record_id as agreement_id, item.value as item, try_cast(quantity.value as decimal(38, 4)) as quantity,
           unit.value as unit
    from claim item
    join mention m on m.mention_id = item.mention_id and m.record_type = 'agreement'
    left join claim quantity on quantity.mention_id = item.mention_id and quantity.part = item.part
        and quantity.field = 'quantity'
    left join claim unit on unit.mention_id = item.mention_id and unit.part = item.part and unit.field = 'unit'
    where item.field = 'item'
)
select 'agreement_item' as table_name, concat_ws(' ', s.agreement_id, s.item, s.quantity, s.unit) as key, 'item' as field,
       'no one place says «' || left(concat_ws(' ', s.quantity, s.unit, s.item), 80) || '»' as detail
from agreement_item s
anti join told t on t.agreement_id = s.agreement_id and t.item = s.item
    and t.quantity is not distinct from s.quantity and t.unit is not distinct from s.unit;

-- rule: actor.country-not-its-code
-- title: A country's id is not its ISO code, or another actor has a country's id
-- why: A country is an actor of kind country whose actor_id is its ISO 3166-1 code.
-- reads: actor
-- example: update actor set kind = 'person' where actor_id = 'CHE'
select 'actor' as table_name, actor_id as key,
       'kind ' || kind || ', country ' || coalesce(country, 'null') as detail
from actor
where (kind = 'country') <> (length(actor_id) = 3) or (kind = 'country' and country <> actor_id);

-- rule: actor.not-as-known
-- title: An English name or an item of Wikidata is not what the file of known actors gives
-- why: No article is read for them: they stand in table known_actor, in the row of this actor.
-- reads: actor, known_actor
-- example: update actor set wikidata_id = 'Q7' where actor_id = 'CHE'
select 'actor' as table_name, a.actor_id as key,
       concat_ws(', ', 'name_en ' || a.name_en, 'wikidata_id ' || a.wikidata_id) || ' is not from table known_actor'
       as detail
from actor a
left join known_actor k using (actor_id)
where (a.name_en is not null and a.name_en is distinct from k.name_en)
   or (a.wikidata_id is not null and a.wikidata_id is distinct from k.wikidata_id);

-- rule: article.published-on-unexplained
-- title: Publication date and its basis do not stand together
-- why: A date says whether the text or the metadata gives it; without a date there is no basis.
-- reads: article, paragraph
-- example: update article set published_on_basis = null where file = 'first.txt'
select 'article' as table_name, article_id as key, article_id,
       'published_on ' || coalesce(published_on::varchar, 'null') || ', basis ' || coalesce(published_on_basis, 'null')
       as detail
from article
where (published_on is null) <> (published_on_basis is null);
