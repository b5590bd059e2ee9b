"""What can be seen where there is little: few colours or none, many tags, narrow windows, no story."""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem
from rich.segment import Segment
from seat import Seat, seated
from textual.strip import Strip

from triage.session import Session
from triage.settings import TagDefinition, load
from triage.tui.app import TriageApp
from triage.tui.paint import PALETTES, Inks
from triage.tui.terminal.ability import Depth
from triage.tui.terminal.canvas import Canvas
from triage.tui.terminal.look import Looks
from triage.tui.terminal.symbols import Symbols

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def seated_with(desk, size=(120, 40), **changed) -> AsyncIterator[Seat]:
    """A person at the app, with settings of their own."""
    session = Session(dataclasses.replace(load(None), **changed), desk.locations, "tester")
    try:
        async with TriageApp(session).run_test(size=size) as pilot:
            seat = Seat(pilot, session)
            await seat.until(lambda: seat.screen.opened and len(seat.screen.stories.ids) >= 5)
            yield seat
    finally:
        session.close()


def weights(seat: Seat, lines: int) -> list[frozenset[str]]:
    """By what but colour a terminal would tell the first lines of a box."""
    app = seat.pilot.app
    assert isinstance(app, TriageApp)
    strips = [app.screen.query_one("OptionList").render_line(y) for y in range(lines)]
    return [app._bare.of(next(style for text, style, _ in strip if text.strip())).marks for strip in strips]


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("terminal", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
async def test_the_marked_line_of_a_box_is_seen_without_colours(desk, monkeypatch, theme, terminal):
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    async with seated_with(desk, theme=theme) as seat:
        await seat.press("t")
        await seat.until(lambda: seat.pilot.app.screen.query("OptionList").first().display)
        assert ["7" in marks for marks in weights(seat, 3)] == [True, False, False]
        await seat.press("down")
        assert ["7" in marks for marks in weights(seat, 3)] == [False, True, False]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("term", ["xterm", "screen"])
async def test_sixteen_colours_still_tell_the_families_of_facts_apart(desk, monkeypatch, theme, term):
    monkeypatch.setenv("TERM", term)
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    async with seated_with(desk, theme=theme) as seat:
        inks = seat.screen.inks
        shown = [inks.kind(kind).color.downgrade(ColorSystem.STANDARD) for kind in ("person", "place", "date", "quote")]
        assert len({colour.number for colour in shown}) == len(shown)


def test_a_row_that_is_reversed_is_of_one_colour():
    inks = Inks(PALETTES["terminal"], colour=True)
    looks = Looks(Depth.SIXTEEN, Color.parse("default"))
    shown = {looks.of(style + inks.row) for style in (inks.plain, inks.alarm, inks.accent, inks.kind("place"))}
    assert {(look.ink, look.ground) for look in shown} == {("", "")}
    assert all("7" in look.marks for look in shown)


def test_a_ground_of_its_own_is_told_without_colours_where_nobody_knows_the_pages():
    inks = Inks(PALETTES["terminal"], colour=True)
    looks = Looks(Depth.NONE, Color.parse("default"))
    assert looks.of(inks.plain).marks == frozenset()
    assert looks.of(inks.plain.from_color(None, Color.parse("white"))).marks == {"7"}


def test_what_an_emoji_leaves_of_its_columns_is_blank():
    canvas = Canvas(10, 1, Looks(Depth.NONE, None), Symbols(), erases=True)
    canvas.put(0, 0, Strip([Segment("abcdef")]))
    canvas.changes(1000)
    canvas.put(0, 0, Strip([Segment("a❤\ufe0fdef")]))
    assert "  \x1b[1;2H❤\ufe0f\x1b[1;4H" in canvas.changes(1000)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_a_hundred_tags_leave_headlines_their_room(desk, size):
    tags = [TagDefinition(f"topic {number} of many that there are") for number in range(100)]
    tags.append(TagDefinition("keyed", key="w"))
    async with seated_with(desk, size, tags=tuple(tags)) as seat:
        listed = seat.seen("list")
        assert "Late goal" in listed
        await seat.press("w")
        await seat.until(lambda: "W" in seat.seen("list"))
        story = seat.screen.stories.story
        for number in range(88, 100):
            seat.session.toggle(story, tags[number].name)
        seat.screen.stories.row_changed(story)
        await seat.pilot.pause()
        before = [line.index("Late goal") for line in listed.splitlines() if "Late goal" in line]
        assert [line.index("Late goal") for line in seat.seen("list").splitlines() if "Late goal" in line] == before
        first = seat.seen("list").splitlines()[0]
        assert "++" in first
        assert first.index("Port") == before[0]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_box_of_tags_has_room_in_any_window(desk, size):
    tags = tuple(TagDefinition(f"topic {number:02} with a name as long as it can") for number in range(60))
    async with seated_with(desk, size, tags=tags) as seat:
        await seat.press("t", *["down"] * 30)
        screen = seat.pilot.app.screen
        box, options = screen.query_one("TagPicker > Vertical"), screen.query_one("OptionList")
        assert screen.region.contains_region(box.region)
        assert box.region.contains_region(options.region)
        assert box.region.bottom == options.region.bottom + 1
        assert "topic 30" in "\n".join(options.render_line(y).text for y in range(options.size.height))


async def test_without_a_story_the_line_below_names_only_keys_that_do_something(desk):
    async with seated(desk) as seat:
        await seat.press("3")
        await seat.until(lambda: not seat.screen.stories.ids)
        assert "d defense" in seat.seen("footer")
        for words in ("done", "spike", "read", "facts", "select"):
            assert words not in seat.seen("footer")
        assert "find" in seat.seen("footer")
        await seat.press("escape")
        await seat.until(lambda: "spike" in seat.seen("footer"))


async def test_about_a_file_that_cannot_be_read_only_keys_are_named_that_do_something(desk):
    desk.add("broken.json", b'{"headline": "half', age=1)
    async with seated(desk) as seat:
        await seat.until(lambda: "broken.json" in seat.seen("list"))
        await seat.press("g")
        assert "broken.json" in seat.headline
        await seat.until(lambda: "spike" not in seat.seen("footer"))
        for words, named in (("done", False), ("later", False), ("select", False), ("undo", True), ("read", True)):
            assert (words in seat.seen("footer")) is named
        await seat.press("f")
        await seat.until(lambda: "No facts" in seat.seen("facts"))
        assert "dossier" not in seat.seen("footer")
        await seat.press("escape", "j")
        await seat.until(lambda: "spike" in seat.seen("footer"))
        await seat.until(lambda: bool(seat.session.facts(seat.screen.stories.story)))
        await seat.press("f")
        await seat.until(lambda: "dossier" in seat.seen("footer"))


async def test_all_tags_of_a_story_are_read_however_many_they_are(desk):
    names = [f"topic {number:02} as long as a name" for number in range(9)]
    async with seated(desk, (80, 24)) as seat:
        await seat.until(lambda: seat.screen.progress is not None and seat.screen.progress.phase == "idle")
        seat.session.tag((seat.screen.stories.story,), names)
        await seat.press("enter")
        await seat.until(lambda: all(name in seat.seen("reader") for name in names))


async def test_a_view_without_a_story_is_called_by_its_name(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("3")
        await seat.until(lambda: "“put off until later” has no stories now" in seat.seen("list"))
        await seat.press("escape", "slash", *"xyzzy")
        await seat.until(lambda: "Nothing matches “xyzzy*”" in seat.seen("list"))


async def test_the_first_view_is_of_the_newest_day_once_all_is_read(desk):
    desk.add("old.txt", "Date: 2018-04-27T08:10:00Z\n\nOld news\n\nBONN (Sample Wire) - It is old.\n")
    async with seated(desk) as seat:
        await seat.until(lambda: not seat.screen._filling and len(seat.session.everything) == 6)
        screen = seat.screen
        screen.list_anew(seat.session.listing("day:2018-04-27"))  # as it stands while only that one is read
        screen._filling, screen._first = True, screen.listing.text
        screen._take_in_first()
        assert screen.listing.day == seat.session.days.newest()
        assert len(screen.stories.ids) == 5


async def test_a_query_that_is_taken_back_leaves_the_list_where_it_was(desk):
    for number in range(40):
        desk.add(
            f"n{number}.txt", f"Report {number * 7} on ships\n\nBERGEN (Sample Wire) - Ships sailed {number} miles.\n"
        )
    async with seated(desk, (80, 24)) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) >= 40)
        await seat.until(lambda: seat.screen.progress is not None and seat.screen.progress.phase == "idle")
        await seat.press(*"jjjjjjjjjj")
        before = seat.seen("list")
        for typed in ("xyzzy", "ships"):
            await seat.press("slash", *typed)
            await seat.until(lambda: seat.seen("list") != before)
            await seat.press("escape")
            await seat.until(lambda: seat.screen.focused is seat.screen.stories)
            await seat.until(lambda: seat.seen("list") == before)


async def test_why_a_name_cannot_be_a_tag_is_seen_behind_any_name(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("t", *("x" * 60), "enter")
        await seat.until(lambda: "cannot be a tag" in seat.seen("footer"))


async def test_help_begins_with_the_keys_of_where_one_is(desk):
    async with seated(desk, (80, 24)) as seat:
        for keys, first in (((), "tags"), (("b",), "in a dossier"), (("enter",), "in the story")):
            await seat.press(*keys, "question_mark")
            await seat.until(lambda: bool(seat.pilot.app.screen.query("#keys")))
            assert seat.pilot.app.screen.query_one("#keys").render_line(0).text.startswith(first)
            await seat.press("escape", *(("escape",) if keys == ("b",) else ()))


async def test_esc_takes_a_message_away_where_there_is_nothing_else_to_leave(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("u")
        assert "nothing to undo" in seat.seen("footer")
        await seat.press("enter", "escape")
        assert "nothing to undo" in seat.seen("footer"), "there was a story to leave"
        await seat.press("escape")
        assert "d defense" in seat.seen("footer")


@pytest.mark.parametrize("width", [20, 40, 60])
async def test_the_line_above_ends_with_an_ellipsis_where_it_is_cut(desk, width):
    async with seated(desk, (width, 15)) as seat:
        await seat.press("v", "enter")
        await seat.until(lambda: seat.seen("header").startswith(" ‹"))
        for keys in ((), ("escape",)):
            await seat.press(*keys)
            left = "".join(text for text, _ in seat.screen.header_bar._left).rstrip()
            line = seat.seen("header")
            assert line.startswith(left) or "…" in line[: len(left)], (left, line)


async def test_a_message_that_is_too_long_ends_with_an_ellipsis(desk):
    async with seated(desk, (40, 12)) as seat:
        seat.screen.say("words " * 20)
        await seat.pilot.pause()
        assert seat.seen("footer").endswith("words…")


async def test_a_source_in_wide_characters_leaves_the_row_in_its_columns(desk):
    desk.add(
        "wide.json",
        '{"headline": "Markets close higher after a long day of trade in all of the city", "source": "共同通信社"}',
    )
    async with seated(desk) as seat:
        await seat.until(lambda: "共同通信社" in seat.seen("list"))
        row = next(line for line in seat.seen("list").splitlines() if "共同通信社" in line)
        assert row.rstrip(" │").endswith("…")
