"""The worker's day: between the sessions' wishes, read what is new, extract facts, suggest tags, keep the store's file."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from triage.errors import IndexUnusableError, StoreError
from triage.index import Index
from triage.model.message import Extracted, Focus, Listed, Progress, Request, Rescan, Scanned
from triage.store import snapshot
from triage.work.analysis import Analysis
from triage.work.carrying import Carrying
from triage.work.chaining import Chaining
from triage.work.reading import Reading
from triage.work.watching import MANY, Watch

if TYPE_CHECKING:
    from triage.locations import Locations
    from triage.settings import Settings
    from triage.work.rewriting import Rewritten
    from triage.work.server import Server

GREETING = 0.5
"""Seconds in which the session that started the worker has found it."""

READ_FIRST = 7.0
"""Seconds of reading after which the pipeline is loaded although files are left: facts shall not wait for the whole pile, but a
usual day's is listed by then, and loading takes as long as reading half of it."""

READING_FIRST = 6.0
"""How many times as long as it extracts this process reads, while there are files to read and nobody waits for facts."""

LOOK_EVERY = 1.0
"""Seconds between two looks at the folder where nobody tells of changes."""

LOOK_REST = 10.0
"""How many times as long as a look has kept this process busy it leaves the folder alone then. To wait for a slow file system is
not to be busy: after that it rests only as long as it has waited."""

RELOOK_EVERY = 20.0
"""Seconds between two looks at the folder where the file system tells of changes: it may have lost some."""

LOADING_EVERY = 0.05
"""Seconds between two looks for other work while the pipeline is on its way."""

SETTLE_EVERY = 0.2
"""Seconds between two looks at files that are still being written, and in which this process rests when it has nothing to do."""

SNAPSHOT_EVERY = 4.0
"""Seconds between two looks whether the store's file is behind its journal; the contract allows five."""

PROGRESS_EVERY = 0.5
"""Seconds between two reports while work goes on."""


class Desk:
    """One inbox and store, worked on in one thread until nobody is interested any more."""

    def __init__(self, locations: Locations, settings: Settings, index: Index, server: Server) -> None:
        self._locations = locations
        self._index = index
        self._server = server
        self._carrying = Carrying(locations.store, index)
        self._reading = Reading(locations.inbox, index, self._rewritten, follow_links=settings.follow_links)
        self._watch = Watch(locations.inbox)
        self._chaining = Chaining(index)
        self._analysis = Analysis(settings, index)
        self._started = time.monotonic()
        self._look_due = self._settle_due = self._snapshot_due = self._report_due = self._extract_due = 0.0
        self._asked = self._idle = self._told = False
        self._reported: Progress | None = None

    def work(self) -> None:
        """Work until no session is left.

        Whoever started this worker comes at once and says what it wants: heard first, it need not wait for the pipeline.
        """
        for seconds in (GREETING, GREETING / 10):
            for request in self._server.requests(seconds):
                self._heed(request)
        while self._server.wanted():
            rest = 0.0 if self._step() else SETTLE_EVERY
            for request in self._server.requests(rest):
                self._heed(request)
        self._watch.close()

    def _heed(self, request: Request | None) -> None:
        match request:
            case Focus(stories=stories):
                self._analysis.focus(stories)
                self._idle = False
            case Rescan():
                self._require_readable_index()
                self._look_due, self._asked = 0.0, True
            case None:
                self._reported = None
                self._idle = False

    def _require_readable_index(self) -> None:
        """Raises IndexUnusableError when others do not find in the file what was written: it was deleted, or damaged in
        places that are still in memory here. That ends this worker, and the next one makes the file anew."""
        with contextlib.closing(Index.open(self._locations.index)) as seen:
            if seen.count(every_version=True) != self._index.count(every_version=True):
                raise IndexUnusableError(
                    f"{self._locations.index} is not what was written", title="Index unusable", hint="it is made anew"
                )

    def _step(self) -> bool:
        """The next bit of what is due; whether there is more."""
        now = time.monotonic()
        if now >= self._snapshot_due:
            self._keep_store()
        if now >= self._look_due and not self._reading.busy:
            self._look()
        self._heed_watch(now)
        if self._reading.busy:
            self._idle = False
            self._read()
        self._answer_scan()
        if not self._idle:
            self._idle = not self._extract()
        self._report(now_idle=self._idle)
        return not self._idle

    def _heed_watch(self, now: float) -> None:
        """What the file system tells, and what was still being written a moment ago."""
        changed = self._watch.taken()
        if changed:
            if len(changed) > MANY or not self._reading.notice(changed):
                self._look_due = 0.0
            elif self._reading.forget():
                self._server.send(Listed())
        if self._reading.waiting and now >= self._settle_due:
            self._reading.settle()
            self._settle_due = time.monotonic() + SETTLE_EVERY

    def _look(self) -> None:
        self._watch.ensure()
        told_before = self._told and self._look_due > 0.0  # after a wish, what has just come may not be told yet
        began, busy = time.monotonic(), time.thread_time()
        if self._reading.look():
            self._server.send(Listed())
            self._reported = None
        if self._reading.opened:
            self._watch.renew()
        took, busy = time.monotonic() - began, time.thread_time() - busy
        self._told = self._watch.alive and not self._reading.linked
        if told_before and self._told:
            self._watch.missed(self._reading.found)
        every = max(RELOOK_EVERY, 200 * took) if self._told else max(LOOK_EVERY, LOOK_REST * busy, took)
        self._look_due = time.monotonic() + every

    def _read(self) -> None:
        self._chaining.keep(trace for one in self._reading.slice() for trace in one.traces)
        self._chain()
        self._server.send(Listed())

    def _rewritten(self, file: Rewritten) -> None:
        with contextlib.suppress(StoreError):  # the decision stays with the story that was there
            self._carrying.rewritten(file)

    def _chain(self) -> None:
        """Find out which stories are versions of others, and let each go on from what was decided about the one before."""
        while (stories := self._chaining.slice()) is not None:
            with contextlib.suppress(StoreError):  # as below; what was not carried is carried with the next look
                self._carrying.into(stories)

    def _extract(self) -> bool:
        """Extract for a moment, unless reading comes first; whether there is more to do."""
        began = time.monotonic()
        if self._reading.busy:
            early = began - self._started < READ_FIRST
            if early or (self._analysis.loaded and not self._analysis.asked and began < self._extract_due):
                return True
        if not self._analysis.loaded:
            # A verb came and went: loading costs more than all it wanted.
            if not (self._server.attended or self._analysis.loading):
                return self._reading.busy
            self._analysis.load(0.0 if self._reading.busy else LOADING_EVERY)
            return True
        done = self._analysis.slice(hurried=self._reading.busy)
        self._extract_due = time.monotonic() + READING_FIRST * (time.monotonic() - began)
        if done:
            with contextlib.suppress(StoreError):  # the verdicts stay where they were given
                self._carrying.extracted(done)
            self._server.send(Extracted(done))
        return done is not None or self._reading.busy

    def _keep_store(self) -> None:
        # A store that cannot be written keeps every decision in its journal, and tells whoever opens it next.
        with contextlib.suppress(StoreError):
            self._carrying.keep_up()
            snapshot(self._locations.store)
        self._snapshot_due = time.monotonic() + SNAPSHOT_EVERY

    def _answer_scan(self) -> None:
        if self._asked and not self._reading.busy and not self._reading.waiting:
            self._asked = False
            self._server.send(Scanned())

    def _report(self, *, now_idle: bool) -> None:
        """Tell how far the work is: now and then while it goes on, at once when it changes its nature, never twice."""
        working = "reading" if self._reading.busy else "loading" if self._analysis.loading else "extracting"
        phase = "idle" if now_idle else working
        trouble = self._reading.trouble or self._analysis.trouble
        last = self._reported
        same = last is not None and (last.phase, last.trouble) == (phase, trouble)
        if same and (now_idle or time.monotonic() < self._report_due):
            return
        self._report_due = time.monotonic() + PROGRESS_EVERY
        self._reported = Progress(
            phase=phase,
            files=self._reading.files,
            read=self._reading.read,
            extracted=self._analysis.extracted(),
            stories=self._index.readable(),
            trouble=trouble,
        )
        self._server.send(self._reported)
