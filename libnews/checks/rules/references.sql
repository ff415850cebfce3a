-- Keys that point at rows of other tables.

-- rule: paragraph.article-missing
-- title: A paragraph belongs to no article
-- why: Its text cannot be traced to a file.
-- reads: paragraph, article
-- example: delete from article where file = 'first.txt'
select 'paragraph' as table_name, article_id || ' ' || paragraph_no as key, article_id, paragraph_no,
       'no article ' || article_id as detail
from paragraph anti join article using (article_id);

-- rule: article.reprint-missing
-- title: An article repeats one that is not there, or that is itself a reprint
-- why: reprint_of names the original, so that what both say counts once; chains and rings would count it anew.
-- reads: article
-- example: update article set reprint_of = article_id where file = 'first.txt'
select 'article' as table_name, a.article_id as key, a.article_id,
       case when o.article_id is null then 'no article ' || a.reprint_of
            when o.article_id = a.article_id then 'it repeats itself'
            else a.reprint_of || ' is itself a reprint of ' || o.reprint_of end as detail
from article a
left join article o on o.article_id = a.reprint_of
where a.reprint_of is not null and (o.article_id is null or o.reprint_of is not null or o.article_id = a.article_id);

-- rule: mention.article-missing
-- title: A mention belongs to no article
-- why: A mention is a record as one article tells it.
-- reads: mention, article
-- example: update mention set article_id = 'article_x' where record_type = 'trade_figure'
select 'mention' as table_name, mention_id as key, 'no article ' || article_id as detail
from mention anti join article using (article_id);

-- rule: mention.record-missing
-- title: A mention tells of a record that is not there
-- why: Resolution gives every mention its record, and the record's table holds it.
-- reads: mention, article, actor, meeting, agreement, trade_figure
-- example: update mention set record_id = 'x' where record_type = 'trade_figure'
select 'mention' as table_name, m.mention_id as key, m.article_id,
       m.record_type || ' ' || m.record_id || ' is in no table' as detail
from mention m
anti join (
    select 'article' as record_type, article_id as record_id from article
    union all select 'actor', actor_id from actor
    union all select 'meeting', meeting_id from meeting
    union all select 'agreement', agreement_id from agreement
    union all select 'trade_figure', trade_figure_id from trade_figure
    -- A type of a user's own has no table, and nothing joins its mentions.
    union all select record_type, mention_id from mention where starts_with(record_type, 'x_')
) r on r.record_type = m.record_type and r.record_id = m.record_id
where m.record_id is not null;

-- rule: mention.record-null
-- title: A mention has no record, and no judgement rejects it
-- why: Resolution gives every mention its record; only a person takes one away, and the mention says who.
-- reads: mention, article, judgement
-- example: update mention set record_id = null where record_type = 'trade_figure'
select 'mention' as table_name, m.mention_id as key, m.article_id, coalesce(m.reason, 'no reason is given') as detail
from mention m
anti join (select * from judgement where action = 'reject' and applied and field is null) j
    on m.reason = concat('rejected by ', j.decided_by, ' on ', j.decided_on::varchar, ': ' || j.reason)
where m.record_id is null;

-- rule: undecided-pair.mention-missing
-- title: A pair that is left open names a mention that is not there
-- why: Whoever decides about the two looks them up by these ids.
-- reads: undecided_pair, mention
-- example: update undecided_pair set other_id = 'actor_x'
select 'undecided_pair' as table_name, u.id || ' ' || u.other_id as key,
       'no mention of type ' || u.record_type || ' for both ' || u.id || ' and ' || u.other_id as detail
from undecided_pair u
anti join mention m on m.mention_id = u.id and m.record_type = u.record_type
union
select 'undecided_pair', u.id || ' ' || u.other_id,
       'no mention of type ' || u.record_type || ' for both ' || u.id || ' and ' || u.other_id
from undecided_pair u
anti join mention m on m.mention_id = u.other_id and m.record_type = u.record_type;

-- rule: claim.mention-missing
-- title: A claim belongs to no mention
-- why: Nothing says which record the value is about.
-- reads: claim, mention, article, paragraph
-- example: update claim set mention_id = 'agreement_x' where field = 'item'
select 'claim' as table_name, claim_id as key, article_id, paragraph_no, start_char, quote,
       'no mention ' || mention_id as detail
from claim anti join mention using (mention_id);

-- rule: claim.article-differs
-- title: A claim is read from another article than its mention
-- why: A mention groups what one article says; a claim from elsewhere belongs to a mention of that article.
-- reads: claim, mention, article, paragraph
-- example: update claim set article_id = (select article_id from article where file = 'second.txt') where field =
--     'item'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       'the mention is of ' || m.article_id || ', the claim of ' || c.article_id as detail
from claim c join mention m using (mention_id)
where c.article_id <> m.article_id;

-- rule: claim.paragraph-missing
-- title: A claim rests on a paragraph that is not there
-- why: Its quote cannot be compared with anything.
-- reads: claim, paragraph, article
-- example: update claim set paragraph_no = 99 where field = 'item'
select 'claim' as table_name, claim_id as key, article_id, quote,
       'no paragraph ' || paragraph_no || ' of ' || article_id as detail
from claim anti join paragraph using (article_id, paragraph_no);

-- rule: claim.actor-missing
-- title: A participant or party is no actor of its article
-- why: The value of such a claim is the mention_id of the actor in the same article; otherwise nobody took part.
-- reads: claim, mention, article, paragraph
-- example: update claim set value = mention_id where field = 'participant'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       c.field || ' ' || c.value || ' is no actor mentioned in this article' as detail
from claim c
anti join (select mention_id, article_id from mention where record_type = 'actor') a
    on a.mention_id = c.value and a.article_id = c.article_id
where c.field in ('participant', 'party') and c.value is not null;

-- rule: claim.whole-missing
-- title: A record is part of one that its article does not tell of
-- why: The value of such a claim is the mention_id of another meeting of the same article: the visit on which talks were held or an agreement was made.
-- reads: claim, mention, article, paragraph
-- example: insert into claim select claim_id || 'x', mention_id, 'part_of', null, 'meeting_aaaaaaaaaaaaaaaaaaaa',
--     article_id, paragraph_no, start_char, end_char, quote, basis, extractor, null, null from claim where field =
--     'date' and value = '2024-05-03'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       c.field || ' ' || c.value || ' is no other meeting mentioned in this article' as detail
from claim c
join mention m using (mention_id)
anti join mention w
    on w.mention_id = c.value and w.article_id = c.article_id and w.mention_id <> m.mention_id
    -- A type of a user's own may have parts of its own type.
    and w.record_type = case when starts_with(m.record_type, 'x_') then m.record_type else 'meeting' end
where c.field = 'part_of' and c.value is not null;

-- rule: claim.attribution-missing
-- title: A claim is said by a source that its article does not name
-- why: Who says so stands in the same article, in words that can be looked up.
-- reads: claim, attribution, article, paragraph
-- example: update claim set attribution_id = 'attribution_x' where attribution_id is not null
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       'no attribution ' || c.attribution_id || ' in this article' as detail
from claim c
anti join attribution n on n.attribution_id = c.attribution_id and n.article_id = c.article_id
where c.attribution_id is not null;

-- rule: attribution.claim-missing
-- title: A source says nothing
-- why: An attribution is kept for the claims that rest on it; one without is left over from something else.
-- reads: attribution, claim, article, paragraph
-- example: update claim set attribution_id = null
select 'attribution' as table_name, attribution_id as key, article_id, paragraph_no, start_char, quote,
       'no claim has this attribution_id' as detail
from attribution anti join (select attribution_id from claim where attribution_id is not null) using (attribution_id);

-- rule: attribution.paragraph-missing
-- title: An attribution lies in a paragraph that is not there
-- why: Its quote cannot be compared with anything.
-- reads: attribution, paragraph, article
-- example: update attribution set paragraph_no = 99
select 'attribution' as table_name, attribution_id as key, article_id, quote,
       'no paragraph ' || paragraph_no || ' of ' || article_id as detail
from attribution anti join paragraph using (article_id, paragraph_no);

-- rule: attribution.actor-missing
-- title: A source is said to be an actor that its article does not mention
-- why: actor_mention_id is the mention_id of an actor in the same article; otherwise nobody knows who speaks.
-- reads: attribution, mention, article, paragraph
-- example: update attribution set actor_mention_id = 'actor_x'
select 'attribution' as table_name, n.attribution_id as key, n.article_id, n.paragraph_no, n.start_char, n.quote,
       n.actor_mention_id || ' is no actor mentioned in this article' as detail
from attribution n
anti join (select mention_id, article_id from mention where record_type = 'actor') a
    on a.mention_id = n.actor_mention_id and a.article_id = n.article_id
where n.actor_mention_id is not null;

-- rule: span.paragraph-missing
-- title: A span lies in a paragraph that is not there
-- why: Its quote cannot be compared with anything.
-- reads: span, paragraph, article
-- example: update span set paragraph_no = 99
select 'span' as table_name, concat_ws(' ', article_id, paragraph_no, start_char, end_char, kind) as key,
       article_id, quote, 'no paragraph ' || paragraph_no || ' of ' || article_id as detail
from span anti join paragraph using (article_id, paragraph_no);

-- rule: meeting-participant.meeting-missing
-- title: Someone takes part in a meeting that is not there
-- why: The row says nothing about any meeting.
-- reads: meeting_participant, meeting
-- example: update meeting_participant set meeting_id = 'meeting_x'
select 'meeting_participant' as table_name, meeting_id || ' ' || actor_id as key, 'no meeting ' || meeting_id as detail
from meeting_participant anti join meeting using (meeting_id);

-- rule: meeting-participant.actor-missing
-- title: A participant is no actor
-- why: Nobody can tell who took part.
-- reads: meeting_participant, actor
-- example: update meeting_participant set actor_id = 'actor_x'
select 'meeting_participant' as table_name, meeting_id || ' ' || actor_id as key, 'no actor ' || actor_id as detail
from meeting_participant anti join actor using (actor_id);

-- rule: agreement-party.agreement-missing
-- title: Someone is party to an agreement that is not there
-- why: The row says nothing about any agreement.
-- reads: agreement_party, agreement
-- example: update agreement_party set agreement_id = 'x' where actor_id = 'OMN'
select 'agreement_party' as table_name, agreement_id || ' ' || actor_id as key, 'no agreement ' || agreement_id as detail
from agreement_party anti join agreement using (agreement_id);

-- rule: agreement-party.actor-missing
-- title: A party is no actor
-- why: Nobody can tell who agreed.
-- reads: agreement_party, actor
-- example: update agreement_party set actor_id = 'PAK' where actor_id = 'OMN'
select 'agreement_party' as table_name, agreement_id || ' ' || actor_id as key, 'no actor ' || actor_id as detail
from agreement_party anti join actor using (actor_id);

-- rule: agreement-item.agreement-missing
-- title: An item belongs to an agreement that is not there
-- why: The row says nothing about any agreement.
-- reads: agreement_item, agreement
-- example: update agreement_item set agreement_id = 'agreement_x'
select 'agreement_item' as table_name, concat_ws(' ', agreement_id, item, quantity, unit) as key, 'no agreement ' || agreement_id as detail
from agreement_item anti join agreement using (agreement_id);

-- rule: known-actor.actor-missing
-- title: A known actor is found to be an actor that is not there
-- why: actor_id is null where no article names him, and else leads to his record.
-- reads: known_actor, actor
-- example: update known_actor set actor_id = 'actor_x' where known_id = 'nobody'
select 'known_actor' as table_name, known_id as key, 'no actor ' || actor_id as detail
from known_actor anti join actor using (actor_id)
where actor_id is not null;

-- rule: known-actor.actor-repeated
-- title: Two known actors are one actor
-- why: Whoever stands in two rows is two: no rule joins them.
-- reads: known_actor
-- example: update known_actor set actor_id = (select max(actor_id) from known_actor)
select 'known_actor' as table_name, min(known_id) as key,
       string_agg(known_id, ', ' order by known_id) || ' are all ' || actor_id as detail
from known_actor
where actor_id is not null
group by actor_id
having count(*) > 1;

-- rule: meeting.part-of-missing
-- title: A meeting is part of one that is not there, or of itself
-- why: part_of names the visit that talks belong to; a ring of parts has no whole.
-- reads: meeting
-- example: update meeting set part_of = meeting_id
with recursive chain as (
    select meeting_id, part_of as whole from meeting where part_of is not null
    union
    select c.meeting_id, m.part_of from chain c join meeting m on m.meeting_id = c.whole where m.part_of is not null
)
select 'meeting' as table_name, meeting_id as key, 'no meeting ' || part_of as detail
from meeting p
where part_of is not null and not exists (from meeting w where w.meeting_id = p.part_of)
union all
select 'meeting', meeting_id, 'its whole is, in the end, itself' from chain where whole = meeting_id;

-- rule: agreement.part-of-missing
-- title: An agreement was made on a visit that is not there
-- why: part_of names the visit, a meeting, so that the two can be read together.
-- reads: agreement, meeting
-- example: update agreement set part_of = agreement_id
select 'agreement' as table_name, agreement_id as key, 'no meeting ' || part_of as detail
from agreement
anti join meeting on meeting_id = agreement.part_of
where agreement.part_of is not null;

-- rule: trade-figure.same-as-missing
-- title: A figure restates one that is not there, or that itself restates another
-- why: same_as names the figure that was said first, so that no sum is counted twice.
-- reads: trade_figure
-- example: update trade_figure set same_as = trade_figure_id
select 'trade_figure' as table_name, f.trade_figure_id as key,
       case when o.trade_figure_id is null then 'no trade figure ' || f.same_as
            when o.trade_figure_id = f.trade_figure_id then 'it restates itself'
            else f.same_as || ' itself restates ' || o.same_as end as detail
from trade_figure f
left join trade_figure o on o.trade_figure_id = f.same_as
where f.same_as is not null and (o.trade_figure_id is null or o.same_as is not null or o.trade_figure_id = f.trade_figure_id);
