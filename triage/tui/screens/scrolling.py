"""What lies over the desk to be read, and goes again: its keys are those of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from triage.model.action import action
from triage.tui.keys import SUSPEND
from triage.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOES: Mapping[str, str] = {
    "sheet_down": "scroll(1)", "sheet_up": "scroll(-1)", "sheet_page_down": "page(1)", "sheet_page_up": "page(-1)",
    "sheet_first": "ends(-1)", "sheet_last": "ends(1)", "sheet_back": "leave",
}  # fmt: skip


class ScrollScreen(ModalScreen[None]):
    """Scrolls the one view of lines that is on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        SUSPEND,
        # With the action's id, by which the settings change its keys.
        *(Binding(",".join(action(name).keys), does, show=False, id=name) for name, does in _DOES.items()),
    ]

    def action_scroll(self, lines: int) -> None:
        """So many lines down."""
        self.query_one(LineView).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """So many pages down, two lines kept."""
        self.action_scroll(pages * max(1, self.query_one(LineView).size.height - 2))

    def action_ends(self, way: int) -> None:
        """To the end, or to the start."""
        self.action_scroll(way * self.query_one(LineView).line_count())

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
