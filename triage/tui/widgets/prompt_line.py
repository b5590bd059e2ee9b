"""The line of a prompt: which of the keys that reach it are meant for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Key


class PromptLine(Input):
    """The line itself: as wide and high as it is, whatever is typed, so a letter need not have the screen laid out anew. Keys that
    reach it before those that were typed ahead of them wait for these; keys that reach it after it was left are for others."""

    virtual_size = Reactive(Size(0, 0), layout=False)

    held: list[Key] | None

    def __init__(self, text: str) -> None:
        super().__init__(text, select_on_focus=False)
        self.held = []

    async def _on_key(self, event: Key) -> None:
        if self.held is not None:  # else Textual goes on to the line of its own
            self.held.append(event)
            event.stop()
            event.prevent_default()

    async def action_submit(self) -> None:
        """`enter`: what comes after it is not meant for this line."""
        await super().action_submit()
        self.held = []

    async def take(self, event: Key) -> bool:
        """Do with a key what Textual would do with it here; whether there was anything to do."""
        if event.is_printable:
            await super()._on_key(event)
            return True
        bound = self._bindings.key_to_bindings.get(event.key, ())
        for binding in bound:
            await self.run_action(binding.action)
        return bool(bound)
