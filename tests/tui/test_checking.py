"""Checking facts at the screen: where each one stands, how sure it is, and a person's verdict on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seat import Seat, documents, seated

from triage.model.action import ACTIONS, Where
from triage.model.fact import Fact, FactKind
from triage.session import Session
from triage.settings import load
from triage.tui.keys import key_name

if TYPE_CHECKING:
    from rich.style import Style

SIZES = [(80, 24), (120, 40), (200, 60)]


async def facts_of_the_missile_story(seat: Seat) -> dict[str, Fact]:
    """Go to the facts of the story about NASAMS once they are there; the facts by their words."""
    await seat.press("j")
    story = seat.screen.stories.story
    assert story is not None
    await seat.until(lambda: bool(seat.session.facts(story)))
    await seat.press("f")
    await seat.until(lambda: seat.screen.focused is seat.screen.facts and "WHO" in seat.seen("facts"))
    return {fact.text: fact for fact in seat.session.facts(story)}


async def go_to(seat: Seat, fact: Fact) -> None:
    await seat.press("g")
    for _ in range(50):
        if seat.screen.facts.fact == fact:
            return
        await seat.press("j")
    raise AssertionError(f"{fact.text} is not in the pane:\n{seat.seen('facts')}")


def ink_of(seat: Seat, words: str) -> Style:
    """The style of the first words like these in the text as it is seen."""
    reader = seat.screen.reader
    for y in range(reader.size.height):
        for segment in reader.render_line(y):
            if words in segment.text:
                assert segment.style is not None
                return segment.style
    raise AssertionError(f"{words} is not seen:\n{seat.seen('reader')}")


def line_of(seat: Seat, words: str) -> str:
    """The line of a thing's own fact, not of what was done with it."""
    lines = seat.seen("facts").splitlines()
    return next(line for line in lines if words in line and "▸" not in line and "─" not in line)


def said(seat: Seat) -> dict[str, str]:
    """The verdicts on the facts in the pane."""
    assert seat.screen.facts.story is not None
    return dict(seat.session.verdicts(seat.screen.facts.story))


@pytest.mark.parametrize("size", SIZES)
async def test_every_fact_shows_its_sentence_and_how_sure_it_is(desk, size):
    async with seated(desk, size) as seat:
        facts = await facts_of_the_missile_story(seat)
        story = seat.session.story(seat.screen.stories.story)
        assert story is not None and len(facts) > 5
        for fact in facts.values():
            await go_to(seat, fact)
            await seat.until(lambda fact=fact: ink_of(seat, fact.text.split()[0]).bgcolor is not None)
            seen = " ".join(seat.seen("reader").split())
            sentence = " ".join(fact.sentence.of(story.text).split())
            assert sentence.replace("Monday", "Monday?") in seen  # doubtful: only the file's own time dates it
            by = fact.provenance
            assert f"{by.confidence:.0%} sure · found by {by.by.replace('.', ' ')}".replace("%", " %") in seat.seen(
                "trust"
            )


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_place_in_the_text_and_escape_returns(desk, size):
    async with seated(desk, size) as seat:
        fact = (await facts_of_the_missile_story(seat))["Kari Holm"]
        before = seat.screen.classes
        await go_to(seat, fact)
        marked = ink_of(seat, "Kari").bgcolor
        await seat.press("enter")
        assert seat.screen.focused is seat.screen.reader
        await seat.until(lambda: "Kari Holm" in seat.seen("reader"))
        assert ink_of(seat, "Kari").bgcolor == marked != ink_of(seat, "ordered").bgcolor
        await seat.press("escape")
        assert seat.screen.focused is seat.screen.facts
        assert (seat.screen.facts.fact, seat.screen.classes) == (fact, before)
        await seat.press("f")
        assert seat.screen.focused is seat.screen.stories
        await seat.press("enter", "escape")
        assert seat.screen.focused is seat.screen.stories


async def test_whoever_leaves_the_text_by_another_way_is_not_brought_back_to_the_fact(desk):
    async with seated(desk) as seat:
        await go_to(seat, (await facts_of_the_missile_story(seat))["Kari Holm"])
        await seat.press("enter", "K", "escape")
        assert seat.screen.focused is seat.screen.stories
        assert seat.headline == "Port reopens after storm"


async def test_minus_rejects_the_fact_and_takes_that_back(desk):
    async with seated(desk) as seat:
        facts = await facts_of_the_missile_story(seat)
        norway = facts["Norway"]
        await go_to(seat, norway)
        await seat.press("minus")
        assert said(seat) == {norway.id: "rejected"}
        assert "rejected: Norway" in seat.seen("footer")
        assert seat.screen.facts.fact == norway
        assert "✗" in line_of(seat, "Norway") and "rejected" in line_of(seat, "Norway")
        assert f"rejected · {norway.provenance.confidence:.0%}".replace("%", " %") in seat.seen("trust")
        pane = seat.seen("facts")
        assert pane.index("WHERE") < pane.index("Oslo") < pane.index("Norway")
        await go_to(seat, facts["Kari Holm"])
        await seat.until(lambda: ink_of(seat, "Norway") == ink_of(seat, "orders"))
        await go_to(seat, norway)
        await seat.press("minus")
        assert said(seat) == {}
        assert "as it was found: Norway" in seat.seen("footer")
        assert "✗" not in seat.seen("facts")


async def test_a_verdict_is_an_act_like_any_other(desk):
    async with seated(desk) as seat:
        norway = (await facts_of_the_missile_story(seat))["Norway"]
        await go_to(seat, norway)
        await seat.press("minus", "u")
        assert said(seat) == {}
        assert "undone: reject Norway" in seat.seen("footer")
        await seat.until(lambda: "✗" not in seat.seen("facts"))
        await seat.press("ctrl+r")
        await seat.until(lambda: "✗" in line_of(seat, "Norway"))
        await seat.press("d")
        assert seat.session.store.tags(seat.screen.stories.story) == ("defense",)
    document = documents(desk)["Norway orders NASAMS batteries for NATO"]
    assert (document["facts"], document["tags"], document["state"]) == ({norway.id: "rejected"}, ["defense"], "new")


async def test_equals_corrects_the_kind(desk):
    async with seated(desk) as seat:
        nasams = (await facts_of_the_missile_story(seat))["NASAMS"]
        await go_to(seat, nasams)
        await seat.press("equals_sign")
        assert type(seat.pilot.app.screen).__name__ == "KindPicker"
        await seat.press("escape")
        assert said(seat) == {}
        await seat.press("equals_sign", "g", "k", "k", "home", "j", "enter")
        await seat.until(lambda: said(seat) == {nasams.id: "organization"})
        assert f"organization, not {nasams.kind}: NASAMS" in seat.seen("footer")
        pane = seat.seen("facts")
        assert pane.index("ORGANIZATIONS") < pane.index("NASAMS") < pane.index("WHERE")
        assert f"✎ was {nasams.kind}" in line_of(seat, "NASAMS")
        await seat.press("k", "j")
        await seat.until(lambda: f"organization, not {nasams.kind} ·" in seat.seen("trust"))
        await seat.press("equals_sign", str(list(FactKind).index(nasams.kind) + 1))
        await seat.until(lambda: said(seat) == {})
        await seat.press("u", "u")
        await seat.until(lambda: "✎" not in seat.seen("facts"))
        assert said(seat) == {}


async def test_a_quote_can_be_rejected_but_not_be_another_kind(desk):
    async with seated(desk) as seat:
        story = seat.screen.stories.story
        await seat.until(lambda: any(fact.kind is FactKind.QUOTE for fact in seat.session.facts(story)))
        await seat.press("f", "G", "equals_sign")
        assert "a quote can be nothing else" in seat.seen("footer")
        assert seat.pilot.app.screen is seat.screen
        await seat.press("minus")
        assert list(said(seat).values()) == ["rejected"]


async def test_without_a_cursor_on_a_fact_nothing_is_judged(desk):
    """From the palette the actions can be had anywhere."""
    async with seated(desk) as seat:
        await facts_of_the_missile_story(seat)
        await seat.press("f")
        for action in (one for one in ACTIONS if one.id in ("fact_reject", "fact_correct", "fact_text")):
            await seat.pilot.app.run_action(f"screen.{action.id}")
            assert "go to a fact first" in seat.seen("footer")
        assert said(seat) == {}
        assert seat.screen.focused is seat.screen.stories


async def test_two_sessions_see_each_others_verdicts(desk):
    async with seated(desk) as seat:
        facts = await facts_of_the_missile_story(seat)
        story = seat.screen.stories.story
        other = Session(load(None), desk.locations, "somebody")
        other.reject(story, facts["Norway"])
        await seat.until(lambda: "✗" in line_of(seat, "Norway"))
        await go_to(seat, facts["Kari Holm"])
        await seat.press("minus")
        assert other.refresh_decisions() == {story}
        assert set(other.verdicts(story).values()) == {"rejected"} and len(other.verdicts(story)) == 2
        other.close()


@pytest.mark.parametrize("size", SIZES)
async def test_footer_and_help_name_the_keys_of_the_facts(desk, size):
    async with seated(desk, size) as seat:
        await facts_of_the_missile_story(seat)
        seat.screen._be_quiet()
        own = [one for one in ACTIONS if one.where is Where.FACTS]
        for one in own:
            if one.footer:
                assert f"{key_name(one.keys[0])} {one.footer}" in seat.seen("footer")
        await seat.press("question_mark", "slash", "i", "n", "space", *"facts")
        keys = seat.pilot.app.screen.query_one("#keys")
        shown = "\n".join(keys.render_line(y).text for y in range(keys.size.height))
        assert all(one.description in shown for one in own)
