"""What `check` says of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store_wishes import A, B, C, backdate, tags_in, wish

from triage.store import TagStore, check

if TYPE_CHECKING:
    from pathlib import Path

ALL = {A: ["one"], B: ["two"], C: ["three"]}


def test_check_has_nothing_to_say_of_a_good_store_and_brings_it_up_to_date(path: Path, store: TagStore) -> None:
    assert check(path) == ()
    assert tags_in(path) == ALL


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
    assert tags_in(path) == {A: ["next", "one"], C: ["three"]}


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
