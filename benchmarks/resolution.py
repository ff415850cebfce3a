"""What it costs to decide who is who and what is one event, and how that grows with the articles.

    python -m benchmarks.resolution [FOLDER] [--articles N ...]

FOLDER holds articles of your own: the first N of them, by name, are read (which is not measured) and resolved. Without
it articles are made: mentions and claims as models, no text to read. Made articles are of a seeded world that grows
like a newspaper's: ten articles a day; as many persons as thirty times the square root of the articles, some named in
many articles and most in few (Zipf), one in six under a name spelled otherwise and one in six by family name or office
alone; in each article up to three events, two thirds of them told by other articles of the same days too, a fifth
without a date and a fifth with no more than its month. All times are CPU time of one core; the time per article of one
size is what should stay the same.
"""

import argparse
import gc
import sys
import time
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random

from libnews.extract import extract
from libnews.loaders import discover, load_file
from libnews.models import Article, Claim, Evidence, Extraction, Mention, Paragraph
from libnews.resolve import resolve

_READ = [100, 200, 400, 800, 1_500]
_MADE = [100, 200, 400, 800, 1_500, 3_000, 10_000, 30_000, 100_000]
_PER_DAY = 10
_EVENTS = 3
_FIRST_DAY = date(2000, 1, 1)
_COUNTRIES = ["LBY", "PAK", "EGY", "TUN", "RUS", "USA", "FRA", "SAU", "ARE", "TUR", "CHN", "IRN"]
_GIVEN = [
    "محمد",
    "احمد",
    "خالد",
    "سالم",
    "عمر",
    "يوسف",
    "طارق",
    "سامي",
    "نبيل",
    "فيصل",
    "ماجد",
    "رشيد",
    "كريم",
    "جمال",
    "حسن",
    "عادل",
    "وليد",
    "انور",
    "زياد",
    "هشام",
]
_LETTERS = "بتجحدرزسشصطعفقكلمنه"
_OFFICES = ["وزير الخارجية", "وزير الدفاع", "رئيس الوزراء", "قائد الجيش", "وزير المالية", "رئيس البرلمان"]


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="articles to read (default: articles are made)")
    parser.add_argument("--articles", nargs="+", type=int, help="how many of them to resolve")
    arguments = parser.parse_args()
    resolve(*_given(*World(10).made()))  # word lists are read once
    print(f"{'articles':>9} {'mentions':>9} {'records':>9} {'open pairs':>10} {'seconds':>9} {'ms an article':>14}")
    if arguments.folder is None:
        for size in arguments.articles or _MADE:
            report(*World(size).made())
        return
    articles = articles_of(arguments.folder)
    readings = [extract(article) for article in articles]
    for size in arguments.articles or _READ:
        report(articles[:size], readings[:size])


def articles_of(folder: Path) -> list[Article]:
    """The articles of a folder that libnews has a reader for, by name."""
    loaded = (load_file(found) for found in discover([folder]).files)
    articles = [article for article in loaded if isinstance(article, Article) and article.language == "ar"]
    return articles or sys.exit(f"no Arabic article in {folder}")


def report(articles: list[Article], readings: list[Extraction]) -> None:
    """One line of the table."""
    given = _given(articles, readings)
    gc.collect()
    gc.freeze()  # what is given is not looked through again and again, as in a build
    start = time.process_time()
    found = resolve(*given)
    taken = time.process_time() - start
    records = len({decision.record_id for decision in found.decisions.values()})
    columns = f"{len(articles):9,} {len(found.decisions):9,} {records:9,} {len(found.undecided):10,}"
    print(f"{columns} {taken:9.2f} {1000 * taken / len(articles):14.2f}", flush=True)


def _given(articles: list[Article], readings: list[Extraction]) -> tuple[list[Article], list[Mention], list[Claim]]:
    mentions = [mention for reading in readings for mention in reading.mentions]
    return articles, mentions, [claim for reading in readings for claim in reading.claims]


class World:
    """Persons and events, and the articles that tell of them; the same for the same number of articles."""

    def __init__(self, articles: int) -> None:
        self.size = articles
        self.random = Random(articles)
        count = max(20, round(30 * articles**0.5))
        self.persons = [self._person() for _ in range(count)]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(count)))
        self._recent: list[tuple[date, str, list[int], str]] = []

    def made(self) -> tuple[list[Article], list[Extraction]]:
        """The articles with what they tell."""
        pairs = [self._article(number) for number in range(self.size)]
        return [article for article, _ in pairs], [reading for _, reading in pairs]

    def _person(self) -> tuple[str, str, str]:
        """Name, country, office."""
        family = "".join(self.random.choice(_LETTERS) for _ in range(self.random.randint(4, 6)))
        father = self.random.choice(_GIVEN)
        name = f"{self.random.choice(_GIVEN)} {father} {family}"
        return name, self.random.choice(_COUNTRIES), self.random.choice(_OFFICES)

    def _somebody(self) -> int:
        return bisect(self._weights, self.random.random() * self._weights[-1])

    def _event(self, today: date) -> tuple[date, str, list[int], str]:
        """Day, kind, who, where: one that others tell of in these days, or a new one."""
        while self._recent and self._recent[0][0] < today - timedelta(days=5):
            self._recent.pop(0)
        if self._recent and self.random.random() < 2 / 3:
            return self.random.choice(self._recent)
        kind = self.random.choice(["visit", "talks", "talks", "agreement"])
        who = sorted({self._somebody() for _ in range(1 if kind == "visit" else self.random.choice([2, 2, 2, 3]))})
        self._recent.append((today, kind, who, self.random.choice(_COUNTRIES)))
        return self._recent[-1]

    def _article(self, number: int) -> tuple[Article, Extraction]:
        today = _FIRST_DAY + timedelta(days=number // _PER_DAY)
        page = _Page(number, today)
        for _ in range(self.random.randint(1, _EVENTS)):
            day, kind, who, where = self._event(today)
            told = [page.actor(self._told_as(person)) for person in who]
            page.event(kind, self._date(day), told, where)
        return page.article, Extraction(mentions=tuple(page.mentions.values()), claims=tuple(page.claims))

    def _told_as(self, person: int) -> tuple[str, str, str]:
        """The full name, one letter of it otherwise, the family name alone, or the office alone."""
        name, country, office = self.persons[person]
        chance = self.random.random()
        if chance < 1 / 6:
            given, *rest = name.split()
            return " ".join([given, rest[-1]]) if chance < 1 / 12 else name.replace("ط", "ت"), country, office
        if chance < 1 / 3:
            return (name.split()[-1], country, "") if chance < 1 / 4 else ("", country, office)
        return name, country, office

    def _date(self, day: date) -> str | None:
        chance = self.random.random()
        return None if chance < 0.2 else day.isoformat()[:7] if chance < 0.4 else day.isoformat()


class _Page:
    """One made article: every claim rests on its only word."""

    def __init__(self, number: int, today: date) -> None:
        digest = sha256(str(number).encode()).hexdigest()
        article_id = Article.id_of(digest, None)
        text = f"{number}"
        paragraph = Paragraph(
            article_id=article_id, paragraph_no=1, line_no=1, col_no=1, kind="body", start_char=0, end_char=len(text),
            text=text,
        )  # fmt: skip
        self.article = Article(
            article_id=article_id, file=f"{number}.txt", sha256=digest, byte_length=len(text), encoding="utf-8",
            language="ar", published_on=today, published_on_basis="metadata", paragraphs=(paragraph,),
        )  # fmt: skip
        self._words = Evidence.at(self.article, paragraph, 0, len(text))
        self.mentions: dict[object, Mention] = {}
        self.claims: list[Claim] = []

    def actor(self, told: tuple[str, str, str]) -> str:
        """The mention of somebody; told so once more it is the same."""
        name, country, office = told
        if told not in self.mentions:
            values = [("kind", "person"), ("name", name), ("role", office), ("country", country)]
            self._mention(told, "actor", [(field, value, None) for field, value in values if value])
        return self.mentions[told].mention_id

    def event(self, kind: str, day: str | None, who: list[str], where: str) -> None:
        """A meeting of some, or an agreement of theirs; an article tells of it once."""
        key = (kind, *who)
        if key in self.mentions:
            return
        dated = [("date", day, None)] if day else []
        if kind == "agreement":
            parties = [("party", one, part) for part, one in enumerate(who, start=1)]
            self._mention(key, "agreement", [("kind", "defence", None), *dated, *parties])
            return
        seats = [("participant", one, part) for part, one in enumerate(who, start=1)]
        roles = [("participant_role", "visitor", part) for _, _, part in seats if kind == "visit"]
        self._mention(key, "meeting", [("kind", kind, None), *dated, ("country", where, None), *seats, *roles])

    def _mention(self, key: object, record_type: str, values: list[tuple[str, str, int | None]]) -> None:
        mention = Mention.anchored(record_type, "made", self._words, len(self.mentions) + 1)
        self.mentions[key] = mention
        self.claims += self._told(mention.mention_id, values)

    def _told(self, mention_id: str, values: list[tuple[str, str, int | None]]) -> Iterator[Claim]:
        for field, value, part in values:
            yield Claim(
                mention_id=mention_id, field=field, part=part, value=value, evidence=self._words, extractor="made"
            )


if __name__ == "__main__":
    main()
