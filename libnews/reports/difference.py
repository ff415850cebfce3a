"""What two databases have differently: for people, for programs, and in short for the end of a build."""

import json
from collections.abc import Iterator, Sequence

from libnews.models.difference import (
    Because,
    Change,
    Changed,
    Difference,
    Merged,
    Named,
    Place,
    Renamed,
    Split,
    Unmatched,
    Value,
)
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe

_SHOWN = 3
"""Places shown behind one record or value; the rest is counted, and stands in the JSON."""

_HEADS = {
    "added": "no record of OLD became them",
    "gone": "no record of NEW came of them",
    "merged": "several records of OLD are one",
    "split": "one record of OLD is several",
    "renamed": "the same record under another id",
    "changed": "values differ",
}
_WHY = {
    ("added", Because.ARTICLES): "OLD has none of its articles",
    ("added", Because.READING): "OLD has an article of it and read nothing there for it",
    ("added", Because.JUDGEMENT): "OLD has it without a record",
    ("gone", Because.ARTICLES): "NEW has none of its articles",
    ("gone", Because.READING): "NEW has an article of it and read nothing there for it",
    ("gone", Because.JUDGEMENT): "NEW has it without a record",
}


def render(difference: Difference) -> str:
    """All of it: a section for each kind, each record by label and id with the words that tell of it, then the counts.

    >>> from libnews.models.difference import Maker
    >>> maker = Maker(libnews_version="1.0", schema_version=3, extractors="program:libnews 1.0")
    >>> print(render(Difference(old=maker, new=maker, articles_added=0, articles_gone=0, counts={})))
    no difference: the same records with the same values, from the same articles
    """
    if difference.is_empty and difference.old == difference.new:
        return "no difference: the same records with the same values, from the same articles"
    lines = [*_made(difference)]
    for kind, told in _sections(difference).items():
        if told:
            lines += ["", f"{kind.upper()}: {difference.counts[kind]:,}, {_HEADS[kind]}", *told]
    told_in_short = summary(difference)
    return "\n".join(safe(line) for line in ([*lines, "", told_in_short] if lines else [told_in_short])).strip()


def render_json(difference: Difference) -> str:
    """The whole difference as JSON with sorted keys."""
    # ASCII, so that no reader's encoding and no control character in a quote can do harm.
    return json.dumps(difference.model_dump(mode="json"), ensure_ascii=True, indent=2, sort_keys=True)


def summary(difference: Difference) -> str:
    """The counts on one line.

    >>> from libnews.models.difference import Maker
    >>> maker = Maker(libnews_version="1.0", schema_version=3, extractors="program:libnews 1.0")
    >>> counts = {"added": 2, "renamed": 1, "changed": 1, "values": 3}
    >>> summary(Difference(old=maker, new=maker, articles_added=1, articles_gone=0, counts=counts))
    '2 records added, 1 renamed, 3 values of 1 record changed; 1 article added'
    """
    counts = difference.counts
    told = [f"{counts[kind]:,} {kind}" for kind in ("added", "gone", "merged", "split", "renamed") if counts.get(kind)]
    if told:
        number, kind = told[0].split(" ")
        told[0] = f"{number} {'record' if number == '1' else 'records'} {kind}"
    if counts.get("values"):
        told.append(f"{counted(counts['values'], 'value')} of {counted(counts['changed'], 'record')} changed")
    articles = [
        f"{counted(number, 'article')} {kind}"
        for kind, number in (("added", difference.articles_added), ("gone", difference.articles_gone))
        if number
    ]
    return "; ".join(part for part in (", ".join(told) or "the same records and values", ", ".join(articles)) if part)


def in_short(difference: Difference) -> list[str]:
    """The counts, and the records that the difference lists one a line: what a build says of the file it replaces."""
    lines = [summary(difference)]
    for kind in _HEADS:
        listed: Sequence[object] = getattr(difference, kind)
        lines += [f"  {kind}: {_line(one)}" for one in listed]
        if difference.counts.get(kind, 0) > len(listed):
            lines.append(f"  … {difference.counts[kind] - len(listed):,} more {kind}")
    return lines


def _made(difference: Difference) -> Iterator[str]:
    """What is said of the databases as wholes: who made them, where that differs."""
    old, new = difference.old, difference.new
    for name, one, other in (
        ("libnews", old.libnews_version, new.libnews_version),
        ("schema", old.schema_version, new.schema_version),
        ("extractors", old.extractors, new.extractors),
    ):
        if one != other:
            yield f"{name}: {one} → {other}"


def _sections(difference: Difference) -> dict[str, list[str]]:
    return {
        "added": [line for one in difference.added for line in _unmatched("added", one)],
        "gone": [line for one in difference.gone for line in _unmatched("gone", one)],
        "merged": [line for one in difference.merged for line in _merged(one)],
        "split": [line for one in difference.split for line in _split(one)],
        "renamed": [
            line
            for one in difference.renamed
            for line in ("", _head(one.record), f"  was {one.former_id}", *_places(one.record.evidence, "    "))
        ],
        "changed": [line for one in difference.changed for line in _changed(one)],
    }


def _unmatched(kind: str, one: Unmatched) -> Iterator[str]:
    yield ""
    yield f"{_head(one)}"
    yield f"  {counted(one.articles, 'article')}; {_WHY[kind, one.because]}"
    yield from _places(one.evidence, "    ")


def _merged(one: Merged) -> Iterator[str]:
    yield ""
    yield _head(one.record)
    for former in one.former:
        yield f"  was {_head(former)}"
        yield from _places(former.evidence, "    ")
    for reason in one.reasons[:_SHOWN]:
        yield f"  because {reason}"
    if len(one.reasons) > _SHOWN:
        yield f"  … {counted(len(one.reasons) - _SHOWN, 'more reason')}"


def _split(one: Split) -> Iterator[str]:
    yield ""
    yield _head(one.former)
    for record in one.records:
        yield f"  is {_head(record)}"
        yield from _places(record.evidence, "    ")


def _changed(one: Changed) -> Iterator[str]:
    yield ""
    yield _head(one.record)
    if one.former_id != one.record.record_id:
        yield f"  was {one.former_id}"
    for change in one.changes:
        yield f"  {change.field}"
        for sign, values in (("-", change.old), ("+", change.new)):
            for value in values:
                yield f"    {sign} {_shown(value)}" + (f" (decided by {value.decided})" if value.decided else "")
                yield from _places(value.evidence, "        ")


def _head(record: Named) -> str:
    return f"{record.label or ''}  {record.record_id}".strip()


def _shown(value: Value) -> str:
    named = f"{value.label} ({value.value})" if value.label not in (None, value.value) else value.value
    return named if value.detail is None else f"{named}, {value.detail}"


def _places(evidence: tuple[Place, ...], indent: str) -> Iterator[str]:
    yield from (f"{indent}{place.cite()}" for place in evidence[:_SHOWN])
    if len(evidence) > _SHOWN:
        yield f"{indent}… {counted(len(evidence) - _SHOWN, 'more article')}"


def _line(one: object) -> str:
    match one:
        case Named():
            return _head(one)
        case Merged():
            return f"{_head(one.record)}, was {', '.join(former.record_id for former in one.former)}"
        case Split():
            return f"{_head(one.former)}, is {', '.join(record.record_id for record in one.records)}"
        case Changed():
            return f"{_head(one.record)}: {'; '.join(_change(change) for change in one.changes)}"
        case Renamed():
            return f"{_head(one.record)}, was {one.former_id}"
    raise TypeError(f"a difference has no {type(one).__name__}")


def _change(change: Change) -> str:
    old, new = (" and ".join(_shown(value) for value in values) or "nothing" for values in (change.old, change.new))
    return f"{change.field} {old} → {new}"
