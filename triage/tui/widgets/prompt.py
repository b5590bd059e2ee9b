"""A line to type in: above it what can stand at the cursor, below it what is wrong, under the place where it is wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from triage.tui.waiting import Waiting
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.prompt_line import PromptLine
from triage.tui.words import clean, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style
    from textual.app import ComposeResult
    from textual.events import Key
    from textual.timer import Timer

    from triage.errors import QueryError
    from triage.query.completing import Completion
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

    Complete = Callable[[str, int], Completion]

FOLLOW_AFTER = 0.03
"""Seconds after an answer in which a key waits, that long, for the next one: of a fast run only the end is looked for."""

KEYS = "enter keeps · esc goes back"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `purpose` for whoever asked, a label with a dim part before it, and the text to begin with, and whether that
    `grows` too long for the line: ctrl+o goes on with it in an editor. `complete` is what tab completes from; `keys` are said below where nothing else is, `above` above."""

    purpose: str
    label: str
    text: str = ""
    grows: bool = False
    before: str = ""
    complete: Complete | None = None
    keys: str = ""
    above: str = ""


class Prompt(Waiting, Vertical):
    """Tells what has been typed (`Typed`) and how it ended (`Ended`); whoever opened it knows what for."""

    DEFAULT_CSS = """
    Prompt, Prompt Horizontal { height: auto; }
    Prompt Static { width: auto; }
    Prompt Input { width: 1fr; border: none; height: 1; padding: 0; background: $background; }
    Prompt Input:focus { border: none; }
    """

    class Typed(Message):
        """What stands in the prompt now."""

        def __init__(self, prompt: Prompt, text: str) -> None:
            super().__init__()
            self.prompt, self.purpose, self.text = prompt, prompt.question.purpose, text

    class Ended(Message):
        """The prompt was left, with `enter` (kept) or `esc`, or to go on with the text in an editor; it goes when whoever
        opened it takes it away."""

        def __init__(self, prompt: Prompt, text: str, *, kept: bool, in_editor: bool = False) -> None:
            super().__init__()
            self.prompt, self.purpose, self.text, self.kept = prompt, prompt.question.purpose, text, kept
            self.in_editor = in_editor

    def __init__(self, inks: Inks, question: Question) -> None:
        super().__init__()
        self.question = question
        self._inks = inks
        self._follow: Timer | None = None
        self._offered: Completion | None = None
        self._taken = -1
        self._text = question.text
        self._answered = 0.0
        self._said: tuple[QueryError | None, str] = None, ""

    def compose(self) -> ComposeResult:
        """What is offered, the line with its label, what is said of it; where nothing is completed the line alone."""
        asked, inks = self.question, self._inks
        if asked.complete or asked.above:
            yield Bar(inks, id="offers")
        with Horizontal():
            if asked.before:
                yield Static(Content.styled(f" {asked.before}", _style(inks.dim)))
            yield Static(Content.styled(f" {asked.label}", _style(inks.accent)))
            yield PromptLine(asked.text)
        if asked.keys:
            yield Bar(inks, id="complaint")

    def on_mount(self) -> None:
        """Typing begins at once."""
        line = self.query_one(Input)
        line.cursor_position = len(self.question.text)
        line.focus()
        self.on_resize()
        self._offer()

    def on_resize(self) -> None:
        """What stands above and below the line is cut for the width."""
        if not self.query(PromptLine):
            return  # it goes
        self.complain(*self._said)
        if self.question.above:
            self._offers([(clean(self.question.above), self._inks.dim)])
        self._show_offers()

    def type_ahead(self, keys: Sequence[Key]) -> None:
        """Type these keys first, then what has come since; from now on keys come one by one."""
        self.call_later(self._type, keys)

    async def _type(self, keys: Sequence[Key]) -> None:
        line = self.query_one(PromptLine)
        waiting, line.held = [*keys, *(line.held or ())], None
        for number, event in enumerate(waiting, 1):
            if not await line.take(event):
                self.on_key(event)
            if line.held is not None:  # left
                line.held += waiting[number:]
                break

    def go_on(self) -> None:
        """The line is not left after all."""
        self.type_ahead(())

    @property
    def late(self) -> Sequence[Key]:
        """The keys that came after the line had been left."""
        return self.query_one(PromptLine).held or ()

    def complain(self, error: QueryError | None, found: str = "") -> None:
        """Say what is wrong with the line, under the place; without an error, what was `found` and which keys go on."""
        self._answered = time.monotonic()
        self._said = error, found
        if not self.question.keys:
            return
        inks, room = self._inks, self.app.size.width - self._margin()
        keys = self.question.keys.split(" · ")
        # What was found and the last of the keys stay seen: what comes before them explains more than it tells.
        while len(keys) > 1 and cell_len(" · ".join((found, *keys) if found else keys)) > room:
            del keys[0]
        said = " · ".join((found, *keys) if found else keys)
        if found and cell_len(said) > room:
            said = found
        pieces: list[Piece] = [(f"{' ' * self._margin()}{cut(said, room)}", inks.dim)]
        if error:
            said = f"{error.message}; {error.hint}" if error.hint else error.message
            pieces = _under(self._margin() + self._cells_to(error.position), clean(said), self.app.size.width, inks)
        self.query_one("#complaint", Bar).say(pieces)

    def _margin(self) -> int:
        """Cells before the text that is typed."""
        before = f" {self.question.before}" if self.question.before else ""
        return cell_len(f"{before} {self.question.label}")

    def _cells_to(self, position: int) -> int:
        line = self.query_one(Input)
        return max(0, cell_len(line.value[:position]) - int(line.scroll_offset.x))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow the typing, but not every key of a fast one."""
        event.stop()
        if event.value == self._text:
            return  # as a completion left it, or as it was
        self._text = event.value
        self._taken = -1
        self._offered = None
        self._follow_soon()

    def _follow_soon(self) -> None:
        if self._follow:
            self._follow.stop()
        if time.monotonic() - self._answered > FOLLOW_AFTER:
            self._tell()
        else:
            self._follow = self.set_timer(FOLLOW_AFTER, self._tell)

    def _tell(self) -> None:
        self._answered = time.monotonic()
        self.post_message(self.Typed(self, self._text))
        if self._taken < 0:
            self._offer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """`enter` keeps it."""
        event.stop()
        self._end(event.value, kept=True)

    def on_key(self, event: Key) -> None:
        """`esc` takes it back, as ctrl+g does at every shell's line, `tab` completes, ctrl+o goes on in an editor."""
        if event.key in ("escape", "ctrl+g"):
            event.stop()
            self._end("", kept=False)
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self._take(1 if event.key == "tab" else -1)
        elif event.key == "ctrl+o" and self.question.grows:
            event.stop()
            self._end(self.query_one(Input).value, kept=True, in_editor=True)

    def _end(self, text: str, *, kept: bool, in_editor: bool = False) -> None:
        if self._follow:
            self._follow.stop()
        self.query_one(PromptLine).held = self.query_one(PromptLine).held or []
        self.post_message(self.Ended(self, text, kept=kept, in_editor=in_editor))

    # Completion

    def _take(self, by: int) -> None:
        """The next candidate, or the one before, in place of what stands at the cursor."""
        line = self.query_one(Input)
        offered = self._offered
        if self.question.complete and offered is None:
            offered, self._taken = self.question.complete(line.value, line.cursor_position), -1
        if offered is None or not offered.candidates:
            return
        count = len(offered.candidates)
        self._taken = (self._taken + by) % count if self._taken >= 0 or by > 0 else count - 1
        chosen = offered.candidates[self._taken]
        head, tail = line.value[: offered.start], line.value[offered.end :]
        self._offered = type(offered)(offered.start, offered.start + len(chosen), offered.candidates, offered.shown)
        self._text = head + chosen + tail.removeprefix(" " if chosen.endswith(" ") else "")
        line.value = self._text
        line.cursor_position = len(head + chosen)
        if count == 1:  # nothing to go round: what comes after it is next
            self._taken, self._offered = -1, None
            self._offer()
        self._show_offers()
        self._follow_soon()

    def _offer(self) -> None:
        if self.question.complete and self.is_mounted:
            line = self.query_one(Input)
            self._offered = self.question.complete(line.value, line.cursor_position)
            self._show_offers()

    def _show_offers(self) -> None:
        offered, inks = self._offered, self._inks
        if offered is None:
            return
        room = self.app.size.width - self._margin() - 2
        pieces: list[Piece] = []
        for place in _seen(offered.shown, max(self._taken, 0), room):
            ink = inks.here if place == self._taken else inks.dim
            pieces += [(cut(clean(offered.shown[place]), room), ink), ("  ", inks.plain)]
        self._offers(pieces)

    def _offers(self, pieces: list[Piece]) -> None:
        """Above the line, from where it begins."""
        self.query_one("#offers", Bar).say([(" " * self._margin(), self._inks.plain), *pieces])


def _seen(shown: Sequence[str], taken: int, room: int) -> range:
    """The candidates for which there is room, those from as far before the taken one as it takes to see it."""
    first = 0
    while sum(cell_len(one) + 2 for one in shown[first : taken + 1]) > room and first < taken:
        first += 1
    last = first
    while last < len(shown) and sum(cell_len(one) + 2 for one in shown[first : last + 1]) <= room:
        last += 1
    return range(first, max(last, min(first + 1, len(shown))))


def _under(place: int, said: str, width: int, inks: Inks) -> list[Piece]:
    """A caret at `place` with the words after it, or before it where there is more room."""
    after, before = width - place - 3, place - 1
    if cell_len(said) <= after or after >= before:
        return [(" " * place + "^", inks.alarm), (f" {cut(said, max(0, after))}", inks.alarm)]
    said = cut(said, before)
    return [(" " * (before - cell_len(said)) + said + " ", inks.alarm), ("^", inks.alarm)]


def _style(style: Style) -> str:
    """An ink as Textual's content takes it."""
    colour = style.color.triplet.hex if style.color and style.color.triplet else ""
    return f"{'bold ' if style.bold else ''}{'dim ' if style.dim else ''}{colour}".strip()
