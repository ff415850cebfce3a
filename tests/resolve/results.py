"""Results of resolution made ready to compare."""

from dataclasses import replace

from libnews.resolve import Resolution


def written_out(found: Resolution) -> Resolution:
    """With the decisions themselves, by mention_id, in place of what reads them anew."""
    return replace(found, decisions=sorted(found.decisions))
