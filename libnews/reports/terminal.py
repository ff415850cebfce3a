"""Text from articles on a terminal: what could move the cursor, colour the screen or turn the line is made visible."""

import re

from libnews.reports.ci_log import line_without_commands

# C0, DEL and C1 controls (ECMA-48), line and paragraph separators, and the bidirectional controls that reorder what
# follows (Unicode TR 36; «Trojan Source»). Left-to-right and right-to-left marks are normal in Arabic text and stay.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str) -> str:
    """`text` as one line that a terminal or a CI log shows and does not obey; use it on everything read from data.

    >>> safe("\\x1b[2Jحفتر\\n")
    '⟦U+001B⟧[2Jحفتر⟦U+000A⟧'
    """
    return line_without_commands(UNSAFE.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text))
