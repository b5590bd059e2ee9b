"""Every key, from the one table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from triage.model.action import ACTIONS, Where
from triage.tui.keys import key_name
from triage.tui.widgets.line_view import LineView, Piece
from triage.tui.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from triage.settings import Settings
    from triage.tui.paint import Inks

_PLACES = {
    Where.ANYWHERE: "everywhere", Where.LIST: "in the list", Where.READER: "in the story", Where.FACTS: "in the facts",
}  # fmt: skip


class _Keys(LineView):
    """Keys and what they do, in groups."""

    def __init__(self, settings: Settings, inks: Inks) -> None:
        super().__init__(inks, id="keys")
        self._lines = list(self._table(settings))

    def line_count(self) -> int:
        """A line a key, a heading and a blank line a group."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """One line of the table."""
        del width
        return self._lines[line]

    def _table(self, settings: Settings) -> Iterable[list[Piece]]:
        inks = self.inks
        yield [("tags", inks.accent)]
        for tag in settings.tags:
            if tag.key:
                yield [
                    (f"  {tag.key:<12}", inks.tag(tag.colour)),
                    (
                        f"{clean(tag.name)}: give or take away; {tag.key.upper()}: give, done, go on",
                        inks.plain,
                    ),
                ]
        for place, title in _PLACES.items():
            yield []
            yield [(title, inks.accent)]
            for action in (one for one in ACTIONS if one.where is place):
                keys = " ".join(key_name(key) for key in settings.keymap.get(action.id, action.keys))
                yield [(f"  {keys:<12}", inks.strong), (action.description, inks.plain)]


class HelpScreen(ModalScreen[None]):
    """The table, to scroll through; any of its own keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss(None)", "Back", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(12)", "Page down", show=False),
        Binding("pageup", "scroll(-12)", "Page up", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical { width: 76; max-width: 96%; height: 90%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }
    """

    def __init__(self, settings: Settings, inks: Inks) -> None:
        super().__init__()
        self._settings = settings
        self._inks = inks

    def compose(self) -> ComposeResult:
        """A box with the table."""
        with Vertical() as box:
            box.border_title = Content("keys")
            box.border_subtitle = Content("esc back")
            yield _Keys(self._settings, self._inks)

    def action_scroll(self, lines: int) -> None:
        """Scroll the table."""
        self.query_one(_Keys).scroll_relative(y=lines, animate=False)
