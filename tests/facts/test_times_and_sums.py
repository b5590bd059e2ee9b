"""Dates, sums and shares in the shapes that reports of business and politics give them."""

from __future__ import annotations

import pytest
from fact_readings import dates, quantities, sums


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Sales rose in the year to March.", "year to March", "2017-04-01", "2018-03-31"),
        ("Sales rose in the fiscal year ended June 2017.", "fiscal year ended June 2017", "2016-07-01", "2017-06-30"),
        ("Profit rose in the third quarter.", "third quarter", "2017-07-01", "2017-09-30"),
        ("Profit in the last quarter rose.", "last quarter", "2018-01-01", "2018-03-31"),
        ("The plant will close by the end of March.", "end of March", "2019-03-21", "2019-03-31"),
        ("Sales had fallen by the end of March.", "end of March", "2018-03-21", "2018-03-31"),
        ("The vote on May 6 was delayed.", "May 6", "2018-05-06", "2018-05-06"),
        ("The end-March deadline passed.", "end-March", "2018-03-21", "2018-03-31"),
        ("It rained in the first half of April.", "first half of April", "2018-04-01", "2018-04-15"),
        ("It rained in the second half of February.", "second half of February", "2018-02-16", "2018-02-28"),
        ("Rates will stay low well into 2022.", "2022", "2022-01-01", "2022-12-31"),
        ("It is valid from July 1, 2018, to June 30, 2019.", "from July 1, 2018, to June 30, 2019", "2018-07-01", "2019-06-30"),
        ("The bank, which in September agreed to pay, has not.", "September", "2017-09-01", "2017-09-30"),
        ("He could face jail when he is sentenced on March 9.", "March 9", "2019-03-09", "2019-03-09"),
        ("The rains usually run from March to May.", "from March to May", "2018-03-01", "2018-05-31"),
        ("They will meet on the weekend of May 11-12.", "May 11-12", "2018-05-11", "2018-05-12"),
    ],
)  # fmt: skip
def test_a_period(text: str, words: str, start: str, end: str) -> None:
    assert dates(text) == {words: (start, end)}


def test_the_year_behind_a_list_is_that_of_all_of_it() -> None:
    assert dates("It rained in March and April 2017.")["March"] == ("2017-03-01", "2017-03-31")
    assert dates("It rained on Nov. 3 and Jan. 5, 2017.")["Nov. 3"] == ("2016-11-03", "2016-11-03")
    assert dates("It rained in March and on April 3, 2017.")["March"] == ("2018-03-01", "2018-03-31")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("$750,000 to $1 million", 750_000, 1_000_000),
        ("$750,000-$1 million", 750_000, 1_000_000),
        ("$5 to $6 million", 5_000_000, 6_000_000),
    ],
)
def test_a_range_shares_a_magnitude_only_upwards(words: str, low: int, high: int) -> None:
    assert sums(f"It raised {words}.") == [(words, low, "USD"), (words, high, "USD")]


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("Rates rose half a percentage point.", "half a percentage point", 0.5, "percentage point"),
        ("Support fell a quarter of a percentage point.", "a quarter of a percentage point", 0.25, "percentage point"),
        ("A quarter-point cut is due.", "A quarter-point", 0.25, "point"),
        ("It grew one quarter of one percent.", "one quarter of one percent", 0.25, "percent"),
        ("One in five voters stayed home.", "One in five voters", 0.2, "voters"),
        ("Nine out of 10 children are hungry.", "Nine out of 10 children", 0.9, "children"),
        ("Three-quarters of the town burned.", "Three-quarters of the town", 0.75, "town"),
        ("Only 100 French and Malian troops left.", "100 French and Malian troops", 100, "French and Malian troops"),
    ],
)
def test_a_share(text: str, words: str, number: float, unit: str) -> None:
    assert quantities(text) == [(words, number, unit, None)]


@pytest.mark.parametrize(
    "text", ["It won half a point.", "He was the only one in five years.", "They met two in three days."]
)
def test_no_share(text: str) -> None:
    assert quantities(text) == []
