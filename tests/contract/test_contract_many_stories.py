"""Several stories a file from the inbox to the store and back, by the command as a script runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from contract_samples import MAILBOX, RSS, zipped

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = b"<item><title>Never <b>closed</title></item>"


class Desk:
    """An inbox with a store and a cache of its own, and the command that works on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "inbox").mkdir()

    def add(self, name: str, source: bytes, minute: int = 0) -> None:
        """Put a file into the inbox that has long been complete."""
        path = self.folder / "inbox" / name
        path.write_bytes(source)
        os.utime(path, (1524830400 + 60 * minute,) * 2)

    def run(self, *words: str, status: int = 0) -> str:
        env = {**os.environ, "TRIAGE_CACHE": str(self.folder / "cache"), "HOME": str(self.folder), "LOGNAME": "kim"}
        env |= {"XDG_CONFIG_HOME": str(self.folder / "config"), "COLUMNS": "80"}
        for name in ("TRIAGE_INBOX", "TRIAGE_STORE", "TRIAGE_CONFIG"):
            env.pop(name, None)
        command = [sys.executable, "-m", "triage", *words]
        done = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, timeout=120, check=False)
        assert done.returncode == status, done.stderr.decode()
        return done.stdout.decode() + done.stderr.decode()

    def stories(self, *words: str, status: int = 0) -> dict[str, dict[str, Any]]:
        """What `list --json` gives, by path."""
        lines = (line for line in self.run("list", *words, "--json", status=status).splitlines() if line[:1] == "{")
        records = [json.loads(line) for line in lines]
        return {(one["story"] or one)["path"]: one for one in records}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_stories_of_a_feed_are_listed_shown_tagged_and_taken_back(desk: Desk) -> None:
    desk.add("wire.xml", RSS)
    there = desk.stories()
    assert sorted(there) == ["wire.xml#1", "wire.xml#2"]
    second = there["wire.xml#2"]["story"]["id"]
    assert "Ferries sail again" in desk.run("show", second[:8])
    desk.run("tag", f"id:{second}", "NATO")
    assert list(desk.stories("tag:NATO")) == ["wire.xml#2"]
    desk.run("undo")
    assert not desk.stories("tag:NATO")


def test_decisions_stay_with_entries_when_the_feed_moves_on(desk: Desk) -> None:
    desk.add("wire.xml", RSS)
    second = desk.stories()["wire.xml#2"]["story"]["id"]
    desk.run("tag", f"id:{second}", "NATO")
    fresh = b"<item><title>Lighthouse to reopen</title></item>"
    desk.add("wire.xml", RSS.replace(b"<item>", fresh + b"<item>", 1), minute=1)
    there = desk.stories()
    assert sorted(there) == ["wire.xml#1", "wire.xml#2", "wire.xml#3"]
    assert there["wire.xml#3"]["decision"]["tags"] == ["NATO"]
    (desk.folder / "inbox" / "wire.xml").unlink()
    assert not [one for one in desk.stories().values() if one["story"] and one["story"]["text"]]


def test_what_is_missing_of_a_feed_is_told(desk: Desk) -> None:
    desk.add("wire.xml", RSS.replace(b"<item>", BROKEN + b"<item>", 1))
    there = desk.stories(status=1)
    assert there["wire.xml"]["error"]["title"] == "Broken file"
    assert sorted(path for path, one in there.items() if one["story"]) == ["wire.xml#2", "wire.xml#3"]
    assert "wire.xml#1 is broken, line 4" in desk.run("check", status=1)


def test_the_same_entry_in_two_files_is_one_story(desk: Desk) -> None:
    desk.add("a.xml", RSS)
    desk.add("b.zip", zipped({"in/wire.xml": RSS, "mail.mbox": MAILBOX}))
    assert sorted(desk.stories()) == ["a.xml#1", "a.xml#2", "b.zip#3", "b.zip#4"]
