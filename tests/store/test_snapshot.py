"""The TinyDB file: damage, the backup, other programs, modes and links."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import backdate
from store_wishes import A, B, C, wish
from tinydb import TinyDB, where

from triage.errors import StoreError
from triage.model.decision import State
from triage.store import TagStore, check, snapshot
from triage.store.storage import ChangedMeanwhileError, SnapshotStorage


@pytest.fixture
def store(path: Path) -> TagStore:
    """A store with two snapshots, so that there is a backup, and one act that is only in the journal."""
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",), state=State.DONE)])
    store.snapshot()
    store.act("two", [wish(B, add=("two",))])
    store.mark_read(C)
    store.snapshot()
    store.act("three", [wish(C, add=("three",))])
    return store


def tags(path: Path) -> dict[str, list[str]]:
    with TinyDB(path) as db:
        return {document["story"]: document["tags"] for document in db.table("stories")}


ALL = {A: ["one"], B: ["two"], C: ["three"]}


def test_plain_tinydb_reads_it(path: Path, store: TagStore) -> None:
    store.close()
    assert tags(path) == ALL
    with TinyDB(path) as db:
        assert db.table("stories").get(doc_id=1) == {
            "story": A, "headline": "Headline aa", "path": "aa.txt", "tags": ["one"], "state": "done", "note": "",
            "decided_at": store.decision(A).decided_at, "by": "anna", "carried_from": [], "facts": {},
        }  # fmt: skip
        (meta,) = db.table("meta")
        assert (meta["schema"], meta["seq"]) == (1, 4)


def test_our_storage_serves_tinydb(path: Path, store: TagStore) -> None:
    store.close()
    with TinyDB(path, storage=SnapshotStorage) as db:
        db.table("stories").update({"note": "from a script"}, where("story") == A)
        assert db.table("stories").get(where("story") == A)["note"] == "from a script"
    assert tags(path) == ALL
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
    assert tags(path) == ALL
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
    assert tags(path) == ALL


def test_damage_found_by_the_other_process_is_mended_there(path: Path, store: TagStore) -> None:
    path.write_bytes(path.read_bytes()[:-9])
    backdate(path)
    assert snapshot(path)
    assert tags(path) == ALL
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


# Other programs


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
    assert tags(path)[A] == ["ours", "theirs"]
    assert (store.state(A), store.tags(A)) == (State.LATER, ("ours", "theirs"))
    assert store.decision(A).note == "n"


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
    assert tags(path) == {A: ["old"]}


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
    assert tags(copy)[A] == ["more", "one"]


def test_an_edit_by_hand_that_keeps_size_and_time_is_found_at_the_next_start(path: Path, store: TagStore) -> None:
    store.close()
    time = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(b'"two"', b'"TWO"'))
    os.utime(path, ns=(time, time))
    again = TagStore.open(path, "anna")
    assert again.tags(B) == ("TWO",)
    assert "another program" in again.problems[0].title


# Modes, groups and links


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_files_are_the_users_alone(path: Path, store: TagStore) -> None:
    store.close()
    names = {file.name for file in path.parent.iterdir()}
    assert names == {f"triage.json{end}" for end in ("", ".backup", ".journal", ".lock", ".snapshot-lock")}
    assert {mode_of(file) for file in path.parent.iterdir()} == {0o600}


def test_a_file_that_exists_keeps_its_mode_and_group_and_others_take_them(path: Path) -> None:
    path.touch()
    path.chmod(0o664)
    group = next((group for group in os.getgroups() if group != path.stat().st_gid), path.stat().st_gid)
    if os.geteuid() == 0:
        group = 12345
    os.chown(path, -1, group)
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    path.write_text(json.dumps({"meta": {"1": {"schema": 1, "seq": 0}}, "stories": {}}))
    backdate(path)
    store.close()
    files = [path, path.with_name("triage.json.journal"), path.with_name("triage.json.lock")]
    assert [mode_of(file) for file in files] == [0o664] * 3
    assert {file.stat().st_gid for file in files} == {group}
    assert tags(path) == {A: ["one"]}


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "decisions.json"
    path.symlink_to(target)
    by_link, by_name = TagStore.open(path, "anna"), TagStore.open(target, "bert")
    by_link.act("one", [wish(A, add=("one",))])
    assert by_name.refresh() == {A}
    by_link.close()
    assert path.is_symlink()
    assert tags(target) == {A: ["one"]}
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["triage.json"]


AS_NOBODY = """
import os, sys
from pathlib import Path
from triage.errors import StoreError
from triage.store import TagStore

if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    TagStore.open(Path(sys.argv[1]), "nobody")
except StoreError as error:
    print(error.message, "|", error.hint)
"""


def open_as_nobody(path: Path) -> str:
    command = [sys.executable, "-c", AS_NOBODY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout


@pytest.mark.parametrize("closed", ["folder", "triage.json", "triage.json.journal"])
def test_what_may_not_be_written_is_refused_with_the_option(path: Path, store: TagStore, closed: str) -> None:
    shut = path.parent if closed == "folder" else path.with_name(closed)
    if os.geteuid() == 0:
        for folder in (path.parent, *path.parent.parents[:2]):
            folder.chmod(0o755)
        if closed != "folder":
            path.parent.chmod(0o777)
            for file in set(path.parent.iterdir()) - {shut}:
                file.chmod(0o666)
    else:
        shut.chmod(0o500 if closed == "folder" else 0o000)
    try:
        said = open_as_nobody(path)
    finally:
        shut.chmod(0o700)
    assert str(shut) in said and "--store" in said


# Check


def test_check_has_nothing_to_say_of_a_good_store_and_brings_it_up_to_date(path: Path, store: TagStore) -> None:
    assert check(path) == ()
    assert tags(path) == ALL


def test_check_of_no_store_makes_none(path: Path) -> None:
    assert check(path) == ()
    assert list(path.parent.iterdir()) == []


def test_check_names_what_is_wrong(path: Path, store: TagStore) -> None:
    lines = path.with_name("triage.json.journal").read_bytes().splitlines(keepends=True)
    path.with_name("triage.json.journal").write_bytes(lines[0] + b"?\n" + lines[2] + b"".join(lines[3:]) + b"??\n")
    path.write_bytes(b"?")
    backdate(path)
    said = [f"{trouble.title}: {trouble.message}" for trouble in check(path)]
    expected = ("line 2 is not readable", "before line 3, act 2 is missing", "line 5 is not readable", "not whole JSON")
    assert len(said) == len(expected)
    assert all(words in message for words, message in zip(expected, said, strict=True))
    store.act("next", [wish(A, add=("next",))])
    store.snapshot()
    assert ["before line 3" in trouble.message for trouble in check(path)] == [True]
    assert tags(path) == {A: ["next", "one"], C: ["three"]}


def test_check_names_a_damaged_backup(path: Path, store: TagStore) -> None:
    store.snapshot()
    path.with_name("triage.json.backup").write_bytes(b"{}")
    assert [trouble.title for trouble in check(path)] == ["Backup damaged"]
    store.act("next", [wish(A, add=("next",))])
    store.snapshot()
    assert check(path) == ()


def test_check_says_why_a_store_cannot_be_used(tmp_path: Path) -> None:
    (trouble,) = check(tmp_path)
    assert "folder" in trouble.message and "--store" in trouble.hint
