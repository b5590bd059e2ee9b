"""Plain wire text, of any agency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.anatomy.header import Header, split_header
from triage.ingest.anatomy.roles import Piece, assign, begins_paragraph, opens_story
from triage.ingest.cleaning import clean
from triage.ingest.composing import compose
from triage.ingest.decoding import decode
from triage.ingest.unwrapping import paragraphs
from triage.model.story import Role, Story, story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.reader import Origin

NAME = "plain"
VERSION = 2
PRIORITY = 0
MANY = False

_FRAME = re.compile(r"\A\s*ZCZC(?:[ \t][^\n]{0,60})?\n|\n\s*NNNN\s*\Z")
"""The first and the last line of a message on lines that have no control characters: they are nothing of the story."""


def can_read(head: bytes) -> bool:  # noqa: ARG001 - whatever no other reader wants is plain text, or no text at all
    """Always: plain text is the last to be asked."""
    return True


def read(data: bytes, origin: Origin) -> Iterator[Story]:
    """The one story of a plain file. Raises ReadError for a file that is empty or no text."""
    header, rest = split_header(_FRAME.sub("", clean(decode(data, origin.path))))
    blocks = _without(paragraphs(rest, begins_paragraph, opens_story), header)
    pieces = [*_stated(header), *assign(blocks, header)]
    if not pieces:
        raise ReadError(
            f"{origin.path or 'Standard input'} holds no words.",
            title="Empty file",
            hint="Ask the sender for it again.",
        )
    yield compose(story_id(data), NAME, origin, pieces, header)


def _stated(header: Header) -> list[Piece]:
    """The fields of the header that are read as part of the story."""
    fields = (
        (Role.SECTION, header.section),
        (Role.HEADLINE, header.headline),
        (Role.BYLINE, header.byline),
        (Role.EDNOTE, header.ednote),
    )
    return [Piece(role, text) for role, text in fields if text]


def _without(blocks: list[str], header: Header) -> list[str]:
    """The paragraphs after the header, less the headline that it has given already."""
    return [block for number, block in enumerate(blocks) if number > 2 or block != header.headline]
