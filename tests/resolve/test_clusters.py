"""Sets of mentions: joined, kept apart, and left open."""

from itertools import permutations

from libnews.resolve.clusters import Clusters, Undecided


def joined(one: Clusters) -> list[list[str]]:
    """Every set of two or more."""
    roots = one.roots()
    return [sorted(member for member in roots if roots[member] == root) for root in sorted(set(roots.values()))]


def test_the_order_of_joining_plays_no_part() -> None:
    pairs = [("a", "b"), ("c", "d"), ("b", "c")]
    found = []
    for order in permutations(pairs):
        one = Clusters()
        for pair in order:
            one.join(*pair, "why")
        found.append(joined(one))
    assert all(sets == [["a", "b", "c", "d"]] for sets in found)


def test_what_is_kept_apart_stays_apart_through_others() -> None:
    one = Clusters()
    assert one.keep_apart("a", "d")
    assert one.join("a", "b", "why")
    assert one.join("c", "d", "why")
    assert not one.join("b", "c", "why")
    assert one.are_apart("b", "c")
    assert joined(one) == [["a", "b"], ["c", "d"]]


def test_what_is_one_can_be_kept_apart_no_more() -> None:
    one = Clusters()
    one.join("a", "b", "why")
    assert not one.keep_apart("b", "a")


def test_a_doubt_is_over_when_the_two_are_joined_or_kept_apart() -> None:
    one = Clusters()
    for pair in (("b", "a"), ("a", "c"), ("c", "b"), ("c", "d")):
        one.doubt(*pair, "alike")
    one.join("a", "b", "why")
    one.keep_apart("c", "d")
    # a and b are one by now: each is no other pair with c
    assert one.undecided() == [Undecided("a", "c", "alike")]


def test_all_but_one_of_a_set_have_a_reason() -> None:
    one = Clusters()
    for pair in (("a", "b"), ("c", "d"), ("d", "b")):
        one.join(*pair, "/".join(pair))
    assert one.reasons == {"b": "a/b", "d": "c/d", "a": "d/b"}


def test_sets_called_otherwise_are_kept_apart_and_keep_their_reason() -> None:
    one = Clusters()
    assert one.call("c", "somebody")
    assert one.call("a", "somebody else")
    one.reasons["c"] = "known"
    assert one.join("b", "c", "why")
    assert not one.call("b", "nobody")
    assert one.are_apart("a", "b")
    assert not one.join("a", "b", "why")
    assert one.join("d", "b", "why not")
    assert joined(one) == [["b", "c", "d"]]
    assert one.reasons == {"c": "known", "b": "why", "d": "why not"}
