"""The events of the seed articles: what must be one is one, what must be two is two."""

from collections import Counter
from itertools import combinations

from tests.resolve.seeds_truth import TRUTH, mentions, read, told

EITHER = {frozenset(pair[:2]) for pair in TRUTH["either_way"]}


def test_what_the_extractor_does_not_find_is_said() -> None:
    """The trap: a pair that is never compared, because one of the two was never read."""
    assert sorted(told() - mentions().keys()) == sorted((event, number) for event, number in TRUTH["not_found"])


def test_the_list_is_of_all_meetings_and_agreements() -> None:
    """18 meetings and 7 agreements by the guide; the talks of July are in the guide's visit."""
    kinds = Counter(event["record_type"] for event in TRUTH["events"] for _ in event["told"])
    assert kinds == {"meeting": 18 + 1, "agreement": 7}
    decisions, _, _ = read()
    made = {mention for mention in decisions if mention.startswith(("meeting", "agreement"))}
    assert made == set(mentions().values())


def test_what_must_be_one_is_one() -> None:
    decisions, _, _ = read()
    apart = [
        (one, other)
        for one, other in combinations(sorted(mentions()), 2)
        if one[0] == other[0] and decisions[mentions()[one]].record_id != decisions[mentions()[other]].record_id
    ]
    assert apart == []


def test_what_must_be_apart_is_apart() -> None:
    """No false join at all."""
    decisions, _, _ = read()
    joined = [
        (one, other)
        for one, other in combinations(sorted(mentions()), 2)
        if one[0] != other[0]
        and frozenset((one[0], other[0])) not in EITHER
        and decisions[mentions()[one]].record_id == decisions[mentions()[other]].record_id
    ]
    assert joined == []


def test_what_was_done_on_a_visit_is_linked_to_it_and_not_merged() -> None:
    decisions, claims, numbers = read()
    by_mention = {mention: event for (event, _), mention in mentions().items()}
    found = sorted(
        (by_mention[claim.mention_id], by_mention[claim.value], numbers[claim.evidence.article_id])
        for claim in claims
        if claim.field == "part_of" and claim.value is not None
    )
    assert found == sorted((part, whole, number) for part, whole, told in TRUTH["part_of"] for number in told)
    linked = [(claim.mention_id, claim.value or "") for claim in claims if claim.field == "part_of"]
    assert all(decisions[part].record_id != decisions[whole].record_id for part, whole in linked)
