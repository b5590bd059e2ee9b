import datetime as dt

import pytest

from triage.ingest.dates import first_moment
from triage.ingest.own_date import Clues, date_in_path, own_date
from triage.model.story import DateSource

APRIL_27 = dt.date(2018, 4, 27)
FILE = dt.datetime(2018, 4, 28, 9, tzinfo=dt.UTC)


def clues(
    stated: str = "",
    dateline: str | None = None,
    captions: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    path: str | None = "x.txt",
    modified: dt.datetime = FILE,
) -> Clues:
    return Clues(first_moment(stated), dateline, captions, body, path, modified)


CAPTION = ("Ministers pose in Brussels April 27, 2018. REUTERS/Y Roe",)


@pytest.mark.parametrize(
    ("source", "given"),
    [
        (DateSource.HEADER, clues("27 April 2018", "April 20", ("April 1, 2018.",), path="2018-04-02/x.txt")),
        (DateSource.DATELINE, clues(dateline="April 27", body=("It met on Monday, April 23, 2018.",))),
        (DateSource.DATELINE, clues(dateline="April 27, 2018", captions=("May 1, 2016.",))),
        (DateSource.CAPTION, clues(captions=CAPTION, body=("It met on Monday, April 23, 2018.",), path="20180401.txt")),
        (DateSource.TEXT, clues(body=("Ministers met in Brussels on April 27, 2018, to talk.",), path="20180401.txt")),
        (DateSource.TEXT, clues(body=("They met.", "Exports grew, figures showed on Friday, April 27, 2018."))),
        (DateSource.PATH, clues(body=("They met.",), path="wire/2018-04-27/x.txt")),
        (DateSource.FILE, clues(modified=dt.datetime(2018, 4, 27, 3, tzinfo=dt.UTC))),
    ],
)
def test_the_surest_clue_wins(source: DateSource, given: Clues) -> None:
    found = own_date(given)
    assert (found.source, found.value) == (source, APRIL_27)


def test_a_dateline_takes_its_year_from_a_date_in_the_story() -> None:
    years_later = dt.datetime(2025, 11, 23, tzinfo=dt.UTC)
    assert own_date(clues(dateline="April 27", captions=CAPTION, modified=years_later)).value == APRIL_27
    assert own_date(clues(dateline="April 27", path="2018/04/27/x.txt", modified=years_later)).value == APRIL_27


def test_a_dateline_alone_is_the_last_such_day_before_the_file() -> None:
    assert own_date(clues(dateline="Dec 31")).value == dt.date(2017, 12, 31)
    assert own_date(clues(dateline="April 29")).value == dt.date(2018, 4, 29), "a day ahead is a time zone"
    assert own_date(clues(dateline="Feb. 29")).value == dt.date(2016, 2, 29)


@pytest.mark.parametrize(
    "body",
    [
        "The coup attempt of July 15, 2016, changed the country.",
        "The rules will take effect on April 1, 2018, the ministry said.",
        "The elections are on Sunday, June 24, 2018.",
        "He has been in jail since December 2016.",
    ],
)
def test_a_date_of_something_else_is_not_the_storys(body: str) -> None:
    assert own_date(clues(body=(body,))).source is DateSource.FILE


def test_a_broken_clock_rules_nothing_out() -> None:
    found = own_date(
        clues(body=("They met on April 27, 2018, in Rome.",), modified=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    )
    assert found.value == APRIL_27


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2018-04-27/x.txt", APRIL_27),
        ("a/20180427.txt", APRIL_27),
        ("a/20180427T140200Z-x.txt", APRIL_27),
        ("2018/04/27/x.txt", APRIL_27),
        ("2018-04-01/reuters_2018-04-27.txt", APRIL_27),
        ("000_01407f7eedaa3867.txt", None),
        ("x20180427.txt", None),
        ("2018-13-45.txt", None),
        (None, None),
    ],
)
def test_dates_in_paths(path: str | None, day: dt.date | None) -> None:
    assert date_in_path(path) == day
