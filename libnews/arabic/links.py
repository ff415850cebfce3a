"""What the words before a mark make of it: the preposition of a date, the «and» of a list, the aim of a verb."""

from collections.abc import Sequence
from dataclasses import replace

from libnews.arabic.tokens import Token
from libnews.models.annotation import Form, Mark, MarkKind

_TIME_LINKS = {"حتى": "until", "وحتى": "until", "لغاية": "until", "منذ": "since"}
_BEFORE_DATES = frozenset({"نهاية", "شهر", "عام", "بداية", "مطلع", "أواخر", "منتصف", "أول", "سنة"})
_NAMING = frozenset({MarkKind.PLACE, MarkKind.PERSON, MarkKind.ORGANISATION})
_ANDS = frozenset({"و", "،", "، و", "،و", "وبين", "وكل من"})
# Unvowelled, «a contract» and «the two held» are one word: its tanwin and a verb of signing before it tell.
_CONTRACT, _TANWIN = "عقدا", "\N{ARABIC FATHATAN}"
_SIGNING = frozenset(
    {"وقع", "وقعت", "وقعا", "وقعتا", "أبرم", "أبرمت", "أبرما", "أبرمتا", "يوقع", "توقع", "ستوقع", "سيوقع"}
)
_SIGNED_NEAR = 7
_NUMBERS_OF = frozenset({"عدد", "عددا", "مجموعة", "العديد", "عديد", "سلسلة", "جملة", "بعض", "كثير", "الكثير"})
# «خلال زيارته», «على هامش هذه الزيارة»: what is told beside it took place within it.
_DURING = frozenset({"خلال", "أثناء", "اثناء", "هامش", "إطار", "اطار", "ضمن", "ختام", "مستهل"})
_POINTING = frozenset({"هذه", "تلك", "فترة", "أول", "اول", "أيام", "ثاني"})
_TOWARDS = frozenset({"إلى", "الى", "نحو", "أجل", "بهدف", "بغية"})


def time_link(tokens: Sequence[Token], position: int) -> str | None:
    """«حتى نهاية سبتمبر»: the preposition of a date."""
    back = position - 1
    while back >= 0 and tokens[back].bare in _BEFORE_DATES:
        back -= 1
    return _TIME_LINKS.get(tokens[back].bare) if back >= 0 else None


def joined(text: str, mark: Mark, before: Mark) -> Mark:
    """`mark` with the link of the one before it where only «and» or a comma stands between: «مع مصر وليبيا»."""
    if mark.kind not in _NAMING or before.kind not in _NAMING:
        return mark
    if text[before.end_char : mark.start_char].strip() not in _ANDS:
        return mark
    return replace(mark, link=mark.link or before.link, joined=True)


def in_its_place(text: str, tokens: Sequence[Token], mark: Mark) -> Mark:
    """What the words before make of an agreement or its stage.

    «إلى توقيع اتفاقية», «لإبرام اتفاق»: what «to» governs is not done yet. «عدد من الاتفاقيات» are several new
    ones, their article aside. «خلال زيارته» tells within what something took place.
    """
    if mark.kind is MarkKind.MEETING and tokens[mark.position].bare.endswith(_CONTRACT):
        is_contract = _TANWIN in tokens[mark.position].text or _is_signed(tokens, mark.position)
        return replace(mark, kind=MarkKind.AGREEMENT, value="trade", form=Form.NOUN) if is_contract else mark
    if mark.kind is MarkKind.MEETING:
        return replace(mark, link="during") if _is_within(tokens, mark.position) else mark
    before = tokens[mark.position - 1].bare if mark.position else ""
    if mark.kind is MarkKind.AGREEMENT and mark.form is Form.DEFINITE and before == "من":
        number = tokens[mark.position - 2].bare if mark.position > 1 else ""
        return replace(mark, form=Form.PLURAL) if number in _NUMBERS_OF else mark
    if mark.kind is not MarkKind.STAGE:
        return mark
    clitic = text[tokens[mark.position].start_char : mark.start_char]
    return replace(mark, link="to") if clitic.endswith("ل") or before in _TOWARDS else mark


def _is_within(tokens: Sequence[Token], position: int) -> bool:
    back = position - 1
    while back > 0 and tokens[back].bare in _POINTING:
        back -= 1
    return back >= 0 and tokens[back].bare.removeprefix("و") in _DURING


def _is_signed(tokens: Sequence[Token], position: int) -> bool:
    words = (token.bare for token in tokens[max(0, position - _SIGNED_NEAR) : position])
    return any(word in _SIGNING or word.removeprefix("و") in _SIGNING for word in words)
