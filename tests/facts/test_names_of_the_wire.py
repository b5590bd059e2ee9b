"""Names as the wire has them: hyphenated syllables, articles, firms by half their name, ships, towns and their countries."""

from __future__ import annotations

import pytest
from naming import bodies, found, mentions, people, peoples, places, told

from triage.model.fact import FactKind


@pytest.mark.parametrize(
    "name", ["Lee Teng-hui", "Tung Chee-hwa", "Kao Ching-yuan", "Kim Jung-sook", "Moon Jae-in", "Jean-Marie Brun"]
)
def test_a_hyphenated_name_is_whole(name: str) -> None:
    assert list(people(f"Reporters met {name} on Monday.")) == [name]


def test_a_hyphen_that_joins_no_name() -> None:
    assert places("A Seoul-led group and a Hong Kong-run firm met.").keys() == {"Seoul", "Hong Kong"}


def test_an_arabic_family_name_without_its_article_is_the_same_person() -> None:
    story = told("Saleh al-Sammad died on Monday. Sammad was 38.")
    assert mentions(story, FactKind.PERSON, "Saleh al-Sammad") == ["Saleh al-Sammad", "Sammad"]


def test_a_name_of_a_class_of_ships_is_no_place_there() -> None:
    text = "Two Virginia-class submarines and a Los Angeles-class boat left the coast of Virginia."
    assert places(text).keys() == {"Virginia"}
    assert mentions(told(text), FactKind.PLACE, "Virginia") == ["Virginia"]


def test_a_ship_is_nobody() -> None:
    assert not people("They stopped the Panama-flagged Sea Lark and the Cook Islands-flagged Amber Dawn.")


def test_what_owns_a_thing_is_a_firm_by_one_name_alone() -> None:
    text = "The line, owned by Beltransneft, was shut. The house, owned by Ann Lund, was sold."
    assert list(people(text)) == ["Ann Lund"]
    assert list(bodies(text)) == ["Beltransneft"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ann Lund, the acting U.S. secretary of state, left.", ("Acting Secretary of State", "U.S.")),
        ("Ann Lund, a former U.S. secretary of state, left.", ("Former Secretary of State", "U.S.")),
        ("White House spokeswoman Ann Lund left.", ("Spokeswoman", "White House")),
        ("South African President Ann Lund left.", ("President", "South Africa")),
        ("Vice-Premier Ann Lund left.", ("Vice Premier", None)),
        ("It was late, said Under Secretary Ann Lund.", ("Under Secretary", None)),
        ("Under Secretary Ann Lund left.", ("Under Secretary", None)),
        ("Norway's energy minister, Princess Ann Lund, left.", ("Energy Minister", "Norway")),
        ("They met Norway's Ann Lund.", (None, "Norway")),
        ("They met Ann Lund of the Labour Party.", (None, "Labour Party")),
    ],
)
def test_an_office(text: str, office: tuple[str | None, str | None]) -> None:
    (found,) = people(text).values()
    assert found == office


@pytest.mark.parametrize(
    "text",
    [
        "The British ship Normand Vesper came on Saturday. Normand Vesper left.",
        "Brent rose $1.10 to $109.46 a barrel.",
        "It was choosing 26 Gripen fighters, four Meko frigates and 24 Hawk trainers.",
        "The lander Vikra touched down. Vikra then slept.",
        "It paid A$5 million and C$3 million.",
        "“Algebra says yes,” a senator said.",
        "Avian influenza (HPXN) spread. HPXN kills birds.",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert people(text) == {}
    assert bodies(text) == {}


def test_a_firm_goes_by_the_beginning_of_its_name() -> None:
    story = told(
        "Shares of Halvik fell. Placer Ostby Inc rose. “It is good for Placer Ostby,” she said. Halvik Marine ASA sank."
    )
    assert bodies(story) == {"Placer Ostby Inc": "company", "Halvik Marine ASA": "company"}
    assert people(story) == {}


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    story = told("The Tupac Amaru Revolutionary Movement (MRTA) struck. The MRTA left.")
    assert list(bodies(story)) == ["Tupac Amaru Revolutionary Movement"]


def test_a_dateline_town_lies_in_the_country_behind_it() -> None:
    found = places(told("OSTVIK, Norway - Ships left Ostvik.", place="OSTVIK, Norway"))
    assert found == {"Ostvik": ("NO", "city"), "Norway": ("NO", "country")}


def test_of_two_towns_the_one_in_the_country_that_the_story_speaks_of() -> None:
    assert places("British police closed a road in Windsor, British papers said.")["Windsor"] == ("GB", "city")


def test_a_building_called_after_a_saint_is_no_person() -> None:
    story = told("They met at St. Mary's Hospital.")
    assert places(story) == {"St. Mary's Hospital": (None, "facility")}
    assert people(story) == {}


@pytest.mark.parametrize("name", ["Zurich", "Gdansk", "Bogota", "Sao Paulo"])
def test_a_city_without_its_accents(name: str) -> None:
    assert places(f"The fire broke out in {name} on Monday.")[name][1] == "city"


def test_a_part_of_the_world_is_no_nationality() -> None:
    assert peoples("European, African and Kurdish leaders met.") == {"Kurdish": None}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He was born in Grodno in 1980.", "Grodno", "BY"),
        ("Shells fell on the port city of Nikolaev on Monday.", "Mykolaiv", "UA"),
        ("Troops entered Deir al-Zor on Monday.", "Deir al-Zor", "SY"),
    ],
)
def test_cities_by_the_names_that_a_wire_gives_them(text: str, name: str, country: str) -> None:
    (one,) = found(text, FactKind.PLACE)
    assert (one.value["name"], one.value["country"]) == (name, country)
