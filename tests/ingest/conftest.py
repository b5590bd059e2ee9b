"""An inbox of its own for each test, and who reads it."""

import os
from pathlib import Path

import pytest
from inbox_reading import STORY, Put


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def put(inbox: Path) -> Put:
    def put(name: str) -> Path:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(STORY)
        return path

    return put


@pytest.fixture
def unprivileged() -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
