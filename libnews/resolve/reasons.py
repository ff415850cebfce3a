"""How the reasons of decisions about actors begin, so that mentions and open pairs can be listed by them."""

from enum import StrEnum


class Because(StrEnum):
    """The beginning of a reason; after a colon stand both names, or the office and its holder."""

    SAME_NAME = "same name"
    SAME_NAME_AND_OFFICE = "same name and kind of office"
    SPELLED_ALIKE = "name spelled alike"
    SPELLED_ALIKE_AND_OFFICE = "name spelled alike and same office"
    SPELLED_ALIKE_AND_COUNTRY = "name spelled alike and same country"
    CUT_SHORT_AND_OFFICE = "name cut short and same office"
    CUT_SHORT_AND_COUNTRY = "name cut short and same country"
    FAMILY_NAME_AND_OFFICE = "family name and same office"
    OFFICE = "office of that time"


class Open(StrEnum):
    """The beginning of what is left open: something speaks for it, and not enough."""

    SAME_NAME = "same name and nothing else"
    SPELLED_ALIKE = "name spelled alike and nothing else"
    FITS_OTHERS = "name fits others too"
    FAMILY_NAME = "family name alone"
    OFFICE = "office of several"
