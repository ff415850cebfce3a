"""When and where an encounter took place, where its own clause does not say."""

from dataclasses import replace
from datetime import date, timedelta

from libnews.extract.actors import Cast
from libnews.extract.draft import Place
from libnews.extract.encounter import Encounter, Spot
from libnews.models import Article
from libnews.models.annotation import MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch
from libnews.models.vocabulary import Basis, MeetingKind, ParticipantRole

Day = tuple[Place, DateMatch]

# News tells the day of its own event in its first paragraphs, mostly as a weekday: no more than a week back.
_LEAD = 4
_RECENT = timedelta(days=7)


def set_scenes(article: Article, reading: Reading, cast: Cast, encounters: list[Encounter]) -> None:
    """Give encounters the day and the place that the words around them tell."""
    days = _days_by_paragraph(article, reading)
    lead = _only([day for number in sorted(days)[:_LEAD] for day in days[number]])
    for encounter in encounters:
        if encounter.date() is None and encounter.planned is None:
            near = [_only(days.get(number, [])) for number in encounter.told_in]
            found = next((day for day in near if day is not None), None)
            if found is None and not encounter.earlier and encounter.told_in[0] in sorted(days)[: _LEAD + 2]:
                found = lead if lead is not None and _is_recent(article, lead) else None
            if found is not None:
                encounter.dates.append((found[0], replace(found[1], basis=Basis.RESOLVED)))
    for encounter in encounters:
        if not encounter.places:
            spot = _at_host(encounter, cast) or _on_visit(encounter, encounters, cast)
            encounter.places.extend([spot] if spot is not None else [])


def place_in_visit(told: list[Encounter]) -> None:
    """«عقد … اجتماعا مع …، وذلك خلال زيارته إلى باكستان»: talks told with a visit took place where it led."""
    visits = [encounter for encounter in told if encounter.is_visit and encounter.places]
    for encounter in told:
        if not encounter.is_visit and not encounter.places and visits:
            encounter.places.append(visits[0].places[0])


def _at_host(encounter: Encounter, cast: Cast) -> Spot | None:
    """Who receives somebody of another country is at home."""
    if encounter.kind is not MeetingKind.RECEPTION:
        return None
    homes = {ref: cast.country_of_reading(ref) for ref in encounter.core}
    hosts = [home for ref, home in homes.items() if home and ParticipantRole.HOST in encounter.roles(ref)]
    guests = {home[1].value for ref, home in homes.items() if home and ParticipantRole.HOST not in encounter.roles(ref)}
    if len(hosts) != 1 or guests == {hosts[0][1].value}:
        return None
    return Spot(*hosts[0], Basis.INFERRED)


def _on_visit(encounter: Encounter, encounters: list[Encounter], cast: Cast) -> Spot | None:
    """Talks of a visitor with somebody of the country he visits were held there, where he visits one only."""
    if encounter.is_visit or encounter.kind is MeetingKind.CALL:
        return None
    homes = {home[1].value for ref in encounter.core if (home := cast.country_of_reading(ref)) is not None}
    spots = {
        visit.places[0].match.value: visit.places[0]
        for visit in encounters
        if visit.is_visit and visit.places and visit.core & encounter.core and visit.places[0].match.value in homes
    }
    return replace(next(iter(spots.values())), basis=Basis.INFERRED) if len(spots) == 1 else None


def _days_by_paragraph(article: Article, reading: Reading) -> dict[int, list[Day]]:
    """The past days each read paragraph names; paragraphs that name none have an empty list."""
    found: dict[int, list[Day]] = {}
    for sentence in reading.sentences:
        found.setdefault(sentence.paragraph_no, []).extend(_past_days(article, sentence))
    return found


def _past_days(article: Article, sentence: Sentence) -> list[Day]:
    days = []
    for mark in sentence.marks:
        if mark.kind is MarkKind.DATE and isinstance(mark.match, DateMatch) and mark.match.value:
            told = Edtf(mark.match.value)
            today = article.published_on
            if told.first is not None and told.first == told.last and (today is None or told.first <= today):
                days.append((Place(sentence.paragraph_no, mark.span), mark.match))
    return days


def _only(days: list[Day]) -> Day | None:
    """The first of some days where all are the same day."""
    return days[0] if len({match.value for _, match in days}) == 1 else None


def _is_recent(article: Article, day: Day) -> bool:
    return article.published_on is None or _first(day) >= article.published_on - _RECENT


def _first(day: Day) -> date:
    return date.fromisoformat(day[1].value or "")
