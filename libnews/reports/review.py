"""What nobody has looked at yet: a list to read, and one to fill in."""

from collections.abc import Iterator, Sequence

from libnews.reports.judgements import COLUMNS, render_rows
from libnews.reports.terminal import safe
from libnews.store.reviewing import Open

_HEADS = {
    "contradiction": ("SIDES of contradictions that nobody has explained", "accept, reject, correct or explain"),
    "pair": ("PAIRS that may be one", "same, different or unsure"),
    "record": ("RECORDS that nobody has looked at", "accept, reject or correct"),
}
_SHOWN = 20
"""Lines of each kind on a terminal; the file has all of them."""
CONTEXT = ("what", "record_type", "label", "other_label", "told")
"""Columns of the list to fill in that help to decide; reading it back passes over them."""


def render(found: Sequence[Open]) -> str:
    """Contradictions, pairs, records: the first of each kind, and how many there are."""
    if not found:
        return "nothing is left to look at"
    lines: list[str] = []
    for what, (head, actions) in _HEADS.items():
        of_kind = [one for one in found if one.what == what]
        if of_kind:
            lines += ["", f"{head}: {len(of_kind):,} ({actions})"]
            lines += _listed(of_kind[:_SHOWN])
            if len(of_kind) > _SHOWN:
                lines.append(f"  … {len(of_kind) - _SHOWN:,} more: --output writes all of them")
    return "\n".join(safe(line) for line in lines[1:])


def _listed(found: Sequence[Open]) -> Iterator[str]:
    """Each question; the sides of one contradiction below one another."""
    before = None
    for one in found:
        about = f"{one.label or ''} · {one.field}" if one.field else one.label or ""
        if one.what != "contradiction" or about != before:
            yield f"  {about}  {'' if one.what == 'contradiction' else one.id}".rstrip()
        before = about
        if one.other_id is not None:
            yield f"  {one.other_label or ''}  {one.other_id}"
        yield f"      {one.told}{f'  {one.id}' if one.what == 'contradiction' else ''}"
        if one.what != "record":
            yield from (f"        {anchor}" for anchor in (one.anchor, one.other_anchor) if anchor is not None)


def render_csv(found: Sequence[Open]) -> str:
    """All of it with the columns of a file of judgements first: whoever fills in action, decided_by and decided_on in
    some rows hands the whole file to `build --judgements`."""
    return render_rows((*COLUMNS, *CONTEXT), map(_row, found))


def _row(one: Open) -> dict[str, str]:
    value = str(one.other_anchor) if one.other_anchor is not None else one.value
    cells = {
        "id": one.id,
        "other_id": one.other_id,
        "field": one.field,
        "value": value,
        "what": one.what,
        "record_type": one.record_type,
        "label": one.label,
        "other_label": one.other_label,
        "told": one.told,
    }
    if one.anchor is not None:
        cells |= {"file": one.anchor.file, "paragraph_no": str(one.anchor.paragraph_no), "quote": one.anchor.quote}
    return {column: cell for column, cell in cells.items() if cell is not None}
