"""Names told by their letters: a hint among others, for words that no list has."""

import pytest

from libnews.arabic.name_shapes import shape
from libnews.arabic.name_words import sort_of, without_clitic


@pytest.mark.parametrize("word", ["شفيتزر", "ليخاتشوف", "باغداساروف"])
def test_foreign_names_look_like_names(word: str) -> None:
    assert shape(word) > 0


@pytest.mark.parametrize("word", ["حكومتكم", "وتتجنب", "يستقبلونهم"])
def test_inflected_words_do_not(word: str) -> None:
    assert shape(word) < 0


def test_a_particle_and_a_clitic_are_told_apart() -> None:
    assert sort_of("إن".replace("إ", "ا")) == "FN"
    assert without_clitic("لترامب") == (1, "ترامب")
    assert without_clitic("مد") is None
