"""Back to where one was: the place before the last jump, and there again."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from collections.abc import Callable

    from triage.tui.screens.viewing import Stop

Desk = TypeVar("Desk", bound=DeskParts)
Given = ParamSpec("Given")
Result = TypeVar("Result")


def jump(action: Callable[Concatenate[Desk, Given], Result]) -> Callable[Concatenate[Desk, Given], Result]:
    """An action that takes the person somewhere else than a step away."""

    @wraps(action)
    def noted(desk: Desk, /, *given: Given.args, **named: Given.kwargs) -> Result:
        before, landed = desk.stop_here(), desk.landed
        result = action(desk, *given, **named)
        if desk.stop_here() != before:
            desk.jumped(before, landed)
        return result

    return noted


class Returning(DeskParts):
    """Remembers where the last jump began. Jumps without a step of one's own between them are one: what several undos in a
    row have left is one key away."""

    _jumped_from: Stop | None = None

    def jumped(self, before: Stop, landed: Stop | None) -> None:
        """A jump has been made from `before`; the one before that had `landed` there or elsewhere."""
        if before != landed or self._jumped_from is None:
            self._jumped_from = before
        self.landed = self.stop_here()

    def action_return(self) -> None:
        """To where the last jump began; from there, to where it ended."""
        there = self._jumped_from
        if there is None:
            self.say("you have not been anywhere else yet")
            return
        self._jumped_from, self.landed = self.stop_here(), None
        self.return_to(there)
