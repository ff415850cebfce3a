"""Numbers, names and places that stand in a text and that no finder gives a value: seen, and told as passed over."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from libnews.arabic.phrases import behind_clitics
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, clitic_forms, is_given, is_strong_given, is_surname, words_of
from libnews.models.match import Match

# 04:54, 5+1's 1, 2.866, 0912; in a code the whole of it: F-16, G20, 5G.
_DIGITS = re.compile(r"\d+(?:[.,٫٬/:-]\d+)*[A-Za-z]*")
_CODE = re.compile(r"[A-Za-z]+-?\Z")
_LONGEST_CODE = 10
_DIGIT = re.compile(r"\d+")
_ORDINARY = ("function_words", "title_stops", "common_words")
_JOINS = frozenset({"بن", "ابن", "بنت", "ابو", "ام", "ال", "عبد"})


def digits_passed_over(text: str, read: Iterable[Match]) -> list[Match]:
    """Digits of `text` that no match in `read` holds: codes, times of day, and what could be two numbers.

    >>> [match.text for match in digits_passed_over("قبيل الساعة 04:54 أقلعت إف-16 وF-16", [])]
    ['04:54', '16', 'F-16']
    """
    held = [(match.start_char, match.end_char) for match in read]
    left = [
        found.span()
        for found in _DIGITS.finditer(text)
        if not all(
            any(start <= digits.start() and digits.end() <= end for start, end in held)
            for digits in _DIGIT.finditer(text, *found.span())
        )
    ]
    return [Match(_code_start(text, start), end, text[_code_start(text, start) : end]) for start, end in left]


def _code_start(text: str, start: int) -> int:
    letters = _CODE.search(text, max(0, start - _LONGEST_CODE), start)
    return letters.start() if letters else start


def names_passed_over(
    text: str, tokens: Sequence[Token], read: Iterable[Match], at: Iterable[int] | None = None
) -> list[Match]:
    """Given names of the lexicon, each with the names behind it, that no match in `read` holds.

    Words that are ordinary words too are left out, and a word alone with the article («العربي»): nobody can tell that
    they are names. Give `at` where it is known which tokens are given names.

    >>> from libnews.arabic.tokens import tokenize
    >>> text = "شارع محمد علي في كتاب عن مصطفى"
    >>> [match.text for match in names_passed_over(text, tokenize(text), [])]
    ['محمد علي', 'مصطفى']
    """
    held = [(match.start_char, match.end_char) for match in read]
    found: list[Match] = []
    after = 0
    for position in range(len(tokens)) if at is None else at:
        token = tokens[position]
        if position < after or (cut := given_name_cut(token.bare)) is None or _is_held(token, held):
            continue
        after = position + 1
        while after < len(tokens) and _goes_on(tokens[after].bare) and not _is_held(tokens[after], held):
            after += 1
        while after > position + 1 and tokens[after - 1].bare in _JOINS:
            after -= 1
        if token.bare[cut:] in _JOINS and after == position + 1:
            continue  # «عبد» alone joins nothing
        if after > position + 1 or not token.bare[cut:].startswith(ARTICLE):
            start, end = behind_clitics(token, cut), tokens[after - 1].end_char
            found.append(Match(start, end, text[start:end]))
    return found


@lru_cache(maxsize=1 << 13)
def given_name_cut(word: str) -> int | None:
    """How many clitic letters stand before the given name in this word; `None` where it is no given name."""
    if any(word in words_of(ordinary) for ordinary in _ORDINARY):
        return None
    return next((cut for cut, rest in clitic_forms(word) if is_strong_given(rest)), None)


@lru_cache(maxsize=1 << 16)
def _goes_on(word: str) -> bool:
    """Behind a name علي is one too, and no على with its dots."""
    return word in _JOINS or ((is_given(word) or is_surname(word)) and word not in words_of("title_stops"))


def _is_held(token: Token, held: Iterable[tuple[int, int]]) -> bool:
    return any(start < token.end_char and token.start_char < end for start, end in held)
