"""The dossier and the day at a glance at the screen, on the ways there, on and back."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from rich.cells import cell_len
from seat import seated
from test_versions import comes

from triage.model.action import ACTIONS
from triage.tui.keys import key_name

SIZES = [(80, 24), (120, 40), (200, 60)]

OLDER = "Date: 2018-04-27T08:10:00Z\nSource: Sample Wire\n\n"

HOSTILE = "Kari [/x] [@click=app.quit]Holm[/] speaks\n\nOSLO (Sample Wire) - Minister Kari Holm said \x1b]52;c;eA==\x07 nothing.\n"

MINISTER = "Norway orders NASAMS batteries for NATO"

AGAIN = (
    "Holm warns of delays\n\nBODO, Norway (Sample Wire) - Defense Minister Kari Holm warned NATO of delays on Monday.\n\n"
    "“It takes until spring,” Holm said.\n"
)


async def to_story(seat, headline: str) -> None:
    """The cursor to a story, once its facts are there."""
    await seat.until(lambda: headline in [one.headline for one in seat.session.entries(seat.screen.stories.ids)])
    line = [one.headline for one in seat.session.entries(seat.screen.stories.ids)].index(headline)
    seat.screen.stories.go(line)
    story = seat.screen.stories.story
    await seat.until(lambda: bool(seat.session.facts(story)) and seat.screen.facts.story == story)


async def to_fact(seat, text: str) -> None:
    """The cursor to a fact of the story."""
    facts = seat.screen.facts
    if not facts.has_focus:
        await seat.press("f")
    await seat.until(lambda: facts.fact is not None)
    facts.go(next(n for n, line in enumerate(facts._lines) if line.fact and line.fact.text == text))


async def all_extracted(seat) -> None:
    await seat.until(
        lambda: all(one.extracted for one in seat.session.entries(seat.screen.stories.ids)) and not seat.screen._filling
    )


def sheet(seat) -> str:
    """The text of the sheet on top, all of its lines."""
    top = seat.pilot.app.screen
    lines = [one.render_line(0).text for one in top.query("Bar")]
    body = top.sheet
    lines[-2:-2] = ["".join(text for text, _ in body._block.lines[n]) for n in range(body.line_count())]
    return "\n".join(line.rstrip() for line in lines)


def about(seat) -> str:
    """Where the cursor leads."""
    return seat.pilot.app.screen.query_one("#sheet-about").render_line(0).text


def on_desk(seat) -> bool:
    return seat.pilot.app.screen is seat.screen


async def to_line(seat, words: str) -> None:
    """The cursor of the sheet to what leads there in those words."""
    top = seat.pilot.app.screen
    await seat.until(lambda: any(words in spot.about for spot in top.sheet._block.spots))
    top.sheet.go(next(n for n, spot in enumerate(top.sheet._block.spots) if words in spot.about))
    await seat.until(lambda: words in about(seat))


@pytest.mark.parametrize("size", SIZES)
async def test_i_opens_the_dossier_and_b_the_day_and_there_is_a_way_back(desk, size):
    desk.add("again.txt", AGAIN, age=30.0)
    async with seated(desk, size) as seat:
        await all_extracted(seat)
        await to_story(seat, MINISTER)
        await to_fact(seat, "Kari Holm")
        before = (seat.screen.classes, seat.screen.stories.story)
        await seat.press("i")
        await seat.until(lambda: "STORIES 2" in sheet(seat))
        for words in ("Kari Holm  Defense Minister", "2 stories · ", "“It takes until spring", "warn ▸"):
            assert words in sheet(seat)
        await to_line(seat, "Holm warns of delays")
        await seat.press("enter")
        await seat.until(lambda: on_desk(seat) and "It takes until spring" in seat.seen("reader"))
        assert seat.headline == "Holm warns of delays"
        await seat.press("d")  # a story is a story, however one came to it
        assert seat.session.store.tags(seat.screen.stories.story) == ("defense",)
        await seat.press("escape")
        await seat.until(lambda: not on_desk(seat) and "Holm warns of delays" in about(seat))
        await seat.press("escape")
        await seat.until(lambda: on_desk(seat))
        assert (seat.screen.classes, seat.screen.stories.story) == before
        assert seat.screen.focused is seat.screen.facts
        assert seat.screen.facts.fact.text == "Kari Holm"
        await seat.press("D", "b")
        await seat.until(lambda: "Kari Holm" in sheet(seat) and "last hour" in sheet(seat))
        the_day_is_shown_within(seat, size)
        hour = dt.datetime.fromtimestamp(desk.noon - 60).strftime("%H:00–12:00")
        assert f"{hour}: 6 stories, 1 decided, defense 2" in about(seat)
        every_spot_is_reached(seat.pilot.app.screen.sheet)


def the_day_is_shown_within(seat, size: tuple[int, int]) -> None:
    """All of the day, in the words and the glyphs that need no colour, and no wider or higher than the screen."""
    seen, top = sheet(seat), seat.pilot.app.screen
    for words in (
        "STORIES AN HOUR",
        "PEOPLE",
        "PLACES",
        "WEAPONS",
        "Norway",
        "NASAMS",
        "░",
        "█",
        "1 of 6 decided 16 %",
    ):
        assert words in seen
    assert "1 in the last hour" in seen and "done at" in seen
    assert ("ORGANIZATIONS" in seen) == (size[0] >= 100)
    assert top.sheet.line_count() <= top.sheet.size.height
    assert all(cell_len(line) <= size[0] for line in seen.splitlines())
    keys = top.query_one("#sheet-keys").render_line(0).text
    for action in ACTIONS:
        if action.id in ("sheet_open", "sheet_stories", "sheet_every_day", "sheet_back"):
            assert f"{key_name(action.keys[0])} {action.footer}" in keys


def every_spot_is_reached(shown) -> None:
    """By going as far as one can in each direction from everywhere."""
    reached, left = set(), [0]
    while left:
        at = left.pop()
        if at in reached:
            continue
        reached.add(at)
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            shown.go(at)
            shown.step(*step)
            left.append(shown._at)
    assert len(reached) == len(shown._block.spots) > 5


async def test_hours_lead_to_their_stories_names_to_dossiers_and_back(desk):
    async with seated(desk) as seat:
        await all_extracted(seat)
        await seat.press("b")
        await seat.until(lambda: "Kari Holm" in sheet(seat))
        assert "nothing decided yet" in sheet(seat)
        await to_line(seat, "5 stories")
        await seat.press("enter")
        await seat.until(lambda: on_desk(seat))
        assert (len(seat.screen.listing.ids), seat.screen.listing.text[:6]) == (5, "after:")
        await seat.press("escape")
        await seat.until(lambda: not on_desk(seat) and "Kari Holm" in sheet(seat))
        await to_line(seat, "dossier of Kari Holm")
        await seat.press("enter")
        await seat.until(lambda: "Kari Holm  Defense Minister" in sheet(seat))
        await to_line(seat, MINISTER)
        await seat.press("enter")
        await seat.until(lambda: on_desk(seat) and seat.headline == MINISTER)
        await seat.press("escape")
        await seat.until(lambda: not on_desk(seat) and "Kari Holm  Defense Minister" in sheet(seat))
        await seat.press("escape")
        await seat.until(lambda: "STORIES AN HOUR" in sheet(seat))
        await to_line(seat, "dossier of Kari Holm")
        await seat.press("enter")
        await seat.until(lambda: "Kari Holm  Defense Minister" in sheet(seat))
        await seat.press("o")
        await seat.until(lambda: on_desk(seat))
        assert [one.headline for one in seat.session.entries(seat.screen.listing.ids)] == [MINISTER]
        await seat.press("0", "escape")  # whoever goes on another way is not brought back
        assert on_desk(seat)


async def test_days_are_stepped_through_and_taken_together_and_nothing_is_said_to_be_nothing(desk):
    desk.add("old.txt", OLDER + AGAIN, age=50_000.0)
    desk.add("hostile.txt", HOSTILE, age=1.0)
    async with seated(desk) as seat:
        await all_extracted(seat)
        await to_story(seat, MINISTER)
        await to_fact(seat, "$1.2 billion")
        await seat.press("i")
        assert on_desk(seat) and "this fact names nobody" in seat.seen("footer")
        await to_fact(seat, "Kari Holm")
        await seat.press("i")
        await seat.until(lambda: "1 story on other days (0)" in sheet(seat))
        assert "[/x] [@click=app.quit]Holm[/]" in sheet(seat) and "\x1b" not in sheet(seat)
        await seat.press("0")
        await seat.until(lambda: "STORIES 3" in sheet(seat) and "every day" in sheet(seat))
        await seat.press("0", "left_square_bracket")
        await seat.until(lambda: "Friday 27 April 2018" in sheet(seat) and "It takes until spring" in sheet(seat))
        await seat.press("left_square_bracket")
        assert "no story is older" in about(seat)
        await seat.press("right_square_bracket", "escape")
        await to_fact(seat, "NASAMS")
        await seat.press("i", "left_square_bracket")
        await seat.until(lambda: "No story of this day names NASAMS: 0 looks at every day." in sheet(seat))
        await seat.press("escape", "b", "0")
        await seat.until(lambda: "every day" in sheet(seat) and "7 stories" in sheet(seat))
        await seat.until(lambda: "ORGANIZATIONS" in sheet(seat))
        await seat.pilot.resize_terminal(80, 24)
        await seat.until(lambda: "ORGANIZATIONS" not in sheet(seat) and "PEOPLE" in sheet(seat))
        await seat.press("question_mark")
        assert type(seat.pilot.app.screen).__name__ == "HelpScreen"
        await seat.press("escape", "escape")
        await seat.until(lambda: seat.screen.has_class("narrow"))
        assert seat.screen.facts.size.width in (0, 80)


async def test_a_running_story_leads_to_its_versions(desk):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
    async with seated(desk) as seat:
        await seat.until(lambda: any(one.versions == 2 for one in seat.session.entries(seat.screen.stories.ids)))
        await seat.press("b")
        await seat.until(lambda: "RUNNING STORIES" in sheet(seat) and "UPDATE 1-Fire" in sheet(seat))
        await to_line(seat, "2 versions: ")
        await seat.press("enter")
        assert type(seat.pilot.app.screen).__name__ == "VersionsScreen"
        await seat.press("escape")
        assert "●" in sheet(seat)


async def test_what_is_told_of_a_day_that_was_left_ends_in_its_own_thread(desk, monkeypatch):
    async with seated(desk) as seat:
        told, left, ended = threading.Event(), threading.Event(), []
        glance = seat.session.glance

        def slowly(day=None):
            try:
                for one in glance(day):
                    yield one
                    told.set()
                    left.wait(20)
            finally:
                ended.append(threading.current_thread())

        monkeypatch.setattr(seat.session, "glance", slowly)
        await seat.press("b")
        await seat.until(told.is_set)
        await seat.press("escape")
        left.set()
        await seat.until(lambda: bool(ended))
        assert ended != [threading.main_thread()]
