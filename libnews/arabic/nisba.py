"""Nationality words made from their masculine singular: ليبي gives ليبية, الليبيون, الليبيتان and the rest."""

_ENDINGS = ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات", "ا", "و")


def nisba_forms(masculine: str) -> tuple[str, ...]:
    """Every form of a nationality word, indefinite and with article.

    Of two words the last one bends (جنوب أفريقي), or both where both are such words (كوري جنوبي). Folding makes one
    of some of these and of country names: ليبيا is a country unless tanwin says otherwise.

    >>> nisba_forms("ليبي")[:4]
    ('ليبي', 'الليبي', 'ليبية', 'الليبية')
    """
    words = masculine.split(" ")
    forms: list[str] = []
    for ending in _ENDINGS:
        bent = [word + ending if word.endswith("ي") else word for word in words]
        forms.append(" ".join(bent))
        if ending != "ا":
            forms.append(" ".join("ال" + word for word in bent))
    if not words[0].endswith("ي"):
        forms += [f"ال{words[0]} {words[-1]}{ending}" for ending in _ENDINGS]
    return tuple(forms)


def plural_forms(plural: str) -> tuple[str, ...]:
    """A broken plural, indefinite and with article: أتراك, الأتراك."""
    return (plural, "ال" + plural)
