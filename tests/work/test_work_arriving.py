"""What becomes of what comes into the inbox, told of or looked for: a real worker on real folders."""

from __future__ import annotations

import os
import shutil

import pytest
from room import PATIENCE, Room, until

from triage.work.watching import Watch

pytestmark = pytest.mark.usefixtures("in_a_hurry")

STORY = "{headline}\n\nOSTBY (Sample Wire) - The ferry was late on Tuesday, the harbor master said.\n"
REMOTE = "36 35 0:42 / {at} rw - nfs4 server:/export rw\n25 1 8:1 / / rw - ext4 /dev/sda1 rw\n"


@pytest.fixture
def never_by_chance(monkeypatch):
    """No look at the whole folder finds what was not told, as long as anybody waits."""
    monkeypatch.setattr("triage.work.desk.RELOOK_EVERY", 10 * PATIENCE)


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


@pytest.mark.usefixtures("never_by_chance")
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
        room.lists("Ferry in the folder")
        room.lists_no_more("Ferry as a file")
        desk.add("b.part", STORY.format(headline="Ferry as a file again"))
        (desk.inbox / "swap").rename(away)
        (desk.inbox / "b.part").rename(desk.inbox / "swap")
        room.lists("Ferry as a file again")
        room.lists_no_more("Ferry in the folder")


@pytest.mark.usefixtures("never_by_chance")
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
        room.lists("Ferry in the open")


@pytest.mark.usefixtures("never_by_chance")
def test_what_comes_where_a_followed_link_leads_to_is_looked_for(desk):
    with Room(desk, follow_links=True) as room:
        until(lambda: room.hears() and room.work._watch.alive)
        away = desk.inbox.parent / "away"
        away.mkdir()
        (away / "a.txt").write_text(STORY.format(headline="Ferry outside"))
        (desk.inbox / "wire").symlink_to(away)
        room.lists("Ferry outside")
        (away / "b.txt").write_text(STORY.format(headline="Ferry outside again"))
        room.lists("Ferry outside again")


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
