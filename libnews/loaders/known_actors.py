"""People and bodies that a user knows already: a CSV, one of them a row."""

from pathlib import Path

from pydantic import ValidationError

from libnews.errors import InputError
from libnews.loaders.csv_rows import CsvRow, Problems, read_csv
from libnews.models.claim_row import expected
from libnews.models.known_actor import KnownActor
from libnews.models.vocabulary import ActorKind

COLUMNS = ("id", "name", "aliases", "name_en", "kind", "country", "wikidata_id")
"""The columns that such a file may have; `id` and `name` it must have."""
_FORMS = {
    "kind": f"one of {', '.join(ActorKind)}; mend it, or leave it empty for a person",
    "country": "an ISO 3166-1 alpha-3 code, such as LBY; mend it or leave it empty",
    "wikidata_id": "an item of Wikidata, such as Q42; mend it or leave it empty",
}
_BETWEEN = "|"


def read_known_actors(source: Path) -> tuple[KnownActor, ...]:
    """The rows of the CSV `source`, by id. Several aliases have | between them; an empty kind is person.

    `InputError` lists every wrong row with its line and what is expected there: an id, an item of Wikidata or a country
    that has a row already is wrong, a name that another row has too is not.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source = Path(folder, "people.csv")
    ...     _ = source.write_text("id,name,aliases\\nkaabi,سالم الكعبي,سالم بن علي الكعبي | Salem Al Kaabi\\n", "utf-8")
    ...     [(one.known_id, len(one.names), one.kind.value) for one in read_known_actors(source)]
    [('kaabi', 3, 'person')]
    """
    if not source.exists():
        raise InputError(f"{source}: no such file of known actors; check the name and the folder you are in")
    problems = Problems()
    rows = list(read_csv(source.resolve() if source.is_symlink() else source, COLUMNS[0], problems))
    _check_columns(source, rows, problems)
    problems.raise_if_any()
    found = [(row, _known(row, problems)) for row in rows]
    _check_keys([(row, known) for row, known in found if known is not None], problems)
    problems.raise_if_any()
    return tuple(sorted((known for _, known in found if known is not None), key=lambda known: known.known_id))


def _check_columns(source: Path, rows: list[CsvRow], problems: Problems) -> None:
    given = set(rows[0].cells if rows else COLUMNS)
    for name in sorted(given - set(COLUMNS)):
        problems.add(f"{source}:1", f"no column {name!r} is known; the columns are {', '.join(COLUMNS)}")
    if COLUMNS[1] not in given:
        problems.add(f"{source}:1", f"no column {COLUMNS[1]!r}; it holds the name that records show")


def _known(row: CsvRow, problems: Problems) -> KnownActor | None:
    cells: dict[str, object] = {
        ("known_id" if name == "id" else name): cell for name, cell in row.cells.items() if cell
    }
    wrong = [f"{name} is empty; fill it in or take the row out" for name in COLUMNS[:2] if not row[name]]
    if row["kind"] == ActorKind.COUNTRY and not row["country"]:
        wrong.append("a country is known by its code; fill in country, such as LBY")
    if not wrong:
        try:
            return KnownActor.model_validate({**cells, "known_id": row["id"], "aliases": _aliases(row["aliases"])})
        except ValidationError as error:
            wrong = _wrong_cells(row, error)
    for sentence in wrong:
        problems.add(row.place, sentence)
    return None


def _aliases(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(alias.strip() for alias in cell.split(_BETWEEN) if alias.strip()))


def _wrong_cells(row: CsvRow, error: ValidationError) -> list[str]:
    columns = dict.fromkeys(str(one["loc"][0]) for one in error.errors() if one["loc"])
    if not columns or any(name not in _FORMS for name in columns):
        return [expected(error)]
    return [f"{name} {row[name]!r} is not {_FORMS[name]}" for name in columns]


def _check_keys(found: list[tuple[CsvRow, KnownActor]], problems: Problems) -> None:
    """What tells known actors apart stands in one row each."""
    first: dict[tuple[str, str], str] = {}
    for row, known in found:
        keys = [("id", known.known_id)]
        if known.wikidata_id is not None:
            keys.append(("wikidata_id", known.wikidata_id))
        if known.kind is ActorKind.COUNTRY:
            keys.append(("country", str(known.country)))
        for name, cell in keys:
            if (name, cell) in first:
                problems.add(row.place, f"{name} {cell!r} has a row already, {first[name, cell]}; keep one of them")
            first.setdefault((name, cell), row.place)
