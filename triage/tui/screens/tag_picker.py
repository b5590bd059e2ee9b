"""Any tag by name; a name that is none yet makes a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from triage.tui.keys import SUSPEND
from triage.tui.words import clean, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from triage.tui.paint import Inks

WIDTH = 48
"""Cells of the box, where there are so many: the longest name there can be is seen as a whole."""
BESIDE = 6
"""Cells of it for its border and a scrollbar."""


class TagPicker(ModalScreen[str | None]):
    """Returns the tag to toggle, or None. Typing narrows the choice; `enter` takes the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        SUSPEND,
        Binding("escape,ctrl+g", "dismiss(None)", "Back", show=False),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, priority=True),
        Binding("up,ctrl+p", "step(-1)", "Previous", show=False, priority=True),
    ]
    DEFAULT_CSS = f"""
    TagPicker {{ align: center middle; background: $background 60%; }}
    TagPicker > Vertical {{ width: {WIDTH}; max-width: 100%; height: auto; max-height: 100%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }}
    TagPicker Input, TagPicker Input:focus {{ border: none; height: 1; padding: 0; background: $background; }}
    TagPicker OptionList {{ border: none; height: auto; padding: 0; background: $background; }}
    """

    def __init__(self, tags: Sequence[str], given: Sequence[str], inks: Inks) -> None:
        super().__init__()
        self._tags = tuple(tags)
        self._given = frozenset(given)
        self._inks = inks
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """A line to type in, and the tags that fit."""
        with Vertical() as box:
            box.border_title = Content("tag")
            yield Input(placeholder="name a tag")
            yield OptionList()

    def on_mount(self) -> None:
        """All tags, to begin with."""
        self.query_one(OptionList).can_focus = False
        self._offer("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the choice."""
        self._offer(event.value)

    def on_input_submitted(self) -> None:
        """Take the marked one."""
        marked = self.query_one(OptionList).highlighted
        self.dismiss(self._offered[marked] if marked is not None and self._offered else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes one, too."""
        self.dismiss(self._offered[event.option_index])

    def action_step(self, by: int) -> None:
        """Mark the next or the previous one."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def _offer(self, typed: str) -> None:
        wanted = typed.strip()
        fitting = [tag for tag in self._tags if wanted.casefold() in tag.casefold()]
        fitting.sort(key=lambda tag: not tag.casefold().startswith(wanted.casefold()))
        new = bool(wanted) and wanted.casefold() not in {tag.casefold() for tag in self._tags}
        self._offered = [*fitting, *([wanted] if new else [])]
        options = self.query_one(OptionList)
        room = min(WIDTH, self.app.size.width) - BESIDE
        options.clear_options()
        for tag in fitting:
            options.add_option(Option(Content(cut(f"{'✓' if tag in self._given else ' '} {clean(tag)}", room))))
        if new:
            options.add_option(Option(Content(cut(f"+ new tag {clean(wanted)}", room))))
        self._give_height(options)
        options.highlighted = 0 if self._offered else None

    def on_resize(self) -> None:
        """The box is as high as there is room for; what is marked stays in view."""
        for options in self.query(OptionList):  # none any more at the end of the program
            self._give_height(options)
            options.call_after_refresh(options.scroll_to_highlight)

    def _give_height(self, options: OptionList) -> None:
        # A line each, as many as half of the screen has: the box around them is as high as they are, the line above stays seen.
        options.styles.height = min(len(self._offered), max(3, self.app.size.height // 2))
