"""The least that a list can do: lines drawn one by one in a scrolling view, a marker in the row under the cursor.

list.py ROWS
"""

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

HERE = Style(reverse=True)


class Rows(ScrollView, can_focus=True):
    """As many numbered rows as it is told."""

    BINDINGS: ClassVar = [("j", "go(1)", "down"), ("k", "go(-1)", "up")]
    DEFAULT_CSS = "Rows { scrollbar-size: 0 0; }"

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.cursor = 0

    def on_resize(self) -> None:
        """Rows are as wide as the view."""
        self.virtual_size = Size(self.size.width, self.count)

    def action_go(self, by: int) -> None:
        """Move the cursor, and scroll as little as that takes."""
        before, self.cursor = self.cursor, max(0, min(self.cursor + by, self.count - 1))
        top, height = self.scroll_offset.y, self.size.height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
        self.refresh_line(before)
        self.refresh_line(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Marker, number, words."""
        line = y + self.scroll_offset.y
        here = line == self.cursor
        words = f"{'▌' if here else ' '} {line:>9}  a line like all others, except for its number {line}"
        return Strip([Segment(words, HERE if here else None)]).adjust_cell_length(self.size.width)


class Bare(App[None]):
    """One list."""

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield Rows(int(sys.argv[1]))

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one(Rows).focus()


Bare().run()
