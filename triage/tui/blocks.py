"""Blocks of lines, put below and beside each other into a sheet, with the places on it that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from triage.model.entity import Entity
    from triage.model.entry import Entry
    from triage.model.fact import Fact
    from triage.tui.widgets.line_view import Piece

Line = tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class ToStory:
    """To a story, at the place where it states the fact."""

    entry: Entry
    fact: Fact


@dataclass(frozen=True, slots=True)
class ToEntity:
    """To an entity's dossier."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class ToStories:
    """To the list of the stories that a query finds."""

    query: str
    name: str


@dataclass(frozen=True, slots=True)
class ToVersions:
    """To a story's versions."""

    entry: Entry


Lead = ToStory | ToEntity | ToStories | ToVersions


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a sheet that leads somewhere: its cells, where to, and that in words."""

    lead: Lead
    about: str
    top: int
    left: int
    height: int
    width: int

    @property
    def bottom(self) -> int:
        """The line below it."""
        return self.top + self.height

    @property
    def right(self) -> int:
        """The column behind it."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Block:
    """Lines and the spots on them."""

    lines: tuple[Line, ...] = ()
    spots: tuple[Spot, ...] = ()


def line(*pieces: Piece) -> Block:
    """A line that leads nowhere."""
    return Block((pieces,))


def leading(lead: Lead, about: str, lines: Sequence[Line], width: int) -> Block:
    """Lines that lead to one place, over that width."""
    return Block(tuple(lines), (Spot(lead, about, 0, 0, len(lines), width),))


def below(blocks: Iterable[Block]) -> Block:
    """The blocks, one below the other."""
    lines: list[Line] = []
    spots: list[Spot] = []
    for block in blocks:
        spots += [replace(spot, top=spot.top + len(lines)) for spot in block.spots]
        lines += block.lines
    return Block(tuple(lines), tuple(spots))


def beside(columns: Sequence[tuple[Block, int]], plain: Style) -> Block:
    """The blocks beside each other, each in so many cells; none may be wider."""
    height = max((len(block.lines) for block, _ in columns), default=0)
    lines: list[list[Piece]] = [[] for _ in range(height)]
    spots: list[Spot] = []
    left = 0
    for block, width in columns:
        for number, pieces in enumerate(lines):
            own = block.lines[number] if number < len(block.lines) else ()
            pieces += own
            pieces.append((" " * max(0, width - sum(cell_len(text) for text, _ in own)), plain))
        spots += [replace(spot, left=spot.left + left) for spot in block.spots]
        left += width
    return Block(tuple(tuple(pieces) for pieces in lines), tuple(spots))
