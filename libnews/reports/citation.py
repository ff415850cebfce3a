"""Facts as a report cites them: footnotes for people, JSON for programs."""

import json
from collections.abc import Iterator, Sequence

from libnews.models.citation import Citation
from libnews.models.vocabulary import Basis, Modality
from libnews.reports.terminal import safe


def render(found: Sequence[Citation]) -> str:
    """Each fact with its sentence, who published it and who says so, and the place in the file."""
    lines: list[str] = []
    for at, one in enumerate(found):
        if at == 0 or one.record_id != found[at - 1].record_id:
            lines += [one.label or one.record_id or one.claim_id, one.record_id or "no record"]
        lines += ["", *_footnote(one)]
    return "\n".join(safe(line) for line in lines)


def render_json(found: Sequence[Citation]) -> str:
    """The facts as a JSON array with sorted keys."""
    # ASCII, so that no reader's encoding and no control character in a quote can do harm.
    return json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=True, indent=2, sort_keys=True)


def _footnote(one: Citation) -> Iterator[str]:
    told = [] if one.basis is Basis.STATED else [one.basis.value]
    told += [] if one.modality in (None, Modality.ASSERTED) else [one.modality.value]
    how = f" ({', '.join(told)})" if told else ""
    yield f"{one.field}: {one.shown}{how}"
    if one.decided is not None:
        yield f"  decided by {one.decided}; the article says:"
    yield f"  «{one.sentence}»"
    if one.source not in (None, one.publisher):
        yield f"  according to {one.source}"
    known = (one.publisher, one.title, one.published_on and one.published_on.isoformat(), one.url)
    yield f"  {', '.join(part for part in known if part) or 'publisher, day and url are not known'}"
    yield f"  {one.file}:{one.line_no}:{one.col_no} ¶{one.paragraph_no} «{one.quote}»"
    yield f"  sha256 {one.sha256}"
    yield f"  {one.claim_id}"
