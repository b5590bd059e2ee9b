"""The lines above and below: where the session stands, which keys make sense, and what has just happened."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from triage.model.identity import is_story
from triage.session import Shift
from triage.tui.bars import ORDERS, Position, Standing, footer, header, idle, reading
from triage.tui.keys import press
from triage.tui.screens.parts import DeskParts
from triage.tui.words import clean, day

if TYPE_CHECKING:
    from textual.timer import Timer

COUNT_AFTER = 0.1
"""Seconds after a decision in which others are counted with it."""

MESSAGE_STAYS = 4.0
"""Seconds that a message stands in the footer's place."""


class Telling(DeskParts):
    """Keeps the header and the footer true."""

    _shift = Shift(0, 0)
    _quiet: Timer | None = None
    _counting: Timer | None = None
    _unsaid = ""

    def count_decided(self) -> None:
        """Count the decided stories anew, once the keys rest, and say so in the header."""
        if self._counting is None:
            self._counting = self.set_timer(COUNT_AFTER, self._count)

    def _count(self) -> None:
        self._counting = None
        self._shift = self.guarded(lambda: self.session.shift(self.listing.day)) or self._shift
        self.draw_header()

    def draw_header(self) -> None:
        """Say where the session stands."""
        if self.has_class("reading") and not self.has_class("wide"):
            self._draw_position()
            return
        listing = self.listing
        standing = Standing(
            name=self.session.locations.inbox.name or "/",
            day=day(listing.day) if listing.day else "",
            listed=len(listing.ids),
            shift=self._shift,
            query=listing.asked,
            view=self.view_name(),
            elsewhere=listing.elsewhere,
            order=ORDERS[listing.order],
            arrivals=self.arrivals,
            put_off=listing.put_off,
            missing=listing.missing,
            progress=self.progress,
            selected=len(self.selection.stories) if self.selection else 0,
            unlisted=self.unlisted(self.selection.stories) if self.selection else 0,
        )
        self.header_bar.say(*header(standing, self.inks, self.app.size.width))

    def _draw_position(self) -> None:
        """In its place while reading: which of the undecided this one is, and whose story it is."""
        line = self.stories.cursor
        left = self.session.undecided(self.listing.ids) if self.opened else []
        at = bisect_left(left, line)
        here = at + 1 if at < len(left) and left[at] == line else None
        row = self.stories.row(line)
        position = Position(len(left), here, row.entry if row else None, self.arrivals, self.progress)
        self.header_bar.say(*reading(position, self.inks))

    def draw_footer(self) -> None:
        """Say what is proposed, if anything is; else which keys make sense here, unless a message still stands there."""
        if self.pending:
            room = self.app.size.width
            words, keys = self.scope_words(self.pending, room)
            ink = self.inks.strong + press("enter")
            self.footer_bar.say([(f" {words}", self.inks.accent)], [(keys, ink), (" ", self.inks.plain)])
        elif self._quiet is None:
            row = self.stories.row(self.stories.cursor)
            suggested = row.suggested if row else ()
            width = self.app.size.width
            killed = row is not None and row.entry.kind == "kill" and not row.state.decided
            urged = "spike" if killed else ""
            readable = row is None or is_story(row.entry.id)
            facts = self.facts.fact is not None or self.facts.folded > 0
            quiet = idle(story=bool(self.listing.ids), readable=readable, fact=facts)
            left = footer(self.session.settings, self.where(), suggested, self.inks, width, urged, quiet)
            click = press("question_mark")
            self.footer_bar.say(left, [("?", self.inks.strong + click), (" help ", self.inks.dim + click)])

    def say(self, words: str, *, alarm: bool = False) -> None:
        """A message in the footer's place, for a moment; while an answer is waited for, its question stays there."""
        if self.pending:
            self._unsaid = words if alarm else self._unsaid
            return
        self.footer_bar.say([(f" {clean(words)}", self.inks.alarm if alarm else self.inks.accent)])
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(MESSAGE_STAYS, self._be_quiet)

    def unsay(self) -> bool:
        """Take the message away that stands in the footer's place; whether one did."""
        if self._quiet is None:
            return False
        self._quiet.stop()
        self._be_quiet()
        return True

    def say_unsaid(self) -> None:
        """Say the alarm that came while an answer was waited for, if one did."""
        if self._unsaid:
            self.say(self._unsaid, alarm=True)
            self._unsaid = ""

    def _be_quiet(self) -> None:
        self._quiet = None
        self.draw_footer()
