"""What is sent to the terminal ahead of Textual looks as what Textual draws later: nothing flickers, nothing is sent twice."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from seat import Seat
from textual.geometry import Region

from triage.session import Session
from triage.settings import load
from triage.tui.app import TriageApp

if TYPE_CHECKING:
    from textual.strip import Strip

    from triage.tui.terminal.look import Look
    from triage.tui.widgets.line_view import LineView

LOOKS = {"dark": {"COLORTERM": "truecolor"}, "light": {"NO_COLOR": "1"}, "terminal": {"TERM": "xterm"}}
"""A terminal for each theme."""


@pytest.mark.parametrize("theme", LOOKS)
async def test_lines_sent_ahead_look_as_textual_draws_them(desk, monkeypatch, theme):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in LOOKS[theme].items():
        monkeypatch.setenv(name, value)
    session = Session(dataclasses.replace(load(None), theme=theme), desk.locations, "tester")
    app = TriageApp(session)
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            seat = Seat(pilot, session)
            await seat.until(lambda: seat.screen.opened and len(seat.screen.stories.ids) >= 5)
            await seat.press("n", "j", "s")
            await seat.until(lambda: seat.screen.reader.line_count() > 2)
            for view in (seat.screen.stories, seat.screen.reader, seat.screen.query_one("#facts")):
                assert view.content_size.height
                for y in range(view.content_size.height):
                    assert ahead(app, view, y) == later(app, view, y)
    finally:
        session.close()


def ahead(app: TriageApp, view: LineView, y: int) -> list[tuple[str, Look]]:
    return cells(app, view.render_line(y))


def later(app: TriageApp, view: LineView, y: int) -> list[tuple[str, Look]]:
    left, top = view.gutter.left, view.gutter.top
    return cells(app, view.render_lines(Region(left, y + top, view.content_size.width, 1))[0])


def cells(app: TriageApp, strip: Strip) -> list[tuple[str, Look]]:
    return [(character, app._looks.of(style)) for text, style, _ in strip for character in text]
