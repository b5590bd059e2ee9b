"""The mouse: where it helps, and never needed."""

from __future__ import annotations

import pytest
from seat import seated
from test_hostile import Seat as Installed
from test_sheets import all_extracted
from textual.events import MouseScrollDown

from triage.model.state import State

SIZES = [(80, 24), (120, 40), (200, 60)]


def column(bar, words: str) -> int:
    """Where words stand on a line of the screen."""
    return bar.render_line(0).text.index(words)


async def click(seat, selector: str, x: int, y: int, times: int = 1) -> None:
    await seat.pilot.click(seat.pilot.app.screen.query_one(selector), offset=(x, y), times=times)
    await seat.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_key_of_the_footer_presses_it(desk, size):
    async with seated(desk, size) as seat:
        story, footer = seat.screen.stories.story, seat.screen.footer_bar
        await click(seat, "#footer", column(footer, "NATO"), 0)
        assert seat.session.store.tags(story) == ("NATO",)
        await click(seat, "#footer", column(footer, "space done"), 0)
        assert seat.session.store.state(story) is State.DONE
        await click(seat, "#footer", column(footer, "help"), 0)
        assert type(seat.pilot.app.screen).__name__ == "HelpScreen"


async def test_a_click_on_what_is_proposed_does_it(desk):
    async with seated(desk) as seat:
        await seat.press("asterisk", "x")
        await click(seat, "#footer", column(seat.screen.footer_bar, "yes"), 0)
        assert all(seat.session.store.state(story) is State.SPIKED for story in seat.screen.stories.ids)


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_goes_to_a_row_and_two_read_it(desk, size):
    async with seated(desk, size) as seat:
        await click(seat, "#list", 30, 1)
        assert seat.headline == "Norway orders NASAMS batteries for NATO"
        assert seat.screen.focused is seat.screen.stories
        await click(seat, "#list", 30, 2, times=2)
        assert "brackets" in seat.headline or "markup" in seat.headline
        await seat.until(lambda: seat.screen.focused is seat.screen.reader)


async def test_two_clicks_on_a_fact_read_where_it_stands(desk):
    async with seated(desk) as seat:
        await all_extracted(seat)
        await seat.press("j")
        await seat.until(lambda: "Kari Holm" in seat.seen("facts"))
        line = next(n for n, words in enumerate(seat.seen("facts").splitlines()) if "Kari Holm" in words)
        await click(seat, "#facts", 4, line, times=2)
        await seat.until(lambda: seat.screen.focused is seat.screen.reader)
        assert seat.screen.reader._marked


@pytest.mark.parametrize("size", SIZES)
async def test_the_wheel_scrolls_list_and_text(desk, size):
    desk.add("long.txt", "A long story\n\nOSLO (Sample Wire) - It begins.\n\n" + "It goes on.\n\n" * 90, age=1)
    for number in range(70):
        desk.add(f"brief{number}.txt", f"Brief number {number}\n\nOSLO (Sample Wire) - Brief.\n", age=600 + number)
    async with seated(desk, size) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) == 76)
        await seat.pilot._post_mouse_events([MouseScrollDown], seat.screen.stories, offset=(5, 5))
        assert seat.screen.stories.scroll_offset.y > 0
        await seat.press("g", "enter")
        await seat.until(lambda: "It goes on" in seat.seen("reader"))
        await seat.pilot._post_mouse_events([MouseScrollDown], seat.screen.reader, offset=(5, 5))
        assert seat.screen.reader.scroll_offset.y > 0


async def test_what_the_wheel_shows_stays_when_the_same_is_listed_again(desk):
    for number in range(70):
        desk.add(f"brief{number}.txt", f"Brief number {number}\n\nOSLO (Sample Wire) - Brief.\n", age=600 + number)
    async with seated(desk) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) == 75)
        for _ in range(3):
            await seat.pilot._post_mouse_events([MouseScrollDown], seat.screen.stories, offset=(5, 5))
        top = seat.screen.stories.scroll_offset.y
        assert top > seat.screen.stories.cursor
        seat.screen.take_in()
        await seat.pilot.pause()
        assert seat.screen.stories.scroll_offset.y == top
        await seat.press("j")
        assert seat.screen.stories.scroll_offset.y <= seat.screen.stories.cursor == 1
        await seat.pilot._post_mouse_events([MouseScrollDown], seat.screen.stories, offset=(5, 5))
        seat.screen.show_query("brief")
        await seat.pilot.pause()
        assert seat.screen.stories.scroll_offset.y <= seat.screen.stories.cursor


@pytest.mark.parametrize(("setting", "asked"), [("", True), ("mouse = false\n", False)])
def test_the_terminal_keeps_its_mouse_where_the_settings_say_so(desk, tmp_path, setting, asked):
    config = tmp_path / "mouse.toml"
    config.write_text(setting)
    seat = Installed(str(desk.inbox), "--config", str(config))
    seat.sees("harbor master")
    seat.keys("q")
    assert seat.ends() == 0
    assert (b"\x1b[?1000h" in seat.written or b"\x1b[?1003h" in seat.written) is asked
