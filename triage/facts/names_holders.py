"""Of what country or organization somebody is: the names before and behind an office, and before and behind the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words as words_of
from triage.facts.names_occupations import names_body
from triage.facts.vocabulary import CALENDAR, FUNCTION, LETTERS, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.wordstream import Word

GENITIVE = ("'s", "’s")
_GENITIVES = (*GENITIVE, "'", "’")

_LARGE = 300_000
"""Inhabitants of a city whose name hardly means anything else."""

_LANDS = words_of("region province state district county governorate oblast prefecture territory")
"""Nouns in lower case that end the name of a part of a country: "the Odesa region"."""

_NUMBERS = words_of("One Two Three Four Five Six Seven Eight Nine Ten")

_OWNERS = words_of("People Women Men Children Workers Veterans Farmers")
"""Words with a genitive that stands inside a name: "People's Liberation Army"."""

_JOINTS = words_of("at for with in from on to by who which that")
"""Words that end what somebody is a professor or a manager of."""

_HELD = words_of(
    "parliament opposition regulator unionists separatists rebels loyalists nationalists congress watchdog"
)
"""Nouns without a name that say enough of whom somebody leads or speaks for."""


def holder_before(line: Sequence[Word], start: int, known: Gazetteer) -> str | None:
    """The country, place or organization right before a title: "Turkish", "Turkey's", "Microsoft", "Mexico, whose"."""
    end = start
    if end and line[end - 1].text in _GENITIVES:
        end -= 1
    elif end > 1 and line[end - 1].low == "whose":
        end -= 2 if line[end - 2].text == "," else 1
    for size in (3, 2, 1):
        name = " ".join(word.text for word in line[max(0, end - size) : end])
        if name in _LANDS_OF:
            return _LANDS_OF[name]
        if people := known.nationalities.get(name):
            return holder(people[1], known)
    begin = end
    while begin and end - begin < 5 and (line[begin - 1].capital or _joins(line, begin - 1, begin < end)):
        begin -= 1
    while begin < end:
        text = " ".join(word.text for word in line[begin:end])
        numbered = begin > 0 and line[begin].text in _NUMBERS  # "Three Gorges Corp", but not where a sentence starts
        if text in known.places or numbered or line[begin].text not in FUNCTION | {"Former"}:
            return None if line[end - 1].text in CALENDAR or text in _PRIZES else text
        begin += 1
    return None


def _joins(line: Sequence[Word], at: int, inside: bool) -> bool:
    """Whether the word joins the names of a body around it: "Bank of England", "Organization of American States"."""
    return inside and at > 0 and line[at].low == "of" and line[at - 1].capital and names_body(line[at - 1].low)


_LANDS_OF = {"Scottish": "Scotland", "Welsh": "Wales", "English": "England", "Northern Irish": "Northern Ireland",
             "Catalan": "Catalonia", "Basque": "Basque Country", "Bavarian": "Bavaria", "Crimean": "Crimea",
             "Chechen": "Chechnya", "Sicilian": "Sicily", "Tibetan": "Tibet"}  # fmt: skip
"""Parts of countries by the adjectives of their peoples: a Scottish minister is Scotland's."""

_PRIZES = words_of("Olympic Paralympic World Nobel Oscar Pulitzer Grammy")
"""Names before "champion" and "winner" that nobody is of."""


def holder_after(line: Sequence[Word], at: int, known: Gazetteer, words: Vocabulary) -> tuple[str | None, int]:
    """What "of" or "at" after a title names, and where that ends: "of the European Commission", "at Capital Economics"."""
    if at + 1 >= len(line) or line[at].low not in ("of", "at", "for", "with", "from"):
        return None, at
    begin = at + 2 if line[at + 1].low == "the" else at + 1
    named = begin
    while named < len(line) and named - begin < 5 and line[named].text.isalpha() and line[named].text.islower():
        if line[named].text in _JOINTS:
            break
        named += 1
    if named > begin and named < len(line) and line[named].capital and names_body(line[named - 1].low):
        return _run(line, named, known)
    if line[at].low == "from":
        return None, at
    if named == begin:
        name, end = _run(line, begin, known)
        part = line[at].low == "at" and _is_place(name or "", known) and end < len(line) and line[end].text.islower()
        return (None, at) if part else (name, end)  # "at the Pennsylvania attorney general's office"
    if line[at].low == "of" and named < len(line) and line[named].low in ("at", "for", "with"):
        return holder_after(line, named, known, words)  # "a professor of physics at"
    return _nameless(line, begin, named, words)


def _run(line: Sequence[Word], begin: int, known: Gazetteer) -> tuple[str | None, int]:
    """The name of several capitals at `begin`, and its end; of "Russia's Northern Fleet" what the country has."""
    end = begin
    while end < len(line) and (
        line[end].capital
        or (
            (line[end].text in ("of", "&") or line[end].low in PARTICLES)
            and end > begin
            and end + 1 < len(line)
            and line[end + 1].capital
        )
    ):
        end += 1
    had = end + 1  # what a genitive says that the name has, behind "ruling" and the like
    while had < min(len(line), end + 3) and line[had].text.isalpha() and line[had].text.islower():
        had += 1
    owns = had < len(line) and end > begin and line[end].text in GENITIVE and line[had].capital
    if owns and had == end + 1 and line[end - 1].text in _OWNERS:
        rest, last = _run(line, end + 1, known)
        return f"{_joined(line, begin, end)}{line[end].text} {rest}", last
    if owns and _is_place(_joined(line, begin, end), known) and line[had].text not in known.nationalities:
        return _run(line, had, known)
    if begin < end < len(line) and line[end].text in _LANDS:
        end += 1
    return " ".join(word.text for word in line[begin:end]) or None, end


def _is_place(name: str, known: Gazetteer) -> bool:
    """Whether the name is that of a country, a region or a large city: many a firm is called after a small one."""
    place = known.place(name)
    return place is not None and (place.type != "city" or place.people > _LARGE)


def _nameless(line: Sequence[Word], begin: int, end: int, words: Vocabulary) -> tuple[str | None, int]:
    """A holder in lower case that says enough: "parliament", "the unionists", "the glacier laboratory"."""
    last = line[end - 1].text
    closed = end == len(line) or line[end].text in (",", ".", ";", "“", "”", '"', ")")
    body = end - begin > 1 and last.capitalize() in words.orgs and last not in ("group", "company", "firm", "party")
    if closed and (body or (end - begin == 1 and last in _HELD)):
        return " ".join(word.text for word in line[begin:end]), end
    return None, begin


def holder_of(line: Sequence[Word], end: int, known: Gazetteer, words: Vocabulary) -> str | None:
    """What "of" after the name itself says: "Prime Minister X of Thailand", "solicitor X KC of Marsh Chambers"."""
    if end < len(line) and line[end].text in LETTERS:
        end += 1
    return holder_after(line, end, known, words)[0] if end < len(line) and line[end].low == "of" else None


def possessor(line: Sequence[Word], start: int, known: Gazetteer) -> str | None:
    """The country or body that somebody without a title is of: "China's X", "the Labour Party of X"."""
    if start > 1 and line[start - 1].text in GENITIVE:
        if start > 3 and line[start - 3].text == "of" and line[start - 4].capital:
            return None  # "the Bank of France's X"
        place = known.places.get(line[start - 2].text) or known.places.get(_joined(line, start - 3, start - 1))
        return place.name if place is not None and place.type == "country" else None
    if start > 2 and line[start - 1].text in ("of", "'", "’"):
        return _party(line, start - 1)
    return None


def _party(line: Sequence[Word], end: int) -> str | None:
    """The party whose name ends there, behind an article: "the Democratic Unionists of", "the National Party of"."""
    begin = end
    while begin and line[begin - 1].capital and line[begin - 1].text not in FUNCTION:
        begin -= 1
    last = line[end - 1].text
    plural = last.endswith(("ists", "crats", "cans", "ers", "als", "ives", "Greens"))
    article = begin > 0 and line[begin - 1].low == "the"
    return _joined(line, begin, end) if article and end - begin > 1 and (plural or last == "Party") else None


def member_of(line: Sequence[Word], end: int, known: Gazetteer, words: Vocabulary) -> str | None:
    """The body that somebody without a title is of: "X of the Labour Party", "X of the IMF"."""
    name = holder_of(line, end, known, words)
    the = end + 1 < len(line) and line[end + 1].low == "the"
    return name if name and (the or name.isupper()) and not name.startswith(("United ", "U.S")) else None


def holder(code: str | None, known: Gazetteer) -> str | None:
    """A country in the words of a story; the United States are "U.S." there."""
    return "U.S." if code == "US" else known.country_of(code)


def _joined(line: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.text for word in line[max(start, 0) : end])
