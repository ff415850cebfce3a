"""What a word tells of whether it stands in a personal name: its sort, and the features the weights speak of."""

from functools import cache, lru_cache

from libnews.arabic.fold import bare, fold
from libnews.arabic.lexicon import rows
from libnews.arabic.name_shapes import shape
from libnews.arabic.words import (
    clitic_forms,
    ends_name,
    hides_name,
    is_common,
    is_given,
    is_strong_given,
    is_surname,
    name_level,
    title_words,
    without_article,
    words_of,
)

# Joins so common that each is a sort of its own.
_OWN_SORT = frozenset({"بن", "عبد", "ابو", "ال"})
# How often a word is a first or a later part of names, 0 to 4: from where on it is a given name; the most there is.
_OFTEN_FIRST = 2
_MOST = 4
# How much each sort of rest speaks for taking a clitic off.
_RANKS = {"G": 6, "S": 5, "J": 1, "U": 2, "X": 1, "C": -1}


@cache
def _joins() -> dict[str, str]:
    return {bare(word): kind for word, kind in rows("name_joins")}


def binds(word: str) -> bool:
    """Whether no name ends on a lightly folded word: عبد, بن.

    >>> binds("بن"), binds("محمد")
    (True, False)
    """
    return _joins().get(word) == "binds"


@cache
def _units() -> dict[str, tuple[int, int, int]]:
    return {word: (int(first), int(later), int(foreign)) for word, first, later, foreign in rows("name_units")}


@lru_cache(maxsize=1 << 10)
def _unit(word: str) -> tuple[int, int, int]:
    found, stem = _units().get(fold(word)), without_article(word)
    if found is None and stem != word:
        found = _units().get(fold(stem))
    return found or (0, 0, 0)


@lru_cache(maxsize=1 << 15)
def given_name_rank(part: str) -> int:
    """How much a folded part of a name is a given name that Arabic itself writes, in one way: 0 not, 2 most frequent.

    >>> given_name_rank("حسين"), given_name_rank("عصام"), given_name_rank("ديمتري")
    (2, 1, 0)
    """
    first, later, foreign = _unit(part)
    if part.startswith("عبد") or min(first, later) == _MOST:
        return 2
    return int(first >= _OFTEN_FIRST and first > foreign)


@lru_cache(maxsize=1 << 15)
def sort_of(word: str) -> str:
    """The sort of a lightly folded word or mark, as short codes: `GS` a given name, `C` an ordinary word, and so on.

    >>> sort_of("محمد"), sort_of("في"), sort_of("،")
    ('GS', 'FN', 'P،')
    """
    if not word[0].isalpha():
        return "NUM" if word[0].isdigit() else "P" + word
    if word.isascii():
        return "LAT"
    joins = _joins().get(word)
    if joins in ("binds", "joins"):
        return "J" + word if word in _OWN_SORT else "J"
    if ends_name(word):
        return "FN"
    if joins == "ends":
        return "CE"
    return _listed(word) or _unlisted(word)


def _listed(word: str) -> str | None:
    common = words_of("common_words")
    if is_given(word):
        return "GW" if not is_strong_given(word) else "GC" if word in common else "GS"
    if is_surname(word):
        return "SU"
    stem = without_article(word)
    title = title_words().get(stem)
    return None if title is None else f"T{title}" + ("" if stem == word else "d")


def _unlisted(word: str) -> str:
    common = words_of("common_words")
    definite = "" if without_article(word) == word else "d"
    most = max(_unit(word))
    unit = "u" if most > 1 else "v" if most else ""
    if is_common(word):
        exact = word in common or (definite and without_article(word) in common)
        return "C" + definite + unit + ("!" if exact else "")
    if unit:
        return "U" + unit + definite
    look = shape(word)
    return "X" + definite + ("+" if look >= 2 else "0" if look >= 0 else "-")


# Kept for a short while: what stays are the sums that are drawn from features, which take less room.
@lru_cache(maxsize=1 << 10)
def features(word: str) -> tuple[str, ...]:
    """The features of a word as part of a name."""
    sort = sort_of(word)
    if not word[0].isalpha() or word.isascii():
        return (sort, "w=" + word)
    first, later, foreign = _unit(word)
    look = shape(word)
    found = [sort, f"g{first}", f"s{later}", f"f{foreign}", f"z{look}" if sort[0] in "XU" else f"z{look}|{sort[0]}"]
    found += [f"len{min(len(word), 9)}", "p1" + word[:1], "p2" + word[:2], "p3" + word[:3], sort[0] + "p1" + word[:1]]
    found += ["s1" + word[-1:], "s2" + word[-2:], "s3" + word[-3:], sort[0] + "s2" + word[-2:], "w=" + word]
    stem = without_article(word)
    if stem != word:
        found += ["al", f"als{later}"]
    if hides_name(word):
        found.append("hides")
    if name_level(word):
        found.append(f"x{name_level(word)}")
    elif name_level(stem):
        found.append(f"xa{name_level(stem)}")
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def without_clitic(word: str) -> tuple[int, str] | None:
    """The likeliest reading of `word` as a name behind a clitic: letters taken off and the rest.

    >>> without_clitic("ومحمد")
    (1, 'محمد')
    """
    best: tuple[int, int, str] | None = None
    for cut, form in clitic_forms(word)[1:]:
        sort = sort_of(form)
        rank = 3 if sort == "GW" else 4 if sort in ("Jعبد", "Jابو") else _RANKS.get(sort[0], 0) + (sort[:2] == "Uu")
        if name_level(form):
            rank = max(rank, 3 + min(2, name_level(form)))
        if best is None or rank > best[0]:
            best = (rank, cut, form)
    return None if best is None else best[1:]


def clitic_features(word: str) -> tuple[str, ...]:
    """What a clitic adds to the features of the rest of `word` as the first part of a name; none where there is none.

    The rest is that of `without_clitic`.
    """
    reading = without_clitic(word)
    if reading is None:
        return ()
    cut, form = reading
    whole, sort, clitic = sort_of(word), sort_of(form), word[:cut]
    return ("cl" + clitic, "cl" + clitic + sort[0], "whole" + whole, f"wc|{whole}|{sort}", f"wcom{is_common(word):d}")


@lru_cache(maxsize=1 << 10)
def beside(word: str) -> tuple[str, ...]:
    """The features of a word as the neighbour of a name."""
    return (sort_of(word), "w=" + word, "s2" + word[-2:]) if word[0].isalpha() else (sort_of(word),)
