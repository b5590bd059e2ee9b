"""Agencies' own XML: a story, or many, under names that tell what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.sniffing import as_ascii, first, root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "xml"
VERSION = 2
PRIORITY = 20
MANY = True


def can_read(head: bytes) -> bool:
    """Whether it is XML that no reader of a standard wants; a word in angle brackets alone is none."""
    if first(head) != b"<" or not root_name(head):
        return False
    text = as_ascii(head).lstrip()
    return text.startswith((b"<?xml", b"<!DOCTYPE")) or text.count(b"</") > 1 or b" xmlns" in text[:500]


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories in it. Raises ReadError for what is not well-formed or has no text under any known name."""
    from triage.ingest.markup.own import read_own

    yield from read_own(data, NAME, origin)
