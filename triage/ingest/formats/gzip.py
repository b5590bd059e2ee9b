"""gzip: the stories of the file that is compressed, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "gzip"
VERSION = 1
PRIORITY = 90
MANY = True


def can_read(head: bytes) -> bool:
    """Whether it begins as a gzip file does."""
    return head.startswith(b"\x1f\x8b\x08")


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories inside, each in the format that it is in. Raises ReadError for what is broken or unpacks to too much."""
    from triage.ingest.unpacking import read_packed

    yield from read_packed(data, origin)
