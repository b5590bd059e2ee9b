"""What the screen should show and what the terminal shows: only where they differ is anything sent.

A paint that is overtaken before it is sent costs nothing: it is the newest state that goes out, the newest changes first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import split_graphemes

from triage.tui.terminal.look import PLAIN, Look, change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual.strip import Strip

    from triage.tui.terminal.look import Looks
    from triage.tui.terminal.symbols import Symbols

BRIDGE = 4
"""Unchanged cells that are sent again rather than jumped over: a jump costs as much."""

ERASE = 8
"""Blank cells from which on it is shorter to erase than to send them."""

_UNKNOWN = "\0"
"""A cell of which nobody knows what the terminal shows."""

_MOST_SPANS = 400

_SURE = re.compile("[\0-\u02ff\u0370-\u0482\u2010-\u25ff]*").fullmatch

Span = tuple[int, int, int]
"""A row, and columns from the first to before the second."""


class Canvas:
    """`width` by `height` cells. A cell of two columns is followed by one with no text."""

    def __init__(self, width: int, height: int, looks: Looks, symbols: Symbols, *, erases: bool) -> None:
        self.width, self.height = width, height
        self._looks = looks
        self._symbols = symbols
        self._erases = erases
        self._texts = [[" "] * width for _ in range(height)]
        self._inks: list[list[Style | None]] = [[None] * width for _ in range(height)]
        self._pending: dict[Span, int] = {}
        self._turn = 0
        self._look: Look | None = None
        self._shown_texts: list[list[str]] = []
        self._shown_looks: list[list[Look]] = []
        self.forget()

    def forget(self) -> None:
        """Nobody knows any more what the terminal shows: all of it is to be sent."""
        self._shown_texts = [[_UNKNOWN] * self.width for _ in range(self.height)]
        self._shown_looks = [[PLAIN] * self.width for _ in range(self.height)]
        self._look = None
        self._pending = {(y, 0, self.width): self._turn for y in range(self.height)}

    def relook(self, looks: Looks) -> None:
        """From now on styles look like this: what looks different is to be sent."""
        self._looks = looks
        self._pending = {(y, 0, self.width): self._turn for y in range(self.height)}

    # What it should show

    def begin(self) -> None:
        """A new paint begins: what it changes goes out before what earlier ones did."""
        self._turn += 1
        if len(self._pending) > _MOST_SPANS:
            turns: dict[int, int] = {}
            for (y, _, _), turn in self._pending.items():
                turns[y] = max(turns.get(y, 0), turn)
            self._pending = {(y, 0, self.width): turn for y, turn in turns.items()}

    def put(self, y: int, x: int, strip: Strip) -> None:
        """Show the strip from that cell on; what does not fit is cut off."""
        if not (0 <= y < self.height and 0 <= x < self.width):
            return
        start, texts, inks = x, self._texts[y], self._inks[y]
        for text, style, control in strip:
            if control or x >= self.width:
                continue
            cells = list(text) if text.isascii() else self._cells(text)
            cells = cells[: self.width - x]
            texts[x : x + len(cells)] = cells
            inks[x : x + len(cells)] = [style] * len(cells)
            x += len(cells)
        if x > start:
            self._pending[y, start, x] = self._turn

    def _cells(self, text: str) -> list[str]:
        """The text cell by cell, in characters that the terminal can show."""
        cells: list[str] = []
        spans, _ = split_graphemes(text)
        for start, end, size in spans:
            if size == 0:
                continue  # nothing that it could stand on
            shown = self._symbols.shown(text[start:end], size)
            cells += [shown, ""] if size == 2 and not shown.isascii() else list(shown) if size == 2 else [shown]
        return cells

    # What is sent

    @property
    def behind(self) -> bool:
        """Whether the terminal may not show everything yet."""
        return bool(self._pending)

    def changes(self, most: int) -> str:
        """What brings the terminal nearer to what it should show: the newest changes first, about `most` characters, at
        least a row. "" when it shows everything."""
        sent: list[str] = []
        left = most
        for span in sorted(self._pending, key=lambda one: (-self._pending[one], one)):
            if left <= 0:
                break
            del self._pending[span]
            piece = "".join(self._row(*span))
            if piece:
                sent.append(piece)
                left -= len(piece)
        return "".join(sent)

    def _row(self, y: int, start: int, end: int) -> Iterator[str]:
        """The sequences for what differs in a part of a row."""
        texts, looks = self._texts[y], self._looks_of(self._inks[y][start:end])
        shown, shown_looks = self._shown_texts[y], self._shown_looks[y]
        while start > 0 and not texts[start]:  # never begin in the middle of a character
            start -= 1
            looks.insert(0, self._looks.of(self._inks[y][start]))
        end = min(end, self.width)
        if shown[start] is _UNKNOWN and end == self.width:  # a whole row, as in a first paint: no need to compare
            runs = [(start, end - 1)]
        else:
            runs = list(
                _runs(
                    [at for at in range(start, end) if texts[at] != shown[at] or looks[at - start] != shown_looks[at]]
                )
            )
        for first, last in runs:
            while first > start and not texts[first]:
                first -= 1
            last = last + 1
            while last < end and not texts[last]:
                last += 1
            yield f"\x1b[{y + 1};{first + 1}H"
            yield from self._run(y, first, last, looks[first - start : last - start])
        shown[start:end] = texts[start:end]
        shown_looks[start:end] = looks

    def _looks_of(self, inks: list[Style | None]) -> list[Look]:
        """The looks of cells; neighbours mostly have one style."""
        looks: list[Look] = []
        last, look = None, self._looks.of(None)
        for style in inks:
            if style is not last:
                last, look = style, self._looks.of(style)
            looks.append(look)
        return looks

    def _run(self, y: int, first: int, last: int, looks: list[Look]) -> Iterator[str]:
        """Cells from `first` to before `last`, the cursor being there."""
        texts, at = self._texts[y], first
        while at < last:
            look = looks[at - first]
            stop = at + 1
            while stop < last and (looks[stop - first] is look or looks[stop - first] == look):
                stop += 1
            text = "".join(texts[at:stop])
            yield change(self._look, look)
            self._look = look
            yield from self._shown(y, at, stop, text, look, to_edge=stop == self.width)
            at = stop

    def _shown(self, y: int, at: int, stop: int, text: str, look: Look, *, to_edge: bool) -> Iterator[str]:
        """Text in one look; where a terminal may take another width for a character, the cursor is put right after it."""
        blank = len(text) - len(text.rstrip(" "))
        can_erase = (
            look.ground == "" and not look.marks & {"4", "7", "9"}
            if not self._erases
            else not look.marks & {"4", "7", "9"}
        )
        erased = blank if to_edge and blank >= ERASE and can_erase else 0
        kept = text[: len(text) - erased]
        if kept.isascii() or _sure(kept):
            yield kept
        else:
            for cell in range(at, stop - erased):
                character = self._texts[y][cell]
                width = 2 if cell + 1 < stop and not self._texts[y][cell + 1] else 1
                if width == 2 and len(character) > 1:  # what it leaves of its columns would show what was there before
                    yield f"  \x1b[{y + 1};{cell + 1}H"
                yield character
                if not _sure(character):
                    yield f"\x1b[{y + 1};{cell + width + 1}H"
        if erased:
            yield "\x1b[K"


def _runs(differs: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that stand together, or nearly so."""
    if not differs:
        return
    first = last = differs[0]
    for at in differs[1:]:
        if at - last > BRIDGE:
            yield first, last
            first = at
        last = at
    yield first, last


def _sure(text: str) -> bool:
    """Whether every terminal takes one column for each character: Latin, Greek and Cyrillic letters, punctuation, and what boxes
    and bars are drawn with."""
    return _SURE(text) is not None
