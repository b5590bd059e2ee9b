"""A line to type in, with what is wrong with it beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import ComposeResult
    from textual.events import Key
    from textual.timer import Timer

    from triage.errors import QueryError
    from triage.model.story import StoryId
    from triage.tui.paint import Inks

FOLLOW_AFTER = 0.06
"""Seconds without a key after which what was typed so far is looked for."""


class Prompt(Horizontal):
    """Tells what has been typed (`Typed`) and how it ended (`Ended`); whoever opened it knows what for."""

    DEFAULT_CSS = """
    Prompt { height: 1; }
    Prompt Static { width: auto; }
    Prompt Input { width: 1fr; border: none; height: 1; padding: 0; background: $background; }
    Prompt Input:focus { border: none; }
    """

    class Typed(Message):
        """What stands in the prompt now."""

        def __init__(self, prompt: Prompt, text: str) -> None:
            super().__init__()
            self.prompt, self.purpose, self.text = prompt, prompt.purpose, text

    class Ended(Message):
        """The prompt was left, with `enter` (kept) or `esc`."""

        def __init__(self, prompt: Prompt, text: str, *, kept: bool) -> None:
            super().__init__()
            self.prompt, self.purpose, self.text, self.kept = prompt, prompt.purpose, text, kept

    def __init__(self, inks: Inks, purpose: str, label: str, text: str, story: StoryId | None = None) -> None:
        super().__init__()
        self.purpose = purpose
        self.story = story
        self._inks = inks
        self._label = label
        self._text = text
        self._follow: Timer | None = None

    def compose(self) -> ComposeResult:
        """Label, line, complaint."""
        yield Static(Content.styled(f" {self._label}", _style(self._inks.accent)))
        yield Input(self._text, select_on_focus=False)
        yield Static("", id="complaint")

    def on_mount(self) -> None:
        """Typing begins at once."""
        line = self.query_one(Input)
        line.cursor_position = len(self._text)
        line.focus()

    def complain(self, error: QueryError | None) -> None:
        """Say what is wrong with the line; None when nothing is."""
        words = f" {error.message} " if error else ""
        self.query_one("#complaint", Static).update(Content.styled(words, _style(self._inks.alarm)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow the typing, but not every key of a fast one."""
        event.stop()
        if self._follow:
            self._follow.stop()
        text = event.value
        self._follow = self.set_timer(FOLLOW_AFTER, lambda: self.post_message(self.Typed(self, text)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """`enter` keeps it."""
        event.stop()
        self._end(event.value, kept=True)

    def on_key(self, event: Key) -> None:
        """`esc` takes it back."""
        if event.key == "escape":
            event.stop()
            self._end("", kept=False)

    def _end(self, text: str, *, kept: bool) -> None:
        if self._follow:
            self._follow.stop()
        self.post_message(self.Ended(self, text, kept=kept))


def _style(style: Style) -> str:
    """An ink as Textual's content takes it."""
    colour = style.color.triplet.hex if style.color and style.color.triplet else ""
    return f"{'bold ' if style.bold else ''}{colour}".strip()
