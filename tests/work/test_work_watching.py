"""What the file system tells of the inbox, and what becomes of it: real events, a real worker, deadlines and no naps."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from triage.errors import IndexUnusableError
from triage.index import Index
from triage.model.entry import Trouble
from triage.settings import load
from triage.work.desk import RELOOK_EVERY
from triage.work.desk import Desk as Work
from triage.work.server import Server
from triage.work.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30.0
"""Seconds after which what has not come will not come, on however busy a machine."""

STORY = "{headline}\n\nOSTBY (Sample Wire) - The ferry was late on Tuesday, the harbor master said.\n"
REMOTE = "36 35 0:42 / {at} rw - nfs4 server:/export rw\n25 1 8:1 / / rw - ext4 /dev/sda1 rw\n"


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch):
    """What the worker does after seconds in which nobody wants anything, it does sooner."""
    monkeypatch.setattr("triage.work.server.GRACE", 0.5)
    monkeypatch.setattr("triage.work.watching.AGAIN", 0.2)
    monkeypatch.setattr("triage.work.desk.LOOK_EVERY", 0.2)


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another thread brings about."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.01)  # the watch keeps what it is told until it is asked: nothing says that there is some


class Ear:
    """A watch, and all that it has told."""

    def __init__(self, inbox: Path) -> None:
        self.watch = Watch(inbox)
        self.told: set[str] = set()

    def hears(self, *paths: str) -> None:
        """Wait until these have been told."""
        until(lambda: self.told.issuperset(paths) or self._listen())
        self.told.clear()

    def begin(self) -> None:
        def began() -> bool:
            self.watch.ensure()
            return self.watch.alive

        until(began)

    def _listen(self) -> bool:
        self.told |= self.watch.taken()
        return False


@pytest.fixture
def ear(tmp_path) -> Iterator[Ear]:
    inbox = tmp_path / "in"
    inbox.mkdir()
    made = Ear(inbox)
    made.begin()
    yield made
    made.watch.close()


def test_a_file_that_comes_changes_or_goes_is_told(ear, tmp_path):
    path = tmp_path / "in" / "a.txt"
    path.write_text("one")
    ear.hears("a.txt")
    path.write_text("two")
    ear.hears("a.txt")
    path.rename(path.with_name("b.txt"))
    ear.hears("a.txt", "b.txt")
    path.with_name("b.txt").unlink()
    ear.hears("b.txt")


def test_subfolders_are_watched_also_those_that_come_later(ear, tmp_path):
    deep = tmp_path / "in" / "sport" / "today"
    deep.mkdir(parents=True)
    ear.hears("sport")
    (deep / "a.txt").write_text("one")
    ear.hears("sport/today/a.txt")


def test_a_folder_that_goes_is_told_and_watched_again_when_it_is_back(ear, tmp_path):
    shutil.rmtree(tmp_path / "in")
    ear.hears(".")
    assert not ear.watch.alive
    (tmp_path / "in").mkdir()
    ear.begin()
    (tmp_path / "in" / "a.txt").write_text("one")
    ear.hears("a.txt")


def test_a_folder_that_is_not_there_is_not_watched(tmp_path):
    watch = Watch(tmp_path / "nowhere")
    watch.ensure()
    assert not watch._running


def test_a_file_system_that_tells_nothing_is_not_watched(tmp_path):
    table = tmp_path / "mounts"
    table.write_text(REMOTE.format(at=tmp_path / "share"))
    (tmp_path / "share" / "in").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    for folder, local in (("share/in", False), ("here", True)):
        watch = Watch(tmp_path / folder, str(table))
        watch.ensure()
        assert watch._running == local
        watch.close()


@pytest.mark.parametrize(
    ("mount", "inbox", "local"),
    [
        ("my\\040share", "my share/in", False),
        ("in/agency", "in", False),
        ("in", "inside", True),
        ("in", "in/sport", False),
    ],
)
def test_a_share_is_known_by_its_name_with_a_space_and_below_the_inbox(tmp_path, mount, inbox, local):
    table = tmp_path / "mounts"
    table.write_text(REMOTE.format(at=tmp_path / mount))
    (tmp_path / inbox).mkdir(parents=True)
    watch = Watch(tmp_path / inbox, str(table))
    assert watch._local == local
    watch.close()


class Room:
    """A worker in a thread, with a session that listens, and a reader of its index."""

    def __init__(self, desk, mounts: str | None = None, *, follow_links: bool = False) -> None:
        self.desk = desk
        self._settings = replace(load(None), follow_links=follow_links)
        self._mounts = mounts
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._line = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> Room:
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        self._line.connect(str(self.desk.locations.worker_socket))
        until(lambda: len(self.headlines()) >= 5)
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        locations = self.desk.locations
        locations.cache.mkdir(parents=True, exist_ok=True)
        with (
            closing(Index.open(locations.index, write=True)) as index,
            closing(Server(locations.worker_socket)) as server,
        ):
            self.work = Work(locations, self._settings, index, server)
            self.work._analysis.trouble = Trouble("No pipeline", "Facts are not what is asked here.")
            if self._mounts:
                self.work._watch = Watch(locations.inbox, self._mounts)
            self._ready.set()
            self.work.work()

    def headlines(self) -> list[str]:
        with suppress(IndexUnusableError), closing(Index.open(self.desk.locations.index)) as index:
            return [entry.headline for entry in index.entries(index.ids(every_version=True))]
        return []

    def knows(self, path: str) -> bool:
        with closing(Index.open(self.desk.locations.index)) as index:
            return self.hears() and index.file(path) is not None

    def lists(self, headline: str) -> None:
        until(lambda: self.hears() and headline in self.headlines())

    def lists_no_more(self, headline: str) -> None:
        until(lambda: self.hears() and headline not in self.headlines())

    def hears(self) -> bool:
        """What the worker tells is taken off the line, so that it goes on telling."""
        self._line.setblocking(False)
        with suppress(BlockingIOError):
            self._line.recv(1 << 20)
        return True


def arrivals(room: Room) -> None:
    """Stories come by renaming, by writing slowly, in a new subfolder; one changes, one goes, and the inbox too for a while."""
    inbox = room.desk.inbox
    room.desk.add("a.part", STORY.format(headline="Ferry comes by rename")).rename(inbox / "a.txt")
    room.lists("Ferry comes by rename")
    with (inbox / "slow.txt").open("w") as file:
        for piece in STORY.format(headline="Ferry comes slowly").partition("The"):
            file.write(piece)
            file.flush()
    room.lists("Ferry comes slowly")
    (inbox / "sub" / "deep").mkdir(parents=True)
    room.desk.add("sub/deep/b.txt", STORY.format(headline="Ferry comes in a folder"))
    room.lists("Ferry comes in a folder")
    room.desk.add("sport.txt", STORY.format(headline="Ferry in place of sport"), age=1)
    room.lists("Ferry in place of sport")
    room.lists_no_more("Late goal sends Ostby through")
    shutil.rmtree(inbox / "sub")
    room.lists_no_more("Ferry comes in a folder")
    there = len(room.headlines())
    away = inbox.rename(inbox.with_name("away"))
    until(lambda: room.hears() and room.work._reading.trouble is not None)
    assert len(room.headlines()) == there
    away.rename(inbox)
    room.desk.add("new.txt", STORY.format(headline="Ferry after all"))
    room.lists("Ferry after all")
    assert room.work._reading.trouble is None


def test_the_worker_lists_what_the_system_tells(desk):
    with Room(desk) as room:
        until(lambda: room.hears() and room.work._watch.alive)
        arrivals(room)
        until(lambda: room.hears() and room.work._watch.alive)
        room.desk.add(os.fsdecode(b"caf\xe9.txt"), STORY.format(headline="Ferry by a name that cannot be told"))
        room.lists("Ferry by a name that cannot be told")


def test_the_worker_looks_itself_where_nothing_is_told(desk, tmp_path):
    table = tmp_path / "mounts"
    table.write_text(REMOTE.format(at=desk.inbox))
    with Room(desk, str(table)) as room:
        arrivals(room)
        assert not room.work._watch.alive


def test_a_folder_in_the_place_of_a_file_is_read_and_a_file_in_that_of_a_folder(desk):
    with Room(desk) as room:
        until(lambda: room.hears() and room.work._watch.alive)
        desk.add("swap", STORY.format(headline="Ferry as a file"))
        room.lists("Ferry as a file")
        away = desk.inbox.parent / "away"
        away.mkdir()
        (away / "in.txt").write_text(STORY.format(headline="Ferry in the folder"))
        (desk.inbox / "swap").unlink()
        away.rename(desk.inbox / "swap")
        began = time.monotonic()
        room.lists("Ferry in the folder")
        room.lists_no_more("Ferry as a file")
        desk.add("b.part", STORY.format(headline="Ferry as a file again"))
        (desk.inbox / "swap").rename(away)
        (desk.inbox / "b.part").rename(desk.inbox / "swap")
        room.lists("Ferry as a file again")
        room.lists_no_more("Ferry in the folder")
        assert time.monotonic() - began < RELOOK_EVERY / 2, "they were found by looks at the whole folder"


def test_a_folder_that_may_be_listed_after_all_is_watched_too(desk):
    with Room(desk) as room:
        until(lambda: room.hears() and room.work._watch.alive)
        closed = desk.inbox.parent / "closed"
        (closed / "deep").mkdir(parents=True)
        (closed / "deep").chmod(0)
        if os.access(closed / "deep", os.R_OK):
            pytest.skip("root may list everything")
        closed.rename(desk.inbox / "closed")
        until(lambda: room.knows("closed/deep"))
        (desk.inbox / "closed" / "deep").chmod(0o755)
        until(lambda: not room.knows("closed/deep"))
        until(lambda: room.hears() and room.work._watch.alive)
        (desk.inbox / "closed" / "deep" / "a.txt").write_text(STORY.format(headline="Ferry in the open"))
        began = time.monotonic()
        room.lists("Ferry in the open")
        assert time.monotonic() - began < RELOOK_EVERY / 2, "it was found by a look at the whole folder"


def test_what_comes_where_a_followed_link_leads_to_is_looked_for(desk):
    with Room(desk, follow_links=True) as room:
        until(lambda: room.hears() and room.work._watch.alive)
        away = desk.inbox.parent / "away"
        away.mkdir()
        (away / "a.txt").write_text(STORY.format(headline="Ferry outside"))
        (desk.inbox / "wire").symlink_to(away)
        room.lists("Ferry outside")
        began = time.monotonic()
        (away / "b.txt").write_text(STORY.format(headline="Ferry outside again"))
        room.lists("Ferry outside again")
        assert time.monotonic() - began < RELOOK_EVERY / 2, "it was found by chance"


def test_a_system_that_has_not_told_of_what_a_look_found_is_believed_no_more(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("triage.work.desk.RELOOK_EVERY", 0.5)
    monkeypatch.setattr("triage.work.watching.DOUBT", 0.5)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Room(desk) as room:
        room.work._watch.close()
        room.work._watch = Watch(elsewhere)  # it lives, and tells nothing of the inbox
        until(lambda: room.hears() and room.work._told)
        desk.add("a.txt", STORY.format(headline="Ferry that nobody told of"))
        room.lists("Ferry that nobody told of")
        until(lambda: room.hears() and not room.work._told)
        monkeypatch.setattr("triage.work.desk.RELOOK_EVERY", PATIENCE)
        desk.add("b.txt", STORY.format(headline="Ferry that is looked for"))
        room.lists("Ferry that is looked for")


def test_what_is_told_late_or_by_its_folder_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("triage.work.watching.DOUBT", 0.0)
    watch = Watch(tmp_path)
    watch.missed(["sub/deep/a.txt", "b.txt"])
    watch._changed |= {"sub", "b.txt"}
    watch.taken()
    assert watch._local
    watch.missed(["subway.txt"])
    watch._changed |= {"sub"}
    watch.taken()
    assert not watch._local
