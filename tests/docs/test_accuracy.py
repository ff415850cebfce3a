"""The figures of docs/accuracy.md and README.md are one set, and those of the code where gold records are."""

import os
import re
from pathlib import Path

import pytest

from scripts.accuracy import PAGES, measured, renewed
from tests.docs.running import ROOT

GOLD = Path(os.environ.get("LIBNEWS_GOLD", ROOT.parent / "shared" / "gold"))
_KINDS = ("person", "meeting", "agreement", "trade_figure")


def test_the_readme_says_what_the_page_says() -> None:
    """The trap: a figure in the README that stayed when the page went on."""
    page, readme = (path.read_text(encoding="utf-8") for path in PAGES)
    rows = dict(re.findall(r"^\| (\w+) \|.*\*\*(\S+)\*\* \([^|]*\|$", page, re.MULTILINE))
    brief = re.search(r"the half kept aside gives (.*)\.\n", readme)
    assert brief is not None
    assert re.findall(r"1?\.\d\d", brief[1]) == [rows[kind] for kind in _KINDS]


@pytest.mark.slow
@pytest.mark.skipif(not (GOLD / "dev").is_dir(), reason="the gold records are not here")
def test_the_figures_are_those_of_the_code() -> None:
    """The trap: figures of a reader that is no more. `python scripts/accuracy.py GOLD --write` renews them."""
    parts = measured(GOLD)
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert renewed(text, parts) == text, page


def test_figures_are_put_where_they_belong() -> None:
    """The trap: a marker that a careless edit broke, and a page that is never renewed again."""
    found = [
        name for page in PAGES for name in re.findall(r"<!-- measured: (\w+) -->", page.read_text(encoding="utf-8"))
    ]
    assert found == ["table", "plain", "brief"]
    text = "a\n<!-- measured: one -->\nold\n<!-- end -->\nb\n  <!-- measured: two -->\n  <!-- end -->\n"
    fresh = "a\n<!-- measured: one -->\n1\n<!-- end -->\nb\n  <!-- measured: two -->\n2\n  <!-- end -->\n"
    assert renewed(text, {"one": "1", "two": "2"}) == fresh
