"""How a database compares with gold records: a table for people, JSON for programs."""

import json
from collections.abc import Iterator

from libnews.models.evaluation import PLACES, Difference, Evaluation
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe

_NONE = "-"


def render(evaluation: Evaluation, show: bool = False) -> str:
    """The table; with `show` before it every difference, one a line, by file and paragraph.

    >>> from libnews.models.evaluation import Slot, Tally
    >>> print(render(Evaluation(articles=1, articles_in_database=5, records={"person": Tally(found=3, extra=1)},
    ...                         slots={"meeting.date": Slot(right=1, judged=2)}, differences=())))
    1 article with gold records, of 5 in the database
    <BLANKLINE>
    records               precision  recall     F1  found  missed  extra
    person                    0.750   1.000  0.857      3       0      1
    <BLANKLINE>
    fields of found records   right      of  share
    meeting.date                  1       2  0.500
    """
    lines = [*(safe(_line(one)) for one in evaluation.differences), ""] if show and evaluation.differences else []
    articles = counted(evaluation.articles, "article")
    lines += [f"{articles} with gold records, of {evaluation.articles_in_database:,} in the database", ""]
    return "\n".join([*lines, *_table(evaluation)])


def render_json(evaluation: Evaluation, show: bool = False) -> str:
    """The figures as JSON with sorted keys; with `show` the differences too."""
    told = evaluation.to_dict()
    if show:
        told["differences"] = [one.model_dump(mode="json") for one in evaluation.differences]
    # ASCII, so that no reader's encoding and no control character in a quote can do harm.
    return json.dumps(told, ensure_ascii=True, indent=2, sort_keys=True)


def _table(evaluation: Evaluation) -> Iterator[str]:
    yield f"{'records':<22}{'precision':>9}{'recall':>8}{'F1':>7}{'found':>7}{'missed':>8}{'extra':>7}"
    for name, tally in evaluation.records.items():
        shares = f"{_share(tally.precision):>9}{_share(tally.recall):>8}{_share(tally.f1):>7}"
        yield f"{name:<22}{shares}{tally.found:>7}{tally.missed:>8}{tally.extra:>7}"
    yield ""
    yield f"{'fields of found records':<24}{'right':>7}{'of':>8}{'share':>7}"
    for name, slot in evaluation.slots.items():
        yield f"{name:<24}{slot.right:>7}{slot.judged:>8}{_share(slot.accuracy):>7}"


def _share(share: float | None) -> str:
    return _NONE if share is None else f"{share:.{PLACES}f}"


def _line(one: Difference) -> str:
    """`file:line ¶n: missed person: …` as `validate` prints its findings; the words that were read stand last."""
    where = one.file if one.line_no is None else f"{one.file}:{one.line_no}"
    paragraphs = "".join(f" ¶{number}" for number in one.paragraph_nos)
    told = {
        "missed": one.expected or "",
        "extra": one.read or "",
        "wrong": f"read {one.read or 'nothing'}, expected {one.expected or 'nothing'}",
    }[one.verdict.value]
    quotes = "".join(f" «{quote}»" for quote in one.quotes)
    record = f" [{one.record_id}]" if one.record_id else ""
    return f"{where}{paragraphs}: {one.verdict.value} {one.subject}: {told}{quotes}{record}"
