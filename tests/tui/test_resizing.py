"""The window gets another size while something lies over the desk, or is typed: all of it is placed anew and stays in view."""

from __future__ import annotations

import pytest
from seat import seated
from test_appearance import seated_with
from test_versions import comes

from triage.settings import TagDefinition

SIZES = [(40, 15), (120, 40), (80, 24)]


def marked_in_view(box) -> bool:
    """Whether the marked line of a box is seen, in a box that is seen."""
    options = box.query_one("OptionList")
    top = options._index_to_line[options.highlighted] - options.scroll_offset.y
    return 0 <= top < options.size.height and box.region.contains_region(options.region)


async def test_the_marked_tag_stays_in_view(desk):
    tags = tuple(TagDefinition(f"topic {number:02}") for number in range(60))
    async with seated_with(desk, (120, 40), tags=tags) as seat:
        await seat.press("t", *["down"] * 19)
        for size in SIZES:
            await seat.pilot.resize_terminal(*size)
            await seat.until(lambda: marked_in_view(seat.pilot.app.screen))
            assert seat.pilot.app.screen.query_one("OptionList").size.height == size[1] // 2


async def test_the_marked_command_stays_in_view(desk):
    async with seated(desk, (120, 40)) as seat:
        await seat.press("ctrl+p")
        palette = seat.pilot.app.screen
        await seat.until(lambda: palette.query_one("CommandList").option_count > 20)
        await seat.press(*["down"] * 12)
        for size in SIZES:
            await seat.pilot.resize_terminal(*size)
            await seat.until(lambda: marked_in_view(palette))


async def test_the_kinds_of_a_fact_are_all_reached_in_a_low_window(desk):
    async with seated(desk, (80, 24)) as seat:
        story = seat.screen.stories.story
        await seat.until(lambda: bool(seat.session.facts(story)))
        await seat.press("f", "equals_sign")
        await seat.until(lambda: type(seat.pilot.app.screen).__name__ == "KindPicker")
        await seat.press(*"kk")
        for size in ((30, 7), (80, 24)):
            await seat.pilot.resize_terminal(*size)
            await seat.until(lambda: marked_in_view(seat.pilot.app.screen))


@pytest.mark.parametrize("columns", [40, 120])
async def test_what_is_said_under_a_line_that_is_typed_is_cut_for_the_width(desk, columns):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("colon")
        await seat.until(lambda: "as in tag person:kim NATO · enter runs it · esc goes back" in seat.seen("complaint"))
        await seat.pilot.resize_terminal(columns, 24)
        await seat.until(lambda: ("as in tag" in seat.seen("complaint")) is (columns > 80))
        assert "enter runs it · esc goes back" in seat.seen("complaint")


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_back_is_named_in_a_window_of_any_width(desk, size):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
    comes(desk, 2, "UPDATE 2-Fire kills 5 in Ostby, house lost")
    async with seated(desk, (100, 30)) as seat:
        await seat.until(lambda: any(one.versions == 3 for one in seat.session.entries(seat.screen.stories.ids)))
        entries = seat.session.entries(seat.screen.stories.ids)
        seat.screen.stories.go(next(line for line, one in enumerate(entries) if one.versions == 3))
        for keys, bar in ((("b",), "sheet-keys"), (("c",), "versions-keys"), (("d", "h"), "history-keys")):
            await seat.press(*keys)
            await seat.pilot.resize_terminal(*size)
            screen = seat.pilot.app.screen
            assert screen is not seat.screen
            keys_line = screen.query_one(f"#{bar}").render_line
            await seat.until(lambda line=keys_line: "esc back" in line(0).text)
            if bar == "sheet-keys":
                assert "? help" in keys_line(0).text
            await seat.press("escape")
