"""A story made of a text, and what the extractors of dates, money and quantities read in it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import spacy
from hypothesis import strategies as st

from triage.facts import sentences
from triage.facts.kinds import date, money, quantity
from triage.model.fact import Fact, FactKind
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, StoryId

if TYPE_CHECKING:
    from spacy.language import Language

DAY = dt.date(2018, 4, 27)
"""A Friday."""


@cache
def pipeline() -> Language:
    """English tokens and our sentences."""
    nlp = spacy.blank("en")
    nlp.add_pipe(sentences.NAME)
    return nlp


def story(text: str, day: dt.date = DAY, source: DateSource = DateSource.HEADER, agency: str | None = None) -> Story:
    """A story all of whose paragraphs are body text."""
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        if part:
            paragraphs.append(Paragraph(at, at + len(part), Role.BODY))
        at += len(part) + 2
    return Story(
        StoryId("0" * 16), None, "plain", text, tuple(paragraphs), "", StoryDate(day, source), agency=agency
    )  # fmt: skip


def facts(of: Story) -> dict[FactKind, tuple[Fact, ...]]:
    """The facts of the three kinds."""
    doc, found = pipeline()(of.text), dict[FactKind, tuple[Fact, ...]]()
    for kind in (date, money, quantity):
        found[kind.KIND] = tuple(kind.extract(doc, of, found))
    return found


def dates(text: str, day: dt.date = DAY) -> dict[str, tuple[object, object]]:
    """The words of every date in the text, with its start and its end."""
    return {
        mention.of(text): (fact.value["start"], fact.value["end"])
        for fact in facts(story(text, day))[FactKind.DATE]
        for mention in fact.mentions
    }


def sums(text: str, agency: str | None = None) -> list[tuple[str, object, object]]:
    """The words of every sum of money, its amount and its currency, in the order of the text."""
    found = facts(story(text, agency=agency))[FactKind.MONEY]
    return [
        (mention.of(text), fact.value["amount"], fact.value["currency"])
        for mention, fact in sorted(((m, f) for f in found for m in f.mentions), key=lambda pair: pair[0])
    ]


def quantities(text: str) -> list[tuple[str, object, object, object]]:
    """The words of every quantity, its number, unit and modifier, in the order of the text."""
    found = facts(story(text))[FactKind.QUANTITY]
    return [
        (mention.of(text), fact.value["number"], fact.value["unit"], fact.value["modifier"])
        for mention, fact in sorted(((m, f) for f in found for m in f.mentions), key=lambda pair: pair[0])
    ]


_PIECES = [
    "in",
    "on",
    "at",
    "by",
    "since",
    "until",
    "from",
    "to",
    "between",
    "and",
    "the",
    "last",
    "next",
    "this",
    "past",
    "early",
    "mid",
    "late",
    "end",
    "of",
    "first",
    "second",
    "half",
    "quarter",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "days",
    "weeks",
    "months",
    "years",
    "ago",
    "earlier",
    "later",
    "from",
    "now",
    "Friday",
    "Monday",
    "Sunday",
    "May",
    "March",
    "December",
    "Dec.",
    "April",
    "27",
    ",",
    "2018",
    "2016",
    "1990s",
    "'80s",
    "0",
    "1",
    "3",
    "29",
    "30",
    "99",
    "9999",
    "2,500",
    "2.5",
    "1/2",
    "million",
    "billion",
    "lakh",
    "crore",
    "bn",
    "m",
    "k",
    "two",
    "twenty",
    "five",
    "hundred",
    "a",
    "an",
    "half",
    "dozen",
    "dozens",
    "thousands",
    "hundreds",
    "$",
    "€",
    "£",
    "Rs",
    "US$",
    "¢",
    "dollars",
    "cents",
    "pounds",
    "euros",
    "won",
    "yuan",
    "-",
    "–",
    "percent",
    "%",
    "km",
    "tonnes",
    "barrels",
    "per",
    "day",
    "people",
    "soldiers",
    "U.S.",
    "F-35",
    "aircraft",
    "more",
    "than",
    "at",
    "least",
    "some",
    "about",
    "over",
    "will",
    "said",
    "Christmas",
    "Day",
    "Easter",
    "Thanksgiving",
    "31/12/2017",
    "2018-02-30",
    "9/11",
    "Q1",
    "weekend",
    "today",
    "tomorrow",
    "Thırd",
    "thouſand",
    "weeK",
    ".",
    ";",
    "(",
    ")",
    "“",
    "”",
]

hostile = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from([*_PIECES, "\n\n", " ", "  ", "\u00a0", "-"]), max_size=40).map("".join),
)
"""Arbitrary text, and what the rules look for in any order."""

any_day = st.one_of(st.dates(), st.sampled_from([dt.date.min, dt.date.max, dt.date(2016, 2, 29)]))
