"""A finding leads to the row and to the words; a report is whole and in order."""

from pathlib import Path

import duckdb
import pytest

from libnews import checks
from libnews.checks import queries
from libnews.checks.report import Report
from libnews.checks.rule import Found, Scope
from libnews.checks.structure import sound_tables
from libnews.errors import InvalidDataError
from libnews.models.vocabulary import Severity
from libnews.pipeline.validation import RECOMPUTED


def _query(con: duckdb.DuckDBPyConnection, code: str, limit: int = 100) -> Found:
    query = next(query for query in queries.RULES if query.code == code)
    return queries.run(Scope(con, sound_tables(con), limit=limit), query)


def test_finding_names_file_line_column_and_both_texts(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set quote = 'لندن' where field = 'city' and value = 'لوزان'")
    (finding,) = _query(con, "claim.quote-differs").findings
    assert (finding.file, finding.line_no, finding.quote) == ("sub/third.txt", 1, "لندن")
    assert finding.col_no == "محادثات بين سالم الكعبي وجان دوبوا في لوزان".index("لوزان") + 1
    assert finding.key is not None
    assert finding.key.startswith("claim_")
    assert "«لوزان»" in finding.message


def test_column_names_the_row_of_the_bad_value(con: duckdb.DuckDBPyConnection) -> None:
    """pandera's own failure case has the value alone, and its positional join may name another row."""
    (bad,) = con.execute("select claim_id from claim order by claim_id limit 1 offset 7").fetchall()
    con.execute("update claim set basis = 'guessed' where claim_id = ?", bad)
    report = checks.run(con)
    named = [finding for finding in report.findings if finding.rule == "schema.value-unknown"]
    assert [(finding.table, finding.key) for finding in named] == [("claim", bad[0])]
    assert named[0].file is not None
    assert "basis «guessed»" in named[0].message


def test_findings_are_capped_and_all_counted(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set quote = quote || '.'")
    (claims,) = con.execute("select count(*) from claim").fetchall()[0]
    found = _query(con, "claim.quote-differs", limit=3)
    assert (found.total, len(found.findings)) == (claims, 3)
    report = checks.run(con, limit=3)
    assert report.unnamed["claim.quote-differs"] == claims - 3
    assert report.totals[Severity.ERROR] >= claims


def test_findings_are_sorted_by_severity_file_and_line(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update article set language = 'tlh' where file = 'first.txt'")
    con.execute("update claim set quote = quote || '.'")
    findings = checks.run(con).findings
    weights = [list(Severity).index(finding.severity) for finding in findings]
    assert weights == sorted(weights)
    places = [
        (finding.file, finding.line_no, finding.col_no) for finding in findings if finding.rule == "claim.quote-differs"
    ]
    assert places == sorted(places)


def test_a_repeated_key_does_not_double_other_findings(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into article from article; insert into paragraph from paragraph")
    con.execute("update span set quote = 'x' where quote = '19.5 مليون دولار'")
    assert len(_query(con, "span.quote-differs").findings) == 2  # one for each copy of its paragraph


@pytest.mark.parametrize("column", ["row_count = 7", "digest = repeat('0', 32)", "row_sum = 7", "place_sum = null"])
def test_a_rewritten_digest_accuses_no_table(column: str, con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"update digest set {column} where table_name = 'claim'")
    (finding,) = checks.run(con, recomputed=RECOMPUTED).findings
    assert (finding.rule, finding.table, finding.key) == ("digest.differs", "digest", "claim")


def test_errors_raise_where_asked(con: duckdb.DuckDBPyConnection) -> None:
    checks.run(con).raise_for_errors()
    con.execute("update claim set quote = 'x' where field = 'item'")
    with pytest.raises(InvalidDataError, match=r"1 place") as raised:
        checks.run(con).raise_for_errors()
    assert len(raised.value.findings) == 1


def test_a_warning_leaves_the_data_valid(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update article set language = null where file = 'first.txt'")
    report = checks.run(con)
    assert report.ok
    assert report.totals == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 1}


def test_findings_as_a_frame(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set quote = 'x' where field = 'item'")
    frame = checks.run(con).to_frame()
    assert list(frame["rule"]) == ["claim.quote-differs"]
    assert list(Report(findings=(), counts={}, rules_run=()).to_frame().columns) == list(frame.columns)


def test_two_runs_report_alike(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    con.execute("update claim set quote = quote || '.', basis = null, value = 'x'")
    assert checks.run(con, limit=5) == checks.run(con, limit=5)
