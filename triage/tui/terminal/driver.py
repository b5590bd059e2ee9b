"""The terminal's driver: Textual's, that also asks the terminal how far it is, and spares one that knows no modes."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import _character_to_key

from triage.tui.terminal.ability import Ability
from triage.tui.terminal.pacer import Pacer

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

ASK = "\x1b[6n"
"""Where is the cursor? Every terminal answers, once it has shown what came before."""

PARTING = 0.6
"""Seconds that the end waits for answers still on their way: they would land in the shell."""


class _Named(NamedTuple):
    """A key as Textual's table of sequences has it."""

    value: str


# Textual keeps the alt of a letter alone: alt and a sign would be the sign.
cast("dict[str, object]", ANSI_SEQUENCES_KEYS).update(
    (f"\x1b{sign}", (_Named(f"alt+{_character_to_key(sign)}"),)) for sign in "<>_:|"
)

_MODES = ("\x1b[?", "\x1b[>", "\x1b[<", "\x1b]", "\x1bP")


class TerminalDriver(LinuxDriver):
    """`drained` is called, on the app's loop, when the terminal has answered; `started` when nobody knows what it shows."""

    ability = Ability()
    drained: Callable[[], None] | None = None
    started: Callable[[], None] | None = None

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.pacer = Pacer(time.monotonic())
        self._all_answered = threading.Event()
        self._all_answered.set()
        self._lock = threading.Lock()

    def start_application_mode(self) -> None:
        """As Textual does; a terminal without modes gets a clean page instead of a second screen."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own has no types
        if self.started:
            self.started()
        if not self.ability.modes:
            self.write("\x1b[H\x1b[J")
        self.ask()
        # Back from the shell: what is shown there is forgotten, and nothing else may happen that has it drawn.
        if self.drained:
            self._loop.call_soon_threadsafe(self.drained)

    def stop_application_mode(self) -> None:
        """Wait for what the terminal has still to say, then as Textual does."""
        if self._writer_thread is not None:
            if not self.pacer.silent:
                self._all_answered.wait(PARTING)
            if not self.ability.modes:
                self.write(f"\x1b[m\x1b[{self._get_terminal_size()[1]};1H\n")
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Send, but no modes to a terminal that has none."""
        if not self.ability.modes and data.startswith(_MODES):
            return
        if self._gone:
            return
        with self._lock:
            self.pacer.sent(len(data) if data.isascii() else len(data.encode(errors="replace")), time.monotonic())
        super().write(data)

    def close(self) -> None:
        """As Textual does, which would wait for good to write the last to a terminal that has gone."""
        if not self._gone:
            super().close()

    @property
    def _gone(self) -> bool:
        """Whether the thread that writes has failed: the window was closed, the line cut."""
        return self._writer_thread is not None and not self._writer_thread.is_alive()

    def ask(self) -> None:
        """Ask whether everything until now has been shown."""
        if self._gone:
            return
        # Noted before it goes out: a terminal on the same machine may answer before this thread goes on.
        with self._lock:
            now = time.monotonic()
            self._all_answered.clear()
            self.pacer.sent(len(ASK), now)
            self.pacer.asked(now)
        super().write(ASK)

    def room(self) -> int:
        """Bytes that may be sent now; 0 or less while the line is full, or a write has not ended."""
        assert self._writer_thread is not None
        with self._lock:
            now, waits = time.monotonic(), self._writer_thread._queue.qsize() > 3
            self.pacer.writing(now, waits=waits)
            return 0 if waits else self.pacer.room(now)

    def process_message(self, message: Message) -> None:
        """In the thread that reads keys: answers are for us, all else is for the app."""
        if not isinstance(message, events.CursorPosition):
            super().process_message(message)
            return
        with self._lock:
            self.pacer.answered(time.monotonic())
            if not self.pacer.waiting:
                self._all_answered.set()
        if self.drained:
            self._loop.call_soon_threadsafe(self.drained)
