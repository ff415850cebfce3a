"""Gold records as rows of claims: what a person marked in an article, each value on words of that article.

`python -m tests.claims.gold_claims GOLD_DIR ARTICLES_DIR OUTPUT` writes the claims file.
"""

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import libnews
from libnews.models import Article
from libnews.models.article import occurrence_at
from libnews.models.claim_row import ClaimRow
from libnews.models.vocabulary import Basis
from libnews.reports.claims import render_csv

Gold = dict[str, Any]


def gold_rows(gold_folder: Path, articles_folder: Path) -> Iterator[ClaimRow]:
    """The records of every JSON file in `gold_folder`, quoted from the articles it speaks of."""
    for path in sorted(gold_folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield from _Telling(libnews.read(articles_folder / gold["file"]), gold).rows()


class _Telling:
    """One article's gold records; a value that has no words of its own rests on the first words of its record."""

    def __init__(self, article: Article, gold: Gold) -> None:
        self.article = article
        self.gold = gold
        self.found: list[ClaimRow] = []
        self.countries: set[str] = set()

    def rows(self) -> list[ClaimRow]:
        for key, actor in self.gold["actors"].items():
            self._actor(key, actor)
        for number, meeting in enumerate(self.gold["meetings"]):
            self._meeting(f"meeting {number}", meeting)
        for number, agreement in enumerate(self.gold["agreements"]):
            self._agreement(f"agreement {number}", agreement)
        for number, figure in enumerate(self.gold["trade_figures"]):
            self._figure(f"figure {number}", figure)
        return self.found

    def _actor(self, key: str, actor: Gold) -> None:
        told = [("name", name) for name in actor["names"]] + [("role", role) for role in actor["roles"]]
        self._claim(key, "actor", "kind", actor["kind"], self._anywhere(told[0][1]))
        for field, text in told:
            words = self._anywhere(text)
            basis = Basis.STATED if words[1] == text else Basis.INFERRED
            self._claim(key, "actor", field, text, words, basis=basis)

    def _meeting(self, key: str, meeting: Gold) -> None:
        who = meeting["participants"] or [self._country(code, meeting) for code in meeting["countries"]]
        words = self._in_record(meeting, self._names_of(who))
        for field in ("kind", "status", "date", "city", "country"):
            self._claim(key, "meeting", field, meeting[field], words)
        for part, actor in enumerate(who, start=1):
            self._claim(key, "meeting", "participant", actor, words, part)

    def _agreement(self, key: str, agreement: Gold) -> None:
        words = self._in_record(agreement, self._names_of(agreement["parties"]))
        for field in ("kind", "stage", "date"):
            self._claim(key, "agreement", field, agreement[field], words)
        who = [self._country(code, agreement) for code in agreement["countries"]] + agreement["parties"]
        for part, actor in enumerate(who, start=1):
            self._claim(key, "agreement", "party", actor, words, part)
        self._price(key, "agreement", agreement, words, len(who) + 1)
        for part, item in enumerate(agreement["items"], start=len(who) + 2):
            self._claim(key, "agreement", "item", item["item"], words, part)
            self._claim(key, "agreement", "quantity", _digits(item["quantity"]), words, part)

    def _figure(self, key: str, figure: Gold) -> None:
        words = self._in_record(figure, [])
        for field in ("flow", "period"):
            self._claim(key, "trade_figure", field, figure[field], words)
        for field, code in zip(("reporter", "partner"), figure["countries"], strict=False):
            self._claim(key, "trade_figure", field, code, words)
        self._price(key, "trade_figure", figure, words, 1)

    def _price(self, key: str, record_type: str, priced: Gold, words: tuple[int, str], part: int) -> None:
        for field, value in (
            ("amount", _digits(priced["amount"])),
            ("currency", priced["currency"]),
            ("amount_qualifier", priced["amount_qualifier"]),
        ):
            if priced["amount_qualifier"] is not None:
                self._claim(key, record_type, field, value, words, part)

    def _country(self, code: str, record: Gold) -> str:
        if code not in self.countries:
            self.countries.add(code)
            words = self._in_record(record, [])
            self._claim(code, "actor", "kind", "country", words)
            self._claim(code, "actor", "country", code, words)
        return code

    def _claim(
        self,
        key: str,
        record_type: str,
        field: str,
        value: str | None,
        words: tuple[int, str],
        part: int | None = None,
        basis: Basis = Basis.INFERRED,
    ) -> None:
        if value is None:
            return
        paragraph_no, quote = words
        text = self.article.paragraphs[paragraph_no - 1].text
        several = occurrence_at(text, quote, text.index(quote))
        self.found.append(
            ClaimRow(
                file=self.article.file, record=key, record_type=record_type, field=field, value=value, quote=quote,
                paragraph_no=paragraph_no, occurrence=several, part=part, basis=basis, extractor="human:gold",
            )
        )  # fmt: skip

    def _anywhere(self, text: str) -> tuple[int, str]:
        """The first place of `text`, or behind a clitic («للقوات») of the longest of its endings that stands there."""
        endings = (text[start:] for start in range(len(text)))
        places = (place for ending in endings for place in self.article.places(ending) if place.is_claimable)
        found = next(places)
        return found.paragraph_no, found.quote

    def _in_record(self, record: Gold, quotes: list[str]) -> tuple[int, str]:
        """The first of the quotes that stands in the record's paragraphs, else the first word there."""
        paragraphs = [self.article.paragraphs[number - 1] for number in record["paragraphs"]]
        open_ones = [paragraph for paragraph in paragraphs if paragraph.kind.is_read]
        for paragraph in open_ones:
            for quote in quotes:
                if quote in paragraph.text:
                    return paragraph.paragraph_no, quote
        return open_ones[0].paragraph_no, open_ones[0].text.split()[0]

    def _names_of(self, keys: list[str]) -> list[str]:
        actors = [self.gold["actors"][key] for key in keys if key in self.gold["actors"]]
        return [text for actor in actors for text in (*actor["names"], *actor["roles"])]


def _digits(number: float | None) -> str | None:
    return None if number is None else format(Decimal(str(number)).normalize(), "f")


def main() -> None:
    """Write the claims file."""
    gold_folder, articles_folder, output = map(Path, sys.argv[1:])
    output.write_text(render_csv(gold_rows(gold_folder, articles_folder)), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
