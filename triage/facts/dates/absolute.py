"""Rules for dates that name their day, month or year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from triage.facts.calendar import Period, Unit, chosen, days, in_years, months, years
from triage.facts.dates.atom import Atom, Rule, Setting, rule, said
from triage.facts.dates.doubt import is_name, sureness_of_year
from triage.facts.dates.words import (
    ANY_MONTH,
    ANY_MONTH_WORDS,
    ANY_WEEKDAY,
    ANY_WEEKDAY_WORDS,
    DAY,
    DAY_DIGITS,
    DIGITS,
    MONTH,
    MONTH_WORDS,
    SEASON,
    SEASON_WORDS,
    YEAR,
    S,
    month_number,
    season_month,
    weekday_number,
)  # fmt: skip
from triage.facts.lexicon import words
from triage.facts.numbers import SMALL
from triage.model.fact import Span

_ABSOLUTE = 0.97


def _iso(match: re.Match[str], _setting: Setting) -> Atom:
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Atom(Span(*match.span()), days(day), Unit.DAY, "date.iso", 0.99, relative=False)


def _numeric(match: re.Match[str], setting: Setting) -> Atom:
    """27/04/2018 is sure, 04/05/2018 may be April or May: the one nearer to the story's day."""
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    span, sure = Span(*match.span()), one > 12 or other > 12 or one == other
    if sure:
        period = days(dt.date(year, min(one, other), max(one, other)))
    else:
        readings = [days(dt.date(year, *pair)) for pair in ((one, other), (other, one))]
        period = chosen(readings, setting.today, setting.outlook(span).direction)
    return Atom(span, period, Unit.DAY, "date.numeric", 0.95 if sure else 0.6, relative=False)


def _log_day(match: re.Match[str], _setting: Setting) -> Atom:
    """1-Jan-2018, as tables have it."""
    year = int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    day = dt.date(year, month_number(match["month"]), int(match["day"]))
    return Atom(Span(*match.span()), days(day), Unit.DAY, "date.numeric", 0.95, relative=False)


def _further_day(match: re.Match[str], setting: Setting) -> Atom | None:
    """One more day of the month that was named: "April 24, 25 and 26"."""
    before = setting.before[-1] if setting.before else None
    if before is None or before.unit is not Unit.DAY or before.by != "date.calendar" or before.period.end is None:
        return None
    if not _LISTED.fullmatch(setting.text, before.span.end, match.start()):
        return None
    day, start = int(re.sub(r"\D", "", match["day"])), before.period.end
    if day <= start.day:
        return None
    return replace(before, span=Span(*match.span()), period=days(start.replace(day=day)))


_LISTED = re.compile(rf",{S}|,?{S}(?:and|or){S}(?:on{S})?(?:the{S})?")


def _day_of_month(match: re.Match[str], setting: Setting) -> Atom | None:
    """A day, or the days from one to another, of a month; the year stands beside it or is the nearest."""
    span, month = Span(*match.span()), month_number(match["month"])
    first, last = (int(re.sub(r"\D", "", day)) for day in (match["day"], said(match, "last") or match["day"]))

    def in_year(year: int) -> Period:
        return days(dt.date(year, month, first), last - first + 1)

    if last < first:
        return None
    year = _year_beside(match, setting)
    if year is not None:
        return Atom(span, in_year(year), Unit.DAY, "date.calendar", _ABSOLUTE, relative=not said(match, "year"))
    if (month, first) == (9, 11) and _ATTACKS.match(setting.text, span.end):
        return _attacks(match, setting)
    named = weekday_number(said(match, "weekday")) if said(match, "weekday") else None
    fitting = [one for one in in_years(in_year, setting.today.year) if one.start and one.start.weekday() == named]
    period = fitting[0] if fitting else setting.nearest(in_year, span)
    return Atom(span, period, Unit.DAY, "date.calendar", 0.93 if fitting else 0.9, yearless=True)


_ATTACKS = re.compile(rf"{S}(?:terror(?:ist)?{S})?(?:attack|hijack|terror)", re.IGNORECASE)


def _year_beside(match: re.Match[str], setting: Setting) -> int | None:
    """The year that stands with the month, as a number or as "last year"."""
    if said(match, "year"):
        return int(match["year"])
    if said(match, "which"):
        return setting.today.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    if _OF_THAT_YEAR.match(setting.text, match.end()):
        return next((one.period.start.year for one in reversed(setting.before) if one.period.start), None)
    return None


_OF_THAT_YEAR = re.compile(rf"{S}(?:of|in){S}(?:that|the){S}(?:same{S})?year\b")


def _month(match: re.Match[str], setting: Setting) -> Atom | None:
    span, number = Span(*match.span()), month_number(match["month"])
    year = _year_beside(match, setting)
    if year is not None:
        return Atom(span, months(year, number), Unit.MONTH, "date.month", _ABSOLUTE, relative=not said(match, "year"))
    if is_name(match["month"], span, setting):
        return None
    period = setting.nearest(lambda one: months(one, number), span)
    return Atom(span, period, Unit.MONTH, "date.month", 0.85, yearless=True)


def _season(match: re.Match[str], setting: Setting) -> Atom:
    first, span = season_month(match["season"]), Span(*match.span())
    if said(match, "year"):
        year = int(match["year"])
        if (
            first == 12
            and (last := _SHORT_LAST.match(setting.text, span.end))
            and int(last["last"][-2:]) == (year + 1) % 100
        ):
            span, year = Span(span.start, last.end()), year + 1  # "the winter of 2016-17"
        period = _season_of(year, first)
        return Atom(span, period, Unit.QUARTER, "date.season", 0.8, relative=False)
    period = setting.nearest(lambda one: _season_of(one, first), span)
    return Atom(span, period, Unit.QUARTER, "date.season", 0.6)


_SHORT_LAST = re.compile(r"[-–/](?P<last>(?:20)?[0-9]{2})(?![\w%])")


def _season_of(year: int, first: int) -> Period:
    return months(year - (first == 12), first, 3)


def _decade(match: re.Match[str], setting: Setting) -> Atom | None:
    """The 1990s, the '90s, the nineties; before 1900 a number that ends in two zeros names a century."""
    word = said(match, "word").lower()
    if word:
        first = 1900 + SMALL[f"{word.removesuffix('ies')}y"]
    else:
        first = int(match["year"]) if said(match, "year") else 1900 + int(match["short"])
    if first < 1900 and first % 100 == 0:
        return Atom(Span(*match.span()), years(first, 100), Unit.CENTURY, "date.century", 0.75, relative=False)
    if _OF_AN_AGE.search(setting.words_before(match.start())):
        return None
    if said(match, "short") and _DEGREES.search(setting.sentence(match.start()).of(setting.text)):
        return None
    confidence = 0.95 if said(match, "year") else 0.75
    return Atom(Span(*match.span()), years(first, 10), Unit.DECADE, "date.decade", confidence, relative=False)


def _century(match: re.Match[str], _setting: Setting) -> Atom | None:
    nth = int(match["nth"]) if said(match, "nth") else _CENTURIES[match["word"].lower()]
    if not 1 <= nth <= 25:
        return None
    return Atom(Span(*match.span()), years(100 * nth - 99, 100), Unit.CENTURY, "date.century", 0.85, relative=False)


_OF_AN_AGE = re.compile(rf"\b(?:his|her|their|my|your|our|its){S}(?:(?:early|late){S}|mid-)?$")
_DEGREES = re.compile(r"[Tt]emperature|[Hh]ighs|[Ll]ows|[Dd]egrees|Fahrenheit|Celsius|[Aa]ged?\b")

_CENTURIES = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}


def _year(match: re.Match[str], setting: Setting) -> Atom | None:
    """A bare year is one only by the words around it."""
    span = Span(*match.span())
    confidence = sureness_of_year(int(match[0]), span, setting)
    if confidence is None:
        return None
    return Atom(span, years(int(match[0])), Unit.YEAR, "date.year", confidence, relative=False)


def _years(match: re.Match[str], _setting: Setting) -> Atom | None:
    first, last = int(match["first"]), int(match["last"])
    last += first // 100 * 100 if last < 100 else 0
    if not first < last <= first + 99:
        return None
    period = Period(dt.date(first, 1, 1), dt.date(last, 12, 31))
    return Atom(Span(*match.span()), period, Unit.YEAR, "date.range", 0.9, relative=False)


def _attacks(match: re.Match[str], _setting: Setting) -> Atom:
    """The attacks that are called by their day."""
    return Atom(Span(*match.span()), days(dt.date(2001, 9, 11)), Unit.DAY, "date.event", 0.85, relative=False)


_BEFORE_DECADE = (
    "(?:" + "|".join(rf"(?<={one})" for one in (r"\b[Tt]he\s", r"[Ee]arly\s", r"[Ll]ate\s", r"[Mm]id-")) + ")"
)
_TO_LAST = rf"(?:\s?[-–]\s?|{S}to{S})"
_NAMED_DAY = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{S}(?:the{S})?)?"
_YEAR_BESIDE = rf"(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<which>last|this|next){S}year\b))"
_NOT_COUNTING = rf"(?!{S}(?:percent|per{S}cent|pct|million|billion|people|points?|minutes|years)\b)"
_AFTER_LISTED = (
    rf"[.,;:)?!]|$|\n|{S}(?:in|at|on|to|for|with|when|and|or|but|during|after|before|as|by|while|that|from|under)\b"
)
"""What may follow one more day in a list, so that no number of things is taken for one."""

_OUR_YEAR = r"(?:19|20)[0-9]{2}"

ABSOLUTE: tuple[Rule, ...] = (
    rule(DIGITS, r"(?P<year>[12][0-9]{3})(?P<mark>[-/])(?P<month>[01][0-9])(?P=mark)(?P<day>[0-3][0-9])(?![0-9/-])", _iso),
    rule(DIGITS, r"(?P<one>[0-3]?[0-9])(?P<mark>[./-])(?P<other>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2}|(?<=/)[0-9]{2})"
                    r"(?![\w%/-]|[.,][0-9])", _numeric),
    rule(DIGITS, rf"(?P<day>{DAY_DIGITS})(?P<mark>[-/])(?P<month>{ANY_MONTH})(?P=mark)(?P<year>(?:19|20)?[0-9]{{2}})(?![\w%/-]|[.,][0-9])", _log_day),
    rule(DIGITS, r"9/11(?![\w/])", _attacks),
    rule(ANY_MONTH_WORDS | ANY_WEEKDAY_WORDS, rf"{_NAMED_DAY}(?P<month>{ANY_MONTH}){S}(?:the{S})?(?P<day>{DAY}){_NOT_COUNTING}"
                      rf"(?:{_TO_LAST}(?P<last>{DAY}){_NOT_COUNTING})?{_YEAR_BESIDE}?", _day_of_month),
    rule(DIGITS | ANY_WEEKDAY_WORDS, rf"{_NAMED_DAY}(?P<day>{DAY_DIGITS})(?:st|nd|rd|th)?(?:{_TO_LAST}(?P<last>{DAY}))?"
                      rf"{S}(?:of{S})?(?P<month>{ANY_MONTH})(?![’'.]?[a-z]){_YEAR_BESIDE}?", _day_of_month),
    rule(DIGITS, rf"(?P<day>{DAY_DIGITS})(?:st|nd|rd|th)?(?=(?:,{S}[0-9]{{1,2}}(?:st|nd|rd|th)?)*,?{S}(?:and|or){S}[0-9]{{1,2}}(?:st|nd|rd|th)?{S}(?:of{S})?(?P<month>{ANY_MONTH})(?![’'.]?[a-z]){_YEAR_BESIDE}?)",
         _day_of_month),
    rule(DIGITS, rf"(?P<day>{DAY})(?={_AFTER_LISTED})", _further_day),
    rule(ANY_MONTH_WORDS, rf"(?P<month>{ANY_MONTH}){_YEAR_BESIDE}", _month),
    rule(MONTH_WORDS, rf"(?P<month>{MONTH})(?!{S}[0-9])", _month),
    rule(DIGITS | {"'"}, r"(?:(?P<year>(?:1[0-9]|20)[0-9]0)|['’‘](?P<short>[2-9]0))['’]?s\b", _decade),
    rule(words("twenties thirties forties fifties sixties seventies eighties nineties"),
         rf"{_BEFORE_DECADE}(?P<word>(?ai:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b", _decade),
    rule(DIGITS, rf"{_BEFORE_DECADE}(?P<short>[2-9]0)s\b", _decade),
    rule(DIGITS, r"(?P<nth>[0-9]{1,2})(?:st|nd|rd|th)[\s-]century\b", _century),
    rule(words("sixteenth seventeenth eighteenth nineteenth twentieth twenty"),
         rf"(?P<word>(?ai:{'|'.join(_CENTURIES)}))[\s-]century\b", _century),
    rule(SEASON_WORDS, rf"(?P<season>{SEASON})(?:{S}of)?{S}(?P<year>{_OUR_YEAR})\b", _season),
    rule(SEASON_WORDS, rf"(?<=\bin\sthe\s)(?P<season>{SEASON})(?!{S}of\b)", _season),
    rule(DIGITS, rf"(?P<first>{_OUR_YEAR})[-–/](?P<last>{_OUR_YEAR}|[0-9]{{2}})(?![\w%/-]|[.,][0-9])", _years),
    rule(DIGITS, YEAR, _year),
)  # fmt: skip
"""In the order in which they are tried at one place."""
