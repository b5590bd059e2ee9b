"""No two different stories are joined, and most versions are: on the pairs in `versions/`."""

from __future__ import annotations

import pytest

from tests.corpus.versions.__main__ import HERE, pairs


@pytest.mark.parametrize("folder", ["tuned", "checked"])
def test_versions_are_told_from_different_stories(folder):
    found = pairs(HERE / folder)
    assert [pair for pair in found if pair.joined and not pair.true] == []
    true = [pair for pair in found if pair.true]
    assert sum(pair.joined for pair in true) >= 0.8 * len(true)
