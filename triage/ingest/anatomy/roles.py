"""Which paragraph of a plain story is which: section line, headline, byline, lede, captions, credits, ednotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.anatomy.agencies import Agencies
from triage.ingest.anatomy.bylines import find_byline
from triage.ingest.anatomy.captions import find_caption
from triage.ingest.anatomy.closing import find_credits, split_trailing
from triage.ingest.anatomy.dateline import Opening, Strength, find_opening
from triage.ingest.anatomy.ednotes import is_ednote, opens_back_matter
from triage.ingest.anatomy.names import is_name
from triage.ingest.anatomy.vocabulary import SECTIONS, STAMP_BEGINNINGS
from triage.ingest.dates import first_moment
from triage.model.story import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.ingest.anatomy.header import Header

_HEAD = 14
_CLOSING = 5
"""How many paragraphs at the end of a story may close it: credits, and the notes that some agencies put after them."""
_READING_TIME = r"(?i)\d{1,2} min(?:ute)?s? read"
_SENTENCE_END = re.compile(r"[.…][\"'”’)\]]{0,2}$")
_ABBREVIATED_END = r"(?:\b[A-Z]\.[A-Z]\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|No|vs|Dr|Mr|etc)\.)[\"'”’)]?$"
_NEW_SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Dr|St|Jr|Sr|Lt|vs|No))(?<!\b(?:Gen|Col|Sen|Rep|Gov|Mrs|Inc|Ltd))\.[”\"]? [A-Z“\"]"
)
_BULLET = r"[*•·–-]\s"
_CONNECTED = (
    r"/[^/\n]+(?:/[^/\n]+)+/|(?:[A-Z]{2}-)?[A-Z][\w'’.&]*(?:[-/][\w'’.&]+)+/?(?:\s+\(.{1,40}\))?(?:,?\s+[\d -]+)?"
)
_TECHNICAL = r"[a-z]{1,4}\d{3,5}\w*(?:\s.{1,40})?|[a-z] [a-z] [A-Z]{2}-\S+\s[\d -]+|[A-Z]{2,5}\d{3,6}"
_RELEASE = r"(?:FOR IMMEDIATE RELEASE|(?:MEDIA|PRESS|NEWS) RELEASE)(?:\s[A-Z]{0,3}\d{2,8})?:?"
_STAMP = (
    r"(?i)(?:last|first|published|updated|posted|filed|created|modified|on|at|gmt|utc|e[sd]?t|local|time|ago|hours?|minutes?|"
    r"[ap]\.?m\.?|[\W\d_])+"
)

_OPENINGS = (
    *(f"{mark}{word}{joint}" for mark in ("", "(") for word in ("Reporting", "Editing") for joint in (" by ", ": ")),
    "(Writing by ", "(Compiled by ", "(Edited by ", "(Additional reporting by ", "Additional reporting by ",
    "(With inputs from ", "--With ", "-- With ", "FILE PHOTO",
)  # fmt: skip


class Piece(NamedTuple):
    """One paragraph before it has its place in the text."""

    role: Role
    text: str


def begins_paragraph(line: str) -> bool:
    """Whether a line of a plain file certainly begins a paragraph: a byline, a credit, a caption."""
    if line.startswith(("By ", "BY ")):
        return find_byline(line) is not None
    if line[0].isdigit() or line[:3] in STAMP_BEGINNINGS:
        return is_time_stamp(line)
    return line.startswith(_OPENINGS)


def opens_story(line: str) -> bool:
    """Whether a line of a plain file begins with a dateline that is certainly one."""
    opening = find_opening(line)
    return opening is not None and (opening.strength is Strength.SURE or opening.date is not None)


def assign(blocks: Sequence[str], header: Header) -> list[Piece]:
    """The paragraphs of a plain story with their roles; `header` is what stood before them."""
    agencies = agencies_of(header)
    lede, opening = _lede(blocks, agencies)
    agencies = agencies_of(header, opening)
    head = _Head(agencies, dated=opening is not None)
    pieces: list[Piece] = []
    headline = bool(header.headline)
    for number, block in enumerate(blocks[:lede]):
        block = block.removesuffix(" =")  # the old wires' mark for the end of a head line
        role = head.role(block, blocks[number + 1 : lede], headline)
        headline = headline or role is Role.HEADLINE
        pieces.append(Piece(role, block))
    back = False
    for number, block in enumerate(blocks[lede:], lede):
        back = back or opens_back_matter(block)
        closing = number > lede and number >= len(blocks) - _CLOSING
        pictured = bool(pieces) and pieces[-1].role is Role.CAPTION
        pieces += _tail_pieces(block, agencies, back=back, closing=closing, pictured=pictured)
    return pieces


def agencies_of(header: Header, opening: Opening | None = None) -> Agencies:
    """The agencies that a story can mean, with those that its header and its dateline name."""
    named = (header.agency, header.source, opening.agency if opening else None)
    return Agencies(name for name in named if name)


def is_dateline(opening: Opening, lede: str, prose: bool) -> bool:
    """Whether `opening` is taken for the story's dateline, `lede` being what follows it.

    One without a known agency must open the first paragraph that reads as sentences: `prose` says that there was one.
    """
    if opening.strength is Strength.SURE or prose:
        return opening.strength is Strength.SURE
    likely = opening.strength is Strength.LIKELY and (opening.date is not None or _ends_as_sentence(lede))
    return likely or is_prose(lede)


def slug_of(text: str) -> str | None:
    """The slug that a line of the head is ("USA-TURKEY/NATO", "/politics/Britain/EU/"), None if it is none."""
    if not re.fullmatch(_CONNECTED, text):
        return None
    bare = re.sub(r",?\s+[\d(].*$", "", text).strip("/")
    return bare if len(bare) >= 7 and len(re.findall(r"[-/]", bare)) >= (1 if bare.isupper() else 2) else None


def is_capital_place(text: str) -> bool:
    """Whether a line is a place in capitals by itself, as Anadolu writes its datelines."""
    return len(text) <= 40 and re.fullmatch(r"[A-Z][A-Z.'’-]+(?:[ /][A-Z.'’-]+){0,3}", text) is not None


def _lede(blocks: Sequence[str], agencies: Agencies) -> tuple[int, Opening | None]:
    """The number of the paragraph that the story begins with, and the dateline that says so, if one does.

    Where all are lines of a head it is their number.
    """
    prose = None
    for number, block in enumerate(blocks[:_HEAD]):
        if prose is not None and number > prose + 2:
            break
        if is_ednote(block) or find_caption(block, agencies):
            continue
        opening = find_opening(block, agencies)
        if opening and is_dateline(opening, block[opening.end :], prose is not None):
            return number, opening
        if prose is None and is_prose(block) and not (number == 0 and len(blocks) > 1 and _is_title(block)):
            prose = number
    return (min(_HEAD, len(blocks)) if prose is None else prose), None


def is_prose(block: str) -> bool:
    """Whether a paragraph reads as sentences: it ends as one, or is longer than any headline."""
    if len(block) > 160:
        return True
    if len(block) < 45:
        return False
    return _ends_as_sentence(block) or _NEW_SENTENCE.search(block) is not None


def _is_title(block: str) -> bool:
    """Whether nearly every word has a capital, as in a headline that ends with a full stop."""
    words = [word for word in block.split() if len(word) > 3 and word[0].isalpha()]
    return len(block) <= 140 and len(words) > 2 and sum(1 for word in words if word[0].isupper()) >= 0.8 * len(words)


class _Head(NamedTuple):
    """What tells the lines before the lede apart; `dated` says that a dateline opens the lede."""

    agencies: Agencies
    dated: bool

    def role(self, block: str, after: Sequence[str], headline: bool) -> Role:
        """The role of a line of the head; `after` are the lines between it and the lede, `headline` says that one stood before."""
        if is_ednote(block) or (self.dated and block[0] == "(" and block[-1] == ")"):
            return Role.EDNOTE
        if find_caption(block, self.agencies):
            return Role.CAPTION
        if find_credits(block) is not None:
            return Role.CREDIT
        if self._is_signature(block, after, headline):
            return Role.BYLINE
        if slug_of(block) or re.fullmatch(f"{_TECHNICAL}|{_RELEASE}", block):
            return Role.SECTION
        if headline or not _is_headline(block, self.dated):
            return Role.BODY
        return Role.SECTION if _is_section(block, after, self.dated) else Role.HEADLINE

    def _is_signature(self, block: str, after: Sequence[str], headline: bool) -> bool:
        """Whether a line says who and when: a byline, an agency, a time stamp, a name alone between headline and dateline."""
        if is_time_stamp(block) or self.agencies.known(block) or block.startswith("Source:"):
            return True
        if find_byline(block, self.agencies):
            return headline or block[:2].lower() == "by"
        alone = headline and self.dated and all(is_time_stamp(text) for text in after)
        return alone and 2 <= len(block.split()) <= 3 and not block.isupper() and is_name(block)


def _tail_pieces(block: str, agencies: Agencies, *, back: bool, closing: bool, pictured: bool) -> list[Piece]:
    """What a paragraph from the lede on is.

    `back` says that editors' back matter has begun, `closing` that the end is near, `pictured` that a caption stands before.
    """
    if find_credits(block, closing=closing and not pictured) is not None:
        return [Piece(Role.CREDIT, block)]
    if pictured and closing:  # "Credit: Jane Roe" may belong to the picture
        if find_caption(block, agencies):
            return [Piece(Role.CAPTION, block)]
        if find_credits(block, closing=True) is not None:
            return [Piece(Role.CREDIT, block)]
    if closing and len(block) <= 60 and agencies.known(block.strip("()-–— .")):
        return [Piece(Role.CREDIT, block)]
    if back or is_ednote(block):
        return [Piece(Role.EDNOTE, block)]
    if find_caption(block, agencies):
        return [Piece(Role.CAPTION, block)]
    trailing = split_trailing(block, closing=closing)
    if trailing and find_credits(trailing[1], closing=closing) is not None:
        return [Piece(Role.BODY, trailing[0]), Piece(Role.CREDIT, trailing[1])]
    return [Piece(Role.BODY, block)]


def is_time_stamp(block: str) -> bool:
    """Whether a line holds a date and time and nothing else ("April 27, 2018 / 2:02 PM / Updated 3 hours ago")."""
    if len(block) > 90 or not any(char.isdigit() for char in block):
        return False
    if re.fullmatch(_READING_TIME, block):
        return True
    moment = first_moment(block)
    return moment is not None and re.fullmatch(_STAMP, f"{block[: moment.start]} {block[moment.end :]}") is not None


def _ends_as_sentence(block: str) -> bool:
    """Whether a full stop ends it that is none of an abbreviation's; "Corp." ends a sentence as often as a headline."""
    if not _SENTENCE_END.search(block) or block.rstrip("\"'”’)]").endswith(("...", "…")):
        return False
    return len(block) > 80 or re.search(_ABBREVIATED_END, block) is None


def _is_headline(block: str, dated: bool) -> bool:
    """Whether it can be a headline; before a dateline (`dated`) it may be longer, and end with a full stop."""
    if len(block) > (200 if dated else 120) or not any(char.isalpha() for char in block) or re.match(_BULLET, block):
        return False
    if _ends_as_sentence(block):
        return dated and len(block) <= 140 and not _NEW_SENTENCE.search(block)
    return dated or not block.endswith(":")


def _is_section(block: str, after: Sequence[str], dated: bool) -> bool:
    """A short title, if a line that can be the headline follows it."""
    if len(block) > 35 or block[-1] in ".!?:;," or any(char.isdigit() for char in block):
        return False
    following = next(
        (text for text in after if not (is_ednote(text) or slug_of(text) or is_time_stamp(text) or find_byline(text))),
        "",
    )
    if block.lower() in SECTIONS and (dated or following):
        return True
    if not following or not _is_headline(following, dated):
        return False
    words = block.split()
    titled = all(word[0].isupper() or word in ("and", "of", "the", "&", "in") for word in words)
    return titled and len(words) <= 3 and len(following.split()) >= 5
