"""The promise of `validate`, on the database of the seeds: any change is found, most are named, nobody is accused."""

import random
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

import libnews
from libnews import checks
from libnews.checks import structure
from libnews.pipeline.judging import judge
from libnews.pipeline.validation import RECOMPUTED
from libnews.reports.judgements import render_csv
from libnews.testing import mutators
from tests.pipeline.tampered import Damage, outcomes, unnamed_columns

SEEDS = Path(__file__).parents[2] / "seeds"
CELLS, SHAPES, UNTOUCHED = 2000, 200, 100
_MORE = {
    "more/one.txt": "التقى وزير الخارجية المصري سالم الكعبي نظيره الفرنسي جان دوبوا في باريس في 3 مايو 2024.",
    "more/two.txt": "وقعت مصر وفرنسا صفقة أسلحة بقيمة 3 مليارات دولار تشمل 12 طائرة، حسبما قالت وكالة رويترز.",
    "more/three.txt": "بلغ حجم التبادل التجاري بين مصر وفرنسا نحو 19.5 مليون دولار خلال 2022/2023.",
}
_KNOWN = """id,name,aliases,name_en,kind,country,wikidata_id
kaabi,سالم بن علي الكعبي,سالم الكعبي,Salem,,,Q90000001
x,زيد الغائب,,,,,
"""


def _inputs(folder: Path) -> Path:
    """The seeds, a few articles more, and two files that cannot be read."""
    shutil.copytree(SEEDS, folder)
    (folder / "more").mkdir()
    for name, text in _MORE.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "old.txt").write_bytes("ليبيا".encode("cp1256"))
    (folder / "metadata.csv").write_text("file_name,published_on,desk\nmore/one.txt,2024-05-04,x\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sources, known actors and judgements, from which every table is filled."""
    folder = tmp_path_factory.mktemp("given")
    _inputs(folder / "in")
    (folder / "known.csv").write_text(_KNOWN, encoding="utf-8")
    with libnews.build(folder / "in", folder / "plain.duckdb") as db:
        meetings = [meeting.meeting_id for meeting in db.meetings()]
        decided = [
            judge(db, "accept", meetings[0], None, by="amal", on=date(2026, 2, 5), reason="seen"),
            judge(db, "correct", meetings[-1], None, field="venue", value="القصر", by="amal", on=date(2026, 2, 6)),
        ]
    (folder / "judged.csv").write_text(render_csv(decided), encoding="utf-8")
    return folder


def _build(given: Path, db: Path, paths: list[Path] | None = None) -> libnews.Database:
    return libnews.build(paths or given / "in", db, judgements=given / "judged.csv", actors=given / "known.csv")


@pytest.fixture(scope="module")
def news(given: Path) -> Path:
    with _build(given, given / "news.duckdb") as db:
        filled = {table for table, _ in mutators.columns_of(db.connection)}
        assert structure.contract().keys() - filled == set()
    return given / "news.duckdb"


@pytest.mark.slow
def test_each_of_2000_changed_cells_is_found_and_most_are_named(news: Path) -> None:
    """Every column of every table at least twenty times, or as often as it has another value."""
    with duckdb.connect(str(news), read_only=True) as con:
        columns = mutators.columns_of(con)
    times = max(20, -(-CELLS // len(columns)))
    damages = [Damage(seed, "cell", *cell) for seed, cell in enumerate(columns * times)]
    found = outcomes(news, damages)
    named = sum(one.named for one in found) / len(found)
    print(f"{sum(one.found for one in found)} of {len(found)} changes found, in {len(columns)} columns")
    print(f"{named:.1%} named to table and row; not always: {unnamed_columns(found)}")
    assert [one.told for one in found if not (one.found and one.caught)] == []
    assert len(found) == len(damages) >= CELLS
    assert named >= 0.8


@pytest.mark.slow
def test_each_of_200_structural_changes_is_found(news: Path) -> None:
    """Rows gone, doubled or mixed, tables, columns, views and macros gone, added, renamed or made otherwise."""
    ways = [*mutators.ROWS, *mutators.SHAPES]
    damages = [Damage(seed, ways[seed % len(ways)].name) for seed in range(SHAPES)]
    found = outcomes(news, damages)
    print(f"{sum(one.found for one in found)} of {len(found)} structural changes found")
    assert [one.told for one in found if not (one.found and one.caught)] == []
    assert len(found) == SHAPES


@pytest.mark.slow
def test_none_of_100_untouched_databases_is_accused(given: Path, news: Path, tmp_path: Path) -> None:
    """Built from files in whatever order, copied, checkpointed, vacuumed: one digest, no finding."""
    chance = random.Random(4)
    files = sorted((given / "in").rglob("*.txt"))
    digests = set()
    for number in range(UNTOUCHED):
        path = tmp_path / "news.duckdb"
        path.unlink(missing_ok=True)
        if number % 4 == 0:
            _build(given, path, [*chance.sample(files, len(files)), given / "in"]).close()
        else:
            shutil.copy(news, path)
            _handle(path, number)
        with libnews.connect(path) as db:
            digests.add(db.digest())
            assert checks.run(db.connection, recomputed=RECOMPUTED).findings == ()
    print(f"{UNTOUCHED} untouched databases, {len(digests)} digest, no finding")
    assert len(digests) == 1


def _handle(path: Path, number: int) -> None:
    """What a database goes through that nobody tampers with."""
    with duckdb.connect(str(path)) as con:
        con.execute(("checkpoint", "vacuum", "vacuum analyze")[number % 3])
        if number % 4 == 1:
            con.execute(f"attach '{path.with_name('other.duckdb')}' as other (storage_version 'v1.2.0')")
            con.execute(f"copy from database {path.stem} to other")
    if number % 4 == 1:
        path.with_name("other.duckdb").replace(path)
