"""What people decided about pairs: two are kept apart, or made one, before any rule looks at them."""

from collections.abc import Iterable, Iterator

from libnews.models.claim_fields import FIELDS
from libnews.models.judgement import Judgement
from libnews.models.vocabulary import JudgementAction, RecordType
from libnews.resolve.anchors import Places
from libnews.resolve.clusters import Clusters

Refusals = Iterator[tuple[str, str]]
"""Judgements that are not applied, by judgement_id, and why."""


def decide_pairs(
    pairs: Iterable[tuple[str, Judgement]], places: Places, countries: frozenset[str], clusters: Clusters
) -> Refusals:
    """Keep apart and join as judged, whatever the rules would say; tell what cannot be, and why.

    Where they contradict one another, through others too, `different` wins; of several `same` that cannot all be, the
    one decided last stands, so that the order in which they are given plays no part. `countries` are the mentions
    whose record is a country.
    """
    fit: list[tuple[str, Judgement, str, str]] = []
    for judgement_id, judgement in sorted(pairs, key=lambda pair: pair[0]):
        one, other = (places.mention_of(named or "") for named in (judgement.id, judgement.other_id))
        why = _unfit(judgement, one, other, places, countries)
        if why is None and one is not None and other is not None:
            fit.append((judgement_id, judgement, one, other))
        elif why is not None:
            yield judgement_id, why
    for _, judgement, one, other in fit:
        if judgement.action is JudgementAction.DIFFERENT:
            clusters.keep_apart(one, other)
    for judgement_id, judgement, one, other in sorted(fit, key=lambda pair: pair[1].decided_on, reverse=True):
        reason = f"judged the same by {judgement.signature}"
        if judgement.action is JudgementAction.SAME and not clusters.join(one, other, reason):
            yield judgement_id, f"it would join what another judgement calls different: {one} and {other}"


def _unfit(
    judgement: Judgement, one: str | None, other: str | None, places: Places, countries: frozenset[str]
) -> str | None:
    """Why the two cannot be judged so; `None` where they can."""
    if one is None or other is None:
        return "a country or an article is what its code or its bytes say: no judgement joins or parts it"
    if judgement.action is JudgementAction.UNSURE:
        return None
    if one == other:
        return f"both are {one}"
    types = {places.types[one], places.types[other]}
    if judgement.action is JudgementAction.DIFFERENT:
        return "countries are told apart by their codes" if {one, other} <= countries else None
    if len(types) > 1:
        return f"one is {' and the other '.join(sorted(types))}: only records of one type can be the same"
    if types & {RecordType.ARTICLE} or not types <= set(FIELDS):
        return f"records of type {types.pop()} are never joined"
    return "a country is known by its code: no judgement joins it" if {one, other} & countries else None
