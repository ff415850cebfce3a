"""Builds, edits, deletions, judgements and questions in any order, against a plain model of what was told."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import libnews
from libnews.models import Judgement
from libnews.models.vocabulary import Severity
from libnews.pipeline.judging import judge
from libnews.reports.judgements import render_csv
from libnews.testing import strategies
from libnews.testing.strategies import Told

ON = date(2026, 2, 5)


class Newsroom(RuleBasedStateMachine):
    """A folder of articles and the database built from it; `told` and `built` are what each should hold."""

    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.news = self.folder / "news"
        self.news.mkdir()
        self.path = self.folder / "news.duckdb"
        self.told: dict[str, Told] = {}
        self.built: dict[str, Told] | None = None
        self.judged: list[Judgement] = []
        self.applied = 0
        self.digest: str | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(target=files, article=strategies.articles(), number=st.integers(0, 9))
    def add(self, article: Told, number: int) -> str:
        """A new file, or other words in one that is there."""
        file = f"{number}.txt"
        (self.news / file).write_bytes(article.content)
        self.told[file] = article
        return file

    @rule(file=consumes(files))
    def delete(self, file: str) -> None:
        if self.told.pop(file, None) is not None:
            (self.news / file).unlink()

    @precondition(lambda self: self.told)
    @rule()
    def build(self) -> None:
        judgements = self.folder / "judgements.csv"
        judgements.write_text(render_csv(self.judged), encoding="utf-8")
        with libnews.build(self.news, self.path, judgements=judgements) as db:
            again, before = db.digest(), self.digest
        if (self.built, self.applied) == (self.told, len(self.judged)):
            assert again == before, "the same files and judgements gave another database"
        self.built, self.applied, self.digest = dict(self.told), len(self.judged), again

    @precondition(lambda self: self.built is not None)
    @rule(data=st.data())
    def judge(self, data: st.DataObject) -> None:
        with libnews.connect(self.path) as db:
            found = sorted(meeting.meeting_id for meeting in db.meetings())
            if found:
                sought = data.draw(st.sampled_from(found))
                self.judged.append(judge(db, "accept", sought, None, by="amal", on=ON, reason="seen"))

    @precondition(lambda self: self.built)
    @rule()
    def validate(self) -> None:
        """Files that are no longer what was read are named, and nothing else is."""
        assert self.built is not None
        changed = {file for file, article in self.built.items() if self._now(file) not in (None, article.content)}
        report = libnews.validate(self.path, sources=self.news)
        assert {one.file for one in report.findings if one.rule == "source.changed"} == changed
        gone = {file for file in self.built if self._now(file) is None}
        assert {one.file for one in report.findings if one.rule == "source.missing"} <= gone
        others = [
            one for one in report.findings if one.severity is Severity.ERROR and not one.rule.startswith("source.")
        ]
        assert others == []

    def _now(self, file: str) -> bytes | None:
        return self.told[file].content if file in self.told else None

    @precondition(lambda self: self.built)
    @rule()
    def ask(self) -> None:
        """Counts are right, and every word that was told is found and leads back to where it stands."""
        assert self.built is not None
        with libnews.connect(self.path) as db:
            first = {article.content: file for file, article in sorted(self.built.items(), reverse=True)}
            assert {article.file for article in db.articles()} == set(first.values())
            (rejected,) = db.connection.execute("select count(*) from rejected where reason = 'duplicate'").fetchall()
            assert rejected == (len(self.built) - len(first),)
            for file in first.values():
                self._is_told(db, file, self.built[file])

    def _is_told(self, db: libnews.Database, file: str, article: Told) -> None:
        rows = db.connection.execute("select field, quote from provenance where file = ?", (file,)).fetchall()
        for record in article.records:
            for field in record.fields:
                words = [quote for name, quote in rows if name == field.field]
                assert any(quote in field.quote or field.quote in quote for quote in words), field
        for person in article.of_type("actor"):
            (name,) = person.values("name")
            found = db.find(name)
            assert found, name
            assert any(file == one.file for record in found for one in record.provenance["name"])

    @invariant()
    def the_database_is_there_once_built(self) -> None:
        assert self.path.exists() == (self.digest is not None)


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_a_newsroom_for_a_moment() -> None:
    _run(2, 7)


@pytest.mark.slow
def test_a_newsroom_for_some_time() -> None:
    _run(20, 12)
