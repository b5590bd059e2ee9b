"""A second process reads while many files wait; whatever becomes of it, every file is read once, as it stands in the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.ingest.inbox import Seen
from triage.work.hand import Hand
from triage.work.reading import MANY, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.work.one_file import Read

FILES = 2 * MANY


@pytest.fixture
def index(desk) -> Iterator[Index]:
    for path in desk.inbox.iterdir():
        path.unlink()
    for n in range(FILES):
        desk.add(f"{n}.txt", story(n), age=60.0 + n)
    with closing(Index.open(desk.locations.index, write=True)) as opened:
        yield opened


def story(n: int, word: str = "sails") -> str:
    return f"Ship number {n} {word}\n\nOSTBY (Sample Wire) - Ship number {n} {word} to Ostby, the harbor master said.\n"


def the_rest(reading: Reading) -> list[str]:
    """The paths of what is read until nothing waits, in order."""
    read: list[str] = []
    until = time.monotonic() + 60
    while reading.busy:
        read += [one.found.path for one in reading.slice()]
        assert time.monotonic() < until, (reading.files, reading.read)
    return read


def engaged(reading: Reading) -> Hand:
    """The second process, when it has been given something to read."""
    until = time.monotonic() + 60
    reading.look()
    hand = reading._engage()
    assert hand is not None
    reading._hand = hand
    while not reading._given:
        reading._handed()
        assert time.monotonic() < until
    return hand


def headlines(index: Index) -> set[str]:
    return {entry.headline for entry in index.entries(index.ids())}


def test_both_processes_read_every_file_once(desk, index):
    reading = Reading(desk.inbox, index)
    engaged(reading)
    assert (reading.files, reading.read) == (FILES, 0)
    assert sorted(the_rest(reading)) == sorted(f"{n}.txt" for n in range(FILES))
    assert headlines(index) == {f"Ship number {n} sails" for n in range(FILES)}
    assert (reading.read, reading._hand) == (FILES, None)


def test_it_goes_with_the_last_of_what_it_was_to_read(desk, index):
    reading = Reading(desk.inbox, index)
    reading.look()
    the_rest(reading)
    for n in range(FILES):
        desk.add(f"{n}.txt", story(n, "has sailed"), age=30.0 + n)
    engaged(reading)
    for n in range(FILES):
        (desk.inbox / f"{n}.txt").unlink()
    assert reading.notice([f"{n}.txt" for n in range(FILES)])
    assert reading.forget()
    assert (reading.files, reading.busy, reading._hand) == (0, False, None)
    assert not headlines(index)


def test_what_it_has_read_is_as_if_one_had_read_it(desk, index):
    reading, hand = Reading(desk.inbox, index), Hand(desk.inbox, follow_links=False)
    reading.look()
    wanted = [reading._wanted(seen)[0] for seen in reading._unread.values()][:5]
    with closing(hand):
        hand.give(wanted)
        done: list[tuple[Seen, Read]] = []
        while len(done) < len(wanted):
            done += hand.take(1.0)
    alone = [(seen, reading._read(seen)) for seen, _ in wanted]
    assert done == alone


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_its_end_loses_nothing(desk, index, number, monkeypatch):
    monkeypatch.setattr("triage.work.hand.PATIENCE", 0.3)
    reading = Reading(desk.inbox, index)
    hand = engaged(reading)
    os.kill(hand._process.pid, number)
    assert sorted(the_rest(reading)) == sorted(f"{n}.txt" for n in range(FILES))
    assert reading._hand is None


def test_what_it_had_still_to_read_is_read_newest_first(desk, index):
    reading = Reading(desk.inbox, index)
    hand = engaged(reading)
    hand._process.kill()
    hand._process.wait()
    reading._dismiss(hand)
    reading._helped = False
    assert the_rest(reading) == [f"{n}.txt" for n in range(FILES)]


def test_a_large_file_is_read_when_its_turn_comes(desk, index, monkeypatch):
    monkeypatch.setattr("triage.work.reading.LARGE", 10_000)
    desk.add("large.txt", story(FILES) + "\n" + "The harbor master said so. " * 500, age=65.5)
    reading = Reading(desk.inbox, index)
    engaged(reading)
    assert reading._given.keys() == {f"{n}.txt" for n in range(6)}
    while reading._given:
        reading._handed()
    assert reading._read(reading._unread.popitem()[1]).found.path == "large.txt"
    reading._handed()
    assert "6.txt" in reading._given


def test_one_that_is_stopped_does_not_stop_whoever_gives_it_more(desk, monkeypatch):
    monkeypatch.setattr("triage.work.hand.PATIENCE", 0.1)
    with closing(Hand(desk.inbox, follow_links=False)) as hand:
        os.kill(hand._process.pid, signal.SIGSTOP)
        with pytest.raises(OSError, match=r"."):
            hand.give([(Seen(f"{n:04000}", 1, 1), 0) for n in range(200)])


def test_a_file_that_changes_while_it_is_given_is_read_as_it_is_then(desk, index):
    reading = Reading(desk.inbox, index)
    engaged(reading)
    given = next(iter(reading._given))
    desk.add(given, story(1, "sinks"), age=30.0)
    assert reading.notice([given])
    assert (reading.files, reading.read) == (FILES, 0)
    the_rest(reading)
    assert "Ship number 1 sinks" in headlines(index)
    assert len(headlines(index)) == FILES
    reading.look()
    assert not reading.busy


def test_it_goes_when_all_has_been_read_before_it_was_there(desk, index, monkeypatch):
    monkeypatch.setattr("triage.work.hand.Hand.take", lambda *_: [])
    reading = Reading(desk.inbox, index)
    reading.look()
    hand = None
    while reading.busy:
        reading.slice()
        hand = hand or reading._hand
    assert hand is not None
    assert hand._process.returncode is not None
    assert (reading.read, reading._hand) == (FILES, None)


def test_few_files_are_read_by_one(desk, index):
    for n in range(MANY, FILES):
        (desk.inbox / f"{n}.txt").unlink()
    reading = Reading(desk.inbox, index)
    reading.look()
    while reading.busy:
        reading.slice()
        assert reading._hand is None
    assert reading.read == MANY


def test_it_ends_with_the_one_that_started_it(desk):
    script = (
        "import pathlib, sys; from triage.work.hand import Hand\n"
        "hand = Hand(pathlib.Path(sys.argv[1]), follow_links=False)\n"
        "print(hand._process.pid, flush=True); sys.stdin.read()"
    )
    run = [sys.executable, "-c", script, str(desk.inbox)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        pid = int(owner.stdout.readline())
        owner.kill()
    until = time.monotonic() + 30
    while is_there(pid):
        assert time.monotonic() < until
        time.sleep(0.05)  # no child of ours: there is nothing to wait on


def is_there(pid: int) -> bool:
    """Whether the process runs: one that has ended may wait for somebody to hear of it."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
