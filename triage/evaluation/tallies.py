"""Counts of what is marked, given and right, and the shares that come of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage.evaluation.curve import Band, band_of

if TYPE_CHECKING:
    from triage.model.fact import FactKind


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
    """All counts of one set: a tally for each (kind, way of scoring), and a band for each (kind, band of confidence)."""

    rows: dict[tuple[FactKind, str], Tally] = field(default_factory=dict)
    bands: dict[tuple[FactKind, int], Band] = field(default_factory=dict)

    def row(self, kind: FactKind, by: str) -> Tally:
        """The tally of that row."""
        return self.rows.setdefault((kind, by), Tally())

    def sure(self, kind: FactKind, confidence: float, *, right: bool) -> None:
        """Count a fact that was given with that confidence (0 to 1)."""
        self.bands.setdefault((kind, band_of(confidence)), Band()).add(Band(1, int(right), confidence))
