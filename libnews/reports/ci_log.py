"""What the log of a CI system takes for a command.

GitHub's runner obeys a line that begins with `::` and, anywhere in a line, the older form `##[name]`; Azure Pipelines
obeys `##vso[`. Words of an article must not be able to say either.
"""

import re

_HASHES = re.compile(r"##(?=\[|vso\[)")
_COLONS = re.compile(r"^(\s*):(?=:)")


def without_commands(text: str, sign: str) -> str:
    """`text` with the second # of what would be a command written as `sign`.

    >>> without_commands("«##[add-mask]x»", "⟦U+0023⟧")
    '«#⟦U+0023⟧[add-mask]x»'
    """
    return _HASHES.sub(lambda _: f"#{sign}", text)


def line_without_commands(line: str) -> str:
    """The same for one line of a log, with a sign that shows which character stood there.

    >>> line_without_commands(" ::error::x")
    ' ⟦U+003A⟧:error::x'
    """
    return _COLONS.sub(r"\1⟦U+003A⟧", without_commands(line, "⟦U+0023⟧"))
