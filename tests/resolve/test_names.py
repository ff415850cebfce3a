"""Names of one person and of two: the traps of Arabic names, and what must hold of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.sightings import name_parts
from libnews.resolve.names import Likeness, likeness, skeleton

PAIRS = [
    ("خليفة حفتر", "خليفة أبو القاسم حفتر", Likeness.SAME, "a name with parts left out"),
    ("خليفة حفتر", "صدام خليفة حفتر", Likeness.DIFFERENT, "a father inside his son's name"),
    ("صدام حفتر", "صدام خليفة حفتر", Likeness.SAME, "the father's name left out"),
    ("صدام خليفة", "صدام خليفة حفتر", Likeness.SAME, "cut short after the father's name"),
    ("صدام خليفة", "صدام حفتر", Likeness.DIFFERENT, "only a third, full form can tell"),
    ("أسامة حماد", "أسامة سعد حمد", Likeness.SPELLED_ALIKE, "a long vowel more, a father less"),
    ("ظهير أحمد بابر سدهو", "ظاهر أحمد بابَر صدهو", Likeness.SPELLED_ALIKE, "foreign names heard differently"),
    ("محمد شهباز شريف", "شهباز شريف", Likeness.SPELLED_ALIKE, "an honoured first name left out, or a son"),
    ("رجب طيب أردوغان", "رجب طيب إردوغان", Likeness.SAME, "hamza above or below"),
    ("عبد الفتاح السيسي", "عبدالفتاح السيسي", Likeness.SAME, "a compound part written as one word"),
    ("محمد بن سلمان", "محمد بن زايد", Likeness.DIFFERENT, "one first name, two fathers"),
    ("جون كيلي", "جون سوليفان", Likeness.DIFFERENT, "one first name, two families"),
    ("معمر القذافي", "سيف الإسلام القذافي", Likeness.DIFFERENT, "one family, two first names"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), PAIRS)
def test_pair(one: str, other: str, expected: Likeness, why: str) -> None:
    assert likeness(name_parts(one), name_parts(other)) is expected, why


PARTS = st.lists(st.text(alphabet="احمدسليرنوبكفص", min_size=2, max_size=6), min_size=2, max_size=5).map(tuple)


@given(PARTS, PARTS)
def test_likeness_does_not_depend_on_who_comes_first(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert likeness(one, other) is likeness(other, one)


@given(PARTS)
def test_a_name_is_like_itself(name: tuple[str, ...]) -> None:
    assert likeness(name, name) is Likeness.SAME


@given(PARTS, st.text(alphabet="احمدسليرن", min_size=3, max_size=6))
def test_a_son_is_never_his_father(father: tuple[str, ...], son: str) -> None:
    """Whatever the names: the father's name with another in front is not the same for the name's sake alone."""
    if skeleton(son) != skeleton(father[0]) and likeness((son, "x"), (father[0], "x")) is Likeness.DIFFERENT:
        assert likeness(father, (son, *father)) is not Likeness.SAME
