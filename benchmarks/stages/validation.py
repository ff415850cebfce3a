"""`libnews validate` on a large valid database, beside SQL written by hand and the same schemas over pandas.

The database holds copies of the seeds (`benchmarks.corpus.copies`): ten paragraphs and fifty claims for each article
that is asked for. libnews looks for every rule. The SQL by hand (validation.sql) counts what the same rules look for
and names nothing; digests are computed by the statements that the store writes them by, in both. What needs the reader
of Arabic has no SQL. pandera over pandas holds the rows of each table against its schema, a tenth of the rows of large
tables, its time scaled to all of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import libnews
from benchmarks.corpus.copies import make
from benchmarks.imports import import_all
from benchmarks.measuring import Clock, Data, Seconds, Way
from benchmarks.stage import Figure, Round, Stage, Target, peak
from libnews.checks import catalogue, schemas, validation
from libnews.checks.rule import Scope
from libnews.models import vocabulary
from libnews.models.claim_fields import FIELDS
from libnews.models.codes import countries, currencies
from libnews.pipeline.validation import RECOMPUTED
from libnews.store import digest

_SQL = Path(__file__).with_suffix(".sql")
_PARAGRAPHS, _CLAIMS = 10, 50
_SMALL_TABLE, _PART = 10_000, 0.1
_STRUCTURE = "structure and digests"
_STEP_NAMES = {
    "columns": "columns", "queries": "relations and quotes", "dates": "dates", "claim_values": "values",
    "languages": "values", "derivation": "records computed again", "amounts": "amounts against words",
}  # fmt: skip


def _prepare(data: Data) -> None:
    make(data.place("validation.duckdb"), data.count * _PARAGRAPHS, data.count * _CLAIMS)


def _by_libnews(data: Data, clock: Clock) -> float:
    """Every rule, as `libnews validate` looks for them."""
    import_all()
    with libnews.connect(data.place("validation.duckdb")) as db:
        with clock.step(_STRUCTURE):
            scope = validation.looked_over(Scope(db.connection), RECOMPUTED)
        found = 0
        for step in catalogue.STEPS:
            with clock.step(_STEP_NAMES.get(step.__name__.rpartition(".")[2], _STRUCTURE)):
                found += sum(one.total for one in step.check(scope))
        return _done(db, found, clock)


def _by_hand(data: Data, clock: Clock) -> float:
    """The statements of validation.sql, and the digests."""
    words = _listed_words()
    found = 0
    with libnews.connect(data.place("validation.duckdb")) as db:
        con = db.connection
        for section in _SQL.read_text(encoding="utf-8").split("-- step: ")[1:]:
            name, _, text = section.partition("\n")
            for statement in _filled(re.sub("^--.*", "", text, flags=re.MULTILINE), words).split(";\n"):
                with clock.step(name):
                    rows = con.execute(statement).fetchall() if statement.strip() else []
                found += sum(row[0] or 0 for row in rows if statement.strip().startswith("select"))
        with clock.step(_STRUCTURE):
            for table, sql in digest.queries(con).items():
                kept = con.execute("select row_count, digest from digest where table_name = ?", [table]).fetchall()
                found += kept != [con.execute(sql).fetchall()[0][:2]]
        return _done(db, found, clock)


def _listed_words() -> dict[str, str]:
    kinds = {name: kind for name, kind in vars(vocabulary).items() if isinstance(kind, type)}
    words = {name: _listed(kind) for name, kind in kinds.items() if issubclass(kind, StrEnum) and kind is not StrEnum}
    words |= {"countries": _listed(countries()), "currencies": _listed(currencies())}
    return words | {"fields": _listed({field for fields in FIELDS.values() for field in fields})}


def _filled(statement: str, words: dict[str, str]) -> str:
    for word, listed in words.items():
        statement = statement.replace(f"{{{word}}}", listed)
    return statement


def _listed(words: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in sorted(map(str, words))) + ")"


def _over_pandas(data: Data, clock: Clock) -> float:
    """The schema of every table, on the first rows of each as pandas has them; the seconds are scaled to all rows."""
    import_all()
    scaled = defaultdict[str, Seconds](Seconds)
    with libnews.connect(data.place("validation.duckdb")) as db:
        for name, model in schemas.TABLES.items():
            ((rows,),) = db.sql(f"select count(*) from {name}").fetchall()
            taken = rows if rows < _SMALL_TABLE else int(rows * _PART)
            if taken:
                one = Clock()
                with one.step("frames"):
                    frame = db.sql(f"select * from {name} limit {taken}").df()
                with one.step("columns"):
                    model.validate(frame)
                for step, seconds in one.steps.items():
                    scaled[step].wall += seconds.wall * rows / taken
                    scaled[step].cpu += seconds.cpu * rows / taken
        clock.steps |= scaled
        return _done(db, 0, clock)


def _done(db: libnews.Database, found: int, clock: Clock) -> float:
    ((paragraphs, claims, rows),) = db.sql(
        "select paragraphs, claims, (select sum(row_count) from digest) from build"
    ).fetchall()
    clock.facts |= {"paragraphs": paragraphs, "claims": claims, "found": found}
    return float(rows)


def _as_sql_can(one: Round) -> float:
    """The steps that SQL has too."""
    own, by_hand = one["libnews"], one["SQL by hand"]
    return sum(own.steps[step].cpu for step in by_hand.steps if step in own.steps) / by_hand.cpu


STAGE = Stage(
    name="validation",
    unit="rows",
    prepare=_prepare,
    ways=(
        Way("libnews", _by_libnews),
        Way("SQL by hand", _by_hand),
        Way("pandera over pandas", _over_pandas),
    ),
    figures=(
        Figure(
            "the rules that SQL can say and digests, against SQL by hand, CPU", _as_sql_can,
            ("libnews", "SQL by hand"), Target("at most", 1.5),
        ),
        Figure(
            "all rules against SQL by hand, CPU", lambda one: one["libnews"].cpu / one["SQL by hand"].cpu,
            ("libnews", "SQL by hand"),
        ),
        Figure(
            "relations and quotes against SQL by hand, CPU",
            lambda one: one["libnews"].steps["relations and quotes"].cpu
            / one["SQL by hand"].steps["relations and quotes"].cpu,
            ("libnews", "SQL by hand"), Target("at most", 1.3),
        ),
        peak("memory, MB", "libnews", Target("at most", 1024)),
    ),
    reads_articles=False,
)  # fmt: skip
