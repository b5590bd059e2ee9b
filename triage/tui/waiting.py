"""Timers that go off once, and do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer, TimerCallback


class Waiting(MessagePump):
    """Whose timers go off late rather than never: where the machine stands still, just as one begins, for as long as that is to
    wait, Textual takes its one turn for missed, and skips it."""

    def set_timer(
        self, delay: float, callback: TimerCallback | None = None, *, name: str | None = None, pause: bool = False
    ) -> Timer:
        """Call a function after a delay."""
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False  # it begins only when the event loop comes to it
        return timer
