"""Many stories at once: picking them, the scope said before the act, one undo, and what others do meanwhile."""

from __future__ import annotations

import resource
import signal

import pytest
from seat import documents, seated

from triage.model.state import State
from triage.session import Session
from triage.settings import load

SIZES = [(80, 24), (120, 40), (200, 60)]


async def settled(seat) -> None:
    """The list is full: nothing is listed anew by itself any more."""
    await seat.until(lambda: not seat.screen._filling)


def picked(seat) -> list[int]:
    """The lines that are marked as picked on the screen."""
    return [n for n, line in enumerate(seat.seen("list").splitlines()) if line[7:8] == "*"]


def states(seat) -> list[State]:
    return [seat.session.store.state(story) for story in seat.screen.stories.ids]


@pytest.mark.parametrize("size", SIZES)
async def test_v_picks_and_goes_on_and_a_tag_key_asks_before_it_tags_all(desk, size):
    async with seated(desk, size) as seat:
        await settled(seat)
        await seat.press("v", "j", "v")
        assert picked(seat) == [0, 2]
        assert seat.screen.stories.cursor == 3
        assert "2 selected" in seat.seen("header")
        await seat.press("D")
        assert "D tags 2 stories defense and done" in seat.seen("footer")
        assert "enter: yes" in seat.seen("footer")
        assert documents(desk) == {} if desk.store.exists() else True
        await seat.press("enter")
        assert "2 stories" in seat.seen("footer")
        assert states(seat)[:3] == [State.DONE, State.NEW, State.DONE]
        assert seat.screen.selection is None
        assert picked(seat) == []
        assert seat.screen.stories.cursor == 3
        await seat.press("u")
        assert "undone: tag defense and done on 2 stories, by you at" in seat.seen("footer")
        assert State.DONE not in states(seat)
        assert picked(seat) == [0, 2]
        await seat.press("ctrl+r")
        assert "done again: tag defense and done on 2 stories" in seat.seen("footer")
        assert picked(seat) == []
    assert len([one for one in documents(desk).values() if one["tags"] == ["defense"]]) == 2


@pytest.mark.parametrize("key", ["escape", "D", "q"])
async def test_any_other_key_cancels_and_does_nothing_else(desk, key):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("v", "v", "D")
        cursor = seat.screen.stories.cursor
        await seat.press(key)
        assert seat.screen.pending is None
        assert "nothing was done" in seat.seen("footer")
        assert states(seat) == [State.NEW] * 5
        assert [picked(seat), seat.screen.stories.cursor] == [[0, 1], cursor]
        assert seat.pilot.app.screen is seat.screen


async def test_v_goes_on_in_the_direction_of_travel_and_drops_what_is_picked(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("j", "j", "j", "k", "v", "v")
        assert [picked(seat), seat.screen.stories.cursor] == [[1, 2], 0]
        await seat.press("j", "v")
        assert picked(seat) == [2]
        await seat.press("escape")
        assert [picked(seat), seat.screen.selection] == [[], None]


@pytest.mark.parametrize(("size", "end"), [*zip(SIZES, ["V", "v", "escape"], strict=True)])
async def test_a_range_follows_the_cursor_until_it_ends(desk, size, end):
    async with seated(desk, size) as seat:
        await settled(seat)
        await seat.press("j", "V", "j", "j")
        assert picked(seat) == [1, 2, 3]
        await seat.press("k", "k", "k")
        assert picked(seat) == [0, 1]
        await seat.press(end, "j", "j", "j")
        assert picked(seat) == [0, 1]
        await seat.press("escape")
        assert picked(seat) == []


async def test_a_range_goes_on_in_the_same_list_with_what_arrived_and_ends_in_another(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("j", "V", "j")
        desk.add("late.txt", "A late arrival\n\nBONN (Sample Wire) - It came late.\n", age=2)
        await seat.until(lambda: "1 new" in seat.seen("header"))
        await seat.press("r")
        await seat.until(lambda: len(seat.screen.stories.ids) == 6)
        assert picked(seat) == [2, 3]
        await seat.press("j")
        assert picked(seat) == [2, 3, 4]
        await seat.press("slash", *"ostby", "enter")
        assert len(seat.screen.stories.ids) == 2
        await seat.press("j", "k")
        assert len(seat.screen.selection.stories) == 3
        assert "3 selected (3 not in this list)" in seat.seen("header")


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_a_query_matches_and_what_is_out_of_sight_is_counted(desk, size):
    async with seated(desk, size) as seat:
        await settled(seat)
        await seat.press("space", "g", "v", "slash", *"brackets", "enter", "asterisk")
        hidden = "1 not here" if size[0] < 100 else "1 not in this list"
        assert f"2 selected ({hidden})" in seat.seen("header")
        await seat.press("S")
        said = seat.seen("footer")
        assert "S tags 2 stories sanctions and done" in said
        assert "1 decided, 1 not in this list" in said
        await seat.press("enter")
    done = {one["headline"]: one["tags"] for one in documents(desk).values()}
    assert done == {
        "Port reopens after storm": ["sanctions"],
        "[/x] [@click=app.quit]markup[/] in a headline": ["sanctions"],
    }


async def test_all_none_and_the_others(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("v", "tilde")
        assert picked(seat) == [1, 2, 3, 4]
        await seat.press("asterisk")
        assert picked(seat) == [0, 1, 2, 3, 4]
        await seat.press("asterisk")
        assert seat.screen.selection is None


async def test_every_deciding_key_means_all_that_is_picked(desk):
    async with seated(desk) as seat:
        await settled(seat)
        ids = seat.screen.stories.ids
        await seat.until(lambda: bool(seat.session.suggestions(ids[1])))
        await seat.press("g", "d")
        await seat.press("asterisk", "d")
        assert "d tags 5 stories defense: 5 undecided, 1 have it already" in seat.seen("footer")
        await seat.press("enter", "u", "asterisk", "asterisk", "d", "enter")
        assert all("defense" in seat.session.store.tags(story) for story in ids)
        await seat.press("asterisk", "d")
        assert "d takes defense from 5 stories" in seat.seen("footer")
        await seat.press("enter")
        assert not any(seat.session.store.tags(story) for story in ids)
        for key, says, state in (
            ("x", "x spikes 5 stories", State.SPIKED),
            ("l", "l puts 5 stories off until later: 5 decided", State.LATER),
            ("space", "space sets 5 stories done: 5 undecided", State.DONE),
        ):
            await seat.press("asterisk", key)
            assert says in seat.seen("footer")
            await seat.press("enter")
            assert states(seat) == [state] * 5
        await seat.press("u", "asterisk", "asterisk", "a")
        assert "more have nothing suggested" in seat.seen("footer")
        await seat.press("enter")
        assert {"defense", "NATO"} <= {*seat.session.store.tags(ids[1])}
        assert seat.session.store.tags(ids[4]) == ()


async def test_a_tag_by_name_and_a_note_on_all_that_is_picked(desk):
    async with seated(desk) as seat:
        await settled(seat)
        ids = seat.screen.stories.ids
        await seat.press("v", "v", "t", *"harbours", "enter")
        await seat.until(lambda: seat.screen.pending is not None)
        assert "t tags 2 stories harbours" in seat.seen("footer")
        await seat.press("enter")
        assert [seat.session.store.tags(story) for story in ids[:3]] == [("harbours",), ("harbours",), ()]
        await seat.press("u", "m")
        await seat.until(lambda: bool(seat.screen.query("Prompt Input")))
        await seat.press(*"ask", "enter")
        await seat.until(lambda: seat.screen.pending is not None)
        assert "m writes the note on 2 stories" in seat.seen("footer")
        await seat.press("enter")
        assert [seat.session.store.decision(story).note for story in ids[:2]] == ["ask", "ask"]
        assert seat.session.listing("note:ask").ids == tuple(ids[:2])


async def test_what_is_about_one_story_says_so_while_many_are_picked(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("v", "minus")
        assert "for one story at a time" in seat.seen("footer")
        await seat.press("ctrl+x")
        assert states(seat) == [State.NEW] * 5


async def test_a_file_that_could_not_be_read_is_never_picked(desk):
    desk.add("broken.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00", age=1.5)
    async with seated(desk) as seat:
        await settled(seat)
        await seat.until(lambda: "broken.txt" in seat.seen("list"))
        await seat.press("g", "v")
        assert "could not be read" in seat.seen("footer")
        await seat.press("asterisk", "d", "enter")
        assert len(documents(desk) or seat.session.listing("tag:defense").ids) == 5


async def test_what_arrives_after_the_key_does_not_join(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("asterisk", "D")
        desk.add("late.txt", "A late arrival\n\nBONN (Sample Wire) - It came late.\n", age=2)
        await seat.until(lambda: "1 new" in seat.seen("header"))
        assert "D tags 5 stories" in seat.seen("footer")
        await seat.press("enter", "r")
        await seat.until(lambda: len(seat.screen.stories.ids) == 6)
        assert states(seat).count(State.DONE) == 5


async def test_what_another_terminal_decides_meanwhile_is_said_before_anything_is_done(desk):
    async with seated(desk) as seat:
        await settled(seat)
        ids = seat.screen.stories.ids
        await seat.press("v", "v", "D")
        other = Session(load(None), desk.locations, "somebody")
        other.set_state(ids[1], State.SPIKED)
        await seat.press("enter")
        assert "somebody decided meanwhile: D tags 2 stories" in seat.seen("footer")
        assert "1 decided" in seat.seen("footer")
        assert seat.session.store.state(ids[0]) is State.NEW
        await seat.press("enter")
        assert [seat.session.store.state(story) for story in ids[:2]] == [State.DONE, State.DONE]
        other.set_state(ids[1], State.LATER)
        other.close()
        await seat.press("u")
        assert "1 story left alone, changed since" in seat.seen("footer")
        assert [seat.session.store.state(story) for story in ids[:2]] == [State.NEW, State.LATER]


async def test_a_full_disk_leaves_everything_as_it_was_and_picked(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("g", "l", "g", "asterisk", "D")
        before = states(seat)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        journal = desk.store.with_name(f"{desk.store.name}.journal")
        resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size + 10, hard))
        try:
            await seat.press("enter")
            assert "no room on the disk" in seat.seen("footer")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, ignored)
        assert states(seat) == before
        assert len(picked(seat)) == 5
        await seat.press("D", "enter")
        assert states(seat) == [State.DONE] * 5


async def test_an_alarm_that_comes_while_an_answer_is_waited_for_is_said_after_it(desk):
    async with seated(desk) as seat:
        await settled(seat)
        await seat.press("v", "D")
        seat.screen.say("kill: a tagged story", alarm=True)
        assert "D tags 1 story" in seat.seen("footer")
        await seat.press("enter")
        assert "kill: a tagged story" in seat.seen("footer")
