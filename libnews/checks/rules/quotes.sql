-- Every quote against the characters it was read from. Spans are half-open and count code points;
-- substr clips an end past the text in silence, so the bounds have a rule of their own. Arithmetic is in bigint:
-- a tampered integer must give a finding, not an overflow.

-- rule: claim.span-outside
-- title: A claim's span does not lie in its paragraph
-- why: 0 <= start_char < end_char <= length of the text, or the words cannot be found again.
-- reads: claim, paragraph, article
-- example: update claim set end_char = 2147483647 where field = 'item'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.quote,
       '[' || c.start_char || ', ' || c.end_char || ') is not within ' || length(p.text) || ' characters' as detail
from claim c join paragraph p using (article_id, paragraph_no)
where c.start_char < 0 or c.start_char >= c.end_char or c.end_char > length(p.text);

-- rule: claim.quote-differs
-- title: A claim's quote is not what its paragraph says there
-- why: A value is worth as much as the words behind it: the quote is the paragraph's text from start_char to end_char.
-- reads: claim, paragraph, article
-- example: update claim set quote = 'طائرات' where field = 'item'
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       'at [' || c.start_char || ', ' || c.end_char || ') the paragraph says «'
       || left(substr(p.text, c.start_char::bigint + 1, c.end_char::bigint - c.start_char), 80) || '»' as detail
from claim c join paragraph p using (article_id, paragraph_no)
where c.start_char >= 0 and c.start_char < c.end_char and c.end_char <= length(p.text)
  and c.quote <> substr(p.text, c.start_char::bigint + 1, c.end_char::bigint - c.start_char);

-- rule: claim.paragraph-not-read
-- title: A claim rests on boilerplate or on a link to another story
-- why: Such paragraphs are stored and not read: they are not part of what the article says.
-- reads: claim, paragraph, article
-- example: update paragraph set kind = 'related_link' where paragraph_no = 2
select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote,
       'the paragraph is ' || p.kind as detail
from claim c join paragraph p using (article_id, paragraph_no)
where p.kind in ('boilerplate', 'related_link');

-- rule: attribution.span-outside
-- title: An attribution's span does not lie in its paragraph
-- why: 0 <= start_char < end_char <= length of the text, or the words cannot be found again.
-- reads: attribution, paragraph, article
-- example: update attribution set end_char = 2147483647
select 'attribution' as table_name, n.attribution_id as key, n.article_id, n.paragraph_no, n.quote,
       '[' || n.start_char || ', ' || n.end_char || ') is not within ' || length(p.text) || ' characters' as detail
from attribution n join paragraph p using (article_id, paragraph_no)
where n.start_char < 0 or n.start_char >= n.end_char or n.end_char > length(p.text);

-- rule: attribution.quote-differs
-- title: An attribution's quote is not what its paragraph says there
-- why: Who says so is told in the article's words: the quote is the paragraph's text from start_char to end_char.
-- reads: attribution, paragraph, article
-- example: update attribution set quote = 'حارس'
select 'attribution' as table_name, n.attribution_id as key, n.article_id, n.paragraph_no, n.start_char, n.quote,
       'at [' || n.start_char || ', ' || n.end_char || ') the paragraph says «'
       || left(substr(p.text, n.start_char::bigint + 1, n.end_char::bigint - n.start_char), 80) || '»' as detail
from attribution n join paragraph p using (article_id, paragraph_no)
where n.start_char >= 0 and n.start_char < n.end_char and n.end_char <= length(p.text)
  and n.quote <> substr(p.text, n.start_char::bigint + 1, n.end_char::bigint - n.start_char);

-- rule: span.outside
-- title: A span does not lie in its paragraph
-- why: 0 <= start_char < end_char <= length of the text, or the words cannot be found again.
-- reads: span, paragraph, article
-- example: update span set start_char = end_char
select 'span' as table_name, concat_ws(' ', s.article_id, s.paragraph_no, s.start_char, s.end_char, s.kind) as key,
       s.article_id, s.paragraph_no, s.quote,
       '[' || s.start_char || ', ' || s.end_char || ') is not within ' || length(p.text) || ' characters' as detail
from span s join paragraph p using (article_id, paragraph_no)
where s.start_char < 0 or s.start_char >= s.end_char or s.end_char > length(p.text);

-- rule: span.quote-differs
-- title: A span's quote is not what its paragraph says there
-- why: The quote is the paragraph's text from start_char to end_char.
-- reads: span, paragraph, article
-- example: update span set quote = 'x'
select 'span' as table_name, concat_ws(' ', s.article_id, s.paragraph_no, s.start_char, s.end_char, s.kind) as key,
       s.article_id, s.paragraph_no, s.start_char, s.quote,
       'at [' || s.start_char || ', ' || s.end_char || ') the paragraph says «'
       || left(substr(p.text, s.start_char::bigint + 1, s.end_char::bigint - s.start_char), 80) || '»' as detail
from span s join paragraph p using (article_id, paragraph_no)
where s.start_char >= 0 and s.start_char < s.end_char and s.end_char <= length(p.text)
  and s.quote <> substr(p.text, s.start_char::bigint + 1, s.end_char::bigint - s.start_char);

-- rule: paragraph.length-differs
-- title: A paragraph's span is not as long as its text
-- why: start_char and end_char count in the article's text; text that is longer or shorter is not the article's.
-- reads: paragraph, article
-- example: update paragraph set text = text || '.' where paragraph_no = 1
select 'paragraph' as table_name, article_id || ' ' || paragraph_no as key, article_id, paragraph_no,
       '[' || start_char || ', ' || end_char || ') holds ' || (end_char::bigint - start_char)
       || ' characters, the text has ' || length(text) as detail
from paragraph
where end_char::bigint - start_char <> length(text);

-- rule: paragraph.text-untrimmed
-- title: A paragraph begins or ends with white space, or runs over a line end
-- why: A paragraph is one line without the white space around it (what str.strip() takes), so that columns count alike.
-- reads: paragraph, article
-- example: update paragraph set text = text || chr(160) where paragraph_no = 1
with white as (select unnest([
    chr(9), chr(10), chr(11), chr(12), chr(13), chr(28), chr(29), chr(30), chr(31), chr(32), chr(133), chr(160),
    chr(5760), chr(8192), chr(8193), chr(8194), chr(8195), chr(8196), chr(8197), chr(8198), chr(8199), chr(8200),
    chr(8201), chr(8202), chr(8232), chr(8233), chr(8239), chr(8287), chr(12288)
]) as space)
select 'paragraph' as table_name, article_id || ' ' || paragraph_no as key, article_id, paragraph_no,
       'the text has white space at its ends or a line end in it' as detail
from paragraph
where left(text, 1) in (select space from white) or right(text, 1) in (select space from white)
   or contains(text, chr(10)) or contains(text, chr(13));

-- rule: paragraph.number-gap
-- title: An article's paragraphs are not numbered 1, 2, 3 …
-- why: A gap is a paragraph that was lost.
-- reads: paragraph, article
-- example: delete from paragraph where paragraph_no = 1
select 'paragraph' as table_name, article_id as key, article_id,
       count(*) || ' paragraphs, numbered ' || min(paragraph_no) || ' to ' || max(paragraph_no) as detail
from paragraph
group by article_id
having min(paragraph_no) <> 1 or max(paragraph_no) <> count(*);

-- rule: paragraph.out-of-order
-- title: A paragraph does not follow the one before it
-- why: Numbers, lines and characters run the same way, and two paragraphs share no character.
-- reads: paragraph, article
-- example: update paragraph set line_no = 1
select 'paragraph' as table_name, article_id || ' ' || paragraph_no as key, article_id, paragraph_no,
       'line ' || line_no || ', character ' || start_char || ' after line ' || line_before || ', character '
       || end_before as detail
from (
    select article_id, paragraph_no, line_no, start_char,
           lag(line_no) over article_order as line_before, lag(end_char) over article_order as end_before
    from paragraph
    window article_order as (partition by article_id order by paragraph_no)
)
where line_no <= line_before or start_char <= end_before;
