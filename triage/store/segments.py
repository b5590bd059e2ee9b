"""Reading one file of the journal: forwards from a sequence number, or where it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from triage.store.lines import Line, decode, seq_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 64 * 1024
"""Bytes that are cheaper to read than to search."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a stretch of the journal holds: its whole lines in order, and how it falls short of that.

    `end` is the offset behind what was read: what follows it is torn, or is just being written. `damaged` counts
    lines that were skipped, `missing` the sequence numbers that no line has, `older` lines that were not newer.
    """

    lines: tuple[Line, ...]
    end: int
    damaged: int
    missing: int
    older: int


def read_after(file: BinaryIO, seq: int) -> Stretch:
    """All of the file that is newer than `seq`."""
    return read_stretch(file, _offset_after(file, seq), seq)


def read_stretch(file: BinaryIO, offset: int, seq: int) -> Stretch:
    """The file from `offset` on, as far as it is newer than `seq`; damaged lines count from the first newer line, or
    from the line of `seq` itself."""
    file.seek(offset)
    whole = file.read().split(b"\n")
    end = file.tell()
    if seq_of(whole[-1]) is None:
        end -= len(whole.pop())
    lines: list[Line] = []
    last, damaged, missing, older = seq, 0, 0, 0
    for raw in whole:
        number = seq_of(raw)
        if number is not None and number <= last:
            older += 1
            damaged = damaged if lines else 0
            continue
        line = decode(raw) if number else None
        if line is None:
            damaged += bool(raw)
            continue
        missing += line.seq - last - 1
        last = line.seq
        lines.append(line)
    return Stretch(tuple(lines), end, damaged, missing, older)


def first_seq(file: BinaryIO) -> int | None:
    """The sequence number of the first line that is not damaged; None when there is none."""
    return next((seq for _, seq in _whole_lines(file, 0)), None)


def last_seq(file: BinaryIO) -> int | None:
    """The sequence number of the last line that is not damaged; reads only the end of the file."""
    size = file.seek(0, 2)
    reach = 4096
    while True:
        start = max(0, size - reach)
        file.seek(start)
        pieces = file.read(size - start).split(b"\n")
        for raw in reversed(pieces[1 if start else 0 :]):
            seq = seq_of(raw)
            if seq is not None:
                return seq
        if not start:
            return None
        reach *= 8


def newest_first(content: bytes, needle: bytes) -> Iterator[Line]:
    """The lines of a file with this content that contain `needle`, from the last to the first."""
    for raw in reversed(content.split(b"\n")):
        if needle in raw:
            line = decode(raw)
            if line:
                yield line


def oldest_first(file: BinaryIO, needle: bytes) -> Iterator[Line]:
    """The lines that contain `needle`, from the first to the last."""
    file.seek(0)
    for raw in file:
        if needle in raw:
            line = decode(raw.removesuffix(b"\n"))
            if line:
                yield line


def line_of(file: BinaryIO, seq: int) -> Line | None:
    """The line with that sequence number."""
    for raw, number in _whole_lines(file, _offset_after(file, seq - 1)):
        if number == seq:
            return decode(raw)
        if number > seq:
            break
    return None


def _offset_after(file: BinaryIO, seq: int) -> int:
    """An offset at the start of a line, close before the first line newer than `seq`.

    Searches by halves, because a segment holds weeks of acts and a start needs the last few seconds of them.
    """
    low, high = 0, file.seek(0, 2)
    while high - low > NEAR:
        middle = (low + high) // 2
        file.seek(middle)
        file.readline()  # the rest of the line that the middle fell into
        start, found = next(_numbered(file, file.tell(), high), (high, None))
        if found is None or found > seq:
            high = middle
        else:
            low = start
    return low


def _numbered(file: BinaryIO, offset: int, end: int) -> Iterator[tuple[int, int]]:
    for _, seq in _whole_lines(file, offset):
        start, offset = offset, file.tell()
        if start >= end:
            return
        yield start, seq


def _whole_lines(file: BinaryIO, offset: int) -> Iterator[tuple[bytes, int]]:
    """The lines from `offset` on that are not damaged, with their sequence numbers."""
    file.seek(offset)
    while raw := file.readline():
        line = raw.removesuffix(b"\n")
        seq = seq_of(line)
        if seq is not None:
            yield line, seq
