"""Agencies' own JSON: an object, an array, or an array somewhere in an object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.sniffing import as_ascii, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "json"
VERSION = 3
PRIORITY = 40
MANY = True

_OPENS = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\[|"|\]|-?\d[\d.eE+-]{0,40}\s*,|$))')


def can_read(head: bytes) -> bool:
    """Whether it begins as JSON does."""
    return first(head) in (b"{", b"[") and _OPENS.match(as_ascii(head)) is not None


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories in it, under whichever known names. Raises ReadError for what is no JSON or holds no story."""
    from triage.ingest.jsons import read_json

    yield from read_json(data, NAME, origin)
