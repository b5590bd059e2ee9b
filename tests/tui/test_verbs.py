"""The verbs of the command line from the app's `:` line, used well and badly, on the smallest screen."""

from __future__ import annotations

import json
from pathlib import Path

from seat import seated
from test_sheets import all_extracted
from textual.containers import Vertical

from triage.model.verb import VERBS
from triage.tui.screens.verb_output import Output

HELD = Path(__file__).parents[1] / "corpus" / "held" / "2022-koblenz-verdict.json"

WELL = {
    "facts": ("facts {inbox}/missile.txt", "surface-to-air missile"),
    "list": ("list --json NATO", "Norway orders"),
    "show": ("show", "Port reopens after storm"),
    "tag": ("tag NATO sanctions", "tagged 1 of 1 matching: sanctions"),
    "untag": ("untag NATO sanctions", "untagged 1 of 1 matching: sanctions"),
    "undo": ("undo", "undone: untag sanctions (1 story)"),
    "export": ("export path:missile -f jsonl", "Norway orders NASAMS"),
    "evaluate": (f"evaluate {HELD}", "whole value"),
    "check": ("check", "the defaults hold"),
}
BADLY = {
    "facts": ("facts", "PATH"),
    "list": ("list --jsn", "unrecognized arguments"),
    "show": ("show nothing", "No story has an id"),
    "tag": ("tag", "QUERY TAG"),
    "untag": ("untag person: NATO", "expected a value right after"),
    "undo": ("undo everything", "unrecognized arguments: everything"),
    "export": ("export -f xml", "invalid choice"),
    "evaluate": ("evaluate /nowhere", "No such file"),
    "check": ("check everything", "unrecognized arguments"),
}


async def asked(seat, line: str) -> None:
    await seat.press("colon")
    seat.pilot.app.screen.query_one("Prompt Input").value = line
    await seat.press("enter")


async def said(seat, line: str) -> tuple[str, str]:
    """What a verb says, and how it ended; then back on the desk."""
    await asked(seat, line)
    top = seat.pilot.app.screen
    assert isinstance(top, Output), line
    await seat.until(lambda: "running" not in str(top.query_one(Vertical).border_subtitle))
    view = top.query_one("#said")
    lines = ["".join(text for text, _ in line) for line in view._lines]
    words = "".join(lines)
    assert all(len(one) <= view.size.width for one in lines), "nothing is cut away"
    ended = str(top.query_one(Vertical).border_subtitle)
    await seat.press("escape")
    assert seat.pilot.app.screen is seat.screen
    return words, ended


async def test_every_verb_well_and_badly_used(desk):
    assert WELL.keys() == BADLY.keys() == set(VERBS)
    async with seated(desk, (80, 24)) as seat:
        await all_extracted(seat)
        for verb in VERBS:
            line, words = WELL[verb]
            heard, ended = await said(seat, line.format(inbox=desk.inbox))
            assert words in heard, line
            assert ended.startswith("done"), line
            line, words = BADLY[verb]
            heard, ended = await said(seat, line)
            assert words in " ".join(heard.split()), line
            assert ended.startswith("ended with"), line
            assert "Traceback" not in heard


async def test_what_is_longer_than_the_line_goes_on_below_itself(desk):
    async with seated(desk, (80, 24)) as seat:
        await all_extracted(seat)
        heard, _ = await said(seat, "list --json path:missile")
        assert json.loads("".join(heard.split()))["story"]["path"] == "missile.txt"


async def test_lists_help_and_the_end_are_the_apps_own(desk):
    async with seated(desk, (80, 24)) as seat:
        await all_extracted(seat)
        await asked(seat, "triage list brackets")
        assert len(seat.screen.stories.ids) == 1
        await asked(seat, "help")
        assert type(seat.pilot.app.screen).__name__ == "HelpScreen"
        await seat.press("escape")
        await asked(seat, "q!")
        assert seat.pilot.app._exit
