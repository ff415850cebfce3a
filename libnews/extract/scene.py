"""When and where an encounter took place: by its own clause, else by the words around it."""

import re
from dataclasses import replace
from datetime import timedelta

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause, day_of, nearest
from libnews.extract.draft import Place
from libnews.extract.encounter import Encounter, Spot
from libnews.models import Article
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, DurationMatch, PlaceMatch
from libnews.models.vocabulary import Basis, DatePrecision, MeetingKind, MeetingStatus, ParticipantRole

Day = tuple[Place, DateMatch]

# News tells the day of its own event in its first paragraphs, mostly as a weekday: no more than a week back.
_LEAD = 4
# «في العاصمة», «في مدينة»: so many characters may stand between who met and the country they met in.
_BETWEEN = 12
_RECENT = timedelta(days=7)
_DAYS = re.compile(r"P([2-9]|1\d)D")


def set_scene(clause: Clause, trigger: Mark, encounter: Encounter) -> None:
    """Take in where and when, planned or called off, as the encounter's own clause tells."""
    if trigger.pronoun and trigger.form is Form.VERB and encounter.is_visit:
        encounter.places.extend(_visited(clause, trigger))
    else:
        _set_places(clause, trigger, encounter)
    date = nearest(clause.of(MarkKind.DATE), trigger)
    if date is not None and isinstance(date.match, DateMatch):
        encounter.dates.append(_as_long_as(clause, encounter, Place(clause.paragraph_no, date.span), date.match))
    planned = [trigger] if trigger.future else clause.planned
    if planned:
        encounter.planned = Place(clause.paragraph_no, planned[0].span)
    for word in clause.of(MarkKind.STAGE):
        if word.value == MeetingStatus.CANCELLED and _governs(clause, word, trigger):
            encounter.cancelled = encounter.cancelled or Place(clause.paragraph_no, word.span)


def _governs(clause: Clause, word: Mark, trigger: Mark) -> bool:
    """«ألغى الرئيس زيارته», «إلغاء اللقاء»: no words of their own stand between, and nothing else to call off."""
    if word.position > trigger.position or clause.gap(word, trigger) > _BETWEEN:
        return False
    return not any(mark.kind in (MarkKind.AND, MarkKind.AGREEMENT) for mark in clause.between(word, trigger))


def _visited(clause: Clause, trigger: Mark) -> list[Spot]:
    """«الصين التي زارها فلان»: the place named last before the verb."""
    before = [mark for mark in clause.of(MarkKind.PLACE) if mark.position < trigger.position]
    named = [m.match for m in before if isinstance(m.match, PlaceMatch) and m.match.kind != "nationality"]
    return [Spot(clause.paragraph_no, match) for match in named[-1:]]


def _set_places(clause: Clause, trigger: Mark, encounter: Encounter) -> None:
    wanted = ("to", "in") if encounter.is_visit else ("in",)
    for mark in clause.of(MarkKind.PLACE, MarkKind.ORGANISATION):
        if not isinstance(mark.match, PlaceMatch):
            continue
        names_place = mark.match.kind != "nationality"
        bare_object = trigger.form is Form.VERB and encounter.is_visit and mark.link is None
        if names_place and (mark.link in wanted or bare_object) and not _is_topic(clause, encounter, mark):
            encounter.places.append(Spot(clause.paragraph_no, mark.match))
        elif not names_place and not encounter.is_visit and _follows_with(clause, mark):
            encounter.countries.setdefault(mark.match.value, (clause.paragraph_no, mark.match))


def _is_topic(clause: Clause, encounter: Encounter, mark: Mark) -> bool:
    """«بحث معه الوضع في ليبيا»: a country behind words of its own is spoken of, not met in."""
    before = [m for m in clause.marks if m.position < mark.position]
    if encounter.is_visit or not before or not isinstance(mark.match, PlaceMatch) or mark.match.kind != "country":
        return False
    return clause.gap(before[-1], mark) > _BETWEEN


def _as_long_as(clause: Clause, encounter: Encounter, at: Place, day: DateMatch) -> tuple[Place, DateMatch]:
    """«بدأ السبت زيارة تستمر ثلاثة أيام»: the days of a visit, on the words that say how many."""
    lasts = [mark for mark in clause.of(MarkKind.DURATION) if isinstance(mark.match, DurationMatch)]
    if not encounter.is_visit or len(lasts) != 1 or not isinstance(lasts[0].match, DurationMatch) or not day.value:
        return at, day
    first, days = Edtf(day.value), _DAYS.fullmatch(lasts[0].match.value)
    if days is None or first.precision is not DatePrecision.DAY or first.first is None:
        return at, day
    last = first.first + timedelta(days=int(days[1]) - 1)
    value = f"{day.value}/{last.isoformat()}"
    start, end = lasts[0].span
    return Place(clause.paragraph_no, lasts[0].span), DateMatch(start, end, lasts[0].match.text, value, Basis.RESOLVED)


def _follows_with(clause: Clause, mark: Mark) -> bool:
    """«مع كبار المسؤولين الليبيين»: a side told by its nationality alone."""
    links = clause.links("with")
    return bool(links) and mark.position > links[0].position


def complete_scenes(article: Article, reading: Reading, cast: Cast, encounters: list[Encounter]) -> None:
    """Give encounters the day and the place that the words around them tell."""
    days = _days_by_paragraph(article, reading)
    for encounter in encounters:
        if not encounter.dates and encounter.is_held:  # a weekday that nobody can place still rules other days out
            day = _day_near(encounter, days) or _day_of_news(article, encounter, days)
            encounter.dates.extend([(day[0], replace(day[1], basis=Basis.RESOLVED))] if day is not None else [])
    for encounter in encounters:
        if not encounter.places:
            spot = _at_host(encounter, cast) or _on_visit(encounter, encounters, cast)
            encounter.places.extend([spot] if spot is not None else [])


def _day_near(encounter: Encounter, days: dict[int, list[Day]]) -> Day | None:
    """The one date that a paragraph names which tells of the encounter, else its one day."""
    told = [days[number] for number in encounter.told_in if number in days]
    alone = (_only(named) or _only([day for day in named if _is_day(day)]) for named in told)
    return next((day for day in alone if day is not None), None)


def _day_of_news(article: Article, encounter: Encounter, days: dict[int, list[Day]]) -> Day | None:
    """The one day of the whole article, or of its first paragraphs for what these tell."""
    if encounter.earlier:
        return None
    day = _only([day for named in days.values() for day in named if _is_day(day)])
    if day is None and encounter.told_in[0] in sorted(days)[: _LEAD + 2]:
        day = _only([day for number in sorted(days)[:_LEAD] for day in days[number] if _is_day(day)])
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
    """The past days and months that each read paragraph names; paragraphs that name none have an empty list."""
    found: dict[int, list[Day]] = {}
    for sentence in reading.sentences:
        found.setdefault(sentence.paragraph_no, []).extend(_past_days(article, sentence))
    return found


def _past_days(article: Article, sentence: Sentence) -> list[Day]:
    days = []
    for mark in sentence.marks:
        told = day_of(mark) if mark.kind is MarkKind.DATE else None
        if told is None or told.first is None or not isinstance(mark.match, DateMatch):
            continue
        past = article.published_on is None or told.first <= article.published_on
        if past and told.precision in (DatePrecision.DAY, DatePrecision.MONTH):
            days.append((Place(sentence.paragraph_no, mark.span), mark.match))
    return days


def _only(days: list[Day]) -> Day | None:
    """The first of some days where all are the same day."""
    return days[0] if len({match.value for _, match in days}) == 1 else None


def _is_day(day: Day) -> bool:
    return Edtf(day[1].value or "").precision is DatePrecision.DAY


def _is_recent(article: Article, day: Day) -> bool:
    first = Edtf(day[1].value or "").first
    return article.published_on is None or first is None or first >= article.published_on - _RECENT
