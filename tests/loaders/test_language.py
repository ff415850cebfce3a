"""The language of an article decides who reads it; a wrong reader is worse than none."""

from pathlib import Path

import pytest

from libnews.loaders.language import find_language

CASES = Path(__file__).parent / "cases" / "languages.tsv"


def cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").split("\n")
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "trap"), cases())
def test_language_by_letters(language: str, text: str, trap: str) -> None:
    assert find_language(text) == language, trap
