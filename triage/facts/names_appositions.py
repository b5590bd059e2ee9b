"""What stands behind a name and its comma, or before them, and says what the person is: the noun phrase of an apposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.lexicon import words as words_of
from triage.facts.names_holders import GENITIVE
from triage.facts.names_occupations import names_calling, names_field, surely_calling
from triage.facts.names_titles import Title, capitalised, title_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.vocabulary import Vocabulary
    from triage.facts.wordstream import Word

LONGEST = 14
"""Words of a phrase that are looked at."""

MODIFIERS = 3
"""Words before a calling that belong to the role: "a part-time primary school teacher"."""

_ARTICLES = ("a", "an", "the")
_POINTING = words_of("a an the his her its their our my whose")
_STOPS = words_of(
    "who whom whose which that of at in for with from on to by as into over under since until after before near "
    "and or but said says told is was are were has had will would who's about because when where while during"
)
"""Words that end a noun phrase."""

_VALUES = words_of(
    "young old older elderly local prominent leading respected influential well-known famous noted outspoken longtime long-time then "
    "late outgoing incoming new senior veteran top fellow popular controversial powerful wealthy rich self-made so-called soft-spoken "
    "burly slim tall bearded retiring fiery key big great little only first second third last next now once current currently "
    "high-profile high-ranking colourful colorful flamboyant tough pregnant unemployed divorced married single visiting same"
)
"""Words that value the holder or place them in time, and are no part of the role."""

_RANKED = words_of("best worst greatest fastest oldest youngest biggest richest tallest only one")
"""Words that make a record of what follows, not a role: "the fastest miler of all time"."""

_AGED = ("year-old", "-old", "-based", "-born", "-trained", "-educated", "-turned")

_PREFIXES = words_of("vice co ex under sub deputy")
"""What a hyphen joins to an office: "vice-president", "co-chairman"; an engineer-turned-premier is a premier."""

_PORTFOLIOS = words_of(
    "minister secretary director president head manager commissioner chief undersecretary vice-president"
)
"""Offices that may say behind "of" or "for" what they are about: "minister for police and education"."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role in words that stands at `start` to `end` (half-open)."""

    start: int
    end: int
    name: str


def phrase_end(line: Sequence[Word], at: int) -> int:
    """The end of the noun phrase that begins at `at`: up to a mark, a preposition or a verb that is known as one."""
    end = at
    while end < min(len(line), at + LONGEST):
        word = line[end]
        mark = not word.text[0].isalnum() and word.text not in GENITIVE and word.text not in ("-", "'", "’", "&")
        if mark or (end > at and word.low in _STOPS and not word.capital):
            break
        end += 1
    return end


def role_in(line: Sequence[Word], at: int, words: Vocabulary, *, open_list: bool) -> Role | None:
    """The role that the noun phrase at `at` names, the longest; callings that no list has only if `open_list` says so."""
    end = phrase_end(line, at)
    if end == at or any(word.low in _RANKED for word in line[at:end]):
        return None
    for start in range(at, end):
        title = title_at(line, start, words)
        if title is None or title.role is None or title.sort == "honorific":
            continue
        if title.sort != "role" and (title.end >= end or _ends(line, title.end)):
            return _titled(line, at, title, words)
    if not open_list or line[at].low not in _ARTICLES:
        return None
    return _calling(line, at, end, words)


def _ends(line: Sequence[Word], at: int) -> bool:
    """Whether no noun follows a title inside its phrase, which would be the head: "the head porter"."""
    word = line[at]
    return word.capital or word.text in GENITIVE or word.low.endswith(("ed", "ing", "ly"))


def _titled(line: Sequence[Word], at: int, title: Title, words: Vocabulary) -> Role | None:
    """The role of a title in a phrase, with the words before it that belong to it and what "for" adds behind it."""
    start, name = with_fields(line, at, title.start, title.role or "", words)
    end = title.end
    name = f"{qualifier(line[at:start])}{name}" if not name.startswith(("Former", "Acting", "Interim")) else name
    if end + 1 < len(line) and line[end].low == "and":  # "deputy and finance minister": the longer one
        other = role_in(line, end + 1, words, open_list=False)
        if other is not None and other.start == end + 1:
            longer = len(other.name.split()) > len(name.split())
            return Role(start, other.end, other.name if longer else name)
    extent, more = _portfolio(line, end)
    return Role(start, extent, f"{name}{more}")


def with_fields(line: Sequence[Word], at: int, start: int, name: str, words: Vocabulary) -> tuple[int, str]:
    """The start of the role and its name, with the words in lower case before it that say what it is about."""
    fielded = False
    while start > at:
        begin = start - 1
        while begin > at and (line[begin].glued and (line[begin].text == "-" or line[begin - 1].text == "-")):
            begin -= 1
        word = "".join(each.low for each in line[begin:start])
        bare = word.removesuffix("-")
        if word.endswith("-") and bare in _PREFIXES:
            name = f"Former {name}" if bare == "ex" else f"{bare.capitalize()}-{name}"
        elif (names_field(word) or (fielded and word in words.modifiers and word not in _VALUES)) and not line[
            begin
        ].capital:
            fielded = True
            name = f"{capitalised(word)} {name}"
        else:
            break
        start = begin
    return start, name


def _portfolio(line: Sequence[Word], end: int) -> tuple[int, str]:
    """Where what "of" or "for" adds to an office ends, and its words: " for police and education"."""
    if end + 1 >= len(line) or line[end].low not in ("of", "for") or line[end - 1].low not in _PORTFOLIOS:
        return end, ""
    last = end + 1
    while last < len(line) and line[last].text.isalpha() and line[last].text.islower():
        if line[last].low in _STOPS and line[last].low != "and":
            break
        last += 1
    closed = last == len(line) or line[last].text in (",", ".", ";") or line[last].low in ("at", "for", "in", "of")
    if not closed or not 1 <= last - end - 1 <= 5 or line[end + 1].low in _POINTING or line[last - 1].low == "and":
        return end, ""
    return last, " " + capitalised(" ".join(word.text for word in line[end:last]))


def _calling(line: Sequence[Word], at: int, end: int, words: Vocabulary) -> Role | None:
    """An ordinary occupation: "a welder", "a retired school cook", "a leg-spinner reached by phone"."""
    nouns = _compounds(line, at + 1, end)
    while nouns and not names_calling(nouns[-1][0], words) and nouns[-1][0].endswith(("ed", "ing", "ly")):
        nouns.pop()
    if not nouns or not names_calling(nouns[-1][0], words) or line[nouns[-1][1]].capital:
        return None
    kept: list[tuple[str, int, int]] = []
    for noun in reversed(nouns):
        if line[noun[1]].capital or noun[0] in GENITIVE or noun[0][0].isdigit():
            break
        kept.insert(0, noun)
    kept = [noun for noun in kept if noun[0] not in _VALUES and not noun[0].endswith((*_AGED, "ly"))]
    if not kept or len(kept) > MODIFIERS + 1:
        return None
    return Role(kept[0][1], kept[-1][2], capitalised(" ".join(noun[0] for noun in kept)))


def _compounds(line: Sequence[Word], at: int, end: int) -> list[tuple[str, int, int]]:
    """The phrase's words, those that hyphens join as one, each with its start and end in the line."""
    out: list[tuple[str, int, int]] = []
    for i in range(at, end):
        word = line[i]
        if out and word.glued and (word.text == "-" or line[i - 1].text == "-"):
            out[-1] = (out[-1][0] + word.low, out[-1][1], i + 1)
        else:
            out.append((word.low, i, i + 1))
    return out


_QUALIFIERS = {"former": "Former ", "once": "Former ", "ex": "Former ", "acting": "Acting ", "interim": "Interim "}


def qualifier(before: Sequence[Word]) -> str:
    """What a word apart from the title says of the office: "the acting U.S. secretary of state"."""
    return next((_QUALIFIERS[word.low] for word in before if word.low in _QUALIFIERS), "")


def calling_before(line: Sequence[Word], start: int) -> Role | None:
    """An ordinary occupation right before a name: "the leg-spinner X", "a nurse, X,"."""
    comma = start > 0 and line[start - 1].text == ","
    end = start - 1 if comma else start
    begin = end
    while begin > max(0, end - 8) and line[begin - 1].text.replace("-", "a").isalpha() and not line[begin - 1].capital:
        begin -= 1
        if line[begin].low in _POINTING:
            break
    nouns = _compounds(line, begin, end)
    if not nouns or not surely_calling(nouns[-1][0]):
        return None
    pointed = nouns[0][0] in _ARTICLES
    if comma and not pointed:
        return None
    kept = [nouns[-1]]
    for noun in reversed(nouns[:-1]):
        belongs = names_field(noun[0]) or noun[0] in ("former", "retired", "naval")
        if not belongs or len(kept) > MODIFIERS:
            break
        kept.insert(0, noun)
    return Role(kept[0][1], kept[-1][2], capitalised(" ".join(noun[0] for noun in kept)))
