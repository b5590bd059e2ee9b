"""The facts by keyboard: from one to the next in the text, families folded, a tag for all stories that share one."""

from __future__ import annotations

import pytest
from seat import Seat, documents, seated
from test_checking import SIZES, facts_of_the_missile_story, go_to, ink_of


def marked(seat: Seat, words: str) -> bool:
    """Whether these words stand out in the text."""
    return ink_of(seat, words).bgcolor == seat.screen.inks.here.bgcolor


def shared_by_two(seat: Seat) -> bool:
    """Whether the facts of both stories are there by now."""
    seat.session.renew()
    return len(seat.session.listing('org:"=NATO"').ids) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_brackets_go_from_fact_to_fact_in_the_text(desk, size):
    async with seated(desk, size) as seat:
        facts = await facts_of_the_missile_story(seat)
        await seat.press("f", "enter")
        await seat.until(lambda: "Kari Holm" in seat.seen("reader"))
        await seat.press("right_square_bracket")
        assert marked(seat, "Norway")
        for _ in range(30):
            if seat.screen.facts.fact == facts["Kari Holm"]:
                break
            await seat.press("right_square_bracket")
        assert marked(seat, "Kari") and not marked(seat, "Norway")
        await seat.press("left_square_bracket")
        assert not marked(seat, "Kari")
        await seat.press("escape")
        assert seat.screen.focused is seat.screen.reader, "first back to where one was reading"
        assert not marked(seat, "Norway")
        await seat.press("escape")
        assert seat.screen.focused is seat.screen.stories


@pytest.mark.parametrize("size", SIZES)
async def test_brackets_in_the_pane_follow_the_text(desk, size):
    async with seated(desk, size) as seat:
        facts = await facts_of_the_missile_story(seat)
        order = sorted(facts.values(), key=lambda fact: (fact.mentions[0].start, fact.mentions[0].end, fact.id))
        await go_to(seat, order[0])
        for fact in order[1:]:
            await seat.press("right_square_bracket")
            assert seat.screen.facts.fact == fact
        await seat.press("left_square_bracket")
        assert seat.screen.facts.fact == order[-2]


@pytest.mark.parametrize("size", SIZES)
async def test_families_fold_one_by_one_and_all_and_stay_so(desk, size):
    async with seated(desk, size) as seat:
        facts = await facts_of_the_missile_story(seat)
        await go_to(seat, facts["Kari Holm"])
        await seat.press("left")
        assert "WHO + 1" in seat.seen("facts") and "Minister" not in seat.seen("facts")
        assert "1 fact folded" in seat.seen("trust")
        await seat.press("f", "k", "f")
        await seat.until(lambda: "NASAMS" not in seat.seen("facts"))
        await seat.press("f", "j", "f")
        await seat.until(lambda: "WHO + 1" in seat.seen("facts"))
        await seat.press("g", "right")
        assert seat.screen.facts.fact == facts["Kari Holm"]
        await seat.press("asterisk")
        assert all("+" in line for line in seat.seen("facts").splitlines() if line.strip(" ─│"))
        await seat.press("j", "asterisk")
        assert "+" not in seat.seen("facts")
        assert seat.screen.facts.fact is not None


@pytest.mark.parametrize("size", SIZES)
async def test_a_tag_for_all_that_share_a_fact_is_one_act(desk, size):
    desk.add("second.txt", "NATO looks north\n\nBERGEN (Sample Wire) - NATO ships sailed north on Monday.\n", age=600)
    async with seated(desk, size) as seat:
        await seat.until(lambda: shared_by_two(seat))
        nato = next(
            fact for fact in (await facts_of_the_missile_story(seat)).values() if fact.value.get("name") == "NATO"
        )
        await go_to(seat, nato)
        shown = seat.screen.listing.text
        await seat.press("T")
        bar = seat.pilot.app.screen.query_one("#scope").render_line(0).text
        assert "NATO" in bar and "2 stories" in bar
        await seat.press("j")
        assert seat.pilot.app.screen is seat.screen and "nothing tagged" in seat.seen("footer")
        assert seat.screen.facts.fact == nato
        await seat.press("T", "s")
        assert "tagged 2 of 2: sanctions" in seat.seen("footer")
        await seat.press("u")
        assert "undone: tag sanctions" in seat.seen("footer")
        assert not any(seat.session.store.tags(story) for story in seat.session.everything)
        await seat.press("ctrl+r")
        assert seat.screen.listing.text == shown
    assert {headline: one["tags"] for headline, one in documents(desk).items()} == {
        "Norway orders NASAMS batteries for NATO": ["sanctions"],
        "NATO looks north": ["sanctions"],
    }


async def test_hidden_and_decided_stories_are_counted_before(desk):
    desk.add(
        "second.txt", "NATO looks north\n\nBERGEN (Sample Wire) - NATO ships sailed north on Monday.\n", age=200_000
    )
    async with seated(desk) as seat:
        await seat.until(lambda: shared_by_two(seat))
        facts = await facts_of_the_missile_story(seat)
        await seat.press("f", "space", "k", "f")
        await go_to(seat, next(fact for fact in facts.values() if fact.value.get("name") == "NATO"))
        await seat.press("T")
        bar = seat.pilot.app.screen.query_one("#scope").render_line(0).text
        assert "2 stories, 1 of them not in this list, 1 already decided" in bar
        await seat.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_stands_where_it_stood_after_a_look_at_the_facts(desk, size):
    lines = "\n\n".join(f"Paragraph {n} tells of ships and of the weather at sea." for n in range(80))
    desk.add("long.txt", f"A long watch\n\nOSLO (Sample Wire) - Kari Holm sailed.\n\n{lines}\n", age=-60)
    async with seated(desk, size) as seat:
        await seat.until(
            lambda: any(one.headline == "A long watch" for one in seat.session.entries(seat.session.everything))
        )
        await seat.press("r", "g")
        await seat.until(lambda: seat.headline == "A long watch")
        await seat.until(lambda: bool(seat.session.facts(seat.screen.stories.story)))
        await seat.press("enter")
        await seat.until(lambda: "A long watch" in seat.seen("reader"))
        await seat.press("pagedown", "pagedown")
        before = seat.seen("reader")
        assert "Kari" not in before
        await seat.press("f", "g")
        await seat.until(lambda: "Kari" in seat.seen("reader") or "Oslo" in seat.seen("reader"))
        await seat.press("f")
        await seat.until(lambda: seat.seen("reader") == before)
