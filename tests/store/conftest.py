from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of a test is to be."""
    return tmp_path / "triage.json"


def backdate(path: Path) -> None:
    """Let the file look as if nobody were writing it just now, so that nobody waits for them to finish."""
    os.utime(path, (1_500_000_000, 1_500_000_000))
