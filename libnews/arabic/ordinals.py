"""Ordinals from first to thirty-first, as days of a month."""

from collections.abc import Sequence
from functools import cache

from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import Found, Phrases
from libnews.arabic.tokens import Token


@cache
def _ordinals() -> Phrases[int]:
    units = {int(value): forms.split("|") for kind, value, forms in rows("date_words") if kind == "ordinal"}
    entries = [(form, number) for number, forms in units.items() for form in forms if form.startswith("ال")]
    above_ten = [(form, number) for form, number in entries if 1 < number < 10] + [("الحادي", 1), ("الحادية", 1)]
    for form, unit in above_ten:
        entries += [(f"{form} {teen}", unit + 10) for teen in ("عشر", "عشرة")]
        entries += [(f"{form} والعشرين", unit + 20), (f"{form} والعشرون", unit + 20)]
        entries += [(f"{form} والثلاثين", unit + 30), (f"{form} والثلاثون", unit + 30)] if unit == 1 else []
    entries += [
        (form, number) for number, stem in ((20, "العشر"), (30, "الثلاث")) for form in (stem + "ين", stem + "ون")
    ]
    return Phrases(entries)


def ordinal_at(tokens: Sequence[Token], place: int) -> Found[int] | None:
    """The ordinal at `place`.

    >>> from libnews.arabic.tokens import tokenize
    >>> ordinal_at(tokenize("الخامس والعشرين من يناير"), 0).value
    25
    """
    return _ordinals().at(tokens, place)
