"""Numbers in Arabic text."""

from collections.abc import Sequence

from libnews.arabic.number_runs import NumberRun, number_runs
from libnews.arabic.tokens import Token, tokenize
from libnews.models.match import NumberMatch


def find_numbers(text: str, tokens: Sequence[Token] | None = None) -> list[NumberMatch]:
    """Find the numbers of `text`, in digits and in words, as exact decimals in full units.

    Use it to read quantities; vague ones («مليارات», «عشرات الآلاف») and codes (JF-17, 1970/1973) are no numbers.
    Give `tokens` where `text` is tokenized already.

    >>> [(match.text, int(match.value)) for match in find_numbers("بنحو 3 ملايين و400 ألف، ثم بأربعمائة وخمسين")]
    [('3 ملايين و400 ألف', 3400000), ('أربعمائة وخمسين', 450)]
    """
    return number_matches(text, number_runs(tokenize(text) if tokens is None else tokens))


def number_matches(text: str, runs: Sequence[NumberRun]) -> list[NumberMatch]:
    """The runs of number words that were found in `text`, with their values."""
    return [NumberMatch(run.start_char, run.end_char, text[run.start_char : run.end_char], run.value) for run in runs]
