"""When stories were decided, as the journal tells it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, wish

from triage.model.decision import KEEPER, State
from triage.store import TagStore, decided_since

if TYPE_CHECKING:
    from pathlib import Path


def at(monkeypatch: pytest.MonkeyPatch, when: float) -> None:
    """What is decided from now on is decided at that time."""
    monkeypatch.setattr("triage.store.clock.time.time", lambda: when)


def test_each_story_is_told_with_the_time_of_its_newest_decision(path: Path, monkeypatch) -> None:
    store = TagStore.open(path, "anna")
    at(monkeypatch, 1000.0)
    store.act("done", [wish(A, state=State.DONE), wish(B, state=State.DONE)])
    at(monkeypatch, 2000.0)
    store.act("spike", [wish(A, state=State.SPIKED)])
    store.act("tag", [wish(B, add=("NATO",))])
    TagStore.open(path, "bert").act("later", [wish(C, state=State.LATER)])
    assert decided_since(path, 0.0) == {A: 2000.0, B: 1000.0}
    assert decided_since(path, 1500.0) == {A: 2000.0}
    assert decided_since(path, 2000.5) == {}


def test_what_was_taken_back_counts_no_more_and_what_was_done_again_does(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("done", [wish(A, state=State.DONE)])
    store.undo()
    assert decided_since(path, 0.0) == {}
    store.redo()
    assert decided_since(path, 0.0)[A] == pytest.approx(time.time(), abs=60)


def test_what_the_program_decides_in_nobodys_name_is_nobodys_pace(path: Path) -> None:
    TagStore.open(path, KEEPER).act("mute", [wish(A, state=State.SPIKED)])
    TagStore.open(path, "anna").act("done", [wish(B, state=State.DONE)])
    assert list(decided_since(path, 0.0)) == [B]


def test_full_segments_are_read_as_far_as_the_time_goes(path: Path, monkeypatch) -> None:
    store = TagStore.open(path, "anna", segment=400)
    for number in range(20):
        at(monkeypatch, 1000.0 + number)
        store.act("done", [wish(f"{number:016x}", state=State.DONE)])
    assert len(list(path.parent.glob("*journal*"))) > 3
    assert sorted(decided_since(path, 1010.0).values()) == [1010.0 + number for number in range(10)]


@pytest.mark.parametrize("torn", [b"", b'{"sum":"00000000","seq":2,"state":["new","done"]', b"\x00\xff\n"])
def test_a_journal_that_is_not_there_or_torn_tells_what_it_can(path: Path, torn: bytes) -> None:
    assert decided_since(path, 0.0) == {}
    TagStore.open(path, "anna").act("done", [wish(A, state=State.DONE)])
    journal = next(path.parent.glob("*journal*"))
    journal.write_bytes(journal.read_bytes() + torn)
    assert list(decided_since(path, 0.0)) == [A]
