"""Gold files: one JSON file for each article, and all that is wrong with them in one message."""

import json
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from libnews.loaders.content import read_once
from libnews.loaders.csv_rows import Problems
from libnews.loaders.refusal import Refusal
from libnews.models.gold import GoldActor, GoldAgreement, GoldArticle, GoldItem, GoldMeeting, GoldMoney, GoldTradeFigure

_PARTS: dict[str, type[BaseModel]] = {
    "actors": GoldActor, "meetings": GoldMeeting, "agreements": GoldAgreement, "trade_figures": GoldTradeFigure,
    "other_money": GoldMoney, "items": GoldItem,
}  # fmt: skip


class SourcedGold(NamedTuple):
    """The gold records of one article and the file they were read from."""

    source: Path
    gold: GoldArticle


def read_gold(paths: Iterable[Path]) -> list[SourcedGold]:
    """Read gold files, and folders of them at any depth (.json, dot files aside), by their paths.

    `InputError` lists everything that is wrong in any of them: what is no JSON, a field nobody knows, a key of no
    actor, an article with two gold files.
    """
    problems = Problems()
    found: list[SourcedGold] = []
    for source in _listed(paths, problems):
        gold = _one(source, problems)
        if gold is not None:
            found.append(SourcedGold(source, gold))
    _refuse_two_of_one(found, problems)
    problems.raise_if_any()
    return found


def _listed(paths: Iterable[Path], problems: Problems) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*.json") if not _is_hidden(one.relative_to(path)))
            if not inside:
                problems.add(str(path), "no .json file in this folder; give the folder of the gold files")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[Path(os.path.realpath(path)) if path.is_symlink() else path] = None
        else:
            problems.add(str(path), "no such gold file or folder; check the name and the folder you are in")
    return list(found)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _one(source: Path, problems: Problems) -> GoldArticle | None:
    raw = read_once(source)
    if isinstance(raw, Refusal):
        problems.add(str(source), raw.detail)
        return None
    try:
        told = json.loads(
            raw.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_unique
        )
    except UnicodeDecodeError as error:
        line_no = raw.count(b"\n", 0, error.start) + 1
        problems.add(f"{source}:{line_no}", "not UTF-8; save the file as UTF-8")
    except json.JSONDecodeError as error:
        problems.add(f"{source}:{error.lineno}", f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        problems.add(str(source), f"not JSON: {error}")
    else:
        return _checked(source, told, problems)
    return None


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the name {name!r} stands twice in one object; take one out")
        found[name] = value
    return found


def _checked(source: Path, told: object, problems: Problems) -> GoldArticle | None:
    try:
        return GoldArticle.model_validate(told)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            problems.add(str(source), _sentence(one["loc"], one["type"], one["msg"]))
        return None


def _sentence(steps: tuple[int | str, ...], problem: str, said: str) -> str:
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
    if problem == "extra_forbidden":
        return f"{place}: no such field; the fields here are {', '.join(_fields(steps[:-1]))}"
    if problem == "missing":
        return f"{place}: this field has to be given"
    if problem == "model_type":
        return f"{place or 'the file'}: not a JSON object; its fields are {', '.join(_fields(steps))}"
    said = said.removeprefix("Value error, ")
    return f"{place}: {said}" if place else said


def _fields(steps: Iterable[object]) -> Iterator[str]:
    named = [str(step) for step in steps if str(step) in _PARTS]
    yield from (_PARTS[named[-1]] if named else GoldArticle).model_fields


def _refuse_two_of_one(found: list[SourcedGold], problems: Problems) -> None:
    sources: dict[str, Path] = {}
    for source, gold in found:
        other = sources.setdefault(gold.file, source)
        if other is not source:
            problems.add(str(source), f"{gold.file} has gold records in {other} too; keep one of the files")
