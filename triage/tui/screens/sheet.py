"""What a dossier and the day at a glance have in common: a sheet that fills while it is read, days, ways on and back."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.cells import cell_len
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from triage.errors import TriageError
from triage.model.action import ACTIONS, Where
from triage.tui.keys import key_name, press
from triage.tui.screens.sheet_moves import SheetMoves
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.sheet import Sheet
from triage.tui.words import clean, count, cut, day, short_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Generator, Sequence

    from textual.app import ComposeResult

    from triage.model.entity import Entity
    from triage.session import Session
    from triage.session.dossier import Dossier
    from triage.session.glance import Glance
    from triage.tui.blocks import Block, Lead
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

SHORT = 60
"""Cells below which a day is said in short."""

ALWAYS = ("sheet_back", "sheet_help")
"""Actions that the line below names in a window of any width."""

SHOWN_EVERY = 0.3
"""Seconds between two states of a sheet that fills: each of them is sent over the line."""

Content = TypeVar("Content", "Dossier", "Glance")


@dataclass(frozen=True, slots=True)
class Paper(Generic[Content]):
    """What a sheet is about and where one is on it: enough to lay it before the person again."""

    entity: Entity | None
    day: dt.date | None
    newest: dt.date | None
    """The day that one comes back to from every day."""
    content: Content | None = None
    lead: Lead | None = None


class SheetScreen(SheetMoves, Screen[None], Generic[Content]):
    """A sheet with some lines above, and two below: where the cursor leads, and the keys."""

    BLANK = True
    HEADS = 2

    class Filled(Message):
        """There is more to show than before; `number` tells which asking it answers."""

        def __init__(self, content: Dossier | Glance, number: int) -> None:
            super().__init__()
            self.content = content
            self.number = number

    class Failed(Message):
        """What is to be shown cannot be read."""

        def __init__(self, error: TriageError) -> None:
            super().__init__()
            self.error = error

    DEFAULT_CSS = """
    SheetScreen { background: $background; }
    SheetScreen > Bar { height: 1; }
    SheetScreen > #sheet { height: 1fr; }
    """

    def __init__(self, session: Session, inks: Inks, paper: Paper[Content], follow: Callable[[Lead], None]) -> None:
        super().__init__()
        self.session = session
        self.inks = inks
        self.paper: Paper[Content] = paper
        self._follow = follow
        self._asked = 0

    # What a sheet has of its own

    def telling(self) -> Generator[Content]:
        """What is to be shown, ever fuller; told in a thread of its own."""
        raise NotImplementedError

    def heads(self, width: int) -> Sequence[tuple[Sequence[Piece], Sequence[Piece]]]:
        """The lines above, each with its left and its right."""
        raise NotImplementedError

    def block(self, width: int, height: int) -> Block:
        """The sheet itself."""
        raise NotImplementedError

    def replaces(self, content: Content) -> bool:
        """Whether that is to be shown instead of what is."""
        raise NotImplementedError

    def lead_to_stories(self) -> Lead | None:
        """Where the list of all stories that it is about is."""
        raise NotImplementedError

    # Showing

    def compose(self) -> ComposeResult:
        """Lines above, the sheet, lines below."""
        for number in range(self.HEADS):
            yield Bar(self.inks, id=f"sheet-head-{number}")
        yield Sheet(self.inks, id="sheet")
        for name in ("about", "keys"):
            yield Bar(self.inks, id=f"sheet-{name}")

    def on_mount(self) -> None:
        """Show what there is at once, and have more told."""
        self.sheet = self.query_one(Sheet)
        self.sheet.focus()
        self._ask()

    def on_resize(self) -> None:
        """Sheets are set for the width and the height."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show what has been told so far."""
        width = self.app.size.width
        for number, (left, right) in enumerate(self.heads(width)):
            self.query_one(f"#sheet-head-{number}", Bar).say(left, right)
        if self.sheet.size.width:
            self.sheet.show(self.block(self.sheet.size.width, self.sheet.size.height), self.paper.lead)
        self.query_one("#sheet-keys", Bar).say(*self._keys(width))

    def on_sheet_screen_filled(self, message: Filled) -> None:
        """More has been told."""
        message.stop()
        content: Content = message.content  # type: ignore[assignment]  # each screen posts its own
        if message.number == self._asked and self.replaces(content):
            self.paper = replace(self.paper, content=content)
            self.draw()

    def day_words(self, width: int) -> str:
        """What the sheet is about in time, shorter where there is little room."""
        if self.paper.day is None:
            return "every day"
        return day(self.paper.day) if width >= SHORT else short_day(self.paper.day)

    def awaited(self, stories: int) -> Piece:
        """That the facts of so many stories are not in it yet."""
        return (f"facts of {count(stories, 'story')} to come   " if stories else "", self.inks.accent)

    def on_sheet_screen_failed(self, message: Failed) -> None:
        """Say what is wrong, in the line that says where the cursor leads."""
        message.stop()
        self.say(str(message.error), alarm=True)

    def on_sheet_pointed(self, message: Sheet.Pointed) -> None:
        """Say where the cursor leads."""
        message.stop()
        spot = message.spot
        if spot:
            self.paper = replace(self.paper, lead=spot.lead)
        room = self.app.size.width - 9
        words: list[Piece] = (
            [("  enter ", self.inks.strong), (cut(clean(spot.about), room), self.inks.dim)] if spot else []
        )
        self.query_one("#sheet-about", Bar).say(words)

    def on_sheet_followed(self, message: Sheet.Followed) -> None:
        """Go where it leads."""
        message.stop()
        if self.is_current:  # a second press of the key finds it gone
            self._follow(message.lead)

    def say(self, words: str, *, alarm: bool = False) -> None:
        """A message, until the cursor moves."""
        ink = self.inks.alarm if alarm else self.inks.accent
        self.query_one("#sheet-about", Bar).say([(f"  {clean(words)}", ink)])

    def _ask(self) -> None:
        """Have it told from its beginning; what was asked before is no longer heard."""
        self._asked += 1
        number = self._asked
        try:
            telling = self.telling()
        except TriageError as error:
            self.say(str(error), alarm=True)
            return
        self.run_worker(lambda: self._hear(telling, number), thread=True, exclusive=True, exit_on_error=False)

    def _hear(self, telling: Generator[Content], number: int) -> None:
        """In a thread: hand on what is told."""
        worker = get_current_worker()
        shown = 0.0
        held: Content | None = None
        try:
            with closing(telling):  # here, as its index belongs to this thread
                for content in telling:
                    if worker.is_cancelled:
                        return
                    held = content
                    if time.monotonic() - shown > SHOWN_EVERY:
                        self.post_message(self.Filled(content, number))
                        shown, held = time.monotonic(), None
            if held:
                self.post_message(self.Filled(held, number))
        except TriageError as error:
            self.post_message(self.Failed(error))

    def _keys(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """The sheet's keys with the table's words for them, as many as there is room for; how one gets out and where every
        key is said stand on the right, always."""
        keymap = self.session.settings.keymap
        left: list[Piece] = []
        right: list[Piece] = []
        named = [one for one in ACTIONS if one.where is Where.SHEET and one.footer]
        for action in sorted(named, key=lambda one: one.id not in ALWAYS):
            if keys := keymap.get(action.id, action.keys):
                click = press(keys[0])
                pieces: list[Piece] = [
                    (f" {key_name(keys[0])}", self.inks.strong + click),
                    (f" {action.footer} ", self.inks.dim + click),
                ]
                if action.id in ALWAYS:
                    right += pieces
                elif sum(cell_len(text) for text, _ in (*left, *right, *pieces)) > width:
                    break
                else:
                    left += pieces
        return left, right

    # Its keys

    def action_sheet_stories(self) -> None:
        """List the stories that it is about."""
        lead = self.lead_to_stories()
        if lead:
            self._follow(lead)

    def action_sheet_every_day(self) -> None:
        """The same of every day, or only of the day."""
        self._turn_to(None if self.paper.day else self.paper.newest)

    def action_sheet_day_before(self) -> None:
        """The same of the day before."""
        self._step_day(-1)

    def action_sheet_day_after(self) -> None:
        """The same of the day after."""
        self._step_day(1)

    def action_sheet_refresh(self) -> None:
        """Look again: facts and decisions have come meanwhile."""
        self._ask()

    def action_sheet_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def action_sheet_help(self) -> None:
        """Every key."""
        from triage.tui.screens.help import HelpScreen  # late: seldom needed

        self.app.push_screen(HelpScreen(self.session.settings, {}, self.inks, Where.SHEET))

    def _step_day(self, by: int) -> None:
        day = self.paper.day
        there = self.session.days.beside(day, by) if day else self.paper.newest
        if there is None:
            self.say("no story is older" if by < 0 else "no story is newer")
        else:
            self._turn_to(there)

    def _turn_to(self, day: dt.date | None) -> None:
        self.paper = replace(self.paper, day=day, newest=day or self.paper.newest, content=None, lead=None)
        self.draw()
        self._ask()
