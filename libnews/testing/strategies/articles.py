"""Articles made from what they tell, and whole corpora that agree."""

from collections.abc import Sequence

from hypothesis import strategies as st

from libnews.loaders.language import find_language
from libnews.testing.strategies import vocabulary
from libnews.testing.strategies.choosing import one_of
from libnews.testing.strategies.facts import Fact, facts, things
from libnews.testing.strategies.told import Corpus, Told, ToldField, ToldRecord
from libnews.testing.strategies.wording import Speaker

_BOM = b"\xef\xbb\xbf"
_FACTS = facts()
_LINE_ENDS = ("\n", "\r\n", "\r")


@st.composite
def articles(draw: st.DrawFn, file: str = "article.txt") -> Told:
    """An article in Arabic and everything it tells: meetings, agreements and trade figures, with who and what is in
    them.

    Use it to test what reads articles: the text is made from the records, so what the answer must be is known, and
    where its words stand. It comes with every line end, with and without a byte order mark, in either kind of digits,
    in several systems of months, and with sentences between that tell nothing.

    >>> from hypothesis import find
    >>> told = find(articles(), lambda told: told.of_type("agreement"))
    >>> [(field.field, field.value, field.quote) for field in told.records[0].fields][:2]
    [('stage', 'signed', 'وقعت'), ('party', 'EGY', 'مصر')]
    >>> all(told.text[one.start_char : one.end_char] == one.quote for one in told.records[0].fields)
    True
    """
    found = draw(_FACTS)
    return _article(draw, file, list(zip(found, things(found), strict=True)), plain=False)


@st.composite
def corpora(draw: st.DrawFn, max_articles: int = 4) -> Corpus:
    """Several articles that tell the same things in other words and agree: built, they give each thing once, and no
    contradiction.

    Use it to test what works on whole databases.
    """
    found = draw(_FACTS)
    named = list(zip(found, things(found), strict=True))
    made: dict[bytes, Told] = {}
    for number in range(draw(st.integers(1, max_articles))):
        # The first tells all, the others what they like.
        some = named if number == 0 else draw(st.lists(st.sampled_from(named), min_size=1, unique=True))
        article = _article(draw, f"{number:02}.txt", some, plain=True)
        made.setdefault(article.content, article)
    told: dict[str, ToldRecord] = {}
    for article in made.values():
        for record in article.records:
            told.setdefault(record.thing, record)
    return Corpus(tuple(made.values()), tuple(told.values()))


def _article(draw: st.DrawFn, file: str, told: Sequence[tuple[Fact, str]], *, plain: bool) -> Told:
    speaker = Speaker(draw, plain=plain)
    end = one_of(draw, _LINE_ENDS)
    text = one_of(draw, ["", *(f"{title}{end}" for title in vocabulary.sentences("title"))])
    records: list[ToldRecord] = []
    for number, (fact, thing) in enumerate(told):
        if number:
            text += one_of(draw, [end, end * 2, " "])
        text += _nothing(draw, end)
        sentence, found = speaker.tell(fact, thing)
        records += [ToldRecord(one.record_type, one.thing, _moved(one.fields, len(text))) for one in found]
        text += sentence
    # A text of some length without the Arabic article is not known for Arabic, and then nobody reads it.
    while find_language(text) != "ar":
        text += f" {vocabulary.sentences('end')[0]}"
    text += one_of(draw, ["", end])
    content = one_of(draw, [b"", _BOM]) + text.encode()
    return Told(file, content, text, tuple(records))


def _nothing(draw: st.DrawFn, end: str) -> str:
    """A sentence that tells nothing, or none."""
    said = one_of(draw, ["", *vocabulary.sentences("nothing")])
    return said and said + one_of(draw, [" ", end])


def _moved(fields: tuple[ToldField, ...], by: int) -> tuple[ToldField, ...]:
    return tuple(field.moved(by) for field in fields)
