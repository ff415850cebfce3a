"""Judgements beside the articles: rows of files, or values at hand, and what became of each."""

from collections.abc import Iterable
from pathlib import Path

from libnews.checks import rules
from libnews.loaders import UnreadRow, read_judgements
from libnews.models import Finding, Judgement
from libnews.models.judgement import Judged
from libnews.pipeline.claims import finding

_NOT_APPLIED = "judgement.not-applied"


class GivenJudgements:
    """All judgements of a build, each once; `findings` tells of rows that are none, `unapplied` what was not done."""

    def __init__(self, sources: Iterable[Path] = (), judgements: Iterable[Judgement] = ()) -> None:
        """Read the files, in the order of their names, so that the order of options plays no part."""
        self.findings: list[Finding] = []
        self.unapplied: list[Finding] = []
        self.rows = 0
        self._given = {judgement.judgement_id: judgement for judgement in judgements}
        self._places: dict[str, tuple[str, int]] = {}
        for source in sorted(set(sources)):
            for row in read_judgements(source):
                self.rows += 1
                if isinstance(row, UnreadRow):
                    place = {"file": row.source, "line_no": row.line_no}
                    self.findings.append(finding("judgements.row-invalid", row.why, **place))
                else:
                    self._given.setdefault(row.judgement.judgement_id, row.judgement)
                    self._places.setdefault(row.judgement.judgement_id, (row.source, row.line_no))
        self.rows += len(self._given) - len(self._places)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What can be applied, if it is found."""
        return tuple(self._given.values())

    def close(self, judged: Iterable[Judged]) -> None:
        """When all is decided: keep why something was not applied, in the order of the files."""
        rule = next(rule for rule in rules() if rule.code == _NOT_APPLIED)
        for one in judged:
            if not one.applied:
                file, line_no = self._places.get(one.judgement_id, (None, None))
                told = f"{one.judgement.action} {one.judgement.id}, by {one.judgement.decided_by}: {one.why}"
                self.unapplied.append(rule.finding(told, file=file, line_no=line_no, key=one.judgement_id))
        self.unapplied.sort(key=lambda one: (one.file or "", one.line_no or 0, one.message))
