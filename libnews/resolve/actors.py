"""Which mentions tell of one actor: countries by code, persons by name and office, bodies by name."""

from libnews.models.vocabulary import ActorKind
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import Parts
from libnews.resolve.persons import Persons, forms_of
from libnews.resolve.view import Told


def is_country(actor: Told) -> bool:
    """Whether a mention tells of a country: its record is the ISO code, whatever the article."""
    return actor.first("kind") in (None, ActorKind.COUNTRY) and actor.first("country") is not None


def join_actors(actors: list[Told], clusters: Clusters) -> None:
    """Join the mentions of one person or body; countries are left to their code."""
    Persons([actor for actor in actors if actor.first("kind") == ActorKind.PERSON], clusters).join()
    _join_bodies(
        [actor for actor in actors if not is_country(actor) and actor.first("kind") != ActorKind.PERSON], clusters
    )


def _join_bodies(bodies: list[Told], clusters: Clusters) -> None:
    first: dict[tuple[str, str | None, Parts], str] = {}
    for body in bodies:
        for form in forms_of(body):
            key = body.first("kind") or "", body.first("country"), form
            known = first.setdefault(key, body.id)
            if known != body.id:
                clusters.join(known, body.id, f"same name: «{' '.join(form)}»")
