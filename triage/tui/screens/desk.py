"""The screen that people sit at: the list, the story, its facts, and the lines above and below."""

from __future__ import annotations

import datetime as dt
import gc
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from triage.model.action import Where
from triage.session import Listing, Row, Session, Shift
from triage.tui.bars import Standing, footer, header
from triage.tui.keys import bindings
from triage.tui.screens.deciding import Deciding
from triage.tui.screens.finding import Finding
from triage.tui.screens.moving import Moving
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.fact_pane import FactPane
from triage.tui.widgets.reader import Reader
from triage.tui.widgets.story_list import StoryList
from triage.tui.words import clock, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.timer import Timer

    from triage.model.message import Event, Progress
    from triage.model.story import StoryId
    from triage.tui.paint import Inks
    from triage.tui.typeset import Page
    from triage.tui.widgets.line_view import Piece

NARROW, WIDE = 100, 160
"""Below the first, one pane at a time; from the second on, list, text and facts side by side."""

PREVIEW_AFTER = 0.07
"""Seconds that the cursor must rest before the text follows it."""

COUNT_AFTER = 0.1
"""Seconds after a decision in which others are counted with it."""

MESSAGE_STAYS = 4.0
"""Seconds that a message stands in the footer's place."""


class DeskScreen(Moving, Deciding, Finding, Screen[None]):
    """Puts state into the panes and takes their messages. What can be decided, found and gone to is in its bases."""

    BINDINGS = bindings(Where.ANYWHERE)

    class Told(Message):
        """The second process told something."""

        def __init__(self, event: Event) -> None:
            super().__init__()
            self.event = event

    def __init__(self, session: Session, inks: Inks) -> None:
        super().__init__()
        self.session = session
        self.inks = inks
        self.zone = _zone(session.settings.time_zone)
        self.today = dt.datetime.now(self.zone).date()
        self.listing = Listing("", (), 0)
        self.opened = False
        self._shift = Shift(0, 0)
        self._progress: Progress | None = None
        self._arrivals = 0
        self._filling = True
        self._resting: Timer | None = None
        self._quiet: Timer | None = None
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Two lines and three panes."""
        yield Bar(self.inks, id="header")
        with Container(id="body"):
            yield StoryList(self.inks, self.session.settings.tags, self._fetch, self._clock, id="list")
            with Container(id="side"):
                yield Reader(self.inks, id="reader")
                yield FactPane(self.inks, id="facts")
        yield Bar(self.inks, id="footer")

    def on_mount(self) -> None:
        """Show the first screenful at once; everything else waits until it is painted."""
        self.stories = self.query_one("#list", StoryList)
        self.reader = self.query_one("#reader", Reader)
        self.facts = self.query_one("#facts", FactPane)
        self.header_bar = self.query_one("#header", Bar)
        self.footer_bar = self.query_one("#footer", Bar)
        self._shape(self.app.size.width)
        self._list(self.session.first_page(max(20, self.app.size.height)))
        self.stories.focus()
        # The first paint goes out before anything else is begun: the terminal is written to in a thread.
        self.call_after_refresh(self.set_timer, 0.01, self._open)

    def _open(self) -> None:
        """After the first paint: the decisions, the whole list, and the facts worker."""
        gc.enable()
        self.opened = bool(self.session.store)
        if self.session.index.count():
            self._list(self.session.listing())
        else:
            self.stories.show(self.listing.ids)
        gc.freeze()  # what is here now stays: later collections need not look at thousands of documents
        self.app.run_worker(self._listen, thread=True, group="events", exit_on_error=False)
        self.set_interval(0.3, self._watch_decisions)
        self.count_decided()
        self.preview()
        for trouble in self.session.store.problems:
            self.say(f"{trouble.title}: {trouble.message}")

    def _listen(self) -> None:
        """In a thread: hand on what the second process tells."""
        for event in self.session.worker.events():
            self.post_message(self.Told(event))

    def on_unmount(self) -> None:
        """Hang up, or the thread that listens would keep the program from ending."""
        self.session.hang_up()

    # State comes down

    def on_desk_screen_told(self, message: Told) -> None:
        """Heed it; an index that cannot be read just now is said, and read again with the next thing told."""
        message.stop()
        self.guarded(lambda: self.heed(message.event))

    def heed(self, event: Event) -> None:
        """What the second process told."""
        from triage.model.message import Extracted, Listed, Progress, Scanned  # late: told after the first paint

        self.session.index.changed()  # a first start's index appears only now
        match event:
            case Progress():
                before, self._progress = self._progress, event
                if event.phase != "reading" and event.read >= event.files > 0:
                    self._take_in_first()
                self.draw_header()
                if event.trouble != (before and before.trouble):
                    self.preview()  # it says why there are no facts
            case Listed():
                self._arrived()
            case Extracted(stories=stories):
                self.session.forget_rows(stories)
                for story in stories:
                    self.stories.row_changed(story)
                if self.stories.story in stories:
                    self.preview()
            case Scanned():
                self.take_in()

    def _arrived(self) -> None:
        """Entries came or went: a first start fills the list as they come; later they wait for `r`."""
        if self._filling:
            # The first screenful was read here: until the index has as much, it would take rows away.
            if self.listing.text or self.session.index.count() >= len(self.listing.ids):
                self.take_in()
            return
        self._arrivals = self.session.arrivals()
        self.draw_header()

    def _take_in_first(self) -> None:
        """The first look at the folder is through: from now on arrivals wait."""
        if self._filling:
            self._filling = False
            self.take_in()

    def take_in(self) -> None:
        """List anew what the view asks for, arrivals included; the cursor keeps its story and its line."""
        self.session.renew()
        self._arrivals = 0
        self.today = dt.datetime.now(self.zone).date()
        self._list(self.session.listing(self.listing.text))
        self.count_decided()

    def _list(self, listing: Listing, cursor: StoryId | None = None) -> None:
        self.listing = listing
        self.session.forget_rows()
        self.stories.show(listing.ids, cursor=cursor)
        if not listing.ids:
            self.reader.show(self._nothing(listing))
            self.facts.show(())
        self.draw_header()

    def show_listing(self, listing: Listing, cursor: StoryId | None = None) -> None:
        """List what a query found, the cursor on `cursor` if it is there."""
        self._list(listing, cursor)
        self.preview()

    def _nothing(self, listing: Listing) -> Page:
        """Empty states speak."""
        from triage.tui.typeset import Page

        if listing.text:
            words = f"Nothing matches {listing.text!r}. Backspace loosens it; esc shows the whole inbox again."
        else:
            words = f"No stories yet. Watching {self.session.locations.inbox}: what is put there shows here."
        return Page(words, ())

    def _fetch(self, ids: Sequence[StoryId]) -> list[Row]:
        return self.session.rows(ids, decisions=self.opened)

    def _clock(self, when: float) -> str:
        return clock(when, self.zone, self.newest_day())

    def newest_day(self) -> dt.date:
        """The day of the newest story in view: rows of that day show the hour, others the day."""
        newest = self.session.newest
        return dt.datetime.fromtimestamp(newest.when, self.zone).date() if newest else self.today

    def _watch_decisions(self) -> None:
        """What another terminal decided shows here."""
        changed = self.guarded(self.session.refresh_decisions) or frozenset()
        for story in changed:
            self.stories.row_changed(story)
        if changed:
            self.count_decided()
            if self.stories.story in changed:
                self.preview()

    # The panes' messages come up

    def on_story_list_moved(self, message: StoryList.Moved) -> None:
        """The text follows once the cursor rests."""
        message.stop()
        if not self.opened:
            return
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(PREVIEW_AFTER, self.preview)

    def on_fact_pane_pointed(self, message: FactPane.Pointed) -> None:
        """The text shows where the fact under the cursor stands."""
        message.stop()
        self.reader.mark(message.fact.mentions if message.fact else ())
        if message.fact:
            by = message.fact.provenance
            self.say(f"found by {by.by}, {by.confidence:.0%} sure")

    def preview(self) -> None:
        """Show the story under the cursor, and ask for its facts and its neighbours' first."""
        story, line = self.stories.story, self.stories.cursor
        row = self.stories.row(line)
        if story is None or row is None:
            return
        from triage.tui.pages import story_page  # late: the first screen shows no story yet

        self.session.worker.focus(tuple(self.stories.ids[line : line + 4]))
        facts = self.session.facts(story)
        width = max(20, self.reader.size.width - 3)
        suggested = self.session.suggestions(story) if not row.state.decided else ()
        text = self.session.story(story)
        decision = self.session.store.decision(story)
        note = decision.note if decision else ""
        page = story_page(row, text, facts, suggested, self.session.settings, self.inks, self.zone, width, note)
        self.reader.show(page)
        self.facts.show(facts, self._why_no_facts(row))
        self.draw_footer()

    def _why_no_facts(self, row: Row) -> str:
        troubles = self.session.troubles(row.entry.id)
        if troubles:
            return f"{troubles[0].title}: {troubles[0].message}"
        if row.entry.error:
            return "No facts: the file could not be read."
        if row.entry.extracted:
            return "No facts found."
        trouble = self._progress.trouble if self._progress else None
        return f"{trouble.title}: {trouble.message}" if trouble else "Facts are being extracted …"

    # The lines above and below

    def count_decided(self) -> None:
        """Count the decided stories anew, once the keys rest, and say so in the header."""
        if self._counting is None:
            self._counting = self.set_timer(COUNT_AFTER, self._count)

    def _count(self) -> None:
        self._counting = None
        self._shift = self.session.shift()
        self.draw_header()

    def draw_header(self) -> None:
        """Say where the session stands."""
        newest = self.session.newest
        standing = Standing(
            name=self.session.locations.inbox.name or "/",
            day=day(newest.when, self.zone) if newest else "",
            listed=len(self.listing.ids),
            shift=self._shift,
            query=self.listing.text,
            arrivals=self._arrivals,
            put_off=self.listing.put_off,
            missing=self.listing.missing,
            progress=self._progress,
        )
        self.header_bar.say(*header(standing, self.inks, self.app.size.width))

    def draw_footer(self) -> None:
        """Say which keys make sense here, unless a message still stands there."""
        if self._quiet is None:
            row = self.stories.row(self.stories.cursor)
            suggested = row.suggested if row else ()
            width = self.app.size.width
            left = footer(self.session.settings, self.where(), suggested, self.inks, width)
            self.footer_bar.say(left, [("?", self.inks.strong), (" help ", self.inks.dim)])

    def say(self, words: str, *, alarm: bool = False) -> None:
        """A message in the footer's place, for a moment."""
        piece: Piece = (f" {words}", self.inks.alarm if alarm else self.inks.accent)
        self.footer_bar.say([piece])
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(MESSAGE_STAYS, self._be_quiet)

    def _be_quiet(self) -> None:
        self._quiet = None
        self.draw_footer()

    # The shape

    def where(self) -> Where:
        """The pane that has the focus."""
        return {"reader": Where.READER, "facts": Where.FACTS}.get(
            self.focused.id or "" if self.focused else "", Where.LIST
        )

    def on_resize(self, event: Resize) -> None:
        """Another size may want another layout."""
        self._shape(event.size.width)

    def _shape(self, width: int) -> None:
        self.set_class(width < NARROW, "narrow")
        self.set_class(width >= WIDE, "wide")
        self.call_after_refresh(self.draw_header)
        self.call_after_refresh(self.draw_footer)

    def on_descendant_focus(self) -> None:
        """Other panes, other keys."""
        self.draw_footer()


def _zone(name: str | None) -> dt.tzinfo | None:
    """The time zone of the settings; None is the system's."""
    if name is None:
        return None
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
