"""`trace`, `find`, `conflicts`, `query`, `schema`: answers that lead back to the words."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pyarrow.parquet  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.cli.conftest import Run


def _ids(news: Path, query: str) -> list[str]:
    with duckdb.connect(news, read_only=True) as con:
        return [row[0] for row in con.execute(query).fetchall()]


def test_trace_marks_the_quote_in_its_sentence(run: Run, news: Path) -> None:
    """The trap: a place that is nearly right."""
    ended = run("trace", news, "الكعبي")
    assert ended.code == 0
    assert "first.txt:2:15 ¶2  استقبل الوزير [سالم الكعبي] نظيره جان دوبوا في جنيف يوم 3 مايو 2024." in ended.out
    assert "* سالم الكعبي\n" in ended.out


def test_trace_takes_every_kind_of_id(run: Run, news: Path) -> None:
    """The trap: a citation that cannot be followed back."""
    [deal] = _ids(news, "SELECT agreement_id FROM agreement")
    mentions = _ids(news, f"SELECT mention_id FROM mention WHERE record_id = '{deal}' ORDER BY mention_id")
    whole = run("trace", news, deal)
    assert whole.code == 0
    assert "سويسرا (CHE)" in whole.out
    assert {run("trace", news, mention).out for mention in mentions} == {whole.out}
    claim = _ids(news, "SELECT claim_id FROM claim WHERE field = 'quantity'")[0]
    assert "\nquantity\n* 12\n" in run("trace", news, claim).out
    assert "\namount\n" not in run("trace", news, claim).out


def test_trace_of_one_field(run: Run, news: Path) -> None:
    """The trap: a field that is not there answered with silence."""
    [deal] = _ids(news, "SELECT agreement_id FROM agreement")
    ended = run("trace", news, deal, "--field", "amount")
    assert "\namount\n" in ended.out
    assert "\ncurrency\n" not in ended.out
    wrong = run("trace", news, deal, "--field", "amuont")
    assert wrong.code == 2
    assert "it has: " in wrong.err


def test_trace_asks_where_a_name_fits_several(run: Run, news: Path) -> None:
    """The trap: one of two men picked in silence."""
    ended = run("trace", news, "الـ")
    assert ended.code == 2
    assert "give the id" in ended.err
    assert all(actor in ended.err for actor in _ids(news, "SELECT actor_id FROM actor WHERE name LIKE '%الكعب%'"))
    unknown = run("trace", news, "nobody")
    assert unknown.code == 2
    assert "'nobody'" in unknown.err


def test_find_folds_spelling(run: Run, news: Path) -> None:
    """The trap: one letter with another hamza, and nobody is found."""
    ended = run("find", news, "الكَعبى")
    assert ended.code == 0
    first = ended.out.splitlines()[0].split("  ")
    assert [part.strip() for part in first if part.strip()][1:] == ["actor", "3 articles", "سالم الكعبي"]


def test_finding_nothing_is_no_error(run: Run, news: Path) -> None:
    """The trap: a script that stops because a name is not there."""
    ended = run("find", news, "nobody")
    assert (ended.code, ended.out) == (0, "")
    assert "'nobody'" in ended.err


def test_conflicts_put_contradictions_first_with_their_words(run: Run, news: Path) -> None:
    """The trap: a price that differs, below thirty spellings."""
    ended = run("conflicts", news)
    assert ended.code == 0
    assert ended.out.index("CONTRADICTIONS") < ended.out.index("more_than 3000000000 USD (1 article)")
    assert ended.out.index("more_than 3000000000 USD") < ended.out.index("VARIANTS")
    assert "first.txt:3 ¶3  «3»  وكالة المثال" in ended.out


def test_query_formats_agree(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: an amount that is a float in one format and text in another."""
    sql = "select label, amount, date_first from record where amount is not null order by amount"
    rows = json.loads(run("query", news, sql, "--format", "json").out)
    assert [row["amount"] for row in rows] == [19_500_000, 3_000_000_000]
    read = list(csv.DictReader(io.StringIO(run("query", news, sql, "--format", "csv").out)))
    assert [row["amount"] for row in read] == ["19500000.0000", "3000000000.0000"]
    assert run("query", news, sql, "--format", "parquet", "--output", tmp_path / "out.parquet").out == ""
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    assert [str(value) for value in table["amount"].to_pylist()] == ["19500000.0000", "3000000000.0000"]
    assert str(table.schema.field("amount").type) == "decimal128(38, 4)"
    assert "(2 rows)" in run("query", news, sql).out


@pytest.mark.parametrize(
    "sql",
    [
        "delete from claim", "select 1; select 2", "copy claim to 'out.csv'", "attach 'x.duckdb'",
        "select * from read_text('/etc/hostname')", "set threads = 1", "select nothing from claim", "", "select \udcff",
    ],
)  # fmt: skip
def test_query_only_reads(sql: str, run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a statement that writes, reads elsewhere, or ends in a traceback."""
    monkeypatch.chdir(tmp_path)
    ended = run("query", news, sql)
    assert ended.code == 2
    assert ended.err.startswith("libnews: the query failed")
    assert list(tmp_path.iterdir()) == []


def test_answer_never_takes_the_place_of_the_database(run: Run, news: Path) -> None:
    """The trap: two arguments alike, and the database is a CSV."""
    before = news.read_bytes()
    ended = run("query", news, "select 1", "--output", news)
    assert ended.code == 2
    assert "the database itself" in ended.err
    assert news.read_bytes() == before


def test_answer_without_a_place(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: a traceback for a folder that is not there."""
    ended = run("query", news, "select 1", "--output", tmp_path / "no" / "out.csv")
    assert ended.code == 2
    assert f"{tmp_path / 'no' / 'out.csv'}: No such file" in ended.err


def test_schema_names_every_table_with_its_comment(run: Run) -> None:
    """The trap: a data dictionary that was right once."""
    told = json.loads(run("schema", "--format", "json").out)
    assert [table["name"] for table in told["tables"]][:2] == ["article", "paragraph"]
    assert {"provenance", "record", "conflict", "timeline"} <= {view["name"] for view in told["views"]}
    assert all(relation["comment"] for kind in told.values() for relation in kind)
    assert all(column["comment"] for table in told["tables"] for column in table["columns"])
    assert "## claim (table)" in run("schema", "--format", "markdown").out
    with duckdb.connect() as con:
        con.execute(run("schema").out)


@pytest.mark.parametrize(
    "command", ["build", "validate", "trace", "find", "conflicts", "cite", "diff", "query", "schema"]
)
def test_help_shows_an_example(command: str, run: Run) -> None:
    """The trap: a list of options, and no way to see what to write."""
    ended = run(command, "--help")
    assert ended.code == 0
    assert f"example:\n  libnews {command}" in ended.out


def test_version(run: Run) -> None:
    """The trap: a version that differs from the package's."""
    from libnews import __version__

    assert run("--version").out == f"libnews {__version__}\n"
