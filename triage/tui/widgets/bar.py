"""One line across the screen: what stands on the left, and what stands on the right as long as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece


class Bar(Widget):
    """Pieces on the left and on the right; the left ones give way. Drawn again only when they change."""

    DEFAULT_CSS = """
    Bar { height: 1; }
    """

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(id=id)
        self.inks = inks
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def say(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these pieces from now on."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Textual asks for the line."""
        del y
        width = self.size.width
        right = Strip([Segment(text, style) for text, style in self._right])
        left = Strip([Segment(text, style) for text, style in self._left])
        room = max(0, width - sum(cell_len(text) for text, _ in self._right))
        if self._right:  # a blank between the two, also where the left is cut
            left = left.adjust_cell_length(max(0, room - 1), self.inks.plain)
        left = left.adjust_cell_length(room, self.inks.plain)
        return Strip.join([left, right]).adjust_cell_length(width, self.inks.plain)
