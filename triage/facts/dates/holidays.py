"""Days with a name."""

from __future__ import annotations

import datetime as dt
import re

from triage.facts.calendar import Unit, days, easter, in_years, nth_weekday, stepped
from triage.facts.dates.atom import Atom, Rule, Setting, rule
from triage.facts.dates.words import S
from triage.facts.lexicon import rows, words
from triage.model.fact import Span


def _holiday(match: re.Match[str], setting: Setting) -> Atom | None:
    span, name = Span(*match.span()), re.sub(r"\s+", " ", match["name"]).replace("’", "'")
    which, of_year, follower = (match["which"] or "").lower(), _HOLIDAYS[name], setting.word_after(span.end)
    if " " not in name and not which and follower.islower() and follower not in _AFTER_HOLIDAY:
        return None
    if match["year"]:
        return Atom(span, days(_holiday_in(of_year, int(match["year"]))), Unit.DAY, "date.holiday", 0.9, relative=False)
    if which in ("last", "next"):
        candidates = in_years(lambda year: days(_holiday_in(of_year, year)), setting.today.year)
        period = stepped(candidates, 1 if which == "next" else -1, setting.today)
    else:
        period = setting.nearest(lambda year: days(_holiday_in(of_year, year)), span)
    return Atom(span, period, Unit.DAY, "date.holiday", 0.7)


def _holiday_in(rule: str, year: int) -> dt.date:
    """The day by its rule in the list: "12-25", "easter-2", or "11 4 3" (month, which one, day of the week from Monday 0)."""
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule.removeprefix("easter") or 0))
    if "-" in rule and not rule.count(" "):
        return dt.date(year, *(int(part) for part in rule.split("-")))
    month, nth, number = (int(part) for part in rule.split())
    return nth_weekday(year, month, number, nth)


_HOLIDAYS = {row[0]: row[1] for row in rows("holidays")}
_HOLIDAY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", S).replace("'", "['’]") for name in sorted(_HOLIDAYS, key=len, reverse=True)
)
_AFTER_HOLIDAY = words(
    "in at on and or when as but with to for last this by was is will after before because while from since until that he "
    "she it they we the"
)

HOLIDAY: Rule = rule(
    words("last next this") | {re.split(r"\W", name.lower())[0] for name in _HOLIDAYS},
    rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?(?P<name>{_HOLIDAY_NAMES})\b(?:,?{S}(?P<year>(?:19|20)[0-9]{{2}})\b)?",
    _holiday,
)
