"""A fact as a line of the pane."""

from __future__ import annotations

import pytest

from triage.model.fact import FactKind, Provenance, Span, make_fact
from triage.model.story import StoryId
from triage.tui.fact_lines import fact_lines


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        ("2018-04-26", "2018-04-26", "2018-04-26"),
        ("2018-04-23", "2018-04-29", "2018-04-23 – 29"),
        ("2018-04-23", "2018-05-02", "2018-04-23 – 05-02"),
        ("2017-12-21", "2018-01-02", "2017-12-21 – 2018-01-02"),
        ("2015-01-01", "2015-12-31", "2015"),
        ("1970-01-01", "1979-12-31", "1970 – 1979"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-02-01", "2016-02-28", "2016-02-01 – 28"),
        ("2018-01-01", "2018-03-31", "2018-01 – 03"),
        ("2016-12-01", None, "2016-12-01 – …"),
        (None, "2024-12-31", "… – 2024-12-31"),
    ],
)
def test_dates_say_once_what_both_ends_share(start, end, seen):
    value = {"start": start, "end": end}
    fact = make_fact(StoryId("0" * 16), FactKind.DATE, "then", value, (Span(0, 4),), Span(0, 4), Provenance("x", 0.9))
    assert [line.rest for line in fact_lines([fact], {})] == ["", seen]
