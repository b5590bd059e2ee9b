"""What a number counts: the noun phrase behind it, read without a tagger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from triage.facts.lexicon import rows, words
from triage.facts.numbers import SMALL
from triage.model.fact import Span


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted and how it is known: `kind` as in the list of units, "" for a plain plural."""

    span: Span
    kind: str


@cache
def units() -> dict[str, str]:
    """The words of the list and their kinds."""
    return {word: kind for forms, kind in rows("units") for word in forms.split("|")}


_MEASURES = "|".join(
    re.escape(word).replace(r"\ ", r"[\s\u00a0]")
    for word in sorted((word for word, kind in units().items() if kind in ("measure", "stuff")), key=len, reverse=True)
)
_MEASURE = re.compile(rf"(?P<joint>[\s\u00a0-]?)(?P<unit>{_MEASURES})(?![\w’'])")
_WITHIN = re.compile(r"\b(?:within|inside|north|south|east|west)\b[^.;:]*$")
_RATE = re.compile(r"\sper\s(?:second|minute|hour|day|week|month|year|person|capita|head)\b")
_WORD = re.compile(r"[\s\u00a0]{1,2}([A-Za-z0-9](?:[\w’'./-]*[\w])?(?:(?<=\.[A-Za-z])\.)?)")
_PARTITIVE = re.compile(
    r"\sof(?:\s(?:the|its|their|his|her|our|my|your|these|those))?(?:\s(?:last|first|other|two|three|four|five|six|seven|eight|nine|ten|[0-9][0-9,]*))?(?=\s)"
)

_STOPS = words(
    "a an the this that these those its their his her our my your it they them he she him we us you i who whom whose which "
    "what when where why how in on at by to from with without within into onto over under about around after before since "
    "until till during between among amid against across along through throughout toward towards upon off out up down for "
    "as than of and or but nor so yet if while because although though unless whether is are was were be been being am has "
    "have had having do does did done will would can could shall should may might must not no nor too also only just even "
    "still again already now then there here very both either neither each every all any some such same say says said tell "
    "told ask asked make made take took get got go goes went come came become became give gave given find found see saw "
    "seen know knew known think thought want wanted show showed shown remain remained began begun rose fell fled hit left "
    "lost won met held led put ran sat set stood sold sent spent brought bought built caught kept paid read heard felt "
    "per plus minus times a.m p.m am pm gmt est et utc ago later earlier away apart together alone else instead however "
    "meanwhile today yesterday tomorrow tonight died aboard upwards"
)
"""Words that no noun phrase runs across: it ends before them."""

_LEADING = words("more additional further such different separate new-found")
_SINGULAR = words(
    "news politics economics physics mathematics athletics ethics business process access progress success congress press "
    "process stress mess loss pass class glass grass mass cross address witness illness wilderness express princess "
    "bus gas virus campus status focus crisis basis analysis emphasis thesis diabetes christmas overseas perhaps always "
    "afterwards besides sometimes nowadays thus versus various serious previous religious dangerous famous numerous "
    "enormous anonymous ambitious suspicious precious continuous simultaneous unanimous indigenous alias chaos"
)
"""Words that end in "s" and are no plurals."""


_PLURAL_MODIFIERS = words(
    "arms sports sales savings earnings goods customs communications operations systems veterans women men people children "
    "rights drugs weapons police aircraft foods jobs savings works staff cattle sheep fish civilians youth crew personnel"
)
"""Plurals that stand before another noun; behind any other plural, a word in "-s" is a verb ("33 miners reaches")."""

_PEOPLES = words(
    "British French Dutch Irish Swiss Chinese Japanese Vietnamese Lebanese Portuguese Taiwanese Sudanese Burmese Congolese"
)
"""Plurals that are adjectives too: "100 French and Malian troops"."""


def measured(text: str, at: int, end: int) -> Counted | None:
    """The unit of measure at `at`, with what it is a measure of and its rate: "km", "tonnes of wheat", "barrels per day"."""
    match = _MEASURE.match(text, at, end)
    if match is None or (not match["joint"] and len(match["unit"]) > 3):
        return None
    stop = match.end()
    if units()[re.sub(r"\s", " ", match["unit"])] == "stuff" and match["joint"] != "-":
        stop = _of_what(text, stop, end)
    elif match["joint"] != "-" and not _WITHIN.search(text, max(0, at - 30), at):
        stop = _of_stuff(text, stop, end)
    rate = _RATE.match(text, stop, end)
    return Counted(Span(match.start("unit"), rate.end() if rate else stop), "measure")


def counted(text: str, at: int, end: int, one: bool = False) -> Counted | None:
    """The noun phrase at `at` up to its head, a plural, or for `one` a person in the singular. None where there is none.

    "of the", "more" before it are left out: "100 of the F-35 aircraft" counts "F-35 aircraft".
    """
    partitive = _PARTITIVE.match(text, at, end)
    if partitive and one:
        return None
    phrase = _phrase(text, partitive.end() if partitive else at, end)
    while phrase and phrase[0][0].lower() in _LEADING:
        phrase = phrase[1:]
    head = _head(phrase, one)
    if head is None:
        return None
    last, kind = head
    stop = phrase[last][1].end
    if kind == "set":
        stop = _of_what(text, stop, end)
    elif kind != "time":
        stop = _with_second(text, _of_stuff(text, stop, end), end)
    return Counted(Span(phrase[0][1].start, stop), kind)


def noun_phrase(text: str, at: int, end: int) -> Span | None:
    """A few words of one phrase at `at`, whatever their number: what "half of" divides."""
    phrase = _phrase(text, at, end)
    if not phrase:
        return None
    head = _head(phrase, one=False)
    last = head[0] if head else min(len(phrase), 2) - 1
    if head is None and last and _is_verb(phrase[last], text):  # "half of the town burned"
        last = 0
    return Span(phrase[0][1].start, phrase[last][1].end)


def _phrase(text: str, at: int, end: int) -> list[tuple[str, Span]]:
    """Up to six words that may belong to one noun phrase."""
    phrase: list[tuple[str, Span]] = []
    while len(phrase) < 6 and (match := _WORD.match(text, at, end)):
        word = match[1]
        if word != "US" and word.lower().rstrip(".") in _STOPS and not _joins_names(phrase, word, text, match.end()):
            break
        if word.isdigit() or re.search(r"[’']", word):
            break
        phrase.append((word, Span(*match.span(1))))
        at = match.end()
    return phrase


def _joins_names(phrase: list[tuple[str, Span]], word: str, text: str, at: int) -> bool:
    """Whether "and" stands between two capitalised adjectives: "Russian and Syrian soldiers"."""
    follows = text[at + 1 : at + 2]
    return (
        word in ("and", "or")
        and bool(phrase)
        and phrase[-1][0][0].isupper()
        and follows.isupper()
        and (not is_plural(phrase[-1][0]) or phrase[-1][0] in _PEOPLES)
    )


def _head(phrase: list[tuple[str, Span]], one: bool) -> tuple[int, str] | None:
    """Where the head of the phrase stands, and its kind: the first plural, or the next behind "arms", "sports" or "women"."""
    heads = [units().get(word) == "person" if one else is_plural(word) for word, _ in phrase]
    if True not in heads:
        return None
    last = heads.index(True)
    if phrase[last][0] in _PEOPLES and last + 1 < len(phrase) and phrase[last + 1][0] in ("and", "or"):
        last = next((at for at in range(last + 2, len(heads)) if heads[at]), last)  # "French and Malian troops"
    while last + 1 < len(heads) and heads[last + 1] and _modifies(phrase[last][0]):
        last += 1
    return last, units().get(phrase[last][0], "")


def _modifies(plural: str) -> bool:
    """Whether the plural may stand before the noun that it belongs to: "arms dealers", "HIMARS launchers"."""
    return plural in _PEOPLES or plural.lower() in _PLURAL_MODIFIERS or (plural.isupper() and plural.isalpha())


def is_plural(word: str) -> bool:
    """Whether the word has the form of a plural noun, or is a plural without it."""
    lower = word.lower()
    if "plural" in (units().get(word), units().get(lower)):
        return True
    if lower in _SINGULAR or lower in _STOPS or len(lower) < 4:
        return False
    if re.search(r"\ds$", word):
        return True
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous", "’s", "'s"))


_OF = re.compile(r"\sof(?=\s)")


def _of_what(text: str, at: int, end: int) -> int:
    """Where "of wheat" ends, if it stands at `at`."""
    of = _OF.match(text, at, end)
    phrase = _phrase(text, of.end(), end) if of else []
    numbers = [place for place, (word, _) in enumerate(phrase) if word.lower() in SMALL]
    if numbers:
        phrase = phrase[: numbers[0]]
    if not phrase:
        return at
    head = _head(phrase, one=False)
    last = head[0] if head else min(len(phrase), 2) - 1
    if head is None and last and (numbers or _is_verb(phrase[last], text)):
        last = 0
    return phrase[last][1].end


_OBJECT = re.compile(r"\s(?:the|an?(?!\s(?:second|minute|hour|day|week|month|year)\b)|its|their|his|her|him|them)\b")


def _is_verb(word: tuple[str, Span], text: str) -> bool:
    """Whether the second word behind "of" is no noun but what they do: "members of parliament choose a leader"."""
    return word[0].endswith("ed") or _OBJECT.match(text, word[1].end) is not None


_STUFF = re.compile(
    r"\sof\s(?P<stuff>[a-z]{3,})(?=[.,;:)?!]|$|\n|\s(?:and|or|in|at|on|to|for|from|with|that|which|were|was|are|is|by)\b)"
)
_SECOND = re.compile(r"\s(?:and|or)\s(?P<second>[a-z]{3,})(?![\w’'-])")


def _of_stuff(text: str, at: int, end: int) -> int:
    """Where "of carbon" ends, if what is counted is made of it: one small word without an article."""
    match = _STUFF.match(text, at, end)
    return at if match is None or match["stuff"] in _STOPS or is_plural(match["stuff"]) else match.end()


def _with_second(text: str, at: int, end: int) -> int:
    """Where "and trucks" ends, if the number counts both: "380 cars and trucks"."""
    match = _SECOND.match(text, at, end)
    plural = match is not None and match["second"] not in _STOPS and is_plural(match["second"])
    return match.end() if match and plural else at
