"""Why two bearers of alike names are one person: one function a step, the surest first."""

from collections.abc import Callable

from libnews.resolve.bearers import Bearer, is_common
from libnews.resolve.names import HOUSE, Likeness, name_of
from libnews.resolve.offices import kinds_shared, shared_office
from libnews.resolve.reasons import Because

Step = Callable[[Bearer, Bearer, Likeness], str | None]
"""Why two bearers whose names are so alike are one person, or `None`."""

_WITH_OFFICE = {
    Likeness.NEAR: Because.SPELLED_ALIKE_AND_OFFICE,
    Likeness.LONG_NEAR: Because.SPELLED_ALIKE_AND_OFFICE,
    Likeness.CUT_SHORT: Because.CUT_SHORT_AND_OFFICE,
}
_BY_NAME = {Likeness.SOUNDS_SAME: Because.SPELLED_ALIKE, Likeness.SAME: Because.SAME_NAME}


def agree(one: Bearer, other: Bearer) -> bool:
    """Whether nothing is told of two countries."""
    return one.country is None or other.country is None or one.country == other.country


def _two_countries(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    """A nationality is misread sooner than two people of one whole name hold one kind of office in two countries."""
    if agree(one, other) or _is_common(one, other):
        return None
    office = kinds_shared(one.offices, other.offices)
    return None if office is None else f"{Because.SAME_NAME_AND_OFFICE} ({office})"


def _one_country_and_office(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    return _one_office(one, other, how) if one.country is not None and one.country == other.country else None


def _one_country(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    if one.country is None or one.country != other.country:
        return None
    if how is Likeness.LONG_NEAR:
        return f"{Because.SPELLED_ALIKE_AND_COUNTRY} ({one.country})"
    if how is Likeness.CUT_SHORT and not _is_common(one, other):
        return f"{Because.CUT_SHORT_AND_COUNTRY} ({one.country})"
    return _BY_NAME.get(how)


def _one_office(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    share = shared_office if how in _WITH_OFFICE else kinds_shared
    office = share(one.offices, other.offices)
    if office is None or not agree(one, other):
        return None
    return f"{_WITH_OFFICE[how]} ({office})" if how in _WITH_OFFICE else _BY_NAME[how]


def _no_country(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    if not agree(one, other) or _is_common(one, other) or one.is_stray or other.is_stray:
        return None
    if how is Likeness.SOUNDS_SAME and one.has_common_first_name:
        return None  # the family name of such a man is of the language too: it is not heard but known
    return None if _may_be_another(one, other) else _BY_NAME.get(how)


STEPS: tuple[Step, ...] = (_two_countries, _one_country_and_office, _one_country, _one_office, _no_country)


def _may_be_another(one: Bearer, other: Bearer) -> bool:
    """Whether one name tells less, and another office: «أحمد الخطيب», a minister, need not be «أحمد معاذ الخطيب».

    A house tells nothing («آل نهيان»), and who leaves his father out of a rare name is the same.
    """
    if not one.offices or not other.offices:
        return False
    short, long = sorted((name_of(one.form), name_of(other.form)), key=lambda name: len(name.parts))
    is_begun = short.parts == long.parts[: len(short.parts)]
    if len(short.parts) == len(long.parts) or (is_begun and long.ties[len(short.parts)] == HOUSE):
        return False
    return is_begun or one.has_common_first_name


def _is_common(one: Bearer, other: Bearer) -> bool:
    short = min(one, other, key=lambda bearer: len(bearer.form))
    return is_common(short.form, short.given)
