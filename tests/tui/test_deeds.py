"""Events and casualties as lines of the facts pane."""

from __future__ import annotations

import pytest

from triage.model.fact import FactKind, Provenance, Span, Value, make_fact
from triage.model.story import StoryId
from triage.tui.fact_lines import fact_lines

TEXT = "Senators blocked the sale of jets."


def line(kind: FactKind, **value: str | int | bool | None) -> tuple[str, str, str]:
    told: Value = value
    fact = make_fact(StoryId("0" * 16), kind, TEXT, told, (Span(9, 16),), Span(0, 34), Provenance("test", 0.9))
    heading, one = fact_lines([fact], {})
    return heading.name, one.name, one.rest


def event(**more: str | bool | None) -> tuple[str, str, str]:
    value: dict[str, str | bool | None] = {
        "actor": "senators", "action": "block", "target": "Turkey", "type": "reject", "negated": False, "modality": "did",
        "attributed_to": None, "object": "sale of jets", "amount": None, "weapon": None, "place": None, "date": None,
    }  # fmt: skip
    return line(FactKind.EVENT, **value | more)


def test_an_event_says_who_did_what_to_whom() -> None:
    assert event() == ("did", "senators", "─ block ▸ sale of jets ▸ Turkey")
    said = event(date="2018-04-26", place="Washington", attributed_to="an aide", object=None)
    assert said[2] == "─ block ▸ Turkey · Washington · 2018-04-26 · according to an aide"


@pytest.mark.parametrize(
    ("modality", "negated", "wanted"),
    [
        ("did", True, "─ did not block"),
        ("plans", False, "─ to block"),
        ("may", False, "─ may block"),
        ("threatens", False, "─ threatens to block"),
        ("denies", False, "─ denies: block"),
    ],
)
def test_whether_it_is_so_is_told_in_words(modality: str, negated: bool, wanted: str) -> None:
    assert event(modality=modality, negated=negated, object=None, target=None)[2] == wanted


def test_nobody_named_has_a_mark_of_its_own() -> None:
    assert event(actor=None)[1] == "…"


def test_casualties_say_how_many_and_what_became_of_them() -> None:
    value: dict[str, str | int | None] = {
        "number": 1200,
        "modifier": "at least",
        "outcome": "killed",
        "who": "soldiers",
    }
    assert line(FactKind.CASUALTY, **value, place="Kabul") == (
        "casualties",
        "at least 1,200 soldiers",
        "killed · Kabul",
    )
    assert line(FactKind.CASUALTY, **value | {"number": None, "modifier": "dozens of", "who": None}, place=None)[1:] == (
        "dozens of people", "killed",
    )  # fmt: skip
