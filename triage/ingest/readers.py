"""The readers that are there, and which of them reads a file."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, cast

from triage.errors import ReadError
from triage.ingest import formats
from triage.ingest.faults import ExceededError, exceeded, no_story
from triage.ingest.reader import HEAD, MOST_BYTES, MOST_BYTES_OF_MANY, MOST_ERRORS, MOST_STORIES, Origin, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.model.story import Story

FAULT = "Reader failed"
"""The title of the error for a reader that raised what it should not have."""

TOLD = 5
"""How many of a file's broken stories are told one by one."""

SHARED_VERSION = 9
"""Goes up when code that readers share (decoding, cleaning, the anatomy) makes another story of the same bytes."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every module in `formats/`, the one that is asked first in front."""
    from pkgutil import iter_modules  # late: only the first read needs it

    names = sorted(module.name for module in iter_modules(formats.__path__))
    found = [cast("Reader", importlib.import_module(f"{formats.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda reader: -reader.PRIORITY))


def signature() -> str:
    """What a story depends on beside its bytes: stories that were read under another signature are read again."""
    return ";".join((f"shared:{SHARED_VERSION}", *(f"{reader.NAME}:{reader.VERSION}" for reader in readers())))


def reader_of(head: bytes) -> Reader:
    """The reader whose format bytes are in that begin with `head`."""
    return next(reader for reader in readers() if reader.can_read(head))


def most_bytes(head: bytes) -> int:
    """The size of the largest file that is read of those that begin with `head`."""
    return MOST_BYTES_OF_MANY if reader_of(head).MANY else MOST_BYTES


def read(data: bytes, origin: Origin) -> tuple[Story, ...]:
    """The stories in `data`, by the first reader whose format it is; at least one.

    Raises ReadError for what is no story: empty, binary, too large, or of a format that its reader finds broken. What is
    wrong with some of many stories is left out; `read_each` tells.
    """
    stories, errors = read_each(data, origin)
    if not stories:
        raise errors[0]
    return stories


def read_each(data: bytes, origin: Origin) -> tuple[tuple[Story, ...], tuple[ReadError, ...]]:
    """The stories in `data`, and what is wrong with those that cannot be read; one of both at the least.

    Never raises for what is in `data`: a fault in a reader costs that file.
    """
    stories: list[Story] = []
    errors: list[ReadError] = []
    try:
        for one in _read_by_format(data, origin):
            if isinstance(one, ReadError):
                errors.append(one)
            else:
                stories.append(one)
            if len(stories) >= MOST_STORIES or len(errors) >= MOST_ERRORS:
                errors.append(_too_many(origin.path, len(stories) >= MOST_STORIES))
                break
    except ReadError as error:
        errors.append(error)
    except ExceededError as error:
        errors.append(exceeded(origin.path, reader_of(data[:HEAD]).NAME, error))
    except Exception as error:  # noqa: BLE001 - a fault in a reader costs what it had not read yet
        errors.append(_failed(origin.path, error))
    if not stories and not errors:
        errors.append(no_story(origin.path, "it holds none"))
    return tuple(stories), tuple(errors)


def _read_by_format(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    reader = reader_of(data[:HEAD])
    if len(data) > (MOST_BYTES_OF_MANY if reader.MANY else MOST_BYTES):
        raise too_large(origin.path, len(data))
    yield from reader.read(data, origin)


def together(errors: Sequence[ReadError], path: str | None, stories: int) -> ReadError | None:
    """One error for all that went wrong with a file of which `stories` were read; None if nothing did."""
    if len(errors) < 2:
        return errors[0] if errors else None
    told = "; ".join(error.message for error in errors[:TOLD])
    more = f"; and {len(errors) - TOLD} more" if len(errors) > TOLD else ""
    return ReadError(
        f"{len(errors)} of {stories + len(errors)} stories in {path or 'standard input'} cannot be read: {told}{more}",
        title="Stories missing",
        hint=errors[0].hint,
    )


def too_large(path: str | None, size: int) -> ReadError:
    """The error for a file of `size` bytes, more than are ever read."""
    return ReadError(
        f"{path or 'Standard input'} has {size / 1024 / 1024:.0f} MB; a story has at most {MOST_BYTES // 1024 // 1024} MB,"
        f" a feed or an archive {MOST_BYTES_OF_MANY // 1024 // 1024} MB.",
        title="File too large",
        hint="Take it out of the inbox, or split it into its stories.",
    )


def _failed(path: str | None, error: Exception) -> ReadError:
    return ReadError(
        f"{path or 'Standard input'}: {type(error).__name__}: {error}",
        title=FAULT,
        hint="This is a fault in triage; please report it.",
    )


def _too_many(path: str | None, stories: bool) -> ReadError:
    what = f"{MOST_STORIES:,} stories" if stories else f"{MOST_ERRORS:,} stories that are broken"
    return ReadError(
        f"{path or 'Standard input'} holds more than {what}; the rest was not read.",
        title="Too many stories",
        hint="Split it into several files." if stories else "Ask the sender for it again.",
    )
