"""A baseline: the findings of an earlier run, in the JSON that `libnews validate` writes."""

from collections import Counter
from pathlib import Path

from pydantic import BaseModel, ValidationError

from libnews.errors import InputError
from libnews.loaders.content import read_once
from libnews.loaders.refusal import Refusal
from libnews.models.baseline import Baseline

_MAX_BYTES = 1024 * 1024 * 1024


class _Known(BaseModel):
    """As much of a finding as a baseline needs; a later libnews may write more."""

    rule: str
    fingerprint: str


class _Report(BaseModel):
    findings: list[_Known]
    counts: dict[str, int]


def read_baseline(source: Path) -> Baseline:
    """The findings of the report in the file `source`; `InputError` where it is none.

    >>> import json, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source = Path(folder, "known.json")
    ...     known = {"rule": "claim.quote-differs", "fingerprint": "00ff00ff00ff00ff:1"}
    ...     _ = source.write_text(json.dumps({"findings": [known], "counts": {"claim.quote-differs": 3}}), "utf-8")
    ...     read_baseline(source).unnamed
    {'claim.quote-differs': 2}
    """
    if not source.exists():
        raise InputError(f"{source}: no such baseline; `libnews validate DB --output {source}` writes one")
    raw = read_once(source.resolve(), _MAX_BYTES)
    if isinstance(raw, Refusal):
        raise InputError(f"{source}: {raw.detail}")
    try:
        told = _Report.model_validate_json(raw)
    except ValidationError:
        raise InputError(f"{source}: not the JSON that `libnews validate DB --output {source}` writes") from None
    named = Counter(finding.rule for finding in told.findings)
    unnamed = {rule: count - named[rule] for rule, count in told.counts.items() if count > named[rule]}
    return Baseline(fingerprints=frozenset(finding.fingerprint for finding in told.findings), unnamed=unnamed)
