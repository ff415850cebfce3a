"""An agreement in the making: what the clauses of an article tell of it, and when two tellings are of one."""

from dataclasses import dataclass, field
from decimal import Decimal

from libnews.extract.draft import Place
from libnews.extract.parties import Party
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, DurationMatch, ItemMatch, MoneyMatch
from libnews.models.vocabulary import AgreementKind, AgreementStage, PartyRole

_AHEAD = frozenset({AgreementStage.PLANNED, AgreementStage.NEGOTIATED})
# Kinds that say no more than «agreement» or «deal».
OPEN_KINDS = frozenset({AgreementKind.COOPERATION, AgreementKind.TRADE, AgreementKind.OTHER})


@dataclass(slots=True)
class Deal:
    """What one clause tells of an agreement, and in `more` what others tell of the same."""

    kind: AgreementKind
    trigger: Place
    parties: list[Party]
    stage: AgreementStage | None = None
    stage_at: Place | None = None
    dates: list[tuple[Place, DateMatch]] = field(default_factory=list)
    prices: list[tuple[int, MoneyMatch]] = field(default_factory=list)
    items: list[tuple[int, ItemMatch]] = field(default_factory=list)
    durations: list[tuple[int, DurationMatch]] = field(default_factory=list)
    roles: dict[str | int, PartyRole] = field(default_factory=dict)
    is_known: bool = False
    """Told with the article, as something spoken of before."""
    is_plural: bool = False
    """Several are told of at once."""
    is_grouped: bool = False
    """The words name a partner, whether or not it could be read."""
    spelt_out: "Deal | None" = None
    """What told of several at once, of which this is one."""
    is_severally: bool = False
    """With each of those that «with» names apart, where there are several agreements."""
    told_in: tuple[int, int] | None = None
    """Paragraph and first mark of the clause."""
    more: list["Deal"] = field(default_factory=list)

    @property
    def tellings(self) -> list["Deal"]:
        return [self, *self.more]

    @property
    def who(self) -> frozenset[str | int]:
        """The parties, bodies by their country where it is known."""
        return frozenset(party.country or party.key for one in self.tellings for party in one.parties)

    def days(self) -> list[Edtf]:
        return [Edtf(match.value) for one in self.tellings for _, match in one.dates if match.value]

    def amounts(self) -> set[tuple[Decimal, str | None]]:
        sums = [match for one in self.tellings for _, match in one.prices]
        return {(match.amount, match.currency) for match in sums if match.amount is not None}

    def is_same(self, new: "Deal") -> bool:
        """Whether another telling could be of this agreement: parties and kind agree, and nothing contradicts."""
        if self.told_in == new.told_in:
            return False  # one clause lists several
        if not self._stage_agrees(new) or (self.is_plural != new.is_plural and not new.is_known):
            return False
        if not (self.who <= new.who or new.who <= self.who) or not self._kind_agrees(new):
            return False
        if any(not one.overlaps(other) for one in self.days()[:1] for other in new.days()[:1]):
            return False
        return not self.amounts() or not new.amounts() or bool(self.amounts() & new.amounts())

    def _stage_agrees(self, new: "Deal") -> bool:
        """What is signed is another than what is still to come, unless the new words only go on about it."""
        stages = {one.stage in _AHEAD for one in (*self.tellings, new) if one.stage is not None}
        return len(stages) < 2 or new.is_known

    def _kind_agrees(self, new: "Deal") -> bool:
        kinds = {self.kind, new.kind}
        if len(kinds) == 1 or kinds <= {AgreementKind.TRADE, AgreementKind.ARMS_DEAL}:
            return True
        return new.is_known and new.kind in OPEN_KINDS
