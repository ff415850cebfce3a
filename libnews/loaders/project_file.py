"""`libnews.toml`: the settings of a project, looked up from a folder inside it."""

import os
import tomllib
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from libnews.errors import InputError
from libnews.loaders.content import read_once
from libnews.loaders.csv_rows import Problems
from libnews.loaders.refusal import Refusal
from libnews.models.project import Bounds, Project

NAME = "libnews.toml"
"""The name of the file."""
KEYS = ("db", "sources", "claims", "judgements", "actors", "metadata", "rules", "bounds")
"""What may stand at its top."""
_LISTS = ("sources", "claims", "judgements")
_PATHS = ("db", "actors", "metadata")
_MAX_BYTES = 1024 * 1024
_BOUNDS = TypeAdapter(dict[str, Bounds])


def find_project(folder: Path) -> Path | None:
    """The `libnews.toml` in `folder` or, where there is none, in the nearest folder around it."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # the path as it is called, links and all
    return next((one / NAME for one in (folder, *folder.parents) if (one / NAME).is_file()), None)


def read_project(source: Path) -> Project:
    """The settings that stand in the file `source`; paths in it count from its folder.

    `InputError` lists everything that is wrong with it, each with file and key. Whether there are such rules and
    tables is not looked at here.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source = Path(folder, "libnews.toml")
    ...     _ = source.write_text('sources = "articles"\\n[bounds.meeting]\\nmin = 5\\n', "utf-8")
    ...     project = read_project(source)
    >>> [path.name for path in project.sources], project.bounds["meeting"].min
    (['articles'], 5)
    """
    told, problems = _parsed(source), Problems()
    for key in sorted(told.keys() - set(KEYS)):
        problems.add(f"{source}: {key}", f"there is no such key; the keys are {', '.join(KEYS)}")
    paths = {key: _path(source, key, told[key], problems) for key in _PATHS if key in told}
    lists = {key: _paths(source, key, told[key], problems) for key in _LISTS if key in told}
    off = _rules_off(source, told.get("rules", {}), problems)
    bounds = _bounds(source, told.get("bounds", {}), problems)
    problems.raise_if_any()
    return Project(file=source, rules_off=off, bounds=bounds, **paths, **lists)


def _parsed(source: Path) -> dict[str, Any]:
    raw = read_once(source, _MAX_BYTES)
    if isinstance(raw, Refusal):
        raise InputError(f"{source}: {raw.detail}")
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{source}: not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{source}: not TOML: {error}") from None


def _path(source: Path, key: str, value: object, problems: Problems) -> Path | None:
    if isinstance(value, str) and value and "\0" not in value:
        return source.parent / value
    problems.add(f"{source}: {key}", 'give a path in quotes, such as "news.duckdb"')
    return None


def _paths(source: Path, key: str, value: object, problems: Problems) -> tuple[Path, ...]:
    values: list[Any] = value if isinstance(value, list) else [value]
    if all(isinstance(one, str) and one and "\0" not in one for one in values):
        return tuple(source.parent / one for one in values)
    problems.add(f"{source}: {key}", 'give a path in quotes, or several in brackets: ["first", "second"]')
    return ()


def _rules_off(source: Path, rules: object, problems: Problems) -> dict[str, str]:
    if not isinstance(rules, dict):
        problems.add(f"{source}: rules", "give rules in a table [rules.off]")
        return {}
    for key in sorted(rules.keys() - {"off"}):
        problems.add(f"{source}: rules.{key}", "there is no such key; rules are switched off in a table [rules.off]")
    off = rules.get("off", {})
    if not isinstance(off, dict):
        problems.add(f"{source}: rules.off", 'give a table: [rules.off], and in it "table.problem" = "reason"')
        return {}
    return {code: reason for code, told in off.items() for code, reason in _reasons(source, code, told, problems)}


def _reasons(source: Path, code: str, told: object, problems: Problems) -> list[tuple[str, str]]:
    """The reason under a code; a code without quotes is two keys to TOML, and means the same."""
    if isinstance(told, dict):
        return [pair for key, one in told.items() for pair in _reasons(source, f"{code}.{key}", one, problems)]
    if isinstance(told, str):
        return [(code, told)]
    problems.add(f'{source}: rules.off."{code}"', "give the reason, in quotes")
    return []


def _bounds(source: Path, told: object, problems: Problems) -> dict[str, Bounds]:
    try:
        return _BOUNDS.validate_python(told)
    except ValidationError as error:
        for one in error.errors():
            key = ".".join(["bounds", *map(str, one["loc"])])
            problems.add(f"{source}: {key}", _expected(key, one["type"], one["msg"]))
    return {}


def _expected(key: str, kind: str, message: str) -> str:
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return "there is no such key; the keys are min, max" + ("" if ".filled." in key else " and filled")
    if ".filled." in key:
        return "give a share from 0 to 1, such as 0.5, or { min = 0.2, max = 0.8 }"
    if key.endswith((".min", ".max")):
        return "give a number of rows, 0 or more"
    return "give a table: [bounds.TABLE], and in it min, max or filled"
