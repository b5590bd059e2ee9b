"""IPTC NITF, from 2.5 to 3.6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.sniffing import root_name
from triage.model.story import story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "nitf"
VERSION = 3
PRIORITY = 50
MANY = False


def can_read(head: bytes) -> bool:
    """Whether the root is `nitf`."""
    return root_name(head) == "nitf"


def read(data: bytes, origin: Origin) -> Iterator[Story]:
    """The one story of the document. Raises ReadError for what is not well-formed or holds no words."""
    from triage.ingest.assembling import (
        assemble,
    )  # late, here and in all formats but plain text: XML is 50 ms of imports
    from triage.ingest.markup.nitf import read_nitf
    from triage.ingest.markup.xml import parse

    header, found = read_nitf(parse(data, "NITF", origin.path))
    header = header._replace(photographers=tuple(found.photographers))
    yield assemble(story_id(data), NAME, origin, header, found.body, found.captions)
