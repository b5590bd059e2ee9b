"""What comes by itself: stories, facts, and what another terminal decided."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.message import Message

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.timer import Timer

    from triage.model.message import Event
    from triage.model.story import StoryId


LISTING_SHARE = 20.0
"""How many times as long as listing a growing pile anew takes the keys are left alone before it is listed again."""


class Arriving(DeskParts):
    """State comes down: from the second process, and from other sessions through the store."""

    class Told(Message):
        """The second process told something."""

        def __init__(self, event: Event) -> None:
            super().__init__()
            self.event = event

    class Titled(Message):
        """The terminal's title is to say these words of the program's own; "" for none."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    _filling = True
    _first = ""
    """The query of the first view, while it is filled."""
    _rung: frozenset[StoryId] = frozenset()
    _whole: Mapping[StoryId, StoryId] = MappingProxyType({})
    """Stories that were only parts of what their files hold now, each with the whole."""
    _fill_due = 0.0
    _fill_timer: Timer | None = None

    def listen(self) -> None:
        """In a thread: hand on what the second process tells."""
        for event in self.session.worker.events():
            self.post_message(self.Told(event))

    def on_arriving_told(self, message: Told) -> None:
        """Heed it; an index that cannot be read just now is said, and read again with the next thing told."""
        message.stop()
        self.guarded(lambda: self.heed(message.event))

    def heed(self, event: Event) -> None:
        """What the second process told."""
        from triage.model.message import Extracted, Listed, Progress, Scanned  # late: told after the first paint

        self.session.index.changed()  # a first start's index appears only now
        match event:
            case Progress():
                before, self.progress = self.progress, event
                if event.phase != "reading" and event.read >= event.files > 0:
                    self._take_in_first()
                self.draw_header()
                if event.trouble != (before and before.trouble):
                    self.preview()  # it says why there are no facts
            case Listed():
                self._arrived()
            case Extracted(stories=stories):
                self.session.forget_entries(stories)
                for story in stories:
                    self.stories.row_changed(story)
                if self.stories.story in stories:
                    self.preview()
            case Scanned():
                self.take_in()

    def _arrived(self) -> None:
        """Entries came or went: a first start fills the list as they come; later they wait for `r`."""
        if self._filling:
            if self._fill_timer is None:
                self._fill_timer = self.set_timer(max(0.001, self._fill_due - time.monotonic()), self._fill)
            return
        self.watch_decisions()
        self._put_whole()
        self.arrivals = self.session.count_arrivals()
        if self.session.settings.bell == "tagged" and (fresh := self.session.arrivals() - self._rung):
            self._ring(fresh)
        self.draw_header()

    def _put_whole(self) -> None:
        """What was decided about a part of a file is now said of the whole: that stands where the part stood."""
        whole, self._whole = self._whole, {}
        if whole:
            self.session.take_in_grown(whole.values())
            self.count_decided()
        ids = tuple(whole.get(story, story) for story in self.listing.ids)
        if ids != self.listing.ids:
            here = self.stories.story
            self.list_anew(replace(self.listing, ids=ids), whole.get(here) if here else None)

    def _moved(self, changed: frozenset[StoryId]) -> dict[StoryId, StoryId]:
        """The stories whose decision has gone to another story of the same file, each with that one."""
        decided = {story: decision for story in changed if (decision := self.session.store.decision(story))}
        at = {decision.path: story for story, decision in decided.items()}
        left = (entry for story in changed - decided.keys() if (entry := self.session.entry(story)))
        return {entry.id: at[entry.path] for entry in left if entry.path in at}

    def _fill(self) -> None:
        """List what a first start has read by now."""
        self._fill_timer = None
        # The first screenful was read here: until the index has as much, it would take rows away.
        if self._filling and (self.listing.asked or self.session.index.count() >= len(self.listing.ids)):
            began = time.monotonic()
            self.guarded(self.take_in)
            self._fill_due = time.monotonic() + LISTING_SHARE * (time.monotonic() - began)

    def _ring(self, fresh: frozenset[StoryId]) -> None:
        """Ring for a tagged story that was taken back or corrected, once; the title says so where the bell is not heard."""
        self._rung |= fresh
        self.watch_decisions()  # what was carried to them
        alarms = self.session.alarms(fresh)
        if alarms:
            self.app.bell()
            self.post_message(self.Titled(f"{alarms[0].kind}: a tagged story"))
            self.say(f"{alarms[0].kind}: {alarms[0].headline}", alarm=True)

    def _take_in_first(self) -> None:
        """The first look at the folder is through: from now on arrivals wait."""
        if self._filling:
            self.take_in()  # which day is the newest is known only now
            self._filling = False

    def take_in(self) -> None:
        """List anew what the view asks for, arrivals included; the cursor keeps its story and its line."""
        self.session.renew()
        if self.opened:
            self.watch_decisions()  # what was carried to new versions comes with them
        self.arrivals = 0
        if self._rung:
            self._rung = frozenset()
            self.post_message(self.Titled(""))
        self.today = dt.datetime.now(self.zone).date()
        text = self.listing.text
        if self._filling and text == self._first:  # which day is the newest is not yet known
            self._first = text = self.session.first_view()
        here = self.stories.story
        listing = self.session.listing(text)
        # Of a story that has a newer version only that is listed: the cursor goes where the story went.
        newest = self.session.newest_version(here) if here and here not in listing.ids else None
        self.list_anew(listing, newest if newest in listing.ids else None)
        self.count_decided()

    def watch_decisions(self) -> None:
        """What another terminal decided shows here."""
        changed = self.guarded(self.session.refresh_decisions) or frozenset()
        if len(changed) > 1:
            self._whole = {**self._whole, **self._moved(changed)}
        for story in changed:
            self.stories.row_changed(story)
        if changed:
            self.count_decided()
            if self.stories.story in changed:
                self.preview()
