"""Whether the facts are as sure as they say: how many of those given with some confidence are right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where the bands of confidence begin, and where the last one ends: narrow where facts are."""

_WIDTH = 20
_ROUNDING = 1e-9


@dataclass(slots=True)
class Band:
    """The facts of one band: how many were given and right, and the sum of their confidence."""

    given: int = 0
    right: int = 0
    confidence: float = 0.0

    def add(self, other: Band) -> None:
        """Count what the other has counted too."""
        self.given += other.given
        self.right += other.right
        self.confidence += other.confidence

    @property
    def share(self) -> float:
        """How many of the given are right, 0 to 1."""
        return self.right / self.given if self.given else 0.0

    @property
    def mean(self) -> float:
        """How many should be: their mean confidence."""
        return self.confidence / self.given if self.given else 0.0

    @property
    def bar(self) -> str:
        """The share as a bar, with "|" where the mean confidence stands: a bar that ends at it keeps its word."""
        filled, told = (min(round(one * _WIDTH), _WIDTH) for one in (self.share, self.mean))
        cells = ["#" if at < filled else "." for at in range(_WIDTH)]
        return "".join([*cells[:told], "|", *cells[told:]])


def band_of(confidence: float) -> int:
    """Which band a confidence from 0 to 1 falls in; each holds its lower bound, the last one its upper bound too."""
    inner = BOUNDS[1:-1]
    return sum(confidence + _ROUNDING >= bound for bound in inner)  # floats: 0.6 may be a little less than 0.6


def band_name(band: int) -> str:
    """What a band covers: "0.6-0.7"."""
    start, end = list(pairwise(BOUNDS))[band]
    return f"{start:.1f}-{end:.1f}" if band else f"below {end}"
