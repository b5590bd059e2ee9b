"""The program's own pipeline, loaded once."""

from __future__ import annotations

import pytest

from triage.facts.run import Extraction


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    return Extraction()
