"""The journal: torn lines, damaged ones, full disks, segments."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_wishes import A, B, C, wish

from triage.errors import StoreError
from triage.model.decision import Act, Change, State
from triage.model.story import StoryId
from triage.store import TagStore, snapshot
from triage.store.files import StoreFiles, held
from triage.store.lines import Line, decode, encode, seq_of
from triage.store.segments import line_of, read_after, read_stretch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

words = st.text(max_size=12)
stamps = st.tuples(st.none() | words, st.none() | words)
changes = st.builds(
    Change,
    story=words.map(StoryId),
    headline=words,
    path=st.none() | words,
    added=st.lists(words, max_size=2).map(tuple),
    removed=st.lists(words, max_size=2).map(tuple),
    state=st.none() | st.tuples(st.sampled_from(State), st.sampled_from(State)),
    note=st.none() | st.tuples(words, words),
    stamp=st.tuples(stamps, stamps),
)
acts = st.builds(
    Act,
    seq=st.just(0),
    at=words,
    by=words,
    verb=words,
    changes=st.lists(changes, max_size=2).map(tuple),
    view=words,
    cursor=st.none() | words.filter(bool).map(StoryId),
    undoes=st.none() | st.integers(1, 99),
    redoes=st.none() | st.integers(1, 99),
)


def journal_of(path: Path) -> Path:
    return path.with_name("triage.json.journal")


def numbered(seq: int, note: str = "") -> bytes:
    return encode(Line(seq, read=(StoryId(note or str(seq)),)))


@given(acts, st.integers(1, 10**12))
def test_a_line_comes_back_as_it_was(act: Act, seq: int) -> None:
    line = Line(seq, replace(act, seq=seq))
    raw = encode(line)
    assert raw.endswith(b"\n") and raw.count(b"\n") == 1
    assert json.loads(raw)["seq"] == seq_of(raw[:-1]) == seq
    assert decode(raw[:-1]) == line


@given(acts, st.data())
def test_a_damaged_line_is_never_taken_for_one(act: Act, data: st.DataObject) -> None:
    raw = bytearray(encode(Line(3, act))[:-1])
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    assert decode(bytes(raw)) is None
    assert decode(bytes(raw[:place])) is None


def test_a_line_whose_words_are_not_ours_is_damaged_not_fatal() -> None:
    for body in (
        b'"seq":7,"verb":1}',
        b'"seq":7,"verb":"x","at":1,"by":"a","changes":[{}]}',
        b'"seq":7,[[[[',
        b'"seq":-7,}',
    ):
        assert decode(b'{"sum":"%08x",%b' % (zlib.crc32(body), body)) is None


garbage = st.binary(max_size=60) | st.sampled_from([b"\n", b"\n\n", b"\0" * 20, numbered(2)[:-5], b"{}\n"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | garbage, max_size=30), st.integers(0, 12))
def test_good_lines_are_found_whatever_stands_between_them(pieces: list[bytes | None], after: int) -> None:
    """None stands for a good line."""
    content, seq = b"", 0
    for piece in pieces:
        if piece is None:
            seq += 1
            content += (b"" if content.endswith(b"\n") or not content else b"\n") + numbered(seq)
        elif seq_of(piece.strip(b"\n")) is None:
            content += piece
    file = io.BytesIO(content)
    stretch = read_after(file, after)
    assert [line.seq for line in stretch.lines] == list(range(after + 1, seq + 1))
    assert stretch.missing == 0
    for number in range(1, seq + 1):
        line = line_of(file, number)
        assert line is not None and line.seq == number


def test_the_newest_lines_of_a_long_segment_are_found_by_halves() -> None:
    file = io.BytesIO(b"".join(numbered(seq, "x" * (seq % 700)) for seq in range(1, 3000)))
    for after in (0, 1, 999, 2500, 2998):
        assert [line.seq for line in read_after(file, after).lines] == list(range(after + 1, 3000))
        line = line_of(file, after + 1)
        assert line is not None and line.seq == after + 1
    assert line_of(file, 3000) is None


def test_a_line_that_is_just_being_written_is_left_for_later() -> None:
    whole = numbered(1)
    for cut in range(1, len(numbered(2)) - 1):
        stretch = read_stretch(io.BytesIO(whole + numbered(2)[:cut]), 0, 0)
        assert ([line.seq for line in stretch.lines], stretch.end, stretch.damaged) == ([1], len(whole), 0)


def test_a_line_that_lacks_but_its_newline_counts(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    store.act("two", [wish(A, add=("two",))])
    journal_of(path).write_bytes(journal_of(path).read_bytes()[:-1])
    assert TagStore.open(path, "anna").tags(A) == ("one", "two")
    assert store.refresh() in (frozenset(), {A})
    store.act("three", [wish(A, add=("three",))])
    again = TagStore.open(path, "bert")
    assert (again.tags(A), again.problems) == (("one", "three", "two"), ())
    assert snapshot(path)
    assert TagStore.open(path, "anna").undo() is not None


@pytest.mark.parametrize("torn", [b'{"sum":"', b"\0\0\0", b"not ours", numbered(2)[:-1]])
def test_a_torn_line_spoils_only_itself(path: Path, torn: bytes) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    with journal_of(path).open("ab") as file:
        file.write(torn)
    other = TagStore.open(path, "bert")
    other.act("two", [wish(B, add=("two",))])
    store.refresh()
    assert store.tags(B) == ("two",)
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.tags(B)) == (("one",), ("two",))
    if torn.startswith(b"{") and torn.endswith(b"}"):  # whole but for its newline: it counts, and the next is the third
        assert [act.seq for act in again.history(B)] == [3]
    else:
        assert "no act is missing" in again.problems[0].message
        assert [act.seq for act in again.history(B)] == [2]


def test_a_damaged_line_is_left_out_and_reported(path: Path) -> None:
    store = TagStore.open(path, "anna")
    for number, story in enumerate((A, B, C)):
        store.act(f"tag {number}", [wish(story, add=("x",))])
    lines = journal_of(path).read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"added":["x"]', b'"added":["y"]')
    journal_of(path).write_bytes(b"".join(lines))
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.tags(B), again.tags(C)) == (("x",), (), ("x",))
    (problem,) = again.problems
    assert "1" in problem.message and str(journal_of(path)) in problem.message
    act = again.act("next", [wish(B, add=("z",))])
    assert act is not None and act.seq == 4


def test_a_journal_that_is_exchanged_under_a_running_store_is_read_anew(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    store.act("two", [wish(B, add=("two",))])
    first = journal_of(path).read_bytes().splitlines(keepends=True)[0]
    journal_of(path).unlink()
    journal_of(path).write_bytes(first)
    assert store.refresh() == {B}
    assert (store.tags(A), store.tags(B)) == (("one",), ())
    act = store.act("three", [wish(C, add=("three",))])
    assert act is not None and act.seq == 2


def test_a_journal_that_is_rewritten_in_place_is_read_anew(path: Path) -> None:
    store, other = TagStore.open(path, "anna"), TagStore.open(path.with_name("other.json"), "anna")
    store.act("one", [wish(A, add=("one",))])
    other.act("one", [wish(B, add=("another, and a longer name",))])
    other.act("two", [wish(C, add=("two",))])
    journal_of(path).write_bytes(path.with_name("other.json.journal").read_bytes())
    assert store.refresh() == {A, B, C}
    assert (store.tags(A), store.tags(C)) == ((), ("two",))


def test_an_act_is_on_the_disk_before_it_is_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TagStore.open(path, "anna")
    synced: list[tuple[int, tuple[str, ...]]] = []

    def fsync(descriptor: int, really: Callable[[int], None] = os.fsync) -> None:
        really(descriptor)
        synced.append((os.fstat(descriptor).st_size, store.tags(A)))

    monkeypatch.setattr(os, "fsync", fsync)
    store.act("one", [wish(A, add=("one",))])
    size = journal_of(path).stat().st_size
    assert (size, ()) in synced
    synced.clear()
    store.undo()
    assert synced == [(journal_of(path).stat().st_size, ("one",))]


def test_a_journal_that_is_deleted_takes_nothing_that_the_snapshot_has(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    store.snapshot()
    journal_of(path).unlink()
    act = store.act("two", [wish(B, add=("two",))])
    assert act is not None and act.seq == 2
    store.close()
    again = TagStore.open(path, "anna")
    assert (again.tags(A), again.tags(B), again.problems) == (("one",), ("two",), ())


FILL = """
import resource, signal, sys
from pathlib import Path
from triage.errors import StoreError
from triage.model.decision import Wish
from triage.store import TagStore, snapshot

store = TagStore.open(Path(sys.argv[1]), "anna")
store.act("first", [Wish("a" * 16, "Headline", "a.txt", add=("kept",))])
size = Path(sys.argv[1] + ".journal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, resource.RLIM_INFINITY))
try:
    store.act("second", [Wish("b" * 16, "Headline", "b.txt", add=("lost",))])
except StoreError as error:
    print(error.title)
print(store.tags("b" * 16), store.undo.__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
act = store.act("third", [Wish("b" * 16, "Headline", "b.txt", add=("kept",))])
print(act.seq, store.tags("b" * 16))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    store.close()
except StoreError as error:
    print(error.title)
"""


def test_a_full_disk_changes_nothing_and_says_so(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FILL, path], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.splitlines() == ["Not saved", "() undo", "2 ('kept',)", "Not saved"], done.stderr
    assert not StoreFiles.at(path).beside("new").exists()
    again = TagStore.open(path, "anna")
    assert again.problems == ()
    assert (again.tags(A), again.tags(B)) == (("kept",), ("kept",))
    assert again.snapshot()


def test_a_lock_that_is_never_given_back_is_an_error_not_a_wait(path: Path) -> None:
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    files = StoreFiles.at(path)
    with held(files, files.lock), pytest.raises(StoreError, match="lock"), held(files, files.lock, wait=0.05):
        pass
    assert store.act("two", [wish(A, add=("two",))]) is not None
