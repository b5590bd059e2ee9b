"""Which panes are seen, and where the lines between them stand: two passes, three widths, each left as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = ("reading", "facing")
"""Classes of the screen that say which panes are seen: those of the second pass; where there is room for one, the facts."""

NARROW, WIDE = 100, 160
"""Below the first, one pane at a time; from the second on, list, text and facts side by side."""


class Split(NamedTuple):
    """A line between two panes. `least` cells (lines, where one stands above the other) must be left to each of them."""

    name: str
    first: str
    second: str
    least: tuple[int, int]
    beside: bool = True

    @property
    def step(self) -> int:
        """Cells, or lines, that a key moves it."""
        return 4 if self.beside else 2


_SKIM = Split("skim", "list", "side", (44, 26))
_PREVIEW = Split("preview", "reader", "known", (5, 4), beside=False)
_READ = Split("read", "reader", "known", (36, 26))
_FACING = Split("facing", "reader", "known", (4, 5), beside=False)
_WIDE = Split("wide", "list", "side", (44, 70))
_WIDE_READ = Split("wide-read", "reader", "known", (36, 26))


class Shaping(DeskParts):
    """The splits are remembered as shares by their layouts' names; where none is, the style sheet's hold."""

    _splits: dict[str, float] | None = None
    _laid_out: dict[str, list[str | None]] | None = None

    def see(self, places: Iterable[str]) -> None:
        """Show the panes of these places, and no others."""
        wanted = frozenset(places)
        for place in PLACES:
            self.set_class(place in wanted, place)
        self._lay_out()
        self.call_after_refresh(self.draw_header)

    def places(self) -> frozenset[str]:
        """The places that are seen."""
        return frozenset(place for place in PLACES if self.has_class(place))

    def shape(self, width: int) -> None:
        """Another width may want another layout; whoever is among the facts stays there."""
        self.set_class(width < NARROW and (self.has_class("facing") or self.focused is self.facts), "facing")
        self.set_class(width < NARROW, "narrow")
        self.set_class(width >= WIDE, "wide")
        self._lay_out()

    def action_split_back(self) -> None:
        """The line between the panes to the left, or up."""
        self._move_split(-1)

    def action_split_on(self) -> None:
        """The line between the panes to the right, or down."""
        self._move_split(1)

    def _move_split(self, by: int) -> None:
        seen = self._seen()
        if not seen:
            self.say("one pane at a time at this width")
            return
        # With two lines to move, the one at the list is the list's.
        split = seen[0] if self.focused is self.stories else seen[-1]
        one, other = (self.query_one(f"#{pane}").outer_size for pane in (split.first, split.second))
        first, second = (one.width, other.width) if split.beside else (one.height, other.height)
        room = first + second
        wanted = min(max(first + by * split.step, split.least[0]), room - split.least[1])
        if wanted == first or room < sum(split.least):
            self.say("that is as far as it goes")
            return
        self._remembered()[split.name] = (wanted + 0.5) / room
        self._lay_out()
        self.session.keep_splits({split.name: (wanted + 0.5) / room})
        self.preview_soon()  # what is set for the text's width is set anew when the keys rest

    def _remembered(self) -> dict[str, float]:
        if self._splits is None:
            self._splits = self.session.splits()
        return self._splits

    def _seen(self) -> tuple[Split, ...]:
        """The lines that can be moved in what is seen now."""
        if self.has_class("narrow"):
            return (_FACING,) if self.has_class("facing") else ()
        if self.has_class("wide"):
            return (_WIDE, _WIDE_READ)
        return (_READ,) if self.has_class("reading") else (_SKIM, _PREVIEW)

    def _lay_out(self) -> None:
        """The remembered lines to their places; each pane is told its size once, so that nothing flickers."""
        wanted: dict[str, list[str | None]] = {pane: [None, None, None] for pane in ("list", "reader", "known")}
        for split in self._seen():
            share = self._remembered().get(split.name)
            if share is not None:
                wanted[split.first][0 if split.beside else 1] = f"{share * 100:.2f}%"
                if split.second in wanted:
                    wanted[split.second][2] = "100%"
        if wanted == self._laid_out:
            return  # to say so again would have the whole screen laid out anew
        self._laid_out = wanted
        for pane, (width, height, most) in wanted.items():
            styles = self.query_one(f"#{pane}").styles
            styles.width, styles.height, styles.max_width = width, height, most
