"""The gold records, written as a claims file, are what comes out: where they are to be had (LIBNEWS_GOLD)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from libnews.pipeline import build_database
from libnews.reports.claims import render_csv
from tests.claims.gold_claims import gold_rows
from tests.docs.running import ROOT

GOLD = Path(os.environ.get("LIBNEWS_GOLD", ROOT.parent / "shared" / "gold"))
SCORE = GOLD.parent / "tools" / "score.py"


@pytest.mark.skipif(not (SCORE.is_file() and (GOLD / "seeds").is_dir()), reason="the gold records are not here")
def test_gold_records_of_the_seeds_score_in_full(tmp_path: Path) -> None:
    """The trap: a fact that a person wrote down and that is lost, moved or joined to another on its way."""
    claims = tmp_path / "gold.csv"
    claims.write_text(render_csv(gold_rows(GOLD / "seeds", ROOT / "seeds")), encoding="utf-8", newline="")
    built = build_database(ROOT / "seeds", tmp_path / "gold.duckdb", claims=claims, extractor="none", strict=True)
    assert built.summary.refused == ()
    assert built.report.ok, built.report.findings
    command = [sys.executable, str(SCORE), str(built.database), str(GOLD / "seeds"), "--json"]
    score = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert {kind: record["f1"] for kind, record in score["records"].items()} == dict.fromkeys(score["records"], 1.0)
    assert {slot: told["accuracy"] for slot, told in score["slots"].items()} == dict.fromkeys(score["slots"], 1.0)
    assert all(told["n"] for told in score["slots"].values())
