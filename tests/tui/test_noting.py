"""Notes on the line and in an editor, the history of a story, and back to where one was."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from seat import seated

from triage.errors import SettingsError
from triage.session import Session
from triage.settings import load
from triage.tui.editing import draft, edit, editor

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [(80, 24), (120, 40), (200, 60)]


async def settled(seat) -> None:
    await seat.until(lambda: not seat.screen._filling)


async def prompted(seat) -> None:
    await seat.until(lambda: bool(seat.screen.query("Prompt Input")))


def episodes(seat) -> str:
    """The acts as the history shows them."""
    lines = seat.pilot.app.screen.query_one("#episodes")
    return "\n".join(lines.render_line(y).text.rstrip() for y in range(lines.line_count()))


def script(folder: Path, lines: str) -> list[str]:
    """An editor of so many lines of Python, which finds the file in `path`."""
    made = folder / "an editor.py"
    made.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{lines}\n")
    return ["python3", str(made)]


def test_the_editor_is_named_by_visual_then_editor_and_no_shell_reads_it():
    assert editor({"VISUAL": "code --wait", "EDITOR": "ed"}) == ["code", "--wait"]
    assert editor({"VISUAL": " ", "EDITOR": "'my editor' -c '$(rm x); y'"}) == ["my editor", "-c", "$(rm x); y"]
    assert editor({}) == ["vi"]
    with pytest.raises(SettingsError, match="EDITOR"):
        editor({"EDITOR": "'vim"})


def test_what_is_written_in_the_editor_comes_back_and_the_file_goes(tmp_path):
    command = script(tmp_path, "path.write_text(path.read_text() + 'two\\n')")
    with draft("one") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert edit(path, command) == "one\ntwo\n"
    assert not path.exists()


@pytest.mark.parametrize(
    ("lines", "says"),
    [("sys.exit(3)", "ended with 3"), ("path.unlink()", "left no file"), (None, "cannot be started")],
)
def test_an_editor_that_fails_is_said_and_leaves_nothing_behind(tmp_path, lines, says):
    command = ["/no/such/editor"] if lines is None else script(tmp_path, lines)
    with pytest.raises(SettingsError, match=says), draft("one") as path:
        edit(path, command)
    assert not path.exists()


def test_what_was_written_before_an_editor_failed_is_kept_and_its_file_named(tmp_path):
    command = script(tmp_path, "path.write_text('much work'); sys.exit(1)")
    with pytest.raises(SettingsError, match="what you wrote is in") as raised, draft("one") as path:
        edit(path, command)
    assert path.read_text() == "much work"
    assert str(path) in raised.value.message
    path.unlink()


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_of_several_lines_is_shown_in_them_and_found(desk, size):
    async with seated(desk, size) as seat:
        await settled(seat)
        story = seat.screen.stories.story
        seat.session.note(story, "ask the harbor\r\n\n  at \x1b[31mnine\u202e \n")
        assert seat.session.store.decision(story).note == "ask the harbor\n\n  at  [31mnine"
        seat.screen.watch_decisions()
        seat.screen.stories.row_changed(story)
        assert "✎" in seat.seen("list")
        await seat.press("enter")
        await seat.until(lambda: "note  ask the harbor" in seat.seen("reader"))
        shown = [line.rstrip() for line in seat.seen("reader").splitlines()]
        first = next(n for n, line in enumerate(shown) if "note  ask the harbor" in line)
        assert shown[first + 1 : first + 3] == ["", "         at  [31mnine"]
        assert seat.session.listing("note:nine").ids == (story,)
        await seat.press("m")  # of several lines: to the editor, which no test terminal can be lent to
        assert "no editor can be opened" in seat.seen("footer")
        assert seat.session.store.decision(story).note.startswith("ask the harbor")


async def test_from_the_line_to_the_editor(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("m")
        await prompted(seat)
        await seat.press(*"long", "ctrl+o")
        await seat.until(lambda: "no editor can be opened" in seat.seen("footer"))
        assert not seat.screen.query("Prompt")
        await seat.press("M")
        assert "no editor can be opened" in seat.seen("footer")


@pytest.mark.parametrize("size", SIZES)
async def test_h_shows_who_decided_what_newest_first(desk, size):
    async with seated(desk, size) as seat:
        await settled(seat)
        await seat.press("h")
        assert "nobody has decided anything about this story yet" in seat.seen("footer")
        story = seat.screen.stories.story
        other = Session(load(None), desk.locations, "anna")
        other.tag([story, seat.screen.stories.ids[1]], ["NATO"])
        other.note(story, "first")
        other.note(story, "second\nline")
        other.close()
        await seat.press("d", "u", "x", "k", "h")
        await seat.until(lambda: seat.pilot.app.screen.query("#episodes") and "spiked" in episodes(seat))
        lines = [" ".join(line.split()) for line in episodes(seat).splitlines()]
        assert [line.split(" you ")[-1].split(" anna ")[-1] for line in lines] == [
            "spiked",
            "undid: took defense away",
            "tagged defense",
            "changed the note to “second / line” from “first”",
            "noted “first”",
            "tagged NATO (one of 2 stories)",
        ]
        assert [" you " in line for line in lines] == [True] * 3 + [False] * 3
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen


@pytest.mark.parametrize("size", SIZES)
async def test_back_to_where_one_was_and_there_again(desk, size):
    async with seated(desk, size) as seat:
        await settled(seat)
        await seat.press("grave_accent")
        assert "have not been anywhere else" in seat.seen("footer")
        await seat.press("j", "G")
        assert seat.screen.stories.cursor == 4
        await seat.press("grave_accent")
        assert seat.screen.stories.cursor == 1
        await seat.press("grave_accent")
        assert seat.screen.stories.cursor == 4
        await seat.press("slash", *"brackets", "enter")
        assert len(seat.screen.stories.ids) == 1
        await seat.press("grave_accent")
        assert [len(seat.screen.stories.ids), seat.screen.stories.cursor] == [5, 4]


async def test_several_undos_are_one_way_back_to_the_list_and_the_pane_before(desk):
    async with seated(desk) as seat:
        await settled(seat)
        first = seat.screen.stories.story
        await seat.press("d", "j", "j", "n")
        await seat.press("slash", *"ostby", "enter", "j", "enter")
        before = seat.screen.stop_here()
        assert "reading" in before.places
        await seat.press("u")
        assert len(seat.screen.stories.ids) == 5
        await seat.press("u")
        assert seat.screen.stories.story == first
        await seat.press("grave_accent")
        assert seat.screen.stop_here() == before
        assert seat.screen.focused is seat.screen.reader


async def test_an_undo_that_cannot_be_written_says_why(desk, monkeypatch):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("d")
        lock = desk.store.with_name(f"{desk.store.name}.lock")
        lock.unlink()
        lock.mkdir()
        await seat.press("u")
        assert "nothing to undo" not in seat.seen("footer")
        assert "triage.json" in seat.seen("footer")
        lock.rmdir()
        await seat.press("u")
        assert "undone: tag defense on Port reopens after storm, by you at" in seat.seen("footer")
