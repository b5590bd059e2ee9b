"""The words of the calendar, as pieces of patterns and as numbers."""

from __future__ import annotations

from triage.facts.calendar import Unit
from triage.facts.numbers import SMALL

_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _any(words: tuple[str, ...]) -> str:
    return "|".join([*words, *(word.upper() for word in words)])


DIGITS = frozenset("0")
"""Stands for any digits where the words that may begin an expression are listed."""

MONTH_WORDS = frozenset(name.lower() for name in _LONG)
ANY_MONTH_WORDS = MONTH_WORDS | {name.lower() for name in _SHORT}
WEEKDAY_WORDS = frozenset(name.lower() for name in _DAYS)
ANY_WEEKDAY_WORDS = WEEKDAY_WORDS | {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}
SEASON_WORDS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
COUNT_WORDS = DIGITS | {"a", "an"} | SMALL.keys()

S = r"[\s\u00a0]{1,2}"
"""What stands between two words: a space, or a line's end where lines are wrapped."""

MONTH = rf"(?:{_any(_LONG)})\b"
"""A month's full name; capitals all through in some headlines."""

ANY_MONTH = rf"(?:(?:{_any(_LONG)})\b|(?:{_any(_SHORT)})\b\.?)"
"""A month's name or its abbreviation, which only a day or a year makes sure."""

WEEKDAY = rf"(?:{_any(_DAYS)})\b"
ANY_WEEKDAY = rf"(?:(?:{_any(_DAYS)})\b|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\b\.?)"

SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)\b"

DAY_DIGITS = r"(?:0?[1-9]|[12][0-9]|3[01])"

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/][0-9])"
"""A day of the month, also as "27th"."""

YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![\w%]|[.,][0-9])"
"""A year from 1000 to 2099; alone it is any number, so a rule asks for more."""

DAYPART = rf"(?:{S}(?:morning|afternoon|evening|night))?\b(?!{S}(?:mornings|afternoons|evenings|nights)\b)"

COUNT = rf"(?:[0-9]{{1,4}}|(?ai:(?:{'|'.join(word for word in SMALL if word.endswith('ty'))})[- ])?(?ai:{'|'.join(sorted(SMALL, key=len, reverse=True))}|an?))"
"""A number of days, weeks, years: up to 99 in words."""

UNIT = r"(?:day|week|month|quarter|year|decade|centur(?:y|ie))"

UNITS = {
    "day": Unit.DAY, "weekend": Unit.WEEKEND, "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER,
    "half": Unit.HALF, "year": Unit.YEAR, "decade": Unit.DECADE, "centur": Unit.CENTURY,
}  # fmt: skip


def month_number(word: str) -> int:
    """1 to 12."""
    return [name[:3].lower() for name in _LONG].index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return [name[:3].lower() for name in _DAYS].index(word[:3].lower())


def season_month(word: str) -> int:
    """The first month of the season, in the north; winter starts in the year before."""
    return {"sp": 3, "su": 6, "au": 9, "fa": 9, "wi": 12}[word[:2].lower()]


def unit_named(word: str) -> Unit:
    """The unit that the word names, in the singular or the plural."""
    return next(unit for name, unit in UNITS.items() if word.lower().startswith(name))


def count_named(word: str) -> int:
    """The number that `COUNT` matched. Raises ValueError for none: no period is as short."""
    word = word.lower()
    if word.isdigit():
        if int(word) == 0:
            raise ValueError("no unit at all")
        return int(word)
    return sum(SMALL.get(one, 1) for one in word.replace("-", " ").split())
