"""Records in one line, for a person who looks through what was missed and what was extra."""

from collections.abc import Iterable

from libnews.evaluation.case import Case, shown
from libnews.models.gold import GoldActor, GoldRecord
from libnews.models.telling import ToldRecord
from libnews.models.vocabulary import RecordType

_GOLD_FIELDS = ("kind", "status", "stage", "flow", "amount_qualifier", "amount", "currency", "date", "period")
_GOLD_ACTORS = ("participants", "parties")
_TOLD_ACTORS = ("participant", "party")
_PLACES = ("reporter", "partner", "city", "country")


def gold_line(case: Case, gold: GoldRecord) -> str:
    """A gold record: its words of the vocabulary, amount and date, then who, then where."""
    told = [shown(getattr(gold, name, None)) for name in _GOLD_FIELDS]
    keys = [key for name in _GOLD_ACTORS for key in getattr(gold, name, ())]
    countries = ", ".join(getattr(gold, "countries", ()))
    return _line(
        told, [actor_name(case.gold.actors[key], key) for key in keys], [countries, getattr(gold, "city", None)]
    )


def told_line(case: Case, record: ToldRecord) -> str:
    """A record of the database, in the same order."""
    told = [shown(record.values(name)) for name in _GOLD_FIELDS]
    ids = dict.fromkeys(one.value or "" for name in _TOLD_ACTORS for one in record.of(name))
    return _line(told, told_names(case, ids), [shown(record.values(name)) for name in _PLACES])


def told_names(case: Case, actor_ids: Iterable[str]) -> list[str]:
    """What the article calls actors of the database: the longest form of the name, else an office, else the id."""
    actors = {record.record_id: record for record in case.telling.of_type(RecordType.ACTOR)}
    return [_told_name(one, actors.get(one), case) for one in actor_ids]


def actor_name(actor: GoldActor, key: str) -> str:
    """What to call a gold actor."""
    return next(iter((*actor.names, *actor.roles)), key)


def _told_name(actor_id: str, actor: ToldRecord | None, case: Case) -> str:
    known = case.telling.actors.get(actor_id)
    if actor is None or (known is not None and known.kind == "country"):
        return actor_id
    forms = [one.value or one.quote for one in (actor.of("name") or actor.of("role"))]
    return max(forms, key=len, default=actor_id)


def _line(words: list[str | None], who: list[str], where: list[str | None]) -> str:
    parts = [" ".join(one for one in words if one), ", ".join(who), ", ".join(one for one in where if one)]
    return " · ".join(part for part in parts if part)
