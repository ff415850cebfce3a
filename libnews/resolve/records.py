"""Which record each mention tells of, once it is decided which mentions are one."""

from collections.abc import Iterable, Mapping
from datetime import date

from libnews.models.corpus import ReadMention
from libnews.models.vocabulary import RecordType
from libnews.resolve.clusters import Clusters


def records_of(mentions: Iterable[ReadMention], countries: Mapping[str, str], clusters: Clusters) -> dict[str, str]:
    """The record_id of the mentions that were joined, as `clusters` stand now, of countries and of articles.

    Any other mention is a record by itself, and its mention_id is the record's: they are most of a large corpus.
    `countries` are the mentions of countries, with their codes.
    """
    found = dict(countries)
    roots = clusters.roots()
    earliest: dict[str, tuple[date, str]] = {}
    for mention in mentions:
        if mention.record_type == RecordType.ARTICLE:
            found[mention.mention_id] = mention.article_id
        elif mention.mention_id in roots:
            order = mention.published_on or date.max, mention.mention_id
            root = roots[mention.mention_id]
            earliest[root] = min(order, earliest.get(root, order))
    found.update((one, earliest[root][1]) for one, root in roots.items() if one not in countries)
    return found
