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
