"""A file of judgements that grows: one decision at a time, the whole file sorted anew."""

from pathlib import Path

from libnews.errors import InputError
from libnews.loaders import UnreadRow, read_judgements
from libnews.loaders.csv_rows import Problems, read_csv
from libnews.models.judgement import Judgement
from libnews.models.vocabulary import JudgementAction
from libnews.pipeline.replacing import replace_file
from libnews.reports.judgements import COLUMNS, render_csv


def keep_judgement(path: Path, judgement: Judgement) -> tuple[int, list[Judgement]]:
    """Write the judgement into the file, or make the file; tell how many it holds now, and what was replaced.

    The same person's other decision of that day about the same thing is replaced, and of a pair any other, whenever it
    was; all else stays, as the history of what was decided. `InputError` for a file that holds other columns or rows
    that are no judgements: they would be lost.
    """
    kept = _read(path) if path.exists() else []
    replaced = [one for one in kept if one != judgement and _takes_place_of(judgement, one)]
    rows = {one.judgement_id: one for one in [*kept, judgement] if one not in replaced}
    replace_file(path, render_csv(rows.values()))
    return len(rows), replaced


def _takes_place_of(later: Judgement, earlier: Judgement) -> bool:
    if later.decided_by != earlier.decided_by or later.action.is_of_pair is not earlier.action.is_of_pair:
        return False
    if later.action.is_of_pair:
        return {later.id, later.other_id} == {earlier.id, earlier.other_id}
    if (later.id, later.field, later.decided_on) != (earlier.id, earlier.field, earlier.decided_on):
        return False
    match later.action, earlier.action:
        case (JudgementAction.ACCEPT, JudgementAction.REJECT):
            return later.value in (None, earlier.value)
        case (JudgementAction.REJECT, JudgementAction.ACCEPT | JudgementAction.REJECT | JudgementAction.CORRECT):
            return earlier.value in (None, later.value)
    return later.action is earlier.action


def _read(path: Path) -> list[Judgement]:
    problems = Problems()
    others = {column for row in read_csv(path, "action", problems) for column in row.cells} - set(COLUMNS)
    problems.raise_if_any()
    if others:
        raise InputError(
            f"{path} has columns of its own ({', '.join(sorted(others))}), which would be lost: give another --file, "
            "and hand both to build, each with --judgements"
        )
    kept = []
    for row in read_judgements(path):
        if isinstance(row, UnreadRow):
            raise InputError(f"{path}:{row.line_no}: not a judgement ({row.why}): mend that row first")
        kept.append(row.judgement)
    return kept
