"""The TinyDB file: who can read it, and what happens when it is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_wishes import A, B, C, backdate, tags_in, wish
from tinydb import TinyDB, where

from triage.errors import StoreError
from triage.model.decision import State
from triage.store import TagStore, check, snapshot
from triage.store.storage import ChangedMeanwhileError, SnapshotStorage

if TYPE_CHECKING:
    from pathlib import Path

ALL = {A: ["one"], B: ["two"], C: ["three"]}


def test_plain_tinydb_reads_it(path: Path, store: TagStore) -> None:
    store.close()
    assert tags_in(path) == ALL
    with TinyDB(path) as db:
        assert db.table("stories").get(doc_id=1) == {
            "story": A, "headline": "Headline aa", "path": "aa.txt", "tags": ["one"], "state": "done", "note": "",
            "decided_at": store.decision(A).decided_at, "by": "anna", "carried_from": [], "facts": {}, "refused": [],
        }  # fmt: skip
        (meta,) = db.table("meta")
        assert (meta["schema"], meta["seq"]) == (1, 4)


def test_our_storage_serves_tinydb(path: Path, store: TagStore) -> None:
    store.close()
    with TinyDB(path, storage=SnapshotStorage) as db:
        db.table("stories").update({"note": "from a script"}, where("story") == A)
        assert db.table("stories").get(where("story") == A)["note"] == "from a script"
    assert tags_in(path) == ALL
    assert not path.with_name("triage.json.new").exists()


def test_our_storage_replaces_only_what_it_has_read(path: Path, store: TagStore) -> None:
    store.close()
    storage = SnapshotStorage(path)
    tables = storage.read()
    with TinyDB(path) as db:
        db.table("stories").update({"note": "quicker"}, where("story") == A)
    with pytest.raises(ChangedMeanwhileError):
        storage.write(tables)
    with TinyDB(path) as db:
        assert db.table("stories").get(where("story") == A)["note"] == "quicker"


DAMAGES = {
    "empty": lambda content: b"",
    "cut": lambda content: content[:-20],
    "not JSON": lambda content: b"\x00\xff" * 40,
    "deep": lambda content: b"[" * 100_000,
    "a list": lambda content: b"[1, 2]",
    "no tables": lambda content: b'{"stories": 7}',
    "no stories": lambda content: b'{"meta": {"1": {"schema": 1, "seq": 3}}}',
    "tables dropped": lambda content: b"{}",
    "a flipped number": lambda content: content.replace(b'"seq": ', b'"seq": 9', 1).replace(b"}", b"", 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_kept_aside_and_made_again(path: Path, store: TagStore, damage: str) -> None:
    spoilt = DAMAGES[damage](path.read_bytes())
    path.write_bytes(spoilt)
    backdate(path)
    again = TagStore.open(path, "anna")
    assert {story: list(again.tags(story)) for story in (A, B, C)} == ALL
    assert again.state(C) is State.READ
    (problem,) = again.problems
    (kept,) = path.parent.glob("triage.json.damaged-*")
    assert kept.read_bytes() == spoilt
    assert kept.name in problem.hint and str(path) in problem.message
    assert tags_in(path) == ALL
    assert TagStore.open(path, "anna").problems == ()


@pytest.mark.parametrize("spoil_backup", [False, True])
def test_damage_to_file_and_backup_leaves_the_journal(path: Path, store: TagStore, spoil_backup: bool) -> None:
    backup = path.with_name("triage.json.backup")
    if spoil_backup:
        backup.write_bytes(b"?")
    else:
        backup.unlink()
    path.write_bytes(b"?")
    backdate(path)
    again = TagStore.open(path, "anna")
    assert {story: list(again.tags(story)) for story in (A, B, C)} == ALL
    assert "journal alone" in again.problems[0].message


def test_a_file_that_is_gone_is_made_again(path: Path, store: TagStore) -> None:
    path.unlink()
    again = TagStore.open(path, "anna")
    assert "missing" in again.problems[0].title
    assert tags_in(path) == ALL


def test_damage_found_by_the_other_process_is_mended_there(path: Path, store: TagStore) -> None:
    path.write_bytes(path.read_bytes()[:-9])
    backdate(path)
    assert snapshot(path)
    assert tags_in(path) == ALL
    assert store.refresh() == frozenset()
    assert store.act("four", [wish(A, add=("four",))]) is not None


def test_an_empty_file_without_a_history_is_a_new_store(path: Path) -> None:
    TinyDB(path).close()  # makes one
    store = TagStore.open(path, "anna")
    assert (store.problems, dict(store.decisions())) == ((), {})


def test_a_newer_versions_file_is_not_touched(path: Path, store: TagStore) -> None:
    store.close()
    with TinyDB(path) as db:
        db.table("meta").update({"schema": 2})
    content = path.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        TagStore.open(path, "anna")
    assert path.read_bytes() == content
    assert "newer version" in check(path)[0].message
