"""Two passes at three sizes: the lines between the panes, and where one is while reading."""

from __future__ import annotations

import json

import pytest
from seat import Seat, seated

SIZES = [(80, 24), (120, 40), (200, 60)]


def width(seat: Seat, pane: str) -> int:
    return int(seat.screen.query_one(f"#{pane}").outer_size.width)


def height(seat: Seat, pane: str) -> int:
    return int(seat.screen.query_one(f"#{pane}").outer_size.height)


async def test_the_line_beside_the_list_moves_and_is_there_again(desk):
    async with seated(desk, (120, 40)) as seat:
        before = width(seat, "list")
        await seat.press("less_than_sign", "less_than_sign")
        assert width(seat, "list") == before - 8
        await seat.press("greater_than_sign")
        left = width(seat, "list")
        assert (left, width(seat, "side")) == (before - 4, 120 - left)
    async with seated(desk, (120, 40)) as seat:
        assert width(seat, "list") == left


async def test_each_layout_has_its_own_line(desk):
    async with seated(desk, (120, 40)) as seat:
        await seat.press("less_than_sign")
        skim = width(seat, "list")
        await seat.press("enter")
        before = width(seat, "reader")
        await seat.press("less_than_sign", "less_than_sign")
        assert width(seat, "reader") == before - 8
        assert width(seat, "reader") + width(seat, "known") == 120
        await seat.press("escape")
        assert width(seat, "list") == skim
        await seat.press("f")
        text = height(seat, "reader")
        await seat.press("greater_than_sign")
        assert height(seat, "reader") == text + 2
        await seat.press("f", "enter")
        assert width(seat, "reader") == before - 8


async def test_at_200_columns_list_text_and_facts_have_a_line_each(desk):
    async with seated(desk, (200, 60)) as seat:
        listed, facts = width(seat, "list"), width(seat, "known")
        await seat.press("less_than_sign")
        assert width(seat, "list") == listed - 4
        await seat.press("enter")
        assert width(seat, "list") == listed - 4
        facts = width(seat, "known")
        await seat.press("less_than_sign")
        assert (width(seat, "list"), width(seat, "known")) == (listed - 4, facts + 4)


async def test_at_80_columns_the_text_over_the_facts_can_be_made_taller(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("less_than_sign")
        assert "one pane at a time" in seat.seen("footer")
        await seat.press("f")
        before = height(seat, "reader")
        await seat.press("greater_than_sign")
        assert (height(seat, "reader"), width(seat, "reader")) == (before + 2, 80)
        await seat.press("f", "enter")
        assert height(seat, "reader") == 22


@pytest.mark.parametrize("size", SIZES)
async def test_no_pane_becomes_too_small_to_read(desk, size):
    async with seated(desk, size) as seat:
        await seat.press("f" if size[0] < 100 else "g")
        await seat.press(*["less_than_sign"] * 40)
        assert "as far as it goes" in seat.seen("footer")
        await seat.press(*["greater_than_sign"] * 40)
        for pane in ("list", "reader", "known"):
            if width(seat, pane):
                assert width(seat, pane) >= 26 and height(seat, pane) >= 4


async def test_a_damaged_file_leaves_the_lines_where_they_stand_out_of_the_box(desk):
    async with seated(desk, (120, 40)) as seat:
        before = width(seat, "list")
        await seat.press("less_than_sign")
    path = desk.locations.splits
    assert list(json.loads(path.read_text())) == ["skim"]
    path.write_text('{"skim": [')
    async with seated(desk, (120, 40)) as seat:
        assert width(seat, "list") == before


@pytest.mark.parametrize("size", SIZES[:2])
async def test_while_reading_the_top_says_which_of_the_undecided_it_is(desk, size):
    async with seated(desk, size) as seat:
        await seat.press("j", "enter")
        await seat.until(lambda: "‹ 2 of 5 undecided" in seat.seen("header"))
        assert "Sample Wire" in seat.seen("header")
        await seat.press("x")
        await seat.until(lambda: "‹ 2 of 4 undecided" in seat.seen("header"))
        await seat.press("K")
        await seat.until(lambda: "‹ 4 undecided" in seat.seen("header"))
        await seat.press("escape")
        await seat.until(lambda: "1 decided" in seat.seen("header"))


async def test_whoever_is_among_the_facts_stays_there_in_a_window_of_any_width(desk):
    async with seated(desk, (120, 40)) as seat:
        await seat.press("f")
        for columns in (80, 200, 60, 120):
            await seat.pilot.resize_terminal(columns, 30)
            await seat.pilot.pause()
            assert seat.screen.focused is seat.screen.facts
            assert width(seat, "facts")
        await seat.press("escape")
        assert seat.screen.focused is seat.screen.stories
