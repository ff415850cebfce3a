"""Measure libnews on a folder of gold records, and write the figures into the documents.

    python scripts/accuracy.py GOLD            print the tables
    python scripts/accuracy.py GOLD --write    put them into docs/accuracy.md and README.md

GOLD holds `seeds/` (gold records of the articles in seeds/), `dev/` (gold records, their articles in `dev/text/`) and
`plain/` (articles in which nobody meets, agrees or trades). Every second file of `dev/`, by name, is kept aside: its
figures are taken and nobody looks at its records while rules are written.
"""

import argparse
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

import libnews
from libnews.models.evaluation import Evaluation

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs" / "accuracy.md", ROOT / "README.md")
_PART = re.compile(r"(?<=<!-- measured: )(\w+)( -->\n).*?(?=^ *<!-- end -->$)", re.DOTALL | re.MULTILINE)
_NAMES = {"person": "persons", "meeting": "meetings", "agreement": "agreements", "trade_figure": "trade figures"}


def main() -> None:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/accuracy.md and README.md")
    arguments = parser.parse_args()
    parts = measured(arguments.gold)
    if not arguments.write:
        print("\n\n".join(parts.values()))
        return
    for page in PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8"), parts), encoding="utf-8", newline="\n")


def measured(gold: Path) -> dict[str, str]:
    """The parts of the documents that hold figures, by name."""
    dev = sorted((gold / "dev").glob("*.json"))
    with tempfile.TemporaryDirectory() as folder:
        with libnews.build(ROOT / "seeds", Path(folder, "seeds.duckdb"), jobs=None) as db:
            seeds = libnews.evaluate(db, gold / "seeds")
        with libnews.build(gold / "dev" / "text", Path(folder, "dev.duckdb"), jobs=None) as db:
            looked_at, aside = (libnews.evaluate(db, dev[first::2]) for first in (0, 1))
            whole = libnews.evaluate(db, dev)
        with libnews.build(gold / "plain", Path(folder, "plain.duckdb"), jobs=None) as db:
            plain = [len(list(db.articles()))]
            plain += [len(list(found)) for found in (db.meetings(), db.agreements(), db.trade_figures())]
    sets = {"seeds": seeds, "looked at": looked_at, "kept aside": aside}
    return {"table": _table(sets), "plain": _plain(*plain), "brief": _brief(whole, aside)}


def renewed(text: str, parts: dict[str, str]) -> str:
    """A document with its measured parts in the place of the old."""
    return _PART.sub(lambda found: f"{found[1]}{found[2]}{parts[found[1]]}\n", text)


def _table(sets: dict[str, Evaluation]) -> str:
    told = list(sets.values())
    heads = [f"{name} ({one.articles})" for name, one in sets.items()]
    lines = [_row(["", *heads]), _row(["---"] * (len(heads) + 1))]
    for name in told[0].records:
        tallies = [one.records[name] for one in told]
        cells = [f"**{_two(t.f1)}** ({_two(t.precision)}, {_two(t.recall)}; {t.found + t.missed})" for t in tallies]
        lines.append(_row([name, *cells]))
    for name in told[0].slots:
        slots = [one.slots[name] for one in told]
        lines.append(_row([f"&nbsp; {name}", *(f"{_two(slot.accuracy)} ({slot.judged})" for slot in slots)]))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _two(share: float | None) -> str:
    """Two places, without the zero before the point: 0.857 is .86."""
    return "-" if share is None else f"{share:.2f}".removeprefix("0")


def _plain(articles: int, meetings: int, agreements: int, figures: int) -> str:
    return (
        f"- **plain**: {articles} everyday articles (crime, sport, culture, weather, war reports) in which nobody\n"
        "  meets, agrees or trades as the rules mean it. "
        f"False meetings: {meetings}; false agreements: {agreements}; false trade figures: {figures}."
    )


def _brief(whole: Evaluation, aside: Evaluation) -> str:
    figures = [f"{_two(whole.records[name].f1)} for {told}" for name, told in _NAMES.items()]
    kept = [_two(aside.records[name].f1) for name in _NAMES]
    return (
        f"  Against {whole.articles} articles whose records were made by hand, F1 is {_listed(figures)};\n"
        f"  half of them were looked at while the rules were written, and the half kept aside gives {_listed(kept)}."
    )


def _listed(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


if __name__ == "__main__":
    main()
