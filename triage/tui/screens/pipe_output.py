"""What a command says of the stories that were piped to it, over the desk."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from triage.tui.screens.verb_output import MOST, Said
from triage.tui.words import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from triage.tui.paint import Inks

LIMIT = 60.0
"""Seconds after which the command and all that it started are ended."""


LONGEST = 4_000
"""Characters of a line; a longer one is more than one line."""


class PipeOutput(ModalScreen[None]):
    """Runs the command, without a shell and in a process group of its own; `esc` ends it and goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", "Back", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(12)", "Page down", show=False),
        Binding("pageup", "scroll(-12)", "Page up", show=False),
    ]
    DEFAULT_CSS = """
    PipeOutput { align: center middle; background: $background 60%; }
    PipeOutput > Vertical { width: 96%; height: 90%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }
    """

    def __init__(self, words: Sequence[str], text: str, inks: Inks, *, limit: float = LIMIT) -> None:
        super().__init__()
        self._words = tuple(words)
        self._text = text
        self._inks = inks
        self._limit = limit
        self._process: subprocess.Popen[str] | None = None
        self._ended = ""
        self._over = False

    def compose(self) -> ComposeResult:
        """A box with what is said."""
        with Vertical() as box:
            box.border_title = Content(clean("| " + " ".join(self._words)))
            box.border_subtitle = Content(f"running, {self._limit:g} s at most · esc ends it")
            yield Said(self._inks)

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(Said).focus()
        self.run_worker(self._run, thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Whoever goes back wants no more of it."""
        self._over = True
        self._kill()

    def action_scroll(self, lines: int) -> None:
        """Scroll what was said."""
        self.query_one(Said).scroll_relative(y=lines, animate=False)

    def _run(self) -> None:
        """In a thread: what the command says. The text is in a file that has no name, so that nothing waits for a command
        that does not read it."""
        with tempfile.TemporaryFile() as text:
            text.write(self._text.encode("utf-8", errors="replace"))
            text.seek(0)
            try:
                process = self._process = subprocess.Popen(
                    self._words, stdin=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                    encoding="utf-8", errors="replace", start_new_session=True,
                )  # fmt: skip
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                self._tell([f"{self._words[0]}: {reason}"], "not started")
                return
        if self._over:
            self._kill()
        timer = threading.Timer(self._limit, self._too_long)
        timer.start()
        assert process.stdout is not None
        lines: list[str] = []
        while line := process.stdout.readline(LONGEST):
            if len(lines) < MOST:
                lines.append(line.rstrip("\n"))
        status = process.wait()
        self._process = None  # its number may be another's from now on
        timer.cancel()
        done = "done" if status == 0 else f"ended with {status}"
        self._tell(lines, self._ended or done)

    def _too_long(self) -> None:
        self._ended = f"ended after {self._limit:g} s"
        self._kill()

    def _kill(self) -> None:
        """End the command and what it started; its process group outlives it where something of it still runs."""
        process = self._process
        if process is not None:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                return  # all of it has ended

    def _tell(self, lines: list[str], ended: str) -> None:
        def tell() -> None:
            self.query_one(Said).add(lines or [ended])
            self.query_one(Vertical).border_subtitle = Content(f"{ended} · esc back")

        if self.is_attached and not self._over:
            self.app.call_from_thread(tell)
