"""Counts of what is marked, given and right, and the shares that come of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.fact import FactKind

FIRST_BAND, BANDS, BELOW = 0.5, 5, -1
"""Confidence is told in that many bands from 0.5 to 1; what lies below is one band."""


@dataclass(slots=True)
class Tally:
    """Counts of one row: `gold` what is marked, `given` what was found, `right` what is both.

    `parts` says of what is right how often a part of the value is right too. `errors` are lines for a person.
    """

    gold: int = 0
    given: int = 0
    right: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count what the other has counted too."""
        self.gold += other.gold
        self.given += other.given
        self.right += other.right
        self.parts.update(other.parts)
        self.errors += other.errors

    @property
    def precision(self) -> float:
        """The share of the given that is right; 0 if nothing is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the marked that was found; 0 if nothing is marked."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Tallies:
    """All counts of one set: a tally for each (kind, way of scoring), and names found by their confidence."""

    rows: dict[tuple[FactKind, str], Tally] = field(default_factory=dict)
    bands: dict[int, Tally] = field(default_factory=dict)

    def row(self, kind: FactKind, by: str) -> Tally:
        """The tally of that row."""
        return self.rows.setdefault((kind, by), Tally())

    def sure(self, confidence: float, *, right: bool) -> None:
        """Count a name that was given with that confidence (0 to 1)."""
        # floats: 0.7 - 0.5 is a little less than 0.2
        band = min(int((confidence - FIRST_BAND) * 10 + 1e-9), BANDS - 1) if confidence >= FIRST_BAND else BELOW
        tally = self.bands.setdefault(band, Tally())
        tally.given += 1
        tally.right += right


def band_name(band: int) -> str:
    """What a band covers: "0.6-0.7"."""
    start = FIRST_BAND + band / 10
    return f"below {FIRST_BAND}" if band == BELOW else f"{start:.1f}-{start + 0.1:.1f}"
