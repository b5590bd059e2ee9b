"""Rules for dates that only the story's day, or a date before them, makes days."""

from __future__ import annotations

import datetime as dt
import re

from triage.facts.calendar import (
    Direction,
    Period,
    Unit,
    containing,
    days,
    in_years,
    months,
    shifted,
    stepped,
    weekday,
)  # fmt: skip
from triage.facts.dates.atom import Atom, Rule, Setting, rule, said
from triage.facts.dates.holidays import HOLIDAY
from triage.facts.dates.words import (
    COUNT,
    COUNT_WORDS,
    DAY,
    DAYPART,
    MONTH,
    SEASON,
    UNIT,
    WEEKDAY,
    WEEKDAY_WORDS,
    S,
    count_named,
    month_number,
    season_month,
    unit_named,
    weekday_number,
)  # fmt: skip
from triage.facts.lexicon import words
from triage.model.fact import Span


def _weekday(match: re.Match[str], setting: Setting) -> Atom | None:
    span, number = Span(*match.span()), weekday_number(match["day"])
    if _NAMED_WEEKDAY.search(setting.words_before(span.start)):
        return None
    if said(match, "which"):
        week = containing(
            Unit.WEEK,
            setting.today,
            1 if said(match, "which").lower() == "next" else -(said(match, "which").lower() == "last"),
        )
        assert week.start is not None
        return Atom(span, days(week.start + dt.timedelta(days=number)), Unit.DAY, "date.weekday", 0.9)
    looks = _look_of_weekday(number, span, setting)
    day = weekday(number, setting.today, looks)
    return Atom(span, days(day), Unit.DAY, "date.weekday", 0.85 if looks is Direction.UNKNOWN else 0.92)


def _look_of_weekday(number: int, span: Span, setting: Setting) -> Direction:
    """A day that was yesterday is not meant for next week, nor is the day of what is already known ("Monday's vote")."""
    ahead = (number - setting.today.weekday()) % 7
    if setting.text[span.end : span.end + 2] in ("'s", "’s"):
        return Direction.PAST
    look = setting.outlook(span)
    if ahead == 6:
        return (
            Direction.FUTURE
            if _SCHEDULED.search(setting.text, setting.sentence(span.start).start, span.start)
            else Direction.PAST
        )
    return Direction.PAST if ahead == 5 and not look.beside else look.direction


_SCHEDULED = re.compile(
    r"\b(?:is|are)\s(?:to|due|scheduled|set)\b(?!.*\b(?:said|told)\b)"
    r"|\b(?:must|will|shall|(?:has|have)\sto|due|deadline)\b.*\b(?:by|until|till|before|no\slater\sthan)\s$"
)


_NAMED_WEEKDAY = re.compile(
    r"\b(?:Black|Bloody|Ash|Palm|Super|Cyber|Holy|Maundy|Sheffield|Mail\son|Giving|every|each|Fat)\s$"
)


def _deictic(match: re.Match[str], setting: Setting) -> Atom | None:
    named = match[0].lower()
    if (
        setting.text[match.start() - 1 : match.start()] in _QUOTES
        and setting.text[match.end() : match.end() + 1] in _QUOTES
    ):
        return None  # a broadcast or a newspaper
    steps = next(steps for name, steps in _DEICTIC if name in named)
    return Atom(Span(*match.span()), containing(Unit.DAY, setting.today, steps), Unit.DAY, "date.relative", 0.9)


_QUOTES = tuple("“”\"‘’'`")
_DEICTIC = (("before yesterday", -2), ("after tomorrow", 2), ("yesterday", -1), ("tomorrow", 1), ("last night", -1),
            ("last evening", -1), ("today", 0), ("tonight", 0), ("this ", 0))  # fmt: skip


def _before_last(match: re.Match[str], setting: Setting) -> Atom:
    """The week, month or year before the last one."""
    unit = unit_named(match["unit"])
    return Atom(Span(*match.span()), containing(unit, setting.today, -2), unit, "date.relative", 0.85)


def _which(match: re.Match[str], setting: Setting) -> Atom:
    """Last week, next May, this weekend: the period of the calendar."""
    which, what = re.split(r"\s+", said(match, "which").lower())[-1], match["what"]
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    span = Span(*match.span())
    period, unit = _named_period(what, steps, span, setting)
    return Atom(span, period, unit, "date.relative", 0.85)


def _named_period(what: str, steps: int, span: Span, setting: Setting) -> tuple[Period, Unit]:
    today = setting.today
    if re.match(WEEKDAY, what):
        return _stepped_weekday(weekday_number(what), steps, today), Unit.DAY
    if re.match(MONTH, what):
        number = month_number(what)
        return stepped(in_years(lambda year: months(year, number), today.year), steps, today), Unit.MONTH
    if re.match(SEASON, what):
        first = season_month(what)
        seasons = in_years(lambda year: months(year - (first == 12), first, 3), today.year)
        return stepped(seasons, steps, today), Unit.QUARTER
    unit = unit_named(re.split(r"\s+", what)[-1])
    if unit is Unit.WEEKEND and steps == 0:
        return _this_weekend(setting.outlook(span).direction, today), unit
    return containing(unit, today, steps), unit


def _stepped_weekday(number: int, steps: int, today: dt.date) -> Period:
    """Last Friday is the one before today, next Friday that of next week, this Friday that of this week."""
    if steps < 0:
        return days(weekday(number, today - dt.timedelta(days=1), Direction.PAST))
    week = containing(Unit.WEEK, today, steps)
    assert week.start is not None
    return days(week.start + dt.timedelta(days=number))


def _this_weekend(looks: Direction, today: dt.date) -> Period:
    return containing(Unit.WEEKEND, today, -1 if looks is Direction.PAST and today.weekday() < 5 else 0)


def _weekend(match: re.Match[str], setting: Setting) -> Atom:
    span = Span(*match.span())
    return Atom(
        span, _this_weekend(setting.outlook(span).direction, setting.today), Unit.WEEKEND, "date.relative", 0.75
    )


def _rolling(match: re.Match[str], setting: Setting) -> Atom | None:
    """The past three weeks: so many units up to today, or from today on."""
    count = count_named(said(match, "count")) if said(match, "count") else 1
    back = said(match, "which").lower() in ("past", "last", "previous", "preceding")
    if not said(match, "count") and not setting.preceded(_DURING, match.start()):
        return None
    if (
        not said(match, "count")
        and said(match, "which").lower() == "last"
        and unit_named(match["unit"]) is Unit.QUARTER
    ):
        return None  # the one of the calendar, which reports are about
    today = setting.today
    other = shifted(today, unit_named(match["unit"]), -count if back else count)
    period = Period(other, today) if back else Period(today, other)
    return Atom(Span(*match.span()), period, Unit.DAY, "date.rolling", 0.8)


_DURING = re.compile(r"\b(?:over|in|during|within|for|throughout)\sthe\s$", re.IGNORECASE)


def _counted(match: re.Match[str], setting: Setting) -> Atom | None:
    """So many units ago, from now, or earlier or later than the date before."""
    if said(match, "step"):
        return _anaphor(match, setting)
    return _ahead(match, setting) if said(match, "sure") else _ago(match, setting)


def _ago(match: re.Match[str], setting: Setting) -> Atom | None:
    """Three weeks ago is the week three before this one; more than three years ago, all days up to the end of that year."""
    if setting.last_word(match.start()) == "half":
        return None
    unit, count = unit_named(match["unit"]), count_named(said(match, "count"))
    if unit in (Unit.DECADE, Unit.CENTURY):
        count, unit = count * (10 if unit is Unit.DECADE else 100), Unit.YEAR
    period, about = containing(unit, setting.today, -count), said(match, "about").lower()
    confidence = 0.85 if not about else 0.7
    if about.startswith(("more", "over", "at least", "well")):
        period = Period(None, period.end)
    elif about.startswith("less"):
        period = Period(period.start, setting.today)
    return Atom(Span(*match.span()), period, unit, "date.ago", confidence)


def _ahead(match: re.Match[str], setting: Setting) -> Atom | None:
    """In three weeks: a date if what is told is to come, else how long something took."""
    span, unit = Span(*match.span()), unit_named(match["unit"])
    if not said(match, "sure") and (
        _is_record(match, unit, setting) or setting.outlook(span).direction is not Direction.FUTURE
    ):
        return None
    count = count_named(said(match, "count"))
    return Atom(span, containing(unit, setting.today, count), unit, "date.ahead", 0.85 if said(match, "sure") else 0.6)


def _is_record(match: re.Match[str], unit: Unit, setting: Setting) -> bool:
    """Whether the time is one that somebody looks back over, or how long what follows takes: "the worst in a century"."""
    before = setting.text[setting.sentence(match.start()).start : match.start()]
    return (
        unit in (Unit.DECADE, Unit.CENTURY)
        or _RECORD.search(before) is not None
        or setting.word_after(match.end()) in ("to", "of", "through", "ended", "ending", "since", "before", "after")
    )


_RECORD = re.compile(r"\b(?:first|only|[a-z]{2,}est|most|least|(?:once|twice|[a-z]+\stimes))(?:\s[\w-]+){0,3}\s$")


def _sofar(match: re.Match[str], setting: Setting) -> Atom | None:
    """Earlier this month: from its first day to today. Later this month: from today on."""
    unit, today = unit_named(match["unit"]), setting.today
    if unit is Unit.DAY:
        return None  # later on the day that is told of, whichever that is
    whole = containing(unit, today)
    period = Period(whole.start, today) if said(match, "which").lower() == "earlier" else Period(today, whole.end)
    return Atom(Span(*match.span()), period, unit, "date.relative", 0.85)


def _whole(match: re.Match[str], setting: Setting) -> Atom:
    unit = unit_named(match["unit"])
    return Atom(Span(*match.span()), containing(unit, setting.today), unit, "date.relative", 0.8, incomplete=True)


def _year_end(match: re.Match[str], setting: Setting) -> Atom:
    unit = unit_named(match["unit"])
    period = containing(unit, setting.today)
    assert period.end is not None
    return Atom(Span(*match.span()), days(period.end), Unit.DAY, "date.relative", 0.75)


def _anaphor(match: re.Match[str], setting: Setting) -> Atom | None:
    """That day, the next day, a year earlier: counted from the date that stands before, if that is fine enough."""
    unit = unit_named(match["unit"])
    fine = (one for one in reversed(setting.before[-4:]) if one.period.start and one.unit.value <= unit.value)
    before = next(fine, None)
    if before is None or before.period.start is None:
        return None
    steps = count_named(said(match, "count")) if said(match, "count") else 1 if said(match, "step") else 0
    if said(match, "step").lower() in ("earlier", "before", "previous"):
        steps = -steps
    comparing = unit is Unit.YEAR and steps and before.unit in (Unit.MONTH, Unit.QUARTER)
    period = containing(before.unit if comparing else unit, shifted(before.period.start, unit, steps))
    return Atom(Span(*match.span()), period, unit, "date.anaphor", 0.5, before.relative)


_AFTER_THE = r"(?<=\b[Tt]he[\s\u00a0])"
_WHICH = r"(?P<which>(?ai:last|next|this(?:\s(?:past|coming))?|current|coming))"
_UNITS = rf"(?P<unit>(?ai:{UNIT})s?)\b"
_NOT_OF_A_DATE = rf"(?!{S}of{S}(?:the{S})?(?:{MONTH}|year\b|[12][0-9]{{3}}))"
"""Behind "the last week" it makes it a part of what follows: "of March"."""

_ABOUT = (
    rf"(?:(?P<about>(?ai:(?:well{S})?(?:more|less){S}than|(?:well{S})?over|about|around|nearly|almost|some|roughly|at{S}least|just{S}over))"
    rf"{S})?"
)

RELATIVE: tuple[Rule, ...] = (
    rule(words("day yesterday tomorrow today tonight last this"), rf"(?ai:(?:day{S}(?:before{S}yesterday|after{S}tomorrow)|(?:yesterday|tomorrow){DAYPART}|today|tonight"
                    rf"|last{S}(?:night|evening)|this{S}(?:morning|afternoon|evening)))\b(?!{S}show\b)", _deictic),
    rule(words("earlier later"), rf"(?P<which>[Ee]arlier|[Ll]ater){S}(?:(?:in|on){S})?(?:this|the){S}(?P<unit>day|week|month|year|decade|century)\b",
         _sofar),
    rule(WEEKDAY_WORDS, rf"(?P<day>{WEEKDAY}){DAYPART}(?:,?{S}(?:of{S})?(?P<which>last|next|this){S}week\b)?"
                    rf"(?!{S}(?:Times|Telegraph|Mirror|Express|Mail|Herald|People|World|Post|Independent|Star|Tribune|prayers?|Night|School|school)\b)",
         _weekday),
    rule(words("last next past coming previous"), rf"(?P<which>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious)(?:{S}|-)(?P<count>{COUNT}){S}(?:calendar{S})?{_UNITS}",
         _rolling),
    rule(words("last next past coming"), rf"{_AFTER_THE}(?P<which>past|coming|last|next){S}(?P<unit>week|month|quarter|year|decade|century)\b{_NOT_OF_A_DATE}", _rolling),
    rule(words("previous following next"), rf"{_AFTER_THE}(?P<step>previous|following|next){S}(?P<unit>day|week|month|year)\b", _anaphor),
    rule(words("last next this current coming"), rf"{_WHICH}(?:{S}|-)(?P<what>week(?:end)?\b{_NOT_OF_A_DATE}|month\b{_NOT_OF_A_DATE}|quarter\b|year\b(?!-old)|decade\b|century\b"
                  rf"|(?:fiscal|financial|calendar|school|academic){S}year\b|{WEEKDAY}{DAYPART}|{MONTH}(?!{S}{DAY})|{SEASON})", _which),
    rule(words("weekend"), rf"{_AFTER_THE}weekend\b(?!{S}of\b)", _weekend),
    rule(COUNT_WORDS | words("well more less over about around nearly almost some roughly at just"),
         rf"{_ABOUT}(?P<count>{COUNT}){S}{_UNITS}{S}(?:ago|(?P<sure>from{S}now)|(?P<step>earlier|later))\b", _counted),
    rule(words("in"), rf"(?ai:in){S}(?:the{S})?(?P<count>{COUNT}){S}{_UNITS}(?P<sure>[’']?{S}time\b)?", _ahead),
    rule(words("that same"), rf"(?ai:that{S}same|same|that){S}(?P<unit>day|week|month|year)\b", _anaphor),
    rule(words("year month week"), r"(?P<unit>year|month|week)(?:-|[’']s[\s-])end\b", _year_end),
    rule(words("week month year"), rf"{_AFTER_THE}(?P<unit>week|month|year){S}before{S}last\b", _before_last),
    rule(words("week month quarter year decade century"), rf"{_AFTER_THE}(?P<unit>week|month|quarter|year|decade|century)\b(?!-)", _whole),
    HOLIDAY,
)  # fmt: skip
"""In the order in which they are tried at one place."""
