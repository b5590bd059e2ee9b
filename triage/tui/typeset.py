"""A page set in lines of a given width: which part of the text stands on which line, and in which inks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from triage.model.fact import Fact, FactKind, Span
from triage.model.story import Role, Story
from triage.tui.words import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

UNPAINTED = frozenset({FactKind.QUOTE, FactKind.EVENT, FactKind.CASUALTY})
"""Kinds whose mentions are whole sentences: to colour them would colour everything."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader shows: a story, or words in its place; `meta` are lines below the headline, already painted."""

    headline: str
    meta: tuple[tuple[Piece, ...], ...]
    story: Story | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page: painted pieces, or a range of the story's text and its ink."""

    pieces: tuple[Piece, ...] = ()
    span: Span | None = None
    ink: Style | None = None


class Typeset:
    """`page` in lines of `width` cells. Drawing a line costs what is on it, however long the story is."""

    def __init__(self, page: Page, width: int, inks: Inks) -> None:
        self._page = page
        self._inks = inks
        self._painted = _painted(page.facts)
        self._lines: list[_Line] = []
        self._starts: list[int] = []
        self._lay_out(width)

    def __len__(self) -> int:
        return len(self._lines)

    def line_at(self, offset: int) -> int:
        """The line on which the character at `offset` of the story's text stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def pieces(self, line: int, marked: Sequence[Span]) -> Iterator[Piece]:
        """A line as it is painted, facts in their hues; what is marked stands out."""
        shown = self._lines[line]
        if shown.span is None or shown.ink is None:
            yield from shown.pieces
            return
        facts = self._facts_on(shown.span)
        edges = {edge for span, _ in facts for edge in (span.start, span.end)}
        edges |= {edge for span in marked for edge in (span.start, span.end)}
        cuts = sorted({edge for edge in edges if shown.span.start < edge < shown.span.end})
        assert self._page.story is not None
        for start, end in pairwise([shown.span.start, *cuts, shown.span.end]):
            piece = Span(start, end)
            style = next((self._inks.mention(kind) for span, kind in facts if span.covers(piece)), shown.ink)
            if any(span.covers(piece) for span in marked):
                style += self._inks.here
            yield clean(piece.of(self._page.story.text)), style

    def find(self, words: str) -> tuple[Span, ...]:
        """Where `words` stand in the story's text, whatever their case."""
        if not words or not self._page.story:
            return ()
        text, wanted, found, at = self._page.story.text.lower(), words.lower(), [], 0
        while (at := text.find(wanted, at)) >= 0:
            found.append(Span(at, at + len(wanted)))
            at += len(wanted)
        return tuple(found)

    def _facts_on(self, line: Span) -> list[tuple[Span, FactKind]]:
        first = max(0, bisect_right(self._painted, line.start, key=lambda painted: painted[0].start) - 1)
        facts = []
        for painted in self._painted[first:]:
            if painted[0].start >= line.end:
                break
            facts.append(painted)
        return facts

    def _lay_out(self, width: int) -> None:
        page, inks = self._page, self._inks
        headline = clean(page.headline)
        self._lines = [_Line(((headline[a:b], inks.strong),)) for a, b in wrap(headline, width)]
        self._lines += [_Line(pieces) for pieces in page.meta]
        self._starts = [-1] * len(self._lines)
        if page.story is None:
            return
        caption = inks.dim + Style(italic=True)
        for paragraph in page.story.paragraphs:
            if paragraph.role in (Role.SECTION, Role.HEADLINE):
                continue  # the page's own head says it
            ink = {Role.BODY: inks.plain, Role.CAPTION: caption}.get(paragraph.role, inks.dim)
            self._add(_Line(), paragraph.start)
            for start, end in wrap(page.story.text, width, paragraph.start, paragraph.end):
                self._add(_Line(span=Span(start, end), ink=ink), start)

    def _add(self, line: _Line, start: int) -> None:
        self._lines.append(line)
        self._starts.append(start)


def _painted(facts: Sequence[Fact]) -> list[tuple[Span, FactKind]]:
    """What of the text is coloured, in order and without overlaps; the longer of two that begin together comes first."""
    mentions = [(mention, fact.kind) for fact in facts if fact.kind not in UNPAINTED for mention in fact.mentions]
    mentions.sort(key=lambda one: (one[0].start, -one[0].end))
    kept: list[tuple[Span, FactKind]] = []
    for span, kind in mentions:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return kept
