"""Which record each mention tells of, once it is decided which mentions are one."""

from collections.abc import Iterator, Mapping
from datetime import date

from libnews.models.corpus import Teller
from libnews.models.vocabulary import RecordType
from libnews.resolve.clusters import Clusters


class Records(Mapping[str, str]):
    """The record_id of every mention: kept for those that were joined, and worked out for the others."""

    def __init__(self, tellers: Mapping[str, Teller], countries: Mapping[str, str], clusters: Clusters) -> None:
        """As `clusters` stand now; `countries` are the mentions of countries, with their codes."""
        self._tellers = tellers
        self._countries = countries
        self._joined: dict[str, str] = {}
        for members in clusters.joined():
            earliest = min(members, key=self._order)
            self._joined.update(dict.fromkeys(members, earliest))

    def _order(self, mention_id: str) -> tuple[date, str]:
        return self._tellers[mention_id].published_on or date.max, mention_id

    def __getitem__(self, mention_id: str) -> str:
        teller = self._tellers[mention_id]
        if teller.record_type == RecordType.ARTICLE:
            return teller.article_id
        return self._countries.get(mention_id) or self._joined.get(mention_id, mention_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tellers)

    def __len__(self) -> int:
        return len(self._tellers)
