"""What of the inbox a session has taken in: as it stood at the last `renew`, so that nothing moves under the person's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.session.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from triage.model.entry import Entry
    from triage.model.story import StoryId


class TakingIn(Finding):
    """Knows which stories had come by the last `renew`. What comes after it has arrived, and is not listed yet; but a file that
    goes on being written is no arrival: what it holds now stands where its part stood."""

    _everything: tuple[StoryId, ...] | None = None
    _taken_in: int | None = None
    _newest: Entry | None = None
    _grown: frozenset[StoryId] = frozenset()
    """Stories that came later, in the place of a part of them that was there."""

    def entries(self, ids: Sequence[StoryId]) -> list[Entry]:
        """The entries of `ids`, in that order."""
        raise NotImplementedError

    def forget_entries(self, ids: Collection[StoryId] | None = None) -> None:
        """Read the entries anew when they are next asked for."""
        raise NotImplementedError

    @property
    def everything(self) -> tuple[StoryId, ...]:
        """All stories that the inbox had at the last `renew`, newest first, each in its newest version."""
        if self._everything is None:
            there = self.index.ids(until=self.taken_in)
            self._everything = tuple(
                self._with_grown(there, self.index.ids(every_version=True)) if self._grown else there
            )
        return self._everything

    def within(self, bounds: tuple[float, float]) -> tuple[StoryId, ...]:
        """The stories that the inbox had between the bounds at the last `renew`, newest first."""
        if bounds not in self._within:
            there = self.index.within(*bounds, until=self.taken_in)
            if self._grown:
                there = self._with_grown(there, self.index.within(*bounds, every_version=True))
            self._within = {bounds: tuple(there)}
        return self._within[bounds]

    def _with_grown(self, there: Sequence[StoryId], every: Sequence[StoryId]) -> list[StoryId]:
        """What was there and what has grown since, in the order of all that is there now."""
        wanted = self._grown.union(there)
        return [story for story in every if story in wanted]

    @property
    def taken_in(self) -> int:
        """The index's mark at the last `renew`: what comes after it has arrived, and is not listed yet."""
        if self._taken_in is None:
            self._taken_in = self.index.mark()
        return self._taken_in

    def renew(self) -> None:
        """Take in what the index has by now, also when it is a new file."""
        self.index.changed()
        self._taken_in = self.index.mark()
        self._grown = frozenset()
        self._anew()
        self.forget_entries()

    def take_in_grown(self, stories: Collection[StoryId]) -> None:
        """These have taken the place of parts of them, which were there: they count as those did, and have not arrived."""
        self._grown = self._grown.union(stories)
        self._anew()

    def _anew(self) -> None:
        self._everything = self._everyone = self._newest = None
        self._within = {}

    @property
    def newest(self) -> Entry | None:
        """The newest entry of what is listed; None while there is none."""
        if self._newest is None:
            self._newest = next(iter(self.entries(self.index.ids(1, until=self.taken_in))), None)
        return self._newest

    def arrivals(self) -> frozenset[StoryId]:
        """The stories, or their new versions, that the index has and the last `renew` did not bring."""
        self.index.changed()
        return frozenset(self.index.came(self.taken_in)) - self._grown

    def count_arrivals(self) -> int:
        """How many `arrivals` there are."""
        self.index.changed()
        return len(self.arrivals()) if self._grown else self.index.count_came(self.taken_in)

    def alarms(self, stories: Collection[StoryId]) -> list[Entry]:
        """Those of `stories` that are the flash, the correction or the kill of a story that somebody has tagged."""
        loud = [entry for entry in self.index.entries(tuple(stories)) if entry.kind in ("flash", "correction", "kill")]
        return [entry for entry in loud if any(self.store.tags(one) for one in self.index.versions(entry.id))]
