"""Ships of war: "USS Cole", "an Akula-class submarine", "the frigate Admiral Essen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.designators import SentenceAt, Sighting, class_after, class_of
from triage.facts.lexicon import words
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.(?:[A-Z]\.)?)"
_NAMES = rf"{_NAME}(?: (?:(?:of|the|de|la|von|van|al) )?{_NAME}){{0,3}}"
_PREFIXES = (
    "USS|USNS|HMS|HMAS|HMCS|HMNZS|ROKS|JS|PNS|TCG|KRI|BRP|RSS|ITS|HNLMS|HDMS|HSwMS|HNoMS|KNM|ESPS|NRP|USCGC|RFA|HTMS|INS|"
    "FS|ARA|BNS|IRIS|ORP"
)
PREFIX = re.compile(rf"(?:{_PREFIXES}) ")
"""What stands before the names of a navy's ships."""

_PREFIXED = re.compile(rf"\b(?<!-)(?P<prefix>{_PREFIXES}) (?P<name>{_NAMES})")
_SHARED = words("INS FS ITS JS RSS ARA IRIS BNS PNS ORP NRP RFA KRI BRP")
"""Prefixes that are also other things: they need a word of the sea in the sentence."""

_AT_SEA = re.compile(
    r"(?i)\b(?:war|battle|air)?(?:ships?|craft carriers?|navy|naval|vessels?|frigates?|destroyers?|submarines?|corvettes?|"
    r"carriers?|cruisers?|sailors|crew|aboard|sea|patrol boats?|flotilla|fleet|docked|sailed|sank)\b"
)
_CLASS = re.compile(r"[-‐‑ ]class\b")
_BOATS = re.compile(r" (?:boats?|vessels?|ships?)\b")
_CLASS_NAME = re.compile(
    rf"(?<![\w-])(?!(?:An?|The|Its|Their|Another|Both|All|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many) )({_NAME}(?: {_NAME}){{0,2}})$"
)
_SHIP = (
    "aircraft carrier|destroyer|frigate|corvette|cruiser|battleship|warship|submarine|minesweeper|"
    "patrol boat|patrol ship|landing ship|assault ship|spy ship"
)
_NAMED = re.compile(rf"\b(?P<what>{_SHIP})s?,?(?: (?:the|called|named))? [\"“]?(?P<name>{_NAMES})(?![\w-])")
_NOT_A_NAME = words(
    "Carrier Strike Group Amphibious Ready Battle Expeditionary Captain Commander Capt Cmdr Lieutenant Navy The A "
    "In On At And But It He She They Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Russia China Russian Chinese U.S"
)
_SHIP_CLASSES = words(
    "destroyer frigate corvette cruiser submarine battleship warship minesweeper patrol amphibious aircraft hospital mine "
    "landing support training"
)


def sightings(text: str, where: Span, sentence_at: SentenceAt) -> Iterator[Sighting]:
    """The ships in a range of the text."""
    if text[where.start : where.end].isupper():
        return  # every word is capitalised, so none says where a name ends
    for match in _PREFIXED.finditer(text, where.start, where.end):
        if found := _prefixed(text, sentence_at(match.start()), match):
            yield found
    for match in _CLASS.finditer(text, where.start, where.end):
        if found := _classed(text, sentence_at(match.start()), match):
            yield found
    for match in _NAMED.finditer(text, where.start, where.end):
        name = _trimmed(match["name"])
        if name.split(" ")[0] not in _NOT_A_NAME and not PREFIX.match(name):
            start = match.start("name")
            type_ = class_of(match["what"]) or "warship"
            yield Sighting(name, type_, Span(start, start + len(name)), "weapon.ship", 0.65)


def _classed(text: str, where: Span, match: re.Match[str]) -> Sighting | None:
    """An "Akula-class submarine": the class is the ship's name."""
    named = _CLASS_NAME.search(text, max(where.start, match.start() - 40), match.start())
    type_ = class_after(text, where, match.end()) if named else None
    type_ = type_ or ("warship" if _BOATS.match(text, match.end()) else None)
    if named is None or type_ is None or not is_ship(type_):
        return None
    return Sighting(f"{named[1]}-class", type_, Span(named.start(1), match.end()), "weapon.ship_class", 0.9)


def _prefixed(text: str, where: Span, match: re.Match[str]) -> Sighting | None:
    name = _trimmed(match["name"])
    if not name or (match["prefix"] in _SHARED and not _AT_SEA.search(text, where.start, where.end)):
        return None
    span = Span(match.start(), match.start("name") + len(name))
    if _BASE.search(text, max(where.start, span.start - 24), span.start) or _BASE.search(
        text, span.end, min(span.end + 24, where.end)
    ):
        return None  # navies name bases as they name ships
    type_ = _type_beside(text, where, span)
    return Sighting(span.of(text), type_ or "warship", span, "weapon.ship", 0.95 if type_ else 0.8)


_BASE = re.compile(r"\b(?:base|barracks|dockyard|academy|air station)\b")


def _trimmed(name: str) -> str:
    """The name without the words of a formation after it and without a possessive."""
    kept: list[str] = []
    for word in name.split(" "):
        if kept and word.rstrip(".") in _NOT_A_NAME:
            break
        kept.append(word)
        if word.endswith(("’s", "'s")):
            break
    if kept[-1] in ("of", "the", "de", "la", "von", "van", "al"):
        kept.pop()
    return re.sub(r"[’']s$", "", " ".join(kept))


def _type_beside(text: str, where: Span, span: Span) -> str | None:
    before = text[max(where.start, span.start - 40) : span.start].split(" ")[:-1]
    for length in (3, 2, 1):
        type_ = class_of(" ".join(before[-length:]).rstrip(","))
        if type_ and is_ship(type_):
            return type_
    after = re.compile(r"(?:,? (?:an?|the))?(?: [\w-]+-class)?").match(text, span.end, where.end)
    type_ = class_after(text, where, after.end()) if after else None
    return type_ if type_ and is_ship(type_) else None


def is_ship(type_: str) -> bool:
    """Whether a class of weapon is one of ships."""
    return type_.split(" ")[0] in _SHIP_CLASSES
