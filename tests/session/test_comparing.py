"""What changed between two versions, in words and facts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact
from triage.session.comparing import compare_facts, compare_texts

if TYPE_CHECKING:
    from triage.model.story import Story


def story(*body: str) -> Story:
    text = "Port reopens after storm\n\n" + "\n\n".join(body)
    return read(text.encode(), Origin("a.txt", dt.datetime(2026, 3, 4, tzinfo=dt.UTC)))[0]


def changed(older: Story, newer: Story) -> list[str]:
    return [f"{one.sign}{one.text}" for pieces in compare_texts(older, newer) for one in pieces if one.sign != " "]


FIRST = "OSTBY (Sample Wire) - The port of Ostby reopened on Tuesday after the storm killed 12 people, officials said."
SECOND = "OSTBY (Sample Wire) - The port of Ostby reopened on Tuesday after the storm killed 19 people, officials said."
MORE = "“We lost two cranes,” the harbor master said, and went back to work without a further word."


def test_a_word_that_changed_is_told_and_what_stayed_is_not():
    assert changed(story(FIRST, MORE), story(SECOND, MORE)) == ["-12", "+19"]


def test_paragraphs_that_came_and_went_are_told_whole():
    assert changed(story(FIRST), story(FIRST, MORE)) == [f"+{MORE}"]
    assert changed(story(FIRST, MORE), story(FIRST)) == [f"-{MORE}"]
    assert changed(story(FIRST), story(FIRST)) == []


def test_all_words_of_the_newer_version_are_there_in_order():
    older, newer = story(FIRST, MORE), story(MORE, "Another paragraph that nobody has seen.", SECOND)
    said = " ".join(one.text for pieces in compare_texts(older, newer) for one in pieces if one.sign in " +")
    assert said.split() == newer.text.split()


def test_a_very_long_paragraph_is_compared_at_once():
    one, other = (f"OSTBY (Sample Wire) - {' '.join(f'word{n * by}' for n in range(60_000))}" for by in (1, 2))
    assert len(changed(story(one), story(other))) == 2


def fact(where: Story, kind: FactKind, mention: str, **value: str | int | None) -> Fact:
    start = where.text.index(mention)
    span, whole = Span(start, start + len(mention)), Span(0, len(where.text))
    return make_fact(where.id, kind, where.text, value, (span,), whole, Provenance("test", 0.9))


def told(older: list[Fact], newer: list[Fact]) -> list[tuple[str, str, str]]:
    return [(one.sign, one.before, one.after) for one in compare_facts(older, newer)]


def test_a_number_that_rose_is_one_change():
    first, second = story(FIRST), story(SECOND)
    old = fact(first, FactKind.CASUALTY, "12", number=12, outcome="killed", who="people", modifier=None)
    new = fact(second, FactKind.CASUALTY, "19", number=19, outcome="killed", who="people", modifier="at least")
    assert told([old], [new]) == [("~", "12", "at least 19")]
    assert compare_facts([old], [new])[0].about == "people killed"


def test_a_name_put_right_is_one_change_and_a_quote_that_came_is_added():
    first, second = story(FIRST, "Kari Holm spoke."), story(FIRST, "Kari Holme spoke. “We lost two cranes,” she said.")
    older = [fact(first, FactKind.PERSON, "Kari Holm", name="Kari Holm")]
    newer = [
        fact(second, FactKind.PERSON, "Kari Holme", name="Kari Holme"),
        fact(second, FactKind.QUOTE, "We lost two cranes", content="We lost two cranes", speaker="Kari Holme"),
    ]
    assert told(older, newer) == [("~", "Kari Holm", "Kari Holme"), ("+", "", "We lost two cranes")]


def test_the_same_facts_are_no_change():
    first, second = story(FIRST), story(FIRST, MORE)
    facts = [[fact(one, FactKind.PLACE, "Ostby", name="Ostby", country=None)] for one in (first, second)]
    assert told(*facts) == []


def test_the_dead_are_told_once_and_not_again_as_a_number_of_people():
    first, second = story(FIRST), story(SECOND)
    older, newer = (
        [
            fact(where, FactKind.CASUALTY, dead, number=int(dead), outcome="killed", who="people", modifier=None),
            fact(where, FactKind.QUANTITY, dead, number=int(dead), unit="people", modifier=None),
        ]
        for where, dead in ((first, "12"), (second, "19"))
    )
    assert told(older, newer) == [("~", "12", "19")]


def test_of_a_saying_that_changed_only_what_differs_is_shown():
    first, second = (
        story(f"“We lost two cranes in the night and all {what} of the harbor before the day broke,” he said.")
        for what in ("nine boats", "nineteen small boats")
    )
    older, newer = (
        [fact(one, FactKind.QUOTE, one.text[one.text.index("We") : one.text.index(",”")], direct=True,
              content=one.text[one.text.index("We") : one.text.index(",”") + 1], speaker="he")]
        for one in (first, second)
    )  # fmt: skip
    assert told(older, newer) == [("~", "… all nine boats …", "… all nineteen small boats …")]
    assert told([], newer)[0][2].startswith("“We lost")
    assert told([], newer)[0][2].endswith("broke”")
