"""What every stage and the whole path cost, each beside its baseline in the same run.

    pip install -e '.[bench]'
    python -m benchmarks                                             every stage, 1,000 articles, 3 rounds
    python -m benchmarks --stages ingest,reading --articles 10000 --rounds 5 --write
    python -m benchmarks --growth 1000,3000,10000,30000,100000 --write
    python -m benchmarks --profile --articles 3000 --write          where the time of one build goes

Articles are made from a seed, or are those of --folder. The ways of a stage take turns, each in a process of its own,
whose imports are not measured; figures are medians with the least and the most. --write puts the table into
docs/performance.md, all numbers into docs/performance.json and the growth into docs/growth.svg; stages that were
measured before and are not measured now stay. Ways whose packages are not installed are left out by name.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import results, stage
from benchmarks.chart import chart
from benchmarks.corpus.articles import make_articles
from benchmarks.growth import grown
from benchmarks.measuring import Data, apart
from benchmarks.profiling import profiled
from benchmarks.stages import NAMES
from benchmarks.tables import markdown
from libnews.loaders import discover

_DOCS = Path(__file__).parents[1] / "docs"
_PAGE, _JSON, _CHART = "performance.md", "performance.json", "growth.svg"
_BEGIN, _END = "<!-- benchmarks -->\n", "<!-- end of benchmarks -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where that is wanted."""
    asked = _parser().parse_args(arguments)
    found: results.Results = {"stages": {}}
    with tempfile.TemporaryDirectory(dir=asked.work) as work:
        folder = Path(work)
        names = asked.stages or ([] if asked.growth or asked.profile else NAMES)
        if names or asked.profile:
            data = _data(folder, asked, any(stage.find(name).reads_articles for name in names) or asked.profile)
            for name in names:
                measured = stage.measure(stage.find(name), data, asked.rounds, _told)
                found["stages"][name] = results.stage_result(measured)
            if asked.profile:
                found["profile"] = apart(profiled, data)
        if asked.growth:
            found["growth"] = grown(asked.growth, folder, asked.seed, asked.jobs, _told)
    print(markdown(found))
    if asked.write:
        write(found, asked.docs)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--stages", type=_names, help=f"of {','.join(NAMES)}; all, but not beside --growth or --profile"
    )
    parser.add_argument("--articles", type=int, default=1_000, help="how many are made (default: 1,000)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="articles of your own; --articles does not count then")
    parser.add_argument("--growth", type=_numbers, help="numbers of articles to build one after the other")
    parser.add_argument("--profile", action="store_true", help="build once, and tell what took the time (Unix)")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read in --growth (default: 1)")
    parser.add_argument("--work", type=Path, help="folder for what is made (default: the system's for temporary files)")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and what belongs to it")
    parser.add_argument("--docs", type=Path, default=_DOCS, help=argparse.SUPPRESS)
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: no such stage; there are {', '.join(NAMES)}")
    return names


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _data(work: Path, asked: argparse.Namespace, reads_articles: bool) -> Data:
    """The articles of all stages, made if one of them `reads_articles`."""
    if asked.folder is not None:
        return Data(work, asked.folder, len(discover([asked.folder]).files), asked.seed, is_own=True)
    data = Data(work, work / "articles", asked.articles, asked.seed)
    if reads_articles:
        made = apart(make_articles, data.articles, data.count, data.seed)
        _told(f"{made.files:,} articles made, {made.bytes / 1e6:.1f} MB")
    return data


def write(found: results.Results, docs: Path) -> None:
    """Beside what was measured before; the prose around the tables stays."""
    kept = results.load(docs / _JSON)
    stages = {**kept["stages"], **found["stages"]}
    kept |= found | {"stages": {name: stages[name] for name in NAMES if name in stages}}
    results.save(kept, docs / _JSON)
    if "growth" in kept:
        (docs / _CHART).write_text(chart(kept["growth"]), encoding="utf-8")
    page = (docs / _PAGE).read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    behind = rest.partition(_END)[2]
    (docs / _PAGE).write_text(f"{before}{_BEGIN}\n{markdown(kept)}\n{_END}{behind}", encoding="utf-8")


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
