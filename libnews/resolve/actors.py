"""Which mentions tell of one actor: countries by code, persons by name and office, bodies by name."""

from collections.abc import Iterable

from libnews.models import KnownActor
from libnews.models.vocabulary import ActorKind
from libnews.resolve.bearers import People, Person
from libnews.resolve.bodies import Bodies
from libnews.resolve.clusters import Clusters
from libnews.resolve.known import Known
from libnews.resolve.persons import Persons
from libnews.resolve.view import Told, country_of


class Actors:
    """The actors of a corpus. Each is taken in by itself, and no more is kept of it than is compared."""

    def __init__(self, actors: Iterable[Told], known: Iterable[KnownActor] = ()) -> None:
        """`known` are actors known already."""
        self.countries: dict[str, str] = {}
        """The mentions of countries, with their codes."""
        self._known = Known(known)
        self._persons: list[Person] = []
        self._bodies = Bodies()
        people = People()
        for actor in actors:
            self._known.compare(actor)
            code = country_of(actor)
            if code is not None:
                self.countries[actor.id] = code
            elif actor.first("kind") == ActorKind.PERSON:
                self._persons.append(people.person(actor))
            else:
                self._bodies.add(actor)

    def join(self, clusters: Clusters) -> dict[str, str]:
        """Join the mentions of one person or body, the known ones first; countries are left to their code.

        Returns a mention of each known actor that was found, by known_id.
        """
        found = self._known.join(clusters)
        Persons(self._persons, clusters).join()
        self._bodies.join(clusters)
        return found
