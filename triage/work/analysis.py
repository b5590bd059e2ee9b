"""The facts' side of the work: the pipeline, and the stories that have no facts or suggestions of its making yet."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from triage.errors import FactsError
from triage.model.entry import Trouble
from triage.suggest import Suggester, digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from triage.facts.run import Extraction
    from triage.index import Index
    from triage.model.fact import Fact
    from triage.model.story import Story, StoryId
    from triage.model.suggestion import Suggestion
    from triage.settings import Settings

SLICE = 0.15
"""Seconds that a slice may take before it gives way to the screen's wishes; one story at the least."""

TOGETHER, ROOM = 16, 60_000
"""Stories, and characters of them, that are extracted at once at most: more take memory and save no time."""

CAUTIOUS = 10_000.0
"""Characters a second that are counted on until the first stories have shown what this machine does."""

COMMIT_EVERY = 1.0
"""Seconds between two commits of what nobody waits for: each makes the disk busy, and a decision's fsync waits for it."""


class Analysis:
    """Facts and suggestions for the stories of the index. Used in the thread that writes the index; the pipeline is loaded in another."""

    def __init__(self, settings: Settings, index: Index) -> None:
        self._pipeline, self._events = settings.pipeline, settings.events
        self._index = index
        self._suggester = Suggester(settings.tags)
        self._digest = digest(settings.tags)
        self._extraction: Extraction | None = None
        self._coming: Future[Extraction] | None = None
        self._focus: tuple[StoryId, ...] = ()
        self._facts: dict[StoryId, tuple[Sequence[Fact], Sequence[Trouble]]] = {}
        self._suggestions: dict[StoryId, tuple[Suggestion, ...]] = {}
        self._commit_due = 0.0
        self._pace = CAUTIOUS
        self.trouble: Trouble | None = None

    @property
    def loaded(self) -> bool:
        """Whether the pipeline is there, or can't be had."""
        return self._extraction is not None or self.trouble is not None

    @property
    def loading(self) -> bool:
        """Whether the pipeline is on its way."""
        return self._coming is not None and not self.loaded

    def load(self, patience: float) -> None:
        """Have the pipeline loaded, which takes seconds, and wait for it for `patience` seconds at most: files arrive meanwhile."""
        from concurrent.futures import ThreadPoolExecutor, wait  # late: a worker that only reads needs none

        if self._coming is None:
            self._coming = ThreadPoolExecutor(1, "pipeline").submit(self._load)
        wait((self._coming,), patience)
        if not self._coming.done():
            return
        try:
            self._extraction = self._coming.result()
            gc.freeze()  # what is here now stays: later collections need not look at all of the pipeline
        except FactsError as error:
            self.trouble = Trouble.of(error)

    def _load(self) -> Extraction:
        from triage.facts.run import Extraction  # late: half a second of imports that reading does not need

        return Extraction(self._pipeline, self._events)

    @property
    def asked(self) -> bool:
        """Whether somebody waits for stories that may have no facts yet."""
        return bool(self._focus)

    def focus(self, stories: Sequence[StoryId]) -> None:
        """Take these first, in this order."""
        self._focus = tuple(stories)

    def extracted(self) -> int:
        """How many stories have facts of this pipeline's making."""
        return self._index.extracted(self._extraction.signature) if self._extraction else 0

    def slice(self, *, hurried: bool = False) -> tuple[StoryId, ...] | None:
        """Extract for about `SLICE` seconds, the focus first and at once; the stories that are in the index by now.

        None when nothing is left to do. `hurried` says that other work waits: of the focus only the first is for now.
        """
        if self._extraction is None:
            return None
        asked, self._focus = self._focus, ()
        wanted = self._unfinished(asked[:1] if hurried else asked)
        if wanted or (asked and hurried):
            until = time.monotonic() + SLICE
            for story_id in wanted:  # one by one: somebody waits for the first
                self._extract([story_id])
                if time.monotonic() > until:
                    break
            return self._commit()
        if self._extract(self._next()):
            return self._commit() if time.monotonic() > self._commit_due else ()
        return self._commit() or self._suggest_again() or None

    def _unfinished(self, stories: Sequence[StoryId]) -> list[StoryId]:
        assert self._extraction is not None
        missing = self._index.without_facts(stories, self._extraction.signature)
        return [story for story in stories if story in missing]

    def _next(self) -> list[StoryId]:
        assert self._extraction is not None
        pending = self._index.pending(self._extraction.signature, 50 + len(self._facts))
        return [story for story in pending if story not in self._facts]

    def _extract(self, stories: Sequence[StoryId]) -> bool:
        """Facts and suggestions for as many of the stories, together, as a slice has time for; whether there were any."""
        assert self._extraction is not None
        began = time.monotonic()
        told: list[Story] = []
        for story_id in stories[:TOGETHER]:
            story = self._index.story(story_id)
            if story is None:  # gone since, or its row is damaged: not to be asked for again
                self._facts[story_id] = ((), ())
                continue
            if told and _characters([*told, story]) > min(self._pace * SLICE, ROOM):
                break
            told.append(story)
        for story, extracted in zip(told, self._extraction.facts_of(told), strict=True):
            self._facts[story.id] = (extracted.facts, extracted.troubles)
            self._suggestions[story.id] = self._suggester.suggest(story, extracted.facts)
        if told:
            # At most twice the last: a story in another language is done at once, and says nothing of the next ones.
            self._pace = min(2 * self._pace, _characters(told) / max(time.monotonic() - began, 1e-6))
        return bool(stories)

    def _commit(self) -> tuple[StoryId, ...]:
        """Put what has been extracted into the index; the stories."""
        assert self._extraction is not None
        done = tuple(self._facts)
        if done:
            facts = [(story, *found) for story, found in self._facts.items()]
            self._index.put_facts(facts, self._extraction.signature)
            self._index.put_suggestions(list(self._suggestions.items()), self._digest)
        self._facts, self._suggestions = {}, {}
        self._commit_due = time.monotonic() + COMMIT_EVERY
        return done

    def _suggest_again(self) -> tuple[StoryId, ...]:
        """Suggestions for stories whose tags were defined otherwise when theirs were made."""
        stale = self._index.stale(self._digest, 200)
        fresh = []
        for story_id in stale:
            story, facts = self._index.story(story_id), self._index.facts(story_id)
            if story is not None:
                fresh.append((story_id, self._suggester.suggest(story, facts)))
        if fresh:
            self._index.put_suggestions(fresh, self._digest)
        return tuple(story_id for story_id, _ in fresh)


def _characters(stories: Sequence[Story]) -> int:
    return sum(len(story.text) for story in stories)
