"""Sets that grow together: which mentions were decided to be one, which to be two, which are left open, and why."""

from typing import NamedTuple


class Undecided(NamedTuple):
    """Two records that may be one: something speaks for it, and not enough."""

    one: str
    other: str
    reason: str


class Clusters:
    """Union of mentions under their smallest member, so that the order of joining plays no part in the result.

    A mention that is alone costs nothing: what is kept here is kept of those that were joined or doubted.
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        self._doubts: dict[tuple[str, str], str] = {}
        # The one member of each set that has no reason: each join gives a reason to one of the two.
        self._heads: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self.reasons: dict[str, str] = {}

    def root(self, member: str) -> str:
        """The member that stands for the whole set."""
        root = member
        while (above := self._parent.get(root)) is not None:
            root = above
        while member != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, one: str, other: str, reason: str) -> bool:
        """Make the sets of two members one, unless they are kept apart; the reason is kept for the member joined.

        Where `other` has a reason already, it is kept for the one of its set that has none. Returns whether the two are
        one now.
        """
        to, joined = self.root(one), self.root(other)
        if joined in self._called:
            to, joined = joined, to  # who has a name of his own keeps the reason for it
        low, high = sorted((to, joined))
        if low == high:
            return True
        if self._differ(low, high):
            return False
        self._parent[high] = low
        head = self._heads.get(to, to)
        self.reasons[self._heads.pop(joined, joined)] = reason
        self._heads.pop(to, None)
        self._heads[low] = head
        if high in self._called:
            self._called[low] = self._called.pop(high)
        for far in self._apart.pop(high, ()):
            self._apart[far].discard(high)
            self._keep_apart(low, far)
        return True

    def keep_apart(self, one: str, other: str) -> bool:
        """Let no later `join` make the sets of these two one; false where they already are."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._keep_apart(first, second)
        return True

    def _keep_apart(self, one: str, other: str) -> None:
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the sets of these two may never be one."""
        return self._differ(self.root(one), self.root(other))

    def call(self, member: str, name: str) -> bool:
        """Give a set a name of its own: sets called otherwise are kept apart, all from one another.

        Use it where many sets are to stay apart: each costs one step, and not one for every other. False where the set
        has another name already.
        """
        return self._called.setdefault(self.root(member), name) == name

    def _differ(self, one: str, other: str) -> bool:
        """Whether two roots stand for sets that may not be one."""
        mine, theirs = self._called.get(one), self._called.get(other)
        return other in self._apart.get(one, ()) or (None not in (mine, theirs) and mine != theirs)

    def doubt(self, one: str, other: str, reason: str) -> None:
        """Remember that the two may be one; it stands only while nothing joins them or keeps them apart."""
        self._doubts.setdefault((min(one, other), max(one, other)), reason)

    def undecided(self) -> list[Undecided]:
        """What was doubted and is still open: each two sets once, by members of theirs that were compared."""
        found: dict[tuple[str, str], Undecided] = {}
        for one, other in sorted(self._doubts):
            low, high = sorted((self.root(one), self.root(other)))
            if low != high and not self.are_apart(low, high):
                found.setdefault((low, high), Undecided(one, other, self._doubts[one, other]))
        return list(found.values())

    def roots(self) -> dict[str, str]:
        """The root of every mention that was joined to another."""
        return {member: self.root(member) for member in self._parent.keys() | self._parent.values()}
