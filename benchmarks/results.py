"""What was measured, as JSON that later runs add to: one entry a stage, one for the growth, one for the profile."""

import json
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measuring import Run, processors
from benchmarks.stage import Measured, Target

Results = dict[str, Any]
"""As in the JSON file: `stages` by name, `growth` and `profile`."""

_PACKAGES = (
    "libnews", "duckdb", "pyarrow", "pydantic", "pandera", "pyahocorasick", "spacy", "langextract", "followthemoney",
)  # fmt: skip


def load(path: Path) -> Results:
    """What was measured before; nothing where there is no file."""
    if not path.exists():
        return {"stages": {}}
    found: Results = json.loads(path.read_text(encoding="utf-8"))
    return found


def save(results: Results, path: Path) -> None:
    """Write the file anew."""
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def stage_result(measured: Measured) -> Results:
    """One stage: every run of every way, and the figures with their rounds."""
    stage = measured.stage
    ways = [way.name for way in stage.ways if way.name not in measured.left_out]
    return {
        **circumstances(),
        "articles": measured.articles,
        "rounds": len(measured.rounds),
        "unit": stage.unit,
        "what": stage.what,
        "ways": {name: _way([one[name] for one in measured.rounds]) for name in ways},
        "left_out": measured.left_out,
        "figures": [
            figure_result(figure.what, figure.values(measured.rounds), figure.target) for figure in stage.figures
        ],
    }


def run_result(run: Run) -> Results:
    """One run in numbers."""
    return {
        "done": run.done,
        "cpu": round(run.cpu, 4),
        "wall": round(run.wall, 4),
        "peak_mb": round(run.peak_mb, 1),
        "steps": {name: {"cpu": round(s.cpu, 4), "wall": round(s.wall, 4)} for name, s in run.steps.items()},
        "facts": {name: round(fact, 3) for name, fact in run.facts.items()},
    }


def figure_result(what: str, values: Sequence[float], target: Target | None) -> Results:
    """A figure, its value in every round, and whether their median meets the target."""
    return {
        "what": what,
        "values": [round(value, 4) for value in values],
        "target": None if target is None else str(target),
        "met": None if target is None or not values else target.met(median(values)),
    }


def circumstances() -> Results:
    """When and on what it was measured."""
    return {
        "measured_on": datetime.now(UTC).date().isoformat(),
        "machine": {
            "processors": processors(),
            "architecture": platform.machine(),
            "system": platform.system(),
            "python": ".".join(map(str, sys.version_info[:3])),
        },
        "versions": dict(_versions(_PACKAGES)),
    }


def _versions(packages: Iterable[str]) -> Iterable[tuple[str, str]]:
    for package in packages:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            continue  # what it is needed for is left out, and the table says so


def _way(runs: list[Run]) -> Results:
    return {"runs": [run_result(run) for run in runs]}
