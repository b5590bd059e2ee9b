"""Two passes at three sizes: the lines between the panes, and where one is while reading."""

from __future__ import annotations

import asyncio
import json

import pytest
from seat import Seat, seated

SIZES = [(80, 24), (120, 40), (200, 60)]

FIRST = ["Kari", "Anna", "Olav"]
LAST = ["Holm", "Berg", "Lund", "Dahl", "Moen", "Vik"]


def reports(desk, many: int) -> None:
    """So many stories more, none like another."""
    for number in range(many):
        desk.add(
            f"n{number}.txt",
            f"Report {number * 7} on ships\n\nBERGEN (Sample Wire) - Ships sailed {number * 13} miles.\n",
        )


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


async def test_a_note_is_set_anew_for_another_size(desk):
    async with seated(desk, (200, 40)) as seat:
        note = " ".join(f"word{n}" for n in range(40))
        seat.session.note(seat.screen.stories.story, note)
        await seat.until(lambda: seat.screen.progress is not None and seat.screen.progress.phase == "idle")
        await seat.press("enter")
        await seat.until(lambda: "word39" in seat.seen("reader"))
        await seat.pilot.resize_terminal(60, 40)
        await seat.until(lambda: all(f"word{n}" in seat.seen("reader") for n in range(40)))


async def test_what_one_reads_stays_at_the_top_when_the_width_changes(desk):
    lines = "\n\n".join(
        f"Paragraph {n} tells of {'ships and of the weather at sea, ' * 4}they said." for n in range(40)
    )
    desk.add("long.txt", f"A long watch\n\nOSLO (Sample Wire) - Kari Holm sailed.\n\n{lines}\n", age=-60)
    async with seated(desk, (60, 24)) as seat:
        await seat.until(lambda: len(seat.session.everything) == 6 or seat.session.renew())
        await seat.press("r", "g")
        await seat.until(lambda: seat.screen.progress is not None and seat.screen.progress.phase == "idle")
        await seat.press("enter")
        await seat.until(lambda: "A long watch" in seat.seen("reader"))
        while "Paragraph 20" not in seat.seen("reader").partition("\n")[0]:
            await seat.press("j")
        for width in (160, 80, 60):
            await seat.pilot.resize_terminal(width, 24)
            await seat.until(lambda: "Paragraph 20" in seat.seen("reader").partition("\n")[0])


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


async def test_the_row_and_the_fact_one_is_on_stay_in_view_in_a_lower_window(desk):
    desk.add(
        "long.txt",
        "Ministers meet\n\nOSLO (Sample Wire) - "
        + " ".join(f"Minister {first} {last} of Norway met them." for first in FIRST for last in LAST),
        age=-60,
    )
    reports(desk, 60)
    async with seated(desk, (120, 40)) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) >= 60)
        await seat.press(*"j" * 30)
        headline = seat.headline
        for size in ((120, 20), (80, 12), (120, 40)):
            await seat.pilot.resize_terminal(*size)
            await seat.until(lambda: headline[:20] in seat.seen("list"))
        await seat.press("g")
        story = seat.screen.stories.story
        await seat.until(lambda: bool(seat.session.facts(story)))
        await seat.press("f", "G")
        fact = seat.screen.facts.fact
        for size in ((120, 20), (80, 12), (120, 40)):
            await seat.pilot.resize_terminal(*size)
            await seat.until(lambda: "▌" in seat.seen("facts"))
            assert seat.screen.facts.fact == fact


async def test_the_heading_over_the_first_fact_is_seen_when_facts_come_before_their_pane_has_a_size(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("j")
        story = seat.screen.stories.story
        await seat.until(lambda: bool(seat.session.facts(story)))
        seat.screen.see(seat.screen.places() | {"facing"})
        seat.screen.facts.focus()
        while not seat.screen.facts.has_focus:
            await asyncio.sleep(0)
        for facts in ((), seat.session.facts(story)):
            seat.screen.facts.show(story, facts, {})
        await seat.until(lambda: "WHO" in seat.seen("facts"))


async def test_stories_read_one_by_one_are_in_view_in_the_list_afterwards(desk):
    reports(desk, 40)
    async with seated(desk, (80, 24)) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) >= 40)
        await seat.press("enter")
        for _ in range(30):
            await seat.press("J")
        headline = seat.headline
        await seat.press("escape")
        await seat.until(lambda: headline[:20] in seat.seen("list"))
        at = seat.screen.stories.cursor - seat.screen.stories.scroll_offset.y
        assert 0 < at < seat.screen.stories.size.height - 1, "with some of what is around it"
