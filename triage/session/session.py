"""One person's session at one desk: what is listed, what is shown, what is decided."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triage.errors import StoreError
from triage.index import Index
from triage.model.identity import is_story
from triage.model.state import State
from triage.session.listing import Listing, Row, Shift
from triage.session.looking import Looking
from triage.session.planning import Planning
from triage.session.taking_in import TakingIn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from triage.locations import Locations
    from triage.model.contract import Json
    from triage.model.entry import Entry, Trouble
    from triage.model.fact import Fact
    from triage.model.story import Story, StoryId
    from triage.model.suggestion import Suggestion
    from triage.model.verdict import Verdicts
    from triage.session.comparing import Comparison
    from triage.session.unread import Unread
    from triage.session.worker_link import WorkerLink
    from triage.settings import Settings
    from triage.store import TagStore

ENTRIES_KEPT = 2000
"""Entries that are kept for rows to be drawn again: a key must not wait for the index."""


class Session(Planning, TakingIn, Looking):
    """State and verbs of one session. Belongs to one thread; nothing here waits for the second process unless it says so.

    The index is read as it stands; the store is opened when it is first needed, so that a list can be on the screen before.
    For the same reason the rooms that a first screen does without are imported where they are used.
    """

    def __init__(self, settings: Settings, locations: Locations, user: str) -> None:
        self.settings = settings
        self.locations = locations
        self.user = user
        self.index = Index.open(locations.index, zone=self.zone)
        self._unread: Unread | None = None
        self._entries: dict[StoryId, Entry] = {}
        self._within, self._everyone = {}, None

    @cached_property
    def store(self) -> TagStore:
        """The store of decisions. Raises StoreError when it cannot be used."""
        from triage.store import TagStore

        return TagStore.open(self.locations.store, self.user)

    @cached_property
    def worker(self) -> WorkerLink:
        """The line to the second process."""
        from triage.session.worker_link import WorkerLink

        return WorkerLink(self.locations, self.settings.found_at, self.settings.pipeline)

    def hang_up(self) -> None:
        """End the line to the second process, and with it whoever listens to that."""
        if "worker" in self.__dict__:
            self.worker.close()

    def close(self) -> None:
        """Hang up, and bring the store's file up to date. Raises StoreError when that fails; nothing is lost by it."""
        self.hang_up()
        self.index.close()
        if "store" in self.__dict__:
            try:
                self.store.close()
            except StoreError as error:
                raise self._behind(error) from error

    def _behind(self, error: StoreError) -> StoreError:
        """The error of a store's file that stays behind its journal, where there is one: the decisions are safe there."""
        from triage.store.files import StoreFiles

        if not StoreFiles.at(self.locations.store).has_history():
            return error
        reason = getattr(error.__cause__, "strerror", None) or error.message
        return StoreError(
            f"{self.locations.store} could not be brought up to date: {reason}",
            title="Store behind",
            hint="Every decision is in the journal beside it; the next start takes them from there",
        )

    # What is listed

    def first_page(self, count: int) -> Listing:
        """The newest `count` stories of the newest day, at once: from the index, or from the files themselves when nothing
        is indexed yet."""
        day = self.days.newest()
        if day:
            ids = self.index.within(*self.days.bounds(day), count)
            return Listing(f"day:{day}", tuple(ids), self.index.count(), day=day)
        from triage.session.unread import Unread

        self._unread = Unread(self.locations.inbox, follow_links=self.settings.follow_links)
        entries = self._unread.read_newest(count)
        whole = [entry for entry in entries if entry.error is None] or entries
        day = self.days.day_of(whole[0].when) if whole else None
        ids = [entry.id for entry in entries if self.days.day_of(entry.when) == day]
        return Listing(f"day:{day}" if day else "", tuple(ids), len(entries), day=day)

    def next_undecided(self, ids: Sequence[StoryId], line: int, by: int) -> int | None:
        """The nearest line from `line`, in the direction `by`, whose story is undecided; None when there is none."""
        away = (State.DONE, State.SPIKED, State.LATER)
        lines = range(line + by, len(ids) if by > 0 else -1, by)
        return next((at for at in lines if is_story(ids[at]) and self.store.state(ids[at]) not in away), None)

    def undecided(self, ids: Sequence[StoryId]) -> list[int]:
        """The lines of `ids` whose stories are undecided and not put off, in order."""
        from triage.model.query import Field

        away = self.store.matching(Field("is", "decided")) | self.store.matching(Field("is", "later"))
        return [line for line, story in enumerate(ids) if story not in away and is_story(story)]

    def rows(self, ids: Sequence[StoryId], *, decisions: bool = True) -> list[Row]:
        """The rows for `ids`, in that order; without `decisions` the store is left alone (for the very first paint)."""
        if not decisions:
            return [Row(entry, State.NEW) for entry in self.entries(ids)]
        return [self._row(entry) for entry in self.entries(ids)]

    def forget_entries(self, ids: Collection[StoryId] | None = None) -> None:
        """Read the entries of `ids` (all, if None) anew when they are next asked for: the index has others by now."""
        if ids is None:
            self._entries.clear()
        else:
            for story in ids:
                self._entries.pop(story, None)

    def entries(self, ids: Sequence[StoryId]) -> list[Entry]:
        """The entries of `ids`, in that order, those nobody knows of left out. What the index had is kept until `forget_entries`."""
        known = self._entries
        unknown = [story for story in ids if story not in known]
        if unknown:
            if len(known) > ENTRIES_KEPT:
                known.clear()
                unknown = list(ids)
            known.update({entry.id: entry for entry in self.index.entries(unknown)})
        unread = self._unread.entry if self._unread else known.get
        found = (known.get(story) or unread(story) or self._gone(story) for story in ids)
        return [entry for entry in found if entry]

    def _gone(self, story: StoryId) -> Entry | None:
        """The row of a decided story whose file is no longer in the inbox."""
        decision = self.store.decision(story)
        if decision is None:
            return None
        from triage.model.entry import Entry, Trouble

        trouble = Trouble("File gone", f"{decision.path} is no longer in the inbox", "the decision is kept")
        return Entry(story, decision.path or "", decision.headline, "", 0.0, error=trouble)

    def _row(self, entry: Entry) -> Row:
        decision = self.store.decision(entry.id)
        state = self.store.state(entry.id)
        suggested = tuple(one.tag for one in entry.suggestions)
        if decision is None:
            return Row(entry, state, suggested=suggested)
        news = decision.news
        settled = suggested if state.decided else (*decision.tags, *decision.refused)
        offered = tuple(tag for tag in suggested if tag not in settled)
        return Row(entry, state, decision.tags, bool(decision.note), offered, news, decision.muted)

    # What is shown

    def entry(self, story: StoryId) -> Entry | None:
        """The entry of a story; None when there is no such story."""
        found = self.entries([story])
        return found[0] if found else None

    def story(self, story: StoryId) -> Story | None:
        """The story itself; None for a file that could not be read or is gone."""
        return self.index.story(story) or (self._unread.story(story) if self._unread else None)

    def source_file(self, story: StoryId) -> Path | None:
        """The story's own file, if it is there and can be read as it is; None for one packed, in UTF-16, or a part of a file."""
        from triage.session.sources import plain_file

        entry = self.entry(story)
        return plain_file(self.locations.inbox / entry.path) if entry else None

    def versions(self, story: StoryId) -> list[Entry]:
        """All versions of the story, the first one first; only its own while no others are known."""
        return self.index.entries(self.index.versions(story))

    def paths(self, story: StoryId) -> tuple[str, ...]:
        """Every place in the inbox where the story's bytes are."""
        return self.index.paths(story)

    def newest_version(self, story: StoryId) -> StoryId:
        """The version that the list shows in the place of this one."""
        return self.index.versions(story)[-1]

    def compare(self, older: Entry, newer: Entry) -> Comparison:
        """What changed from one version to another, and why they are taken for versions of one story."""
        from triage.session.comparing import compare

        return compare(self.index, older, newer)

    def facts(self, story: StoryId) -> tuple[Fact, ...]:
        """The facts extracted so far."""
        return self.index.facts(story)

    def verdicts(self, story: StoryId) -> Verdicts:
        """What people said about the story's facts."""
        decision = self.store.decision(story)
        return decision.facts if decision else {}

    def suggestions(self, story: StoryId) -> tuple[Suggestion, ...]:
        """The suggested tags that the story does not have yet, and that nobody refused."""
        decision = self.store.decision(story)
        settled = (*decision.tags, *decision.refused) if decision else ()
        return tuple(one for one in self.index.suggestions(story) if one.tag not in settled)

    def troubles(self, story: StoryId) -> tuple[Trouble, ...]:
        """What the extraction could not do for the story."""
        return self.index.troubles(story)

    def record(self, story: StoryId) -> Json:
        """All that is known of a story, as the contract's JSON object."""
        from triage.model.contract import record

        entry = self.entry(story)
        decision = self.store.decision(story)
        return record(
            self.story(story),
            self.facts(story),
            self.index.suggestions(story),
            decision,
            entry.error if entry else None,
            entry.path if entry else None,
            entry.chain if entry else None,
            entry.version if entry and entry.chain else None,
        )

    def shift(self, day: dt.date | None = None) -> Shift:
        """How far the person is through the stories of a day; None: of the whole inbox."""
        from triage.model.query import Field

        there = self.within(self.days.bounds(day)) if day else self.everything
        stories = sum(map(is_story, there))
        return Shift(len(self.store.matching(Field("is", "decided")).intersection(there)), stories)
