"""Times as formats write them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.ingest.stamps import stamp
from triage.model.story import DateSource


@pytest.mark.parametrize(
    "never", ["9999-12-31T23:59:59Z", "9999-12-31", "0001-01-01T00:00:00+05:00", "20991231T250000Z"]
)
def test_what_stands_for_never_is_no_date(never: str) -> None:
    assert stamp(never) is None
    item = {"uri": "urn:a", "headline": "Port reopens", "versioncreated": never, "body_text": "OSLO (X) - It is open."}
    (story,) = read(json.dumps(item).encode(), Origin("a.json", datetime(2018, 4, 27, tzinfo=UTC)))
    assert (story.published, story.updated, story.date.source) == (None, None, DateSource.FILE)


def test_a_leap_day_is_one_in_its_year_alone() -> None:
    leap = stamp("2016-02-29T12:00Z")
    assert leap is not None and leap.day == date(2016, 2, 29)
    assert stamp("2018-02-29T12:00Z") is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20240304T101500+0100", "2024-03-04T10:15+01:00"),
        ("2024-03-04T10:15:00.000Z", "2024-03-04T10:15+00:00"),
        ("1709547300", "2024-03-04T10:15+00:00"),
        ("Mon, 04 Mar 2024 10:15:00 GMT", "2024-03-04T10:15+00:00"),
        ("4 Mar 24 10:15 EST", "2024-03-04T10:15-05:00"),
        ("Mon, 4 Mar 96 10:15:00 GMT", "1996-03-04T10:15+00:00"),
        ("04-MAR-24 10:15", "2024-03-04T10:15"),
        ("1789-07-14", "1789-07-14"),
    ],
)
def test_a_stamp_is_read_as_any_format_writes_it(written: str, iso: str) -> None:
    moment = stamp(written)
    assert moment is not None
    assert moment.iso() == iso


@pytest.mark.parametrize(
    "written",
    ["", "never", "2024-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-00-00", "4 Mar 24"],
)
def test_what_stands_for_no_day_is_none(written: str) -> None:
    assert stamp(written) is None
