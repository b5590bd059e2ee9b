"""The command itself, on real files, as a person or a script runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB

from triage.model.decision import Wish
from triage.model.story import StoryId
from triage.store import TagStore

if TYPE_CHECKING:
    from pathlib import Path

STORIES = {
    "a-frigates.txt": (
        "Norway orders two frigates\n\nOSLO, April 27, 2018 (Meridian) - Norway will buy two frigates and their missiles, "
        "Defence Minister Kari Lie said on Friday.\n\n“We need them,” Lie said.\n"
    ),
    "b-allies.txt": (
        "NATO allies back Kosovo mission\n\nBRUSSELS, April 27, 2018 (Meridian) - NATO ministers agreed on Friday to extend "
        "the mission. NATO will review it in 2019.\n"
    ),
    "c-bridge.txt": (
        "Bridge opens \x1b]0;owned\x07early\n\nBAR, April 26, 2018 (Meridian) - Montenegro opened a bridge on Thursday.\n"
    ),
}


class Desk:
    """An inbox with a store and a cache of its own, and the command that works on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.store = folder / "triage.json"
        self.inbox.mkdir()
        for name, text in STORIES.items():
            self.add(name, text.encode())

    def add(self, name: str, text: bytes) -> None:
        """Put a file into the inbox that has long been complete."""
        path = self.inbox / name
        path.write_bytes(text)
        os.utime(path, (1524830400, 1524830400))

    def run(self, *words: str, stdin: bytes = b"", user: str = "kim") -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "TRIAGE_CACHE": str(self.folder / "cache"), "HOME": str(self.folder), "LOGNAME": user}
        env |= {"XDG_CONFIG_HOME": str(self.folder / "config"), "COLUMNS": "80"}
        for name in ("TRIAGE_INBOX", "TRIAGE_STORE", "TRIAGE_CONFIG"):
            env.pop(name, None)
        command = [sys.executable, "-m", "triage", *words]
        done = subprocess.run(command, cwd=self.folder, env=env, input=stdin, capture_output=True, timeout=120)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert b"\x1b" not in done.stdout + done.stderr
        return done

    def records(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run(*words).stdout.splitlines()]

    def ids(self) -> dict[str, str]:
        return {record["story"]["path"]: record["story"]["id"] for record in self.records("list", "--json")}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def test_facts_as_json(desk: Desk) -> None:
    (desk.folder / "empty.txt").write_bytes(b"")
    done = desk.run(
        "facts", "--json", "inbox/a-frigates.txt", "none.txt", "-", "empty.txt", stdin=b"Rain\n\nIt rains.\n"
    )
    assert done.returncode == 1
    frigates, missing, rain, empty = (json.loads(line) for line in done.stdout.splitlines())
    assert list(frigates) == ["story", "facts", "suggestions", "decision", "error"]
    assert frigates["story"]["path"] == "inbox/a-frigates.txt"
    text = frigates["story"]["text"]
    assert frigates["facts"]
    for fact in frigates["facts"]:
        start, end = fact["mentions"][0]
        assert text[start:end] == fact["text"]
    assert [one["tag"] for one in frigates["suggestions"]] == ["defense"]
    assert (rain["story"]["path"], rain["story"]["headline"]) == (None, "Rain")
    assert (missing["story"], missing["path"], empty["path"]) == (None, "none.txt", "empty.txt")
    assert set(missing["error"]) == {"title", "message", "hint"}
    assert b"none.txt" in done.stderr
    assert b"empty.txt" in done.stderr


def test_facts_of_a_folder_for_people(desk: Desk) -> None:
    done = desk.run("facts", "inbox")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "Kari Lie" in shown
    assert "suggested\n   defense" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_a_query_that_only_orders_asks_for_every_story(desk: Desk) -> None:
    done = desk.run("tag", "sort:source", "NATO")
    assert done.returncode == 2
    assert b"--all" in done.stderr


def test_an_error_in_a_query_points_at_its_place(desk: Desk) -> None:
    done = desk.run("list", "nato", "sort:size")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[1:3] == ["  nato sort:size", "            ^"]


def test_list_tag_undo_and_export(desk: Desk) -> None:
    ids = desk.ids()
    assert set(ids) == set(STORIES)
    listed = desk.run("list")
    assert listed.returncode == 0
    lines = listed.stdout.decode().splitlines()
    assert sorted(line[:8] for line in lines) == sorted(found[:8] for found in ids.values())
    assert all(len(line) <= 80 for line in lines)

    dry = desk.run("tag", "--dry-run", "frigates", "defense")
    assert dry.stdout.decode().startswith(ids["a-frigates.txt"][:8])
    assert desk.run("list", "tag:defense").stdout == b""
    for words in (["--dry-run", "frigates"], ["nothing-like-this"]):
        refused = desk.run("tag", *words, "x" * 41)
        assert refused.returncode == 2 and b"cannot be a tag" in refused.stderr and not refused.stdout

    assert b"tagged 1 of 1 matching: NATO" in desk.run("tag", ids["b-allies.txt"][:10], "nato").stderr
    assert b"tagged 3 of 3 matching: wire" in desk.run("tag", "--all", "wire").stderr
    documents = TinyDB(desk.store).table("stories").all()
    assert {document["story"]: document["tags"] for document in documents} == {
        ids["a-frigates.txt"]: ["wire"],
        ids["b-allies.txt"]: ["NATO", "wire"],
        ids["c-bridge.txt"]: ["wire"],
    }
    assert b"nothing to undo" in desk.run("undo", user="lee").stderr
    assert b"undone: tag wire (3 stories)" in desk.run("undo").stderr
    assert b"redone: tag wire (3 stories)" in desk.run("undo", "--redo").stderr
    assert b"untagged 3 of 3" in desk.run("untag", "tag:wire", "wire").stderr

    target = desk.folder / "day.csv"
    assert desk.run("export", "tag:NATO", "-f", "csv", "-o", str(target)).returncode == 0
    (row,) = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"), newline=""))
    assert (row["id"], row["tags"], row["by"]) == (ids["b-allies.txt"], "NATO", "kim")
    exported = desk.records("export", "-f", "jsonl")
    assert sorted(record["story"]["path"] for record in exported) == sorted(STORIES)
    assert exported == desk.records("list", "--json")


def test_show(desk: Desk) -> None:
    story = desk.ids()["a-frigates.txt"]
    shown = desk.run("show", story[:12]).stdout.decode()
    assert shown.startswith("Norway orders two frigates\nOSLO (Meridian)")
    assert story in shown
    assert "Kari Lie" in shown
    (record,) = desk.records("show", story, "--json")
    assert isinstance(record.pop("history"), list)  # of one story alone: it takes reading the journal
    assert record in desk.records("list", "--json")
    nothing = desk.run("show", "ffff")
    assert (nothing.returncode, nothing.stdout) == (2, b"")


def test_a_query_for_facts_waits_for_them(desk: Desk) -> None:
    assert b"frigates" in desk.run("list", "person:lie").stdout


def test_verdicts_on_facts_are_shown_given_out_and_asked_for(desk: Desk) -> None:
    path, story = "a-frigates.txt", desk.ids()["a-frigates.txt"]
    (before,) = desk.records("show", story, "--json")
    ids = {fact["text"]: fact["id"] for fact in before["facts"]}
    verdicts = ((ids["Kari Lie"], "rejected"), (ids["Norway"], "organization"))
    store = TagStore.open(desk.store, "kim")
    store.act("judge", [Wish(StoryId(story), "Norway orders two frigates", path, verdicts=verdicts)])
    shown = desk.run("show", story).stdout.decode()
    assert " ✗ Kari Lie" in shown and "rejected" in shown
    assert " ✎ Norway" in shown and "was place" in shown
    (record,) = desk.records("show", story, "--json")
    assert record["facts"] == before["facts"]
    assert record["decision"]["facts"] == dict(verdicts)
    assert [one["decision"] for one in desk.records("export", story, "-f", "jsonl")] == [record["decision"]]
    (row,) = csv.DictReader(io.StringIO(desk.run("export", story, "-f", "csv").stdout.decode(), newline=""))
    assert "Kari Lie" not in row["persons"]
    assert "Norway" in row["organizations"] and "Norway" not in row["places"]
    assert [desk.run("list", query).stdout for query in ("person:lie", "place:norway")] == [b""] * 2
    assert b"frigates" in desk.run("list", "org:norway").stdout
    assert b"undone: judge" in desk.run("undo").stderr
    assert b"frigates" in desk.run("list", "person:lie").stdout


def test_a_query_that_cannot_be_read(desk: Desk) -> None:
    done = desk.run("list", "persn:lie")
    assert done.returncode == 2
    assert b"did you mean" in done.stderr
    assert b"  persn:lie\n  ^\n" in done.stderr


def test_facts_that_nobody_can_extract(desk: Desk) -> None:
    query = ("list", "person:lie", "--pipeline", "no_such_pipeline")
    missing = desk.run(*query, "--no-wait")
    assert missing.returncode == 1
    assert b"3 of 3 stories have no facts yet" in missing.stderr
    waited = desk.run(*query)
    assert waited.returncode == 2
    assert b"no_such_pipeline" in waited.stderr


def test_unreadable_files_are_named_and_the_rest_is_done(desk: Desk) -> None:
    desk.add("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
    try:
        done = desk.run("list")
        assert done.returncode == 1
        assert len(done.stdout.splitlines()) == 3
        assert b"picture.txt" in done.stderr
        tagged = desk.run("tag", "--all", "readable")
        assert tagged.returncode == 1
        assert b"tagged 3 of 3" in tagged.stderr
        assert b"undone" in desk.run("undo").stderr
        checked = desk.run("check")
        assert checked.returncode == 1
        assert b"picture.txt" in checked.stdout
    finally:
        (desk.inbox / "picture.txt").unlink()
    sound = desk.run("check")
    assert (sound.returncode, sound.stdout.count(b"ok ")) == (0, 5)


def test_a_decided_story_whose_file_has_gone(desk: Desk) -> None:
    desk.add("d-ferry.txt", b"Ferry late\n\nBAR (Meridian) - The ferry was late.\n")
    try:
        desk.run("tag", "ferry", "boats")
        listed = desk.run("list", "tag:boats").stdout
    finally:
        (desk.inbox / "d-ferry.txt").unlink()
    gone = desk.run("list", "tag:boats").stdout
    assert gone[:8] == listed[:8]
    assert b"Ferry late" in gone
    assert b"no longer in the inbox" in desk.run("show", gone[:8].decode()).stdout
    assert desk.run("list", gone[:8].decode()).stdout == gone
    assert b"untagged 1 of 1" in desk.run("untag", gone[:8].decode(), "boats").stderr


def test_check_reports_all_that_is_wrong(desk: Desk) -> None:
    (desk.folder / "bad.toml").write_text("pipelin = 3\n")
    done = desk.run("check", "--config", "bad.toml", "--inbox", "nowhere", "--pipeline", "no_such_pipeline")
    assert done.returncode == 1
    for words in (b"pipelin: unknown key", b"nowhere does not exist", b"no_such_pipeline"):
        assert words in done.stdout


def test_a_store_that_cannot_be_used_is_status_3(desk: Desk) -> None:
    assert desk.run("list", "--store", ".").returncode == 3


def test_output_that_cannot_be_written(desk: Desk) -> None:
    done = desk.run("export", "-f", "csv", "-o", "nowhere/day.csv")
    assert done.returncode == 2
    assert b"nowhere/day.csv" in done.stderr


def test_show_tells_who_decided_what_newest_first(desk: Desk) -> None:
    story = StoryId(desk.ids()["c-bridge.txt"])
    kim, anna = (TagStore.open(desk.store, user) for user in ("kim", "anna"))
    anna.act("tag bridges", [Wish(story, "Bridge", None, ("bridges",))])
    kim.act("note", [Wish(one, "Bridge", None, note="by\nrail") for one in (story, StoryId("f" * 16))])
    kim.undo()
    (record,) = desk.records("show", story, "--json")
    undone, noted, tagged = record["history"][:3]
    assert [(one["by"], one["verb"], one["stories"]) for one in (undone, noted, tagged)] == [
        ("kim", "undo note", 2), ("kim", "note", 2), ("anna", "tag bridges", 1),
    ]  # fmt: skip
    assert (undone["undoes"], noted["note"], tagged["added"]) == (noted["seq"], ["", "by\nrail"], ["bridges"])
    shown = desk.run("show", story).stdout.decode().partition("history\n")[2]
    said = " ".join(shown.split())
    acts = (
        "kim undid: removed the note “by / rail” (one of 2 stories)",
        "kim noted “by / rail” (one of 2 stories)",
        "anna tagged bridges",
    )
    assert sorted(acts, key=said.index) == [*acts]
    assert all(len(line) <= 80 for line in shown.splitlines())
