"""Captions: the paragraphs that belong to a picture, and whose picture it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from triage.ingest.anatomy.agencies import known
from triage.ingest.anatomy.names import is_name

_WIRE = r"(?:REUTERS|AFP|AP|EPA|EPA-EFE|EFE|DPA|dpa|TASS|XINHUA|Xinhua|Sputnik|SPUTNIK|Kyodo|KYODO|Yonhap|YONHAP|ANSA|ANP|PA|PTI|AAP|TT|NTB|RIA Novosti|Anadolu|AA|Getty|GETTY|UPI|ANADOLU)"
_AFTER_SENTENCE = r"(?:^|(?<=[.!?”\"])\s+)"
_LIBRARIES = frozenset(("getty images", "getty", "shutterstock", "rex", "picture alliance", "pool", "handout"))
_OPENING = (
    r"(?:FILE PHOTOS?|FILE PICTURE|FILE IMAGE|File photo|File picture|FILE|\(FILES?\)|CAPTION|Caption|PHOTO|Photo|PICTURE|Picture|IMAGE|Image|"
    r"COMBINATION PHOTO|HANDOUT|Pictured|PICTURED)\s?(?::|[-–—](?=\s)|\s(?=In this\b))\s*|\(FILES?\)\s"
)
_OLD = (
    r"(?i)\bfile (?:photo|picture|image)|^in this .{3,40} (?:photo|image|picture|frame)|^\(?files?\b|/files?\b|, file\b"
)

# Each ends the paragraph; the first group is the credit as written, without its brackets. These say that they are credits ...
_SAID = (
    r"[(\[](?i:photo|picture|image|photograph)s?(?i: by|:| credit:?| courtesy(?: of)?)\s?([^()\[\]]{3,80})[)\]]\.?$",
    rf"{_AFTER_SENTENCE}(?i:photo(?:graph)?|picture|image)(?i:s? by|s?:| credit:)\s?([^.()\[\]]{{3,80}})\.?$",
    rf"{_AFTER_SENTENCE}(?:©|\(c\)|Credit:)\s?([^.()\[\]]{{3,60}})\.?$",
)
# ... and these must hold an agency's name to be one.
_SHAPED = (
    rf"[(\[]?\b({_WIRE}(?: PHOTO| Photo| Images?)?\s?/\s?[^.()\[\]]{{2,60}}(?:\.[^()\[\]\s]{{1,30}})?)[)\]]?\.?$",
    r"[(\[]((?:AP|AFP|EPA|Xinhua|Kyodo|Reuters) (?:Photo|PHOTO)[^()\[\]]{0,60})[)\]]\.?$",
    r"[(\[]([^()\[\]/]{3,40}/(?:Pool/)?(?:[^()\[\]/]{2,30}))[)\]]\.?$",
    r"[(\[]([^()\[\]]{3,50} (?:via|for) (?:AP|REUTERS|Reuters|AFP|Getty Images|EPA|The [A-Z][\w ]+))[)\]]\.?$",
    rf"{_AFTER_SENTENCE}(Handout via REUTERS|(?:U\.[SKN]\. )?[A-Z][^.()\[\]]{{2,50}} via (?:REUTERS|AP))\.?$",
    rf"{_AFTER_SENTENCE}([^.()\[\]/]{{2,40}}/\s?(?:AFP|AP|EPA|Reuters|REUTERS|Getty Images|Getty|Shutterstock|Rex|EPA-EFE|dpa)(?:/[^.()\[\]]{{2,30}})?)\.?$",
    rf"{_AFTER_SENTENCE}[(\[]((?:REUTERS|AP|AFP|EPA|Getty Images|Xinhua|TASS|Sputnik|dpa))[)\]]$",
)
_FILED = r"(?i)(?:,|\s?/)\s?(?:files?(?: photo| picture| image)?|handout|archive)$"
_HINTS = re.compile(r"/|hoto|HOTO|icture|mage|via |©|\(c\)|redit|[A-Za-z]\)$")
_LABELS = (
    "FILE",
    "(FILE",
    "File ",
    "CAPTION",
    "Caption",
    "PHOTO",
    "Photo",
    "PICTURE",
    "Picture",
    "IMAGE",
    "Image",
    "COMBINATION",
    "HANDOUT",
    "PICTURED",
)


class Caption(NamedTuple):
    """The credit of a picture as written ("REUTERS/Yves Herman"), None if there is none; `old` for one from the files."""

    credit: str | None
    agency: str | None
    old: bool


def find_caption(text: str) -> Caption | None:
    """The caption that a whole paragraph is, None if it is none."""
    opening = re.match(_OPENING, text) if text.startswith(_LABELS) else None
    if len(text) > 1200 or not (opening or _HINTS.search(text, max(0, len(text) - 110))):
        return None
    credit = _credit(text, opening is not None)
    if credit is None and not opening:
        return None
    return Caption(credit, _agency(credit) if credit else None, re.search(_OLD, text) is not None)


def _credit(text: str, certain: bool) -> str | None:
    start = max(0, len(text) - 120)
    for patterns, said in ((_SAID, True), (_SHAPED, certain)):
        for pattern in patterns:
            match = re.search(pattern, text[start:])
            if match and (said or _names_source(match[1])):
                return re.sub(_FILED, "", match[1].strip(" ,.-–—"))
    return None


def _names_source(credit: str) -> bool:
    """Names joined by strokes, one of them an agency's or a library's; not the end of a sentence."""
    parts = [
        part.strip() for part in re.split(r"/| via | for |, | PHOTO| Photo", re.sub(_FILED, "", credit)) if part.strip()
    ]
    sources = [part for part in parts if known(part) or part.lower() in _LIBRARIES]
    return bool(sources) and all(part in sources or is_name(part.replace("@", ""), 5) for part in parts)


def _agency(credit: str) -> str | None:
    for part in (credit.split()[0].split("/")[0], *re.split(r"\s*/\s*| via ", credit)):
        name = known(part.removesuffix(" Photo").removesuffix(" PHOTO"))
        if name:
            return name
    return None
