"""Cutting a paragraph into names and all else: what no weights may overrule, and that the whole is safe to ask."""

from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.name_runs import GOES_ON, IMPOSSIBLE, OUTSIDE, NameRun, allowed_steps, best_states, find_name_runs
from libnews.arabic.passed_over import names_passed_over
from libnews.arabic.tokens import tokenize

_SAMPLE = ["محمد", "بن", "عبد", "أبو", "ولد", "الشيخ", "قال", "إن", "و", "لترامب", "وفهد", "جالساً", "دي", "السيسي"]
_WORDS = st.lists(st.sampled_from([*_SAMPLE, "-", "_", "،", "12", "CNN"]))


def runs(text: str) -> list[str]:
    tokens = tokenize(text)
    return [
        text[tokens[run.start].start_char + run.cut : tokens[run.end - 1].end_char]
        for run in find_name_runs(tokens, {}, {})
    ]


def test_no_name_goes_on_outside_one() -> None:
    steps = allowed_steps([(0, 0, 0, 9)] * 4, bound=False)
    assert best_states([(0, -9, -9, 99)], [steps]) == [OUTSIDE]


def test_no_name_ends_on_a_word_that_binds() -> None:
    """The trap: «ستيفان دي» without «ميستورا»."""
    bound = allowed_steps([(0, 0, 0, 0)] * 4, bound=True)
    assert all(step[OUTSIDE] == IMPOSSIBLE and step[GOES_ON] == 0 for step in bound[1:])
    assert runs("مع ستيفان دي ميستورا أمس") == ["ستيفان دي ميستورا"]


def test_a_clitic_is_left_out_of_the_name() -> None:
    assert runs("مع سالم الكعبي ومحمد المالكي") == ["سالم الكعبي", "محمد المالكي"]


def test_a_fathers_name_lets_an_ordinary_word_close() -> None:
    assert runs("قال محمد بن حمود المزيد، ثم") == ["محمد بن حمود المزيد"]
    assert runs("قال محمد بن حمود المزيد من القول") == ["محمد بن حمود"]


@given(_WORDS)
def test_names_lie_in_order_within_the_paragraph(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    found = find_name_runs(tokens, {}, {})
    places = [place for run in found for place in (run.start, run.end)]
    assert places == sorted(places)
    assert all(isinstance(run, NameRun) and run.start < run.end <= len(tokens) for run in found)
    assert all(run.cut < len(tokens[run.start].bare) for run in found)


@given(_WORDS)
def test_what_is_passed_over_has_words(words: list[str]) -> None:
    """The trap: «عبد» alone, of which nothing is left once joins are dropped."""
    text = " ".join(words)
    assert all(
        match.text and match.start_char < match.end_char for match in names_passed_over(text, tokenize(text), [])
    )
