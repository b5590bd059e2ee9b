"""Dates: every notation, resolved against Friday, 27 April 2018 unless a test says otherwise."""

from __future__ import annotations

import datetime as dt

import pytest
from fact_readings import any_day, dates, facts, hostile, story
from hypothesis import given, settings

from triage.model.fact import FactKind
from triage.model.story import Dateline, DateSource, Paragraph, Role

NOTHING: dict[str, tuple[str, str]] = {}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The pact was signed on April 27, 2018.", "April 27, 2018", "2018-04-27", "2018-04-27"),
        ("The pact was signed on 26 April 2018.", "26 April 2018", "2018-04-26", "2018-04-26"),
        ("The pact was signed on the 5th of May, 2017.", "5th of May, 2017", "2017-05-05", "2017-05-05"),
        ("The pact was signed on Wednesday, April 25.", "Wednesday, April 25", "2018-04-25", "2018-04-25"),
        ("Voters are to accept the pact on Thursday.", "Thursday", "2018-05-03", "2018-05-03"),
        ("She meets the king on Saturday.", "Saturday", "2018-04-28", "2018-04-28"),
        ("The pact was signed on Thursday, June 8.", "Thursday, June 8", "2017-06-08", "2017-06-08"),
        ("The pact ends next July 1.", "July 1", "2018-07-01", "2018-07-01"),
        ("The pact was signed on Apr. 26.", "Apr. 26", "2018-04-26", "2018-04-26"),
        ("The pact was signed on APRIL 26.", "APRIL 26", "2018-04-26", "2018-04-26"),
        ("The log says 2018-04-25.", "2018-04-25", "2018-04-25", "2018-04-25"),
        ("The log says 27/04/2018.", "27/04/2018", "2018-04-27", "2018-04-27"),
        ("The log says 04/27/2018.", "04/27/2018", "2018-04-27", "2018-04-27"),
        ("The log says 27.04.2018.", "27.04.2018", "2018-04-27", "2018-04-27"),
        ("It rained on April 3-5.", "April 3-5", "2018-04-03", "2018-04-05"),
        ("It rained on 3 to 5 April 2017.", "3 to 5 April 2017", "2017-04-03", "2017-04-05"),
        ("The Sept. 11 attacks changed the law.", "Sept. 11", "2001-09-11", "2001-09-11"),
    ],
)
def test_a_day_that_is_named(text: str, words: str, start: str, end: str) -> None:
    assert dates(text) == {words: (start, end)}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The port closed in December.", "December", "2017-12-01", "2017-12-31"),
        ("Ankara ordered the guns, a heavy sort, in December.", "December", "2017-12-01", "2017-12-31"),
        ("The port closed in October, 1996.", "October, 1996", "1996-10-01", "1996-10-31"),
        ("The port closed in February this year.", "February this year", "2018-02-01", "2018-02-28"),
        ("The port closed in late December.", "late December", "2017-12-21", "2017-12-31"),
        ("The port closed in early March.", "early March", "2018-03-01", "2018-03-10"),
        ("The port will close in mid-May.", "mid-May", "2018-05-11", "2018-05-20"),
        ("The port will close at the end of May.", "end of May", "2018-05-21", "2018-05-31"),
        ("The port closed last May.", "last May", "2017-05-01", "2017-05-31"),
        ("The port closed in 2016.", "2016", "2016-01-01", "2016-12-31"),
        ("The port closed in 1898.", "1898", "1898-01-01", "1898-12-31"),
        ("The 2016 election was close.", "2016", "2016-01-01", "2016-12-31"),
        ("It grew in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
        ("It grew in the early '80s.", "early '80s", "1980-01-01", "1983-12-31"),
        ("It grew in the 19th century.", "19th century", "1801-01-01", "1900-12-31"),
        ("It grew in the summer of 2016.", "summer of 2016", "2016-06-01", "2016-08-31"),
        ("It grew in the first quarter of 2018.", "first quarter of 2018", "2018-01-01", "2018-03-31"),
        ("It grew in Q3 2017.", "Q3 2017", "2017-07-01", "2017-09-30"),
        ("It grew in the second half of last year.", "second half of last year", "2017-07-01", "2017-12-31"),
        ("It grew in the first nine months of 2017.", "first nine months of 2017", "2017-01-01", "2017-09-30"),
        ("Sales fell in the three months to March.", "three months to March", "2018-01-01", "2018-03-31"),
        ("Sales fell in fiscal 2017.", "fiscal 2017", "2017-01-01", "2017-12-31"),
        ("The shops closed on Good Friday.", "Good Friday", "2018-03-30", "2018-03-30"),
        ("The shops closed on Thanksgiving Day.", "Thanksgiving Day", "2017-11-23", "2017-11-23"),
    ],
)
def test_a_period_that_is_named(text: str, words: str, start: str, end: str) -> None:
    assert dates(text) == {words: (start, end)}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The minister resigned on Friday.", "Friday", "2018-04-27", "2018-04-27"),
        ("The minister resigned on Thursday.", "Thursday", "2018-04-26", "2018-04-26"),
        ("On Monday, the minister resigned.", "Monday", "2018-04-23", "2018-04-23"),
        ("The council will vote on Monday morning.", "Monday morning", "2018-04-30", "2018-04-30"),
        ("The council is scheduled to vote on Tuesday.", "Tuesday", "2018-05-01", "2018-05-01"),
        ("The council votes next Tuesday.", "next Tuesday", "2018-05-01", "2018-05-01"),
        ("The council votes on Tuesday next week.", "Tuesday next week", "2018-05-01", "2018-05-01"),
        ("The council voted last Friday.", "last Friday", "2018-04-20", "2018-04-20"),
        ("He said on Wednesday that it would rain.", "Wednesday", "2018-04-25", "2018-04-25"),
        ("The council voted yesterday.", "yesterday", "2018-04-26", "2018-04-26"),
        ("The council voted the day before yesterday.", "day before yesterday", "2018-04-25", "2018-04-25"),
        ("The council votes tonight.", "tonight", "2018-04-27", "2018-04-27"),
        ("The council votes tomorrow.", "tomorrow", "2018-04-28", "2018-04-28"),
        ("The council voted last week.", "last week", "2018-04-16", "2018-04-22"),
        ("The council votes early next week.", "early next week", "2018-04-30", "2018-05-01"),
        ("The council voted last month.", "last month", "2018-03-01", "2018-03-31"),
        ("The council votes next month.", "next month", "2018-05-01", "2018-05-31"),
        ("The council voted last year.", "last year", "2017-01-01", "2017-12-31"),
        ("The council voted earlier this month.", "earlier this month", "2018-04-01", "2018-04-27"),
        ("The council votes later this year.", "later this year", "2018-04-27", "2018-12-31"),
        ("The council will meet this weekend.", "this weekend", "2018-04-28", "2018-04-29"),
        ("The council voted three days ago.", "three days ago", "2018-04-24", "2018-04-24"),
        ("The council voted almost four years ago.", "almost four years ago", "2014-01-01", "2014-12-31"),
        ("It shrank over the past three weeks.", "past three weeks", "2018-04-06", "2018-04-27"),
        ("It shrank in the last two years.", "last two years", "2016-04-27", "2018-04-27"),
        ("It will grow in the next six months.", "next six months", "2018-04-27", "2018-10-27"),
        ("It will end in two weeks.", "in two weeks", "2018-05-07", "2018-05-13"),
        ("She was removed by a court on Dec. 7 and faces charges.", "Dec. 7", "2017-12-07", "2017-12-07"),
        ("He urged allies to agree at the June 11-12 summit in Riga.", "June 11-12", "2018-06-11", "2018-06-12"),
        ("Rain is forecast for Tuesday.", "Tuesday", "2018-05-01", "2018-05-01"),
    ],
)
def test_a_date_that_the_story_s_day_decides(text: str, words: str, start: str, end: str) -> None:
    assert dates(text) == {words: (start, end)}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("He has been in jail since December 2016.", "since December 2016", "2016-12-01", None),
        ("From Monday on, the road was shut.", "From Monday on", "2018-04-23", None),
        ("It will stand until 2020.", "until 2020", None, "2020-12-31"),
        ("It will be ready by the end of the year.", "end of the year", "2018-12-01", "2018-12-31"),
        ("They left more than four years ago.", "more than four years ago", None, "2014-12-31"),
        ("It fell between 2014 and 2016.", "between 2014 and 2016", "2014-01-01", "2016-12-31"),
        ("It fell from 2014 to 2016.", "from 2014 to 2016", "2014-01-01", "2016-12-31"),
        ("It fell in 2014-16.", "2014-16", "2014-01-01", "2016-12-31"),
        ("It fell from May to July, 2017.", "from May to July, 2017", "2017-05-01", "2017-07-31"),
        ("It fell from December to February 2016.", "from December to February 2016", "2015-12-01", "2016-02-29"),
        ("It rained from Monday to Wednesday.", "from Monday to Wednesday", "2018-04-23", "2018-04-25"),
    ],
)
def test_open_ends_and_ranges(text: str, words: str, start: str | None, end: str | None) -> None:
    assert dates(text) == {words: (start, end)}


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said she may go, and a plan by May was dropped.",
        "The March for Science drew crowds.",
        "The Sunday Times wrote of Black Friday, and crowds come every Friday and on Fridays.",
        "He is 20 years old and served for three years.",
        "It counted 2,018 people and 1,500 dogs.",
        "A total of 2016 votes were cast.",
        "They met on February 30, or 2018-13-45.",
        "The two-year plan and the 18-month study go on.",
        "Several years ago, in recent weeks, at some time, it fell.",
        "The striker scored in the first quarter of the match.",
        "He was hit in the second half.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == NOTHING


def test_months_without_a_year_lie_where_the_verb_looks() -> None:
    october = dt.date(1998, 10, 25)
    assert dates("A clinic was bombed in January.", october) == {"January": ("1998-01-01", "1998-01-31")}
    assert dates("The trial will start in January.", october) == {"January": ("1999-01-01", "1999-01-31")}


def test_a_month_of_the_year_before() -> None:
    found = dates("The war of 1994 ended in July of that year.")
    assert found["July"] == ("1994-07-01", "1994-07-31")
    assert found["that year"] == ("1994-01-01", "1994-12-31")


def test_words_that_point_to_the_date_before() -> None:
    found = dates("The fair opened on May 6, 2016. The next day it burned. It reopened a year later.")
    assert found["next day"] == ("2016-05-07", "2016-05-07")
    assert found["a year later"] == ("2017-01-01", "2017-12-31")


def test_the_same_days_are_one_fact() -> None:
    text = "The minister resigned on Friday.\n\nThe minister in Oslo, April 27, 2018."
    (fact,) = facts(story(text))[FactKind.DATE]
    assert [mention.of(text) for mention in fact.mentions] == ["Friday", "April 27, 2018"]
    assert fact.text == "Friday"
    assert fact.sentence.of(text) == "The minister resigned on Friday."
    assert fact.provenance.confidence > 0.95


def test_what_rests_on_the_file_s_time_is_doubtful() -> None:
    (friday, named) = facts(story("On Friday he spoke of May 1, 2017.", source=DateSource.FILE))[FactKind.DATE]
    assert friday.provenance.confidence <= 0.5
    assert named.provenance.confidence > 0.9


def test_credits_give_no_dates_and_the_dateline_does() -> None:
    text = "OSLO, April 26 (Sample Wire) - It rained.\n\nEditing by A. Person on Monday"
    given = story(text)
    at = text.index("\n\n")
    given = type(given)(
        given.id, None, "plain", text,
        (Paragraph(0, at, Role.BODY), Paragraph(at + 2, len(text), Role.CREDIT)), "", given.date,
        dateline=Dateline("OSLO", "April 26", 0, text.index("It"), 0, 4),
    )  # fmt: skip
    (fact,) = facts(given)[FactKind.DATE]
    assert fact.text == "April 26"


@given(text=hostile, day=any_day)
@settings(max_examples=200, deadline=None)
def test_any_text_on_any_day_gives_ordered_days_that_stand_in_it(text: str, day: dt.date) -> None:
    text += "\n\nIt rained on April 26, 2018."
    found = facts(story(text, day))[FactKind.DATE]
    assert found
    for fact in found:
        assert fact.mentions[0].of(text) == fact.text
        start, end = fact.value["start"], fact.value["end"]
        assert start is not None or end is not None
        assert start is None or end is None or str(start) <= str(end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Profit rose in 3Q 2017.", "3Q 2017", "2017-07-01", "2017-09-30"),
        ("Profit rose in 2Q17.", "2Q17", "2017-04-01", "2017-06-30"),
        ("Profit rose in H1 2017.", "H1 2017", "2017-01-01", "2017-06-30"),
        ("Third-quarter 2017 profit rose.", "Third-quarter 2017", "2017-07-01", "2017-09-30"),
        ("Profit for FY2017 rose.", "FY2017", "2017-01-01", "2017-12-31"),
        ("Prices fell in the mid-90s.", "mid-90s", "1994-01-01", "1996-12-31"),
        ("He ruled in the early Seventies.", "early Seventies", "1970-01-01", "1973-12-31"),
        ("Trains came in the 1800s.", "1800s", "1800-01-01", "1899-12-31"),
        ("It is a tale of the twentieth century.", "twentieth century", "1901-01-01", "2000-12-31"),
        ("The ledger says 2-Mar-2018.", "2-Mar-2018", "2018-03-02", "2018-03-02"),
        ("The ledger says 2018/03/02.", "2018/03/02", "2018-03-02", "2018-03-02"),
        ("The first week of May is dry.", "first week of May", "2018-05-01", "2018-05-07"),
        ("It snowed in the last week of March.", "last week of March", "2018-03-25", "2018-03-31"),
        ("The harbor froze in the winter of 2016-17.", "winter of 2016-17", "2016-12-01", "2017-02-28"),
        ("It fell in May-July 2017.", "May-July 2017", "2017-05-01", "2017-07-31"),
        ("It closed the year before last.", "year before last", "2016-01-01", "2016-12-31"),
        ("He fell ill over the weekend.", "weekend", "2018-04-21", "2018-04-22"),
        ("It will be shut by year's end.", "year's end", "2018-12-31", "2018-12-31"),
        ("Talks must end by Thursday.", "Thursday", "2018-05-03", "2018-05-03"),
    ],
)
def test_other_ways_to_write_it(text: str, words: str, start: str, end: str) -> None:
    assert dates(text) == {words: (start, end)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on April 24 and 25 in Oslo.", ["2018-04-24", "2018-04-25"]),
        ("They met on April 23, 24 and 25.", ["2018-04-23", "2018-04-24", "2018-04-25"]),
        ("They met on 23, 24 and 25 April.", ["2018-04-23", "2018-04-24", "2018-04-25"]),
        ("On April 24 and 25 trucks burned.", ["2018-04-24"]),
        ("On April 24, 12 people died.", ["2018-04-24"]),
    ],
)
def test_days_in_a_list(text: str, days: list[str]) -> None:
    assert [start for start, _ in dates(text).values()] == days


@pytest.mark.parametrize(
    "text",
    [
        "A man in his early 50s fled.",
        "Temperatures were in the 60s.",
        "It was the worst flood in a century, and more will come.",
        "The club is loud on Friday nights.",
        "He left half a century ago.",
        "Later in the day he left.",
        "Sales will fall in the 12 months to come.",
    ],
)
def test_what_names_no_days(text: str) -> None:
    assert dates(text) == NOTHING
