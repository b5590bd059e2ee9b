"""Going about on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.tui.widgets.sheet import Sheet


class SheetMoves:
    """The actions that move the cursor of a sheet, and the one that goes where it leads."""

    sheet: Sheet

    def action_sheet_open(self) -> None:
        """Go where the cursor leads."""
        self.sheet.follow()

    def action_sheet_down(self) -> None:
        """Down."""
        self.sheet.step(1, 0)

    def action_sheet_up(self) -> None:
        """Up."""
        self.sheet.step(-1, 0)

    def action_sheet_left(self) -> None:
        """To the left."""
        self.sheet.step(0, -1)

    def action_sheet_right(self) -> None:
        """To the right."""
        self.sheet.step(0, 1)

    def action_sheet_page_down(self) -> None:
        """A page down."""
        self.sheet.page(1)

    def action_sheet_page_up(self) -> None:
        """A page up."""
        self.sheet.page(-1)

    def action_sheet_first(self) -> None:
        """To the first."""
        self.sheet.ends(last=False)

    def action_sheet_last(self) -> None:
        """To the last."""
        self.sheet.ends(last=True)
