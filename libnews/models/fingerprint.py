"""What makes a finding of one run the same as one of another."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable

from libnews.models.finding import Finding

_ID = re.compile(r"([a-z_]+)_[a-z2-7]{20}(?![a-z0-9_])")
_DIGITS = 16


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """A fingerprint for each finding, in their order; use it to tell known findings from new ones.

    It is made of rule, file, quote and message, and of the key where there is no file. Ids made from content, lines
    and columns are not in it, so that text which moves makes no known finding new. Equal ones are numbered.

    >>> moved = Finding(rule="a.b", severity="error", message="not claim_" + "a" * 20, file="a.txt", line_no=9)
    >>> fingerprints([moved, moved.model_copy(update={"line_no": 12, "message": "not claim_" + "b" * 20})])
    ('dbf3e86410e5ed8e:1', 'dbf3e86410e5ed8e:2')
    """
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        digest = _digest(finding)
        seen[digest] += 1
        numbered.append(f"{digest}:{seen[digest]}")
    return tuple(numbered)


def _digest(finding: Finding) -> str:
    key = _masked(finding.key) if finding.file is None else None
    # JSON keeps the parts apart: joined by a sign, two findings could read alike.
    told = json.dumps([finding.rule, finding.file, finding.quote, _masked(finding.message), key])
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:_DIGITS]


def _masked(text: str | None) -> str | None:
    return None if text is None else _ID.sub(r"\1", text)
