"""A sheet of blocks; a cursor goes from one place that leads somewhere to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message

from triage.model.action import Where
from triage.tui.blocks import Block
from triage.tui.keys import bindings
from triage.tui.widgets.line_view import LineView, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Click

    from triage.tui.blocks import Lead, Spot
    from triage.tui.paint import Inks


class Sheet(LineView):
    """Shows one block. Moves go to what is nearest in a direction, in the same column or on the same line if there is any."""

    BINDINGS = bindings(Where.SHEET)

    class Pointed(Message):
        """The cursor is on this spot, None on a sheet that leads nowhere."""

        def __init__(self, spot: Spot | None) -> None:
            super().__init__()
            self.spot = spot

    class Followed(Message):
        """The person wants to go where the cursor leads."""

        def __init__(self, lead: Lead) -> None:
            super().__init__()
            self.lead = lead

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(inks, id=id)
        self._block = Block()
        self._at = 0

    @property
    def spot(self) -> Spot | None:
        """The spot under the cursor."""
        spots = self._block.spots
        return spots[self._at] if self._at < len(spots) else None

    def show(self, block: Block, lead: Lead | None = None) -> None:
        """Show a block; the cursor goes to what leads to `lead`, or stays on what it is on, or near it."""
        wanted = lead or (self.spot.lead if self.spot else None)
        self._block = block
        kept = next((n for n, spot in enumerate(block.spots) if spot.lead == wanted), None)
        self._at = kept if kept is not None else min(self._at, max(0, len(block.spots) - 1))
        self.redraw()
        self._reveal()
        self.post_message(self.Pointed(self.spot))

    def step(self, down: int, right: int) -> None:
        """The cursor to the next spot in a direction."""
        here = self.spot
        if here is None:
            self.scroll_relative(y=down, animate=False)
            return
        others = [(_away(here, spot, down, right), n) for n, spot in enumerate(self._block.spots)]
        reachable = [(away, n) for away, n in others if away is not None]
        if reachable:
            self.go(min(reachable)[1])
        elif down:
            self.scroll_relative(y=down, animate=False)

    def page(self, pages: int) -> None:
        """A screenful on or back: to the spot that is nearest to there."""
        here = self.spot
        if here:
            line = here.top + pages * max(1, self.size.height - 2)
            self.go(min(range(len(self._block.spots)), key=lambda n: self._far(self._block.spots[n], line, here)))

    def ends(self, *, last: bool) -> None:
        """To the first or the last spot."""
        self.go(len(self._block.spots) - 1 if last else 0)

    def go(self, at: int) -> None:
        """The cursor to the spot with that number."""
        before, self._at = self.spot, at
        for spot in (before, self.spot):
            if spot:
                for line in range(spot.top, spot.bottom):
                    self._drawn.pop(line, None)
                # Nothing else of these lines has changed: a whole line of a chart is a kilobyte.
                self.refresh(Region(spot.left, spot.top - self.scroll_offset.y, spot.width, spot.height))
        self._reveal()
        self.post_message(self.Pointed(self.spot))

    def follow(self) -> None:
        """Go where the cursor leads."""
        if self.spot:
            self.post_message(self.Followed(self.spot.lead))

    def on_click(self, event: Click) -> None:
        """A click puts the cursor there; one on the cursor follows it."""
        line = event.y + self.scroll_offset.y
        for number, spot in enumerate(self._block.spots):
            if spot.top <= line < spot.bottom and spot.left <= event.x < spot.right:
                if number == self._at:
                    self.follow()
                else:
                    self.go(number)
                return

    def line_count(self) -> int:
        """Lines of the block."""
        return len(self._block.lines)

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """A line; on the cursor's cells lies the ground of the row that one is on."""
        del width
        pieces, spot = self._block.lines[line], self.spot
        if spot is None or not spot.top <= line < spot.bottom:
            return pieces
        segments = [Segment(text, style) for text, style in pieces]
        length = sum(segment.cell_length for segment in segments)
        segments.append(Segment(" " * max(0, spot.right - length), self.inks.plain))
        cuts = [spot.left, spot.right, max(length, spot.right)]
        parts = list(Segment.divide(segments, cuts))
        lit = [Segment(one.text, (one.style or self.inks.plain) + self.inks.row) for one in parts[1]]
        return [(one.text, one.style or self.inks.plain) for one in (*parts[0], *lit, *parts[2])]

    def _reveal(self) -> None:
        spot = self.spot
        if spot:
            self.reveal(spot.bottom - 1, margin=1)
            # The first spot is seen with what stands above it.
            self.reveal(0 if spot.top == min(one.top for one in self._block.spots) else spot.top, margin=1)

    def _far(self, spot: Spot, line: int, here: Spot) -> tuple[int, int]:
        return abs(spot.top - line), abs(spot.left - here.left)


def _away(here: Spot, spot: Spot, down: int, right: int) -> tuple[int, int, int] | None:
    """How far a spot is away in a direction, the nearest the least; None when it is not there."""
    if right:
        ahead = spot.left - here.right if right > 0 else here.left - spot.right
        aside = _apart(here.top, here.bottom, spot.top, spot.bottom)
        return (min(aside, 1), ahead, aside) if ahead >= 0 else None
    ahead = spot.top - here.bottom if down > 0 else here.top - spot.bottom
    if ahead < 0:
        return None
    aside = _apart(here.left, here.right, spot.left, spot.right)
    middle = abs(spot.left + spot.right - here.left - here.right)
    return min(aside, 1), ahead, middle


def _apart(start: int, end: int, other: int, other_end: int) -> int:
    """The cells between two ranges, 0 where they overlap."""
    return max(0, other - end + 1, start - other_end + 1)
