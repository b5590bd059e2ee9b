"""Amounts that are shares of something: "two-thirds of voters"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from triage.facts.counted import noun_phrase
from triage.facts.joining import Finding
from triage.facts.lexicon import words
from triage.facts.numbers import SMALL, plain
from triage.facts.wordlist import any_word
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}

_SHARE = re.compile(
    r"\b(?:(?P<count>one|two|three|four|five|seven|nine|an?)[\s-](?P<part>third|quarter|fourth|fifth|sixth|eighth|tenth)s?"
    r"|(?P<half>(?<!-)half))\sof(?:\s(?:the|its|their|his|her|our|all|these|those))?(?=\s)",
    re.IGNORECASE | re.ASCII,
)
_MODIFIER = re.compile(
    r"\b(?P<modifier>more\sthan|less\sthan|at\sleast|up\sto|over|under|about|around|nearly|almost|roughly|some)\s$",
    re.IGNORECASE | re.ASCII,
)
_NO_SHARE = re.compile(
    r"\b(?:first|second|other|latter|top|bottom|better|last|final|each|one)\s(?:and\s)?$", re.IGNORECASE | re.ASCII
)
_TIME = words("year month week day quarter century decade season match game hour million billion dozen")

_SOME = re.compile("\\b" + any_word({f"{part}{end}" for part in _PARTS for end in ("", "s")}))
"""What each of the above holds: most paragraphs have none of them."""


def shares(text: str, part: Span) -> Iterator[Finding]:
    """Shares, as fractions of one."""
    if not _SOME.search(text, part.start, part.end):
        return
    for match in _SHARE.finditer(text, part.start, part.end):
        yield from _share(match, text, part)


def _share(match: re.Match[str], text: str, part: Span) -> Iterator[Finding]:
    head = text[max(part.start, match.start() - 14) : match.start()]
    whole = noun_phrase(text, match.end(), part.end)
    if whole is None or _NO_SHARE.search(head) or whole.of(text).split()[-1].lower() in _TIME:
        return
    number = (
        Decimal(1) / 2
        if match["half"]
        else Decimal(SMALL.get(match["count"].lower(), 1)) / _PARTS[match["part"].lower()]
    )
    if number >= 1:
        return
    before = _MODIFIER.search(head)
    modifier = _plain(before["modifier"].lower()) if before else None
    value = {"number": plain(round(number, 4)), "unit": _plain(whole.of(text)), "modifier": modifier}
    start = match.start() - len(before[0]) if before else match.start()
    yield Finding(Span(start, whole.end), value, "quantity.share", 0.8)


def _plain(written: str) -> str:
    return re.sub(r"\s+", " ", written)
