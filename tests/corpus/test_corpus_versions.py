"""No two different stories are joined, and most versions are: on the pairs in `versions/`."""

from __future__ import annotations

import pytest

from tests.corpus.versions.__main__ import HERE, pairs
from triage.index import Index
from triage.ingest.inbox import read_file, scan
from triage.work.chaining import Chaining


@pytest.mark.parametrize("folder", ["tuned", "checked"])
def test_versions_are_told_from_different_stories(folder):
    found = pairs(HERE / folder)
    assert [pair for pair in found if pair.joined and not pair.true] == []
    true = [pair for pair in found if pair.true]
    assert sum(pair.joined for pair in true) >= 0.95 * len(true)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_takes_stand_in_the_order_of_their_numbers(tmp_path, order):
    texts = ("\n" + (HERE / "tuned" / "takes.txt").read_text("utf-8")).split("\n=== quay-profile\n")[1:4]
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, number in enumerate(
        order
    ):  # names and times of files say nothing, and two of the takes were sent in one minute
        (inbox / f"{name}.xml").write_text(texts[number].split("\n===")[0], "utf-8")
    index = Index.open(tmp_path / "index.sqlite", write=True)
    index.put_files([read_file(inbox, seen) for seen in scan(inbox)], "")
    chaining = Chaining(index)
    while chaining.slice() is not None:
        pass
    chain = index.versions(index.ids(every_version=True)[0])
    notes = [index.story(story).ednote for story in chain]
    index.close()
    assert notes == ["Take 1 of 3.", "Take 2 of 3.", "Take 3 of 3."]
