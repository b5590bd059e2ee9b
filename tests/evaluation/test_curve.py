"""The confidence of facts against how many of them are right."""

from __future__ import annotations

import pytest

from triage.evaluation.curve import Band, band_name, band_of
from triage.evaluation.report import calibration
from triage.evaluation.scoring import Scored
from triage.evaluation.tallies import Tallies
from triage.model.fact import FactKind


@pytest.mark.parametrize(
    ("confidence", "name"),
    [(0.0, "below 0.5"), (0.49, "below 0.5"), (0.5, "0.5-0.6"), (0.7, "0.7-0.8"), (0.6 + 0.3, "0.9-1.0"), (1.0, "0.9-1.0")],
)  # fmt: skip
def test_each_confidence_has_its_band(confidence: float, name: str) -> None:
    assert band_name(band_of(confidence)) == name


def test_a_bar_ends_where_the_share_is_and_marks_what_was_promised() -> None:
    assert Band(10, 5, 9.0).bar == "##########........|.."
    assert Band(10, 10, 10.0).bar == "####################|"
    assert Band().bar == "|...................."


def test_kinds_are_told_over_all_sets_and_sets_over_all_kinds() -> None:
    one, other = Tallies(), Tallies()
    one.sure(FactKind.DATE, 0.9, right=True)
    one.sure(FactKind.MONEY, 0.9, right=True)
    other.sure(FactKind.DATE, 0.95, right=False)
    every = [Scored(name, "", tallies, 1, 1, 1.0, ()) for name, tallies in (("a", one), ("b", other))]
    rows = [(row["set"], row["kind"], row["given"], row["right"]) for row in calibration(every).records()]
    assert rows == [
        ("all", "money", 1, 1), ("all", "date", 2, 1),
        ("a", "every kind", 2, 2), ("b", "every kind", 1, 0), ("all", "every kind", 3, 2),
    ]  # fmt: skip
