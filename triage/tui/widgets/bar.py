"""One line across the screen: what stands on the left, and what stands on the right as long as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from triage.tui.words import cut

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
        room = max(0, width - sum(cell_len(text) for text, _ in self._right))
        # A blank between the two, also where the left is cut.
        left = Strip([Segment(text, style) for text, style in cut_pieces(self._left, room - bool(self._right))])
        left = left.adjust_cell_length(room, self.inks.plain)
        return Strip.join([left, right]).adjust_cell_length(width, self.inks.plain)


def cut_pieces(pieces: Sequence[Piece], room: int) -> Sequence[Piece]:
    """The pieces in at most `room` cells; an ellipsis says where words are cut away."""
    if cell_len("".join(text for text, _ in pieces).rstrip()) <= room:
        return pieces
    kept: list[Piece] = []
    for text, style in pieces:
        size = cell_len(text)
        if size >= room:  # it ends here, even if it fits: more words would come
            return [*kept, (cut(text.ljust(len(text) + room - size + 1), room), style)]
        kept.append((text, style))
        room -= size
    return kept
