"""The screen that people sit at: the list, the story, its facts, and the lines above and below."""

from __future__ import annotations

import datetime as dt
import gc
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.screen import Screen

from triage.model.action import Where
from triage.session import Listing, Row, Session
from triage.tui.keys import bindings
from triage.tui.screens.arriving import Arriving
from triage.tui.screens.checking import Checking
from triage.tui.screens.commanding import Commanding
from triage.tui.screens.finding import Finding
from triage.tui.screens.jumping import Jumping
from triage.tui.screens.looking import Looking
from triage.tui.screens.moving import Moving
from triage.tui.screens.noting import Noting
from triage.tui.screens.reaching import Reaching
from triage.tui.screens.shaping import Shaping
from triage.tui.screens.telling import Telling
from triage.tui.waiting import Waiting
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.fact_pane import FactPane
from triage.tui.widgets.line_view import LineView
from triage.tui.widgets.reader import Reader
from triage.tui.widgets.story_list import StoryList
from triage.tui.words import clock, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.timer import Timer

    from triage.model.story import StoryId
    from triage.tui.paint import Inks

FIRST_PAGE = 60
"""Stories of the first screenful, at least: about a millisecond each where they must be read from their files."""

PREVIEW_AFTER = 0.07
"""Seconds that the cursor must rest before the text follows it."""

PREVIEW_AGAIN = 1.0
"""Seconds after which rows and text are asked for again, where the index could not be read."""


class Panes(Container):
    """What lies behind the panes, and is never seen: Textual need not draw it whenever a row changes."""

    BLANK = True


class DeskScreen(
    Arriving,
    Telling,
    Checking,
    Jumping,
    Moving,
    Shaping,
    Noting,
    Finding,
    Looking,
    Reaching,
    Commanding,
    Waiting,
    Screen[None],
):
    """Puts state into the panes and takes their messages. What arrives, and what can be done, is in its bases."""

    BINDINGS = bindings(Where.ANYWHERE)
    BLANK = True

    def __init__(self, session: Session, inks: Inks) -> None:
        super().__init__()
        self.session = session
        self.inks = inks
        self.zone = session.zone
        self.today = dt.datetime.now(self.zone).date()
        self.listing = Listing("", (), 0)
        self.opened = False
        self._resting: Timer | None = None
        self._unread: Timer | None = None

    def compose(self) -> ComposeResult:
        """Two lines and three panes."""
        yield Bar(self.inks, id="header")
        with Panes(id="body"):
            yield StoryList(self.inks, self.session.settings.tags, self._fetch, self._clock, id="list")
            with Panes(id="side"):
                yield Reader(self.inks, id="reader")
                with Panes(id="known"):
                    yield FactPane(self.inks, id="facts")
                    yield Bar(self.inks, id="trust")
        yield Bar(self.inks, id="footer")

    def on_mount(self) -> None:
        """Show the first screenful at once; everything else waits until it is painted."""
        self.stories = self.query_one("#list", StoryList)
        self.reader = self.query_one("#reader", Reader)
        self.facts = self.query_one("#facts", FactPane)
        self.trust_bar = self.query_one("#trust", Bar)
        self.header_bar = self.query_one("#header", Bar)
        self.footer_bar = self.query_one("#footer", Bar)
        self._shape(self.app.size.width)
        page = self.session.first_page(max(FIRST_PAGE, self.app.size.height))
        self._first = page.text
        self.list_anew(page)
        self.stories.focus()
        # The first paint goes out before anything else is begun: the terminal is written to in a thread.
        self.call_after_refresh(self.set_timer, 0.01, self._open)

    def _open(self) -> None:
        """After the first paint: the decisions, the whole list, and the facts worker."""
        gc.enable()
        self.opened = bool(self.session.store)
        if self.session.index.count():
            self.session.renew()
            self._first = self.session.first_view()
            self.list_anew(self.session.listing(self._first))
        else:
            self.stories.show(self.listing.ids)
        gc.freeze()  # what is here now stays: later collections need not look at thousands of documents
        self.app.run_worker(self.listen, thread=True, group="events", exit_on_error=False)
        self.set_interval(0.3, self.watch_decisions)
        self.count_decided()
        self.preview()
        for trouble in self.session.store.problems:
            self.say(f"{trouble.title}: {trouble.message}")

    def on_unmount(self) -> None:
        """Hang up, or the thread that listens would keep the program from ending; so would a command at the end of a pipe."""
        self.end_pipe()
        self.session.hang_up()

    def list_anew(self, listing: Listing, cursor: StoryId | None = None) -> None:
        """List what `listing` says; the cursor goes to `cursor`, or stays on its story and its line."""
        self.keep_range(listing.text)
        again = listing.text == self.listing.text
        self.listing = listing
        nothing = "" if listing.ids else self._nothing(listing)
        self.stories.notice = nothing if self.has_class("narrow") else ""
        self.stories.show(listing.ids, cursor=cursor, again=again)
        if nothing:
            from triage.tui.typeset import Page  # late: most lists have stories

            self.reader.show(Page(nothing, ()))
            self.facts.show(None, (), {})
            self.draw_footer()
        self.draw_header()

    def show_listing(self, listing: Listing, cursor: StoryId | None = None) -> None:
        """List what a query found, the cursor on `cursor` if it is there; the text follows, as it does for any key."""
        self.list_anew(listing, cursor)
        self.preview_soon()

    def _nothing(self, listing: Listing) -> str:
        """Empty states speak."""
        if not listing.text:
            words = f"No stories yet. Watching {self.session.locations.inbox}: what is put there shows here."
        elif listing.elsewhere:
            words = (
                f"Nothing here. {count(listing.elsewhere, 'story')} on other days: 0 shows every day, esc goes back."
            )
        elif listing.asked == "since:last":
            words = "Nothing has come since you last sat here. esc goes back."
        elif listing.missing:
            words = f"Nothing yet: the facts of {count(listing.missing, 'story')} are still to come. esc goes back."
        elif self.view_name():
            words = f"“{self.view_name()}” has no stories now. esc goes back."
        elif listing.asked:
            words = f"Nothing matches “{listing.asked}”. / changes it: fewer words, or OR between them, find more. esc goes back."
        else:
            words = "No stories on this day. ← and → go to days that have some, 0 shows every day."
        return words

    def _fetch(self, ids: Sequence[StoryId]) -> list[Row] | None:
        """The rows that are to be drawn; None where the index cannot be read just now. It is asked again, but not at once:
        each time may have to wait for whoever holds it."""
        if self._unread:
            return None
        rows = self.guarded(lambda: self.session.rows(ids, decisions=self.opened))
        if rows is None:
            self._unread = self.set_timer(PREVIEW_AGAIN, self._fetch_again)
        return rows

    def _fetch_again(self) -> None:
        self._unread = None
        self.stories.fetch_again()

    def _clock(self, when: float) -> str:
        return clock(when, self.zone, self.newest_day())

    def newest_day(self) -> dt.date:
        """The day in view, or that of the newest story: rows of that day show the hour, others the day."""
        if self.listing.day:
            return self.listing.day
        newest = self.guarded(lambda: self.session.newest)
        return dt.datetime.fromtimestamp(newest.when, self.zone).date() if newest else self.today

    # The panes' messages come up

    def on_story_list_moved(self, message: StoryList.Moved) -> None:
        """The text follows once the cursor rests."""
        message.stop()
        self.follow_range()
        self.forget_place()
        if self.opened:
            self.preview_soon()

    def preview_soon(self, after: float = PREVIEW_AFTER) -> None:
        """Show the story under the cursor once the keys rest: rows come first."""
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(after, self.preview)

    def preview(self) -> None:
        """Show the story under the cursor; where the index cannot be read just now, say so, and try again."""
        if self.guarded(self._preview) is None:
            self.preview_soon(PREVIEW_AGAIN)

    def _preview(self) -> bool | None:
        """Show the story under the cursor, if there is one, and ask for its facts and its neighbours' first; None where it
        cannot be read just now."""
        story, line = self.stories.story, self.stories.cursor
        row = self.stories.row(line)
        if story is None or row is None:
            return None if self._unread else False
        from triage.tui.pages import story_page  # late: the first screen shows no story yet

        self.session.worker.focus(tuple(self.stories.ids[line : line + 4]))
        facts = self.session.facts(story)
        width = max(20, self.reader.size.width - 3)
        suggested = self.session.suggestions(story) if not row.state.decided else ()
        text = self.session.story(story)
        decision = self.session.store.decision(story)
        page = story_page(row, text, facts, suggested, self.session.settings, self.inks, self.zone, width, decision)
        self.reader.show(page)
        self.facts.show(story, facts, page.verdicts, self._why_no_facts(row))
        self.draw_footer()
        if self.has_class("reading"):
            self.draw_header()
        return True

    def _why_no_facts(self, row: Row) -> str:
        troubles = self.session.troubles(row.entry.id)
        if troubles:
            return f"{troubles[0].title}: {troubles[0].message}"
        if row.entry.error:
            return "No facts: the file could not be read."
        if row.entry.extracted:
            return "No facts found."
        trouble = self.progress.trouble if self.progress else None
        return f"{trouble.title}: {trouble.message}" if trouble else "Facts are being extracted …"

    # The shape

    def where(self) -> Where:
        """The pane that has the focus."""
        return {"reader": Where.READER, "facts": Where.FACTS}.get(
            self.focused.id or "" if self.focused else "", Where.LIST
        )

    def on_resize(self, event: Resize) -> None:
        """Another size may want another layout, and what is set for the text's width is set anew."""
        self._shape(event.size.width)
        if self.opened:
            self.preview_soon()

    def on_screen_resume(self) -> None:
        """The terminal may have got another size while a sheet lay on the desk."""
        if self.opened:
            self._shape(self.app.size.width)

    def _shape(self, width: int) -> None:
        self.shape(width)
        self.call_after_refresh(self.draw_header)
        self.call_after_refresh(self.draw_footer)

    def on_descendant_focus(self) -> None:
        """Other panes, other keys."""
        if self.focused and not isinstance(self.focused, LineView):
            self.type_ahead()
        self.focus_moved()
        self.draw_footer()
