"""What kind of word a token is: common, given name, family name, title word; clitics taken off where that helps."""

from functools import cache, lru_cache

from libnews.arabic.fold import bare, fold
from libnews.arabic.lexicon import rows

ARTICLE = "ال"
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
# Shortest word that may remain when a clitic is taken off: وزير must not become زير.
_SHORTEST = 3
_PRONOUNS = ("هما", "هم", "ها", "نا", "كم", "ه")
_PLURALS = ("ات", "يات")


@cache
def words_of(lexicon: str) -> frozenset[str]:
    """The first column of a lexicon file, lightly folded."""
    return frozenset(bare(row[0]) for row in rows(lexicon))


@cache
def title_words() -> dict[str, str]:
    """Title word, lightly folded and without article, to what it is: office, rank, grade, honorific or kin."""
    return {bare(row[0]): row[1] for row in rows("title_words")}


def without_article(word: str) -> str:
    """`word` without its article; a word that is no longer than that with it stays whole.

    >>> without_article("المشير"), without_article("الله")
    ('مشير', 'الله')
    """
    return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word


@lru_cache(maxsize=1 << 13)
def clitic_forms(word: str) -> tuple[tuple[int, str], ...]:
    """Every reading of `word` with clitics before it, as (letters taken off, rest), the whole word first.

    لل is ل and the article, whose alef it swallows: the rest is given with its article.

    >>> clitic_forms("وللرئيس")
    ((0, 'وللرئيس'), (1, 'للرئيس'), (2, 'الرئيس'), (2, 'لرئيس'))
    """
    forms: list[tuple[int, str]] = [(0, word)]
    for cut in _cuts(word):
        rest = word[cut:]
        if word[:cut].endswith("ل") and rest.startswith("ل") and len(rest) > _SHORTEST:
            forms.append((cut, "ا" + rest))
        forms.append((cut, rest))
    return tuple(forms)


def _cuts(word: str) -> list[int]:
    cuts = []
    if len(word) > _SHORTEST and word[0] in _CONJUNCTIONS + _PREPOSITIONS:
        cuts.append(1)
        if word[0] in _CONJUNCTIONS and len(word) > _SHORTEST + 1 and word[1] in _PREPOSITIONS:
            cuts.append(2)
    return cuts


@lru_cache(maxsize=1 << 13)
def is_common(word: str) -> bool:
    """Whether a lightly folded word is an ordinary one, clitics, article and future prefix aside.

    >>> is_common("وقال"), is_common("للتعاون"), is_common("لافروف")
    (True, True, False)
    """
    common = words_of("common_words")
    if word in common:
        return True
    if is_given(word) or is_surname(word):
        return False
    stems = [rest for _, rest in clitic_forms(word)]
    stems += [without_article(stem) for stem in stems]
    stems += [word[1:]] if word.startswith("س") else []
    stems += [stem.removesuffix(end) for stem in stems for end in _PRONOUNS if stem.endswith(end)]
    # «مستشارته»: teh marbuta opens before a pronoun.
    stems += [stem[:-1] + "ة" for stem in stems if stem.endswith("ت")]
    if any(len(stem) >= _SHORTEST and stem in common for stem in stems):
        return True
    # A feminine plural that no list has is still no name.
    return len(word) > 5 and word.endswith(_PLURALS)


def is_listed(word: str) -> bool:
    """Whether a lightly folded word, or what its article stands before, is an ordinary word as it stands.

    Nothing else is taken off: behind an article there are no clitics.

    >>> is_listed("التعاون"), is_listed("الزعيتري")
    (True, False)
    """
    common = words_of("common_words")
    return word in common or without_article(word) in common


def hides_name(word: str) -> bool:
    """Whether `word` is a clitic and a name: «بمنير», «لخليفة»."""
    if is_given(word) or is_surname(word):
        return False
    return any(cut and (is_strong_given(rest) or is_surname(rest)) for cut, rest in clitic_forms(word))


def ends_name(word: str) -> bool:
    """Whether a lightly folded word is one that never stands in a name: particle, time, verb of saying."""
    return word in words_of("function_words")


@lru_cache(maxsize=1 << 13)
def name_part(word: str) -> str:
    """A word of a name as names are compared: without its article, fully folded.

    >>> name_part("الدبيبة")
    'دبيبه'
    """
    return fold(without_article(word))


def is_given(word: str) -> bool:
    """Whether a lightly folded word is a given name."""
    return word in words_of("given_names")


def is_strong_given(word: str) -> bool:
    """Whether a word is a given name and not an ordinary word too."""
    return is_given(word) and word not in words_of("given_names_weak")


@cache
def _levels() -> dict[str, int]:
    return {bare(row[0]): int(row[1]) for row in rows("surnames")}


def name_level(word: str) -> int:
    """How surely a lightly folded word was seen in names: 3 often, 2 mostly, 1 sometimes, 0 not."""
    return _levels().get(word, 0)


def is_surname(word: str) -> bool:
    """Whether a lightly folded word is known as a family name."""
    return _levels().get(word, 0) >= 2 and not is_given(word)
