"""How much may be sent now: what the terminal has not yet shown is on the line, and more on it only makes keys wait.

After every paint the terminal is asked where its cursor is, which all terminals answer; the answer says that what was sent
before has been shown. So a slow line is seen wherever it is, also behind SSH, whose own buffers take megabytes.
"""

from __future__ import annotations

from collections import deque

QUEUE = 0.12
"""Seconds that may be waiting on the line beyond its round trip."""

LEAST, FIRST, MOST = 1_400, 8_192, 1 << 18
"""Bytes on the way at once: on the slowest line, before anything is known of it, and on any."""

SILENT_RATE, SILENT_BURST = 9_600, 8_000
"""Bytes a second, and at once, for a terminal that answers nothing, once writing to it has had to wait: old ones may stand at the
end of such a line."""

LOST = 3.0
"""Seconds after which an answer does not come any more."""

SLOW, TOLD_BY = 16_000, 3_000
"""Bytes a second below which a line is slow; it takes so many bytes that it carried without a pause to tell."""

DENSE, DENSE_IN, APART = 8, 0.4, 0.125
"""So many paints in so many seconds are as many as a line of unknown speed is trusted with; after them, a pause between two."""

BACKED_UP, FORGIVEN = 0.5, 10.0
"""Seconds of waiting after which the line is taken to be slow, and without any after which it is not: who reads may have paused."""

REMEMBERED = 200
"""Round trips of which the shortest is that of the empty line: another way through the network has another."""


class Pacer:
    """The line to the terminal. All times are seconds on one clock, which the caller reads. `slow` says that the line has been
    seen to be slow."""

    def __init__(self, now: float) -> None:
        self._sent = 0
        self._answered = 0
        self._asked: deque[tuple[float, int, int]] = deque()
        self._trips: deque[float] = deque(maxlen=REMEMBERED)
        self._window = FIRST
        self._tokens = float(SILENT_BURST)
        self._filled = now
        self._busy: list[tuple[float, int]] = []
        self._backed_up = False
        self._waits_since: float | None = None
        self._waited = now
        self._paints: deque[float] = deque(maxlen=DENSE)
        self.slow = False

    @property
    def waiting(self) -> bool:
        """Whether answers are still to come."""
        return bool(self._asked)

    def sent(self, count: int, now: float) -> None:
        """So many bytes went out."""
        self._sent += count
        if self._backed_up:
            self._refill(now)
            self._tokens -= count

    def asked(self, now: float) -> None:
        """The question went out after all that was sent."""
        self._asked.append((now, self._sent, self._sent - self._answered))
        self._paints.append(now)

    def answered(self, now: float) -> None:
        """The terminal has shown what was sent before its oldest question."""
        if not self._asked:
            return
        asked, upto, ahead = self._asked.popleft()
        trip = now - asked
        self._trips.append(trip)
        self._answered = upto
        empty = min(self._trips)
        queued = trip - empty
        self._watch(queued, now, upto)
        if queued > QUEUE:
            # What was ahead took so much longer than on an empty line: that is what the line carries, at the most.
            rate = ahead / queued
            self._window = int(min(self._window, max(LEAST, rate * (empty + QUEUE))))
        elif ahead * 2 > self._window:
            self._window = min(MOST, self._window + 200 if self.slow else self._window * 2)

    def _watch(self, queued: float, now: float, upto: int) -> None:
        """Tell from what a line carried while something was waiting all the time whether it is slow."""
        if queued < QUEUE / 2:
            self._busy.clear()
            return
        self._busy.append((now, upto))
        since, before = self._busy[0]
        if upto - before >= TOLD_BY:
            self.slow = self.slow or (upto - before) < SLOW * (now - since)
            self._busy = self._busy[-1:]

    @property
    def silent(self) -> bool:
        """Whether the terminal has not answered anything yet."""
        return not self._trips

    def writing(self, now: float, *, waits: bool) -> None:
        """Whether writing has to wait for the line just now: where nothing answers, that is all there is to go by."""
        if not waits:
            self._waits_since = None
            if now - self._waited > FORGIVEN:
                self._backed_up = False
            return
        self._waited = now
        if self._waits_since is None:
            self._waits_since = now
        elif not self._backed_up and now - self._waits_since >= BACKED_UP:
            self._backed_up, self._tokens, self._filled = True, 0.0, now

    def room(self, now: float) -> int:
        """Bytes that may go out now; 0 or less while the line is full."""
        if self._asked and now - self._asked[0][0] > LOST:
            self._asked.clear()  # a line that was cut off and came back, or an answer that something swallowed
            self._answered = self._sent
        if not self._trips:
            if not self._backed_up:
                return 0 if self._hurried(now) else MOST
            self._refill(now)
            return int(self._tokens)
        return self._window - (self._sent - self._answered)

    def _hurried(self, now: float) -> bool:
        """Whether paints have followed each other so fast, as when a key is held, that some can be left out unseen."""
        paints = self._paints
        fast = len(paints) == DENSE and now - paints[0] < DENSE_IN
        return fast and now - paints[-1] < APART

    def _refill(self, now: float) -> None:
        self._tokens = min(SILENT_BURST, self._tokens + (now - self._filled) * SILENT_RATE)
        self._filled = now
