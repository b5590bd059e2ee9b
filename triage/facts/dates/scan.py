"""All dates in a part of a story: the expressions that rules find, with the words around that narrow, open or join them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from triage.facts.calendar import Part, Period, Unit, containing, days, months, part_of, shifted
from triage.facts.dates.absolute import ABSOLUTE
from triage.facts.dates.atom import Atom, Rule, Setting
from triage.facts.dates.quarters import QUARTERS
from triage.facts.dates.relative import RELATIVE
from triage.facts.dates.words import COUNT, S, count_named, unit_named
from triage.facts.lexicon import words
from triage.facts.wordlist import any_word
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def _by_first_word() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {}
    for rule in (*QUARTERS, *ABSOLUTE, *RELATIVE):
        for word in rule.starts:
            table.setdefault(word, []).append(rule)
    return table


_RULES = _by_first_word()
_FIRST = re.compile(
    rf"(?<![\w.,/$€£])(?:{any_word(word for word in _RULES if word.isalpha())}"
    r"|(?!(?<=[0-9]-)[0-9])[0-9]+|['’‘](?=[2-9]0))"
)
"""A word, a number or an apostrophe that some rule may begin with."""


def dates(setting: Setting) -> list[Atom]:
    """The dates within the setting, in order; none overlaps another."""
    atoms = list(_atoms(setting))
    ranged = _ranges(list(_with_years(atoms, setting.text)), setting.text)
    return [_opened(atom, setting) for atom in ranged if not atom.incomplete]


def _atoms(setting: Setting) -> Iterator[Atom]:
    free = setting.within.start
    for word in _FIRST.finditer(setting.text, setting.within.start, setting.within.end):
        atom = _read(word, setting) if word.start() >= free else None
        if atom:
            free = atom.span.end
            atom = _narrowed(atom, setting)
            if not atom.incomplete:
                setting.before.append(atom)
            yield atom


def _read(word: re.Match[str], setting: Setting) -> Atom | None:
    """What the first rule that fits reads at this word."""
    first = word[0][0]
    key = "0" if first.isdigit() else "'" if not first.isalpha() else word[0].lower()
    for rule in _RULES.get(key, ()):
        match = rule.pattern.match(setting.text, word.start(), setting.within.end)
        try:
            atom = rule.read(match, setting) if match else None
        except (ValueError, OverflowError):  # there is no such day: February 30, or 9,999 years from now
            continue
        if atom:
            return atom
    return None


_PART = re.compile(
    rf"(?:\b(?ai:(?P<early>early)|(?P<mid>mid)|(?P<late>late))(?:{S}(?:in{S}|on{S})?|-)"
    rf"|\b(?ai:(?P<beginning>beginning|start)|(?P<middle>middle)|(?P<end>end|close)){S}of{S}|\b(?P<end_of>end)-"
    rf"|\b(?ai:(?P<nth>first|second|third|fourth|latter|last|final)[\s-](?P<unit>half|quarter)(?:{S}of)?{S})"
    rf"|\b(?ai:(?P<which>first|second|third|fourth|last|final){S}(?P<what>week|days)(?:{S}of)?{S})"
    rf"|\b(?ai:(?P<edge>first|last|final){S}(?P<count>{COUNT}){S}(?P<small>days|weeks|months){S}(?:of|in){S})"
    rf"|\b(?ai:(?P<rest>rest|remainder){S}of{S})|\b(?ai:(?P<week>week|weekend){S}(?:of|beginning|starting|ending|ended|to|through){S})"
    rf"|\b(?ai:(?P<months>{COUNT}){S}months{S}(?:to|through|ended|ending){S}(?:in{S}|on{S})?)"
    rf"|(?<=\bthe\s)(?ai:(?P<twelve>(?:fiscal{S}|financial{S})?year){S}(?:to|through|ended|ending){S}(?:in{S}|on{S})?))(?:the{S})?$"
)
"""Words that make a part of the period which follows them, or one that ends or starts with it."""

_PART_OF_DAYS = words("of beginning starting ending to through ended")
_PART_ENDS = _PART_OF_DAYS | words("early mid late half quarter end in on")
"""Their last words: a cheap look at the word before spares most dates the pattern."""

_PARTS = {"early": Part.EARLY, "mid": Part.MID, "middle": Part.MID, "late": Part.LATE, "beginning": Part.BEGINNING,
          "end": Part.END, "end_of": Part.END}  # fmt: skip


def _narrowed(atom: Atom, setting: Setting) -> Atom:
    ends = setting.last_word(atom.span.start) in (_PART_OF_DAYS if atom.unit is Unit.DAY else _PART_ENDS)
    match = setting.preceded(_PART, atom.span.start) if ends else None
    if match is None or atom.period.start is None or atom.period.end is None:
        return atom
    try:
        narrowed = _part(match, atom, setting)
    except (ValueError, OverflowError):  # there is no such part: the first 0 days
        return atom
    if narrowed is None:
        return atom
    period, unit = narrowed
    return replace(atom, span=Span(match.start(), atom.span.end), period=period, unit=unit, incomplete=False)


def _part(match: re.Match[str], atom: Atom, setting: Setting) -> tuple[Period, Unit] | None:
    period, unit = atom.period, atom.unit
    assert period.start is not None and period.end is not None
    for name, part in _PARTS.items():
        if match[name] and unit is not Unit.DAY:
            return part_of(period, unit, part), unit
    if match["nth"] and unit in (Unit.MONTH, Unit.YEAR):
        return _nth(match["nth"].lower(), unit_named(match["unit"]), period, unit)
    if match["which"] and unit in (Unit.MONTH, Unit.YEAR):
        return _week_of(match["which"].lower(), period), Unit.WEEK
    if match["edge"] and unit is not Unit.DAY:
        small, count = unit_named(match["small"]), count_named(match["count"])
        if match["edge"].lower() == "first":
            after = shifted(period.start, small, count)
            return Period(period.start, after - _DAY), unit
        return Period(shifted(period.end + _DAY, small, -count), period.end), unit
    if match["rest"] and unit is not Unit.DAY:
        return Period(max(period.start, min(setting.today, period.end)), period.end), unit
    if match["week"] and unit is Unit.DAY and period.start == period.end:
        return containing(unit_named(match["week"]), period.start), unit_named(match["week"])
    if match["months"] or match["twelve"]:
        count = 12 if match["twelve"] else count_named(match["months"])
        return Period(shifted(period.end + _DAY, Unit.MONTH, -count), period.end), Unit.QUARTER
    return None


_DAY = dt.timedelta(days=1)


def _week_of(ordinal: str, whole: Period) -> Period:
    """Seven days, counted from the first day or back from the last one."""
    assert whole.start is not None and whole.end is not None
    if ordinal in ("last", "final"):
        return days(whole.end - 6 * _DAY, 7)
    return days(whole.start + 7 * ("first", "second", "third", "fourth").index(ordinal) * _DAY, 7)


def _nth(ordinal: str, part: Unit, whole: Period, unit: Unit) -> tuple[Period, Unit] | None:
    """The halves and quarters of a year; of a month the first 15 days, or all behind them."""
    assert whole.start is not None and whole.end is not None
    if unit is Unit.MONTH:
        middle = whole.start.replace(day=15)
        halves = Period(whole.start, middle), Period(middle + _DAY, whole.end)
        return (halves[ordinal != "first"], unit) if part is Unit.HALF else None
    size = 6 if part is Unit.HALF else 3
    last = 12 // size - 1
    index = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(ordinal, last)
    return months(whole.start.year, min(index, last) * size + 1, size), part


_BETWEEN = re.compile(rf"\s?[-–]\s?|{S}(?:to|through|until|till){S}(?:the{S})?")
_AFTER_YEAR = re.compile(rf",{S}(?:to|through|until|till){S}(?:the{S})?")
"""Between two dates that "from" opens: "from July 1, 2018, to June 30, 2019"."""
_AND = re.compile(rf"{S}and{S}")
_FROM = re.compile(rf"\b(?ai:(?P<between>between)|from){S}(?:the{S})?$")
_MOVED = re.compile(r"\b(?:moved|postponed|delayed|shifted|rescheduled|changed|brought\sforward)\b")


def _ranges(atoms: list[Atom], text: str) -> Iterator[Atom]:
    """The atoms, two that are joined as the ends of one period as one."""
    waiting = iter(atoms)
    first = next(waiting, None)
    while first is not None:
        second = next(waiting, None)
        both = _range(first, second, text) if second else None
        yield both or first
        first = next(waiting, None) if both else second


_LISTED = re.compile(rf",?{S}(?:and|or){S}(?:in{S}|on{S})?")


def _with_years(atoms: list[Atom], text: str) -> Iterator[Atom]:
    """The atoms, one without a year in the year of the next where both are of one list: "March and April 2017"."""
    for atom, following in pairwise([*atoms, None]):
        if atom is not None and following is not None and _is_listed(atom, following, text):
            yield replace(atom, period=_before_in_year(atom.period, following.period), yearless=False)
        elif atom is not None:
            yield atom


def _is_listed(atom: Atom, following: Atom, text: str) -> bool:
    yearless = atom.yearless and not following.yearless and atom.by == following.by
    return yearless and _LISTED.fullmatch(text, atom.span.end, following.span.start) is not None


def _before_in_year(one: Period, other: Period) -> Period:
    """The same days in the year of the other, or in the one before where they would come after them."""
    if one.start is None or one.end is None or other.start is None:
        return one
    back = one.start.replace(year=2000, day=1) > other.start.replace(year=2000, day=1)
    try:
        ends = [day.replace(year=other.start.year - back) for day in (one.start, one.end)]
    except ValueError:  # a February 29
        return one
    return Period(*ends)


def _range(first: Atom, second: Atom, text: str) -> Atom | None:
    gap = text[first.span.end : second.span.start]
    opening = _FROM.search(text, max(0, first.span.start - 16), first.span.start)
    between = opening is not None and opening["between"]
    joins = (_AND if between else _BETWEEN).fullmatch(gap) or (opening and _AFTER_YEAR.fullmatch(gap))
    if len(gap) > 16 or not joins:
        return None
    if opening is None and first.unit is not second.unit:
        return None
    if _MOVED.search(text, max(0, first.span.start - 48), first.span.start):
        return None
    try:
        period = _spanned(first, second)
    except (ValueError, OverflowError):  # beyond the years that a date can have
        return None
    if period is None:
        return None
    start = opening.start() if opening else first.span.start
    return Atom(
        Span(start, second.span.end), period, second.unit, "date.range",
        min(first.confidence, second.confidence), first.relative and second.relative,
    )  # fmt: skip


def _spanned(first: Atom, second: Atom) -> Period | None:
    """From the one to the other; the one without a year takes the year that puts them in order."""
    start, end = first.period.start, second.period.end
    if start is None or end is None:
        return None
    if first.yearless and not second.relative:
        start = (
            start.replace(year=end.year, day=1)
            if first.unit is Unit.MONTH
            else shifted(start, Unit.YEAR, end.year - start.year)
        )
        start = shifted(start, Unit.YEAR, -1) if start > end else start
    elif start > end and second.yearless:
        end = shifted(end, Unit.YEAR, 1)
    elif start > end and first.relative and second.relative and first.unit is second.unit is Unit.DAY:
        end = shifted(end, Unit.WEEK, 1)
    return Period(start, end) if start <= end else None


_OPENING = re.compile(
    rf"\b(?ai:(?P<since>since|starting|effective)|(?P<until>until|till|through|up{S}to)|(?P<from>from))"
    rf"{S}(?:(?:at{S}least|about|around){S})?(?:the{S})?$"
)
_OPENING_ENDS = words("since starting effective until till through to from least about around")
_ONWARDS = re.compile(rf"{S}(?:on|onwards?)\b")


def _opened(atom: Atom, setting: Setting) -> Atom:
    """The atom with one end open, if a word before it says so."""
    ends = setting.last_word(atom.span.start) in _OPENING_ENDS
    match = setting.preceded(_OPENING, atom.span.start) if ends else None
    if match is None or atom.by == "date.range":
        return atom
    if match["from"]:
        onwards = _ONWARDS.match(setting.text, atom.span.end, setting.within.end)
        if onwards is None:
            return atom
        return replace(
            atom, span=Span(match.start(), onwards.end()), period=Period(atom.period.start, None), by="date.since"
        )
    span = Span(match.start(), atom.span.end)
    if match["since"] and atom.period.start is not None:
        return replace(atom, span=span, period=Period(atom.period.start, None), by="date.since")
    if match["until"] and atom.period.end is not None:
        return replace(atom, span=span, period=Period(None, atom.period.end), by="date.until")
    return atom
