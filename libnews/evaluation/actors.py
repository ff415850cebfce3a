"""Persons, their offices, and bodies: found by name."""

from collections.abc import Iterable, Mapping

from libnews.evaluation.case import Case
from libnews.evaluation.pairing import Link, pair
from libnews.evaluation.spelling import name_key
from libnews.evaluation.wording import actor_name, told_names
from libnews.models.gold import GoldActor
from libnews.models.telling import ToldRecord
from libnews.models.vocabulary import ActorKind, RecordType


def score_actors(case: Case) -> None:
    """Count persons and bodies, and note which gold actor each actor of the article is."""
    actors = {record.record_id: record for record in case.telling.of_type(RecordType.ACTOR)}
    kinds = {one: case.telling.actors[one].kind for one in actors if one in case.telling.actors}
    persons = {one: record for one, record in actors.items() if kinds.get(one) == ActorKind.PERSON}
    bodies = {
        one: record for one, record in actors.items() if kinds.get(one) not in (ActorKind.PERSON, "country", None)
    }
    gold = case.gold.actors.items()
    found = _by_name(case, "person", persons, {key: one for key, one in gold if one.kind is ActorKind.PERSON})
    case.keys.update(found)
    for record_id, key in found.items():
        _score_roles(case, actors[record_id], case.gold.actors[key])
    _by_name(case, "body", bodies, {key: one for key, one in gold if one.kind is not ActorKind.PERSON})
    _know_the_others(case, actors)


def _by_name(case: Case, subject: str, told: Mapping[str, ToldRecord], gold: Mapping[str, GoldActor]) -> dict[str, str]:
    names = {one: _keys(record, "name") for one, record in told.items() if record.of("name")}
    wanted = {key: {name_key(name) for name in one.names} for key, one in gold.items() if one.names}
    links = (
        Link(len(names[one] & forms), one, key) for one in names for key, forms in wanted.items() if names[one] & forms
    )
    found = {record_id: str(key) for record_id, key in pair(links)}
    for _ in found:
        case.found(subject)
    for key in wanted.keys() - set(found.values()):
        case.missed(subject, actor_name(gold[key], key), _first_place(case, gold[key].names))
    for record_id in names.keys() - found.keys():
        [name] = told_names(case, [record_id])
        case.extra(subject, name, told[record_id], ("name",))
    return found


def _score_roles(case: Case, person: ToldRecord, gold: GoldActor) -> None:
    """An office is found where it is read word for word, spelling aside."""
    told = {name_key(one.quote): one for one in reversed(person.of("role"))}
    wanted = {name_key(role): role for role in gold.roles}
    for key, role in wanted.items():
        if key in told:
            case.found("role")
        else:
            case.missed("role", f"{actor_name(gold, '')}: {role}", _first_place(case, (role,)))
    for key, one in told.items():
        if key not in wanted:
            record = ToldRecord(person.record_type, person.record_id, (one,))
            case.extra("role", f"{actor_name(gold, '')}: {one.quote}", record, ("role",))


def _know_the_others(case: Case, actors: Mapping[str, ToldRecord]) -> None:
    """Bodies, and people this article knows only by office: participants and parties may be among them."""
    for record_id, record in sorted(actors.items()):
        if record_id in case.keys or not (record.of("name") or record.of("role")):
            continue
        told = _keys(record, "name") or _keys(record, "role")
        for key, one in case.gold.actors.items():
            if told & {name_key(text) for text in (*one.names, *one.roles)}:
                case.keys[record_id] = key
                break


def _keys(record: ToldRecord, field: str) -> set[str]:
    return {name_key(text) for one in record.of(field) for text in (one.value or "", one.quote)} - {""}


def _first_place(case: Case, names: Iterable[str]) -> tuple[int, ...]:
    """The first paragraph that holds one of the names letter for letter."""
    paragraphs = case.telling.article.paragraphs
    return tuple(one.paragraph_no for one in paragraphs if any(name in one.text for name in names))[:1]
