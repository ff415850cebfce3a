"""The claims of a draft with who says so and how surely."""

from libnews.extract.attributions import Sources
from libnews.extract.draft import Draft, Quotations
from libnews.extract.modality import Modalities, settle
from libnews.models import Claim
from libnews.models.annotation import Reading
from libnews.models.vocabulary import RecordType

# Whom an article names it names in its own voice; what took place, was agreed or was worth somebody says.
_TOLD = frozenset({RecordType.MEETING, RecordType.AGREEMENT, RecordType.TRADE_FIGURE})


class HowTold:
    """How one article tells its meetings, agreements and trade figures."""

    def __init__(self, reading: Reading, quotations: Quotations) -> None:
        self._quotations = quotations
        self._modalities = Modalities(reading)
        self._sources = Sources(reading, quotations)

    def claims(self, draft: Draft, mention_id: str) -> list[Claim]:
        """The claims of a draft; its status or stage agrees with how surely it is told."""
        if draft.record_type not in _TOLD:
            return draft.claims(mention_id, self._quotations)
        settle(draft, self._modalities)
        found = self._modalities.of(draft)
        return draft.claims(mention_id, self._quotations, lambda at, words: (found[at], self._sources.at(words)))
