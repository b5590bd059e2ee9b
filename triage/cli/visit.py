"""One verb's visit to a desk: a session whose inbox has just been looked at, and the waiting for facts."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from triage.cli.bar import Bar
from triage.cli.ending import tell, tell_error
from triage.cli.options import Options, user
from triage.errors import FactsError, QueryError, SettingsError, WorkError
from triage.model.entry import Entry, Trouble
from triage.model.identity import is_story
from triage.model.message import Event, Extracted, Progress, Scanned
from triage.model.query import Field
from triage.session import Listing, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from triage.model.contract import Json
    from triage.model.story import StoryId

_IDS = frozenset("0123456789abcdef")


class Visit:
    """A session for one verb. `status` becomes 1 when some input could not be read or some facts are missing."""

    def __init__(self, session: Session, bar: Bar) -> None:
        self.session = session
        self.bar = bar
        self.status = 0
        self._events = session.worker.events()
        self._progress = Progress("reading", 0, 0, 0, 0)

    def rescan(self) -> None:
        """Have every complete file of the inbox read. Raises WorkError when nobody can do it."""
        self.session.worker.rescan()
        for event in self._hear():
            self.bar.show("reading", self._progress.read, self._progress.files)
            if isinstance(event, Scanned):
                self.bar.clear()
                self._catch_up()
                return
        trouble = self._progress.trouble or Trouble("No facts worker", "it cannot look at the inbox", "try again")
        raise WorkError(trouble.message, title=trouble.title, hint=trouble.hint)

    def listing(self, query: str, *, wait: bool = True) -> Listing:
        """The stories that `query` lists, all of them for an empty one, each version by itself; it may be a story's id. Facts
        that it asks for are waited for. Raises QueryError."""
        if not query.strip():
            return self.session.listing(whole=True)
        story = self._id_in(query)
        if story:
            return Listing(query, (story,), self.session.index.count(every_version=True))
        ask = partial(self.session.listing, query, whole=True)
        try:
            self._await(lambda: ask().missing, wait)
            return ask()
        except QueryError as error:
            pointer = f"{query}\n{' ' * error.position}^"
            hint = f"{pointer}\n{error.hint}" if error.hint else pointer
            raise QueryError(error.message, position=error.position, title=error.title, hint=hint) from error

    def entries(self, listing: Listing, *, facts: bool = False, wait: bool = True) -> list[Entry]:
        """The entries of a listing without those that could not be read, which are named; with `facts`, theirs are waited for."""
        if facts:
            self._await(lambda: self._without_facts(listing.ids), wait)
        found = []
        for row in self.session.rows(listing.ids):
            if is_unreadable(row.entry):
                self.status = 1
                assert row.entry.error is not None
                self.bar.clear()
                tell_error(row.entry.error.title, row.entry.error.message, row.entry.error.hint)
            else:
                found.append(row.entry)
        return found

    def records(self, listing: Listing) -> Iterator[Json]:
        """All that is known of the listed stories, as the contract's JSON objects."""
        for place, story in enumerate(listing.ids):
            if not sys.stdout.isatty():  # else it would be drawn between the records
                self.bar.show("writing", place, len(listing.ids))
            yield self.session.record(story)
        self.bar.clear()

    def story(self, beginning: str) -> StoryId:
        """The story whose id begins so. Raises SettingsError when there is none, or several."""
        found = self.session.index.resolve(beginning.lower()) or self._gone(beginning.lower())
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(found)
            raise SettingsError(f"{beginning!r} begins several ids: {ids}", title="Story", hint="give more of the id")
        raise SettingsError(
            f"No story has an id that begins {beginning!r}", title="Story", hint="triage list shows the ids"
        )

    def facts_of(self, story: StoryId, *, wait: bool = True) -> None:
        """Have the facts of one story extracted, before all others."""
        self.session.worker.focus((story,))
        self._await(lambda: self._without_facts([story]), wait)

    def _id_in(self, query: str) -> StoryId | None:
        """The story, when the query is an id or looks like the beginning of one: a word and a number are neither."""
        word = query.strip().lower()
        mixed = not word.isdecimal() and any(char.isdecimal() for char in word)
        if not _IDS.issuperset(word) or not (len(word) >= 8 or (len(word) >= 4 and mixed)):
            return None
        return self.story(word) if self.session.index.resolve(word) or self._gone(word) else None

    def _gone(self, beginning: str) -> list[StoryId]:
        """Decided stories whose files have gone, by the beginning of the id."""
        known = (self.session.store.matching(Field("is", state)) for state in ("decided", "later", "tagged", "noted"))
        return sorted({story for stories in known for story in stories if story.startswith(beginning)})

    def _without_facts(self, ids: Sequence[StoryId]) -> int:
        entries = self.session.index.entries(ids)
        return sum(not entry.extracted and entry.error is None for entry in entries)

    def _await(self, missing: Callable[[], int], wait: bool) -> None:
        """Wait until no facts are missing, or nobody will extract them; what is missing then is told, and spoils the status."""
        left = wanted = missing()
        if left and wait:
            self.bar.show("loading the pipeline")
            self.session.worker.rescan()  # answered at once: without it, a worker that rests would say nothing
            for event in self._hear():
                if isinstance(event, Extracted):
                    self._catch_up()
                    left = missing()
                    self.bar.show("extracting facts", wanted - left, wanted)
                if not left or self._at_rest(event):
                    break
        self.bar.clear()
        if not left:
            return
        trouble = self._progress.trouble
        if trouble and wait:
            raise FactsError(trouble.message, title=trouble.title, hint=trouble.hint)
        self.status = 1
        tell(f"triage: {left:,} of {self.session.index.count(every_version=True):,} stories have no facts yet")

    def _hear(self) -> Iterator[Event]:
        for event in self._events:
            if isinstance(event, Progress):
                self._progress = event
            yield event

    def _at_rest(self, event: Event) -> bool:
        """Whether the worker has nothing more to do, or cannot: it tells of every change, so what it told last holds."""
        resting = self._progress.phase == "idle" or self._progress.trouble is not None
        return resting and isinstance(event, Progress | Scanned)

    def _catch_up(self) -> None:
        self.session.index.changed()
        self.session.renew()


def is_unreadable(entry: Entry) -> bool:
    """Whether the entry stands for a file that could not be read, not for a story."""
    return not is_story(entry.id)


@contextmanager
def visit(options: Options) -> Iterator[Visit]:
    """A visit to the desk that the options name, after a look at its inbox."""
    settings = options.settings()
    session = Session(settings, options.locations(settings), user())
    try:
        with Bar() as bar:
            here = Visit(session, bar)
            here.rescan()
            yield here
    finally:
        session.close()
