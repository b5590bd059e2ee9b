"""How many stories a tag would be given to, and the key that gives it: any other takes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from triage.tui.widgets.bar import Bar
from triage.tui.words import clean, count, cut

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click, Key

    from triage.model.story import StoryId
    from triage.settings import Settings
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece


@dataclass(frozen=True, slots=True)
class Scope:
    """The stories that share what is called `name`: how many of them are not in the list, how many are decided, and of
    how many others the facts are still to come."""

    name: str
    stories: tuple[StoryId, ...]
    hidden: int
    decided: int
    missing: int

    def words(self) -> str:
        """How many: "12 stories, 3 of them not in this list, 2 decided"."""
        parts = [count(len(self.stories), "story")]
        if self.hidden:
            parts.append(f"{self.hidden:,} of them not in this list")
        if self.decided:
            parts.append(f"{self.decided:,} already decided")
        if self.missing:
            parts.append(f"{self.missing:,} more without facts yet")
        return ", ".join(parts)


class TagAll(ModalScreen["str | None"]):
    """Returns the tag whose key was pressed, None after any other key. Two lines in the footer's place; the rest stays."""

    DEFAULT_CSS = """
    TagAll { align: left bottom; background: transparent; }
    TagAll Bar { background: $background; }
    """

    def __init__(self, scope: Scope, settings: Settings, inks: Inks) -> None:
        super().__init__()
        self._scope = scope
        self._settings = settings
        self._inks = inks

    def compose(self) -> ComposeResult:
        """What it is about, and the keys."""
        yield Bar(self._inks, id="scope")
        yield Bar(self._inks, id="tags")

    def on_mount(self) -> None:
        """Say both."""
        inks = self._inks
        words = self._scope.words()
        name = cut(clean(self._scope.name), max(8, self.app.size.width - len(words) - 12))
        self.query_one("#scope", Bar).say(
            [(" tag all: ", inks.accent), (f"{name}  ", inks.strong), (words, inks.plain)]
        )
        keys: list[Piece] = [(" ", inks.plain)]
        for tag in self._settings.tags:
            if tag.key:
                keys += [(tag.key, inks.tag(tag.colour)), (f" {clean(tag.name)}  ", inks.plain)]
        self.query_one("#tags", Bar).say(keys, [("any other key: none ", inks.dim)])

    def on_key(self, event: Key) -> None:
        """A tag's key, or its capital, gives the tag."""
        event.stop()
        event.prevent_default()
        key = event.key.removeprefix("shift+").lower()
        self.dismiss(next((tag.name for tag in self._settings.tags if tag.key == key), None))

    def on_click(self, event: Click) -> None:
        """A click is not the key either."""
        event.stop()
        self.dismiss(None)
