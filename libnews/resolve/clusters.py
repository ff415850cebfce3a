"""Sets that grow together: which mentions have been decided to be one, and why."""

from collections.abc import Mapping


class Clusters:
    """Union of mentions under their smallest member, so that the order of joining plays no part in the result."""

    def __init__(self, articles: Mapping[str, str]) -> None:
        """`articles` maps every mention_id to its article_id."""
        self._parent = {member: member for member in articles}
        self._articles = {member: {article} for member, article in articles.items()}
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
            self._articles[low] |= self._articles.pop(high)
            self.reasons.setdefault(other, reason)

    def share_article(self, one: str, other: str) -> bool:
        """Whether one article tells of both sets; an article that tells of two events means two."""
        return bool(self._articles[self.root(one)] & self._articles[self.root(other)])

    def sets(self) -> dict[str, list[str]]:
        """Every set by its root, members sorted."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return found
