"""Claims made and written, beside followthemoney's statements of the same values.

Both are made one by one from the same rows in memory: an article, a paragraph, a span, a field and a value. A claim
holds its words and is built only if the quote stands there; a statement holds the quote as `original_value` and its
place as text in `origin`. Claims are written into a database with tables in order and digests (their articles and
mentions with them), statements to a CSV file and to followthemoney's own pack format.
"""

import pickle
from collections.abc import Callable

from benchmarks.imports import import_all
from benchmarks.loaded import articles_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage
from libnews import store
from libnews.extract import extract
from libnews.models import Article, Claim, Evidence, Extraction

_MOST = 200
# Where followthemoney keeps a value like this one; its schemata know no meetings or agreements.
_PROPERTIES = {"name": ("Person", "name"), "role": ("Person", "position"), "country": ("Person", "country"),
               "date": ("Event", "date")}  # fmt: skip
_OTHER = ("Thing", "summary")


def _prepare(data: Data) -> None:
    read = [(article, extract(article)) for article in articles_of(data.articles, _MOST)]
    data.place("claims.pickle").write_bytes(pickle.dumps(read))


def _read(data: Data) -> list[tuple[Article, Extraction]]:
    found: list[tuple[Article, Extraction]] = pickle.loads(data.place("claims.pickle").read_bytes())
    return found


def _by_libnews(data: Data, clock: Clock) -> float:
    import_all()
    read = _read(data)
    made: list[Extraction] = []
    with clock.step("make"):
        for article, extraction in read:
            claims = tuple(_made(article, claim) for claim in extraction.claims)
            made.append(Extraction(mentions=extraction.mentions, claims=claims))
    with clock.step("write"), store.create(data.place("claims.duckdb")) as building:
        building.add([article for article, _ in read], made)
        building.finish(["program:benchmarks 1"], len(read), 0)
        building.publish()
    return sum(len(extraction.claims) for extraction in made)


def _made(article: Article, claim: Claim) -> Claim:
    words = claim.evidence
    paragraph = article.paragraphs[words.paragraph_no - 1]
    return Claim(
        mention_id=claim.mention_id, field=claim.field, part=claim.part, value=claim.value, extractor=claim.extractor,
        evidence=Evidence.at(article, paragraph, words.start_char, words.end_char), modality=claim.modality,
    )  # fmt: skip


def _statements_as(format_name: str) -> Callable[[Data, Clock], float]:
    def work(data: Data, clock: Clock) -> float:
        from followthemoney.statement import Statement
        from followthemoney.statement.serialize import write_statements

        claims = [claim for _, extraction in _read(data) for claim in extraction.claims]
        made = []
        with clock.step("make"):
            for claim in claims:
                words = claim.evidence
                schema, prop = _PROPERTIES.get(claim.field, _OTHER)
                origin = f"{words.article_id}:{words.paragraph_no}:{words.start_char}:{words.end_char}"
                made.append(Statement(
                    entity_id=claim.mention_id, prop=prop, schema=schema, value=claim.value or words.quote,
                    dataset="news", original_value=words.quote, origin=origin,
                ))  # fmt: skip
        with clock.step("write"), data.place(f"statements.{format_name}").open("wb") as file:
            write_statements(file, format_name, made)
        return len(made)

    return work


def _times(way: str, to: str, step: str) -> Callable[..., float]:
    return lambda one: (one[way].steps[step].cpu / one[way].done) / (one[to].steps[step].cpu / one[to].done)


_CSV, _PACK = "followthemoney, CSV", "followthemoney, pack"

STAGE = Stage(
    name="statements",
    unit="claims",
    prepare=_prepare,
    ways=(
        Way("libnews", _by_libnews),
        Way(_CSV, _statements_as("csv"), needs=("followthemoney",)),
        Way(_PACK, _statements_as("pack"), needs=("followthemoney",)),
    ),
    figures=(
        Figure("making a claim against making a statement, CPU", _times("libnews", _CSV, "make"), ("libnews", _CSV)),
        Figure(
            "claims into a database against statements to CSV, CPU", _times("libnews", _CSV, "write"), ("libnews", _CSV)
        ),
        Figure(
            "claims into a database against statements as a pack, CPU", _times("libnews", _PACK, "write"),
            ("libnews", _PACK),
        ),
    ),
)  # fmt: skip
