"""From articles and claims in Python to a database, through the same resolution, store and checks as a build."""

import os
from collections.abc import Iterable
from pathlib import Path

from libnews import store
from libnews.errors import InputError
from libnews.extract import assemble, hold_together
from libnews.loaders import read_known_actors
from libnews.models import Article, Extraction, Judgement, KnownActor
from libnews.models.claim_row import PlacedClaim
from libnews.pipeline.claims import GivenClaims, extractor_findings, joined
from libnews.pipeline.extractors import NOBODY, check_extractor, read_article, signature
from libnews.pipeline.finishing import finish, silent
from libnews.pipeline.gathering import Gathered
from libnews.pipeline.judgements import GivenJudgements
from libnews.store import Database

_SHOWN = 20


def write(
    db: str | os.PathLike[str],
    articles: Iterable[Article],
    claims: Iterable[PlacedClaim | Extraction] = (),
    *,
    actors: str | os.PathLike[str] | Iterable[KnownActor] = (),
    judgements: Iterable[Judgement] = (),
    extractor: str = NOBODY,
) -> Database:
    """Make the database `db` of articles and claims at hand, and open it; use it for claims from any program.

    `articles` are those that `libnews.read` gave; `claims` come from `libnews.claim`, `libnews.verify` or an extractor
    of your own; `actors` are people and bodies known already, a CSV or `KnownActor`s; `judgements` are what people
    decided about them. With `extractor="libnews"` the own rules read the articles too, and both are kept. `InputError`
    lists what does not fit together: a claim on an article that is not given, a participant nobody tells of, a record
    that lacks what every record of its type has. Other errors are those of `build`, and an old `db` stays as it was.

    >>> import io, tempfile, libnews
    >>> article = libnews.read(io.BytesIO("التقى الوزير سالم الكعبي نظيره.".encode()), file="note.txt")
    >>> talks = libnews.claim(article.find("التقى"), record="m1", record_type="meeting", field="kind", value="talks")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with libnews.write(Path(folder, "mine.duckdb"), [article], [talks]) as mine:
    ...         [meeting.provenance["kind"][0].cite() for meeting in mine.meetings()]
    ['note.txt:1:1 «التقى»']
    """
    check_extractor(extractor)
    given = _by_file(articles)
    told = _told(given, claims)
    known = read_known_actors(Path(actors)) if isinstance(actors, str | os.PathLike) else tuple(actors)
    target = Path(os.path.realpath(db))
    gathered = Gathered(len(given), 0, GivenClaims(()), GivenJudgements(judgements=judgements))
    with store.create(db) as building:
        for file, article in sorted(given.items()):
            read = read_article(article, extractor)
            gathered.refused += extractor_findings(read.refused, article)
            building.add([article], [joined([read.extraction, *told[file]])])
        built = finish(building, target, gathered, signature(extractor), silent, known)
    built.report.raise_for_errors()
    return store.connect(built.database)


def _by_file(articles: Iterable[Article]) -> dict[str, Article]:
    given: dict[str, Article] = {}
    ids: dict[str, str] = {}
    for article in articles:
        if given.setdefault(article.file, article) is not article:
            raise InputError(f"two articles are named {article.file}: name them apart with file=")
        first = ids.setdefault(article.article_id, article.file)
        if first != article.file:
            raise InputError(f"{article.file} has the same bytes as {first}: give one of them")
    return given


def _told(given: dict[str, Article], claims: Iterable[PlacedClaim | Extraction]) -> dict[str, list[Extraction]]:
    """What was claimed of each article, by file."""
    by_id = {article.article_id: article for article in given.values()}
    told: dict[str, list[Extraction]] = {file: [] for file in given}
    placed: dict[str, list[PlacedClaim]] = {file: [] for file in given}
    wrong: list[str] = []
    for one in claims:
        if isinstance(one, PlacedClaim):
            article = by_id.get(one.evidence.article_id)
            if article is None or one.evidence.paragraph not in article.paragraphs:
                wrong.append(f"{one.evidence.cite()}: the article is not among those given")
            else:
                placed[article.file].append(one)
            continue
        for article_id in {mention.article_id for mention in one.mentions}:
            if article_id not in by_id:
                wrong.append(f"{article_id}: an extraction of an article that is not among those given")
            else:
                told[by_id[article_id].file].append(one)
    for file, some in placed.items():
        kept = hold_together(some)
        wrong += [f"{some[one.position].evidence.cite()}: {one.message}" for one in kept.refused]
        told[file].append(assemble(kept.accepted))
    if wrong:
        more = [f"and {len(wrong) - _SHOWN} more"] if len(wrong) > _SHOWN else []
        raise InputError("\n".join([*wrong[:_SHOWN], *more]))
    return told
