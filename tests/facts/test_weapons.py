"""Weapons: names however they are written, names that are also words, designators in no list, and ships."""

from __future__ import annotations

import pytest
from fact_readings import pipeline, story
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import extraction, found, told
from speech import weapon_facts, weapons

from triage.facts.kinds import weapon
from triage.facts.lexicon import rows
from triage.model.fact import FactKind
from triage.model.story import Role


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The army wants S-400 batteries.", "S-400", "surface-to-air missile"),
        ("The army wants the S400.", "S-400", "surface-to-air missile"),
        ("The army wants the S 400.", "S-400", "surface-to-air missile"),
        ("Pilots train on F-35s.", "F-35", "fighter"),
        ("Pilots train on F-16Cs.", "F-16", "fighter"),
        ("Pilots train on the Joint Strike Fighter.", "Joint Strike Fighter", "fighter"),
        ("A SU-35 took off.", "Su-35", "fighter"),
        ("The column had T-72B3 tanks.", "T-72", "tank"),
        ("The brigade got Himars from abroad.", "HIMARS", "rocket launcher"),
        ("David’s Sling went on alert.", "David's Sling", "missile defense system"),
        ("He carried an AK47.", "AK-47", "rifle"),
        ("Traces of Novichok were found.", "Novichok", "chemical agent"),
        ("Traces of sarin were found.", "sarin", "chemical agent"),
        ("TRACES OF SARIN FOUND", "sarin", "chemical agent"),
        ("The treaty bans the 9M729.", "9M729", "ballistic missile"),
        ("A Tu-22M3 crashed.", "Tu-22M3", "bomber"),
        ("An F/A-18E/F Super Hornet crashed.", "F/A-18E/F Super Hornet", "fighter"),
    ],
)
def test_a_name_of_the_list_however_it_is_written(text: str, name: str, type_: str) -> None:
    assert weapons(text) == {name: type_}


def test_a_nickname_behind_the_letters_of_a_variant_is_in_the_span() -> None:
    (fact,) = weapon_facts("Two C-130J Hercules took off.")
    assert (fact.text, fact.value["name"]) == ("C-130J Hercules", "C-130")


def test_the_beginning_of_another_name_is_no_nickname() -> None:
    (fact,) = weapon_facts("Greece wants the F-35 Joint Strike Fighter.")
    assert fact.text == "F-35"


def test_the_story_may_be_more_exact_than_the_list() -> None:
    assert weapons("An Apache attack helicopter crashed.") == {"Apache": "attack helicopter"}
    assert weapons("An Apache helicopter crashed.") == {"Apache": "helicopter"}
    assert weapons("The USS Quillan sank. It was near the frigate USS Quillan.") == {"USS Quillan": "frigate"}


def test_a_base_is_no_ship() -> None:
    assert weapons("He serves at the naval base HMAS Corbel.") == {}


def test_what_stands_beside_a_name_of_two_weapons_tells_which() -> None:
    (fact,) = found("The air force bought 24 Hawk trainers.", FactKind.WEAPON)
    assert fact.value == {"name": "Hawk", "class": "trainer aircraft"}


def test_a_base_is_no_tank() -> None:
    assert found("Rockets were fired at the K-1 base near Kirkuk.", FactKind.WEAPON) == ()


def test_what_a_bomb_is_called_is_no_body() -> None:
    text = "India used Mirage 2000 jets and SPICE bombs."
    assert [fact.value["name"] for fact in found(text, FactKind.WEAPON)] == ["Mirage 2000", "Spice"]
    assert found(text, FactKind.ORGANIZATION) == ()


def test_one_weapon_is_one_fact_with_all_its_mentions() -> None:
    text = "Ostland ordered the F-35. The F-35s arrive in May, and the Joint Strike Fighter’s engine later."
    (fact,) = weapon_facts(text)
    assert [mention.of(text) for mention in fact.mentions] == ["F-35", "F-35s", "Joint Strike Fighter"]
    assert fact.text == "F-35"
    assert fact.sentence.of(text) == "Ostland ordered the F-35."
    assert fact.provenance.by == "weapon.lexicon"


@pytest.mark.parametrize(
    "text",
    [
        "Tanks, ballistic missiles and cluster bombs were on show.",
        "The Patriot Act passed, and the New England Patriots won.",
        "Typhoon Mira hit the coast and a tornado followed.",
        "She threw the javelin and he saw an eagle near the harrier.",
        "A 10-year-old took the A-1 road to the G-20 with COVID-19 and an H-1B visa.",
        "The T-20 series and the F-1 race were shown on Channel 4.",
        "A Boeing 737 and an Airbus A320 stood at Gate 22.",
        "Selim Bayraktar met Uzi Dayan, and General Abrams was there.",
        "The INS director spoke to the press.",
        "Shares of the U.S. carrier Delta Lines rose.",
        "Flight MH17 was lost, 100 mm of rain fell, and the S-class sold well.",
    ],
)
def test_what_is_no_named_weapon(text: str) -> None:
    assert weapons(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patriot batteries were sent.", "Patriot"),
        ("They fired anti-tank missiles such as the Javelin.", "Javelin"),
        ("RAF Typhoon jets scrambled.", "Typhoon"),
        ("A Reaper drone was lost.", "Reaper"),
        ("Grad rockets fell on the town.", "Grad"),
        ("A Black Hawk helicopter landed.", "Black Hawk"),
        ("He had an Uzi submachine gun.", "Uzi"),
        ("The Leopard tanks rolled in.", "Leopard"),
    ],
)
def test_a_name_that_is_also_a_word_beside_what_shows_it(text: str, name: str) -> None:
    assert list(weapons(text)) == [name]


def test_a_guarded_name_counts_again_once_the_story_has_shown_it() -> None:
    text = "Patriot missiles arrived. Two Patriots were tested. The Patriot Party protested."
    (fact,) = weapon_facts(text)
    assert [mention.of(text) for mention in fact.mentions] == ["Patriot", "Patriots"]


def test_a_guarded_name_counts_in_a_row_with_a_weapon() -> None:
    text = "The convoy carried HIMARS, Stingers and NLAWs."
    assert set(weapons(text)) == {"HIMARS", "Stinger", "NLAW"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("It tested a KN-99 short-range ballistic missile.", "KN-99", "ballistic missile"),
        ("The new missile, called the KX-12, flew far.", "KX-12", "missile"),
        ("The navy built a Type 055 destroyer.", "Type 055", "destroyer"),
        ("It showed a Hwasong-77.", "Hwasong-77", "ballistic missile"),
        ("It showed an Agni-VI.", "Agni-VI", "ballistic missile"),
        ("It showed the 9M999 missile.", "9M999", "missile"),
        ("They shelled it with 155 mm howitzers.", "155mm howitzer", "howitzer"),
        ("Police found a 9mm pistol.", "9mm pistol", "pistol"),
        ("Police found a .50-caliber rifle.", ".50-caliber rifle", "rifle"),
    ],
)
def test_a_designator_in_no_list(text: str, name: str, type_: str) -> None:
    assert weapons(text) == {name: type_}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The USS Example, a guided-missile destroyer, sailed.", "USS Example", "destroyer"),
        ("The aircraft carrier USS Jane Q. Sample’s crew left.", "USS Jane Q. Sample", "aircraft carrier"),
        ("The USS Sample Carrier Strike Group sailed.", "USS Sample", "aircraft carrier"),
        ("An Ostia-class submarine surfaced.", "Ostia-class", "submarine"),
        ("Three Ostia-class submarines surfaced.", "Ostia-class", "submarine"),
        ("The frigate Admiral Samplov sank.", "Admiral Samplov", "frigate"),
        ("INS Sample, a new frigate, was commissioned.", "INS Sample", "frigate"),
    ],
)
def test_ships(text: str, name: str, type_: str) -> None:
    assert weapons(text) == {name: type_}


def test_a_ship_is_named_again_without_its_prefix() -> None:
    text = "The USS Example left port. The Example will be back in May. Example was set."
    (fact,) = weapon_facts(text)
    assert [mention.of(text) for mention in fact.mentions] == ["USS Example", "Example"]


def test_credits_and_bylines_name_no_weapons() -> None:
    text = "Ostland buys F-16s\n\nBy Ann Su-27\n\nThe sale of F-16s is on.\n\nReporting by S-400"
    roles = {0: Role.HEADLINE, 1: Role.BYLINE, 3: Role.CREDIT}
    assert list(weapons(told(text, roles))) == ["F-16"]


def test_the_whole_run_finds_weapons_too() -> None:
    result = extraction().facts(told("Ostland said on Friday that it would buy 12 F-16 fighter jets."))
    assert [fact.value["name"] for fact in result.facts if fact.kind is FactKind.WEAPON] == ["F-16"]


def test_every_name_in_the_lists_has_one_class_and_every_guarded_one_its_words() -> None:
    sure = {row[0]: row[1] for row in rows("weapons")}
    assert len(sure) == len(list(rows("weapons")))
    assert all(row[1] and row[2] and row[3] for row in rows("weapons_guarded"))


_PARTS = ["F-16", "S-400", "S", "400", "Patriot", "missile", "USS", "Cole", "-class", "Type 055", "155 mm", "shell", "A-10",
          "sarin", "AK-47", "The ", "and", ",", ".", "-", "’s", " ", "\n\n", "KN-23", "Javelins", "ſarin", "İskander", "²"]  # fmt: skip


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_PARTS), max_size=30).map(" ".join),
                 st.lists(st.sampled_from(_PARTS), max_size=30).map("".join)))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_text_gives_facts_that_lie_in_it(text: str) -> None:
    text += "\n\nAn F-16 landed."
    of = story(text)
    found_of = list(weapon.extract(pipeline()(text), of, {}))
    assert found_of
    for fact in found_of:
        assert fact.mentions[0].of(text) == fact.text != ""
        assert all(0 <= mention.start < mention.end <= len(text) for mention in fact.mentions)
        assert all(not one.overlaps(two) for one, two in zip(fact.mentions, fact.mentions[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A C-130J Hercules landed at dawn.", "C-130J Hercules"),
        ("Crews flew a P-3K2 Orion patrol aircraft over the sea.", "P-3K2 Orion"),
        ("The cruiser carried 16 Zvonok missiles against ships.", "Zvonok"),
    ],
)
def test_a_nickname_belongs_to_the_designator_and_an_unknown_name_to_what_it_stands_before(
    text: str, name: str
) -> None:
    assert name in [span.of(text) for fact in found(text, FactKind.WEAPON) for span in fact.mentions]


@pytest.mark.parametrize(
    "text", ["They fired Hezbollah rockets.", "They shot down a Kazan drone.", "It sold the Army missiles."]
)
def test_who_has_a_weapon_is_none(text: str) -> None:
    assert [fact.text for fact in found(f"{text} An F-16 landed.", FactKind.WEAPON)] == ["F-16"]
