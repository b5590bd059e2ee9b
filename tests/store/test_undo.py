"""Taking back and doing again: whose acts, how much of them, how far back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, wish

from triage.errors import StoreError
from triage.model.decision import State
from triage.store import TagStore

if TYPE_CHECKING:
    from pathlib import Path


def test_undo_restores_the_document_as_it_was(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    anna.act("tag", [wish(A, add=("b", "c"), state=State.LATER, note="one")])
    before = anna.decision(A)
    act = bert.act("all", [wish(A, add=("a",), remove=("c",), state=State.DONE, note="two")], view="v", cursor=C)
    undone = bert.undo()
    assert undone is not None
    assert (undone.of, undone.skipped, undone.act.undoes) == (act, (), 2)
    assert (undone.of.view, undone.of.cursor) == ("v", C)
    assert bert.decision(A) == before


def test_undo_never_removes_a_tag_that_was_there_before(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("NATO",))])
    store.act("two", [wish(A, add=("NATO", "defense"))])
    store.undo()
    assert store.tags(A) == ("NATO",)


def test_undo_and_redo_without_limit_across_restarts(path: Path) -> None:
    for number in range(30):
        store = TagStore.open(path, "anna", segment=1500)
        store.act(f"tag {number}", [wish(A, add=(f"t{number:02}",))])
        store.close()
    assert len(list(path.parent.glob("triage.json.journal-*"))) > 3
    verbs = []
    for _ in range(30):
        store = TagStore.open(path, "anna", segment=1500)
        undone = store.undo()
        assert undone is not None
        verbs.append(undone.of.verb)
        store.close()
    assert verbs == [f"tag {number}" for number in reversed(range(30))]
    assert store.undo() is None
    assert store.decision(A) is None
    for number in range(30):
        redone = TagStore.open(path, "anna", segment=1500).redo()
        assert redone is not None
        assert redone.of.verb == f"tag {number}"
    assert len(TagStore.open(path, "anna").tags(A)) == 30
    assert TagStore.open(path, "anna").redo() is None


def test_full_segments_are_opened_only_when_they_are_needed(path: Path) -> None:
    store = TagStore.open(path, "anna", segment=800)
    for number in range(12):
        store.act(f"tag {number}", [wish(A, add=(f"t{number:02}",))])
    store.close()
    oldest = min(path.parent.glob("triage.json.journal-*"))
    oldest.unlink()
    oldest.mkdir()  # whoever opens it finds out
    again = TagStore.open(path, "anna", segment=800)
    assert again.act("one more", [wish(B, add=("x",))]) is not None
    for _ in range(5):
        assert again.undo() is not None
    again.close()
    with pytest.raises(StoreError, match=oldest.name):
        list(again.history(A))


def test_what_was_done_again_can_be_undone_after_a_restart(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO",))])
    store.undo()
    store.redo()
    store.close()
    undone = TagStore.open(path, "anna").undo()
    assert undone is not None
    assert undone.of.seq == 1


def test_undo_of_a_state_does_not_forget_that_the_story_was_opened_since(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO",))])
    store.act("done", [wish(A, state=State.DONE)])
    store.mark_read(A)
    store.undo()
    assert (store.state(A), store.tags(A)) == (State.READ, ("NATO",))


def test_undo_is_of_the_same_users_acts_from_any_terminal(path: Path) -> None:
    here, there, bert = TagStore.open(path, "anna"), TagStore.open(path, "anna"), TagStore.open(path, "bert")
    here.act("first", [wish(A, add=("one",))])
    there.act("second", [wish(A, add=("two",))])
    bert.act("third", [wish(A, add=("three",))])
    undone = here.undo()
    assert undone is not None
    assert undone.of.verb == "second"
    assert here.tags(A) == ("one", "three")
    undone = there.undo()
    assert undone is not None
    assert undone.of.verb == "first"


def test_redo_from_another_terminal(path: Path) -> None:
    here, there = TagStore.open(path, "anna"), TagStore.open(path, "anna")
    here.act("tag", [wish(A, add=("NATO",))])
    here.undo()
    redone = there.redo()
    assert redone is not None
    assert redone.act.redoes == 1
    undone = here.undo()
    assert undone is not None
    assert undone.of.verb == "tag"
    assert here.undo() is None


def test_a_new_act_clears_redo_for_that_user_alone(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    anna.act("a", [wish(A, add=("a",))])
    bert.act("b", [wish(A, add=("b",))])
    anna.undo()
    bert.undo()
    anna.act("c", [wish(A, add=("c",))])
    assert anna.redo() is None
    redone = bert.redo()
    assert redone is not None
    assert anna.refresh() == {A}
    assert anna.tags(A) == ("b", "c")


def test_undo_leaves_alone_what_others_have_changed_since_and_names_it(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    anna.act("done", [wish(story, add=("NATO",), state=State.DONE) for story in (A, B, C)])
    bert.act("spike", [wish(A, state=State.SPIKED)])
    bert.act("untag", [wish(B, remove=("NATO",))])
    undone = anna.undo()
    assert undone is not None
    assert set(undone.skipped) == {A, B}
    assert (anna.state(A), anna.tags(A)) == (State.SPIKED, ())
    assert anna.decision(B) is None
    assert anna.decision(C) is None


def test_an_undo_that_finds_nothing_left_counts_all_the_same(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    anna.act("first", [wish(B, add=("x",))])
    anna.act("second", [wish(A, state=State.DONE)])
    bert.act("spike", [wish(A, state=State.SPIKED)])
    undone = anna.undo()
    assert undone is not None
    assert (undone.act.changes, undone.skipped) == ((), (A,))
    undone = anna.undo()
    assert undone is not None
    assert undone.of.verb == "first"


def test_a_refusal_is_a_decision_that_undo_takes_back(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("refuse", [wish(A, refuse=("NATO",))])
    assert store.decision(A).refused == ("NATO",)
    assert store.act("again", [wish(A, refuse=("NATO",))]) is None
    store.close()
    store = TagStore.open(path, "anna")
    assert store.decision(A).refused == ("NATO",)
    store.undo()
    assert store.decision(A) is None
