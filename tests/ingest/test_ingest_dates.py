import pytest

from triage.ingest.dates import find_moments, first_moment, month_and_day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2018-04-27", "2018-04-27"),
        ("2018-04-27T14:02:00Z", "2018-04-27T14:02+00:00"),
        ("2018-04-27 14:02 +03:00", "2018-04-27T14:02+03:00"),
        ("2018-04-27T14:02:33.123-0430", "2018-04-27T14:02:33-04:30"),
        ("20180427", "2018-04-27"),
        ("20180427T140200Z", "2018-04-27T14:02+00:00"),
        ("2018/04/27", "2018-04-27"),
        ("27 April 2018", "2018-04-27"),
        ("27th of April 2018", "2018-04-27"),
        ("27 April 2018 14:02 GMT", "2018-04-27T14:02+00:00"),
        ("27 April 2018 1402 GMT", "2018-04-27T14:02+00:00"),
        ("14:02 GMT, 27 April 2018", "2018-04-27T14:02+00:00"),
        ("April 27, 2018", "2018-04-27"),
        ("Apr. 27 2018", "2018-04-27"),
        ("April 27, 2018 / 2:02 PM", "2018-04-27T14:02"),
        ("Friday, April 27, 2018 at 9 a.m.", "2018-04-27T09:00"),
        ("27 April 2018, 19:30 (UTC+4)", "2018-04-27T19:30+04:00"),
        ("2018-04-27 19:30 GMT-0330", "2018-04-27T19:30-03:30"),
        ("2018-04-27 19:30+02", "2018-04-27T19:30+02:00"),
        ("26 April 2018 19:50 Rome", "2018-04-26T19:50"),
        ("Fri Apr 27, 2018 12:05am EDT", "2018-04-27T00:05-04:00"),
        ("Fri, 27 Apr 2018 14:02:00 +0000", "2018-04-27T14:02+00:00"),
        ("Fri Apr 27 14:02:00 UTC 2018", "2018-04-27T14:02+00:00"),
        ("27-APR-1987 10:59:37.95", "1987-04-27T10:59:37"),
        ("27/04/2018", "2018-04-27"),
        ("04/27/2018", "2018-04-27"),
        ("5.4.2018", "2018-04-05"),
        ("27. März 2018", "2018-03-27"),
        ("27 avril 2018", "2018-04-27"),
        ("27 de abril de 2018", "2018-04-27"),
    ],
)
def test_a_date_is_read_in_every_notation(written: str, iso: str) -> None:
    moment = first_moment(written)
    assert moment is not None
    assert moment.iso() == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no date",
        "2018-02-30",
        "31 April 2018",
        "04/05/2018",
        "April 2018",
        "December 2016",
        "27 Beagle 2018",
        "in 2018 12 men",
        "v2018.4.27.1",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(written: str) -> None:
    assert first_moment(written) is None


def test_a_zone_that_means_several_is_left_out() -> None:
    moment = first_moment("27 April 2018 14:02 IST")
    assert moment is not None
    assert moment.iso() == "2018-04-27T14:02"


def test_the_weekday_counts_only_where_it_is_right() -> None:
    right, wrong = find_moments("Friday, April 27, 2018, and Monday, April 24, 2018")
    assert (right.weekday, wrong.weekday) == (True, False)


def test_a_number_after_a_date_is_no_time() -> None:
    moment = first_moment("On December 12, 2017, 19 soldiers")
    assert moment is not None
    assert moment.iso() == "2017-12-12"


def test_dates_are_found_where_they_stand() -> None:
    text = "in Brussels April 27, 2018. REUTERS"
    (moment,) = find_moments(text)
    assert text[moment.start : moment.end] == "April 27, 2018"


@pytest.mark.parametrize(
    ("written", "pair"),
    [
        ("April 27", (4, 27)),
        ("27 April", (4, 27)),
        ("Fri, 27 Apr", (4, 27)),
        ("Dec. 9", (12, 9)),
        ("21 ene", (1, 21)),
        ("Thurs.", None),
        ("April 45", None),
    ],
)
def test_a_date_without_its_year(written: str, pair: tuple[int, int] | None) -> None:
    assert month_and_day(written) == pair
