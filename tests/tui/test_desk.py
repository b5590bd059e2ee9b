"""The app driven through its keys, on a real desk with its real second process."""

from __future__ import annotations

import asyncio

import pytest
from seat import documents, seated
from textual.command import CommandList

from triage.model.state import State
from triage.session import Session
from triage.settings import load
from triage.tui.palette import Palette


async def test_lists_newest_first_and_shows_the_story_under_the_cursor(desk):
    async with seated(desk) as seat:
        assert seat.headline == "Port reopens after storm"
        await seat.until(lambda: "We lost two cranes" in seat.seen("reader"))
        await seat.press("j")
        assert seat.headline == "Norway orders NASAMS batteries for NATO"
        await seat.until(lambda: "Kari Holm" in seat.seen("facts"))


async def test_a_tag_key_toggles_and_stays_its_capital_decides_and_goes_on(desk):
    async with seated(desk) as seat:
        await seat.press("d")
        first = seat.screen.stories.story
        assert seat.session.store.tags(first) == ("defense",)
        assert seat.session.store.state(first) is not State.DONE
        await seat.press("d", "N")
        assert seat.session.store.tags(first) == ("NATO",)
        assert seat.session.store.state(first) is State.DONE
        assert seat.headline == "Norway orders NASAMS batteries for NATO"
    assert documents(desk)["Port reopens after storm"]["tags"] == ["NATO"]


async def test_space_x_and_l_decide_and_undo_brings_story_and_cursor_back(desk):
    async with seated(desk) as seat:
        ids = seat.screen.stories.ids
        await seat.press("space", "x", "l")
        states = [seat.session.store.state(story) for story in ids[:3]]
        assert states == [State.DONE, State.SPIKED, State.LATER]
        await seat.press("u", "u", "u")
        assert seat.screen.stories.cursor == 0
        assert not any(seat.session.store.state(story).decided for story in ids)
        await seat.press("ctrl+r")
        assert seat.session.store.state(ids[0]) is State.DONE


async def test_suggestions_are_accepted_with_one_key(desk):
    async with seated(desk) as seat:
        await seat.press("j")
        story = seat.screen.stories.story
        await seat.until(lambda: bool(seat.session.suggestions(story)))
        suggested = {one.tag for one in seat.session.suggestions(story)}
        await seat.press("a")
        assert set(seat.session.store.tags(story)) == suggested >= {"defense", "NATO"}
        assert seat.session.store.state(story) is State.DONE


async def test_with_nothing_suggested_accept_says_so_and_stays(desk):
    async with seated(desk) as seat:
        await seat.press("G")
        story = seat.screen.stories.story
        await seat.until(lambda: seat.session.entry(story).extracted)
        await seat.press("a")
        assert "nothing is suggested" in seat.seen("footer")
        assert seat.screen.stories.story == story
        assert seat.session.store.decision(story) is None


async def test_a_query_filters_as_it_is_typed_and_escape_takes_it_back(desk):
    async with seated(desk) as seat:
        await seat.press("slash", *"brackets")
        await seat.until(lambda: len(seat.screen.stories.ids) == 1)
        assert "markup" in seat.headline
        await seat.press("enter")
        assert seat.screen.listing.asked == "brackets*"
        await seat.press("escape")
        assert len(seat.screen.stories.ids) == 5


async def test_a_query_for_a_fact_and_for_a_tag(desk):
    async with seated(desk) as seat:
        await seat.until(lambda: len(seat.session.listing("person:holm").ids) == 1)
        await seat.press("d", "slash", *"tag:defense", "enter")
        assert [seat.headline, len(seat.screen.stories.ids)] == ["Port reopens after storm", 1]


async def test_hostile_headlines_are_shown_as_text(desk):
    async with seated(desk) as seat:
        listed = seat.seen("list")
        assert "[/x] [@click=app.quit]markup[/]" in listed
        assert "\x1b" not in listed + seat.seen("reader")
        await seat.press("j", "j", "enter")
        await seat.until(lambda: "[/x]" in seat.seen("reader"))
        assert seat.pilot.app.is_running


async def test_reading_marks_as_read_and_makes_no_document(desk):
    async with seated(desk) as seat:
        story = seat.screen.stories.story
        await seat.press("enter")
        await seat.until(lambda: seat.session.store.state(story) is State.READ)
        assert seat.session.store.decision(story) is None
        await seat.press("J", "escape")
        assert seat.headline == "Norway orders NASAMS batteries for NATO"


async def test_an_own_tag_by_name(desk):
    async with seated(desk) as seat:
        await seat.press("t", *"harbours", "enter")
        await seat.until(lambda: seat.session.store.tags(seat.screen.stories.story) == ("harbours",))
        assert "harbours" in seat.session.known_tags()


async def test_an_unreadable_file_is_listed_with_the_reason_and_cannot_be_tagged(desk):
    desk.add("broken.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00", age=1.5)
    async with seated(desk) as seat:
        await seat.until(lambda: "broken.txt" in seat.seen("list"))
        await seat.press("g", "d")
        assert "could not be read" in seat.seen("footer")
        assert documents(desk) == {} if desk.store.exists() else True


async def test_arrivals_wait_for_refresh_and_leave_the_cursor_alone(desk):
    async with seated(desk) as seat:
        await seat.until(lambda: not seat.screen._filling)
        await seat.press("j")
        before = seat.headline
        desk.add("late.txt", "A late arrival\n\nBONN (Sample Wire) - It came late.\n", age=2)
        await seat.until(lambda: "1 new" in seat.seen("header"))
        assert len(seat.screen.stories.ids) == 5
        await seat.press("r")
        await seat.until(lambda: len(seat.screen.stories.ids) == 6)
        assert seat.headline == before


async def test_a_story_whose_file_goes_on_keeps_its_line_and_its_decision(desk):
    path = desk.add("part.txt", "A story in parts\n\nBONN (Sample Wire) - It came in parts.\n", age=3)
    async with seated(desk) as seat:
        await seat.until(lambda: not seat.screen._filling and len(seat.screen.stories.ids) == 6)
        await seat.press("g")
        while seat.headline != "A story in parts":
            await seat.press("j")
        line, part = seat.screen.stories.cursor, seat.screen.stories.story
        await seat.press("n", "space", "k")
        desk.add("part.txt", path.read_text() + "\nThe rest came later.\n", age=2)
        await seat.until(lambda: seat.screen.stories.story != part)
        await seat.until(lambda: "1 decided" in seat.seen("header"))
        assert "new (r)" not in seat.seen("header")
        assert (seat.headline, seat.screen.stories.cursor) == ("A story in parts", line)
        assert seat.screen.stories.row(line).tags == ("NATO",)
        await seat.until(lambda: "The rest came later" in seat.seen("reader"))
        day = seat.screen.listing.day
        for key in ("left", "right") if seat.session.days.beside(day, -1) else ("0", "0"):
            await seat.press(key)
        assert "A story in parts" in {row.entry.headline for row in seat.session.rows(seat.screen.stories.ids)}
        assert "1 decided" in seat.seen("header")


@pytest.mark.parametrize("keys", [("question_mark",), ("t",), ("f", "equals_sign"), ("ctrl+p",), ("d", "h"), ("b",)])
async def test_the_shell_is_one_key_away_from_whatever_lies_over_the_desk(desk, keys, monkeypatch):
    async with seated(desk) as seat:
        went = []
        monkeypatch.setattr(seat.pilot.app, "action_suspend_process", lambda: went.append(1))
        story = seat.screen.stories.story
        await seat.until(lambda: bool(seat.session.facts(story)))
        await seat.press(*keys)
        await seat.until(lambda: seat.pilot.app.screen is not seat.screen)
        await seat.press("ctrl+z")
        await seat.until(lambda: went == [1])


async def test_another_terminals_decision_shows_here(desk):
    async with seated(desk) as seat:
        story = seat.screen.stories.story
        await seat.until(lambda: len(seat.session.everything) == 5 and not seat.screen._filling)
        other = Session(load(None), desk.locations, "somebody")
        other.tag([story], ["sanctions"])
        await seat.until(lambda: seat.session.store.tags(story) == ("sanctions",))
        await seat.until(lambda: " S " in seat.seen("list"))
        other.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_size_shows_list_reader_and_facts_by_the_same_keys(desk, size):
    async with seated(desk, size) as seat:
        await seat.press("j", "enter")
        await seat.until(lambda: "ordered NASAMS" in seat.seen("reader"))
        await seat.press("f")
        await seat.until(lambda: "WHO" in seat.seen("facts"))
        assert seat.screen.focused is seat.screen.facts
        await seat.press("f", "escape")
        assert seat.screen.focused is seat.screen.stories


async def test_help_and_palette_open_and_close(desk):
    async with seated(desk) as seat:
        await seat.press("question_mark")
        assert type(seat.pilot.app.screen).__name__ == "HelpScreen"
        await seat.press("escape", "ctrl+p")
        assert "Palette" in type(seat.pilot.app.screen).__name__
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen


async def test_a_refused_suggestion_is_not_offered_again(desk):
    async with seated(desk) as seat:
        await seat.press("j")
        story = seat.screen.stories.story
        await seat.until(lambda: len(seat.session.suggestions(story)) > 1)
        first = seat.session.suggestions(story)[0].tag
        await seat.press("minus")
        assert first not in {one.tag for one in seat.session.suggestions(story)}
        await seat.press("u")
        assert seat.session.suggestions(story)[0].tag == first


async def test_a_note_is_kept_and_shown(desk):
    async with seated(desk) as seat:
        story = seat.screen.stories.story
        await seat.press("m", *"ask the harbor", "enter")
        await seat.until(lambda: seat.session.store.decision(story) is not None)
        assert seat.session.store.decision(story).note == "ask the harbor"
        await seat.until(lambda: "ask the harbor" in seat.seen("reader"))


async def test_find_marks_what_is_typed_and_stays_in_the_story(desk):
    async with seated(desk) as seat:
        await seat.press("enter", "slash", *"cranes", "enter")
        assert seat.screen.focused is seat.screen.reader
        assert seat.screen.reader.mark_found("CRANES")


async def test_from_match_to_match_of_what_was_found(desk):
    async with seated(desk) as seat:
        await seat.until(lambda: "×" in seat.seen("facts"))
        await seat.press("enter", "slash", "t", "h", "e")
        await seat.until(lambda: "matches" in seat.seen("complaint"))
        reader = seat.screen.reader
        await seat.press("enter", "right_square_bracket")
        found = sorted(reader._marked)
        assert len(found) > 1
        assert reader._marked[0] == found[1]
        assert f"match 2 of {len(found)}" in seat.seen("footer")
        await seat.press("left_square_bracket", "left_square_bracket")
        assert reader._marked[0] == found[-1]


async def test_the_palette_goes_while_it_is_still_gathering(desk):
    async with seated(desk) as seat:
        app, before = seat.pilot.app, set(seat.pilot.app.workers)
        seat.screen.action_palette()
        palette = app.screen
        assert isinstance(palette, Palette)
        while not palette.query(CommandList):
            await asyncio.sleep(0)
        palette.query(CommandList).remove()  # as the end of the program does
        await seat.until(lambda: not palette.query(CommandList) and not set(app.workers) - before)
        await seat.press("escape")
        assert app.screen is seat.screen
