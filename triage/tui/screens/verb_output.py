"""What a verb of the command line says, over the desk: it runs as it would in a shell beside the app."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from triage.tui.screens.scrolling import ScrollScreen
from triage.tui.widgets.set_view import SetView
from triage.tui.words import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult

    from triage.session import Session
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

MOST = 20_000
"""Lines that are kept of what a verb says; a file takes more (`export -o FILE`)."""


class _Said(SetView):
    """The lines so far."""

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks, id="said")
        self._said: list[str] = []

    def add(self, lines: Iterable[str]) -> None:
        """More lines, below those there are."""
        more = [clean(line) for line in lines][: MOST - len(self._said)]
        self._said += more
        self._lines += self._set(more)
        self.redraw()

    def set_lines(self) -> Iterator[list[Piece]]:
        """All of them."""
        return self._set(self._said)

    def _set(self, lines: Iterable[str]) -> Iterator[list[Piece]]:
        """What is too long goes on below itself, further in: it may be the end of a path, or the last column of a table."""
        width, ink = self.size.width, self.inks.plain
        for line in lines:
            if cell_len(line) <= width:
                yield [(line, ink)]
                continue
            words = line.lstrip()
            margin = min(len(line) - len(words), width // 2)
            for start, end in wrap(words, max(1, width - margin - 2)):
                yield [(" " * (margin + 2 * (start > 0)) + words[start:end], ink)]


class Output(ScrollScreen):
    """What a program has said, under its `title`; `how` it ended stands below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    Output { align: center middle; background: $background 60%; }
    Output > Vertical { width: 96%; height: 90%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }
    """

    def __init__(self, title: str, how: str, lines: Iterable[str], inks: Inks) -> None:
        super().__init__()
        self._box = title, f"{how} · esc back"
        self._lines = tuple(lines)
        self._inks = inks

    def compose(self) -> ComposeResult:
        """A box with what is said."""
        with Vertical() as box:
            box.border_title, box.border_subtitle = (Content(clean(words)) for words in self._box)
            yield _Said(self._inks)

    def on_mount(self) -> None:
        """What there is to read."""
        said = self.query_one(_Said)
        said.add(self._lines)
        said.focus()


class VerbOutput(Output):
    """Runs the verb and shows what it says; `esc` ends it, if it has not ended, and goes back."""

    def __init__(self, words: Sequence[str], session: Session, inks: Inks) -> None:
        super().__init__(" ".join(words), "", (), inks)
        self._box = self._box[0], "running · esc ends it"
        self._words = tuple(words)
        self._session = session
        self._process: subprocess.Popen[str] | None = None

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.run_worker(self._run, thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Whoever goes back wants no more of it."""
        if self._process and self._process.poll() is None:
            self._process.terminate()

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
        return self.query_one(_Said).line_count() < 100

    def _tell(self, lines: list[str]) -> None:
        self._call(lambda: self.query_one(_Said).add(lines))

    def _call(self, told: object) -> None:
        assert callable(told)
        if self.is_attached:
            self.app.call_from_thread(told)

    def _end(self, status: int) -> None:
        said = self.query_one(_Said)
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
