-- Totals: row checks pass beautifully on an empty table.

-- rule: build.not-one-row
-- title: The build table does not have exactly one row
-- why: Its row says what made this database and how much of what it holds.
-- reads: build
-- example: insert into build from build
select 'build' as table_name, null as key, count(*) || ' rows' as detail
from build
having count(*) <> 1;

-- rule: build.count-differs
-- title: The build counted another number of rows than there are
-- why: Accepted and rejected together are what was given; nothing is lost in silence.
-- reads: build, article, rejected, paragraph, mention, claim, span
-- example: update build set claims = claims + 1
select 'build' as table_name, counted.name as key,
       'build.' || counted.name || ' is ' || coalesce(counted.said::varchar, 'null') || ', there are ' || counted.found
       as detail
from (
    select 'given' as name, given as said,
           (select count(*) from article) + (select count(*) from rejected) as found from build
    union all select 'accepted', accepted, (select count(*) from article) from build
    union all select 'rejected', rejected, (select count(*) from rejected) from build
    union all select 'paragraphs', paragraphs, (select count(*) from paragraph) from build
    union all select 'mentions', mentions, (select count(*) from mention) from build
    union all select 'claims', claims, (select count(*) from claim) from build
    union all select 'spans', spans, (select count(*) from span) from build
) counted
where counted.said is distinct from counted.found;
