"""Changes to a database that a check should find, each saying what it changed and which rules should catch it.

Use them to see that your own checks notice: open a copy of a database for writing, and let one loose inside `undone`.
Chance comes from a `random.Random` of yours, or from Hypothesis (`st.randoms()`), so that what it draws shrinks.

>>> import random, shutil, tempfile
>>> from pathlib import Path
>>> import duckdb, libnews
>>> from libnews.testing import mutators
>>> text = "بلغ حجم التبادل التجاري بين مصر وفرنسا 19 مليون دولار."
>>> with tempfile.TemporaryDirectory() as folder:
...     _ = (Path(folder) / "a.txt").write_text(text, encoding="utf-8")
...     libnews.build(folder, Path(folder) / "a.duckdb").close()
...     with duckdb.connect(Path(folder) / "a.duckdb") as con, mutators.undone(con):
...         change = mutators.shift_span(con, random.Random(1))
>>> change.table in {"claim", "span"}, change.rules[0].endswith(".quote-differs")
(True, True)
"""

from libnews.testing.mutators.cells import cell, cell_of, columns_of
from libnews.testing.mutators.change import Change, Mutator, undone
from libnews.testing.mutators.forging import forged
from libnews.testing.mutators.rows import delete_row, duplicate_row, swap_paragraphs, swap_values
from libnews.testing.mutators.shapes import (
    add_column,
    add_macro,
    add_table,
    add_view,
    alter_view,
    change_comment,
    change_type,
    drop_column,
    drop_macro,
    drop_table,
    drop_view,
    rename_column,
    rename_table,
    shadow_function,
)  # fmt: skip
from libnews.testing.mutators.wording import (
    change_hash,
    drop_mark,
    fold_letter,
    shift_span,
    swap_digit,
    swap_digit_of_amount,
    swap_digit_of_value,
)  # fmt: skip

CELLS: tuple[Mutator, ...] = (
    cell, shift_span, swap_digit, swap_digit_of_value, swap_digit_of_amount, drop_mark, fold_letter, change_hash,
)  # fmt: skip
"""Those that change values of one row."""
ROWS: tuple[Mutator, ...] = (delete_row, duplicate_row, swap_values, swap_paragraphs)
"""Those that take rows away, add some, or mix them."""
SHAPES: tuple[Mutator, ...] = (
    drop_table, rename_table, add_table, drop_column, rename_column, add_column, change_type, drop_view, alter_view,
    add_view, add_macro, drop_macro, shadow_function, change_comment,
)  # fmt: skip
"""Those that change tables, views and macros themselves."""
MUTATORS: tuple[Mutator, ...] = (*CELLS, *ROWS, *SHAPES)
"""Every mutator that needs nothing but a database and chance."""

__all__ = [
    "CELLS", "MUTATORS", "ROWS", "SHAPES", "Change", "Mutator", "add_column", "add_macro", "add_table", "add_view",
    "alter_view", "cell", "cell_of", "change_comment", "change_hash", "change_type", "columns_of", "delete_row",
    "drop_column", "drop_macro", "drop_mark", "drop_table", "drop_view", "duplicate_row", "fold_letter", "forged",
    "rename_column", "rename_table", "shadow_function", "shift_span", "swap_digit", "swap_digit_of_amount",
    "swap_digit_of_value", "swap_paragraphs", "swap_values", "undone",
]  # fmt: skip
