-- What is well-formed and traced, and still deserves a second look. None of these makes data invalid.

-- rule: meeting.after-publication
-- severity: warning
-- title: A meeting is said to have been held after every article about it was published
-- why: The date was misread, or what was planned is told as held.
-- reads: meeting, mention, article, paragraph
-- example: update article set published_on = '2024-05-01'; update meeting set date_first = '2024-05-03'
select 'meeting' as table_name, m.meeting_id as key, 'date' as field,
       'held on ' || any_value(m.date) || ', last told of on ' || max(a.published_on) as detail
from meeting m
join mention n on n.record_type = 'meeting' and n.record_id = m.meeting_id
join article a on a.article_id = n.article_id
where m.status = 'held' and m.date_first is not null
group by m.meeting_id
having count(*) = count(a.published_on) and max(m.date_first) > max(a.published_on);

-- rule: claim.modality-contradicts
-- severity: warning
-- title: A claim of a status or stage is less or more sure than what it says
-- why: What is planned or denied is not asserted to have been; the words were read in two ways.
-- reads: claim, mention, article, paragraph
-- example: update claim set modality = 'planned' where field = 'stage'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       m.record_type || '.' || c.field || ' is ' || c.value || ', its modality ' || c.modality as detail
from claim c join mention m using (mention_id)
where (c.field = 'status' and m.record_type = 'meeting' or c.field = 'stage' and m.record_type = 'agreement')
  and (c.value = 'planned' and c.modality in ('asserted', 'denied')
       or c.value = 'denied' and c.modality <> 'denied'
       or c.value in ('held', 'signed', 'in_force') and c.modality in ('planned', 'denied'));

-- rule: judgement.not-applied
-- severity: warning
-- title: A judgement is not applied
-- why: What a person decided holds only where it leads to something here and contradicts nothing decided later.
-- reads: judgement, mention, claim, article, paragraph
-- example: update judgement set applied = false
select 'judgement' as table_name, j.judgement_id as key, a.article_id, j.paragraph_no, j.quote,
       j.action || ' ' || j.id || ', by ' || j.decided_by || ' on ' || j.decided_on || ': ' || case
           when m.mention_id is null and c.claim_id is null and not regexp_full_match(j.id, '[A-Z]{3}')
               then 'nothing here has this id' || coalesce(', and nothing stands on its words for sure in ' || j.file, '')
           when j.action = 'same' then 'the two may not be one, or another judgement calls them different'
           when j.action in ('different', 'unsure') then 'the other is not found, or both are one and the same'
           when j.action = 'correct' then 'the field cannot have this value, or a later judgement says otherwise'
           else 'it would leave a record incomplete, or a later judgement says otherwise'
       end as detail
from judgement j
left join mention m on m.mention_id = j.id
left join claim c on c.claim_id = j.id
left join (select file, min(article_id) as article_id from article group by file) a on a.file = j.file
where not j.applied;

-- rule: article.published-on-differs
-- severity: warning
-- title: The text gives another publication date than the metadata
-- why: The metadata wins, and relative dates count from it; one of the two is wrong.
-- reads: article, mention, claim, paragraph
-- example: insert into mention select 'article_aaaaaaaaaaaaaaaaaaaa', 'article', article_id, article_id, null from
--     article where file = 'first.txt'; insert into claim select claim_id || 'x', 'article_aaaaaaaaaaaaaaaaaaaa',
--     'published_on', null, '2024-05-03', article_id, paragraph_no, start_char, end_char, quote, basis, extractor,
--     null, null from claim where field = 'date' and value = '2024-05-03'
select 'article' as table_name, a.article_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       'the text says ' || c.value || ', the metadata ' || a.published_on as detail
from article a
join mention m on m.record_type = 'article' and m.record_id = a.article_id
join claim c on c.mention_id = m.mention_id and c.field = 'published_on'
where a.published_on_basis = 'metadata' and not starts_with(a.published_on::varchar, c.value);

-- rule: known-actor.differs
-- severity: warning
-- title: Articles tell another kind or country of a known actor
-- why: The record keeps what articles say; the file, or the reading, is wrong, or somebody else has the same name.
-- reads: known_actor, actor
-- example: update known_actor set country = 'EGY' where known_id = 'kaabi'
select 'known_actor' as table_name, k.known_id as key,
       concat_ws(', ', case when k.kind <> a.kind then 'kind ' || k.kind || ', in articles ' || a.kind end,
                 case when k.country <> a.country then 'country ' || k.country || ', in articles ' || a.country end)
       as detail
from known_actor k join actor a using (actor_id)
where k.kind <> a.kind or k.country <> a.country;

-- rule: known-actor.name-shared
-- severity: warning
-- title: Two known actors have one name, and no country tells them apart
-- why: That name names neither of them; give the country of both, or fuller names.
-- reads: known_actor, definitions
-- example: update known_actor set aliases = 'سالم الكعبى' where known_id = 'nobody'
with called as (
    select distinct known_id, kind = 'person' as is_person, country,
           unnest(string_split(fold(concat_ws(' | ', name, aliases, name_en)), ' | ')) as name
    from known_actor
    where kind <> 'country'
)
select 'known_actor' as table_name, one.known_id as key, '«' || one.name || '» is ' || other.known_id || ' too' as detail
from called one
join called other using (name, is_person)
where one.known_id < other.known_id and coalesce(one.country = other.country, true);

-- rule: agreement.after-publication
-- severity: warning
-- title: An agreement is said to have been signed after every article about it was published
-- why: The date was misread, or what was planned is told as done.
-- reads: agreement, mention, article, paragraph
-- example: update article set published_on = '2024-05-01';
--     update agreement set stage = 'signed', date_first = '2024-05-03'
select 'agreement' as table_name, g.agreement_id as key, 'date' as field,
       g.stage || ' on ' || any_value(g.date) || ', last told of on ' || max(a.published_on) as detail
from agreement g
join mention n on n.record_type = 'agreement' and n.record_id = g.agreement_id
join article a on a.article_id = n.article_id
where g.stage in ('signed', 'in_force') and g.date_first is not null
group by g.agreement_id, g.stage
having count(*) = count(a.published_on) and max(g.date_first) > max(a.published_on);

-- rule: agreement.one-party
-- severity: warning
-- title: An agreement has fewer than two parties
-- why: Nobody agrees alone: the other side was not read, or a promise was taken for an agreement.
-- reads: agreement, agreement_party
-- example: delete from agreement_party where actor_id = 'OMN'
select 'agreement' as table_name, agreement_id as key, 'party' as field,
       coalesce('its only party is ' || any_value(actor_id), 'it has no party') as detail
from agreement left join agreement_party using (agreement_id)
group by agreement_id
having count(actor_id) < 2;

-- rule: actor.two-countries
-- severity: warning
-- title: A person is said to be of two countries at once
-- why: The article names one, and the reader took another from beside the name; or two people of one name are one record.
-- reads: actor, mention, claim, article, paragraph, judgement
-- example: insert into claim select claim_id || 'x', mention_id, 'country', null, 'EGY', article_id, paragraph_no,
--     start_char, end_char, quote, basis, extractor, null, null from claim where field = 'name' and quote = 'سالم الكعبي';
select 'actor' as table_name, a.actor_id as key, 'country' as field, c.article_id, c.paragraph_no, c.start_char, c.quote,
       coalesce(a.name, a.actor_id) || ' is of ' || a.country || ', and here of ' || c.value as detail
from actor a
join mention m on m.record_type = 'actor' and m.record_id = a.actor_id
join claim c using (mention_id)
where a.kind = 'person' and a.name is not null and c.field = 'country' and c.value <> a.country
  and not exists (
      from judgement j
      where j.applied and j.action in ('accept', 'reject', 'correct', 'explain')
        and (j.id = c.claim_id or j.field = 'country' and j.id in (m.mention_id, m.record_id))
  );

-- rule: record.interval-backwards
-- title: A date or a period ends before it begins
-- why: No day lies in it, so no question about time finds the record.
-- reads: meeting, agreement, trade_figure
-- example: update meeting set date_first = '2024-06-01', date_last = '2024-05-01'
select 'meeting' as table_name, meeting_id as key, 'date' as field, date_first || ' to ' || date_last as detail
from meeting where date_first > date_last
union all
select 'agreement', agreement_id, 'date', date_first || ' to ' || date_last
from agreement where date_first > date_last
union all
select 'trade_figure', trade_figure_id, 'period', period_first || ' to ' || period_last
from trade_figure where period_first > period_last;
