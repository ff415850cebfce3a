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
    for encounter in encounters:
        if encounter.date() is None and encounter.planned is None:
            day = _day_near(encounter, days) or _day_of_news(article, encounter, days)
            encounter.dates.extend([(day[0], replace(day[1], basis=Basis.RESOLVED))] if day is not None else [])
    for encounter in encounters:
        if not encounter.places:
            spot = _at_host(encounter, cast) or _on_visit(encounter, encounters, cast)
            encounter.places.extend([spot] if spot is not None else [])


def _day_near(encounter: Encounter, days: dict[int, list[Day]]) -> Day | None:
    """The day that a paragraph names which tells of the encounter, and of no other day."""
    return next((day for number in encounter.told_in if (day := _only(days.get(number, []))) is not None), None)


def _day_of_news(article: Article, encounter: Encounter, days: dict[int, list[Day]]) -> Day | None:
    """The one day of the whole article, or of its first paragraphs for what these tell."""
    if encounter.earlier:
        return None
    day = _only([day for named in days.values() for day in named])
    if day is None and encounter.told_in[0] in sorted(days)[: _LEAD + 2]:
        day = _only([day for number in sorted(days)[:_LEAD] for day in days[number]])
    return day if day is not None and _is_recent(article, day) else None


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
