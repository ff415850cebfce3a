"""What a reader tells of an article: who is in it, and the marks of each sentence that rules over records read.

Nothing here is of one language: a reader turns words into marks, `extract` turns marks into claims.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from libnews.models.match import DateMatch, DurationMatch, ItemMatch, Match, MoneyMatch, NumberMatch, PlaceMatch
from libnews.models.vocabulary import ActorKind, AttributionKind, SpanKind

Span = tuple[int, int]
"""Half-open, in code points of a paragraph's text."""


class MarkKind(StrEnum):
    """What a mark stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    MEETING = "meeting"
    """A word for an encounter; `value` is the meeting kind."""
    AGREEMENT = "agreement"
    """A word for something agreed; `value` is the agreement kind."""
    DEAL = "deal"
    """A verb that by itself tells of something agreed; `value` is its subject's part: supplier (sold), recipient
    (bought) or signatory (agreed on)."""
    TOPIC = "topic"
    """A word that says what an agreement is about; `value` is the agreement kind."""
    STAGE = "stage"
    """A word that says how far an agreement has come; `value` is the stage."""
    FLOW = "flow"
    """A word for trade; `value` is the flow."""
    SIDES = "sides"
    """«The two sides», «the two countries»."""
    LINK = "link"
    """A word that ties others: `value` is with, between, attended, members, during_it; of times same_time, year_before
    and compared; office for a word that only names one."""
    BARRIER = "barrier"
    """Where one clause ends and another begins."""
    AND = "and"
    """A comma and an «and», where something else may be spoken of within the clause."""
    PLANNED = "planned"
    UNREAL = "unreal"
    """A wish, a refusal, a habit: what follows did not take place."""
    MODAL = "modal"
    """A word that says how surely, and that no rule over records reads; `value` is the modality, or open."""
    WORTH = "worth"
    """A word that ties a sum to what the clause speaks of: amounted to, exceeded, worth."""
    PRICED = "priced"
    """Something else that money may be for, neither trade nor an agreement: a tariff, a budget, aid."""
    DIFFERENCE = "difference"
    """A word before a sum that something rose or fell by."""
    ITEM = "item"
    """A counted thing that has a name."""
    DURATION = "duration"


class Form(StrEnum):
    """How a word for an encounter or an agreement stands."""

    VERB = "verb"
    NOUN = "noun"
    PLURAL = "plural"
    """A noun that tells of several."""
    DEFINITE = "definite"
    """With the article: something already spoken of."""
    JOINT = "joint"
    """A word for speaking, which makes an encounter only where it says with whom."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One word or group of words that means something to a rule.

    `position` counts tokens in the paragraph, for nearness. `ref` is the number of a person or organisation of the
    Reading. `link` is the preposition before it, in the neutral words with, to, in, from, between; before a date until
    or since, before a word for an encounter during. `pronoun` tells that the word carries one («his visit», «received
    him»), `dual` that it speaks of two («they met», «their meeting»), `future` that a verb speaks of what is to come,
    `joined` that «and» ties it to the one before, whose link it shares («with Egypt and Libya»).
    """

    kind: MarkKind
    start_char: int
    end_char: int
    position: int
    value: str | None = None
    ref: int | None = None
    link: str | None = None
    form: Form | None = None
    pronoun: bool = False
    dual: bool = False
    future: bool = False
    joined: bool = False
    match: DateMatch | DurationMatch | ItemMatch | MoneyMatch | NumberMatch | PlaceMatch | None = None

    @property
    def span(self) -> Span:
        return self.start_char, self.end_char


@dataclass(frozen=True, slots=True)
class Sentence:
    """The marks of one sentence in text order; `modals` are those that only say how surely.

    They stand apart, for rules over records ask what stands next to what.
    """

    paragraph_no: int
    marks: tuple[Mark, ...]
    span: Span = (0, 0)
    modals: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleReading:
    """A title's words; `kind` is office, occupation, rank, honorific or kin; `place` names its country."""

    span: Span
    kind: str
    place: PlaceMatch | None
    words: str | None = None
    """The title itself where the words of the text differ by a letter that a clitic swallows."""


@dataclass(frozen=True, slots=True)
class SightingReading:
    """One place where an actor is named or told by office."""

    paragraph_no: int
    name: Span | None
    titles: tuple[TitleReading, ...] = ()
    words: str | None = None
    """The name itself where the words of the text differ by a letter that a clitic swallows."""


@dataclass(frozen=True, slots=True)
class ActorReading:
    """A person or organisation of an article, with every place that speaks of it; `country` is ISO 3166-1 alpha-3."""

    kind: ActorKind
    sightings: tuple[SightingReading, ...]
    country: str | None = None
    country_place: tuple[int, PlaceMatch] | None = None


@dataclass(frozen=True, slots=True)
class SayingReading:
    """Who says what stands in a part of a paragraph; the words that name the source may stand in another.

    Of several sayings around the same words the one of the smallest `rank` tells who says them, then the one whose
    scope begins last.
    """

    paragraph_no: int
    scope: Span
    source_paragraph_no: int
    source: Span
    kind: AttributionKind | None
    count: int | None
    rank: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader saw in an article."""

    actors: tuple[ActorReading, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    places: tuple[tuple[int, PlaceMatch], ...] = ()
    sayings: tuple[SayingReading, ...] = ()
    spans: tuple[tuple[int, SpanKind, Match], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Office:
    """An office for comparison: the words that say which, spellings and synonyms made one, and its country.

    `tells_holder` is whether its country has one of it at a time, so that the office alone tells who: a president, not
    an ambassador, not a former president.
    """

    key: str
    country: str | None
    tells_holder: bool = True
