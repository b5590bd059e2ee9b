"""The line above: what there is no room for gives way, and nothing runs into anything else."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from triage.model.message import Progress
from triage.session import Shift
from triage.tui.bars import Standing, header
from triage.tui.paint import PALETTES, Inks

BUSY = Standing(
    "inbox",
    "Wednesday 26 September 2018",
    22_500,
    Shift(9_999, 22_500),
    arrivals=2_500,
    progress=Progress(phase="reading", files=22_500, read=20_000, extracted=100, stories=22_500),
)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_where_one_is_comes_before_how_far_the_facts_are(width):
    loading = Progress(phase="loading", files=50, read=50, extracted=0, stories=49)
    standing = Standing("inbox", "Friday 27 April 2018", 25, Shift(0, 25), progress=loading)
    left, right = (
        "".join(text for text, _ in side) for side in header(standing, Inks(PALETTES["dark"], colour=True), width)
    )
    assert "inbox · Fri 27 Apr" in left
    assert cell_len(left) + cell_len(right) <= width
    assert ("loading facts" in right) is (width > 40)


@pytest.mark.parametrize("width", [100, 110, 120, 140, 200])
def test_the_day_is_said_in_full_where_there_is_room_and_shorter_where_there_is_not(width):
    left, right = (
        "".join(text for text, _ in side) for side in header(BUSY, Inks(PALETTES["dark"], colour=True), width)
    )
    assert "2,500 new (r)" in right
    room = width - cell_len(right) - 1
    assert ("Wednesday 26 September 2018" in left) == (cell_len(" triage  inbox · Wednesday 26 September 2018") <= room)
    assert "Wed" in left
