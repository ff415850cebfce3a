"""Articles in Arabic, as many as wanted: what a world's articles tell, in sentences, among words that tell nothing.

Each is about 5 KB of UTF-8 in a dozen paragraphs: a headline, a stamp with the day, the news, what was said about it,
and what newspapers write between. The sentences that tell a fact are those of libnews.testing; see `vocabulary` for the
words between them. The same number and seed give the same files, byte for byte.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from re import compile as pattern
from typing import NamedTuple, TypeVar

import libnews
from benchmarks.corpus.vocabulary import Vocabulary
from benchmarks.corpus.world import Telling, ToldEvent, ToldPerson, World

_T = TypeVar("_T")
_OWN = Path(__file__).with_name("wording.tsv")
_SHARED = Path(libnews.__file__).parent / "testing" / "strategies" / "words"
_FILES_PER_FOLDER = 1_000
_CHARACTERS = 2_400
_SPREAD = 0.4
_MARKED = pattern(r"\[[a-z+]+:([^\]]+)\]")
_WITH_TRADE = 0.25
_SCALED = (("19", "مليون"), ("4", "مليارات"), ("350", "ألف"), ("2.5", "مليار"), ("75", "مليون"), ("7", "ملايين"))


class _Country(NamedTuple):
    code: str
    name: str
    nationality: str
    city: str


@dataclass(frozen=True, slots=True)
class Made:
    """How much was made: files, and bytes in them."""

    files: int
    bytes: int


def make_articles(folder: Path, articles: int, seed: int = 0) -> Made:
    """Write so many articles below `folder`, a thousand in each of its folders."""
    size = 0
    writer = _Writer(Random(seed))
    for telling in World(articles, seed).tellings():
        path = folder / f"{telling.number // _FILES_PER_FOLDER:04}" / f"{telling.number:07}.txt"
        if telling.number % _FILES_PER_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        content = writer.article(telling).encode()
        path.write_bytes(content)
        size += len(content)
    return Made(articles, size)


class _Writer:
    """Puts tellings into words; what is left open is drawn."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._vocabulary = Vocabulary(random)
        self._wording = _rows(_OWN)
        self._countries = {row[0]: _Country(*row) for row in self._wording["country"]}
        self._sentences = defaultdict[tuple[str, str], list[str]](list)
        shared = _rows(_SHARED / "sentences.tsv")
        for record_type in ("meeting", "agreement", "trade_figure"):
            for kind, text in shared[record_type]:
                self._sentences[record_type, kind].append(_MARKED.sub(r"\1", text))
        self._months = {int(number): name for number, name in _rows(_SHARED / "calendar.tsv")["egypt"]}
        money = _rows(_SHARED / "money.tsv")
        self._currencies = [words for _, words in money["currency"]]
        self._qualifiers = ["", "", *(words for sort in ("approximately", "more_than") for _, words in money[sort])]

    def article(self, telling: Telling) -> str:
        """One article: its lines."""
        length = _CHARACTERS * self._random.lognormvariate(-(_SPREAD**2) / 2, _SPREAD)
        lines = [self._headline(telling), f"date {telling.published_on.isoformat()} {self._context()}"]
        lines += self._news(telling)
        while sum(map(len, lines)) < length:
            lines.append(" ".join(self._context() for _ in range(self._random.randint(1, 3))))
        return "\n\n".join(lines) + "\n"

    def _news(self, telling: Telling) -> Iterator[str]:
        for event in telling.events:
            yield f"{self._event(event, telling.published_on)} {self._context()}"
            yield " ".join(self._saying(event) for _ in range(self._random.randint(1, 3)))
        if self._random.random() < _WITH_TRADE:
            yield f"{self._trade(telling)} {self._context()}"

    def _event(self, event: ToldEvent, today: date) -> str:
        countries = list(dict.fromkeys(person.country for person in event.who))
        kind = self._one_of([row[1] for row in self._wording["kinds"] if row[0] == event.kind])
        people = [self._person(one) for one in event.who] + [self._body()]
        slots = {
            "first": people[0], "second": people[1], "host": people[1], "visitor": people[0],
            "city": self._countries[event.country].city, "date": self._day(event.date, today), "money": self._money(),
        }  # fmt: skip
        if event.kind != "agreement":
            return self._one_of(self._sentences["meeting", kind]).format_map(slots)
        if len(countries) == 1:
            return self._own("persons").format_map(slots)
        party, other = (self._countries[code].name for code in countries[:2])
        return self._one_of(self._sentences["agreement", kind]).format_map({**slots, "party": party, "other": other})

    def _trade(self, telling: Telling) -> str:
        reporter, partner = self._random.sample(list(self._countries.values()), 2)
        flow = self._one_of(["two_way", "exports", "imports"])
        return self._one_of(self._sentences["trade_figure", flow]).format(
            reporter=reporter.name, partner=partner.name, reporting=f"{reporter.nationality}ة", money=self._money(),
            period=f"خلال عام {telling.published_on.year - 1}",
        )  # fmt: skip

    def _person(self, person: ToldPerson) -> str:
        nationality = self._countries[person.country].nationality
        return " ".join(filter(None, [person.office and f"{person.office} {nationality}", person.name]))

    def _day(self, told: str | None, today: date) -> str:
        if told is None:
            return ""
        if told == (today - timedelta(days=1)).isoformat():
            return "أمس"
        year, month, *day = map(int, told.split("-"))
        return f"في {' '.join([*map(str, day), self._months[month], str(year)])}"

    def _money(self) -> str:
        number, scale = self._one_of(_SCALED)
        return f"{self._one_of(self._qualifiers)} {number} {scale} {self._one_of(self._currencies)}".strip()

    def _headline(self, telling: Telling) -> str:
        here, there = self._random.sample(list(self._countries.values()), 2)
        first = self._person(telling.events[0].who[0])
        return self._own("headline").format(first=first, city=here.city, other_city=there.city, words=self._words(4, 9))

    def _saying(self, event: ToldEvent) -> str:
        return self._own("saying").format(
            person=self._person(self._one_of(event.who)), source=self._own("source"), words=self._words(8, 20),
            more=self._words(6, 14), city=self._countries[event.country].city,
        )  # fmt: skip

    def _context(self) -> str:
        country, other = self._random.sample(list(self._countries.values()), 2)
        return self._own("context").format(
            words=self._words(5, 14), more=self._words(4, 12), words2=self._words(3, 10), body=self._body(),
            city=country.city, country=country.name, other_country=other.name, number=self._random.randint(2, 900),
            year=self._random.randint(1990, 2020),
        )  # fmt: skip

    def _body(self) -> str:
        return self._own("body")

    def _words(self, least: int, most: int) -> str:
        return " ".join(self._vocabulary.words(self._random.randint(least, most)))

    def _own(self, sort: str) -> str:
        return self._one_of(self._wording[sort])[0]

    def _one_of(self, choices: Sequence[_T]) -> _T:
        return self._random.choice(choices)


def _rows(path: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of a data file by their first cell, without it."""
    found = defaultdict[str, list[tuple[str, ...]]](list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, *cells = line.split("\t")
            found[sort].append(tuple(cells))
    return found
