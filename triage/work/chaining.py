"""The chains' side of the work: for each story that has come, whether it is a version of another."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from triage.index.chaining import Clued
from triage.ingest.chain_traces import Trace, neighbours, trace
from triage.ingest.chains import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage.index import Index
    from triage.model.story import StoryId

BATCH = 100
"""Stories between two commits."""

KEPT = 1000
"""Traces that are kept: what comes is most often a version of something that came a moment ago."""


class Chaining:
    """Joins stories to chains in the index. Used in the thread that writes the index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._traces: OrderedDict[StoryId, Trace] = OrderedDict()

    def keep(self, traces: Iterable[Trace]) -> None:
        """These stories have just been read: what is at hand need not be fetched from the index."""
        for one in traces:
            self._keep(one)

    def slice(self) -> tuple[StoryId, ...] | None:
        """Look for the versions of a batch of stories; those that have some. None when there are no more stories."""
        stories = tuple(self._index.unchained(BATCH))
        fresh = [one for story in stories if (one := self._trace(story))]
        if fresh:
            self._index.put_clues([_clued(one) for one in fresh])
        found = {one.id: self._versions_of(one) for one in fresh}
        self._index.put_chains([(story, found.get(story, ())) for story in stories])
        return tuple(story for story, others in found.items() if others) if stories else None

    def _versions_of(self, one: Trace) -> list[StoryId]:
        others = (self._trace(story) for story in self._index.with_clues(neighbours(one)) if story != one.id)
        return [other.id for other in others if other and joined(one, other)]

    def _trace(self, story: StoryId) -> Trace | None:
        known = self._traces.get(story)
        if known:
            self._traces.move_to_end(story)
            return known
        text, entries = self._index.story(story), self._index.entries([story])
        if text is None or not entries:
            return None
        return self._keep(trace(text, entries[0].when))

    def _keep(self, made: Trace) -> Trace:
        self._traces[made.id] = made
        if len(self._traces) > KEPT:
            self._traces.popitem(last=False)
        return made


def _clued(one: Trace) -> Clued:
    return Clued(one.id, one.clues, one.kind.value, one.ordinal, one.turn, one.timed)
