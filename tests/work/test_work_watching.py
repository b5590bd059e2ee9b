"""What the file system tells of the inbox: real events, deadlines and no naps."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from room import until

from triage.work.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("in_a_hurry")

REMOTE = "36 35 0:42 / {at} rw - nfs4 server:/export rw\n25 1 8:1 / / rw - ext4 /dev/sda1 rw\n"


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
