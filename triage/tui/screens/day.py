"""The day at a glance: the pile and the shift, hours and tags, names, running stories."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.cells import cell_len

from triage.session.glance import Glance
from triage.tui.bars import EMPTY, FULL
from triage.tui.blocks import Block, ToStories
from triage.tui.charts import curve
from triage.tui.day_page import ROOMY, Setting, day_block
from triage.tui.screens.sheet import SheetScreen
from triage.tui.words import clean, count

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from triage.session.glance import Pace
    from triage.tui.blocks import Lead
    from triage.tui.widgets.line_view import Piece

GAUGE = 20
"""Cells of the gauge of the shift."""


class DayScreen(SheetScreen[Glance]):
    """The day in view, or every day. Hours lead to their stories, names to dossiers, running stories to their versions."""

    def telling(self) -> Generator[Glance]:
        """The glance, ever fuller."""
        return self.session.glance(self.paper.day)

    def replaces(self, content: Glance) -> bool:
        """What has names is not taken away for what has none yet."""
        return content.names is not None or self.paper.content is None or self.paper.content.names is None

    def lead_to_stories(self) -> Lead | None:
        """The list of the day."""
        return ToStories(f"day:{self.paper.day}" if self.paper.day else "sort:time", "")

    def heads(self, width: int) -> Sequence[tuple[Sequence[Piece], Sequence[Piece]]]:
        """The day; how far the shift is and at which pace."""
        inks, glance = self.inks, self.paper.content
        when = self.day_words(width)
        name = clean(self.session.locations.inbox.name or "/")
        title: list[Piece] = [(f" {name}", inks.accent), (f" · {when}", inks.strong)]
        if glance is None or not glance.shift.stories:
            return [(title, []), ([], [])]
        shift = glance.shift
        share = shift.decided / shift.stories
        gauge = GAUGE if width >= ROOMY else GAUGE // 2
        full = int(share * gauge)
        drawn: Piece = (f" {FULL * full}{EMPTY * (gauge - full)}", inks.dim)
        told: list[Piece] = [
            (f" {shift.decided:,} of {shift.stories:,} decided", inks.plain),
            (f" {int(share * 100)} %", inks.dim),
        ]
        pace = self._pace(glance, width)
        room = width - sum(cell_len(text) for text, _ in (*told, *pace))
        return [
            (title, [self.awaited(glance.waiting), (f"{count(shift.stories, 'story')} ", inks.dim)]),
            ([drawn, *told] if room > cell_len(drawn[0]) else told, pace if room > 0 else []),
        ]

    def block(self, width: int, height: int) -> Block:
        """Hours, tags, names, running stories."""
        glance = self.paper.content
        if glance is None:
            return Block()
        return day_block(glance, Setting(self.inks, self.session.settings, self.session.zone, width, height))

    def _pace(self, glance: Glance, width: int) -> list[Piece]:
        """The last hours' decisions, and when the pile will be through."""
        pace, inks = glance.pace, self.inks
        if pace is None:
            return []
        if glance.shift.decided == glance.shift.stories:
            return [("all decided ", inks.accent)]
        if not glance.shift.decided:
            return [("nothing decided yet ", inks.dim)]
        curved: list[Piece] = [(f"{curve(pace.hours)} ", inks.accent)] if width >= ROOMY and any(pace.hours) else []
        if pace.through is None:
            return [*curved, ("none in the last hour ", inks.dim)]
        return [
            *curved,
            (f"{pace.last_hour:,} in the last hour · ", inks.dim),
            (f"done at {self._when(pace)} ", inks.plain),
        ]

    def _when(self, pace: Pace) -> str:
        """The time at which the pile will be through, with its day if that is another."""
        assert pace.through is not None
        at = dt.datetime.fromtimestamp(pace.through, self.session.zone)
        days = (at.date() - dt.datetime.now(self.session.zone).date()).days
        if days == 0:
            return f"{at:%H:%M}"
        return f"{at:%a %H:%M}" if days < 7 else f"{at.day} {at:%b %Y}"
