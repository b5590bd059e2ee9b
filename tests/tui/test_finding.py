"""Finding in the app: the prompt with its caret and its offers, days, orders, views, the way back, help, verbs."""

from __future__ import annotations

import asyncio

import pytest
from seat import Seat, documents, seated
from textual import events
from textual.widgets import Input

from triage.model.order import Order
from triage.session.views import View
from triage.tui.widgets.prompt import Prompt

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def days(desk):
    """The desk's day, and two before it with a story each."""
    for date in ("2018-04-25", "2018-04-27"):
        header = f"Date: {date}T08:00:00Z\nSource: Sample Wire\n\n"
        desk.add(f"{date}.txt", f"{header}Fleet leaves {date}\n\nOSLO (Sample Wire) - The fleet left.\n", age=50_000.0)
    return desk


def line(seat: Seat, part: str) -> str:
    """A line of the prompt."""
    widget = seat.screen.query_one(f"#{part}")
    return widget.render_line(0).text.rstrip()


async def listed_all(seat: Seat) -> None:
    await seat.until(lambda: not seat.screen._filling)


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_view_is_the_newest_day_and_keys_step_over_days(days, size):
    async with seated(days, size) as seat:
        await listed_all(seat)
        assert len(seat.screen.stories.ids) == 5
        assert "2 on other days" in seat.seen("header") or "+2" in seat.seen("header")
        await seat.press("left")
        assert seat.headline == "Fleet leaves 2018-04-27"
        assert "27 Apr" in seat.seen("header")
        await seat.press("left")
        assert seat.headline == "Fleet leaves 2018-04-25"
        await seat.press("left")
        assert "no story is older" in seat.seen("footer")
        await seat.press("right", "right")
        assert len(seat.screen.stories.ids) == 5
        await seat.press("0")
        assert len(seat.screen.stories.ids) == 7
        assert "every day" in seat.seen("header")
        await seat.press("G", "0")
        assert [seat.headline, len(seat.screen.stories.ids)] == ["Fleet leaves 2018-04-25", 1]
        await seat.press("escape")
        assert len(seat.screen.stories.ids) == 5


async def test_what_the_day_has_not_is_found_on_others(days):
    async with seated(days) as seat:
        await listed_all(seat)
        await seat.press("slash", *"fleet")
        await seat.until(lambda: len(seat.screen.stories.ids) == 2)
        assert "nothing on" in line(seat, "complaint")
        await seat.press("escape")
        assert len(seat.screen.stories.ids) == 5
        await seat.press("slash", *"port", "enter")
        assert seat.screen.listing.day is not None
        assert "best match first" in seat.seen("header")


@pytest.mark.parametrize("size", SIZES)
async def test_an_error_has_a_caret_under_its_place_and_enter_stays(desk, size):
    async with seated(desk, size) as seat:
        await seat.press("slash", *"po is:undecidd x")
        await seat.until(lambda: "does not take" in line(seat, "complaint"))
        prompt = seat.screen.query_one(Prompt)
        shown = prompt.query_one(Input)
        column = shown.region.x + len("po is:")
        assert line(seat, "complaint").index("^") == column
        assert "is:undecided" in line(seat, "complaint") or size[0] == 80
        await seat.press("enter")
        assert seat.screen.query(Prompt)
        await seat.press("escape")
        assert not seat.screen.query(Prompt)
        assert "defense" in seat.seen("footer")


async def test_tab_completes_fields_and_values_and_goes_round(desk):
    async with seated(desk) as seat:
        await seat.until(lambda: len(seat.session.listing("person:holm").ids) == 1)
        await seat.press("slash", *"per")
        await seat.until(lambda: "person:" in line(seat, "offers"))
        await seat.press("tab")
        typed = seat.screen.query_one(Input)
        assert typed.value == "person:"
        await seat.press(*"ho", "tab")
        assert typed.value == 'person:"Kari Holm" '
        await seat.until(lambda: len(seat.screen.stories.ids) == 1)
        offered = list(seat.session.complete(f"{typed.value}s", len(typed.value) + 1).candidates)
        await seat.press("s", "tab", "tab", "shift+tab", "shift+tab")
        assert typed.value == f'person:"Kari Holm" {offered[-1]}'


async def test_tab_stays_in_the_prompt_and_keys_of_the_list_are_letters(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        before = seat.screen.stories.story
        await seat.press("slash", *"d1", "tab", "tab")
        assert isinstance(seat.screen.focused, Input)
        await seat.press("escape")
        assert seat.session.store.tags(before) == ()
        assert seat.screen.stories.story == before


async def test_orders_go_round_and_the_cursor_keeps_its_story(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        await seat.press("j")
        before = seat.headline
        seen = [seat.screen.listing.order]
        for _ in range(4):
            await seat.press("O")
            seen.append(seat.screen.listing.order)
            assert seat.headline == before
        assert seen == [Order.TIME, Order.OLDEST, Order.PRIORITY, Order.SOURCE, Order.TAGS]
        assert "by tags" in seat.seen("header")
        await seat.press("O")
        assert seat.screen.listing.order is Order.TIME


async def test_a_view_is_saved_under_a_key_and_listed_by_it(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        await seat.press("slash", *"ostby", "enter")
        assert len(seat.screen.stories.ids) == 2
        await seat.press("plus")
        typed = seat.screen.query_one(Input)
        assert typed.value.startswith("5 ")
        typed.value = "7 the harbor"
        await seat.press("enter")
        assert seat.session.views()["7"] == View("the harbor", "ostby*")
        await seat.press("escape", "7")
        assert len(seat.screen.stories.ids) == 2
        assert "the harbor" in seat.seen("header")
        await seat.press("escape")
        assert len(seat.screen.stories.ids) == 5
        await seat.press("8")
        assert "no view has the key 8" in seat.seen("footer")
        await seat.press("plus")
        seat.screen.query_one(Input).value = "7"
        await seat.press("enter")
        assert "7" not in seat.session.views()


async def test_a_views_file_that_cannot_be_read_is_said(desk):
    desk.locations.views.parent.mkdir(parents=True)
    desk.locations.views.write_text("[")
    async with seated(desk) as seat:
        await seat.press("5")
        assert "Views not readable" in seat.seen("footer")
        await seat.press("question_mark", "escape")
        assert seat.pilot.app.screen is seat.screen


async def test_the_end_of_a_sitting_is_noted_for_the_next(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        await seat.press("2")
        assert len(seat.screen.stories.ids) == 5
        assert "since I last sat here" in seat.seen("header")


async def test_from_a_fact_to_its_stories_and_back_to_the_fact(desk):
    desk.add("second.txt", "Holm speaks\n\nOSLO (Sample Wire) - Defense Minister Kari Holm spoke in Oslo.\n", age=400.0)
    async with seated(desk) as seat:
        await seat.until(lambda: len(seat.session.listing("person:holm").ids) == 2)
        await seat.press("j", "f")
        await seat.until(lambda: "Kari Holm" in seat.seen("facts"))
        while seat.screen.facts.fact.text != "Kari Holm":
            await seat.press("j")
        story = seat.screen.stories.story
        await seat.press("o")
        assert len(seat.screen.stories.ids) == 2
        assert seat.screen.listing.asked == 'person:"=Kari Holm"'
        assert "Kari Holm" in seat.seen("header")
        await seat.press("j", "escape")
        assert seat.screen.stories.story == story
        assert seat.screen.focused is seat.screen.facts
        assert len(seat.screen.stories.ids) == 6


async def test_undo_goes_back_to_the_day_of_its_story(days):
    async with seated(days) as seat:
        await listed_all(seat)
        await seat.press("left")
        story = seat.screen.stories.story
        await seat.press("d", "right")
        assert len(seat.screen.stories.ids) == 5
        await seat.press("u")
        assert seat.screen.stories.story == story
        assert seat.session.store.tags(story) == ()


async def test_the_help_is_searched(desk):
    async with seated(desk) as seat:
        await seat.press("question_mark", "slash", *"undecided prev")
        keys = seat.pilot.app.screen.query_one("#keys")
        shown = "\n".join(keys.render_line(y).text.rstrip() for y in range(keys.size.height)).split()
        assert " ".join(shown) == "in every pane , Previous undecided story"
        await seat.press("escape")
        assert keys.line_count() > 50
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen


async def test_a_verb_of_the_command_line_runs_on_this_desk(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        story = seat.screen.stories.story
        await seat.press("colon", *"tag headline:port harbors", "enter")
        screen = seat.pilot.app.screen
        await seat.until(lambda: "done" in str(screen.query_one("Vertical").border_subtitle))
        said = screen.query_one("#said").render_line(0).text
        assert "tagged 1 of 1" in said
        await seat.press("escape")
        await seat.until(lambda: seat.session.store.tags(story) == ("harbors",))


@pytest.mark.parametrize(
    ("typed", "says"), [("tagg x", "did you mean tag?"), ("tag 'x", "come in pairs"), ("rm -rf /", "no verb")]
)
async def test_what_is_no_verb_is_said(desk, typed, says):
    async with seated(desk) as seat:
        await seat.press("colon", *typed, "enter")
        assert says in seat.seen("footer")
        assert seat.pilot.app.screen is seat.screen


async def test_the_verb_list_is_the_list(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        await seat.press("colon", *"list brackets", "enter")
        assert len(seat.screen.stories.ids) == 1
        await seat.press("escape")
        assert len(seat.screen.stories.ids) == 5


async def test_what_is_typed_while_the_prompt_opens_is_typed_into_it(desk):
    async with seated(desk) as seat:
        before = documents(desk) if desk.store.exists() else {}
        for key in ("slash", *"dns"):  # at once, as a fast typist or a paste does
            seat.pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await seat.until(lambda: bool(seat.screen.query(Input)) and seat.screen.query_one(Input).value == "dns")
        assert (documents(desk) if desk.store.exists() else {}) == before


async def test_a_view_is_painted_whole_and_nothing_is_laid_out_for_it(desk):
    async with seated(desk) as seat:
        await listed_all(seat)
        await seat.press("G")
        app, painted, layouts = seat.pilot.app, [], []
        display = app._display

        def paint(screen, update):
            painted.append({y for y, *_ in update.spans})
            display(screen, update)

        app._display = paint
        seat.screen.screen_layout_refresh_signal.subscribe(seat.screen.stories, layouts.append)
        seat.pilot.app.post_message(events.Key("4", "4"))
        await seat.until(lambda: bool(painted))
        assert "undecided, by priority" in seat.seen("header")
        assert painted[0] >= {0, seat.screen.stories.region.y + seat.screen.stories.cursor}
        assert seat.screen.stories.cursor == 0
        assert layouts == []


async def test_a_query_longer_than_the_line_scrolls_with_its_end(desk):
    async with seated(desk, (80, 24)) as seat:
        await seat.press("slash", *"abc " * 22)
        typed = seat.screen.query_one(Input)
        assert typed.value == "abc " * 22
        assert typed.scroll_offset.x > 0
        assert typed.render_line(0).text.rstrip().endswith("abc")


@pytest.mark.parametrize("apart", [0, 0.001, 0.003, 0.008])
async def test_what_is_typed_ahead_of_the_prompt_comes_to_it_in_its_turn(desk, apart):
    """A slow line sends several keys at once."""
    async with seated(desk) as seat:
        await listed_all(seat)
        for key, character in (("slash", "/"), *((one, one) for one in "nasams"), ("enter", "\r")):
            seat.pilot.app.post_message(events.Key(key, character))
            await asyncio.sleep(apart)
        await seat.until(lambda: not seat.screen.query(Prompt))
        assert seat.screen.listing.asked == "nasams*"
