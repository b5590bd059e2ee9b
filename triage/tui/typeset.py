"""A page set in lines of a given width: which part of the text stands on which line, and in which inks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from triage.model.fact import Fact, FactKind, Span
from triage.model.story import Role, Story
from triage.model.verdict import Verdicts, counts_as
from triage.tui.fact_lines import doubtful
from triage.tui.paint import DOUBT
from triage.tui.words import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

UNPAINTED = frozenset({FactKind.QUOTE, FactKind.EVENT, FactKind.CASUALTY})
"""Kinds whose mentions are whole sentences: to colour them would colour everything."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader shows: a story with its facts and the verdicts on them, or words in its place; `meta` are lines
    below the headline, already painted."""

    headline: str
    meta: tuple[tuple[Piece, ...], ...]
    story: Story | None = None
    facts: tuple[Fact, ...] = ()
    verdicts: Verdicts = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page: painted pieces, or a range of the story's text and its ink."""

    pieces: tuple[Piece, ...] = ()
    span: Span | None = None
    ink: Style | None = None


@dataclass(frozen=True, slots=True)
class _Painted:
    """A mention that is painted, and the kind of its fact."""

    span: Span
    kind: FactKind
    doubtful: bool


class Typeset:
    """`page` in lines of `width` cells. Drawing a line costs what is on it, however long the story is."""

    def __init__(self, page: Page, width: int, inks: Inks) -> None:
        self._page = page
        self._inks = inks
        self._painted = _painted(page.facts, page.verdicts)
        self._doubts = [painted.span.end for painted in self._painted if painted.doubtful]
        self._lines: list[_Line] = []
        self._starts: list[int] = []
        self._lay_out(width)

    def __len__(self) -> int:
        return len(self._lines)

    def line_at(self, offset: int) -> int:
        """The line on which the character at `offset` of the story's text stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def place_at(self, line: int) -> int | None:
        """The offset in the story's text at which a line of it begins; None for a line of the page's own."""
        return None if line >= len(self._lines) or self._lines[line].pieces else self._starts[line]

    def pieces(self, line: int, marked: Sequence[Span]) -> Iterator[Piece]:
        """A line as it is painted, facts in their hues; what is marked stands out."""
        shown = self._lines[line]
        if shown.span is None or shown.ink is None:
            yield from shown.pieces
            return
        facts = self._facts_on(shown.span)
        edges = {edge for painted in facts for edge in (painted.span.start, painted.span.end)}
        edges |= {edge for span in marked for edge in (span.start, span.end)}
        cuts = sorted({edge for edge in edges if shown.span.start < edge < shown.span.end})
        assert self._page.story is not None
        for start, end in pairwise([shown.span.start, *cuts, shown.span.end]):
            piece = Span(start, end)
            within = next((painted for painted in facts if painted.span.covers(piece)), None)
            style = shown.ink + self._inks.mention(within.kind) if within else shown.ink
            if any(span.covers(piece) for span in marked):
                style += self._inks.here
            yield clean(piece.of(self._page.story.text)), style
            if within and within.doubtful and end == within.span.end:
                yield DOUBT, self._inks.alarm

    @property
    def places(self) -> list[Span]:
        """Where facts stand in the text, in order."""
        return [painted.span for painted in self._painted]

    def find(self, words: str) -> tuple[Span, ...]:
        """Where `words` stand in the story's text, whatever their case."""
        if not words or not self._page.story:
            return ()
        found = re.finditer(re.escape(words), self._page.story.text, re.IGNORECASE)
        return tuple(Span(*match.span()) for match in found)

    def _facts_on(self, line: Span) -> list[_Painted]:
        first = max(0, bisect_right(self._painted, line.start, key=lambda painted: painted.span.start) - 1)
        facts = []
        for painted in self._painted[first:]:
            if painted.span.start >= line.end:
                break
            facts.append(painted)
        return facts

    def _lay_out(self, width: int) -> None:
        page, inks = self._page, self._inks
        above = self._lay_out_headline(width)
        for pieces in page.meta:
            self._add(_Line(pieces), above)
        if page.story is None:
            return
        caption = inks.dim + Style(italic=True)
        for paragraph in page.story.paragraphs:
            if paragraph.role in (Role.SECTION, Role.HEADLINE):
                continue  # the page's own head says it
            ink = {Role.BODY: inks.plain, Role.CAPTION: caption}.get(paragraph.role, inks.dim)
            self._add(_Line(), paragraph.start)
            for start, end in self._broken(page.story.text, width, paragraph.start, paragraph.end):
                self._add(_Line(span=Span(start, end), ink=ink), start)

    def _lay_out_headline(self, width: int) -> int:
        """The headline: as a part of the text, where it is one, so that its facts are seen there. Where it ends."""
        page, ink = self._page, self._inks.strong
        for paragraph in page.story.paragraphs if page.story else ():
            span = Span(paragraph.start, paragraph.end)
            if page.story and paragraph.role is Role.HEADLINE and span.of(page.story.text) == page.headline:
                for start, end in self._broken(page.story.text, width, span.start, span.end):
                    self._add(_Line(span=Span(start, end), ink=ink), start)
                return span.end
        headline = clean(page.headline)
        for start, end in wrap(headline, width):
            self._add(_Line(((headline[start:end], ink),)), -1)
        return -1

    def _broken(self, text: str, width: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The lines of `text[start:end]`, those with doubtful facts so much shorter that there is room for their marks."""
        first = bisect_right(self._doubts, start)
        if first == len(self._doubts) or self._doubts[first] > end:
            yield from wrap(text, width, start, end)
            return
        while start < end:
            _, stop = next(wrap(text, width, start, end))
            marks = bisect_right(self._doubts, stop) - bisect_right(self._doubts, start)
            if marks:
                _, stop = next(wrap(text, max(1, width - marks), start, end))
            yield start, stop
            start = stop
            while start < end and text[start] == " ":
                start += 1

    def _add(self, line: _Line, start: int) -> None:
        self._lines.append(line)
        self._starts.append(start)


def _painted(facts: Sequence[Fact], verdicts: Verdicts) -> list[_Painted]:
    """What of the text is coloured, in order and without overlaps; the longer of two that begin together comes first.
    Facts that a person has rejected are not, and one that a person has corrected is doubtful no more."""
    mentions: list[_Painted] = []
    for fact in facts:
        kind = counts_as(fact, verdicts)
        if kind and kind not in UNPAINTED:
            doubt = kind is fact.kind and doubtful(fact)
            mentions += [_Painted(mention, kind, doubt) for mention in fact.mentions]
    mentions.sort(key=lambda one: (one.span.start, -one.span.end))
    kept: list[_Painted] = []
    for one in mentions:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept
