"""Words that mean something to the rules over records: encounters, agreements, stages, trade, links, clause ends."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, clitic_forms
from libnews.models.annotation import Form, Mark, MarkKind

_DUAL = "dual"
"""In the lexicon: a verb of which two are the subject."""
_IMPERFECT, _FUTURE = ("ي", "ت"), "س"
_RELATIVES = frozenset({"التي", "الذي"})
_PRONOUNS = ("ه", "ها", "هما", "هم")
_OURS, _AND = "نا", "و"


@dataclass(frozen=True, slots=True)
class _Entry:
    rest: tuple[str, ...]
    kind: MarkKind
    value: str | None
    form: Form | None
    pronoun: bool
    dual: bool = False
    future: bool = False


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """First word of an entry to what it may be, the longest first; words with a pronoun are made here."""
    table: dict[str, list[_Entry]] = {}
    for words, kind, value, form in rows("marks"):
        first, *rest = [bare(word) for word in words.split()]
        dual = form == _DUAL
        shape_of_word = Form.VERB if dual else Form(form) if form else None
        entry = _Entry(tuple(rest), MarkKind(kind), value or None, shape_of_word, pronoun=False, dual=dual)
        table.setdefault(first, []).append(entry)
        if entry.form is Form.VERB and first[0] in _IMPERFECT:
            table.setdefault(_FUTURE + first, []).append(replace(entry, future=True))
        if entry.form is not None and not rest:
            ours = (_OURS,) if entry.kind is MarkKind.FLOW else ()
            for shape in _with_pronoun(first, ours):
                both = shape.endswith("هما") and entry.form is Form.NOUN
                carried = _Entry((), entry.kind, entry.value, entry.form, pronoun=True, dual=both)
                table.setdefault(shape, []).append(carried)
    return {word: tuple(sorted(found, key=lambda e: -len(e.rest))) for word, found in table.items()}


def _with_pronoun(word: str, more: tuple[str, ...]) -> list[str]:
    """زيارة gives زيارته, لقاء gives لقائه and لقاءه, التقى gives التقاه."""
    stems = [word]
    if word.endswith("ة"):
        stems = [word[:-1] + "ت"]
    elif word.endswith("ى"):
        stems = [word[:-1] + "ا"]
    elif word.endswith("اء"):
        stems = [word, word[:-1] + "ئ", word[:-1] + "ؤ"]
    return [stem + pronoun for stem in stems for pronoun in (*_PRONOUNS, *more)]


def mark_at(tokens: list[Token], position: int) -> tuple[Mark, int] | None:
    """The mark that begins at a token, and the position after it."""
    token = tokens[position]
    behind = tokens[position + 1].bare if position + 1 < len(tokens) else ""
    for cut, entry, shape in _openings(token.bare):
        if entry.rest and not (behind.endswith(entry.rest[0]) and _rest_fits(tokens, position, entry.rest)):
            continue
        end = position + 1 + len(entry.rest)
        if shape is Form.DEFINITE and end < len(tokens) and tokens[end].bare in _RELATIVES:
            shape, end = Form.NOUN, end + 1  # «الزيارة التي أجراها …» tells of one not spoken of before
        mark = Mark(
            entry.kind, token.start_char + cut, tokens[end - 1].end_char, position,
            value=entry.value, form=shape, pronoun=entry.pronoun, dual=entry.dual, future=entry.future,
            joined=token.bare[:cut].startswith(_AND),
        )  # fmt: skip
        return mark, end
    return None


def opens_mark(word: str) -> bool:
    """Whether a mark may begin with a lightly folded word; punctuation is asked where it stands."""
    return not word[0].isalnum() or bool(_openings(word))


@lru_cache(maxsize=1 << 13)
def _openings(word: str) -> tuple[tuple[int, _Entry, Form | None], ...]:
    """The entries that a lightly folded word may begin, each with the letters of its clitic and how it then stands.

    Empty for most words, and asked of every word of a corpus, so it is remembered.
    """
    found: list[tuple[int, _Entry, Form | None]] = []
    for cut, form in clitic_forms(word):
        definite = form.startswith(ARTICLE) and form not in _entries()
        for entry in _entries().get(form[2:] if definite else form, ()):
            if _fits(entry, word[:cut], definite):
                found.append((cut, entry, Form.DEFINITE if definite and entry.form is not None else entry.form))
    return tuple(found)


def _fits(entry: _Entry, clitic: str, definite: bool) -> bool:
    """Particles stand bare, verbs take only «and»; an article makes no verb."""
    if definite and (entry.form is Form.VERB or entry.pronoun):
        return False
    if entry.kind in (MarkKind.LINK, MarkKind.BARRIER) or entry.form is Form.VERB:
        return clitic in ("", "و", "ف")
    return True


def _rest_fits(tokens: list[Token], position: int, rest: tuple[str, ...]) -> bool:
    if position + len(rest) >= len(tokens):
        return False
    return all(tokens[behind].bare in (word, ARTICLE + word) for behind, word in enumerate(rest, start=position + 1))
