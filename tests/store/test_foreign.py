"""What other programs write into the file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, backdate, tags_in, wish
from tinydb import TinyDB, where

from triage.model.decision import State
from triage.model.query import Field
from triage.store import TagStore, check, snapshot

if TYPE_CHECKING:
    from pathlib import Path


def test_another_programs_changes_are_taken_over_and_ours_are_kept(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        table = db.table("stories")
        table.update({"tags": ["theirs"], "state": "spiked", "colour": "red"}, where("story") == A)
        table.remove(where("story") == B)
        table.insert({"story": "d" * 16, "tags": ["new"]})
        db.table("their own").insert({"x": 1})
    backdate(path)
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.state(A), again.decision(B)) == (("theirs",), State.SPIKED, None)
    assert again.tags(C) == ("three",)
    assert again.tags("d" * 16) == ("new",)
    (problem,) = again.problems
    assert "3 stories" in problem.message and str(path) in problem.message
    assert store.refresh() == {A, B, "d" * 16}
    assert store.tags(A) == ("theirs",)
    assert "another program" in store.problems[0].title
    store.close()
    with TinyDB(path) as db:
        assert db.table("stories").get(where("story") == A)["colour"] == "red"
        assert db.table("stories").get(where("story") == "d" * 16).doc_id == 2
        assert db.table("their own").all() == [{"x": 1}]
    last = list(store.history(A))[-1]
    assert (last.by, last.changes[0].added, last.changes[0].removed) == ("another program", ("theirs",), ("one",))
    assert TagStore.open(path, "anna").problems == ()


def test_a_change_to_the_same_story_at_the_same_time_joins_ours(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        db.table("stories").update({"tags": ["one", "theirs"], "note": "n"}, where("story") == A)
    backdate(path)
    store.act("ours", [wish(A, add=("ours",), remove=("one",), state=State.LATER)])
    store.close()
    assert tags_in(path)[A] == ["ours", "theirs"]
    assert (store.state(A), store.tags(A)) == (State.LATER, ("ours", "theirs"))
    assert store.decision(A).note == "n"


def test_what_we_decided_since_outlives_their_removing_it(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        db.table("stories").remove(where("story") == A)
        db.table("stories").remove(where("story") == B)
    backdate(path)
    store.act("since", [wish(B, add=("since",))])
    store.close()
    assert tags_in(path) == {B: ["since", "two"], C: ["three"]}


def test_a_field_of_theirs_keeps_the_document(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        db.table("stories").update({"colour": "red"}, where("story") == B)
    backdate(path)
    store.snapshot()
    store.act("untag", [wish(B, remove=("two",))])
    assert store.decision(B) is not None
    assert store.matching(Field("is", "tagged")) == {A, C}


def test_nothing_is_taken_for_removed_when_what_was_there_is_not_known(path: Path, store: TagStore) -> None:
    store.close()
    path.with_name("triage.json.backup").unlink()
    journal = path.with_name("triage.json.journal")
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[1:]))
    with TinyDB(path) as db:
        db.table("stories").remove(where("story") == B)
        db.table("stories").update({"note": "n"}, where("story") == A)
    backdate(path)
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.tags(B), again.tags(C)) == (("one",), ("two",), ("three",))
    assert again.decision(A).note == "n"


def test_a_program_that_holds_the_file_open_is_heard(path: Path, store: TagStore) -> None:
    """Its file has become the backup when it writes."""
    with TinyDB(path) as db:
        db.table("stories").all()
        store.snapshot()
        db.table("stories").update({"note": "late"}, where("story") == A)
        db.table("stories").remove(where("story") == B)
    backdate(path.with_name("triage.json.backup"))
    assert snapshot(path)
    assert not snapshot(path)
    assert store.refresh() == {A, B}
    assert (store.decision(A).note, store.decision(B), store.tags(C)) == ("late", None, ("three",))
    assert tags_in(path) == {A: ["one"], C: ["three"]}
    assert TagStore.open(path, "anna").problems == check(path) == ()


def test_a_change_is_taken_over_once(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        db.table("stories").update({"tags": ["one", "theirs"]}, where("story") == A)
    backdate(path)
    theirs = path.read_bytes()
    store.snapshot()
    store.act("no", [wish(A, remove=("theirs",))])
    path.write_bytes(theirs)  # as if the program had died between taking it over and replacing the file
    path.with_name("triage.json.backup").unlink()
    backdate(path)
    assert TagStore.open(path, "anna").tags(A) == ("one",)


def test_what_cannot_be_a_document_is_kept_aside(path: Path, store: TagStore) -> None:
    with TinyDB(path) as db:
        table = db.table("stories")
        table.update({"tags": "theirs"}, where("story") == A)
        table.update({"note": "fine"}, where("story") == B)
        table.insert({"story": B, "tags": ["again"]})
        table.insert({"nothing": "of ours"})
    backdate(path)
    theirs = path.read_bytes()
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.tags(B), again.decision(B).note) == (("one",), ("two",), "fine")
    (kept,) = path.parent.glob("triage.json.changed-*")
    assert kept.read_bytes() == theirs
    assert kept.name in again.problems[0].hint


def test_a_file_that_only_another_program_has_ever_written_is_taken_over(path: Path) -> None:
    with TinyDB(path) as db:
        db.table("stories").insert({"story": A, "tags": ["old"], "state": "done"})
    backdate(path)
    store = TagStore.open(path, "anna")
    assert (store.tags(A), store.state(A)) == (("old",), State.DONE)
    store.close()
    assert tags_in(path) == {A: ["old"]}


def test_a_copy_of_the_file_alone_is_a_store(path: Path, store: TagStore, tmp_path: Path) -> None:
    store.close()
    copy = tmp_path / "copy" / "triage.json"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert not snapshot(copy)
    moved = TagStore.open(copy, "anna")
    assert (moved.problems, moved.tags(A)) == ((), ("one",))
    act = moved.act("more", [wish(A, add=("more",))])
    assert act is not None and act.seq == 5
    moved.close()
    assert tags_in(copy)[A] == ["more", "one"]


def test_a_copy_of_the_file_alone_that_was_edited_goes_on_counting(path: Path, store: TagStore) -> None:
    store.close()
    copy = path.with_name("copy.json")
    copy.write_bytes(path.read_bytes().replace(b'"two"', b'"TWO"'))
    moved = TagStore.open(copy, "anna")
    assert (moved.tags(A), moved.tags(B)) == (("one",), ("TWO",))
    act = moved.act("more", [wish(A, add=("more",))])
    assert act is not None and act.seq > 5
    assert TagStore.open(copy, "anna").tags(A) == ("more", "one")


def test_an_edit_by_hand_that_keeps_size_and_time_is_found_at_the_next_start(path: Path, store: TagStore) -> None:
    store.close()
    time = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(b'"two"', b'"TWO"'))
    os.utime(path, ns=(time, time))
    again = TagStore.open(path, "anna")
    assert again.tags(B) == ("TWO",)
    assert "another program" in again.problems[0].title


@pytest.mark.parametrize("wrong", [{"refused": None}, {"refused": "NATO"}, {"refused": [1]}, {"muted": "no"}])
def test_a_field_that_cannot_be_meant_is_refused_and_the_store_opens(
    path: Path, store: TagStore, wrong: dict[str, object]
) -> None:
    with TinyDB(path) as db:
        db.table("stories").update({"note": "theirs"} | wrong, where("story") == A)
    backdate(path)
    again = TagStore.open(path, "anna")
    assert again.tags(A) == store.tags(A)
    assert again.decision(A) == store.decision(A)
    assert "not all of it could be taken over" in again.problems[0].message
