"""When and where an encounter took place, where its own clause does not say."""

from dataclasses import replace
from datetime import date, timedelta

from libnews.extract.draft import Place
from libnews.extract.encounter import Encounter
from libnews.models import Article
from libnews.models.annotation import MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch
from libnews.models.vocabulary import Basis

Day = tuple[Place, DateMatch]

# News tells the day of its own event in its first paragraphs, mostly as a weekday: no more than a week back.
_LEAD = 4
_RECENT = timedelta(days=7)


def set_scenes(article: Article, reading: Reading, encounters: list[Encounter]) -> None:
    """Give encounters without a date the one past day that their sentence, their paragraph or the lead names."""
    days = _days_by_paragraph(article, reading)
    lead = _only([day for number in sorted(days)[:_LEAD] for day in days[number]])
    for encounter in encounters:
        if encounter.date() is not None or encounter.planned is not None:
            continue
        near = [_only(days.get(number, [])) for number in encounter.told_in]
        found = next((day for day in near if day is not None), None)
        if found is None and not encounter.earlier and encounter.told_in[0] in sorted(days)[: _LEAD + 2]:
            found = lead if lead is not None and _is_recent(article, lead) else None
        if found is not None:
            encounter.dates.append((found[0], replace(found[1], basis=Basis.RESOLVED)))


def place_in_visit(told: list[Encounter]) -> None:
    """«عقد … اجتماعا مع …، وذلك خلال زيارته إلى باكستان»: talks told with a visit took place where it led."""
    visits = [encounter for encounter in told if encounter.is_visit and encounter.places]
    for encounter in told:
        if not encounter.is_visit and not encounter.places and visits:
            encounter.places.append(visits[0].places[0])


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
