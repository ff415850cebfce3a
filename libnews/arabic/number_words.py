"""The words that numbers are made of, from the lexicon."""

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import key, readings


class NumberWord(NamedTuple):
    """A word of the lexicon as it stands in a text: `lead` is the clitics before it."""

    lead: str
    kind: str
    value: Decimal
    definite: bool


@cache
def _lexicon() -> dict[str, tuple[str, Decimal]]:
    return {
        key(bare(form)): (kind, Decimal(value))
        for forms, kind, value in rows("number_words")
        for form in forms.split("|")
    }


@lru_cache(maxsize=1 << 13)
def number_word(word: str) -> NumberWord | None:
    """The number word that a lightly folded word is, clitics and article aside."""
    for cut, form in readings(word):
        if form in _lexicon():
            return NumberWord(word[:cut], *_lexicon()[form], definite=False)
        if form.startswith("ال") and form[2:] in _lexicon():
            return NumberWord(word[:cut], *_lexicon()[form[2:]], definite=True)
    return None
