"""The dossier: everything that the day in view, or the whole inbox, says of one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from triage.session.dossier import Dossier
from triage.tui.blocks import Block, ToStories
from triage.tui.charts import curve
from triage.tui.dossier_page import Setting, dossier_block, main_role
from triage.tui.screens.sheet import SheetScreen
from triage.tui.words import clean, clock, count, cut

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from triage.session.beats import Axis
    from triage.tui.blocks import Lead
    from triage.tui.widgets.line_view import Piece

NARROWEST, WIDEST = 24, 6
"""Cells of a curve at least, where its steps may be as wide as the second; that of a day has a cell an hour."""


class DossierScreen(SheetScreen[Dossier]):
    """One entity: roles, quotes, deeds, stories, company. Every line leads to its story, or to another dossier."""

    HEADS = 3

    def telling(self) -> Generator[Dossier]:
        """The dossier, ever fuller."""
        assert self.paper.entity is not None
        return self.session.dossier(self.paper.entity, self.paper.day)

    def replaces(self, content: Dossier) -> bool:
        """What is whole is not taken away for a new beginning."""
        return content.whole or self.paper.content is None or not self.paper.content.whole

    def lead_to_stories(self) -> Lead | None:
        """The stories that name the entity."""
        entity = self.paper.entity
        assert entity is not None
        text = self.session.query_about(entity)
        return ToStories(self.session.on_day(text, self.paper.day), entity.name)

    def heads(self, width: int) -> Sequence[tuple[Sequence[Piece], Sequence[Piece]]]:
        """Name and role; mentions over time; the hours."""
        inks, dossier, entity = self.inks, self.paper.content, self.paper.entity
        assert entity is not None
        when = self.day_words(width)
        right: list[Piece] = [(f"{when} ", inks.dim)]
        name = cut(clean(entity.name), max(8, width - len(when) - 4))
        left: list[Piece] = [(f" {name}", inks.kind(entity.kind) + inks.strong)]
        if dossier is None or not dossier.stories:
            return [(left, right), ([], [self.awaited(dossier.waiting)] if dossier else []), ([], [])]
        room = width - cell_len(name) - len(when) - 6
        role = main_role(dossier)
        left.append((f"  {cut(role, room)}" if room > 8 else "", inks.dim))
        numbers = f"{count(dossier.stories, 'story')} · {count(sum(dossier.mentions), 'mention')}"
        reading: Piece = (
            ("", inks.dim) if dossier.whole else (f"reading {dossier.read:,}/{dossier.total:,}   ", inks.accent)
        )
        cells = _cells(dossier.axis)
        told: list[Piece] = [(f" {curve(dossier.mentions, cells)}", inks.kind(entity.kind)), (_peak(dossier), inks.dim)]
        if sum(cell_len(text) for text, _ in (*told, reading)) + len(numbers) + 2 > width:
            del told[1:]  # the numbers stand for all of it
        if cell_len(told[0][0]) + cell_len(reading[0]) + len(numbers) + 2 > width:
            numbers = count(dossier.stories, "story")
        elsewhere = f"{count(dossier.elsewhere, 'story')} on other days (0) " if dossier.elsewhere else ""
        if len(elsewhere) + NARROWEST > width:
            elsewhere = f"+{dossier.elsewhere:,} (0) "
        return [
            (left, right),
            (told, [reading, (f"{numbers} ", inks.plain)]),
            ([(f" {_scale(dossier.axis, cells)}", inks.dim)], [self.awaited(dossier.waiting), (elsewhere, inks.dim)]),
        ]

    def block(self, width: int, height: int) -> Block:
        """The parts of the dossier."""
        del height
        dossier = self.paper.content
        if dossier is None:
            return Block()
        return dossier_block(dossier, width, Setting(self.inks, self._clock))

    def _clock(self, when: float) -> str:
        days = self.session.days
        return clock(when, self.session.zone, self.paper.day or self.paper.newest or days.day_of(when))


def _peak(dossier: Dossier) -> str:
    """When it was mentioned most."""
    most = max(dossier.mentions, default=0)
    if not most:
        return ""
    label = dossier.axis.labels[dossier.mentions.index(most)]
    return f"  {most:,} at {label} h" if dossier.axis.step == "hour" else f"  {most:,} on {label}"


def _cells(axis: Axis) -> int:
    """Cells for one step of a curve: where there are few steps, they are wide."""
    return min(WIDEST, max(1, NARROWEST // len(axis)))


def _scale(axis: Axis, cells: int) -> str:
    """Labels under a curve, as many as there is room for."""
    line = ""
    for number, label in enumerate(axis.labels):
        if number * cells % 6 == 0 and len(line) <= number * cells:
            line = f"{line.ljust(number * cells)}{label} "
    return line.rstrip()
