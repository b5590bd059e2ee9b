"""Deciding, taking back, and what others see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, wish
from tinydb import TinyDB

from triage.errors import QueryError, StoreError
from triage.model.contract import decision_to_json
from triage.model.decision import Decision, State
from triage.model.query import Field
from triage.store import TagStore, snapshot

if TYPE_CHECKING:
    from pathlib import Path


def documents(path: Path) -> list[dict[str, object]]:
    with TinyDB(path) as db:
        return [dict(document) for document in db.table("stories").all()]


def test_an_act_changes_what_the_wish_asks_for(path: Path) -> None:
    store = TagStore.open(path, "anna")
    act = store.act("tag NATO", [wish(A, add=("NATO",), state=State.DONE)], view="tag:NATO", cursor=B)
    assert act is not None
    assert (act.seq, act.by, act.verb, act.view, act.cursor) == (1, "anna", "tag NATO", "tag:NATO", B)
    assert store.decision(A) == Decision(
        A, "Headline aa", "aa.txt", ("NATO",), State.DONE, decided_at=act.at, by="anna"
    )
    assert store.tags(A) == ("NATO",)
    assert store.state(A) is State.DONE
    assert store.decision(B) is None
    assert store.state(B) is State.NEW
    assert dict(store.decisions()) == {A: store.decision(A)}


def test_an_act_holds_only_what_really_changed(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag NATO", [wish(A, add=("NATO",))])
    act = store.act("tag both", [wish(A, add=("NATO", "defense")), wish(B, remove=("NATO",))])
    assert act is not None
    (change,) = act.changes
    assert (change.story, change.added, change.removed, change.state) == (A, ("defense",), (), None)


def test_nothing_to_change_writes_nothing(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("done", [wish(A, state=State.DONE)])
    before = path.with_name("triage.json.journal").read_bytes()
    assert store.act("done", [wish(A, state=State.DONE)]) is None
    assert store.act("nothing", []) is None
    assert path.with_name("triage.json.journal").read_bytes() == before


def test_toggle_adds_what_is_not_there_and_removes_what_is(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag NATO", [wish(A, add=("NATO",))])
    store.act("toggle", [wish(A, toggle=("NATO", "defense"))])
    assert store.tags(A) == ("defense",)


def test_the_last_of_several_wishes_for_a_story_counts(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("done", [wish(A, state=State.SPIKED), wish(A, state=State.DONE)])
    assert store.state(A) is State.DONE


def test_a_document_goes_with_the_last_thing_in_it(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO",))])
    store.act("untag", [wish(A, remove=("NATO",))])
    assert store.decision(A) is None
    store.close()
    assert documents(path) == []


def test_opening_a_store_makes_no_file(path: Path) -> None:
    store = TagStore.open(path, "anna")
    assert store.undo() is None
    store.close()
    assert not path.exists()
    assert not list(path.parent.glob("*.journal*"))


def test_everything_is_there_after_a_clean_exit(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO", "defense"), state=State.DONE, note="look again")])
    store.act("spike", [wish(B, state=State.SPIKED)])
    expected = [decision_to_json(decision) for decision in store.decisions().values()]
    store.close()
    assert documents(path) == expected
    again = TagStore.open(path, "anna")
    assert [decision_to_json(decision) for decision in again.decisions().values()] == expected
    assert again.problems == ()


def test_everything_is_there_after_no_exit_at_all(path: Path) -> None:
    TagStore.open(path, "anna").act("tag", [wish(A, add=("NATO",))])
    assert TagStore.open(path, "anna").tags(A) == ("NATO",)
    assert snapshot(path)
    assert [document["tags"] for document in documents(path)] == [["NATO"]]
    assert not snapshot(path)


def test_document_numbers_stay_what_they_were(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("x",)), wish(B, add=("x",))])
    store.snapshot()
    store.act("untag", [wish(A, remove=("x",))])
    store.act("tag", [wish(C, add=("x",))])
    store.close()
    with TinyDB(path) as db:
        assert {document["story"]: document.doc_id for document in db.table("stories")} == {B: 2, C: 3}


def test_opening_a_story_makes_no_document_and_survives(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.mark_read(A)
    assert store.state(A) is State.READ
    assert store.decision(A) is None
    assert TagStore.open(path, "anna").state(A) is State.READ
    store.close()
    assert TagStore.open(path, "anna").state(A) is State.READ
    assert documents(path) == []


def test_opening_a_story_is_nothing_to_undo(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO",))])
    store.mark_read(A)
    assert store.state(A) is State.READ
    assert store.undo() is not None
    assert store.state(A) is State.READ
    assert store.decision(A) is None


def test_opening_a_decided_story_leaves_its_state(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("done", [wish(A, state=State.DONE)])
    store.mark_read(A)
    assert store.state(A) is State.DONE
    store.undo()
    assert store.state(A) is State.READ


def test_a_wish_for_new_means_undecided_again(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.mark_read(A)
    store.act("later", [wish(A, state=State.LATER), wish(B, state=State.LATER)])
    store.act("not later", [wish(A, state=State.NEW), wish(B, state=State.NEW)])
    assert (store.state(A), store.state(B)) == (State.READ, State.NEW)


def test_others_changes_are_seen_once(path: Path) -> None:
    here, there = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    assert here.refresh() == frozenset()
    there.act("tag", [wish(A, add=("NATO",)), wish(B, add=("NATO",))])
    there.mark_read(C)
    assert here.refresh() == {A, B, C}
    assert here.tags(A) == ("NATO",)
    assert here.refresh() == frozenset()
    here.act("tag", [wish(A, add=("mine",))])
    assert here.refresh() == frozenset()


def test_what_an_act_came_to_know_of_others_is_told_at_the_next_refresh(path: Path) -> None:
    here, there = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    there.act("tag", [wish(A, add=("NATO",))])
    act = here.act("tag", [wish(A, add=("NATO",)), wish(B, add=("NATO",))])
    assert act is not None
    assert [change.story for change in act.changes] == [B]
    assert here.refresh() == {A}


def test_a_second_terminal_follows_over_full_segments(path: Path) -> None:
    here, there = TagStore.open(path, "anna", segment=600), TagStore.open(path, "bert", segment=600)
    for number in range(12):
        there.act("tag", [wish(A, add=(f"t{number:02}",))])
        if number % 5 == 4:
            assert here.refresh() == {A}
    here.act("tag", [wish(B, add=("mine",))])
    assert len(here.tags(A)) == 12
    assert there.refresh() == {B}
    assert (here.problems, there.problems) == ((), ())


def test_history_says_who_did_what(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna", segment=500), TagStore.open(path, "bert", segment=500)
    anna.act("tag NATO", [wish(A, add=("NATO",))])
    bert.act("spike", [wish(B, state=State.SPIKED)])
    bert.act("spike", [wish(A, state=State.SPIKED)])
    bert.undo()
    assert [(act.by, act.verb) for act in anna.history(A)] == [
        ("anna", "tag NATO"),
        ("bert", "spike"),
        ("bert", "undo spike"),
    ]


def test_matching(path: Path) -> None:
    store = TagStore.open(path, "Anna")
    store.act("a", [wish(A, add=("NATO",), state=State.DONE, note="Call the Desk")])
    store.act("b", [wish(B, state=State.LATER), wish(C, add=("sanctions",))])
    store.mark_read(C)
    expected = {
        "tag:nato": {A}, "tag:": {A, C}, "is:done": {A}, "is:later": {B}, "is:spiked": set(), "is:decided": {A},
        "is:read": {C}, "is:tagged": {A, C}, "is:noted": {A}, "note:desk": {A}, "note:": {A}, "note:x": set(),
        "by:anna": {A, B, C}, "by:bert": set(),
    }  # fmt: skip
    for text, stories in expected.items():
        name, _, value = text.partition(":")
        assert store.matching(Field(name, value)) == stories, text
    for name, value in (("is", "undecided"), ("is", "new"), ("is", "x"), ("person", "x")):
        with pytest.raises(QueryError) as raised:
            store.matching(Field(name, value, 7))
        assert raised.value.position == 7


def test_known_tags_follow_the_acts(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("a", [wish(A, add=("NATO", "x")), wish(B, add=("NATO",))])
    assert list(store.known_tags().items()) == [("NATO", 2), ("x", 1)]
    store.undo()
    assert not +store.known_tags()
    assert "NATO" not in store.known_tags()
    store.redo()
    assert store.known_tags()["NATO"] == 2


@pytest.mark.parametrize("given", ["missing/triage.json", "folder"])
def test_a_place_that_cannot_hold_a_store_is_refused_with_the_option(tmp_path: Path, given: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError) as raised:
        TagStore.open(tmp_path / given, "anna")
    assert "--store" in raised.value.hint
    assert str(tmp_path) in raised.value.message


def test_hostile_words_come_back_as_they_were(path: Path) -> None:
    tag, user = 'a"]}\n\x1b[31m\udcff', 'an\u202ena"\\'
    store = TagStore.open(path, user)
    store.act(tag, [wish(A, add=(tag,), note=tag)], view=tag)
    store.close()
    again = TagStore.open(path, user)
    assert again.tags(A) == (tag,)
    undone = again.undo()
    assert undone is not None
    assert (undone.of.by, undone.of.verb, undone.of.view) == (user, tag, tag)
