"""Amounts of money in Arabic text."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from libnews.arabic.currencies import CurrencyWords, currency_at, is_definite_plural
from libnews.arabic.elided import elided_sums
from libnews.arabic.number_runs import NumberRun, half_of_scale, number_runs, plain
from libnews.arabic.number_words import number_word
from libnews.arabic.phrases import behind_clitics, key, readings
from libnews.arabic.qualifiers import QualifierWords, qualifier_before, qualifier_behind
from libnews.arabic.tokens import Token, tokenize
from libnews.models.match import MoneyMatch
from libnews.models.money import has_column
from libnews.models.vocabulary import Qualifier

_SIGNS = frozenset("$€£")
_ENGLISH_MAGNITUDES = {
    "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
_VAGUE_TENS = frozenset(key(word) for word in ("عشرات", "مئات", "العشرات", "المئات", "الاف", "الالاف"))
_TO = frozenset(key(word) for word in ("الى", "حتى", "-", "–"))


class _Amount(NamedTuple):
    """A counted sum: its number, and its currency words before or behind it."""

    run: NumberRun
    currency: CurrencyWords


def find_money(text: str, countries: Collection[str] = (), tokens: Sequence[Token] | None = None) -> list[MoneyMatch]:
    """Find the amounts of money of `text`: exact decimals in full units, ISO 4217, and how exact the text says it is.

    Use it with the ISO 3166-1 alpha-3 codes of the `countries` that the paragraph speaks of: a bare «دينار» is then
    the one that just one of them has. A span covers number and currency; the qualifier's stands apart. In «مليارات
    الدولارات» there is money and no amount. Of a range («بين 5 و7 مليارات دولار») both ends are found, `at_least` and
    `up_to`.

    >>> [found] = find_money("بقيمة تبلغ أكثر من أربعة مليارات دولار")
    >>> found.text, int(found.value), found.currency, found.qualifier.value
    ('أربعة مليارات دولار', 4000000000, 'USD', 'more_than')
    """
    cut = tokenize(text) if tokens is None else tokens
    scales = [place for place, token in enumerate(cut) if is_scales(token.bare)]
    return money_among(text, cut, number_runs(cut), scales, countries)


def money_among(
    text: str, tokens: Sequence[Token], runs: list[NumberRun], scales: Sequence[int], countries: Collection[str]
) -> list[MoneyMatch]:
    """The numbers (`runs`) and uncounted magnitudes (`scales`, by position) of `text` that are amounts of money."""
    counted = [match for place in range(len(runs)) for match in _counted(text, tokens, runs, place, countries)]
    vague = [match for place in scales if (match := _vague(text, tokens, place, countries)) is not None]
    elided = elided_sums(text, tokens, runs, counted) if counted else []
    return sorted(counted + vague + elided, key=lambda match: (match.start_char, match.end_char))


def is_scales(word: str) -> bool:
    """Whether a lightly folded word is a magnitude in the plural, as in «مليارات الدولارات»."""
    found = number_word(word)
    return found is not None and found.kind == "scales"


def _counted(
    text: str, tokens: Sequence[Token], runs: list[NumberRun], place: int, countries: Collection[str]
) -> list[MoneyMatch]:
    amount = _amount(tokens, runs[place], countries)
    if amount is None or not has_column(amount.run.value):
        return []
    match = _match(text, tokens, amount)
    lower = _lower_end(text, tokens, runs[place - 1], amount) if place else None
    if lower is None:
        return [match]
    return [lower, replace(match, qualifier=Qualifier.UP_TO, qualifier_span=lower.qualifier_span)]


def _amount(tokens: Sequence[Token], run: NumberRun, countries: Collection[str]) -> _Amount | None:
    """The currency of a number: behind it («19 مليون دولار», «4 billion USD») or before it («$4 مليار»)."""
    run = _with_english_magnitude(tokens, run)
    behind = currency_at(tokens, _past(tokens, run.after, "من"), countries)
    if behind is not None and (behind.first == run.after or is_definite_plural(tokens[behind.first])):
        return _Amount(*_with_half(tokens, run, behind))
    if run.first > 0:
        before = currency_at(tokens, run.first - 1, countries)
        is_sign = tokens[run.first - 1].text in _SIGNS or tokens[run.first - 1].bare.isascii()
        if before is not None and is_sign and before.after == run.first:
            return _Amount(run, before)
    return None


def _with_half(tokens: Sequence[Token], run: NumberRun, currency: CurrencyWords) -> tuple[NumberRun, CurrencyWords]:
    """«3 مليارات دولار ونصف المليار»: the number goes on behind its currency."""
    more = half_of_scale(tokens, currency.after, run.scale) if run.scale > 1 else None
    if more is None:
        return run, currency
    run = run._replace(value=plain(run.value + more.value), after=more.after, end_char=tokens[more.after - 1].end_char)
    return run, currency


def _past(tokens: Sequence[Token], place: int, word: str) -> int:
    return place + 1 if place < len(tokens) and key(tokens[place].bare) == word else place


def _with_english_magnitude(tokens: Sequence[Token], run: NumberRun) -> NumberRun:
    if run.after >= len(tokens) or run.scale != 1:
        return run
    times = _ENGLISH_MAGNITUDES.get(tokens[run.after].bare)
    if times is None:
        return run
    value = run.value * times
    return run._replace(after=run.after + 1, end_char=tokens[run.after].end_char, value=value, scale=Decimal(times))


def _match(text: str, tokens: Sequence[Token], amount: _Amount) -> MoneyMatch:
    run, currency = amount
    after = max(run.after, currency.after)
    first = min(run.first, currency.first)
    words = qualifier_before(tokens, first) or qualifier_behind(tokens, after)
    currency_span = (tokens[currency.first].start_char, tokens[currency.after - 1].end_char)
    start, end = min(run.start_char, currency_span[0]), max(run.end_char, currency_span[1])
    return MoneyMatch(
        start, end, text[start:end],
        value=run.value, currency=currency.code, currency_basis=currency.basis,
        qualifier=Qualifier.EXACTLY if words is None else words.qualifier,
        number_span=(run.start_char, run.end_char), currency_span=currency_span,
        qualifier_span=None if words is None else words.span,
    )  # fmt: skip


def _lower_end(text: str, tokens: Sequence[Token], run: NumberRun, upper: _Amount) -> MoneyMatch | None:
    """The lower end of a range, which shares magnitude and currency with the upper: «بين 600 و800 مليون يورو»."""
    opening = _range_opening(tokens, run, upper.run)
    if opening is None:
        return None
    value = run.value * (upper.run.scale if run.scale == 1 and run.value < 1000 else 1)
    if value >= upper.run.value or not has_column(value):
        return None
    currency = upper.currency
    return MoneyMatch(
        run.start_char, run.end_char, text[run.start_char : run.end_char],
        value=value, currency=currency.code, currency_basis=currency.basis, qualifier=Qualifier.AT_LEAST,
        number_span=(run.start_char, run.end_char), qualifier_span=opening,
        currency_span=(tokens[currency.first].start_char, tokens[currency.after - 1].end_char),
    )  # fmt: skip


def _range_opening(tokens: Sequence[Token], lower: NumberRun, upper: NumberRun) -> tuple[int, int] | None:
    """The word that opens a range («بين», «من»), where the two numbers are the ends of one."""
    if upper.first == lower.after:
        link = "و" if upper.start_char > tokens[upper.first].start_char else ""
    elif upper.first == lower.after + 1:
        link = key(tokens[lower.after].bare)
    else:
        return None
    before = tokens[lower.first - 1] if lower.first else None
    if before is None:
        return None
    opener = key(before.bare)
    is_range = (link == "و" and opener.endswith("بين")) or (link in _TO and (opener == "من" or opener.endswith("بين")))
    return (before.start_char, before.end_char) if is_range else None


def _vague(text: str, tokens: Sequence[Token], place: int, countries: Collection[str]) -> MoneyMatch | None:
    """«مليارات الدولارات», «عشرات الملايين من الدولارات»: money, and no amount."""
    word = number_word(tokens[place].bare)
    if word is None or (place and _counts(tokens, place)):
        return None
    currency = currency_at(tokens, _past(tokens, place + 1, "من"), countries)
    if currency is None:
        return None
    first, cut = place, len(word.lead)
    if place and (tens := _vague_tens(tokens[place - 1])) is not None:
        first, cut = place - 1, tens
    start = behind_clitics(tokens[first], cut)
    currency_span = (tokens[currency.first].start_char, tokens[currency.after - 1].end_char)
    words: QualifierWords | None = qualifier_before(tokens, first)
    return MoneyMatch(
        start, currency_span[1], text[start : currency_span[1]],
        value=None, currency=currency.code, currency_basis=currency.basis, qualifier=Qualifier.UNSPECIFIED,
        number_span=None, currency_span=currency_span, qualifier_span=None if words is None else words.span,
    )  # fmt: skip


def _vague_tens(token: Token) -> int | None:
    """How many clitic letters stand before «عشرات» or «مئات», where the word is one of them."""
    return next((cut for cut, form in readings(token.bare) if form in _VAGUE_TENS), None)


def _counts(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word before counts the magnitude: a number, and its amount is found as such."""
    before = tokens[place - 1]
    if before.is_number:
        return True
    word = number_word(before.bare)
    return word is not None and word.kind not in ("scales", "one_of")
