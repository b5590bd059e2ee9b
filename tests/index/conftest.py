from collections.abc import Iterator
from pathlib import Path

import pytest

from triage.index import Index


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    index = Index.open(path, write=True)
    yield index
    index.close()
