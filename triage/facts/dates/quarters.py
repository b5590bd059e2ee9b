"""Rules for quarters, halves and fiscal years, as reports of earnings name them."""

from __future__ import annotations

import re

from triage.facts.calendar import Unit, months, years
from triage.facts.dates.atom import Atom, Rule, Setting, rule
from triage.facts.dates.words import DIGITS, S
from triage.facts.lexicon import words
from triage.model.fact import Span


def _fiscal(match: re.Match[str], _setting: Setting) -> Atom:
    """A fiscal year by its number: which months it has is the company's affair, so the calendar's year, unsure."""
    number = int(match["year"])
    number += 2000 if number < 100 else 0
    return Atom(Span(*match.span()), years(number), Unit.YEAR, "date.fiscal", 0.5, relative=False)


def _short_quarter(match: re.Match[str], setting: Setting) -> Atom | None:
    """Q1 2018, 3Q18, H1 2018; without a year the nearest. H alone is a name too: only with a year."""
    size = 3 if "Q" in (match["part"], match["letter"]) else 6
    span, first = Span(*match.span()), size * (int(match["nth"] or match["number"]) - 1) + 1
    year = match["year"] or match["earlier"]
    if first > 12 or (size == 6 and not year):
        return None
    unit = Unit.QUARTER if size == 3 else Unit.HALF
    if year:
        whole = int(year) + (2000 if len(year) == 2 else 0)
        return Atom(span, months(whole, first, size), unit, "date.quarter", 0.9, relative=False)
    period = setting.nearest(lambda one: months(one, first, size), span)
    return Atom(span, period, unit, "date.quarter", 0.6)


def _quarter(match: re.Match[str], setting: Setting) -> Atom | None:
    """The first quarter of a year that is not named. A match has quarters too: only where money is made is it a date."""
    if not _OF_MONEY.search(setting.text):
        return None
    first, span = 3 * _ORDINALS[match["nth"].lower()] - 2, Span(*match.span())
    period = setting.nearest(lambda year: months(year, first, 3), span)
    return Atom(span, period, Unit.QUARTER, "date.quarter", 0.65)


_OF_MONEY = re.compile(r"profit|revenue|earnings|\bGDP\b|sales|econom|forecast|shares", re.IGNORECASE)


def _quarter_of(match: re.Match[str], _setting: Setting) -> Atom | None:
    """The third quarter, or the first half, of a year that stands behind it."""
    size = 3 if match["unit"] == "quarter" else 6
    first = size * (_ORDINALS[match["nth"].lower()] - 1) + 1
    if first > 12:
        return None
    unit = Unit.QUARTER if size == 3 else Unit.HALF
    return Atom(
        Span(*match.span()), months(int(match["year"]), first, size), unit, "date.quarter", 0.95, relative=False
    )


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


_OUR_YEAR = r"(?:19|20)[0-9]{2}"

QUARTERS: tuple[Rule, ...] = (
    rule(words("fiscal financial fy"), rf"(?ai:fiscal(?:{S}year)?{S}|financial{S}year{S}|FY(?:{S})?)(?P<year>(?:20)?[0-9]{{2}})(?![\w%]|[.,/-][0-9])", _fiscal),
    rule(words("q h") | DIGITS, rf"(?:(?P<earlier>{_OUR_YEAR}){S})?(?:(?P<part>[QH])(?P<nth>[1-4])|(?P<number>[1-4])(?P<letter>[QH])(?=[0-9{{\s.,)]))"
         rf"(?:[\s/-]?(?:of{S})?[’']?(?P<year>{_OUR_YEAR}|(?<=[QH])[0-9]{{2}}|(?<=[’'])[0-9]{{2}}))?(?![\w%])", _short_quarter),
    rule(words("first second third fourth"), rf"(?P<nth>(?ai:first|second|third|fourth))[\s-](?P<unit>quarter|half)(?:{S}(?:of{S})?(?P<year>20[0-9]{{2}}|19[0-9]{{2}}))\b", _quarter_of),
    rule(words("first second third fourth"), rf"(?P<nth>(?ai:first|second|third|fourth))[\s-]quarter\b(?!{S}of\b)", _quarter),
)  # fmt: skip
"""In the order in which they are tried at one place."""
