"""Amounts and quantities against the words they were read from, read once more by themselves."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.models.match import MoneyMatch, NumberMatch
from libnews.models.vocabulary import Severity
from libnews.readers import Reader, reader_for

DIFFERS = Rule(
    code="claim.amount-differs",
    severity=Severity.WARNING,
    title="An amount is not the number that its words say",
    why="A trillion where the text says million: the number was misread, or typed wrong by hand.",
    example="update claim set value = value || '000' where field = 'amount'",
    reads=("claim", "mention", "article", "paragraph", "judgement"),
)
RULES = (DIFFERS,)
_TELLING = "c.field in ('amount', 'quantity') and try_cast(c.value as decimal(38, 4)) is not null"
# Whoever has looked at a claim and decided knows better than any rule.
_UNJUDGED = "not exists (from judgement j where j.applied and j.id = c.claim_id)"


class _Told(NamedTuple):
    """An amount with the words it was read from, and the paragraph around them."""

    claim_id: str
    value: Decimal
    quote: str
    start_char: int
    text: str


def check(scope: Scope) -> Iterator[Found]:
    """Which amounts the reader of the article's language does not find in their words."""
    if not scope.looks_for(DIFFERS):
        return
    broken = [told.claim_id for language in _languages(scope) for told in _misread(scope, language)]
    query = Query(
        **DIFFERS.model_dump(),
        sql="select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote, "
        "c.field || ' ' || c.value as detail from claim c where c.claim_id in (select unnest(?::varchar[]))",
    )
    yield run(scope, query, (broken,))


def _languages(scope: Scope) -> Iterable[str]:
    rows = scope.connection.execute("select distinct language from article where language is not null order by all")
    return [language for (language,) in rows.fetchall()]


def _misread(scope: Scope, language: str) -> Iterator[_Told]:
    reader = reader_for(language)
    if reader is None:
        return
    pairs = scope.connection.execute(
        f"select distinct c.quote, c.value from claim c join article a using (article_id) where a.language = ? "
        f"and {_TELLING} and c.quote is not null",
        (language,),
    ).fetchall()
    doubtful = [(quote, value) for quote, value in pairs if Decimal(value) not in _numbers(reader, quote)]
    rows = scope.connection.execute(
        "select c.claim_id, c.value, c.quote, c.start_char, p.text from claim c join article a using (article_id) "
        f"join paragraph p using (article_id, paragraph_no) where a.language = ? and {_TELLING} and {_UNJUDGED} "
        "and (c.quote, c.value) in (select (unnest(?::varchar[]), unnest(?::varchar[])))",
        (language, [quote for quote, _ in doubtful], [value for _, value in doubtful]),
    ).fetchall()
    for claim_id, value, quote, start_char, text in rows:
        told = _Told(claim_id, Decimal(value), quote, start_char, text)
        if _numbers(reader, quote) and told.value not in _amounts_around(reader, told):
            yield told


def _numbers(reader: Reader, text: str) -> set[Decimal]:
    return {match.value for match in reader.find_numbers(text)}


def _amounts_around(reader: Reader, told: _Told) -> set[Decimal]:
    """What the paragraph says at these words: «5» is 5 billion in «from 5 to 7 billion dollars»."""
    end_char = told.start_char + len(told.quote)
    found: tuple[MoneyMatch | NumberMatch, ...] = (*reader.find_money(told.text), *reader.find_numbers(told.text))
    around = [match for match in found if told.start_char < match.end_char and match.start_char < end_char]
    return {match.value for match in around if match.value is not None}
