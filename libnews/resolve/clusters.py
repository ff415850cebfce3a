"""Sets that grow together: which mentions have been decided to be one, and why."""

from collections.abc import Mapping


class Clusters:
    """Union of mentions under their smallest member, so that the order of joining plays no part in the result."""

    def __init__(self, tellers: Mapping[str, str]) -> None:
        """`tellers` maps every mention_id to who tells of it where: an extractor in an article."""
        self._parent = {member: member for member in tellers}
        self._tellers = {member: {teller} for member, teller in tellers.items()}
        self.reasons: dict[str, str] = {}

    def root(self, member: str) -> str:
        """The member that stands for the whole set."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: str, other: str, reason: str) -> None:
        """Make the sets of two members one; the reason is kept for the member that is joined."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._parent[high] = low
            self._tellers[low] |= self._tellers.pop(high)
            self.reasons.setdefault(other, reason)

    def share_teller(self, one: str, other: str) -> bool:
        """Whether one reader of one article tells of both sets; who tells of two events means two."""
        return bool(self._tellers[self.root(one)] & self._tellers[self.root(other)])

    def sets(self) -> dict[str, list[str]]:
        """Every set by its root, members sorted."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return found
