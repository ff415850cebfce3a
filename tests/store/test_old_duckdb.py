"""The file opens in DuckDB 1.2: every table, view and macro works there, and the digests are the same."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from libnews import store
from libnews.store import digest
from tests.store import sample

SCRIPT = """
import json, sys
import duckdb
con = duckdb.connect(sys.argv[1], read_only=True)
found = {"version": duckdb.__version__, "rows": {}, "digests": {}}
con.execute("SET enable_progress_bar = false")  # it would be printed among what is told, where a query takes seconds
for schema, name in con.execute(
    "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal"
    " UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal"
).fetchall():
    found["rows"][f"{schema}.{name}"] = len(con.execute(f'SELECT * FROM {schema}."{name}"').fetchall())
found["macros"] = con.execute(
    "SELECT fold('أسامة حمّاد'), edtf_first('2025-12'), edtf_last('2025-12'), edtf_precision('2025-12'),"
    " edtf_period_kind('2022/2023'), exact_decimal('1.5'), plain_digits(10)"
).fetchall()[0]
for table, sql in json.loads(sys.argv[2]).items():
    found["digests"][table] = con.execute(sql).fetchall()[0]
print(json.dumps(found, default=str))
"""


@pytest.mark.slow
@pytest.mark.parametrize("version", ["1.2.2", "1.4.1"])
def test_an_older_duckdb_reads_everything(tmp_path: Path, version: str) -> None:
    path = sample.build(tmp_path / "news.duckdb")
    venv.create(tmp_path / "old", with_pip=True)
    python = tmp_path / "old" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"duckdb=={version}"], check=True, capture_output=True)
    with store.connect(path) as db:
        names = db.sql(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal AND database_name = 'news'"
            " UNION ALL SELECT schema_name || '.' || view_name FROM duckdb_views()"
            " WHERE NOT internal AND database_name = 'news'"
        ).fetchall()
        rows = {name: len(db.sql(f"SELECT * FROM {name}").fetchall()) for (name,) in names}
        digests = {
            table: [part for part in found if part is not None]
            for table, found in digest.compute(db.connection).items()
        }
        sql = digest.queries(db.connection)
    asked = subprocess.run(
        [python, "-c", SCRIPT, str(path), json.dumps(sql)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    found = json.loads(asked.stdout)
    assert found["version"] == version
    assert found["rows"] == rows
    assert found["digests"] == digests
    assert found["macros"] == [
        "اسامه حماد", "2025-12-01", "2025-12-31", "month", "fiscal_year", "1.5000", "10",
    ]  # fmt: skip
