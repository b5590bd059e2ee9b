"""What scores look like: rows, the same for a person and for a program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.evaluation.curve import Band, band_name
from triage.evaluation.measures import gold
from triage.evaluation.measures import names as span
from triage.evaluation.measures.names import NAMES
from triage.evaluation.tallies import Tallies, Tally
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.evaluation.scoring import Scored

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` name the cells of each row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """The rows as objects."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def lines(self) -> Iterator[str]:
        """The rows as aligned lines, numbers to the right."""
        cells = [self.columns, *([_shown(cell) for cell in row] for row in self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(len(self.columns))]
        right = [any(isinstance(row[at], (int, float)) for row in self.rows) for at in range(len(self.columns))]
        for row in cells:
            places = zip(row, widths, right, strict=True)
            yield "  ".join(
                f"{cell:>{width}}" if flush else f"{cell:{width}}" for cell, width, flush in places
            ).rstrip()


def scores(every: Sequence[Scored]) -> Table:
    """A row for each set, kind and way of scoring; `names` are persons, organizations and places together.

    Several sets that mark names are told together too, as the set `all`.
    """
    rows = [row for one in every for row in _rows(one.name, one.tallies)]
    named = [one.tallies for one in every if any(kind in NAMES and by == span.BY for kind, by in one.tallies.rows)]
    if len(named) > 1:
        rows += _rows("all", _together(named))
    columns = ("set", "kind", "by", "gold", "given", "right", "precision", "recall", "f1", "parts")
    return Table("scores", columns, tuple(rows))


def _together(every: Iterable[Tallies]) -> Tallies:
    """The names of several sets."""
    total = Tallies()
    for tallies in every:
        for kind in NAMES:
            if (kind, span.BY) in tallies.rows:
                total.row(kind, span.BY).add(tallies.rows[kind, span.BY])
    return total


def _rows(name: str, tallies: Tallies) -> Iterator[tuple[Cell, ...]]:
    rows = tallies.rows
    order = list(FactKind)
    for kind, by in sorted(rows, key=lambda row: order.index(row[0])):
        yield _row(name, kind.value, by, rows[kind, by])
    for together, kinds, ways in (("names", NAMES, (span.BY,)), ("all", FactKind, gold.WAYS)):
        for way in ways:
            some = [rows[kind, way] for kind in kinds if (kind, way) in rows]
            if some:
                yield _row(name, together, way, _sum(some))


def _row(name: str, kind: str, by: str, tally: Tally) -> tuple[Cell, ...]:
    parts = ", ".join(f"{part} {count / tally.right:.2f}" for part, count in tally.parts.items())
    counts = (tally.gold, tally.given, tally.right)
    return (name, kind, by, *counts, tally.precision, tally.recall, tally.f1, parts)


def calibration(every: Sequence[Scored]) -> Table:
    """The facts that were given, in bands of the program's confidence: each kind's over all sets, and each set's.

    `confidence` is the band, `mean` what its facts say of themselves, `share` how many are right, and `curve` both.
    """
    rows: list[tuple[Cell, ...]] = []
    kinds: dict[FactKind, dict[int, Band]] = {}
    for one in every:
        for (kind, band), counted in one.tallies.bands.items():
            kinds.setdefault(kind, {}).setdefault(band, Band()).add(counted)
    for kind in (one for one in FactKind if one in kinds):
        rows += _curve(_ALL, kind.value, [kinds[kind]])
    for one in every if len(every) > 1 else ():
        rows += _curve(one.name, _EVERY, [{band: counted} for (_, band), counted in one.tallies.bands.items()])
    rows += _curve(_ALL, _EVERY, kinds.values())
    return Table("calibration", ("set", "kind", "confidence", "given", "right", "mean", "share", "curve"), tuple(rows))


_ALL, _EVERY = "all", "every kind"


def _curve(name: str, kind: str, parts: Iterable[Mapping[int, Band]]) -> Iterator[tuple[Cell, ...]]:
    total: dict[int, Band] = {}
    for part in parts:
        for band, counted in part.items():
            total.setdefault(band, Band()).add(counted)
    for band, one in sorted(total.items()):
        yield (name, kind, band_name(band), one.given, one.right, one.mean, one.share, one.bar)


def errors(every: Iterable[Scored]) -> Table:
    """What was missed, what is false, and what has another value."""
    rows = [
        (one.name, kind.value, by, error)
        for one in every
        for (kind, by), tally in one.tallies.rows.items()
        for error in tally.errors
    ]
    return Table("errors", ("set", "kind", "by", "error"), tuple(rows))


def speed(every: Sequence[Scored]) -> Table:
    """How much text each set has, and how fast its facts were found."""
    rows = [(one.name, one.scheme, one.stories, one.words, _rate(one)) for one in every if one.stories]
    return Table("speed", ("set", "mapping", "stories", "words", "words a second"), tuple(rows))


def _rate(scored: Scored) -> int:
    return round(scored.words / scored.seconds) if scored.seconds else 0


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.add(one)
    total.parts.clear()  # parts of different kinds have no common measure
    return total


def _shown(cell: Cell) -> str:
    return "" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else str(cell)
