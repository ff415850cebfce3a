"""The figures are those of the independent score program, where that is to be had (LIBNEWS_GOLD)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import libnews
from tests.docs.running import ROOT

GOLD = Path(os.environ.get("LIBNEWS_GOLD", ROOT.parent / "shared" / "gold"))
SCORE = GOLD.parent / "tools" / "score.py"
_NAMES = {"trade": "trade_figure"}


@pytest.mark.skipif(not SCORE.is_file(), reason="the score program is not here")
@pytest.mark.parametrize(("gold", "articles"), [("seeds", "seeds"), ("dev", "dev/text")])
def test_figures_are_those_of_the_score_program(gold: str, articles: str, tmp_path: Path) -> None:
    """The trap: a measure that flatters, because it was written by those who are measured."""
    folder = ROOT / articles if gold == "seeds" else GOLD / articles
    if not ((GOLD / gold).is_dir() and folder.is_dir()):
        pytest.skip("the gold records are not here")
    database = tmp_path / "news.duckdb"
    with libnews.build(folder, database, jobs=None) as db:
        evaluation = libnews.evaluate(db, GOLD / gold)
    command = [sys.executable, str(SCORE), str(database), str(GOLD / gold), "--json"]
    score = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert score["articles_missing"] == []
    for name, row in score["records"].items():
        tally = evaluation.records[_NAMES.get(name, name)]
        assert (name, tally.found, tally.extra, tally.missed) == (name, row["tp"], row["fp"], row["fn"])
        shares = [share or 0.0 for share in (tally.precision, tally.recall, tally.f1)]
        assert shares == pytest.approx([row["precision"], row["recall"], row["f1"]], abs=0.0011)
    for name, row in score["slots"].items():
        kind, _, field = name.partition(".")
        slot = evaluation.slots[f"{_NAMES.get(kind, kind)}.{field}"]
        assert (name, slot.judged, slot.accuracy) == (name, row["n"], row["accuracy"])
