"""A story as it is read: headline, where and when, the paragraphs with their facts in their colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.action import Where
from triage.tui.keys import bindings
from triage.tui.widgets.line_view import LineView, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage.model.fact import Span
    from triage.tui.paint import Inks
    from triage.tui.typeset import Page, Typeset

MEASURE = 84
"""Cells that a line of text may take, so that the eye finds the next one."""


class Reader(LineView):
    """Shows one page; spans of its text can be marked."""

    BINDINGS = bindings(Where.READER)

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(inks, id=id)
        self._page: Page | None = None
        self._set: Typeset | None = None
        self._marked: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._sentence: Span | None = None

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.scroll_offset.y + self.size.height >= self.line_count()

    def show(self, page: Page | None) -> None:
        """Show a page; from its top, unless it is another state of the same story."""
        if page == self._page:
            return
        same = page and self._page and page.story and self._page.story and page.story.id == self._page.story.id
        self._page = page
        if not same:
            self._marked = self._found = ()
            self.scroll_to(y=0, animate=False)
        self.redraw()

    def mark(self, spans: Sequence[Span], sentence: Span | None = None) -> None:
        """Mark spans of the text, and scroll to the first, so that the sentence around it is seen with it."""
        self._found = ()
        if tuple(spans) == self._marked:
            return
        self._marked, self._sentence = tuple(spans), sentence
        super().redraw()
        self._reveal_marked()

    @property
    def found(self) -> bool:
        """Whether what is marked was looked for."""
        return bool(self._found)

    def mark_found(self, words: str) -> int:
        """Mark wherever `words` stand in the story's text, whatever their case; how many places that are."""
        found = self._set.find(words) if self._set else ()
        self.mark(found)
        self._found = found
        return len(found)

    def step_found(self, by: int) -> tuple[int, int] | None:
        """Go on to the next place of what was found, in a direction and round the ends: the number of that place, and how many
        there are. None where nothing that was found is marked."""
        found = self._found
        if not found:
            return None
        at = (found.index(self._marked[0]) + by) % len(found)
        self.mark(found[at:] + found[:at])
        self._found = found
        return at + 1, len(found)

    def resized(self) -> None:
        """What is marked stays in view, on whichever line it is now."""
        super().resized()
        self._reveal_marked()

    def _reveal_marked(self) -> None:
        if not self._marked or not self._set:
            return
        first = self._marked[0]
        if self._sentence:
            self.reveal(self._set.line_at(max(self._sentence.start, self._sentence.end - 1)), margin=1)
            self.reveal(self._set.line_at(self._sentence.start), margin=1)
        self.reveal(self._set.line_at(first.start), margin=1 if self._sentence else 4)

    def place(self, by: int) -> Span | None:
        """The next place of a fact in a direction: from the one that is marked, where that is in view, else from the top."""
        if not self._set:
            return None
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        line_at = self._set.line_at
        places = self._set.places
        if self._marked and top <= line_at(self._marked[0].start) < bottom:
            here = self._marked[0].start
            ahead = [place for place in places if (place.start - here) * by > 0]
        else:
            ahead = [place for place in places if (line_at(place.start) >= top) is (by > 0)]
        return (ahead[0] if by > 0 else ahead[-1]) if ahead else None

    def redraw(self) -> None:
        """Set the page for the width there is, and draw it; what stands at the top stays there, on whichever line it is now."""
        top = self.scroll_offset.y
        place = self._set.place_at(top) if self._set and top else None
        if self._page is None:
            self._set = None
        else:
            from triage.tui.typeset import Typeset  # late: the first screen shows no story yet

            self._set = Typeset(self._page, max(10, min(MEASURE, self.size.width - 3)), self.inks)
        super().redraw()
        if self._set and place is not None and self._set.place_at(top) != place:
            self.scroll_to(y=self._set.line_at(place), animate=False)

    def line_count(self) -> int:
        """Lines of the page as it is set."""
        return len(self._set) if self._set else 0

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """A line with a margin of one cell."""
        del width
        assert self._set is not None
        return [(" ", self.inks.plain), *self._set.pieces(line, self._marked)]
