"""Verdicts on facts: in the document, in the journal, back again, and beside what others say."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, backdate, wish
from tinydb import TinyDB, where

from triage.model.decision import Ruling
from triage.model.verdict import REJECTED
from triage.store import TagStore
from triage.store.lines import decode

if TYPE_CHECKING:
    from pathlib import Path


def facts_in(path: Path) -> dict[str, dict[str, str]]:
    """The verdicts by story, as plain TinyDB reads them."""
    with TinyDB(path) as db:
        return {document["story"]: document["facts"] for document in db.table("stories")}


def facts_of(store: TagStore) -> dict[str, str]:
    """The verdicts on the facts of story A."""
    decision = store.decision(A)
    return dict(decision.facts) if decision else {}


def test_a_verdict_alone_makes_a_document_and_taking_it_back_leaves_none(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("reject", [wish(A, verdicts=(("f1", REJECTED),))])
    store.act("correct", [wish(B, verdicts=(("f2", "place"),))])
    store.close()
    assert facts_in(path) == {A: {"f1": "rejected"}, B: {"f2": "place"}}
    store = TagStore.open(path, "anna")
    assert facts_of(store) == {"f1": "rejected"}
    assert store.act("keep", [wish(A, verdicts=(("f1", None),))]) is not None
    assert store.act("keep", [wish(A, verdicts=(("f1", None),))]) is None
    assert store.decision(A) is None
    store.close()
    assert facts_in(path) == {B: {"f2": "place"}}


def test_a_verdict_is_one_line_and_comes_back_after_a_crash(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("tag", [wish(A, add=("NATO",))])
    store.act("reject", [wish(A, verdicts=(("f2", REJECTED), ("f1", "person")))])
    tag, reject = (json.loads(line) for line in path.with_name("triage.json.journal").read_bytes().splitlines())
    assert "facts" not in tag["changes"][0]
    assert reject["changes"][0]["facts"] == {"f1": [None, "person"], "f2": [None, "rejected"]}
    assert facts_of(TagStore.open(path, "anna")) == {"f1": "person", "f2": "rejected"}


def test_a_line_from_before_there_were_verdicts_is_read() -> None:
    rest = b'"seq":7,"at":"2018-04-27T14:02:03.123Z","by":"anna","verb":"tag NATO","changes":[{"story":"aa","headline":"H","path":null,"added":["NATO"]}]}'
    line = decode(b'{"sum":"%08x",%b' % (zlib.crc32(rest), rest))
    assert line is not None and line.act is not None
    assert (line.act.changes[0].added, line.act.changes[0].facts) == (("NATO",), ())


def test_undo_takes_back_the_verdicts_that_nobody_has_changed_since(path: Path) -> None:
    anna, bert = TagStore.open(path, "anna"), TagStore.open(path, "bert")
    anna.act("correct", [wish(A, verdicts=(("f1", "place"), ("f2", "place")))])
    anna.act("reject", [wish(A, verdicts=(("f1", REJECTED), ("f2", REJECTED)))])
    bert.act("correct", [wish(A, verdicts=(("f2", "person"),))])
    undone = anna.undo()
    assert undone is not None
    assert undone.skipped == (A,)
    assert undone.act.changes[0].facts == (Ruling("f1", "rejected", "place"),)
    assert bert.refresh() == {A}
    assert facts_of(bert) == facts_of(anna) == {"f1": "place", "f2": "person"}
    redone = anna.redo()
    assert redone is not None
    assert facts_of(anna) == {"f1": "rejected", "f2": "person"}


def test_what_another_program_says_about_one_fact_joins_what_we_say_about_another(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("first", [wish(A, verdicts=(("f1", REJECTED), ("f2", "place")))])
    store.snapshot()
    with TinyDB(path) as db:
        db.table("stories").update({"facts": {"f2": "person", "f3": "rejected"}}, where("story") == A)
    backdate(path)
    store.act("since", [wish(A, verdicts=(("f4", "date"),))])
    store.close()
    assert facts_in(path)[A] == {"f2": "person", "f3": "rejected", "f4": "date"}
    theirs = list(store.history(A))[-1].changes[0].facts
    assert theirs == (Ruling("f1", "rejected", None), Ruling("f2", "place", "person"), Ruling("f3", None, "rejected"))


@pytest.mark.parametrize("facts", [{"f1": 1}, {"f1": None}, ["f1"]])
def test_verdicts_that_cannot_be_read_are_refused(path: Path, store: TagStore, facts: object) -> None:
    with TinyDB(path) as db:
        db.table("stories").update({"facts": facts}, where("story") == A)
    backdate(path)
    again = TagStore.open(path, "anna")
    assert again.tags(A) == ("one",)
    assert facts_of(again) == {}
    assert "facts is not an object of strings" in again.problems[0].message
