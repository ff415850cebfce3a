"""Which mentions tell of one body: a government, an army, a company, by its name and country."""

from collections import defaultdict

from libnews.models.vocabulary import ActorKind
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import Parts
from libnews.resolve.reasons import Because
from libnews.resolve.view import Told, body_parts

# Bodies of which every country has one of the name: «مجلس الوزراء», «القوات المسلحة», «حزب العمال».
_OF_A_COUNTRY = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE, ActorKind.PARTY})
# A name of so many words is one organisation's: «لجنة العلاقات الخارجية» is not.
_TELLING = 4


def join_bodies(bodies: list[Told], clusters: Clusters) -> None:
    """Join bodies of one kind, country and name, where the name without a country tells which is meant."""
    under: dict[tuple[str, str | None, Parts], list[tuple[str, Told]]] = defaultdict(list)
    for body in sorted(bodies, key=lambda one: one.id):
        kind, country = body.first("kind") or "", body.first("country")
        names = {body_parts(name, country, body.reader): name for name in sorted(set(body.all("name")), reverse=True)}
        for parts, name in sorted(names.items()):
            if parts and (country is not None or _tells_alone(kind, parts)):
                under[kind, country, parts].append((name, body))
    for _, found in sorted(under.items(), key=lambda one: (one[0][0], one[0][1] or "", one[0][2])):
        first, one = found[0]
        for name, body in found[1:]:
            both = f"«{first}»" if name == first else f"«{first}» and «{name}»"
            clusters.join(one.id, body.id, f"{Because.SAME_NAME}: {both}")


def _tells_alone(kind: str, name: Parts) -> bool:
    if kind == ActorKind.ORGANIZATION:
        return len(name) >= _TELLING
    return kind not in _OF_A_COUNTRY
