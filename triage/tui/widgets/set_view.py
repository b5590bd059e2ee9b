"""What is read over the desk: lines that are set all at once, for the width of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece


class SetView(LineView):
    """A view whose subclass sets all its lines (`set_lines`); they are drawn `EDGE` cells from the edge."""

    EDGE = 0

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(inks, id=id)
        self._lines: list[list[Piece]] = []

    def set_lines(self) -> Iterable[list[Piece]]:
        """The lines in the width that there is now."""
        raise NotImplementedError

    def resized(self) -> None:
        """Lines are set for the width."""
        self._lines = list(self.set_lines())
        self.redraw()

    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """One of them."""
        del width
        return [(" " * self.EDGE, self.inks.plain), *self._lines[line]]
