"""What a rule reads off the text, and what it may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage.facts.calendar import Period, Unit, chosen, in_years
from triage.facts.dates.tense import Outlook, outlook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from triage.model.fact import Span


@dataclass(frozen=True, slots=True)
class Atom:
    """One date expression. `relative`: resolved against the story's day; `yearless`: it names a day or month of some year;
    `incomplete`: a date only together with words before it, as "the year" in "the end of the year".
    """

    span: Span
    period: Period
    unit: Unit
    by: str
    confidence: float
    relative: bool = True
    yearless: bool = False
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a rule reads: a part of the text that readers read, and the story's day."""

    text: str
    within: Span
    today: dt.date
    sentence: Callable[[int], Span]
    """The sentence around an offset."""
    before: list[Atom] = field(default_factory=list)
    """The dates that stand before, in order."""

    def outlook(self, span: Span) -> Outlook:
        """Which way the sentence looks, as far as the words around `span` tell."""
        return outlook(self.text, self.sentence(span.start), span)

    def nearest(self, make: Callable[[int], Period], span: Span) -> Period:
        """Of what `make` makes of the story's year and those beside it, the one that the words around `span` mean."""
        look = self.outlook(span)
        return chosen(in_years(make, self.today.year), self.today, look.direction, sure=look.beside)

    def preceded(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The match of a pattern that ends in `$` with the words just before `at`."""
        return pattern.search(self.text, max(self.within.start, at - 48), at)

    def last_word(self, at: int) -> str:
        """The last word before `at` in small letters, an article left out."""
        before = self.words_before(at).replace("-", " ").lower().split()
        return next((word for word in reversed(before) if word != "the"), "")

    def words_before(self, at: int) -> str:
        """A few words before `at`."""
        return self.text[max(self.within.start, at - 24) : at]

    def word_after(self, at: int) -> str:
        """The word that follows `at` after a space, "" where none does."""
        match = _NEXT_WORD.match(self.text, at, self.within.end)
        return match[1] if match else ""


def said(match: re.Match[str], group: str) -> str:
    """What the pattern found for that group; "" where it found nothing or has no such group."""
    return match.groupdict().get(group) or ""


_NEXT_WORD = re.compile(r"[\s\u00a0]{1,2}(\w+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; None when the words around make it no date.

    `starts` are the words in small letters that may begin it, so that a rule costs nothing elsewhere. A `read` may raise
    ValueError or OverflowError: there is no such day.
    """

    starts: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Setting], Atom | None]


def rule(starts: frozenset[str], pattern: str, read: Callable[[re.Match[str], Setting], Atom | None]) -> Rule:
    """A rule with its pattern compiled."""
    return Rule(starts, re.compile(pattern), read)
