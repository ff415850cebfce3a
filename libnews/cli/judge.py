"""`libnews judge`."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from libnews.cli.screen import remark
from libnews.errors import InputError
from libnews.models.judgement import Judgement
from libnews.pipeline.judgement_file import keep_judgement
from libnews.pipeline.judging import judge
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe
from libnews.store import connect
from libnews.store.damage import damage_told


def run(arguments: Namespace) -> int:
    """Write one decision into a file of judgements, and tell how it is applied."""
    path = Path(arguments.file)
    with connect(arguments.db) as database, damage_told(arguments.db):
        judgement = judge(
            database,
            arguments.action,
            arguments.id,
            arguments.other_id,
            by=arguments.by,
            on=_day(arguments.on),
            field=arguments.field,
            value=arguments.value,
            reason=arguments.reason,
        )
    rows, replaced = keep_judgement(path, judgement)
    print("\n".join(safe(line) for line in _told(judgement)))
    for one in replaced:
        remark(f"in the place of: {one.action.value} {one.id}, by {one.signature}")
    remark(f"{path} holds {counted(rows, 'judgement')}; build again with --judgements {path} to apply them")
    return 0


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--on {text!r} is not a day: write it as 2026-02-05") from error


def _told(judgement: Judgement) -> list[str]:
    about = " ".join(filter(None, (judgement.id, judgement.other_id, judgement.field)))
    value = f": {judgement.value}" if judgement.value and judgement.other_id is None else ""
    lines = [f"{judgement.action.value} {about}{value}", f"  by {judgement.signature}"]
    anchors = [one for one in (judgement.anchor, judgement.other_anchor) if one is not None]
    return [*lines, *(f"  on the words {one}" for one in anchors)]
