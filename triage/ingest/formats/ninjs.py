"""IPTC ninjs, 1.0 to 3.0: one object, or an array of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.sniffing import as_ascii, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "ninjs"
VERSION = 3
PRIORITY = 45
MANY = True

_TELLS = re.compile(
    rb'"(?:representationtype|representationType|versioncreated|versionCreated|pubstatus|pubStatus|body_xhtml|body_html5?|body_text'
    rb'|bodies|headlines|description_text|altids|altIds|usageterms|usageTerms|copyrightholder|copyrightHolder)"\s*:|"ninjs"'
)


def can_read(head: bytes) -> bool:
    """Whether it is JSON with names that are the standard's own."""
    return first(head) in (b"{", b"[") and _TELLS.search(as_ascii(head)) is not None and not _is_lines(head)


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The story of an object, or the stories of an array. Raises ReadError for what is no JSON or holds no story."""
    from triage.ingest.jsons import read_json

    yield from read_json(data, NAME, origin)


def _is_lines(head: bytes) -> bool:
    from triage.ingest.formats import jsonl  # late: few files come this far

    return jsonl.can_read(head)
