"""Currencies by what a text calls them: signs, names, and nouns that only the story makes sure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Currency:
    """One row of the list; `words` are its adjectives and the words that speak for its country."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Which currency is meant, None when the story does not say, and how sure that is."""

    code: str | None
    confidence: float


@cache
def currencies() -> tuple[Currency, ...]:
    """All of the list, in its order."""
    found = []
    for row in rows("currencies"):
        signs, names, nouns, adjectives, country = (
            tuple(one for one in column.split("|") if one) for column in (*row[1:], *[""] * 5)[:5]
        )
        found.append(Currency(row[0], signs, names, nouns, adjectives, tuple(dict.fromkeys((*adjectives, *country)))))
    return tuple(found)


_SHORT_BUT_SURE = frozenset(("Rs", "Tk", "RM", "Rp", "DM"))
"""Signs of two letters that are money in any story; others name flights, roads and guns too: "QR 840"."""

_RENAMED = {"VES": ("VEF", dt.date(2018, 8, 20))}
"""The code that a currency had before a day, where the list has both and one name for them."""

_LOCAL_DOLLARS = {"AAP": "AUD", "Australian Associated Press": "AUD", "CP": "CAD", "The Canadian Press": "CAD",
                  "Canadian Press": "CAD", "NZPA": "NZD"}  # fmt: skip
"""Agencies whose bare "$" is their own country's."""

_MOSTLY = {"rouble": "RUB", "ruble": "RUB"}
"""What a noun nearly always means where neither an adjective nor the story says it."""

_GUARDED = frozenset(("pound", "mark", "crown", "kip", "lek"))
"""Nouns that are other things too: money only with an adjective, a magnitude, or a story that speaks for the country."""

_OTHER_THINGS = frozenset(("real", "sol", "som", "sum", "dram"))
"""Nouns that are money only with an adjective."""


def of_sign(sign: str, story: Story) -> Meant | None:
    """The currency of a sign or an abbreviation; None when it is no sign in this story."""
    candidates = _called().get(sign, ())
    if sign == "$":
        local = _LOCAL_DOLLARS.get(story.agency or "")
        if local and f"{local[0]}$" in story.text:  # "A$1.4 billion ($1.03 billion)"
            return Meant("USD", 0.85)
        return Meant(local, 0.85) if local else Meant("USD", 0.95)
    letters = sign.replace(".", "")
    if len(letters) <= 2 and letters.isascii() and letters.isalpha() and letters not in _SHORT_BUT_SURE:
        spoken = _spoken_for(candidates, story)
        return Meant(_then(spoken.code, story), 0.8) if spoken else None
    if len(candidates) == 1:
        return Meant(candidates[0].code, 0.97)
    spoken = _spoken_for(candidates, story)
    return Meant(_then((spoken or candidates[0]).code, story), 0.85 if spoken else 0.75)


def of_name(noun: str, adjective: str, large: bool, story: Story) -> Meant | None:
    """The currency that "Swiss" "francs" names; None when the noun is no money here. `large`: with a magnitude."""
    noun, singular = noun.lower(), singular_of(noun)
    candidates = [one for one in _called().get(singular, ()) if singular in one.nouns]
    named = [one for one in _called().get(singular, ()) if singular in one.names]
    told = [one for one in candidates if adjective in one.adjectives]
    if told or named:
        return Meant(_then((told or named)[0].code, story), 0.97 if told else 0.95)
    if singular in _OTHER_THINGS:
        return None
    if singular == "dollar":
        return Meant("USD", 0.85)
    spoken = _spoken_for(candidates, story)
    if singular in _GUARDED and not large and spoken is None:
        return None
    if spoken:
        return Meant(_then(spoken.code, story), 0.92 if len({one.words for one in candidates}) == 1 else 0.8)
    if singular == "pound":
        return Meant("GBP", 0.6)
    if singular in _MOSTLY:
        return Meant(_MOSTLY[singular], 0.75)
    return Meant(candidates[0].code, 0.85) if len(candidates) == 1 else Meant(None, 0.6)


def is_currency(noun: str) -> bool:
    """Whether the noun names money, in the singular or the plural."""
    return bool(_called().get(singular_of(noun)))


def singular_of(noun: str) -> str:
    """The noun as the list has it."""
    noun = noun.lower()
    return noun if noun in _called() or not noun.endswith("s") else noun[:-1]


@cache
def _called() -> dict[str, tuple[Currency, ...]]:
    """The currencies by every sign, name and noun, in the list's order."""
    called: dict[str, tuple[Currency, ...]] = {}
    for one in currencies():
        for word in {*one.signs, *one.names, *one.nouns}:
            called[word] = (*called.get(word, ()), one)
    return called


def _then(code: str, story: Story) -> str:
    """The code of the currency on the story's day."""
    before, day = _RENAMED.get(code, (code, dt.date.min))
    return before if story.date.value < day else code


def _spoken_for(candidates: Sequence[Currency], story: Story) -> Currency | None:
    """The currency whose country the story names most often, if it names any; of two, the one that it names first."""
    if not candidates:
        return None
    text = story.text
    named = {one.code: [text.find(word) for word in one.words if word in text] for one in candidates}
    counts = {one.code: sum(text.count(word) for word in one.words) for one in candidates}
    spoken = [one for one in candidates if named[one.code]]
    return max(spoken, key=lambda one: (counts[one.code], -min(named[one.code])), default=None)


def either(words: set[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda one: (-len(one), one)))
