"""JSON Lines: an object a line, each a story in ninjs or under the names that agencies use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.sniffing import first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "jsonl"
VERSION = 3
PRIORITY = 46
MANY = True

_TWO_LINES = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def can_read(head: bytes) -> bool:
    """Whether a whole object stands on the first line and another begins after it.

    Where the first line is longer than a head, the reader of JSON finds out.
    """
    return first(head) == b"{" and _TWO_LINES.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories, a line each; a line that is no JSON is an error in its place."""
    from triage.ingest.jsons import read_lines

    yield from read_lines(data, NAME, origin)
