"""The dateline: place, date and agency that open the first paragraph, in the manner of any agency."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS, Agencies
from triage.ingest.anatomy.vocabulary import LABELS, PLACE_PARTICLES, SENTENCE_OPENERS
from triage.ingest.dates import is_month, is_weekday

_REACH = 130
_END = re.compile(
    r"(?:(?<=[)\]\d])\s*|(?<=[)\]])\.|\s+)(?:--+|[-–—―_]{1,3}|=)(?:\s+|$|(?=[A-Z\"“]))"  # a dash, spaced or after a parenthesis
    r"|(?<=[)\]\d/])\s*:(?:\s+|$)"  # (PTI): and "27 April:"
    r"|(?<=[A-Za-z]/)\.?(?:\s+|$)"  # /TASS/.
    r"|(?<=\))\.?\s+(?=[A-Z\"“«`])"  # (ats afp) Les
)
# Capitals first, or a bracket, a stroke or a figure near the start: without one of them there is no dateline.
_LIKELY = re.compile(r"[A-ZÀ-Þ]['’.]?[A-ZÀ-Þ]|Mc|(?=[^\W\d_]|[(/]).{0,110}?[(/\[\d]")
_BRACKET = re.compile(r"\s*(?:\(([^()]{2,40})\)|\[([^\[\]]{2,40})\]|/([^/]{2,40})/)\.?$")
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATE_END = re.compile(
    rf"(?:^|(?<=[\s,.]))(?:([^\W\d_]{{3,9}}\.?),? )?(?:([^\W\d_]{{3,9}}\.?) {_NUMBER}|{_NUMBER} ([^\W\d_]{{3,9}}\.?))(?:,? (?:19|20)\d\d)?$"
)
_FIGURES_END = re.compile(r"(?:^|(?<=[\s,]))(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$")
_WEEKDAY_END = re.compile(r"(?<=[\s,])([A-Z][a-z]{2,8}\.?)$")
_COUNTRY = re.compile(r"\s*[\[(][A-Z][\w ]{2,30}[\])]$")
_PLACE_WORD = re.compile(r"[^\W\d_][^\W\d_.'’`-]*(?:[.'’`-][^\W\d_.'’`-]*)*")
_STARTS = re.compile(r"[\"“”‘'«„`(<*]*[^\sa-zß-ÿ,;.!?-]")


class Strength(IntEnum):
    """How surely a paragraph's beginning is a dateline.

    SURE names a known agency; LIKELY is a place in capitals, or has a date; POSSIBLE is any name before any other in
    brackets, which is a dateline only where one is due.
    """

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


class Opening(NamedTuple):
    """A dateline found at the start of a paragraph. `end` is where the lede begins."""

    place: str
    place_start: int
    place_end: int
    date: str | None
    agency: str | None
    strength: Strength
    end: int


def find_opening(text: str, agencies: Agencies = EVERYBODYS) -> Opening | None:
    """The dateline that opens `text`, None if an ordinary sentence does."""
    if not _LIKELY.match(text):
        return None
    for number, end in enumerate(_END.finditer(text, 0, _REACH)):
        if number == 3:
            break
        found = _parse(text, end, agencies)
        if found:
            return found if found.place else _after_agency(text, found, agencies)
    return None


def _after_agency(text: str, named: Opening, agencies: Agencies) -> Opening:
    """The dateline of those who name themselves first: "(ANSA) - ROME, JUL 11 - "."""
    there = find_opening(text[named.end :], agencies)
    if there is None or not there.place or there.strength is Strength.POSSIBLE:
        return named
    by = named.end
    return there._replace(
        place_start=there.place_start + by,
        place_end=there.place_end + by,
        agency=named.agency,
        strength=Strength.SURE,
        end=there.end + by,
    )


def _parse(text: str, end: re.Match[str], agencies: Agencies) -> Opening | None:
    head = text[: end.start()].rstrip()
    head, agency, sure, inner_date = _take_brackets(head, agencies)
    if agency is None:
        tail = agencies.at_end(head)
        if tail and _take_date(head[: tail[1]].rstrip())[1]:
            agency, sure, head = tail[0], True, head[: tail[1]].rstrip()
    head, date = _take_date(head)
    date = date or inner_date
    place = _COUNTRY.sub("", head.rstrip(" ,")).rstrip(" ,-–—")
    if place.endswith(".") and len(place.split()[-1]) > 4 and place.split()[-1].isupper():
        place = place[:-1]  # "MOSCOW. April 27 (Interfax)"
    mark = text[end.start() : end.end()].strip(" .")
    strength = _strength(place, date, agency, sure, mark, text[end.end() :])
    if strength is None:
        return None
    start = text.index(place) if place else 0
    return Opening(place, start, start + len(place), date, agency, strength, end.end())


def _take_brackets(head: str, agencies: Agencies) -> tuple[str, str | None, bool, str | None]:
    """What stands before the brackets at the end of `head`, and the agency and the date that they hold."""
    names: list[str] = []
    sure = True
    date = None
    while match := _BRACKET.search(head):
        content = match[1] or match[2] or match[3]
        rest, inner = _take_date(content)
        content = rest.strip(" ,")
        found = agencies.in_brackets(content) if content else None
        if content and found is None:
            break
        date = inner or date
        if found and not (match[2] and not found[1]):  # "[India]" is a country
            names.insert(0, found[0])
            sure = sure and found[1]
        head = head[: match.start()]
    return head, "/".join(names) or None, sure and bool(names), date


def _take_date(head: str) -> tuple[str, str | None]:
    """`head` without the date at its end, and the date."""
    bare = head.rstrip(" ,")
    match = _DATE_END.search(bare)
    if match and is_month((match[2] or match[3]).rstrip(".")):
        start = (
            match.start() if not match[1] or is_weekday(match[1]) else match.start(2) if match[2] else match.end(1) + 1
        )
        return bare[:start].rstrip(" ,"), re.sub(r"(?<=\d)\.$", "", bare[start:].lstrip(" ,"))
    figures = _FIGURES_END.search(bare)
    if figures:
        return bare[: figures.start()].rstrip(" ,"), figures[0]
    day = _WEEKDAY_END.search(bare)
    if day and is_weekday(day[1]):
        return bare[: day.start()].rstrip(" ,"), day[1]
    return head, None


def _strength(place: str, date: str | None, agency: str | None, sure: bool, mark: str, lede: str) -> Strength | None:
    """How surely the parts found make a dateline, rather than a sentence with a dash in it; None if they do not."""
    if not place:
        return Strength.SURE if sure and (mark or _STARTS.match(lede)) else None
    words = place.replace("/", " ").replace(",", " ").split()
    capitals = _in_capitals(place.split(",")[0])
    if not _is_place(place, words, capitals):
        return None
    if not mark:
        return Strength.SURE if sure and _needs_no_dash(words, capitals, date, agency or "", lede) else None
    if sure:
        return Strength.SURE
    if not lede:  # on a line of its own
        return Strength.LIKELY if date else None
    if not _STARTS.match(lede) or (not date and LABELS.intersection(words)) or EVERYBODYS.known(place):
        return None
    if capitals and len(place.split(",")[0].split()) <= 4 and (agency or date or mark != ":"):
        return Strength.LIKELY
    if date and len(words) <= 4:
        return Strength.LIKELY
    return Strength.POSSIBLE if agency and mark != ":" and len(words) <= 3 else None


def _is_place(place: str, words: list[str], capitals: bool) -> bool:
    """Whether `place` is built like a place's name; one that is not in capitals must not open a sentence."""
    if len(words) > 8 or "," in (place[0], place[-1]) or any(not _PLACE_WORD.fullmatch(word) for word in words):
        return False
    if capitals:
        return True
    small = (word for word in words if word[0].islower())
    return words[0].lower() not in SENTENCE_OPENERS and all(word in PLACE_PARTICLES for word in small)


def _needs_no_dash(words: list[str], capitals: bool, date: str | None, agency: str, lede: str) -> bool:
    """Some agencies put no dash after their name: "Paris (ats afp) Les", "MOSCOW, April 27. /TASS/. The", "New Delhi, Apr 27 (PTI) The"."""
    if not lede:
        return False
    return (capitals and not lede.split(" ", 1)[0].isupper()) or (
        len(words) <= 3 and (date is not None or agency[:1].islower())
    )


def _in_capitals(place: str) -> bool:
    """Whether `place` is written in capitals; "McALLEN" and "AIX-en-PROVENCE" are."""
    letters = [char for word in place.split() if word not in PLACE_PARTICLES for char in word if char.isalpha()]
    return len(letters) > 1 and sum(1 for char in letters if char.isupper()) >= 0.75 * len(letters)
