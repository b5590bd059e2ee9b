"""Colours and glyphs: what each means, the same on every screen.

A family of facts has one hue, in the text and in the pane; everything else is the page's ink, dimmed or bold. Nothing is
told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.style import Style

from triage.model.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage.model.fact import FactKind

MARKER = "▌"
TAGGED_NOT = "·"
SELECTED = "*"
"""A story that is picked, as mutt marks it: a sign that every terminal has."""
NEWS = "↻"
"""A new version of a story that had been decided or tagged."""
MUTED = "⊘"
VERSIONS = "▾"
DOUBT = "?"
REJECTED = "✗"
CORRECTED = "✎"
GLYPHS: Mapping[State, str] = {State.NEW: " ", State.READ: "·", State.LATER: "»", State.DONE: "✓", State.SPIKED: "✗"}

HUES: Mapping[str, str] = {
    "person": "who", "organization": "who", "place": "where", "nationality": "where", "weapon": "weapon",
    "money": "much", "quantity": "much", "date": "when", "quote": "said",
}  # fmt: skip
"""The family of each kind of fact that has a hue, by the kind's name."""


NAMED: Mapping[str, str] = {
    "green": "where", "cyan": "said", "magenta": "when", "blue": "who", "yellow": "much", "red": "alarm",
}  # fmt: skip
"""The terminal's colours that settings may name, as the palette's hues: readable on its page, whichever that is."""


class Palette(NamedTuple):
    """The colours of one theme, as `#rrggbb`; `row` is the ground of the row under the cursor."""

    page: str
    ink: str
    dim: str
    past: str
    faint: str
    rule: str
    row: str
    accent: str
    alarm: str
    who: str
    where: str
    weapon: str
    much: str
    when: str
    said: str


DARK = Palette(
    page="#15171c", ink="#d3d7de", dim="#868d99", past="#656c78", faint="#4b515c", rule="#30353e", row="#2a303b", accent="#e3b45f",
    alarm="#ec7f73", who="#8db8e8", where="#9bcb8c", weapon="#ec9a7c", much="#d9c06c", when="#c3a2e0", said="#7cc7c2",
)  # fmt: skip
LIGHT = Palette(
    page="#faf9f6", ink="#24272d", dim="#666c77", past="#8d929b", faint="#b4b8bf", rule="#d5d5d0", row="#e3e8f0", accent="#a8620a",
    alarm="#b3261e", who="#1f5fa8", where="#2f7a35", weapon="#b04a21", much="#7d6200", when="#7341a3", said="#0f7671",
)  # fmt: skip

TERMINAL = Palette(
    page="default", ink="default", dim="default", past="default", faint="default", rule="default", row="default", accent="yellow",
    alarm="red", who="blue", where="green", weapon="red", much="yellow", when="magenta", said="cyan",
)  # fmt: skip
"""The terminal's own sixteen colours, whatever they are there: its own ink, dimmed, where the others have greys."""
PALETTES: Mapping[str, Palette] = {"dark": DARK, "light": LIGHT, "terminal": TERMINAL}


class Inks:
    """The styles that lines are drawn with, made once for a theme; without colour, weight and reversal alone tell."""

    def __init__(self, palette: Palette, *, colour: bool = True) -> None:
        self.palette = palette
        self._ground = Style(color=palette.ink, bgcolor=palette.page) if colour else Style()
        self._colour = colour
        self.plain = self._ground
        self.dim = self._ink(palette.dim, dim=True)
        self.past = self._ink(palette.past, dim=True)
        self.faint = self._ink(palette.faint, dim=True)
        self.strong = self._ground + Style(bold=True)
        self.accent = self._ink(palette.accent, bold=True)
        self.alarm = self._ink(palette.alarm, bold=True)
        self.struck = self.past + Style(strike=True)
        self.rule = self._ink(palette.rule, dim=True)
        own = palette.page == "default"
        # Of one colour where it is reversed: each piece in its own, blanks among them, would be a row of coloured blocks.
        whole = Style(color="default", bgcolor="default") if colour else Style()
        self.row = Style(bgcolor=palette.row) if colour and not own else whole + Style(reverse=True, dim=False)
        self.here = Style(color=palette.page, bgcolor=palette.accent) if colour and not own else Style(reverse=True)
        self._hues = {kind: self._ink(getattr(palette, family)) for kind, family in HUES.items()}
        self._in_text = Style() if colour else Style(underline=True)

    def kind(self, kind: FactKind) -> Style:
        """The hue of a kind of fact."""
        return self._hues.get(kind, self.plain)

    def mention(self, kind: FactKind) -> Style:
        """The same within a text, where it must be told from what is around it."""
        return self.kind(kind) + self._in_text

    def tag(self, colour: str) -> Style:
        """A tag's own colour, as the settings name it, bold."""
        if not self._colour:
            return self.strong
        name = colour.removeprefix("ansi_")
        own = self.palette.page == "default"
        ink = Color.parse(name) if own or name not in NAMED else getattr(self.palette, NAMED[name])
        return self._ground + Style(color=ink, bold=True)

    def _ink(self, colour: str, *, bold: bool = False, dim: bool = False) -> Style:
        """An ink on the page; where there is no colour for it, it is dimmed at the most."""
        if self._colour and colour == "default":
            return self._ground + Style(bold=bold or None, dim=dim or None)
        if self._colour:
            return self._ground + Style(color=colour, bold=bold or None)
        return Style(bold=bold or None, dim=dim or None)
