"""Which of several places of one name a story means."""

from __future__ import annotations

import pytest
from naming import places

from triage.facts.namesakes import namesakes


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Voters in Georgia and Alabama went to the polls.", "Georgia", "US"),
        ("Tbilisi mourned. Russia had sent troops to Georgia.", "Georgia", "GE"),
        ("Floods hit Cordoba, and Argentina sent help.", "Cordoba", "AR"),
        ("Floods hit Cordoba, Spanish officials said.", "Cordoba", "ES"),
        ("Fighting raged in Tripoli, Lebanon's second city.", "Tripoli", "LB"),
        ("Fighting raged in Tripoli, and Libya asked for help.", "Tripoli", "LY"),
        ("Bombs went off in Hyderabad, and Pakistan mourned.", "Hyderabad", "PK"),
        ("Bombs went off in Hyderabad, and India mourned.", "Hyderabad", "IN"),
        ("A church in Birmingham, Alabama, burned.", "Birmingham", "US"),
        ("A church in Birmingham burned, London said.", "Birmingham", "GB"),
        ("Rain fell on Valencia, Venezuela said.", "Valencia", "VE"),
        ("Rain fell on Valencia, Spain said.", "Valencia", "ES"),
        ("He spoke in San Jose, as Costa Rica voted.", "San Jose", "CR"),
        ("A train crashed in Santiago, Cuba said.", "Santiago", "CU"),
        ("A train crashed in Santiago, Chile.", "Santiago", "CL"),
        ("A bank in Victoria, the capital of the Seychelles, closed.", "Victoria", "SC"),
        ("A fire burned in Victoria, and Melbourne saw the smoke.", "Victoria", "AU"),
        ("A court in Alexandria, Virginia, sat.", "Alexandria", "US"),
        ("A church in Alexandria burned, Egypt said.", "Alexandria", "EG"),
        ("A man in Paris, Texas, died.", "Paris", "US"),
        ("In Lagos, Portugal, it rained.", "Lagos", "PT"),
        ("In Perth it rained, Scotland said.", "Perth", "GB"),
        ("In St. Petersburg, Florida, it rained.", "St. Petersburg", "US"),
    ],
)
def test_the_story_s_other_places_tell(text: str, name: str, country: str) -> None:
    assert places(text)[name][0] == country


def test_an_unknown_place_is_in_the_country_that_the_story_plays_in() -> None:
    assert places("Iraq sent troops. The village of Qarrah was hit, Iraq said.")["Qarrah"][0] == "IQ"
    assert places("Iraq and Syria sent troops. The village of Qarrah was hit.")["Qarrah"][0] is None


def test_places_of_one_name_are_each_in_a_country_of_their_own() -> None:
    assert len(namesakes()["Georgia"]) == 2
    assert all(len({one.country for one in among}) == len(among) for among in namesakes().values())
