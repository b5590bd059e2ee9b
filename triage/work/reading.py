"""The inbox's side of the work: which files are new, and reading them into the index a slice at a time."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from triage import ingest
from triage.errors import ReadError
from triage.ingest.inbox import SETTLING_NS, UNOPENED, Seen, is_folder, is_left_out, is_open, scan, see, settled
from triage.model.entry import Trouble
from triage.work.hand import Hand
from triage.work.one_file import Read, Wanted, read
from triage.work.rewriting import Rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from triage.index import Index
    from triage.model.story import StoryId

SLICE = 0.1
"""Seconds that a slice may take before it gives way to the screen's wishes."""

BATCH = 100
"""Files read, at most, between two commits."""

MANY = 200
"""Files waiting from which on a second process reads as well: it takes a moment to start, and memory."""

HANDFUL, AHEAD = 25, 100
"""Files that it is given at once, and that it has to read at the most: the newest shall not be long in coming."""

LARGE = 100_000
"""Bytes of a file, more than pages have, from which on it is not given away: it may hold a thousand stories, and all that is given
after it would wait."""


class Reading:
    """What of the inbox is read and what is not. Used in one thread, which is the index's only writer.

    `rewritten` is told of each file that has changed before the index forgets what it held. `found` are the files, as
    the system knows them, that the last look was the first to find new or changed, `opened` says that it
    found a folder open which could not be listed before, `linked` that it has followed links: of what changes where they lead to nothing
    is told under their names.
    """

    def __init__(
        self,
        inbox: Path,
        index: Index,
        rewritten: Callable[[Rewritten], None] | None = None,
        clock: Callable[[], int] = time.monotonic_ns,
        *,
        follow_links: bool = False,
    ) -> None:
        self._inbox = inbox
        self._follow = follow_links
        self._index = index
        self._signature = ingest.signature()
        self._rewritten = rewritten
        self._clock = clock
        self._unread: dict[str, Seen] = {}  # the newest last: there, taking one away costs nothing
        self._unsettled: dict[str, tuple[Seen, int]] = {}
        self._gone: set[str] = set()
        self._hand: Hand | None = None
        self._given: dict[str, tuple[Seen, tuple[StoryId, ...]]] = {}  # to the hand, with what each held before
        self._helped = (os.cpu_count() or 1) > 1
        self.files = 0
        self.opened = self.linked = False
        self.found: tuple[str, ...] = ()
        self.trouble: Trouble | None = None

    @property
    def busy(self) -> bool:
        """Whether files wait to be read."""
        return bool(self._unread or self._given)

    @property
    def waiting(self) -> bool:
        """Whether files are still being written, so that another look is due soon."""
        return bool(self._unsettled)

    @property
    def read(self) -> int:
        """How many of the files are in the index."""
        return max(0, self.files - len(self._unread) - len(self._given) - len(self._unsettled))

    def look(self) -> bool:
        """Compare the folder with the index; returns whether entries went because their files did."""
        try:
            self.found, links = (), set[str]()
            there = {seen.path: seen for seen in scan(self._inbox, follow=self._follow, links=links)}
            self.linked = bool(links)
        except ReadError as error:
            self.trouble = Trouble.of(error)
            return False
        self.trouble = None
        known = self._index.files(self._signature)
        read = known if len(known) == self._index.count_files() else self._index.files()
        self._gone = {path for path in read if path not in there}
        self.opened = any(read[path] == (0, 0) and is_folder(self._inbox, path) for path in self._gone)
        fresh = [
            seen
            for seen in there.values()
            if (before := known.get(seen.path)) != (seen.size, seen.modified) and not self._is_closed(seen, before)
        ]
        if read:  # else it is the first look, and all is new
            self.found = tuple(seen.at or seen.path for seen in fresh if seen.path not in self._unsettled)
        self.files = len(there)
        self._unread = {}
        self._take_up(fresh)
        fresh_paths = {seen.path for seen in fresh}
        self._unsettled = {path: seen for path, seen in self._unsettled.items() if path in fresh_paths}
        return self._forget()

    def notice(self, paths: Iterable[str]) -> bool:
        """These paths have changed, as the system knows them; False if it takes a look at the whole folder to say how."""
        fresh: list[Seen] = []
        for path in paths:
            if path != "." and is_left_out(path):
                continue  # senders write under such names, and nothing of it is to be read
            seen = see(self._inbox, path, follow=self._follow)
            if seen is None and is_folder(self._inbox, path):
                return False  # nothing is told of what is in a folder that came as a whole
            known = self._index.file(seen.path if seen else path)
            if seen is None and known is None:
                if path not in self._unsettled:
                    return False  # a folder, or what was in one that went
                del self._unsettled[path]
                self.files -= 1
            elif seen is None:
                self._lose(path)
            elif known is None and self._index.holds_below(seen.path):
                return False  # it has come in the place of a folder
            else:
                self._find(seen.path)
            if (
                seen
                and known != (seen.size, seen.modified, self._signature)
                and not self._is_closed(seen, known and known[:2])
            ):
                waiting = any(seen.path in some for some in (self._unsettled, self._unread, self._given))
                self.files += known is None and not waiting
                fresh.append(seen)
        self._take_up(fresh)
        return True

    def _is_closed(self, seen: Seen, known: tuple[int, int] | None) -> bool:
        """Whether a file could not be opened and still cannot: the right to read it comes without any other change."""
        return known == (UNOPENED, seen.modified) and not is_open(self._inbox, seen)

    def settle(self) -> None:
        """Look at the files that were still being written again."""
        looks = [
            see(self._inbox, before.at or before.path, follow=self._follow) for before, _ in self._unsettled.values()
        ]
        fresh = [seen for seen in looks if seen]
        gone = self._unsettled.keys() - {seen.path for seen in fresh}
        for path in gone:
            del self._unsettled[path]
        self.files -= len(gone)
        self._take_up(fresh)

    def slice(self) -> list[Read]:
        """Read the newest unread files for about `SLICE` seconds and commit them; what reading them came to."""
        until = time.monotonic() + SLICE
        done: list[Read] = []
        while self.busy and len(done) < BATCH and time.monotonic() < until:
            done += self._handed() or [self._read(self._unread.popitem()[1]) for _ in range(bool(self._unread))]
        self._index.put_files([one.found for one in done], self._signature)
        self._forget()
        return done

    def forget(self) -> bool:
        """Let go of files that are gone; returns whether there were any."""
        return self._forget()

    def _read(self, seen: Seen) -> Read:
        wanted, before = self._wanted(seen)
        return self._compared(read(self._inbox, wanted, follow_links=self._follow), before)

    def _wanted(self, seen: Seen) -> tuple[Wanted, tuple[StoryId, ...]]:
        """The file as it is to be read, and the stories that it held before."""
        before, size = self._index.at(seen.path)
        return (seen, size if size < seen.size else 0), before

    def _compared(self, done: Read, before: tuple[StoryId, ...]) -> Read:
        if self._rewritten and before and {story.id for story in done.found.stories} != {*before}:
            self._rewritten(Rewritten(done.found, before))
        return done

    def _handed(self) -> list[Read]:
        """What the second process has read by now, which gets more to read for it; while many files wait there is one."""
        if self._hand is None and self._helped and len(self._unread) > MANY:
            self._hand = self._engage()
        if self._hand is None:
            return []
        taken: list[tuple[Read, tuple[StoryId, ...]]] = []
        try:
            answer = self._hand.take(0.0 if self._unread else SLICE)
            taken = [(one, before) for seen, one in answer for before in self._taken(seen)]
            while self._hand.there and len(self._given) <= AHEAD - HANDFUL and self._give(self._hand):
                pass
        except (EOFError, OSError):  # it was ended or stopped, or ran out of memory: one does it all, but slower
            self._helped = False
            self._dismiss(self._hand)
        return [self._compared(one, before) for one, before in taken]

    def _engage(self) -> Hand | None:
        try:
            return Hand(self._inbox, follow_links=self._follow)
        except OSError:  # no room for another process
            self._helped = False
            return None

    def _give(self, hand: Hand) -> bool:
        """Have the newest of the unread files read, up to one that is large; whether there were any."""
        handful: list[tuple[Wanted, tuple[StoryId, ...]]] = []
        while self._unread and len(handful) < HANDFUL:
            path, seen = self._unread.popitem()
            if seen.size > LARGE:
                self._unread[path] = seen
                break
            handful.append(self._wanted(seen))
        self._given |= {seen.path: (seen, before) for (seen, _), before in handful}
        if handful:
            hand.give([wanted for wanted, _ in handful])
        return bool(handful)

    def _taken(self, seen: Seen) -> Iterator[tuple[StoryId, ...]]:
        """What the file that has been read held before; nothing if it has changed since it was given."""
        given, before = self._given.get(seen.path, (None, ()))
        if given is seen:
            del self._given[seen.path]
            yield before

    def _dismiss(self, hand: Hand) -> None:
        """Let the second process go; what it had still to read waits again, the newest last as all that does."""
        hand.close()
        self._hand = None
        self._unread |= {path: seen for path, (seen, _) in reversed(self._given.items())}
        self._given = {}

    def _take_up(self, fresh: list[Seen]) -> None:
        """Read these before all others: they have just come."""
        for seen in sorted(self._complete(fresh), key=lambda seen: seen.modified):
            self._unread.pop(seen.path, None)
            self._given.pop(seen.path, None)
            self._unread[seen.path] = seen

    def _lose(self, path: str) -> None:
        """The file that was read at this path is gone: nothing more is to be read there."""
        if path not in self._gone:
            self._gone.add(path)
            self.files -= 1
        for waiting in (self._unread, self._given, self._unsettled):
            waiting.pop(path, None)

    def _find(self, path: str) -> None:
        """A file is at this path, though it may have been gone a moment ago."""
        if path in self._gone:
            self._gone.remove(path)
            self.files += 1

    def _complete(self, fresh: Iterable[Seen]) -> list[Seen]:
        """Those that are no longer being written; the others wait, each with the time since when it has stood still.

        A file is complete when it is old enough, or has been the same for a second: a clock may be wrong.
        """
        complete, now, clock = [], time.time_ns(), self._clock()
        for seen in fresh:
            before, since = self._unsettled.get(seen.path, (None, clock))
            since = since if before == seen else clock
            if settled(seen, now, before if clock - since >= SETTLING_NS else None):
                self._unsettled.pop(seen.path, None)
                complete.append(seen)
            else:
                self._unsettled[seen.path] = (seen, since)
        return complete

    def _forget(self) -> bool:
        """Let go of the second process, and of files that are no longer there, once all others are read: a renamed file's
        story keeps its facts."""
        if self.busy:
            return False
        if self._hand:
            self._dismiss(self._hand)
        if not self._gone:
            return False
        self._index.forget(self._gone)
        self._gone = set()
        return True
