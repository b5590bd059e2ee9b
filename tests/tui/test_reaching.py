"""The story's source in a pager, its text through a command."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager

import pytest

from tests.tui.seat import seated
from triage.errors import SettingsError
from triage.tui.lending import Pipe, browsable, page, pager
from triage.tui.screens.verb_output import Output

HANGS = "import signal; signal.alarm(60); signal.pause()"
"""A command that never ends by itself; the alarm is for a test that fails to end it."""

SIZES = [(80, 24), (120, 40), (200, 60)]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_command_reads_the_text_and_says_its_words():
    outcome = Pipe(python("import sys; print(sys.stdin.read().upper())")).run("one\ntwo")
    assert (outcome.said, outcome.lines) == ("done", ("ONE", "TWO"))


def test_a_command_that_is_not_there_is_said_so():
    assert Pipe(["no-such-command-here"]).run("text").said == "cannot be started: No such file or directory"
    assert Pipe(["nul\0"]).run("text").said.startswith("cannot be started")


def test_a_command_that_does_not_read_is_given_no_more():
    assert Pipe(python("raise SystemExit(3)")).run("x" * 5_000_000).said == "ended with 3"


def test_what_a_command_left_behind_is_ended_too():
    child = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {HANGS!r}])"
    assert Pipe(python(child), limit=1.0).run("").said == "ended after 1 seconds"


def test_a_command_that_hangs_is_ended_with_all_that_it_started():
    began = time.monotonic()
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HANGS!r}])"
    assert Pipe(python(child), limit=0.3).run("").said == "ended after 0.3 seconds"
    assert time.monotonic() - began < 30


def test_a_flood_is_ended():
    outcome = Pipe(["yes"]).run("")
    assert outcome.said.startswith("ended after 1,000,000 bytes")
    assert len(outcome.lines) == 500_000


def test_a_command_cannot_reach_the_terminal():
    code = "import os\ntry: os.open('/dev/tty', os.O_RDWR)\nexcept OSError: print('none')"
    assert Pipe(python(code)).run("").lines == ("none",)


def test_the_pager_is_the_persons_own():
    assert pager({"PAGER": "less -R 'a b'"}) == ["less", "-R", "a b"]
    assert pager({})[0] in ("less", "more")
    with pytest.raises(SettingsError, match="PAGER"):
        pager({"PAGER": "less 'x"})
    with pytest.raises(SettingsError, match="cannot be started"):
        page(["no-such-pager"], file=None, text="x")


def test_a_browser_needs_a_window():
    assert browsable({"DISPLAY": ":0"})
    assert not browsable({"SSH_TTY": "/dev/pts/1", "DISPLAY": ""})


@pytest.mark.parametrize("size", SIZES)
async def test_the_story_goes_through_a_command_and_what_it_says_is_shown(desk, size):
    async with seated(desk, size) as seat:
        headline = seat.headline
        await seat.press("vertical_line", *"cat", "enter")
        await seat.until(lambda: isinstance(seat.pilot.app.screen, Output))
        said = seat.pilot.app.screen.query_one("#said")
        assert headline.split()[0] in "".join(said.render_line(y).text for y in range(said.size.height))
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen
        assert seat.headline == headline


async def test_all_that_is_selected_goes_through_it_and_without_a_command_its_words_come_again(desk):
    async with seated(desk) as seat:
        await seat.press("v", "v", "v", "vertical_line", *"grep -c ^", "enter")
        await seat.until(lambda: isinstance(seat.pilot.app.screen, Output))
        await seat.press("escape")
        text, count = seat.screen._text_of(seat.screen._piping)
        assert count == 3
        assert text.count("\f") == 2
        await seat.press("vertical_line", *["backspace"] * 12, "enter")
        assert isinstance(seat.pilot.app.screen, Output)


async def test_keys_go_on_while_a_command_works_and_the_end_of_the_session_ends_it(desk):
    async with seated(desk) as seat:
        await seat.press("vertical_line", *"sleep 50", "enter")
        pipe = seat.screen._pipe
        before = seat.headline
        await seat.press("j")
        assert seat.headline != before
        await seat.press("vertical_line", "enter")
        assert "not ended yet" in seat.seen("footer")
    assert pipe is not None
    assert pipe._process is None or pipe._process.wait(10) != 0


@pytest.mark.parametrize("size", SIZES)
async def test_the_source_is_shown_in_the_pager(desk, size, monkeypatch, tmp_path):
    seen = tmp_path / "seen"
    script = tmp_path / "pager.py"
    script.write_text(
        f"import sys; open({str(seen)!r}, 'w').write(open(sys.argv[1]).read() if sys.argv[1:] else sys.stdin.read())"
    )
    monkeypatch.setenv("PAGER", f"{sys.executable} {script}")
    async with seated(desk, size) as seat:
        lent(seat, monkeypatch)
        file = seat.session.source_file(seat.screen.stories.story)
        assert file is not None
        await seat.press("o")
        assert seen.read_text() == file.read_text()


async def test_a_source_that_has_gone_is_shown_as_it_was_read(desk, monkeypatch, tmp_path):
    seen = tmp_path / "seen"
    monkeypatch.setenv("PAGER", f"tee {seen}")
    async with seated(desk) as seat:
        lent(seat, monkeypatch)
        story = seat.session.story(seat.screen.stories.story)
        file = seat.session.source_file(seat.screen.stories.story)
        assert story is not None
        assert file is not None
        file.unlink()
        await seat.press("o")
        assert seen.read_text() == story.text


async def test_without_a_terminal_to_lend_it_says_so(desk):
    async with seated(desk) as seat:
        await seat.press("o")
        assert "no pager can be opened" in seat.seen("footer")


def lent(seat, monkeypatch):
    """A headless app has no terminal to lend: the pager runs all the same."""

    @contextmanager
    def suspend():
        yield

    monkeypatch.setattr(seat.pilot.app, "suspend", suspend)
