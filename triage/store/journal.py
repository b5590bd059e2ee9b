"""The journal: every act, one line each, in front of the snapshot.

An act is on the disk here before anything else happens. The newest segment is appended to under a lock; a full one gets
its first sequence number into its name and is kept for history and undo.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from triage.store.files import StoreFiles, held, open_own, sync_folder, write_all
from triage.store.lines import Line, encode
from triage.store.refusals import told
from triage.store.segments import (
    Stretch,
    first_seq,
    last_seq,
    line_of,
    newest_first,
    oldest_first,
    read_after,
    read_stretch,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = 8_000_000
"""Bytes at which a segment is full: some 30,000 acts."""


class Journal:
    """One reader's place in the journal, and the way to append to it.

    `seq` is the sequence number of the newest line that was read. `damaged` and `missing` count lines that could not be
    read and sequence numbers that are not there, since the last `since`.
    """

    def __init__(self, files: StoreFiles, full: int = FULL) -> None:
        self._files = files
        self._full = full
        self._inode = 0
        self._end = 0
        self._looks: tuple[int, int, int] | None = None
        self.seq = 0
        self.damaged = 0
        self.missing = 0

    def since(self, seq: int) -> list[Line]:
        """All lines newer than `seq`; the place is behind them afterwards. Raises StoreError."""
        self.seq, self.damaged, self.missing = seq, 0, 0
        self._inode, self._end, self._looks = 0, 0, None
        lines: list[Line] = []
        with told(self._files.journal, "cannot be read"), _opened(self._files.journal) as newest:
            first = first_seq(newest) if newest else None
            for path in self._segments_after(seq, first):
                with path.open("rb") as file:
                    lines += self._counted(read_after(file, self.seq))
            if newest:
                lines += self._counted(self._placed(newest, read_after(newest, self.seq)))
        return lines

    def fresh(self) -> list[Line] | None:
        """The lines that were appended since the last look, by whomever; None when the journal is not what it was, and
        everything has to be read again. Costs one `stat` when there is nothing. Raises StoreError."""
        with told(self._files.journal, "cannot be read"):
            looks = self._look()
            if looks == self._looks:
                return []
            with _opened(self._files.journal) as newest:
                inode = os.fstat(newest.fileno()).st_ino if newest else 0
                if inode != self._inode:
                    return self._continued()
                if newest is None:
                    return []
                if newest.seek(0, 2) < self._end:
                    return None
                stretch = self._placed(newest, read_stretch(newest, self._end, self.seq))
        if stretch.damaged or stretch.missing or stretch.older:
            return None
        self._looks = looks
        return self._counted(stretch)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the lock for appending. Raises StoreError when it cannot be had."""
        with held(self._files, self._files.lock):
            yield

    def append(self, line: Line, *, durable: bool = True) -> Line:
        """Append the line with the next sequence number, and give it back with that; on the disk when this returns,
        unless it need not be `durable`. Only under the lock, after `fresh` or `since` has read all there is.

        Raises StoreError, and the journal is as it was.
        """
        seq = self.seq + 1
        line = replace(line, seq=seq, act=replace(line.act, seq=seq) if line.act else None)
        with told(self._files.journal, "cannot be written"):
            if self._end >= self._full:
                self._close_segment()
            descriptor, created = open_own(self._files, self._files.journal, os.O_RDWR | os.O_APPEND)
            try:
                self._write(descriptor, encode(line), durable)
            finally:
                os.close(descriptor)
            if created:
                sync_folder(self._files.journal.parent)
        self.seq = seq
        return line

    def find(self, seq: int) -> Line | None:
        """The line with that sequence number. Raises StoreError."""
        with told(self._files.journal, "cannot be read"):
            for first, path in reversed(self._all_files()):
                if first <= seq:
                    with path.open("rb") as file:
                        return line_of(file, seq)
        return None

    def older(self, below: int, needle: bytes) -> Iterator[Line]:
        """The lines older than `below` that contain `needle`, newest first; opens a segment when it comes to it."""
        while True:
            files = [(first, path) for first, path in self._all_files() if first < below]
            if not files:
                return
            first, path = files[-1]
            with told(path, "cannot be read"), _opened(path) as file:
                content = file.read() if file else b""
            yield from (line for line in newest_first(content, needle) if line.seq < below)
            below = first

    def all(self, needle: bytes) -> Iterator[Line]:
        """The lines that contain `needle`, oldest first, from the first segment on."""
        for _, path in self._all_files():
            with told(path, "cannot be read"), _opened(path) as file:
                yield from oldest_first(file, needle) if file else ()

    def last(self) -> int:
        """The sequence number of the newest line on the disk, 0 when there is none; moves nothing. Raises StoreError."""
        with told(self._files.journal, "cannot be read"):
            for _, path in reversed([*self._files.segments(), (0, self._files.journal)]):
                with _opened(path) as file:
                    seq = last_seq(file) if file else None
                if seq is not None:
                    return seq
        return 0

    def _segments_after(self, seq: int, first: int | None) -> list[Path]:
        """The full segments that may hold lines newer than `seq`, when the newest segment begins with `first`."""
        if first is not None and first <= seq + 1:
            return []
        wanted: list[Path] = []
        for number, path in reversed(self._files.segments()):
            wanted.insert(0, path)
            if number <= seq + 1:
                break
        return wanted

    def _all_files(self) -> list[tuple[int, Path]]:
        with _opened(self._files.journal) as newest:
            first = first_seq(newest) if newest else None
        segments = [(number, path) for number, path in self._files.segments() if number != first]
        return segments if first is None else [*segments, (first, self._files.journal)]

    def _placed(self, newest: BinaryIO, stretch: Stretch) -> Stretch:
        self._inode, self._end = os.fstat(newest.fileno()).st_ino, stretch.end
        return stretch

    def _counted(self, stretch: Stretch) -> list[Line]:
        self.damaged += stretch.damaged
        self.missing += stretch.missing
        if stretch.lines:
            self.seq = stretch.lines[-1].seq
        return list(stretch.lines)

    def _look(self) -> tuple[int, int, int]:
        try:
            return _looks(self._files.journal.stat())
        except FileNotFoundError:
            return (0, 0, 0)

    def _continued(self) -> list[Line] | None:
        """The new lines when the segment that was read has been closed, and others may have followed it."""
        if self._inode and self._inode not in (path.stat().st_ino for _, path in self._files.segments()):
            return None
        damaged, missing = self.damaged, self.missing
        lines = self.since(self.seq)
        if self.missing:
            return None
        self.damaged, self.missing = self.damaged + damaged, missing
        return lines

    def _write(self, descriptor: int, content: bytes, durable: bool) -> None:
        before = os.fstat(descriptor)
        torn = before.st_size > 0 and os.pread(descriptor, 1, before.st_size - 1) != b"\n"
        unread = before.st_size > self._end
        try:
            write_all(descriptor, b"\n" + content if torn else content)
            if durable:
                os.fsync(descriptor)
        except OSError:
            # What was not acknowledged goes again if it can; if it cannot, the next writer starts a new line behind it.
            with suppress(OSError):
                os.ftruncate(descriptor, before.st_size)
            raise
        self._inode, self._end = before.st_ino, before.st_size + torn + len(content)
        self.damaged += unread
        self._looks = _looks(os.fstat(descriptor))

    def _close_segment(self) -> None:
        """Give the full segment its name for good. One that cannot be renamed is appended to a little longer."""
        with _opened(self._files.journal) as newest:
            first = first_seq(newest) if newest else None
        if first is not None and not self._files.segment(first).exists():
            with suppress(OSError):
                self._files.journal.rename(self._files.segment(first))
                self._inode, self._end = 0, 0


def _looks(stat: os.stat_result) -> tuple[int, int, int]:
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO | None]:
    """The file, None when there is none."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        yield None
        return
    with file:
        yield file
