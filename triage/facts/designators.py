"""Weapons in no list, known by the shape of their names and the words beside them: "KN-29", "Type 055 destroyer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from triage.facts.lexicon import rows, words
from triage.model.fact import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """A weapon at one place in the text: its normal name, its class if known, and how it was seen."""

    name: str
    type: str | None
    span: Span
    by: str
    confidence: float


SentenceAt = Callable[[int], Span]
"""The sentence that holds an offset: what stands beside a name is looked for in it alone."""

_DESIGNATOR = re.compile(
    r"(?<![\w$€£#@.-])(?P<prefix>[A-Z][A-Za-z]{0,10})(?P<join>[-‐‑–]| |)"
    r"(?P<number>\d{1,4}(?![\d,.]\d)[A-Z]{0,3}|(?<=-)[IVX]{1,4}(?![A-Za-z]))(?:[-‐‑–]class)?s?(?![\w%])"
)
_RUSSIAN = re.compile(r"(?<![\w$€£#@.-])\d[A-Z]\d{2,3}[A-Z]?\d?(?!\w)")
_NOT_A_PREFIX = words(
    "COVID Covid Chandrayaan Chang'e Shenzhou Tiangong Soyuz Artemis Luna Voyager Ariane Vega Starlink Hayabusa Mangalyaan SARS G H U K Top No Nos UFC Article Chapter Phase Apollo Group Section Page Part Title Act Route Highway Flight "
    "Boeing Airbus Embraer Bombardier CRJ ATR Falcon In On At By Of For From To Since Until About Some Only The A An All "
    "And Or But As Over Than With Under January February March April May June July August September October November "
    "December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Day Week Year World War Cold Room Building Gate Track Game "
    "Channel Unit Brigade Battalion Division Regiment Wing Squadron Class Stage Level Grade Age Aged Nearly Almost Another "
    "These Those They We I He She It Its His Her Their Our More Most At Least Up Both Every Each Between Around After Before"
)
_NICKNAME = re.compile(r" ([A-Z][a-z]{2,}(?: I{1,3}\b)?)(?![\w-]| [A-Z][a-z])")
_CALIBER = re.compile(
    r"(?<![\w$€£.,])(?:(?P<mm>\d{2,3}|9|5\.\d\d|7\.\d\d|12\.7)[- ]?(?:mm|millimet(?:er|re)s?)|\.(?P<inch>\d\d)[- ]cal(?:iber|ibre)?)"
    r"[- ](?:(?:self-propelled|towed|artillery|mortar|tank|recoilless|anti-aircraft|anti-tank|semi-?automatic|automatic|"
    r"sniper|heavy|assault|high-explosive|NATO-standard|NATO|machine|field) ){0,3}?"
    r"(?P<what>machine gun|howitzer|mortar|gun|cannon|shell|round|artillery ammunition|artillery|ammunition|munition|"
    r"rocket|projectile|bullet|pistol|handgun|rifle|grenade)(?P<plural>s?)\b"
)
_LARGE = {"howitzer": "howitzer", "gun": "artillery", "cannon": "artillery", "artillery": "artillery"}
_ANY_SIZE = {
    "mortar": "mortar", "rocket": "rocket", "pistol": "pistol", "handgun": "pistol", "rifle": "rifle",
    "machine gun": "machine gun", "grenade": "grenade", "bullet": "ammunition",
}  # fmt: skip
_WORD = re.compile(r"[ -]?([^\W_][\w’'-]*)")
_BREAKS = words(
    "of to in for from on at by with and or but that which who is was were are be been has have had will would could may "
    "might said says told as than into over under after before its their his her near against"
)
_INTRODUCES = re.compile(
    r"((?:[\w-]+[ -]){0,3}[\w-]+),?(?: (?:called|known as|named|dubbed|designated))?(?: (?:the|its|a))? [\"“‘']?$"
)


def sightings(text: str, where: Span, sentence_at: SentenceAt) -> Iterator[Sighting]:
    """The designators and calibers in a range of the text that what stands beside them makes weapons."""
    for match in _DESIGNATOR.finditer(text, where.start, where.end):
        if match["prefix"] not in _NOT_A_PREFIX and (found := _designator(text, sentence_at(match.start()), match)):
            yield found
    for match in _RUSSIAN.finditer(text, where.start, where.end):
        span = Span(*match.span())
        if type_ := beside(text, sentence_at(match.start()), span):
            yield Sighting(match[0], type_, span, "weapon.designator", 0.7)
    for match in _CALIBER.finditer(text, where.start, where.end):
        yield _caliber(match)


def nicknamed(text: str, one: Sighting) -> Sighting:
    """The sighting, with the nickname that stands behind the designator: "C-130J Hercules", "P-3K2 Orion"."""
    follows = _NICKNAME.match(text, one.span.end)
    if (
        follows is None
        or follows[1] not in _nicknames()
        or not text[one.span.start : one.span.end][-2:].strip("s").isalnum()
    ):
        return one
    written = one.span.of(text)
    if not any(char.isdigit() for char in written) or written.endswith("class"):
        return one
    shaped = one.by in ("weapon.designator", "weapon.family")
    name = f"{one.name} {follows[1]}" if shaped else one.name
    return replace(one, name=name, span=Span(one.span.start, follows.end(1)))


def is_nickname(word: str) -> bool:
    """Whether the list has the word behind a designator: "Abrams"."""
    return word in _nicknames()


def is_count(prefix: str) -> bool:
    """Whether a number behind the word counts something that is no weapon: "COVID-19", "Chapter 7"."""
    return prefix in _NOT_A_PREFIX


def _designator(text: str, where: Span, match: re.Match[str]) -> Sighting | None:
    prefix, number = match["prefix"], match["number"]
    span = Span(*match.span())
    family = _families().get(prefix)
    join = "-" if match["join"] and match["join"] in "-‐‑–" else match["join"]
    name = f"{prefix}{join}{number}"
    if family and (join == "-" or (join == " " and len(prefix) > 3)):
        return Sighting(name, family, span, "weapon.family", 0.85)
    if number.isalpha() or (join == " " and prefix not in ("Type", "Mk", "MK", "Mark", "Project")):
        return None
    if not join and len(prefix) > 3:
        return None
    type_ = beside(text, where, span)
    return Sighting(name, type_, span, "weapon.designator", 0.7) if type_ else None


def _caliber(match: re.Match[str]) -> Sighting:
    what = match["what"]
    size = f"{match['mm']}mm" if match["mm"] else f".{match['inch']}-caliber"
    span = Span(match.start(), match.end())
    small = bool(match["inch"]) or float(match["mm"]) < 20
    type_ = _ANY_SIZE.get(what) or (what if small else _LARGE.get(what, "artillery shell"))
    return Sighting(f"{size} {what}", type_, span, "weapon.caliber", 0.75)


def beside(text: str, where: Span, span: Span) -> str | None:
    """The class that the words right after the name say, else those right before it."""
    return class_after(text, where, span.end) or _class_before(text, where, span.start)


def class_after(text: str, where: Span, at: int) -> str | None:
    """The class that the noun phrase at `at` names, if it names one: " surface-to-air missile batteries"."""
    run: list[str] = []
    while len(run) < 6 and (word := _WORD.match(text, at, where.end)):
        if word[1].casefold() in _BREAKS:
            break
        run.append(word[1])
        at = word.end()
    for start in range(len(run)):
        for length in (4, 3, 2, 1):
            if start + length <= len(run) and (type_ := class_of(" ".join(run[start : start + length]))):
                return type_
    return None


def class_of(phrase: str) -> str | None:
    """The class that a phrase names, in the singular or the plural."""
    classes = _classes()
    phrase = phrase.casefold()
    return classes.get(phrase) or classes.get(phrase.removesuffix("s"))


def _class_before(text: str, where: Span, at: int) -> str | None:
    """The class in "the missile, called the KN-29" and "a destroyer, Type 055"."""
    introduced = _INTRODUCES.search(text, max(where.start, at - 80), at)
    if introduced is None:
        return None
    run = introduced[1].split(" ")
    return next((type_ for start in range(len(run)) if (type_ := class_of(" ".join(run[start:])))), None)


@cache
def _classes() -> dict[str, str]:
    return {phrase.casefold(): type_ for phrase, type_ in rows("weapon_classes")}


@cache
def _families() -> dict[str, str]:
    return dict(rows("weapon_families"))


@cache
def _nicknames() -> frozenset[str]:
    """The words that stand behind a designator in the names of the list: "Hercules" of "C-130 Hercules"."""
    forms = (form for row in rows("weapons") for form in (row[0], *(row[2].split("|") if len(row) > 2 else ())))
    parts = (form.split(" ") for form in forms)
    found = (rest[0] for first, *rest in parts if len(rest) == 1 and any(char.isdigit() for char in first))
    return frozenset(one for one in found if one.istitle() and one.isalpha() and len(one) > 2)
