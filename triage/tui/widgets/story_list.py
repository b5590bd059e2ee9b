"""The list of stories: one line a story, drawn from rows that are fetched only when they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.message import Message

from triage.model.action import Where
from triage.model.state import State
from triage.model.version import VersionKind
from triage.tui.keys import bindings
from triage.tui.paint import GLYPHS, MARKER, MUTED, NEWS, SELECTED, TAGGED_NOT, VERSIONS, Inks
from triage.tui.widgets.line_view import LineView, Piece
from triage.tui.words import ELLIPSIS, clean, cut, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from textual.events import Click

    from triage.model.story import StoryId
    from triage.session import Row
    from triage.settings import TagDefinition

    Fetch = Callable[[Sequence[StoryId]], list[Row] | None]
    """Rows for stories; None where they cannot be read just now."""

ROOMY = 100
"""Cells of the terminal from which on a row has room for the source and for spaced tag letters."""

LOUD: dict[str, str] = {VersionKind.KILL: "KILL", VersionKind.CORRECTION: "CORRECT", VersionKind.FLASH: "FLASH"}
"""Kinds of version that the row says in a word, unless the headline begins with it."""

SOURCE = 11
"""Cells for the source."""

LEAST_TAGS = 3
"""Tags that have a column of their own, however narrow the list."""


class StoryList(LineView):
    """Stories by id, in the order given. The cursor is a story: whatever comes above it, its line stays where it is."""

    BINDINGS = bindings(Where.LIST)

    class Moved(Message):
        """The cursor is on another story, or on none."""

        def __init__(self, story: StoryId | None) -> None:
            super().__init__()
            self.story = story

    def __init__(
        self, inks: Inks, tags: Sequence[TagDefinition], fetch: Fetch, clock: Callable[[float], str], *, id: str
    ) -> None:
        super().__init__(inks, id=id)
        self._tags = tuple(sorted(tags, key=lambda tag: not tag.key))
        self._tag_inks = {tag.name: inks.tag(tag.colour) for tag in tags}
        self._fetch = fetch
        self._clock = clock
        self._ids: Sequence[StoryId] = ()
        self._lines: dict[StoryId, int] = {}
        self._rows: dict[StoryId, Row] = {}
        self._marked: AbstractSet[StoryId] = frozenset()
        self.cursor = 0
        self.notice = ""

    # What is listed

    @property
    def story(self) -> StoryId | None:
        """The story under the cursor."""
        return self._ids[self.cursor] if self.cursor < len(self._ids) else None

    @property
    def cursor_at(self) -> int:
        """On which line of what is seen the cursor is."""
        return self.cursor - self.scroll_offset.y

    def hold_cursor_at(self, line: int) -> None:
        """Scroll until the cursor is on that line of what is seen."""
        self.scroll_to(y=max(0, self.cursor - line), animate=False)

    @property
    def ids(self) -> Sequence[StoryId]:
        """What is listed, in order."""
        return self._ids

    def line_of(self, story: StoryId) -> int | None:
        """The line that a story is on."""
        if len(self._lines) != len(self._ids):
            self._lines = {one: line for line, one in enumerate(self._ids)}
        return self._lines.get(story)

    def show(self, ids: Sequence[StoryId], *, cursor: StoryId | None = None, again: bool = False) -> None:
        """List `ids`; the cursor stays on its story (or goes to `cursor`), on the same line of the screen. When the same is listed
        `again` it stays out of sight where the wheel has left it."""
        wanted = cursor or self.story
        seen_at = self.cursor_at
        seen = not self.size.height or 0 <= seen_at < self.size.height
        before = self.story
        self._ids, self._lines = ids, {}
        self._rows.clear()
        line = self.line_of(wanted) if wanted else 0
        self.cursor = min(self.cursor, max(0, len(ids) - 1)) if line is None else line
        self.measure()
        self.hold_cursor_at(seen_at)
        if seen or line is None or not again:
            self.reveal(self.cursor)
        self.redraw()  # when the list stands where it will be seen: rows that are not are not even fetched
        if self.story != before:
            self.post_message(self.Moved(self.story))

    def row_changed(self, story: StoryId) -> None:
        """Draw a story's row again, if it is seen."""
        if story in self._rows and (rows := self._fetch([story])) is not None:
            del self._rows[story]
            self._rows.update({row.entry.id: row for row in rows})
        line = self.line_of(story)
        if line is not None:
            self.redraw_line(line)

    def rows_changed(self, stories: Sequence[StoryId]) -> None:
        """Draw the rows of these stories again, those of them that are seen: one alone, or all that is seen at once."""
        if len(stories) == 1:
            self.row_changed(stories[0])
            return
        for story in stories:
            self._rows.pop(story, None)
        self.redraw()

    def mark(self, stories: AbstractSet[StoryId]) -> None:
        """Mark these stories' rows, and no others, as picked."""
        self._marked = stories
        self.redraw()

    def go(self, line: int) -> None:
        """Put the cursor on a line; beyond the ends, on the first or the last."""
        line = max(0, min(line, len(self._ids) - 1))
        if line == self.cursor or not self._ids:
            return
        before, self.cursor = self.cursor, line
        self.redraw_line(before)
        self.redraw_line(line)
        # Half a page at a time: to send every row anew for each key is slow on a slow line, and hides what comes next.
        self.reveal(line, ahead=self.size.height // 2)
        self.post_message(self.Moved(self.story))

    def resized(self) -> None:
        """The story under the cursor stays in view."""
        self.reveal(self.cursor, ahead=self.size.height // 2)
        super().resized()

    def row(self, line: int) -> Row | None:
        """The row on a line; fetched with its neighbours when it is not there yet."""
        if not 0 <= line < len(self._ids):
            return None
        story = self._ids[line]
        if story not in self._rows:
            if len(self._rows) > 2000:
                self._rows.clear()
            near = self._ids[max(0, line - 20) : line + 60]
            self._rows.update({row.entry.id: row for row in self._fetch(near) or ()})
        return self._rows.get(story)

    def fetch_again(self) -> None:
        """Fetch what is seen anew, after rows could not be read; where they still cannot, those that are there stay."""
        top = self.scroll_offset.y
        rows = self._fetch(self._ids[top : top + self.size.height])
        if rows is not None:
            self._rows = {row.entry.id: row for row in rows}
            self.redraw()

    # How it is drawn

    def line_count(self) -> int:
        """One line a story; without any those of the notice."""
        return len(self._ids) or len(self._notice_lines())

    def _notice_lines(self) -> list[str]:
        width = max(10, self.size.width - 4)
        return ["", *(self.notice[start:end] for start, end in wrap(self.notice, width))] if self.notice else []

    def draw(self, line: int, width: int) -> Iterable[Piece]:
        """Marker, time, whether it is picked, state, tag letters, source, headline, badges; columns that never move."""
        if not self._ids:
            return [(f"  {clean(self._notice_lines()[line])}", self.inks.plain)]
        row = self.row(line)
        here = line == self.cursor
        pieces = (
            list(self._pieces(row, width, here)) if row else [(f"{MARKER if here else ' '} {ELLIPSIS}", self.inks.dim)]
        )
        return [(text, style + self.inks.row) for text, style in pieces] if here else pieces

    def _pieces(self, row: Row, width: int, here: bool) -> Iterable[Piece]:
        inks, entry = self.inks, row.entry
        roomy = self.app.size.width >= ROOMY
        decided = row.state.decided or row.state is State.LATER
        text = inks.past if decided else inks.plain
        left = [(MARKER if here else " ", inks.accent), (self._clock(entry.when), inks.dim)]
        left.append((SELECTED, inks.accent) if entry.id in self._marked else (" ", inks.dim))
        news = row.news and not row.state.decided
        left += [
            (f"{NEWS} ", inks.accent) if news else (f"{GLYPHS[row.state]} ", inks.dim),
            *self._letters(row, width, roomy),
        ]
        if roomy:
            left.append((fit(clean(entry.source), SOURCE) + " ", inks.past if decided else inks.dim))
        badges = self._badges(row)
        room = width - sum(cell_len(piece) for piece, _ in left) - len(badges) - 1
        if entry.error:
            left.append(("! ", inks.alarm))
            room -= 2
        word = LOUD.get(entry.kind, "")
        if word:
            text = inks.alarm if entry.kind == VersionKind.KILL and not decided else text
            if not entry.headline.upper().startswith(word):
                left.append((f"{word} ", inks.alarm if entry.kind == VersionKind.KILL else inks.accent))
                room -= len(word) + 1
        bold = Style(bold=True) if here and not decided else Style()
        headline = f"{clean(entry.headline)}: {entry.error.title}" if entry.error else clean(entry.headline)
        return [*left, (fit(headline, max(0, room)), text + bold), (f" {badges}", inks.dim)]

    def _letters(self, row: Row, width: int, roomy: bool) -> Iterable[Piece]:
        """A capital for a tag that was given, a small letter for one suggested, a dot for neither; then how many others: of very
        many tags those have a column that have a key, and as many as leave the headline its room."""
        inks = self.inks
        gap = " " if roomy else ""
        columns = self._tags[: max(LEAST_TAGS, width // 4 // (2 if roomy else 1))]
        for tag in columns:
            if tag.name in row.tags:
                yield tag.letter.upper() + gap, self._tag_inks[tag.name]
            elif tag.name in row.suggested:
                yield tag.letter + gap, inks.dim
            else:
                yield TAGGED_NOT + gap, inks.faint
        others = len(set(row.tags).difference(tag.name for tag in columns))
        yield (f"+{others}" if 0 < others < 10 else "++" if others else "  ") + " ", inks.dim

    def _badges(self, row: Row) -> str:
        """What else there is to know, in a word: muted, a note, copies, versions."""
        muted = MUTED if row.muted else ""
        note = "✎" if row.noted else ""
        copies = f"×{row.entry.copies}" if row.entry.copies > 1 else ""
        versions = f"{row.entry.versions}{VERSIONS}" if row.entry.versions > 1 else ""
        return cut(" ".join(word for word in (muted + note + copies, versions) if word), 8)

    async def on_click(self, event: Click) -> None:
        """A click puts the cursor on a row, a second one reads it."""
        self.go(event.y + self.scroll_offset.y)
        if event.chain == 2:
            await self.run_action("screen.read")
