"""A database held against one's own gold records."""

import os
from collections.abc import Iterable
from pathlib import Path

from libnews import evaluation, store
from libnews.errors import InputError
from libnews.loaders.gold import SourcedGold, read_gold
from libnews.models.evaluation import Evaluation
from libnews.models.gold import GoldArticle
from libnews.models.telling import Telling
from libnews.store import Database

StrPath = str | os.PathLike[str]


def evaluate(db: Database | StrPath, gold: StrPath | Iterable[StrPath]) -> Evaluation:
    """Compare a database, open or by its path, with gold records: a JSON file for each article, or folders of them.

    Use it to learn how far to trust the records of articles like yours, and whether a change of rules is a gain. The
    database is only read. `InputError` tells everything that is wrong with the gold files, an article that the
    database does not have among it; docs/evaluate.md has their form.

    >>> import json, tempfile
    >>> from libnews.pipeline import build
    >>> gold = {"file": "a.txt", "actors": {"kaabi": {"kind": "person", "names": ["سالم الكعبي"]}}}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("التقى الوزير سالم الكعبي نظيره في جنيف.", encoding="utf-8")
    ...     _ = Path(folder, "a.json").write_text(json.dumps(gold), encoding="utf-8")
    ...     with build(Path(folder, "a.txt"), Path(folder, "news.duckdb")) as db:
    ...         evaluate(db, Path(folder, "a.json")).records["person"].f1
    1.0
    """
    paths = [Path(path) for path in ([gold] if isinstance(gold, str | os.PathLike) else gold)]
    if not paths:
        raise InputError("no gold records given: name a gold file, or a folder of them")
    if not isinstance(db, Database):
        with store.connect(db) as opened:
            return evaluate(opened, paths)
    found = read_gold(paths)
    files = db.files()
    places = _articles_of(found, files, db.path)
    tellings = {telling.article.article_id: telling for telling in db.tellings(places.values())}
    cases = [(one, tellings[places[one.file]]) for _, one in found]
    _refuse_wrong_paragraphs(found, cases)
    return evaluation.evaluate(cases, articles_in_database=len(files))


def _articles_of(found: list[SourcedGold], files: dict[str, str], db: Path) -> dict[str, str]:
    """The article_id for each gold file's article: by the name the database has, or by the end of one path only."""
    places: dict[str, str] = {}
    problems = []
    for source, gold in found:
        fitting = [gold.file] if gold.file in files else [one for one in files if one.endswith(f"/{gold.file}")]
        if len(fitting) == 1:
            places[gold.file] = files[fitting[0]]
        elif fitting:
            problems.append(f"{source}: {gold.file!r} may be {' or '.join(fitting)} of {db}; write the whole path")
        else:
            told = "correct `file`, build the database with that article, or leave this gold file out"
            problems.append(f"{source}: no article {gold.file!r} in {db}; {told}")
    twice = {article_id for article_id in places.values() if list(places.values()).count(article_id) > 1}
    problems += [
        f"{source}: {gold.file!r} is an article that another gold file tells of too; keep one of them"
        for source, gold in found
        if places.get(gold.file) in twice
    ]
    if problems:
        raise InputError("\n".join(problems))
    return places


def _refuse_wrong_paragraphs(found: list[SourcedGold], cases: list[tuple[GoldArticle, Telling]]) -> None:
    problems = [
        f"{source}: a record names paragraph {gold.last_paragraph} and {gold.file} has "
        f"{len(telling.article.paragraphs)}; a paragraph is a line that is not blank, counted from 1"
        for (source, gold), (_, telling) in zip(found, cases, strict=True)
        if gold.last_paragraph > len(telling.article.paragraphs)
    ]
    if problems:
        raise InputError("\n".join(problems))
