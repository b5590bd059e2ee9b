"""Captions: the paragraphs that belong to a picture, and whose picture it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS, Agencies
from triage.ingest.anatomy.names import is_name
from triage.ingest.anatomy.vocabulary import PHOTO_SOURCES

_AFTER_SENTENCE = r"(?:^|(?<=[.!?”\"])\s+)"
_WIRE = r"(?:[A-Z][A-Z .&-]{1,24}|Xinhua|Sputnik|Kyodo|Yonhap|Anadolu|Getty|dpa)(?: Photo| Images?)?"
_OPENING = (
    r"(?:(?i:file|combination)(?i: photos?| pictures?| images?)|FILE|\((?i:files?)\)|(?i:caption|photo|picture|image|handout|pictured))"
    r"\s?(?::|[-–—](?=\s)|\s(?=In this\b))\s*|\((?i:files?)\)\s|(?i:slideshow) \(\d+ (?i:images?)\)$"
)
_OLD = (
    r"(?i)\bfile (?:photo|picture|image)|^in this .{3,40} (?:photo|image|picture|frame)|^\(?files?\b|/files?\b|, file\b"
)

# Each ends the paragraph; the first group is the credit as written, without its brackets. These say that they are credits,
_SAID = (
    r"[(\[](?i:photo|picture|image|photograph)s?(?i: by|:| credit:?| courtesy(?: of)?)\s?([^()\[\]]{3,80})[)\]]\.?$",
    rf"{_AFTER_SENTENCE}(?i:photo(?:graph)?|picture|image)(?i:s? by|s?:| credit:)\s?([^.()\[\]]{{3,80}})\.?$",
    rf"{_AFTER_SENTENCE}(?:©|\(c\)|Credit:)\s?([^.()\[\]]{{3,60}})\.?$",
)
# these stand where only a credit can stand, after the last sentence,
_PLACED = (
    rf"{_AFTER_SENTENCE}[(\[]([^()\[\]/]{{3,40}}/[^()\[\]]{{2,50}})[)\]]\.?$",
    rf"{_AFTER_SENTENCE}([A-Z][A-Z .&-]+/[A-Z][^\W\d_A-Z][^.()\[\]/]{{1,40}} [^.()\[\]/]{{2,40}}(?:/[^.()\[\]]{{2,30}})?)\.?$",
)
# and these must name an agency.
_SHAPED = (
    r"[(\[]([^()\[\]]{3,50} (?:via|for) [A-Z][\w ]{1,30})[)\]]\.?$",
    rf"{_AFTER_SENTENCE}((?:U\.[SKN]\. )?[A-Z][^.()\[\]]{{2,50}} via [A-Z][\w ]{{1,30}})\.?$",
    rf"(?:[(\[]|{_AFTER_SENTENCE})({_WIRE}\s?/\s?[^.()\[\]]{{2,60}})[)\]]?\.?$",
    rf"\s({_WIRE}\s?/\s?[A-Z][^.()\[\]/]+ [A-Z][^.()\[\]]{{1,40}})\.?$",
    r"[(\[]([A-Z][\w ]{1,24} (?:Photo|PHOTO)[^()\[\]]{0,60})[)\]]\.?$",
    r"[(\[]([^()\[\]/]{3,40}/[^()\[\]]{2,50})[)\]]\.?$",
    rf"{_AFTER_SENTENCE}([^.()\[\]/]{{2,40}}/\s?[A-Za-z][^.()\[\]]{{1,40}})\.?$",
    rf"{_AFTER_SENTENCE}[(\[]([A-Z][\w ]{{1,24}})[)\]]$",
)
_FILED = r"(?i)(?:,|\s?/)\s?(?:files?(?: photo| picture| image)?|handout|archive)$"
_HINTS = re.compile(r"/|hoto|HOTO|icture|mage|via |©|\(c\)|redit|[A-Za-z]\)$")
_FIRST = ("file", "(file", "caption", "photo", "picture", "image", "combination", "handout", "slideshow")


class Caption(NamedTuple):
    """The credit of a picture as written ("REUTERS/Yves Herman"), None if there is none; `old` for one from the files."""

    credit: str | None
    agency: str | None
    old: bool


def find_caption(text: str, agencies: Agencies = EVERYBODYS) -> Caption | None:
    """The caption that a whole paragraph is, None if it is none."""
    opening = re.match(_OPENING, text) if text[:11].lower().startswith(_FIRST) else None
    if len(text) > 1200 or not (opening or _HINTS.search(text, max(0, len(text) - 110))):
        return None
    credit = _credit(text[-120:], opening is not None, agencies)
    if credit is None and not opening:
        return None
    return Caption(credit, _agency(credit, agencies) if credit else None, re.search(_OLD, text) is not None)


def _credit(tail: str, certain: bool, agencies: Agencies) -> str | None:
    for pattern in _SAID:
        match = re.search(pattern, tail)
        if match:
            return _bare(match[1])
    for pattern in (*_PLACED, *_SHAPED):
        match = re.search(pattern, tail)
        if match and _is_credit(_bare(match[1]), certain or pattern in _PLACED, agencies):
            return _bare(match[1])
    return None


def _bare(credit: str) -> str:
    return re.sub(_FILED, "", credit.strip(" ,.-–—"))


def _is_credit(credit: str, certain: bool, agencies: Agencies) -> bool:
    """Whether `credit` is names joined by strokes; unless it is `certain`, one of them must be an agency's or a library's."""
    parts = [part.strip() for part in re.split(r"/| via | for |, | PHOTO| Photo", credit) if part.strip()]
    sources = [part for part in parts if agencies.known(part) or not PHOTO_SOURCES.isdisjoint(part.lower().split())]
    return (certain or bool(sources)) and all(part in sources or is_name(part.replace("@", ""), 5) for part in parts)


def _agency(credit: str, agencies: Agencies) -> str | None:
    for part in (credit.split()[0].split("/")[0], *re.split(r"\s*/\s*| via ", credit)):
        name = agencies.known(part.removesuffix(" Photo").removesuffix(" PHOTO"))
        if name:
            return name
    return None
