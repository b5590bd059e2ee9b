"""HTML: pages as agencies and publishers have them on the web, and pieces of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.sniffing import as_ascii, first, root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "html"
VERSION = 3
PRIORITY = 30
MANY = False

_ROOTS = frozenset(
    ("html", "head", "body", "meta", "article", "section", "main", "div", "p", "span", "table", "h1", "h2", "h3", "title", "link", "style",
     "script", "header", "center", "font", "blockquote", "ul", "ol", "pre", "b", "i", "strong", "em", "br", "img", "a", "hr")
)  # fmt: skip
_LATER = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)


def can_read(head: bytes) -> bool:
    """Whether it begins as a page or a piece of one does: most of these names stand in no other format of ours."""
    if first(head) != b"<":
        return False
    if root_name(head).lower() in _ROOTS:
        return True
    text = as_ascii(head)  # XML may have a body too, and is no page
    return not text.lstrip().startswith(b"<?xml") and _LATER.search(text) is not None


def read(data: bytes, origin: Origin) -> Iterator[Story]:
    """The one story of a page. Raises ReadError for a page without words."""
    from triage.ingest.assembling import assemble
    from triage.ingest.page import read_page
    from triage.model.story import story_id

    header, found = read_page(data, origin.path)
    yield assemble(story_id(data), NAME, origin, header, found.body, found.captions)
