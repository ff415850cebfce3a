"""Which mentions tell of one body: a government, an army, a company, by its name and country."""

from collections import defaultdict
from typing import NamedTuple

from libnews.models.vocabulary import ActorKind
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import Parts
from libnews.resolve.reasons import Because
from libnews.resolve.view import Told, body_parts

# Bodies of which every country has one of the name: «مجلس الوزراء», «القوات المسلحة», «حزب العمال».
_OF_A_COUNTRY = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE, ActorKind.PARTY})
# A name of so many words is one organisation's: «لجنة العلاقات الخارجية» is not.
_TELLING = 4


class BodyKey(NamedTuple):
    """What bodies are told apart by: «مجلس الوزراء» is another in each country."""

    kind: str
    country: str
    """Empty where none is told."""
    parts: Parts


class Bodies:
    """Bodies, of which no more is kept than who is called what."""

    def __init__(self) -> None:
        self._called: dict[BodyKey, list[tuple[str, str]]] = defaultdict(list)

    def add(self, told: Told) -> None:
        """Take in a mention of a body; it is kept where its name without a country tells which is meant."""
        kind, country = told.first("kind") or "", told.first("country")
        names = {body_parts(name, country, told.reader): name for name in sorted(set(told.all("name")), reverse=True)}
        for parts, name in names.items():
            if parts and (country is not None or _tells_alone(kind, parts)):
                self._called[BodyKey(kind, country or "", parts)].append((told.id, name))

    def join(self, clusters: Clusters) -> None:
        """Join bodies of one kind, country and name."""
        for _, found in sorted(self._called.items()):
            (one, first), *others = sorted(found)
            # Each reason is made once: many have the same.
            reasons = {name: f"{Because.SAME_NAME}: «{first}» and «{name}»" for _, name in others}
            reasons[first] = f"{Because.SAME_NAME}: «{first}»"
            for other, name in others:
                clusters.join(one, other, reasons[name])


def _tells_alone(kind: str, name: Parts) -> bool:
    if kind == ActorKind.ORGANIZATION:
        return len(name) >= _TELLING
    return kind not in _OF_A_COUNTRY
