"""Words for a fact: one of the sentences that tell it, and which of its words say what."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hijridate import Gregorian
from hypothesis import strategies as st

from libnews.testing.strategies import vocabulary
from libnews.testing.strategies.choosing import one_of
from libnews.testing.strategies.facts import Amount, Deal, Encounter, Fact, Person, Trade
from libnews.testing.strategies.told import ToldField, ToldRecord

_PART = re.compile(r"\{(?P<slot>\w+)\}|\[(?P<fields>[a-z+]+):(?P<words>[^\]]+)\]")
_ARABIC_INDIC = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
_SYSTEMS = ("egypt", "levant", "maghreb")
_QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")
# Letters that join the one behind them, so that a tatweel may stand there.
_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهي")

Said = tuple[str, tuple[ToldField, ...]]
"""Words, and the fields they say, with places in these words."""


class Speaker:
    """Puts facts into words; what is left open is drawn."""

    def __init__(self, draw: st.DrawFn, *, plain: bool) -> None:
        """`plain` names are written without tatweel and vowel signs, so that articles spell them alike."""
        self.draw = draw
        self.plain = plain

    def tell(self, fact: Fact, thing: str) -> tuple[str, tuple[ToldRecord, ...]]:
        """One sentence, the record it tells and the persons in it."""
        if isinstance(fact, Encounter):
            return self._encounter(fact, thing)
        if isinstance(fact, Deal):
            return self._deal(fact, thing)
        return self._trade(fact, thing)

    def _encounter(self, fact: Encounter, thing: str) -> tuple[str, tuple[ToldRecord, ...]]:
        told = {person: self._person(person) for person in fact.persons}
        host, visitor = (_taking_part(told[person][0], role) for person, role in zip(fact.persons, _ROLES, strict=True))
        first, second = (_taking_part(told[person][0], None) for person in fact.persons)
        status = "planned" if fact.kind == "planned visit" else "held"
        kind = fact.kind.removeprefix("planned ")
        text, fields = self._sentence(
            ("meeting", fact.kind), {"kind": kind, "status": status},
            host=host, visitor=visitor, first=first, second=second,
            city=_said(fact.place.city, city=fact.place.city, country=fact.place.code), date=self._day(fact.day),
        )  # fmt: skip
        moved = [_found(text, *told[person]) for person in fact.persons if told[person][0][0] in text]
        return text, (ToldRecord("meeting", thing, fields), *moved)

    def _deal(self, fact: Deal, thing: str) -> tuple[str, tuple[ToldRecord, ...]]:
        party, other = (_said(country.name, party=country.code) for country in fact.parties)
        day = self._month(f"{fact.day:%Y-%m}", "date") if fact.month_only else self._day(fact.day)
        text, fields = self._sentence(
            ("agreement", fact.kind), {"kind": fact.kind, "stage": "signed"},
            party=party, other=other, date=day, money=self._money(fact.amount),
        )  # fmt: skip
        return text, (ToldRecord("agreement", thing, fields),)

    def _trade(self, fact: Trade, thing: str) -> tuple[str, tuple[ToldRecord, ...]]:
        code = fact.reporter.code
        text, fields = self._sentence(
            ("trade_figure", fact.flow), {"flow": fact.flow},
            reporter=_said(fact.reporter.name, reporter=code),
            partner=_said(fact.partner.name, partner=fact.partner.code),
            reporting=_said(f"{fact.reporter.nationality}ة", reporter=code),
            money=self._money(fact.amount), period=self._period(fact.period),
        )  # fmt: skip
        return text, (ToldRecord("trade_figure", thing, fields),)

    def _sentence(self, kind: tuple[str, str], fixed: dict[str, str], **slots: Said) -> Said:
        """One of the sentences for this kind, its slots filled in."""
        pattern = one_of(self.draw, vocabulary.sentences(*kind))
        parts: list[Said] = []
        at = 0
        for found in _PART.finditer(pattern):
            parts.append((pattern[at : found.start()], ()))
            at = found.end()
            if found["slot"]:
                parts.append(slots[found["slot"]])
            else:
                parts.append(_said(found["words"], **{field: fixed[field] for field in found["fields"].split("+")}))
        return _joined([*parts, (pattern[at:], ())])

    def _person(self, person: Person) -> tuple[Said, str]:
        """Office, rank and name; and who it is."""
        given = person.given
        if not self.plain and one_of(self.draw, _NO_OR_YES) and given[0] in _JOINING:
            given = given[0] + one_of(self.draw, ["\u0640", "\u064e"]) + given[1:]
        office, name = f"{person.office} {person.country.nationality}", f"{given} {person.family}"
        rank: list[Said] = [] if person.rank is None else [(" ", ()), _said(person.rank, rank=person.rank)]
        parts = [_said(office, role=office, country=person.country.code), *rank, (" ", ()), _said(name, name=name)]
        return _joined(parts), f"person {person.given} {person.family}"

    def _day(self, day: date) -> Said:
        system = one_of(self.draw, (*_SYSTEMS, "two", "hijri"))
        if system == "hijri":
            hijri = Gregorian(day.year, day.month, day.day).to_hijri()
            words = f"{hijri.day} {vocabulary.calendar('hijri')[hijri.month]} {hijri.year} هجرية"
        else:
            words = f"{day.day} {_month_name(system, day.month)} {day.year}"
            weekday = vocabulary.calendar("weekday")[day.weekday()]
            words = one_of(self.draw, [words, f"{weekday} {words}"])
        before = one_of(self.draw, ["في ", "يوم "])
        return _joined([(before, ()), _said(self._digits(words), date=day.isoformat())])

    def _month(self, month: str, field: str) -> Said:
        system = one_of(self.draw, _SYSTEMS)
        name = _month_name(system, int(month[5:]))
        return _joined([("في ", ()), _said(self._digits(f"{name} {month[:4]}"), **{field: month})])

    def _period(self, period: str) -> Said:
        first, _, last = period.partition("/")
        if len(first) == len("2023-01") and not last:
            return self._month(period, "period")
        if not last:
            words = f"عام {first}"
        elif len(first) == len("2023"):
            words = f"العام {period}"
        else:
            words = f"{_part_of_year(int(first[5:]), int(last[5:]))} من عام {first[:4]}"
        before = one_of(self.draw, ["خلال ", "في "])
        return _joined([(before, ()), _said(self._digits(words), period=period)])

    def _money(self, amount: Amount) -> Said:
        scale, words = self._number(amount.number, amount.scale)
        currencies = [name for code, name in vocabulary.money("currency") if code == amount.currency]
        number = _said(f"{words} {scale}", amount=amount.value)
        currency = _said(one_of(self.draw, currencies), currency=amount.currency)
        exact = _joined([number, (" ", ()), currency])
        if amount.qualifier == "exactly":
            return exact[0], (*exact[1], ToldField("amount_qualifier", "exactly", exact[0], 0))
        _, qualifier = one_of(self.draw, vocabulary.money(amount.qualifier))
        return _joined([_said(qualifier, amount_qualifier=amount.qualifier), (" ", ()), exact])

    def _number(self, number: Decimal, scale: int) -> tuple[str, str]:
        """The noun of the magnitude as this number wants it, and the number in digits or words."""
        few = number <= 10 and number == number.to_integral_value()
        [noun] = [words for value, words in vocabulary.money("scales" if few else "scale") if int(value) == scale]
        spoken = [words for value, words in vocabulary.money("number") if Decimal(value) == number]
        return noun, one_of(self.draw, [self._digits(str(number)), *spoken])

    def _digits(self, words: str) -> str:
        return words.translate(_ARABIC_INDIC) if one_of(self.draw, _NO_OR_YES) else words


_NO_OR_YES = (False, True)
_ROLES = ("host", "visitor")


def _said(words: str, /, **fields: str) -> Said:
    return words, tuple(ToldField(field, value, words, 0) for field, value in fields.items())


def _joined(parts: Iterable[Said]) -> Said:
    text, fields = "", []
    for words, said in parts:
        fields += [field.moved(len(text)) for field in said]
        text += words
    return text, tuple(fields)


def _taking_part(person: Said, role: str | None) -> Said:
    """The words for a person, as those for somebody who takes part."""
    words, fields = person
    [name] = [field.value for field in fields if field.field == "name"]
    return _said(words, participant=name, **({} if role is None else {"participant_role": role}))


def _found(text: str, person: Said, thing: str) -> ToldRecord:
    words, fields = person
    at = text.index(words)
    return ToldRecord("actor", thing, tuple(field.moved(at) for field in fields))


def _month_name(system: str, month: int) -> str:
    if system == "two":
        return f"{vocabulary.calendar('egypt')[month]}/{vocabulary.calendar('levant')[month]}"
    return vocabulary.calendar(system)[month]


def _part_of_year(first: int, last: int) -> str:
    if last - first == 2:
        return f"الربع {_QUARTERS[first // 3]}"
    return f"النصف {_QUARTERS[first // 6]}"
