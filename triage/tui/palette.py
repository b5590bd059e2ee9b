"""The command palette: the table of actions and the tags, by name."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches

from triage.model.action import ACTIONS, Where
from triage.tui.keys import SUSPEND, key_names
from triage.tui.screens.desk import DeskScreen
from triage.tui.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterator


ABOVE = 8
"""Lines of the dialog above its list, and of what it lies below."""


class ActionCommands(Provider):
    """What the desk can do; tags' names are the user's own text and are never read as markup."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for words, key, action in self._commands():
            yield DiscoveryHit(Content(words), self._run(action), text=words, help=key)

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for words, key, action in self._commands():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, Content(words), self._run(action), text=words, help=key)

    def _commands(self) -> Iterator[tuple[str, str, str]]:
        """Words, key and action."""
        desk = self.screen
        if not isinstance(desk, DeskScreen):
            return
        settings = desk.session.settings
        for number, tag in enumerate(settings.tags):
            yield f"Tag {clean(tag.name)}: give or take away", tag.key or "", f"screen.toggle_tag({number})"
            yield f"Tag {clean(tag.name)}, done, and go on", (tag.key or "").upper(), f"screen.tag_and_done({number})"
        named = desk.view_words()
        for action in ACTIONS:
            if action.id != "palette" and action.where is not Where.SHEET:
                keys = settings.keymap.get(action.id, action.keys)
                words = named.get(action.id, action.description)
                yield words, key_names(keys), f"screen.{action.method}"

    def _run(self, action: str):  # type: ignore[no-untyped-def]  # Textual's own type for it is private
        return lambda: self.app.run_action(action)


class Palette(CommandPalette):
    """Textual's dialog with our commands."""

    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND, Binding("ctrl+g", "escape", show=False)]

    def __init__(self) -> None:
        super().__init__([ActionCommands], id="--command-palette")

    def on_resize(self) -> None:
        """The list ends where the window does, and what is marked in it stays in view."""
        height = self.app.size.height
        for found in self.query(CommandList):  # none any more at the end of the program
            found.styles.max_height = max(3, min(height * 7 // 10, height - ABOVE))
            found.call_after_refresh(found.scroll_to_highlight)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Commands are gathered for a while, and then put into the list: the program may have ended meanwhile, and the list be gone."""
        with suppress(NoMatches):
            await CommandPalette._gather_commands.__wrapped__(self, search_value)  # type: ignore[attr-defined]  # `work` wraps it
