"""Textual's paints on their way to the terminal: into the canvas at once, from there as the line can carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App

from triage.tui.terminal.canvas import Canvas
from triage.tui.terminal.driver import TerminalDriver
from triage.tui.waiting import Waiting

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen
    from textual.scroll_view import ScrollView
    from textual.timer import Timer

    from triage.tui.terminal.ability import Ability
    from triage.tui.terminal.look import Looks
    from triage.tui.terminal.symbols import Symbols

PIECE = 1_200
"""Bytes that go out at once on a line that is known to be slow: a key's answer waits behind no more than that."""

AGAIN = 0.05
"""Seconds after which a full line is looked at again, where no answer comes to say so."""

LARGE = 1_000
"""Bytes from which on a paint is shown in one go, where the terminal can do that."""

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class Painting(Waiting, App[None]):
    """An app whose paints never queue. On a terminal that is no terminal, as in tests, it is as any other app."""

    def __init__(self, ability: Ability, looks: Looks, symbols: Symbols, **named: Any) -> None:
        super().__init__(driver_class=_driver(ability), **named)
        self.ability = ability
        self._looks = looks
        self._symbols = symbols
        self._canvas: Canvas | None = None
        self._again: Timer | None = None
        self._hastened: list[tuple[ScrollView, int, int]] = []

    def slow_line(self) -> None:
        """Called once, when the line has been seen to be slow."""

    def relook(self, looks: Looks) -> None:
        """Other colours from now on."""
        self._looks = looks
        if self._canvas:
            self._canvas.relook(looks)
            self._send()

    def repaint(self) -> None:
        """Send everything again, whatever the terminal shows."""
        if self._canvas:
            self._canvas.forget()
        self.screen.refresh()

    def hasten(self, view: ScrollView, line: int) -> None:
        """A line of a view has changed: it need not wait for Textual to draw, see `show_hastened`. The view draws it in the
        inks that it is seen in: what styles do to it is left out."""
        self._hastened.append((view, line, view.scroll_offset.y))

    def show_hastened(self) -> None:
        """Send what has been hastened. Textual, which draws it some time after the key, finds that the terminal shows it
        already. In a view that has been scrolled since all lines change, and only Textual knows how."""
        canvas, hastened, self._hastened = self._canvas, self._hastened, []
        if canvas is None or self._batch_count or not hastened:
            return
        canvas.begin()
        for view, line, top in hastened:
            if view.screen is self.screen and view.is_on_screen and view.scroll_offset.y == top:
                x, y, _, _ = view.content_region
                canvas.put(y + line - top, x, view.render_line(line - top))
        self._send()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Textual has drawn something."""
        self._hastened.clear()
        driver = self._driver
        if not isinstance(driver, TerminalDriver) or not isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, renderable)
            return
        if not self._batch_count and self._running and not self._closed:
            driver.drained, driver.started = self._send, self._forget
            canvas = self._take(renderable)
            if canvas:
                self._send()
        self.post_display_hook()

    def _take(self, update: LayoutUpdate | ChopsUpdate) -> Canvas | None:
        """Put a paint on the canvas, which a paint of the whole screen makes anew when the size has changed."""
        canvas = self._canvas
        if isinstance(update, LayoutUpdate):
            _, _, width, height = update.region
            if canvas is None or (canvas.width, canvas.height) != (width, height):
                canvas = self._canvas = Canvas(width, height, self._looks, self._symbols, erases=self.ability.erases)
            canvas.begin()
            for y, strips in enumerate(update.strips):
                x = 0
                for strip in strips:
                    canvas.put(y, x, strip)
                    x += strip.cell_length
        elif canvas is not None:
            canvas.begin()
            for y, start, end in update.spans:
                for stop, (x, part) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                    if part is not None and x < end and stop > start:
                        canvas.put(y, x, part if stop <= end else part.crop(0, end - x))
        return canvas

    def _send(self) -> None:
        """Send what the line has room for; the rest follows when the terminal has answered."""
        driver, canvas = self._driver, self._canvas
        if not isinstance(driver, TerminalDriver) or canvas is None or not self._running or self._closed:
            return
        while canvas.behind:
            room = driver.room()
            if room <= 0:
                self._look_again()
                return
            changes = canvas.changes(min(room, PIECE) if driver.pacer.slow else room)
            if changes:
                if self._sync_available and len(changes) > LARGE:
                    changes = f"{SYNC_START}{changes}{SYNC_END}"
                driver.write(changes + self._place())
                driver.ask()
        if driver.pacer.slow and not self._told_slow:
            self._told_slow = True
            self.slow_line()

    _told_slow = False

    def _place(self) -> str:
        """Where something is typed the terminal's own cursor goes, hidden as it is: input methods look for it."""
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        return f"\x1b[{y + 1};{x + 1}H" if x or y else ""

    def _look_again(self) -> None:
        if self._again is None:

            def again() -> None:
                self._again = None
                self._send()

            self._again = self.set_timer(AGAIN, again)

    def _forget(self) -> None:
        if self._canvas:
            self._canvas.forget()


def _driver(can: Ability) -> type[TerminalDriver]:
    class Driver(TerminalDriver):
        ability = can

    return Driver
