"""The kinds that a fact can be of, to pick the right one from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from triage.model.verdict import CORRECTABLE
from triage.tui.keys import SUSPEND
from triage.tui.words import clean, cut

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from triage.model.fact import Fact, FactKind
    from triage.tui.paint import Inks

WIDTH = 34
"""Cells of the box."""


class KindPicker(ModalScreen["FactKind | None"]):
    """Returns the kind picked, or None. The mark begins on the kind that the fact counts as; a kind's number takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        SUSPEND,
        Binding("escape,ctrl+g,equals_sign", "dismiss(None)", "Back", show=False),
        Binding("j", "step(1)", "Next", show=False),
        Binding("k", "step(-1)", "Previous", show=False),
        *(Binding(str(number), f"take({number - 1})", show=False) for number in range(1, len(CORRECTABLE) + 1)),
    ]
    DEFAULT_CSS = f"""
    KindPicker {{ align: center middle; background: $background 60%; }}
    KindPicker > Vertical {{ width: {WIDTH}; max-width: 100%; height: auto; max-height: 100%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }}
    KindPicker OptionList, KindPicker OptionList:focus {{ border: none; height: auto; padding: 0; background: $background; }}
    """

    def __init__(self, fact: Fact, kind: FactKind | None, inks: Inks) -> None:
        super().__init__()
        self._fact = fact
        self._kind = kind
        self._inks = inks

    def compose(self) -> ComposeResult:
        """The kinds, in the order in which the pane shows them."""
        with Vertical() as box:
            box.border_title = Content(cut(clean(f"{self._fact.text} is a"), WIDTH - 6))
            yield OptionList(*(Option(Content(self._line(number))) for number in range(len(CORRECTABLE))))

    def on_mount(self) -> None:
        """The mark begins where the fact stands now."""
        options = self.query_one(OptionList)
        options.highlighted = CORRECTABLE.index(self._kind) if self._kind in CORRECTABLE else None
        options.focus()

    def on_resize(self) -> None:
        """What is marked stays in view in a low window."""
        for options in self.query(OptionList):  # none any more at the end of the program
            options.styles.height = min(len(CORRECTABLE), max(1, self.app.size.height - 2))
            options.call_after_refresh(options.scroll_to_highlight)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """`enter` and a click take a kind."""
        self.dismiss(CORRECTABLE[event.option_index])

    def action_step(self, by: int) -> None:
        """Mark the next or the previous one."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_take(self, number: int) -> None:
        """Take the kind on that line."""
        self.dismiss(CORRECTABLE[number])

    def _line(self, number: int) -> str:
        kind = CORRECTABLE[number]
        here = "✓" if kind is self._kind else " "
        return f"{number + 1} {here} {kind.value}"
