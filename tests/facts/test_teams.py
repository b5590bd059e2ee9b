"""Teams: where a match is told a city's name is who plays for it; elsewhere, and where it stands as a place, it is the city."""

from __future__ import annotations

import pytest
from naming import bodies, mentions, places, told

from triage.model.fact import FactKind

MATCH = "Leeds beat Norwich 2-0 in the league on Saturday. The striker scored both goals before halftime. "


@pytest.mark.parametrize(
    ("sentence", "team"),
    [
        ("Derby captain Ann Lund was sent off.", "Derby"),
        ("She joined Lyon from Nantes in May.", "Nantes"),
        ("It was the third victory over Porto this season.", "Porto"),
        ("Title rivals Valencia meet them on Sunday.", "Valencia"),
        ("Sunderland were relegated.", "Sunderland"),
        ("They play the Denver Bobcats next.", "Denver Bobcats"),
    ],
)
def test_a_city_that_plays_is_an_organization(sentence: str, team: str) -> None:
    assert {"Leeds", "Norwich", team} <= bodies(MATCH + sentence).keys()


def test_the_city_itself_stays_a_place() -> None:
    story = told(MATCH + "Fans had danced in Leeds all night.")
    assert mentions(story, FactKind.ORGANIZATION, "Leeds") == ["Leeds"]
    assert mentions(story, FactKind.PLACE, "Leeds") == ["Leeds"]


def test_nations_that_play_stay_places() -> None:
    assert {"Brazil", "Wales"} <= places(
        MATCH + "Brazil beat Wales 3-1. Wales striker Ann Lund missed a penalty."
    ).keys()


def test_who_wins_outside_of_sport_is_left_alone() -> None:
    assert "Leeds" in places("Leeds won over Norwich in the contest for the new factory, the ministry said.")


@pytest.mark.parametrize(
    ("line", "teams"),
    [
        ("Barnet 4 1 2 1 4 2 5", {"Barnet"}),
        ("Jed-Upton 17 Watsonfield 54", {"Jed-Upton", "Watsonfield"}),
        ("1. West Hartlepool 38 22 8 8 74", {"West Hartlepool"}),
        ("Swansea v Cardiff", {"Swansea", "Cardiff"}),
    ],
)
def test_rows_of_tables_begin_with_teams(line: str, teams: set[str]) -> None:
    assert teams <= bodies(f"Soccer-League results\n\nResults of league matches on Saturday:\n\n{line}").keys()


@pytest.mark.parametrize("line", ["Extras 5", "Total 302", "Waqar 25-10-70-3", "Attendance 14,000", "Saturday 31"])
def test_rows_that_name_no_team(line: str) -> None:
    assert set(bodies(f"Cricket-Scoreboard\n\nFirst innings\n\n{line}\n\nSwansea v Cardiff")) == {"Swansea", "Cardiff"}


def test_a_match_is_played_at_the_second_ones_ground() -> None:
    text = "Baseball-Schedule\n\nGames on Friday:\n\nKANSAS CITY AT DETROIT"
    assert bodies(text).keys() == {"Kansas City"}
    assert places(text).keys() == {"Detroit"}


def test_a_line_of_place_and_day_is_a_dateline() -> None:
    assert places("Ice thickens\n\nFARMDALE HILLS, Mich. 1996-08-30\n\nIt did.").keys() == {
        "Farmdale Hills",
        "Michigan",
    }
