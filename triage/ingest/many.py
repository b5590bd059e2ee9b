"""The stories of a file of many: each with its place in the file, and what is broken costs that story alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from triage.errors import ReadError
from triage.ingest.faults import ExceededError, broken, exceeded
from triage.ingest.reader import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triage.ingest.reader import Origin
    from triage.model.story import Story

Entry = TypeVar("Entry")


def numbered(
    entries: Iterable[Entry], origin: Origin, read: Callable[[Entry, Origin], Story]
) -> Iterator[Story | ReadError]:
    """What `read` makes of each entry, the n-th at `path#n`; an entry that it refuses is an error in its place."""
    for number, entry in enumerate(entries, 1):
        place = at(origin, number)
        try:
            source = getattr(entry, "source", entry)
            if isinstance(source, bytes) and len(source) > MOST_BYTES:
                raise broken(place.path, "a story", f"it has more than {MOST_BYTES // 1024 // 1024} MB")
            yield read(entry, place)
        except ReadError as error:
            yield error
        except ExceededError as error:
            yield exceeded(place.path, "a story", error)


def at(origin: Origin, number: int) -> Origin:
    """The origin of the n-th story of a file; standard input has no path, and keeps none."""
    return replace(origin, path=f"{origin.path}#{number}" if origin.path else None)
