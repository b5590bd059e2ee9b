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

_IN_TEN = re.compile(
    r"(?<![\w.,'’-])(?P<count>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?P<joint>in|out\sof)(?:\severy)?\s"
    r"(?P<all>[1-9][0-9]{0,2}|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)(?![\w.,%-]*[0-9])(?=\s)",
    re.IGNORECASE | re.ASCII,
)
"""One in five voters; nine out of 10 children."""

_POINTS = re.compile(
    r"\b(?:(?P<half>(?:(?:an?|one)[\s-])?half[\s-](?:(?:of\s)?(?:an?|one|1)\s)?)|(?P<more>three[\s-]quarters\sof\s(?:an?|one|1)\s)"
    r"|(?:(?:an?|one)[\s-])?quarter(?:[\s-]|\sof\s(?:an?|one|1)\s))(?P<unit>percentage[\s-]point|per\s?cent|(?<=quarter[\s-])point|(?<=half-)point)\b",
    re.IGNORECASE | re.ASCII,
)
"""Half a percentage point; a quarter-point cut."""

_SOME = re.compile("\\b" + any_word({f"{part}{end}" for part in _PARTS for end in ("", "s")}))
"""What each of the above holds: most paragraphs have none of them."""


def shares(text: str, part: Span) -> Iterator[Finding]:
    """Shares, as fractions of one."""
    if _SOME.search(text, part.start, part.end):
        points = list(_points(text, part))
        yield from points
        for match in _SHARE.finditer(text, part.start, part.end):
            if not any(one.span.overlaps(Span(*match.span())) for one in points):
                yield from _share(match, text, part)
    for match in _IN_TEN.finditer(text, part.start, part.end):
        yield from _in_ten(match, text, part)


def _points(text: str, part: Span) -> Iterator[Finding]:
    for match in _POINTS.finditer(text, part.start, part.end):
        number = Decimal("0.5") if match["half"] else Decimal("0.75") if match["more"] else Decimal("0.25")
        unit = match["unit"] if match["unit"].lower().endswith("point") else "percent"
        yield _finding(match, number, unit, match.end(), text, part)


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
    yield _finding(match, number, whole.of(text), whole.end, text, part)


def _in_ten(match: re.Match[str], text: str, part: Span) -> Iterator[Finding]:
    """So many in ten; "killed two in three attacks" is none: only one, or any of ten or a hundred, are told with "in"."""
    count, every = (_number(match[name]) for name in ("count", "all"))
    told = match["joint"].lower() != "in" or count == 1 or every in (10, 100)
    whole = noun_phrase(text, match.end(), part.end)
    head = text[max(part.start, match.start() - 14) : match.start()]
    if whole is None or not told or not 0 < count < every or _POINTED.search(head):
        return
    if whole.of(text).split()[-1].lower().removesuffix("s") not in _TIME:
        yield _finding(match, Decimal(count) / every, whole.of(text), whole.end, text, part)


_POINTED = re.compile(r"\b(?:the|this|that|each|no|only|first|last|another|number)\s$", re.IGNORECASE | re.ASCII)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else SMALL.get(written.lower(), 100)


def _finding(match: re.Match[str], number: Decimal, unit: str, end: int, text: str, part: Span) -> Finding:
    before = _MODIFIER.search(text[max(part.start, match.start() - 14) : match.start()])
    modifier = _plain(before["modifier"].lower()) if before else None
    value = {"number": plain(round(number, 4)), "unit": _plain(unit), "modifier": modifier}
    start = match.start() - len(before[0]) if before else match.start()
    return Finding(Span(start, end), value, "quantity.share", 0.8)


def _plain(written: str) -> str:
    return re.sub(r"\s+", " ", written)
