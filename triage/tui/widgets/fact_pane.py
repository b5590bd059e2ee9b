"""The facts of a story, grouped, one line each; with the focus, a cursor goes from fact to fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.message import Message

from triage.model.action import Where
from triage.tui.keys import bindings
from triage.tui.paint import MARKER, Inks
from triage.tui.widgets.line_view import LineView, Piece
from triage.tui.words import cut, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Click

    from triage.model.fact import Fact, Span
    from triage.model.story import StoryId
    from triage.model.verdict import Verdicts
    from triage.tui.fact_lines import FactLine


class FactPane(LineView):
    """Facts by group. `notice` stands in their place while there are none."""

    BINDINGS = bindings(Where.FACTS)

    class Pointed(Message):
        """The cursor is on this fact (None: on none any more)."""

        def __init__(self, fact: Fact | None) -> None:
            super().__init__()
            self.fact = fact

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(inks, id=id)
        self.story: StoryId | None = None
        self._notice = ""
        self._lines: list[FactLine] = []
        self._cursor = 0
        self._given: tuple[Sequence[Fact], Verdicts] = ((), {})
        self._folded: frozenset[str] = frozenset()

    @property
    def folded(self) -> int:
        """How many facts are folded under the cursor."""
        return self._lines[self._cursor].folded if self._cursor < len(self._lines) else 0

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self._lines[self._cursor].fact if self._cursor < len(self._lines) else None

    def show(self, story: StoryId | None, facts: Sequence[Fact], verdicts: Verdicts, notice: str = "") -> None:
        """Show these facts of a story, or the notice; the cursor goes to the first, unless its fact is still there."""
        before = self.fact
        family = self._family() if self.folded else ""
        self.story, self._notice, self._given = story, notice, (facts, verdicts)
        self._lines = self._lined()
        kept = [n for n, line in enumerate(self._lines) if family and line.folded and line.name == family]
        kept = kept or [n for n, line in enumerate(self._lines) if before and line.fact and line.fact.id == before.id]
        self._cursor = kept[0] if kept else self._next(-1, 1)
        if not kept:
            self.scroll_to(y=0, animate=False)
        self.redraw()
        if self.has_focus:
            self.reveal(self._cursor, margin=1)
            if not kept:
                self.post_message(self.Pointed(self.fact))

    def step(self, by: int) -> None:
        """The cursor to the next fact in a direction."""
        self.go(self._next(self._cursor, by))

    def ends(self, *, last: bool) -> None:
        """The cursor to the first or the last fact."""
        self.go(self._next(len(self._lines), -1) if last else self._next(-1, 1))

    def go(self, line: int) -> None:
        """The cursor to a line, if a fact is on it."""
        if not 0 <= line < len(self._lines) or not self._lines[line].stop:
            return
        before, self._cursor = self._cursor, line
        self.redraw_line(before)
        self.redraw_line(line)
        self.reveal(line, margin=1)
        if self.has_focus:
            self.post_message(self.Pointed(self.fact))

    def step_in_text(self, by: int) -> None:
        """The cursor to the fact that the text states next, in a direction; its family is unfolded."""
        facts = sorted(self._given[0], key=lambda fact: (fact.mentions[0].start, fact.mentions[0].end, fact.id))
        here = self.fact
        at = facts.index(here) + by if here in facts else 0 if by > 0 else len(facts) - 1
        if 0 <= at < len(facts):
            self.point(facts[at])

    def point_at(self, place: Span) -> None:
        """The cursor to the fact that is mentioned at a place of the text."""
        fact = next((fact for fact in self._given[0] if place in fact.mentions), None)
        if fact:
            self.point(fact)

    def point(self, fact: Fact) -> None:
        """The cursor to a fact; its family is unfolded."""
        line = self._line_of(fact)
        if line is None and self._folded:
            from triage.tui.fact_lines import fact_lines

            family = ""
            for one in fact_lines(*self._given):
                family = family if one.fact else one.name
                if one.fact == fact:
                    self._fold(self._folded - {family})
                    break
            line = self._line_of(fact)
        if line is not None:
            self.go(line)

    def fold(self) -> None:
        """Fold the family of the cursor, which stays on its heading."""
        if self.fact:
            family = self._family()
            self._fold(self._folded | {family})
            self.go(next(n for n, line in enumerate(self._lines) if line.name == family and line.folded))

    def unfold(self) -> None:
        """Unfold the family under the cursor, which goes to its first fact."""
        if self.folded:
            self._fold(self._folded - {self._family()})
            self.go(self._cursor + 1)

    def fold_all(self) -> None:
        """Fold every family there is, or unfold all when they are folded."""
        from triage.tui.fact_lines import GROUPS

        family = self._family()
        anything = any(line.fact for line in self._lines)
        self._fold(frozenset(name for name, _ in GROUPS) if anything else frozenset())
        at = next((n for n, line in enumerate(self._lines) if line.fact is None and line.name == family), 0)
        self.go(at if anything else at + 1)

    def _fold(self, folded: frozenset[str]) -> None:
        self._folded = folded
        self._lines = self._lined()
        self._cursor = min(self._cursor, max(0, len(self._lines) - 1))
        self.redraw()

    def _lined(self) -> list[FactLine]:
        from triage.tui.fact_lines import fact_lines  # late: the first screen shows no facts yet

        return fact_lines(*self._given, self._folded)

    def _line_of(self, fact: Fact) -> int | None:
        return next((n for n, line in enumerate(self._lines) if line.fact and line.fact.id == fact.id), None)

    def _family(self) -> str:
        """The heading over the cursor."""
        above = self._lines[: self._cursor + 1]
        return next((line.name for line in reversed(above) if line.fact is None), "")

    def _next(self, line: int, by: int) -> int:
        """The nearest line with a fact from `line` in a direction; `line` itself when there is none."""
        at = line + by
        while 0 <= at < len(self._lines):
            if self._lines[at].stop:
                return at
            at += by
        return max(line, 0)

    def watch_has_focus(self, value: bool) -> None:
        """With the focus comes the cursor, and goes with it; as an event it would come before the pane knows."""
        super().watch_has_focus(value)
        self.redraw_line(self._cursor)
        if value:
            self.reveal(self._cursor, margin=1)
        self.post_message(self.Pointed(self.fact if value else None))

    def resized(self) -> None:
        """What the cursor is on stays in view."""
        super().resized()
        if self.has_focus:
            self.reveal(self._cursor, margin=1)

    async def on_click(self, event: Click) -> None:
        """A click puts the cursor on a fact, a second one reads where the text states it."""
        self.go(event.y + self.scroll_offset.y)
        if event.chain == 2:
            await self.run_action("screen.fact_text")

    def line_count(self) -> int:
        """A line a fact and a heading, or those of the notice."""
        return len(self._lines) or len(list(wrap(self._notice, max(10, self.size.width - 2))))

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """A heading; or a name in its hue, what is known of it, how often it is mentioned, and how far to trust it."""
        inks = self.inks
        if not self._lines:
            start, end = list(wrap(self._notice, max(10, width - 2)))[line]
            return [(f" {self._notice[start:end]}", inks.dim)]
        shown = self._lines[line]
        here = self.has_focus and line == self._cursor
        if shown.folded:
            pieces = [(MARKER if here else " ", inks.accent), (shown.name.upper(), inks.dim + Style(bold=True))]
            pieces.append((fit(f" + {shown.folded:,}", max(0, width - 1 - cell_len(shown.name))), inks.dim))
            return [(text, style + inks.row) for text, style in pieces] if here else pieces
        if shown.fact is None:
            return [(f" {shown.name.upper()}", inks.dim + Style(bold=True))]
        times = f" ×{shown.times}" if shown.times > 1 else ""
        mark = f" {shown.mark or ' '}"
        room = max(8, width - 2 - cell_len(times) - 1)
        name_room = self._name_room(width)
        pieces = [
            (MARKER if here else " ", inks.accent),
            (" ", inks.plain),
            (fit(shown.name, name_room) if shown.rest else cut(shown.name, room), self._ink(shown)),
            (mark, inks.alarm),
        ]
        left = room - (name_room if shown.rest else min(room, cell_len(shown.name))) - len(mark)
        rest = f" {shown.rest}" if shown.rest else ""
        pieces += [(fit(rest, max(0, left)), inks.plain if shown.kind == "quote" else inks.dim)]
        pieces += [(f"{times} ", inks.dim)]
        return [(text, style + inks.row) for text, style in pieces] if here else pieces

    def _ink(self, line: FactLine) -> Style:
        """The hue of the kind that the line's fact counts as; a rejected one is struck through."""
        return self.inks.kind(line.kind) if line.kind else self.inks.struck

    def _name_room(self, width: int) -> int:
        """Cells for the names: as many as the longest needs, at most half of the pane; the same for all, so that what
        is known of them stands in a column."""
        names = [cell_len(line.name) for line in self._lines if line.fact and line.rest]
        return min(max(names, default=8), width // 2 - 2)
