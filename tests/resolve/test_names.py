"""Names of one person and of two: the traps of Arabic names, and what must hold of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.reader import READER
from libnews.resolve.candidates import pairs_to_compare
from libnews.resolve.names import TIES, Likeness, likeness, skeleton

PAIRS = [
    ("خليفة حفتر", "خليفة أبو القاسم حفتر", Likeness.SAME, "a name with parts left out"),
    ("خليفة حفتر", "صدام خليفة حفتر", Likeness.DIFFERENT, "a father inside his son's name"),
    ("صدام حفتر", "صدام خليفة حفتر", Likeness.SAME, "the father's name left out"),
    ("صدام خليفة", "صدام خليفة حفتر", Likeness.CUT_SHORT, "cut short after the father's name"),
    ("صدام خليفة", "صدام حفتر", Likeness.DIFFERENT, "only a third, full form can tell"),
    ("أسامة حماد", "أسامة سعد حمد", Likeness.NEAR, "another given name by a vowel, a father less"),
    ("ظهير أحمد بابر سدهو", "ظاهر أحمد بابَر صدهو", Likeness.NEAR, "given names told apart by a vowel"),
    ("سيرغي لافروف", "سيرجي لافروف", Likeness.SOUNDS_SAME, "a foreign name heard differently"),
    ("ستيفن منوتشين", "ستيفن منوشين", Likeness.SOUNDS_SAME, "ch is written تش or ش"),
    ("أنطونيو تاجاني", "أنطونيو تاياني", Likeness.LONG_NEAR, "a letter apart in a long foreign name"),
    ("جون كيري", "جون كيربي", Likeness.NEAR, "a letter apart in a short name"),
    ("محمد شهباز شريف", "شهباز شريف", Likeness.NEAR, "an honoured first name left out, or a son"),
    ("رجب طيب أردوغان", "رجب طيب إردوغان", Likeness.SAME, "hamza above or below"),
    ("عبد الفتاح السيسي", "عبدالفتاح السيسي", Likeness.SAME, "a compound part written as one word"),
    ("عبد الله الثاني", "عبدالله الثاني", Likeness.SAME, "the same with الله, which keeps its article"),
    ("مون جاي-إن", "مون جاي إن", Likeness.SAME, "syllables tied or not"),
    ("شي جين بينغ", "شي جينبينغ", Likeness.SOUNDS_SAME, "syllables written as one word"),
    ("لي كه تشيانغ", "لي تشيانغ", Likeness.DIFFERENT, "a syllable left out makes another Chinese name"),
    ("محمد بن سلمان", "محمد بن زايد", Likeness.DIFFERENT, "one first name, two fathers"),
    ("محمد بن زايد", "محمد بن زايد آل نهيان", Likeness.SAME, "the house left out"),
    ("خالد بن عبدالعزيز", "خالد بن عبدالعزيز الفالح", Likeness.CUT_SHORT, "a family name is no house"),
    ("فيصل بن عبدالعزيز", "فيصل بن عبدالله بن عبدالعزيز", Likeness.NEAR, "two fathers, one of them the other's"),
    ("سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", Likeness.DIFFERENT, "a king inside his son's name"),
    ("عبدالعزيز آل سعود", "عبدالعزيز بن سعود", Likeness.DIFFERENT, "of the house of سعود, or the son of سعود"),
    ("محمد باقر قاليباف", "محمد باقري", Likeness.NEAR, "باقر is a given name, باقري a family's"),
    ("حسن روحاني", "حسين روحاني", Likeness.NEAR, "given names of one skeleton are two"),
    ("جون كيلي", "جون سوليفان", Likeness.DIFFERENT, "one first name, two families"),
    ("معمر القذافي", "سيف الإسلام القذافي", Likeness.DIFFERENT, "one family, two first names"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), PAIRS)
def test_pair(one: str, other: str, expected: Likeness, why: str) -> None:
    assert likeness(READER.name_parts(one), READER.name_parts(other), READER.given_name_rank) is expected, why


@pytest.mark.parametrize(("one", "other"), [(one, other) for one, other, expected, _ in PAIRS if expected])
def test_what_is_alike_is_compared(one: str, other: str) -> None:
    assert pairs_to_compare([READER.name_parts(one), READER.name_parts(other)]) == [(0, 1)]


PART = st.text(alphabet="احمدسليرنوبكفص", min_size=2, max_size=6).filter(lambda part: part not in TIES)
PARTS = st.lists(PART, min_size=2, max_size=5).map(tuple)


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


@given(st.lists(PARTS, max_size=6, unique=True))
def test_which_names_are_compared_depends_on_no_others(names: list[tuple[str, ...]]) -> None:
    alone = {
        (one, other)
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if pairs_to_compare([names[one], names[other]])
    }
    assert set(pairs_to_compare(names)) == alone
