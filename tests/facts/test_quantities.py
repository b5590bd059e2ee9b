"""Quantities: what counts something, and what only looks like a number."""

from __future__ import annotations

import pytest
from fact_readings import facts, hostile, quantities, story
from hypothesis import given, settings

from triage.facts.numbers import plain, value_of
from triage.model.fact import FactKind


@pytest.mark.parametrize(
    ("words", "number", "unit", "modifier"),
    [
        ("more than 100 of the F-16 aircraft", 100, "F-16 aircraft", "more than"),
        ("three U.S. senators", 3, "U.S. senators", None),
        ("three US senators", 3, "US senators", None),
        ("about 2,000 troops", 2000, "troops", "about"),
        ("at least 19 people", 19, "people", "at least"),
        ("fewer than 10 missiles", 10, "missiles", "fewer than"),
        ("up to 30 jets", 30, "jets", "up to"),
        ("as many as 40 ships", 40, "ships", "as many as"),
        ("an estimated 5,000 fighters", 5000, "fighters", "an estimated"),
        ("300 or so villagers", 300, "villagers", "or so"),
        ("1.5 million refugees", 1_500_000, "refugees", None),
        ("1.5m people", 1_500_000, "people", None),
        ("a dozen buses", 12, "buses", None),
        ("twenty-five buses", 25, "buses", None),
        ("two wounded soldiers", 2, "wounded soldiers", None),
        ("five Russian and Syrian soldiers", 5, "Russian and Syrian soldiers", None),
        ("10 arms dealers", 10, "arms dealers", None),
        ("one civilian", 1, "civilian", None),
        ("two more soldiers", 2, "soldiers", None),
        ("30 rounds of ammunition", 30, "rounds of ammunition", None),
        ("20 percent", 20, "percent", None),
        ("20%", 20, "percent", None),
        ("nearly 2.5 per cent", 2.5, "percent", "nearly"),
        ("25 basis points", 25, "basis points", None),
        ("2,300 km", 2300, "km", None),
        ("500-kilometre", 500, "kilometre", None),
        ("500 tonnes of wheat", 500, "tonnes of wheat", None),
        ("100,000 barrels per day", 100_000, "barrels per day", None),
        ("about 16 minutes", 16, "minutes", "about"),
        ("two of the three judges", 2, "judges", None),
        ("three other executives", 3, "other executives", None),
        ("three quarters of the population", 0.75, "population", None),
        ("half of the voters", 0.5, "voters", None),
        ("nearly two-thirds of voters", 0.6667, "voters", "nearly"),
    ],
)
def test_one_quantity(words: str, number: float | None, unit: str, modifier: str | None) -> None:
    assert quantities(f"The army moved {words}, officials said.") == [(words, number, unit, modifier)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw between 20 and 30 tanks.", [(20, "tanks", "from"), (30, "tanks", "to")]),
        ("They saw 20-30 tanks.", [(20, "tanks", "from"), (30, "tanks", "to")]),
        ("They fed two to three million people.", [(2_000_000, "people", "from"), (3_000_000, "people", "to")]),
        ("A capsule with 33 miners reaches the surface.", [(33, "miners", None)]),
        ("It lies 12 miles (19 km) off.", [(12, "miles", None), (19, "km", None)]),
        ("In Kabul 19 people died.", [(19, "people", None)]),
        ("They sent 200 missiles and upwards of 30 tanks.", [(200, "missiles", None), (30, "tanks", "upwards of")]),
        ("They play over two legs.", [(2, "legs", None)]),
        ("It dropped three barrel bombs.", [(3, "barrel bombs", None)]),
        ("It fell 3pc, plus or minus 2%.", [(3, "percent", None), (2, "percent", None)]),
    ],
)
def test_ranges_and_neighbours(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert [(number, unit, modifier) for _, number, unit, modifier in quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A plane with 62 aboard crashes.",
        "Not one person came.",
        "We can discuss what we can do, and five said no.",
        "The S-400, the F-35s, a Boeing 737 and Article 5 commitments.",
        "The G7, the Group of 20 nations and the Six Nations met.",
        "Flight 370 passengers and the 2018 elections.",
        "It cost $5 million and 20 euros on April 27, 2018, three days ago.",
        "The 20-year-old, 45 years old, won 3-0 and came third.",
        "Call 555 1234 people or +1 212 555.",
        "The two leaders met for the last three games.",
        "It happened three times in the second half of the match.",
        "One of the senators spoke and two died.",
        "It lost hundreds of millions of dollars.",
        "Dozens of tanks and tens of thousands of protesters came, several hundred of them armed.",
        "After three years and two months it took 48 hours.",
        "There is nothing to sign, one diplomat said.",
        "The runner's time was 3 minutes 34 seconds.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2,500", 2500), ("1,50,000", 150_000), ("2.5 million", 2_500_000), ("5 1/2", 5.5), ("twenty-five", 25),
        ("two hundred and six", 206), ("half a dozen", 6), ("a quarter of a million", 250_000), ("2 lakh crore", 2 * 10**12),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written(written: str, number: float) -> None:
    value = value_of(written)
    assert value is not None
    assert plain(value) == number


def test_words_that_make_no_number() -> None:
    assert value_of("two three") is None


@given(text=hostile)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_quantities_that_stand_in_it(text: str) -> None:
    text += "\n\nIt weighs 12 tons and cost $5 million."
    found = facts(story(text))
    assert found[FactKind.QUANTITY] and found[FactKind.MONEY]
    taken = [span for kind in (FactKind.DATE, FactKind.MONEY) for fact in found[kind] for span in fact.mentions]
    for fact in found[FactKind.QUANTITY]:
        assert fact.mentions[0].of(text) == fact.text
        assert not any(mention.overlaps(span) for mention in fact.mentions for span in taken)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw 90 armored personnel carriers.", [(90, "armored personnel carriers", None)]),
        ("It made 500 HIMARS launchers.", [(500, "HIMARS launchers", None)]),
        ("They burned 380 cars and trucks.", [(380, "cars and trucks", None)]),
        ("It has four plates of steel.", [(4, "plates of steel", None)]),
        ("It built 1,900 km of road.", [(1900, "km of road", None)]),
        ("It came within 12 miles of shore.", [(12, "miles", None)]),
        ("The 64 members of parliament elect a leader.", [(64, "members of parliament", None)]),
        ("It pumps 300 barrels of crude oil a day.", [(300, "barrels of crude oil", None)]),
        ("It was minus 40 degrees.", [(-40, "degrees", None)]),
        ("Waves as high as 15 meters came.", [(15, "meters", "as high as")]),
        ("He ran for 1 hour, 59 minutes and 40 seconds.", []),
    ],
)
def test_the_whole_of_what_is_counted(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert [one[1:] for one in quantities(text)] == expected
