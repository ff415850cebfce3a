"""Which mentions tell of one actor: countries by code, persons by name and office, bodies by name."""

from libnews.models.vocabulary import ActorKind
from libnews.resolve.bodies import join_bodies
from libnews.resolve.clusters import Clusters
from libnews.resolve.persons import Persons
from libnews.resolve.view import Told


def is_country(actor: Told) -> bool:
    """Whether a mention tells of a country: its record is the ISO code, whatever the article."""
    return actor.first("kind") in (None, ActorKind.COUNTRY) and actor.first("country") is not None


def join_actors(actors: list[Told], clusters: Clusters) -> None:
    """Join the mentions of one person or body; countries are left to their code."""
    persons = [actor for actor in actors if actor.first("kind") == ActorKind.PERSON]
    Persons(persons, clusters).join()
    join_bodies([one for one in actors if not is_country(one) and one.first("kind") != ActorKind.PERSON], clusters)
