"""What the formats of the teleprinter share: messages between SOH and EOT, a head before STX, a tail after ETX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.decoding import decode
from triage.ingest.many import numbered
from triage.ingest.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

PADDING = b"\x00\x16\x7f\r\n \t"
"""Bytes that lines send before a message: NUL, SYN, DEL, line ends."""

_MESSAGE = re.compile(rb"\x01[^\x01\x04]*\x04?")
_NUMBER = re.compile(r"([a-z]{1,4})(\d{3,5})[a-z]?")
_CONTROLS = re.compile(r"[\x00\x05-\x08\x0e-\x1f\x7f]")


class Parts(NamedTuple):
    """A message in three: the lines before the text, the text, what follows it."""

    head: list[str]
    text: str
    tail: str


def read_messages(data: bytes, origin: Origin, read: Callable[[bytes, Origin], Story]) -> Iterator[Story | ReadError]:
    """The stories of a file of messages; one message alone is its file, padding and all."""
    messages = [one for one in _MESSAGE.findall(data) if len(one) > 10]
    if len(messages) < 2:
        yield read(data, origin)
        return
    yield from numbered(messages, origin, read)


def take_apart(source: bytes, path: str | None) -> Parts:
    """A message in its parts, by its control characters; where a line has lost these, the first line is the head."""
    text = decode(source.strip(PADDING), path).replace("\r\n", "\n").replace("\r", "\n")
    text = text.partition("\x01")[2] if "\x01" in text[:200] else text
    head, started, rest = text.partition("\x02")
    if not started:
        head, _, rest = text.lstrip("\n").partition("\n")
    body, _, tail = rest.partition("\x03")
    lines = [line.strip() for line in head.split("\n")]
    return Parts([line for line in lines if line], body.replace("\x02", "\n"), tail.partition("\x04")[0].strip())


def day_of(sent: str | None) -> str:
    """The day of a time as a message writes it; "" for none."""
    moment = stamp(sent)
    return moment.iso()[:10] if moment else ""


def numbered_as(number: str, day: str, texts: Iterable[str]) -> tuple[str, list[str]]:
    """What a message is called by, and those that it speaks of: service letters and number, which begin anew every day.

    `number` is the head's own ("qna017"), `day` that of the message, `texts` are what may speak of others.
    """
    match = _NUMBER.fullmatch(number.lower())
    if not match:
        return "", []
    service, own = match.groups()
    at = f"@{day}" if day else ""
    others = [
        other
        for text in texts
        for other in re.findall(rf"\b{service}[ -]?(\d{{3,5}})\b", text[:1000].lower())
        if int(other) != int(own)
    ]
    return f"{service}{int(own)}{at}", [f"{service}{int(other)}{at}" for other in others]


def without_controls(text: str) -> str:
    """`text` with a blank in the place of each control character but line ends."""
    return " ".join(_CONTROLS.sub(" ", text).split())
