"""The story's text to a command of the person's."""

from __future__ import annotations

import os
import sys

from seat import seated

from triage.tui.screens.pipe_output import PipeOutput
from triage.tui.screens.verb_output import Said


def said(seat):
    screen = seat.pilot.app.screen
    assert isinstance(screen, PipeOutput)
    return screen.query_one(Said)


def lines(seat):
    pane = said(seat)
    return [pane.render_line(y).text.rstrip() for y in range(pane.line_count())]


async def pipe(seat, command):
    await seat.press("vertical_line")
    for character in command:
        await seat.pilot.press(character)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.pilot.app.screen, PipeOutput) and seat.pilot.app.screen.is_mounted)


async def test_the_story_is_piped_to_a_command_without_a_shell_and_controls_are_stripped(desk):
    async with seated(desk) as seat:
        code = "import sys; t = sys.stdin.read(); print(chr(27) + '[31m$HOME', len(t.split()) > 5, t.splitlines()[0])"
        seat.screen._piped = (seat.screen.stories.story,)
        seat.screen.call_later(seat.screen.run_pipe, f'"{sys.executable}" -c "{code}"')
        await seat.until(lambda: isinstance(seat.pilot.app.screen, PipeOutput) and seat.pilot.app.screen.is_mounted)
        await seat.until(lambda: bool(said(seat).line_count()))
        assert lines(seat) == [" [31m$HOME True Port reopens after storm"]
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen


async def test_the_key_asks_for_the_command_and_what_cannot_run_is_said(desk):
    async with seated(desk) as seat:
        await pipe(seat, "nosuchcommand")
        await seat.until(lambda: bool(said(seat).line_count()))
        assert "nosuchcommand: No such file" in lines(seat)[0]


async def test_after_the_limit_the_command_and_what_it_started_are_ended(desk):
    async with seated(desk) as seat:
        child = "import subprocess, sys, os; subprocess.Popen(['sleep', '600']); print(os.getpid(), flush=True); sys.stdin.read(); import time; time.sleep(600)"
        screen = PipeOutput([sys.executable, "-c", child], "text", seat.screen.inks, limit=1.0)
        seat.screen.call_later(seat.pilot.app.push_screen, screen)
        await seat.until(lambda: screen.is_mounted and bool(said(seat).line_count()))
        group = int(lines(seat)[0])

        def gone() -> bool:
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                return True
            return False

        await seat.until(gone)
        assert "ended after 1 s" in str(screen.query_one("Vertical").border_subtitle)
