"""The benchmarks on very few articles, in this process: that every stage still runs against the library as it is."""

import json
import signal
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import __main__ as command
from benchmarks import growth, profiling, results, tables
from benchmarks.chart import chart
from benchmarks.corpus.articles import make_articles
from benchmarks.measuring import Clock, Data, Run, Seconds, Way
from benchmarks.stage import Figure, Measured, Target, find, ratio, run_way
from benchmarks.stages import NAMES, start, workers
from libnews.loaders import discover, load_file
from libnews.models import Article

ROOT = Path(__file__).parents[2]
ARTICLES = 4


_LONG = ("validation", "rebuild", "workers")
"""Stages that take ten seconds however little there is to do."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """A few articles, and a folder to work in."""
    folder = tmp_path_factory.mktemp("benchmarks")
    make_articles(folder / "articles", ARTICLES)
    return Data(folder, folder / "articles", ARTICLES)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # peers that leave files open
@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow) if n in _LONG else n for n in NAMES])
def test_every_stage_runs(name: str, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a benchmark of an interface that is gone, which nobody runs until figures are wanted."""
    monkeypatch.setattr(start, "_TIMES", 1)
    monkeypatch.setattr(workers, "_ROUNDS", 1_000)
    stage = find(name)
    if stage.prepare is not None:
        stage.prepare(data)
    ways = [way for way in stage.ways if not way.missing()]
    told = {way.name: run_way(name, way.name, data) for way in ways}
    measured = Measured(stage, ARTICLES, [told], {way.name: way.missing() for way in stage.ways if way not in ways})
    assert all(run.done > 0 and run.cpu > 0 and run.peak_mb > 0 for run in told.values())
    assert all(
        value > 0
        for figure in stage.figures
        if set(figure.ways) <= told.keys()
        for value in figure.values([told])
        if "elsewhere" not in figure.what
    )
    assert tables.markdown({"stages": {name: results.stage_result(measured)}})
    assert stage.what


def test_stages_are_those_in_the_folder() -> None:
    """The trap: a stage that is written and never run."""
    assert sorted(path.stem for path in (ROOT / "benchmarks" / "stages").glob("[!_]*.py")) == sorted(NAMES)


def test_articles_follow_from_seed_and_number(tmp_path: Path) -> None:
    """The trap: figures of two runs over different articles."""
    texts = {}
    for name, seed in (("one", 0), ("same", 0), ("other", 1)):
        make_articles(tmp_path / name, ARTICLES, seed)
        texts[name] = [path.read_bytes() for path in sorted((tmp_path / name).rglob("*.txt"))]
    assert len(texts["one"]) == ARTICLES
    assert texts["one"] == texts["same"] != texts["other"]


def test_articles_are_read_as_articles(data: Data) -> None:
    """The trap: made text that the loader takes for another language, or for furniture, and that costs nothing."""
    articles = [load_file(found) for found in discover([data.articles]).files]
    assert all(isinstance(one, Article) and one.language == "ar" and one.published_on and one.title for one in articles)


def test_ways_whose_packages_are_missing_are_named() -> None:
    """The trap: a comparison that is not there, and looks as if it had never been asked for."""
    assert Way("peer", lambda data, clock: 1, needs=("no_such_package",)).missing() == ["no_such_package"]
    stage = find("build")
    peers = [way.name for way in stage.ways if way.needs]
    run = Run(1, {"work": Seconds(1, 1)}, {}, 1)
    measured = Measured(stage, ARTICLES, [{"libnews": run}], {name: ["no_such_package"] for name in peers})
    text = tables.markdown({"stages": {"build": results.stage_result(measured)}})
    assert all(f"| {name} | left out: not installed is no_such_package |" in text for name in peers)
    assert text.count("not measured") == len(peers) == 2


def test_figures_are_of_one_round_each() -> None:
    """The trap: a median divided by a median, of which no spread can be told."""
    rounds = [
        {"a": Run(2, {"": Seconds(0, a)}, {}, 1), "b": Run(1, {"": Seconds(0, b)}, {}, 1)} for a, b in [(4, 1), (2, 4)]
    ]
    assert ratio("a against b", "a", "b").values(rounds) == [2.0, 0.25]
    assert Target("at most", 2).met(2)
    assert not Target("at least", 3).met(2)
    assert Figure("seconds", lambda one: one["a"].cpu, ("a",)).values(rounds) == [4, 2]


def test_steps_of_a_clock_add_up() -> None:
    """The trap: a step entered twice that tells of its second time alone."""
    clock = Clock()
    for _ in range(2):
        with clock.step("count"):
            sum(range(100_000))
    assert clock.steps["count"].wall > 0
    assert list(clock.steps) == ["count"]


def test_what_was_measured_before_stays(tmp_path: Path) -> None:
    """The trap: one stage measured again, and the table of all others gone."""
    (tmp_path / "performance.md").write_text(
        "before\n<!-- benchmarks -->\nstale words\n<!-- end of benchmarks -->\nbehind\n"
    )
    for name in ("loading", "quotes"):
        measured = Measured(find(name), ARTICLES, [], {})
        found = {"stages": {name: results.stage_result(measured) | {"ways": {}}}}
        command.write(found, tmp_path)
    page = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert page.startswith("before\n")
    assert page.endswith("behind\n")
    assert "### Stage loading" in page
    assert "### Stage quotes" in page
    assert "stale words" not in page


def test_growth_is_told_and_drawn() -> None:
    """The trap: a picture that no browser opens."""
    run = Run(1, {"reading": Seconds(2, 2), "check<ing": Seconds(1, 1)}, {"database MB": 1.0, "claims": 9}, 300)
    sizes = [{"articles": count, "text_mb": 1.0, **results.run_result(run)} for count in (10, 100)]
    found = {**results.circumstances(), "articles": "10 to 100", "rounds": 1, "sizes": sizes, "figures": []}
    assert ElementTree.fromstring(chart(found)).tag.endswith("svg")
    assert "| 100 | 1 | 3 | 3 | 30 |" in tables.markdown({"stages": {}, "growth": found})


def test_growth_takes_articles_made_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a hundred thousand articles left behind, or those of the last size built again."""
    told: list[str] = []
    monkeypatch.setattr(growth, "apart", lambda work, *given: work(*given))
    monkeypatch.setattr(growth, "built", _counted)
    found = growth.grown([3, 6, 9], tmp_path, 0, 1, told.append)
    assert [size["done"] for size in found["sizes"]] == [3, 6, 9]
    assert [figure["target"] for figure in found["figures"]] == ["at most 1.15", "at most 1.15", "at most 1536"]
    assert [figure["values"] for figure in found["figures"][:2]] == [[1], [1]]
    assert list(tmp_path.iterdir()) == []
    assert len(told) == 3


def _counted(articles: Path, database: Path, clock: Clock, jobs: int) -> int:
    database.touch()
    count = sum(1 for _ in articles.rglob("*.txt"))
    clock.steps["count"] = Seconds(count, count)
    return count


@pytest.mark.skipif(sys.platform == "win32", reason="the clock of a profile is a signal of POSIX")
def test_a_profile_shares_out_the_whole_build(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traps: time of functions that call one another counted twice, and a clock that still rings afterwards."""
    monkeypatch.setattr(profiling, "_EVERY", 0.001)
    found = profiling.profiled(data)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert sum(found["packages"].values()) == pytest.approx(1)
    (whole,) = [one for one in found["functions"] if one["function"] == "pipeline.making.build_database"]
    assert whole["whole"] == pytest.approx(1, abs=0.01)
    assert whole["own"] < 0.1
    assert "| `pipeline.making.build_database` | " in tables.markdown({"stages": {}, "profile": found})


def test_the_page_is_what_was_measured() -> None:
    """The trap: a table that was mended by hand."""
    docs = ROOT / "docs"
    kept = json.loads((docs / "performance.json").read_text(encoding="utf-8"))
    assert tables.markdown(kept).strip() in (docs / "performance.md").read_text(encoding="utf-8")
    if "growth" in kept:
        assert (docs / "growth.svg").read_text(encoding="utf-8") == chart(kept["growth"])
