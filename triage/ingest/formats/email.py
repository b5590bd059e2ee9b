"""E-mail: RFC 5322 messages with MIME parts, and mailboxes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "email"
VERSION = 3
PRIORITY = 60
MANY = True

_MAILBOX = re.compile(rb"\s*From \S+.{0,80}\d\d:\d\d.{0,40}\r?\n[A-Za-z-]{2,40}:")
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?([^\r\n]*)\r?(?:\n|$)(?:[ \t]+[^\r\n]*\r?(?:\n|$))*")
_CERTAIN = frozenset(
    (b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"content-transfer-encoding")
)
_USUAL = frozenset((b"to", b"subject", b"date", b"cc", b"reply-to"))


def can_read(head: bytes) -> bool:
    """Whether it opens with fields that only e-mail has: a path or an id, or a sender's address among the usual others."""
    if not head[:1].isalpha() and not head[:1].isspace():
        return False
    if head.lstrip().startswith(b"From ") and _MAILBOX.match(head):
        return True
    names: set[bytes] = set()
    sender = False
    at = len(head) - len(head.lstrip(b"\r\n"))
    while match := _FIELD.match(head, at):
        name = match[1].lower()
        names.add(name)
        sender = sender or (name == b"from" and b"@" in match[2])
        at = match.end()
    return bool(names & _CERTAIN and len(names) > 1) or (sender and len(names & _USUAL) >= 2)


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The story of a message, or those of a mailbox. Raises ReadError for a message without words."""
    from triage.ingest.mail import messages, read_message
    from triage.ingest.many import numbered

    if data.lstrip().startswith(b"From "):
        yield from numbered(messages(data), origin, lambda source, place: read_message(source, NAME, place, boxed=True))
    else:
        yield read_message(data, NAME, origin)
