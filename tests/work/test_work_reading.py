"""Which files are read, and when: real files, a real index, looks at the folder one by one."""

from __future__ import annotations

import os
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.ingest.inbox import SETTLING_NS
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def index(desk) -> Iterator[Index]:
    with closing(Index.open(desk.locations.index, write=True)) as opened:
        yield opened


@pytest.fixture
def reading(desk, index) -> Reading:
    return Reading(desk.inbox, index)


def read_all(reading: Reading) -> None:
    reading.look()
    while reading.busy:
        reading.slice()


def headlines(index: Index) -> set[str]:
    return {entry.headline for entry in index.entries(index.ids())}


def test_reads_every_file_once(reading, index):
    read_all(reading)
    assert len(headlines(index)) == 5
    reading.look()
    assert not reading.busy
    assert (reading.files, reading.read) == (5, 5)


def test_a_file_still_being_written_waits_until_it_stands_still(desk, index):
    passed = 0
    reading = Reading(desk.inbox, index, clock=lambda: passed)
    path = desk.add("growing.txt", "Growing story\n\nOSLO (Sample Wire) - It has")
    ahead = time.time() + 3600  # its clock is an hour ahead
    os.utime(path, (ahead, ahead))
    read_all(reading)
    assert reading.waiting
    assert "Growing story" not in headlines(index)
    with path.open("a") as writer:
        writer.write(" an end.\n")
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 3600))
    read_all(reading)
    assert "Growing story" not in headlines(index)
    passed += SETTLING_NS - 1
    reading.settle()
    assert reading.waiting
    passed += 1
    reading.settle()
    while reading.busy:
        reading.slice()
    assert not reading.waiting
    assert "Growing story" in headlines(index)


def test_a_writer_that_paused_is_read_again_to_its_end(desk, reading, index):
    desk.add("late.txt", "Late story\n\nOSLO (Sample Wire) - It has\n", age=50)
    read_all(reading)
    desk.add("late.txt", "Late story\n\nOSLO (Sample Wire) - It has an end.\n", age=40)
    read_all(reading)
    texts = [index.story(entry.id).text for entry in index.entries(index.ids()) if entry.headline == "Late story"]
    assert len(texts) == 1
    assert texts[0].endswith("an end.")


def test_entries_go_with_their_files_and_a_renamed_one_stays(desk, reading, index):
    read_all(reading)
    (desk.inbox / "sport.txt").unlink()
    (desk.inbox / "harbor.txt").rename(desk.inbox / "port.txt")
    read_all(reading)
    assert "Late goal sends Ostby through" not in headlines(index)
    assert "Port reopens after storm" in headlines(index)


def test_a_missing_inbox_is_told_and_costs_no_entry(desk, reading, index):
    read_all(reading)
    away = desk.inbox.rename(desk.inbox.with_name("away"))
    read_all(reading)
    assert reading.trouble is not None
    assert reading.trouble.title == "No inbox"
    assert len(headlines(index)) == 5
    away.rename(desk.inbox)
    read_all(reading)
    assert reading.trouble is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 20),
        ("nothing.txt", b"\x01\x02\x1b\x1b\n\n\x05\n"),
        ("-rf.bad", b""),
        ("[bold][@click=app.quit]x.txt", b""),
        ("two\nlines.txt", b""),
        (os.fsdecode(b"bytes\xff\xfe.txt"), b""),
    ],
)
def test_a_file_that_is_no_story_is_an_entry_with_its_reason(desk, reading, index, name, content):
    desk.add(name, content)
    read_all(reading)
    bad = [entry for entry in index.entries(index.ids()) if entry.error]
    assert len(bad) == 1
    assert bad[0].error.message
    assert bad[0].path.isprintable()


def noticed(reading: Reading, *paths: str) -> bool:
    told = reading.notice(paths)
    while reading.busy:
        reading.slice()
    reading.forget()
    return told


def test_changes_that_are_told_are_read_without_a_look_at_the_folder(desk, reading, index):
    read_all(reading)
    desk.add("new.txt", "New story\n\nOSLO (Sample Wire) - It is new.\n")
    desk.add("sport.txt", "Own goal sends Ostby out\n\nOSTBY (Sample Wire) - Ostby lost.\n")
    (desk.inbox / "harbor.txt").unlink()
    desk.add(".hidden", "Hidden story\n\nOSLO (Sample Wire) - It is hidden.\n")
    desk.add("half.txt.part", "Half a story\n\nOSLO (Sample Wire) - It is")
    assert noticed(reading, "new.txt", "sport.txt", "harbor.txt")
    found = headlines(index)
    assert {"New story", "Own goal sends Ostby out"} < found
    assert not {"Port reopens after storm", "Late goal sends Ostby through", "Hidden story", "Half a story"} & found
    assert (reading.files, reading.read) == (5, 5)


def test_what_is_told_while_others_wait_is_read_first_and_counted_once(desk, reading):
    reading.look()
    desk.add("new.txt", "New story\n\nOSLO (Sample Wire) - It is new.\n", age=3600)
    for _ in range(2):
        assert reading.notice(["new.txt", "harbor.txt"])
    assert reading.files == 6
    assert {one.found.path for one in reading.slice()[:2]} == {"new.txt", "harbor.txt"}
    assert (reading.busy, reading.read) == (False, 6)


def test_a_folder_that_comes_or_goes_takes_a_look(desk, reading):
    read_all(reading)
    assert noticed(reading, "harbor.txt")
    (desk.inbox / "sub").mkdir()
    assert not noticed(reading, "sub")


def test_names_that_are_left_out_take_none(reading):
    read_all(reading)
    assert reading.notice(["x.tmp", ".hidden/y.txt", "sub/.z.swp"])
    assert not reading.notice(["."])


def test_what_comes_in_the_place_of_a_folder_or_a_file_takes_a_look(desk, reading, index):
    (desk.inbox / "sub").mkdir()
    desk.add("sub/deep.txt", "Deep story\n\nOSLO (Sample Wire) - It was deep.\n")
    desk.add("file", "File story\n\nOSLO (Sample Wire) - It was a file.\n")
    read_all(reading)
    (desk.inbox / "sub").rename(desk.inbox.parent / "away")
    (desk.inbox / "file").rename(desk.inbox / "sub")
    (desk.inbox.parent / "away").rename(desk.inbox / "file")
    assert not reading.notice(["sub"])
    assert not reading.notice(["file"])
    read_all(reading)
    assert {"file/deep.txt", "sub"} <= index.files().keys()


@pytest.mark.parametrize("follow", [True, False])
def test_that_links_were_followed_is_told(desk, index, follow):
    reading = Reading(desk.inbox, index, follow_links=follow)
    reading.look()
    assert not reading.linked
    away = desk.inbox.parent / "away"
    away.mkdir()
    (desk.inbox / "wire").symlink_to(away)
    reading.look()
    assert reading.linked == follow
    (desk.inbox / "wire").unlink()
    (desk.inbox / "copy.txt").symlink_to(next(desk.inbox.glob("*.txt")))
    reading.look()
    assert reading.linked


def test_a_file_that_grew_is_told_from_one_that_was_written_anew(desk, index):
    told = []
    reading = Reading(desk.inbox, index, told.append)
    read_all(reading)
    for name, text in (("harbor.txt", "The port was named Ostby.\n"), ("sport.txt", "")):
        path = desk.inbox / name
        desk.add(
            name, (path.read_text() + text) if text else "Another story\n\nOSLO (Sample Wire) - All else.\n" * 9, age=30
        )
    noticed(reading, "harbor.txt", "sport.txt")
    assert {one.found.path: one.grown for one in told} == {"harbor.txt": True, "sport.txt": False}


def test_a_file_that_was_gone_for_a_moment_while_others_wait_stays(desk, reading, index):
    read_all(reading)
    desk.add("new.txt", "New story\n\nOSLO (Sample Wire) - It is new.\n")
    assert reading.notice(["new.txt"])
    path = desk.inbox / "harbor.txt"
    path.rename(desk.inbox / ".away")
    for _ in range(2):
        assert reading.notice(["harbor.txt"])
    assert reading.files == 5
    (desk.inbox / ".away").rename(path)
    assert reading.notice(["harbor.txt"])
    while reading.busy:
        reading.slice()
    assert "Port reopens after storm" in headlines(index)
    assert (reading.files, reading.read) == (6, 6)


def test_a_file_that_goes_while_it_is_still_being_written_is_counted_once(desk, index):
    reading = Reading(desk.inbox, index, clock=lambda: 0)
    read_all(reading)
    path = desk.inbox / "harbor.txt"
    path.write_text("Port reopens after storm, again")
    ahead = time.time() + 3600
    os.utime(path, (ahead, ahead))
    assert reading.notice(["harbor.txt"])
    assert reading.waiting
    path.unlink()
    assert reading.notice(["harbor.txt"])
    reading.settle()
    assert reading.forget()
    assert (reading.files, reading.read) == (4, 4)


@pytest.mark.parametrize("told", [True, False])
def test_a_file_that_may_be_read_at_last_is_read(desk, index, monkeypatch, told):
    path = desk.add("closed.txt", "Closed story\n\nOSLO (Sample Wire) - It may be read at last.\n")
    really = os.open

    def refused(name, *given, **more):
        if str(name).endswith("closed.txt"):
            raise PermissionError(13, "Permission denied", name)
        return really(name, *given, **more)

    reading = Reading(desk.inbox, index)
    with monkeypatch.context() as patched:
        patched.setattr("triage.ingest.inbox.os.open", refused)
        patched.setattr("triage.ingest.inbox.os.access", lambda *_: False)
        read_all(reading)
        assert "Closed story" not in headlines(index)
        reading.look()
        assert not reading.busy  # nothing has changed
    if told:
        assert reading.notice([path.name])
    else:
        reading.look()
    assert reading.files == 6
    while reading.busy:
        reading.slice()
    assert "Closed story" in headlines(index)
    reading.look()
    assert not reading.busy


@pytest.mark.parametrize("year", [1500, 2400, 9000])
def test_a_file_of_another_century_is_read_once(desk, index, year):
    passed = 0
    reading = Reading(desk.inbox, index, clock=lambda: passed)
    path = desk.add("clock.txt", "Clock story\n\nOSLO (Sample Wire) - The clock of the sender is wrong.\n")
    os.utime(path, ((year - 1970) * 31_556_952,) * 2)
    read_all(reading)
    passed += SETTLING_NS
    reading.settle()
    while reading.busy:
        reading.slice()
    assert "Clock story" in headlines(index)
    reading.look()
    assert not reading.busy
