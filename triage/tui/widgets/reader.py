"""A story as it is read: headline, where and when, the paragraphs with their facts in their colours."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from triage.model.action import Where
from triage.model.fact import Fact, FactKind, Span
from triage.model.story import Role, Story
from triage.tui.keys import bindings
from triage.tui.widgets.line_view import LineView, Piece
from triage.tui.words import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage.tui.paint import Inks

MEASURE = 84
"""Cells that a line of text may take, so that the eye finds the next one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader shows: a story, or words in its place; `meta` are lines below the headline, already painted."""

    headline: str
    meta: tuple[tuple[Piece, ...], ...]
    story: Story | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on the page: painted pieces, or a range of the story's text with the role of its paragraph."""

    pieces: tuple[Piece, ...] = ()
    span: Span | None = None
    role: Role = Role.BODY


class Reader(LineView):
    """Shows one page; a span of the text can be marked."""

    BINDINGS = bindings(Where.READER)

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(inks, id=id)
        self._page: Page | None = None
        self._lines: list[_Line] = []
        self._starts: list[int] = []
        self._painted: list[tuple[Span, FactKind]] = []
        self._marked: tuple[Span, ...] = ()

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.scroll_offset.y + self.size.height >= len(self._lines)

    def show(self, page: Page | None) -> None:
        """Show a page; from its top, unless it is another state of the same story."""
        same = page and self._page and page.story and self._page.story and page.story.id == self._page.story.id
        self._page = page
        self._painted = _painted(page.facts) if page else []
        if not same:
            self._marked = ()
            self.scroll_to(y=0, animate=False)
        self.redraw()

    def mark(self, spans: Sequence[Span], *, reveal: bool = True) -> None:
        """Mark spans of the text, and scroll to the first."""
        self._marked = tuple(spans)
        self._drawn.clear()
        self.refresh()
        if spans and reveal:
            line = bisect_right(self._starts, spans[0].start) - 1
            self.reveal(max(0, line), margin=4)

    def find(self, words: str) -> tuple[Span, ...]:
        """Where `words` stand in the shown paragraphs, whatever their case."""
        if not words or not self._page or not self._page.story:
            return ()
        text, wanted, found, at = self._page.story.text.lower(), words.lower(), [], 0
        while (at := text.find(wanted, at)) >= 0:
            found.append(Span(at, at + len(wanted)))
            at += len(wanted)
        return tuple(found)

    def redraw(self) -> None:
        """Lay the page out for the width there is, and draw it."""
        self._lay_out(max(10, min(MEASURE, self.size.width - 3)))
        super().redraw()

    def line_count(self) -> int:
        """Lines of the page as it is laid out."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """A line with a margin of one cell; facts in their colours, what is marked on its ground."""
        del width
        shown = self._lines[line]
        if shown.span is None:
            return [(" ", self.inks.plain), *shown.pieces]
        return [(" ", self.inks.plain), *self._text(shown.span, self._ink(shown.role))]

    def _ink(self, role: Role) -> Style:
        if role in (Role.BODY, Role.HEADLINE):
            return self.inks.plain
        return self.inks.dim + Style(italic=role is Role.CAPTION)

    def _text(self, span: Span, ink: Style) -> Iterable[Piece]:
        """The pieces of a range of the text: cut where a fact or a mark begins or ends."""
        assert self._page is not None and self._page.story is not None
        text = self._page.story.text
        first = max(0, bisect_right(self._painted, span.start, key=lambda painted: painted[0].start) - 1)
        facts = []
        for painted in self._painted[first:]:
            if painted[0].start >= span.end:
                break
            facts.append(painted)
        edges = {span.start, span.end}
        for piece, _ in facts:
            edges |= {piece.start, piece.end}
        for piece in self._marked:
            edges |= {piece.start, piece.end}
        cuts = sorted(edge for edge in edges if span.start <= edge <= span.end)
        for start, end in pairwise(cuts):
            piece = Span(start, end)
            style = next((self.inks.mention(kind) for covering, kind in facts if covering.covers(piece)), ink)
            if any(marked.covers(piece) for marked in self._marked):
                style = style + self.inks.here
            yield clean(piece.of(text)), style

    def _lay_out(self, width: int) -> None:
        """Break the page into lines."""
        self._lines, self._starts = [], []
        page = self._page
        if page is None:
            return
        headline = clean(page.headline)
        self._lines = [_Line(((headline[a:b], self.inks.strong),)) for a, b in wrap(headline, width)]
        self._lines += [_Line(pieces) for pieces in page.meta]
        self._starts = [-1] * len(self._lines)
        if page.story is None:
            return
        text = page.story.text
        for paragraph in page.story.paragraphs:
            if paragraph.role in (Role.SECTION, Role.HEADLINE):
                continue  # the page's own head says it
            self._add(_Line(), paragraph.start)
            for start, end in wrap(text, width, paragraph.start, paragraph.end):
                self._add(_Line(span=Span(start, end), role=paragraph.role), start)

    def _add(self, line: _Line, start: int) -> None:
        self._lines.append(line)
        self._starts.append(start)


def _painted(facts: Sequence[Fact]) -> list[tuple[Span, FactKind]]:
    """What of the text is coloured, in order and without overlaps: all mentions but those of quotes and events, the
    longer ones first where two overlap."""
    mentions = [
        (mention, fact.kind)
        for fact in facts
        if fact.kind not in (FactKind.QUOTE, FactKind.EVENT, FactKind.CASUALTY)
        for mention in fact.mentions
    ]
    mentions.sort(key=lambda one: (one[0].start, one[0].start - one[0].end))
    kept: list[tuple[Span, FactKind]] = []
    for span, kind in mentions:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return kept
