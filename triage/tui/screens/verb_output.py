"""What a verb of the command line says, over the desk: it runs as it would in a shell beside the app."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from triage.tui.widgets.line_view import LineView, Piece
from triage.tui.words import clean, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from triage.session import Session
    from triage.tui.paint import Inks

MOST = 20_000
"""Lines that are kept of what a verb says; a file takes more (`export -o FILE`)."""


class Said(LineView):
    """The lines so far."""

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks, id="said")
        self._lines: list[str] = []

    def add(self, lines: Iterable[str]) -> None:
        """More lines, below those there are."""
        self._lines = [*self._lines, *lines][:MOST]
        self.redraw()

    def line_count(self) -> int:
        """As many as were said."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """One of them."""
        return [(cut(clean(self._lines[line]), width), self.inks.plain)]


class VerbOutput(ModalScreen[None]):
    """Runs the verb and shows what it says; `esc` ends it, if it has not ended, and goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", "Back", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(12)", "Page down", show=False),
        Binding("pageup", "scroll(-12)", "Page up", show=False),
        Binding("g,home", "scroll(-20000)", "To the start", show=False),
        Binding("G,end", "scroll(20000)", "To the end", show=False),
    ]
    DEFAULT_CSS = """
    VerbOutput { align: center middle; background: $background 60%; }
    VerbOutput > Vertical { width: 96%; height: 90%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }
    """

    def __init__(self, words: Sequence[str], session: Session, inks: Inks) -> None:
        super().__init__()
        self._words = tuple(words)
        self._session = session
        self._inks = inks
        self._process: subprocess.Popen[str] | None = None

    def compose(self) -> ComposeResult:
        """A box with what is said."""
        with Vertical() as box:
            box.border_title = Content(clean(" ".join(self._words)))
            box.border_subtitle = Content("running · esc ends it")
            yield Said(self._inks)

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(Said).focus()
        self.run_worker(self._run, thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Whoever goes back wants no more of it."""
        if self._process and self._process.poll() is None:
            self._process.terminate()

    def action_scroll(self, lines: int) -> None:
        """Scroll what was said."""
        self.query_one(Said).scroll_relative(y=lines, animate=False)

    def _run(self) -> None:
        """In a thread: what the verb says, as it says it."""
        width = max(40, self.app.size.width - 8)
        self._process = process = subprocess.Popen(
            _command(self._words, self._session), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", env={**os.environ, "COLUMNS": str(width)},
        )  # fmt: skip
        assert process.stdout is not None
        lines: list[str] = []
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if len(lines) >= (20 if self._is_new() else 2000):
                self._tell(lines)
                lines = []
        self._tell(lines)
        status = process.wait()
        self._call(lambda: self._end(status))

    def _is_new(self) -> bool:
        return self.query_one(Said).line_count() < 100

    def _tell(self, lines: list[str]) -> None:
        self._call(lambda: self.query_one(Said).add(lines))

    def _call(self, told: object) -> None:
        assert callable(told)
        if self.is_attached:
            self.app.call_from_thread(told)

    def _end(self, status: int) -> None:
        said = self.query_one(Said)
        if not said.line_count():
            said.add(["done" if status == 0 else f"ended with {status}"])
        self.query_one(Vertical).border_subtitle = Content(
            f"{'done' if status == 0 else f'ended with {status}'} · esc back"
        )


def _command(words: Sequence[str], session: Session) -> list[str]:
    """The command line for this very desk: options in `words` come later, and so go first."""
    here, settings = session.locations, session.settings
    options = ["--inbox", str(here.inbox), "--store", str(here.store)]
    options += ["--config", str(settings.found_at)] if settings.found_at else []
    options += ["--pipeline", settings.pipeline] if settings.pipeline else []
    return [sys.executable, "-m", "triage", words[0], *options, *words[1:]]
