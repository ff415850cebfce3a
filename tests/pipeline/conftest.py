"""What tests of builds share."""

import time

import pytest


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds take place far in the future, when every file is old."""
    monkeypatch.setattr(time, "time_ns", lambda: 4_000_000_000_000_000_000)
