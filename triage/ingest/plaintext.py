"""Plain text that another format wraps: the block of fields that may open it, then its paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from triage.ingest.anatomy.header import Header, split_header
from triage.ingest.anatomy.roles import begins_paragraph, opens_story
from triage.ingest.cleaning import clean
from triage.ingest.unwrapping import paragraphs


class Text(NamedTuple):
    """What the text itself says in front, and its paragraphs."""

    header: Header
    body: list[str]


def read_text(text: str) -> Text:
    """A text as a plain story has it."""
    header, rest = split_header(clean(text))
    return Text(header, paragraphs(rest, begins_paragraph, opens_story))
