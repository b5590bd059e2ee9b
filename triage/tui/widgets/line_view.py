"""What the list, the text and the facts have in common: lines drawn one by one, never more than are seen."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, Self

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from triage.tui.terminal.painting import Painting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import ActiveBinding
    from textual.events import Key

    from triage.tui.paint import Inks

Piece = tuple[str, Style]


class LineView(ScrollView, can_focus=True):
    """A scrolling view of lines. A subclass says how many there are (`line_count`) and draws one (`draw`).

    Drawn lines are kept until `redraw` or `redraw_line` says that they have changed.
    """

    DEFAULT_CSS = """
    LineView { scrollbar-size: 0 0; background: transparent; }
    """

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(id=id)
        self.inks = inks
        self._drawn: dict[int, Strip] = {}

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """Line `line` in at most `width` cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Everything may have changed: draw anew, and send those lines that really are others than before."""
        before, self._drawn = self._drawn, {}
        self.measure()
        top = self.scroll_offset.y
        for line in range(top, top + self.size.height):
            if self._strip(line) != before.get(line):
                self.refresh_line(line)

    def measure(self) -> None:
        """There may be more lines than before, or fewer."""
        # Set without telling: no scrollbar depends on it, and a layout of the whole screen for each story is too much.
        self.set_reactive(LineView.virtual_size, Size(self.size.width, self.line_count()))

    def redraw_line(self, line: int) -> None:
        """One line has changed."""
        before = self._drawn.pop(line, None)
        if 0 <= line - self.scroll_offset.y < self.size.height and self._strip(line) != before:
            self.refresh_line(line)
            if isinstance(self.app, Painting):
                self.app.hasten(self, line)

    def show_changed(self) -> None:
        """Show the lines that have changed, in whatever view, before anything else is done about it."""
        if isinstance(self.app, Painting):
            self.app.show_hastened()

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> Self:
        """Have the keys from now on, not from when Textual comes to it: the next one may be typed already."""
        self.screen.set_focus(self, scroll_visible, from_app_focus)
        return self

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls it, too, though there is no bar to be seen."""
        return True

    async def on_key(self, event: Key) -> None:
        """A key goes straight to its action: handed up from view to view to the app, as Textual does it, it takes a third longer.

        The key before may have moved the focus since this one came: it means what it means there.
        """
        here = self.screen.focused if self.app.screen is self.screen else None
        bound = here.bound.get(event.key) if isinstance(here, LineView) else None
        if bound and await self.app.run_action(bound.binding.action, bound.node):
            event.stop()
            self.show_changed()
            # The other panes say first what has changed in them: one paint for all, not a frame apart.
            await asyncio.sleep(0)

    @cached_property
    def bound(self) -> Mapping[str, ActiveBinding]:
        """What the keys do while this view has the focus: bindings are set before the first key, and stay."""
        return self.screen.active_bindings

    def on_resize(self) -> None:
        """Textual has each class's own handler called, not the last one's alone: subclasses say what they do in `resized`."""
        self.resized()

    def resized(self) -> None:
        """Lines are as wide as the view."""
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """Textual asks for line `y` of what is seen."""
        return self._strip(y + self.scroll_offset.y)

    def _strip(self, line: int) -> Strip:
        """A line as it is drawn; blank below the last one."""
        width = self.size.width
        strip = self._drawn.get(line)
        if strip is None or strip.cell_length != width:
            pieces = self.draw(line, width) if line < self.line_count() else ()
            strip = Strip([Segment(text, style) for text, style in pieces])
            strip = strip.adjust_cell_length(width, self.inks.plain).simplify()
            if len(self._drawn) > 500:
                self._drawn.clear()
            self._drawn[line] = strip
        return strip

    def reveal(self, line: int, *, margin: int = 0, ahead: int = 0) -> None:
        """Scroll, without animation, as little as it takes for the line to be seen with `margin` lines around it; where it
        takes any, show `ahead` lines more of what comes next. A view that is not seen yet has nothing to scroll."""
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return
        margin, ahead = min(margin, (height - 1) // 2), min(ahead, height - 1)
        if line < top + margin:
            self.scroll_to(y=max(0, line - max(margin, ahead)), animate=False)
        elif line >= top + height - margin:
            self.scroll_to(y=line - height + 1 + max(margin, ahead), animate=False)
