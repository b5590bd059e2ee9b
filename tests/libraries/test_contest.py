"""A library is scored by the measures of `triage evaluate`, on the paragraphs that the program reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.libraries import contest
from tests.libraries.reading import Reading, facts
from triage.evaluation.sample import Annotated, Gold, Sample, Stated
from triage.evaluation.stories import from_sentences
from triage.model.fact import FactKind, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

STORY = from_sentences("s", ["The ferry cost $12 and took 40 cars.", "The old one cost $12 too, or $9."])[0]
MONEY, QUANTITY = FactKind.MONEY, FactKind.QUANTITY


def dollars(text: str, today: dt.date) -> Iterator[Reading]:
    for match in re.finditer(r"\$([0-9]+)", text):
        yield Reading(MONEY, Span(*match.span()), {"amount": int(match[1]), "currency": "USD"})


def test_one_fact_for_one_value_with_its_places_in_the_story() -> None:
    twelve, nine = facts(STORY, dollars)
    assert [span.of(STORY.text) for span in twelve.mentions] == ["$12", "$12"]
    assert nine.value == {"amount": 9, "currency": "USD"}


def test_only_the_kinds_that_a_contestant_reads_are_scored() -> None:
    stated = (
        Stated(MONEY, "$12", {"amount": 12, "currency": "USD"}),
        Stated(QUANTITY, "40 cars", {"number": 40, "unit": "cars", "modifier": None}),
    )
    annotated = Annotated("set", "gold", [Sample(STORY, gold=Gold(stated, (), frozenset((MONEY, QUANTITY))))])
    (one,) = contest.results(annotated, "dollars", (MONEY,), lambda story: facts(story, dollars))
    assert (one.kind, one.by, one.tally.gold, one.tally.given, one.tally.right) == (MONEY, "whole value", 1, 2, 1)
