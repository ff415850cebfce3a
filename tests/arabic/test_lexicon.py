"""The tables of the lexicon as tables: what holds of every one of them."""

from collections import Counter
from pathlib import Path

import pytest

LEXICON = Path(__file__).parents[2] / "libnews" / "arabic" / "lexicon"


@pytest.mark.parametrize("table", sorted(LEXICON.glob("*.tsv")), ids=lambda path: path.stem)
def test_no_entry_stands_twice(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    entries = Counter(line for line in lines if line and not line.startswith("#"))
    assert [entry for entry, times in entries.items() if times > 1] == []
