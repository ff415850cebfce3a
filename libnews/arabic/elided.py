"""Sums whose currency goes unsaid beside one that has it: «11 مليار دولار بالمقارنة مع 18 مليار لمبادلات …»."""

from collections.abc import Sequence

from libnews.arabic.number_runs import NumberRun
from libnews.arabic.phrases import key
from libnews.arabic.qualifiers import qualifier_before
from libnews.arabic.tokens import Token
from libnews.models.match import MoneyMatch
from libnews.models.vocabulary import Basis, Qualifier

_MILLION = 10**6
# Words that set one sum beside another, and how many tokens before the second they may stand.
_BESIDE = frozenset(key(word) for word in ("مقابل", "مقارنة", "بالمقارنة", "إلى", "بعدما", "كان", "كانت"))
_NEAR = 3
# What may follow a number that counts nothing said: a preposition, a time, the end of the clause.
_BEHIND = frozenset(key(w) for w in ("في", "خلال", "عام", "العام", "سنة", "قبل", "بعد", "من", "مقابل", "فقط", "حاليا"))
_LITRES = frozenset(key(word) for word in ("لتر", "لترا", "ليتر", "ليترا"))
_MARKS = frozenset('.،,؛:)»"؟')
_SENTENCE_END = frozenset(".؟?!؛…")


def elided_sums(
    text: str, tokens: Sequence[Token], runs: Sequence[NumberRun], found: Sequence[MoneyMatch]
) -> list[MoneyMatch]:
    """The numbers of a million or more, without a currency, that stand beside a sum of their sentence that has one."""
    sums = []
    for run in runs:
        if run.scale < _MILLION or not _counts_nothing(tokens, run.after) or not _is_beside(tokens, run.first):
            continue
        before = [match for match in found if match.end_char <= run.start_char and match.currency is not None]
        if not before or _ends_between(tokens, before[-1].end_char, run.start_char):
            continue
        words = qualifier_before(tokens, run.first)
        sums.append(
            MoneyMatch(
                run.start_char, run.end_char, text[run.start_char : run.end_char],
                value=run.value, currency=before[-1].currency, currency_basis=Basis.INFERRED,
                qualifier=Qualifier.EXACTLY if words is None else words.qualifier,
                number_span=(run.start_char, run.end_char), currency_span=None,
                qualifier_span=None if words is None else words.span,
            )
        )  # fmt: skip
    return sums


def _is_beside(tokens: Sequence[Token], first: int) -> bool:
    return any(key(token.bare) in _BESIDE for token in tokens[max(0, first - _NEAR) : first])


def _counts_nothing(tokens: Sequence[Token], after: int) -> bool:
    if after >= len(tokens):
        return True
    word = tokens[after]
    form = key(word.bare)
    governed = form.startswith("ل") and form not in _LITRES and len(form) > len("لتر")
    return word.text in _MARKS or form in _BEHIND or governed


def _ends_between(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(start <= token.start_char < end and token.text in _SENTENCE_END for token in tokens)
