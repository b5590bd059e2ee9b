"""Casualties: how many, what became of them, who and where."""

from __future__ import annotations

import pytest
from naming import extraction, found, told

from triage.model.fact import FactKind

Told = tuple[object, ...]
"""Number, modifier, outcome, who and place."""


def casualties(text: str) -> list[Told]:
    keys = ("number", "modifier", "outcome", "who", "place")
    return [tuple(fact.value[key] for key in keys) for fact in found(text, FactKind.CASUALTY)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "At least 19 soldiers were killed and 30 others wounded when a bomb exploded in Kabul.",
            [(19, "at least", "killed", "soldiers", "Kabul"), (30, None, "wounded", None, "Kabul")],
        ),
        (
            "A bomber struck in Baghdad, killing 12 people and wounding more than 40.",
            [(12, None, "killed", "people", "Baghdad"), (40, "more than", "wounded", None, "Baghdad")],
        ),
        (
            "The death toll rose to 1,234 on Sunday, with 300 people still missing.",
            [(1234, None, "killed", None, None), (300, None, "missing", "people", None)],
        ),
        ("Police arrested 20 protesters in Cairo.", [(20, None, "detained", "protesters", "Cairo")]),
        (
            "Two policemen and a civilian were killed.",
            [(2, None, "killed", "policemen", None), (1, None, "killed", "civilian", None)],
        ),
        ("The flood displaced 3,000 families.", [(3000, None, "displaced", "families", None)]),
        ("Dozens of people were injured.", [(None, "dozens of", "wounded", "people", None)]),
        ("Some 400 passengers on the train were injured.", [(400, "some", "wounded", "passengers", None)]),
        (
            "Attacks killed two people and hurt 30 in Kabul.",
            [(2, None, "killed", "people", "Kabul"), (30, None, "wounded", None, "Kabul")],
        ),
        ("Four people, including two children, died.", [(4, None, "killed", "people", None)]),
        ("The crash killed all six airmen.", [(6, None, "killed", "airmen", None)]),
        ("Eight died and 13 were injured.", [(8, None, "killed", None, None), (13, None, "wounded", None, None)]),
    ],
)
def test_how_many_who_and_where(text: str, wanted: list[Told]) -> None:
    assert casualties(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The bomb could kill 100 people.",
        "The group threatened to kill 12 hostages.",
        "Army shells killed or wounded 30 people.",
        "The company killed two projects and cut 400 jobs.",
        "Nobody was killed in 1995.",
        "Not one person was hurt.",
        "Not a single person was hurt.",
        "The victim, Ann Lund, 62, was killed.",
    ],
)
def test_what_did_not_happen_or_is_not_known_is_none(text: str) -> None:
    assert casualties(text) == []


def test_what_is_said_twice_is_one_fact() -> None:
    text = "Bomb kills 12 people\n\nA bomb killed 12 people in Kabul on Monday."
    (one,) = found(text, FactKind.CASUALTY)
    assert len(one.mentions) == 2
    assert one.value["place"] == "Kabul"
    assert one.text == "kills 12 people"


@pytest.mark.parametrize(
    "text", ["killed " * 400, "19 " * 400 + "killed", "killed 19 and " * 100, "KILLED: 19\n- dead, 3\n(2) hurt"]
)
def test_nothing_that_a_story_holds_makes_it_fail(text: str) -> None:
    assert extraction().facts(told(text)).troubles == ()


def test_an_age_behind_a_surname_counts_nobody() -> None:
    assert found("Razlan, 67, was arrested at Kuala Lumpur airport in 2022.", FactKind.CASUALTY) == ()


def test_one_of_several_is_what_they_are() -> None:
    (one,) = found("One of its peacekeepers was wounded, the mission said.", FactKind.CASUALTY)
    assert (one.value["number"], one.value["who"]) == (1, "peacekeepers")
