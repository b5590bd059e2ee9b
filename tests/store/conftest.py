from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, wish

from triage.model.decision import State
from triage.store import TagStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of a test is to be."""
    return tmp_path / "triage.json"


@pytest.fixture
def store(path: Path) -> TagStore:
    """A store with two snapshots, so that there is a backup, and one act that is only in the journal."""
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",), state=State.DONE)])
    store.snapshot()
    store.act("two", [wish(B, add=("two",))])
    store.mark_read(C)
    store.snapshot()
    store.act("three", [wish(C, add=("three",))])
    return store
