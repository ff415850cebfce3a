"""Records as libnews hands them out, with the evidence they cannot be without."""

import io
from collections.abc import Callable, Iterable

from hypothesis import strategies as st

from libnews.loaders import read
from libnews.models import Actor, Agreement, Article, Evidence, Meeting, Mention, Record, TradeFigure
from libnews.models.agreement import Party
from libnews.models.meeting import Participant
from libnews.models.vocabulary import ActorKind, RecordType
from libnews.testing.strategies.articles import articles
from libnews.testing.strategies.told import Told, ToldRecord

_EXTRACTOR = "program:strategies"


@st.composite
def records(draw: st.DrawFn, record_type: str | None = None) -> Record:
    """An `Actor`, `Meeting`, `Agreement` or `TradeFigure` as `db.actors()` and its like give them.

    Use it to test what shows or exports records. Every value has its `provenance`: the words of a made-up article.

    >>> from hypothesis import find
    >>> meeting = find(records("meeting"), lambda meeting: meeting.city is not None)
    >>> meeting.provenance["city"][0].quote == meeting.city
    True
    """
    told = draw(articles().filter(lambda told: bool(_of_type(told, record_type))))
    article = read(io.BytesIO(told.content), file=told.file)
    record = draw(st.sampled_from(_of_type(told, record_type)))
    return _MADE[record.record_type](told, article, record)


def _of_type(told: Told, record_type: str | None) -> tuple[ToldRecord, ...]:
    return told.records if record_type is None else told.of_type(record_type)


def _actor(told: Told, article: Article, record: ToldRecord) -> Record:
    evidence = _provenance(article, record)
    return Actor(
        actor_id=_id(article, record),
        kind=ActorKind.PERSON,
        name=_only(record, "name"),
        country=_only(record, "country"),
        provenance={**evidence, "kind": evidence["name"]},
    )


def _meeting(told: Told, article: Article, record: ToldRecord) -> Record:
    actors = {_only(actor, "name"): _id(article, actor) for actor in told.of_type("actor")}
    roles = {field.start_char: field.value for field in record.fields if field.field == "participant_role"}
    participants = [
        Participant.model_validate({"actor_id": actors[field.value], "role": roles.get(field.start_char)})
        for field in record.fields
        if field.field == "participant"
    ]
    values = _values(record, ("kind", "status", "date", "city", "country"))
    return Meeting.model_validate(
        {"meeting_id": _id(article, record), "participants": participants, **values}
        | {"provenance": _provenance(article, record)}
    )


def _agreement(told: Told, article: Article, record: ToldRecord) -> Record:
    parties = [Party(actor_id=field.value) for field in record.fields if field.field == "party"]
    values = _values(record, ("kind", "stage", "date", "amount", "currency", "amount_qualifier"))
    return Agreement.model_validate(
        {"agreement_id": _id(article, record), "parties": parties, **values}
        | {"provenance": _provenance(article, record)}
    )


def _trade_figure(told: Told, article: Article, record: ToldRecord) -> Record:
    values = _values(record, ("flow", "reporter", "partner", "amount", "currency", "amount_qualifier", "period"))
    return TradeFigure.model_validate(
        {"trade_figure_id": _id(article, record), **values, "provenance": _provenance(article, record)}
    )


_MADE: dict[str, Callable[[Told, Article, ToldRecord], Record]] = {
    "actor": _actor, "meeting": _meeting, "agreement": _agreement, "trade_figure": _trade_figure,
}  # fmt: skip


def _values(record: ToldRecord, fields: Iterable[str]) -> dict[str, str]:
    return {field: value for field in fields if (value := _only(record, field)) is not None}


def _only(record: ToldRecord, field: str) -> str | None:
    return next(iter(record.values(field)), None)


def _provenance(article: Article, record: ToldRecord) -> dict[str, tuple[Evidence, ...]]:
    fields = dict.fromkeys(field.field for field in record.fields)
    return {
        name: tuple(
            _evidence(article, field.start_char, field.end_char) for field in record.fields if field.field == name
        )
        for name in fields
    }


def _evidence(article: Article, start_char: int, end_char: int) -> Evidence:
    [paragraph] = [one for one in article.paragraphs if one.start_char <= start_char and end_char <= one.end_char]
    return Evidence.at(article, paragraph, start_char - paragraph.start_char, end_char - paragraph.start_char)


def _id(article: Article, record: ToldRecord) -> str:
    first = record.fields[0]
    anchor = _evidence(article, first.start_char, first.end_char)
    return Mention.anchored(RecordType(record.record_type), _EXTRACTOR, anchor).mention_id
