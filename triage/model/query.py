"""The syntax tree of a query: leaves that ask one thing, joined by and, or, not."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Words:
    """A bare word, the beginning of one (`prefix`), or a quoted phrase, in headline or text."""

    text: str
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`, as in `tag:NATO`, `is:done`, `person:pompeo`, `id:01ab`, `source:reuters`, `after:2018-04-26`.

    `position` is where it stands in the text it was read from, for errors; it makes no difference to what is asked.
    """

    name: str
    value: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query."""


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not match."""

    part: Query


@dataclass(frozen=True, slots=True)
class And:
    """What all parts match."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any part matches."""

    parts: tuple[Query, ...]


Query = Words | Field | Everything | Not | And | Or

STORE_FIELDS = frozenset({"tag", "is", "note", "by"})
"""Fields that the store answers; `is:` values that are about the index are in INDEX_STATES."""

INDEX_STATES = frozenset(
    {"suggested", "unreadable", "extracted", "duplicate", "urgent", "killed", "corrected", "superseded", "versioned"}
)
STORE_STATES = frozenset(
    {"new", "read", "later", "done", "spiked", "decided", "undecided", "tagged", "noted", "news", "muted"}
)

FACT_FIELDS = frozenset(
    {"person", "org", "place", "nationality", "weapon", "money", "quantity", "date", "quote", "speaker", "kind"}
    | {"event", "actor", "target", "casualty"}
)
"""Fields that ask for facts: they can only be answered for stories whose facts are extracted."""

INDEX_FIELDS = (
    frozenset({"id", "chain", "source", "agency", "slug", "section", "lang", "path", "headline", "suggested", "words"})
    | {"day", "after", "before", "since"}
    | FACT_FIELDS
)

LIST_FIELDS = frozenset({"sort"})
"""Fields that ask nothing of a story: they say how the list is to be."""

TIME_FIELDS = frozenset({"day", "after", "before", "since", "id", "chain"})
"""Fields that say themselves which days are meant."""


class Order(StrEnum):
    """The order of a list. All but the first and OLDEST have the newest first among equals."""

    TIME = "time"
    OLDEST = "oldest"
    PRIORITY = "priority"
    SOURCE = "source"
    TAGS = "tags"
    MATCH = "match"


def fields(query: Query) -> frozenset[str]:
    """The names of all fields that a query asks for."""
    match query:
        case Field(name=name):
            return frozenset({name})
        case Not(part=part):
            return fields(part)
        case And(parts=parts) | Or(parts=parts):
            return frozenset().union(*(fields(part) for part in parts))
        case _:
            return frozenset()


def apart(query: Query, name: str) -> tuple[Query, Field | None]:
    """The query without its leaf `name:`, and that leaf, where it narrows the whole query: alone, or as a part of an And."""
    if isinstance(query, Field) and query.name == name:
        return Everything(), query
    parts = query.parts if isinstance(query, And) else ()
    found = next((part for part in parts if isinstance(part, Field) and part.name == name), None)
    if found is None:
        return query, None
    rest = tuple(part for part in parts if part is not found)
    return rest[0] if len(rest) == 1 else And(rest), found


def together(*queries: Query) -> Query:
    """What all of the queries match."""
    parts: list[Query] = []
    for query in queries:
        if not isinstance(query, Everything):
            parts.extend(query.parts if isinstance(query, And) else (query,))
    return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else Everything()


def demanded(query: Query) -> tuple[Words, ...]:
    """The words and phrases that every story must have: the query itself, or parts of its And."""
    parts = query.parts if isinstance(query, And) else (query,)
    return tuple(part for part in parts if isinstance(part, Words))


def searched(query: Query) -> tuple[Words, ...]:
    """The words and phrases that stories are looked for by, wherever they stand but under a Not."""
    match query:
        case Words():
            return (query,)
        case And(parts=parts) | Or(parts=parts):
            return tuple(leaf for part in parts for leaf in searched(part))
        case _:
            return ()


def moment(value: str, now: dt.datetime, zone: dt.tzinfo | None = None) -> float:
    """The beginning of the time that `after:value` and `before:value` name, in seconds since the epoch.

    `value` is today, yesterday, a year, a month (2018-04), a day, or a day and time, in ISO 8601; `zone` (None: the
    system's) is for values without an offset. Raises ValueError for anything else.
    """
    return _seconds(_beginning(value, now, zone), zone)


def period(value: str, now: dt.datetime, zone: dt.tzinfo | None = None) -> tuple[float, float]:
    """The year, month or day that `day:value` names, from its beginning to the next one's, in seconds since the epoch.

    Values are those of `moment`, without times. Raises ValueError for anything else.
    """
    if len(value) > len("2018-04-27"):
        raise ValueError(value)
    first = _beginning(value, now, zone).date()
    length = 366 if len(value) == 4 else 31 if len(value) == 7 else 1
    try:
        last = first + dt.timedelta(days=length)
        last = last.replace(month=1, day=1) if length == 366 else last.replace(day=1) if length == 31 else last
    except OverflowError as error:
        raise ValueError(value) from error
    midnight = dt.time()
    return _seconds(dt.datetime.combine(first, midnight), zone), _seconds(dt.datetime.combine(last, midnight), zone)


_SPAN = re.compile(r"(?P<sign>[<>]=?)?(?P<one>[0-9]{1,9})|(?P<low>[0-9]{1,9})\.\.(?P<high>[0-9]{1,9})")


def span(value: str) -> tuple[int, int]:
    """The least and the most that `words:value` names: 300, >300, >=300, <300, <=300, 200..400. Raises ValueError."""
    match = _SPAN.fullmatch(value)
    if match is None:
        raise ValueError(value)
    if match["low"]:
        return int(match["low"]), int(match["high"])
    one, most = int(match["one"]), 10**9
    return {"<": (0, one - 1), "<=": (0, one), ">": (one + 1, most), ">=": (one, most)}.get(match["sign"], (one, one))


def _beginning(value: str, now: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    value = value.upper()
    if value in ("TODAY", "YESTERDAY"):
        day = now.astimezone(zone).date() - dt.timedelta(days=value == "YESTERDAY")
        value = day.isoformat()
    elif value.isdecimal() and len(value) == 4:
        value += "-01-01"
    elif len(value) == 7:
        value += "-01"
    return dt.datetime.fromisoformat(value)


def _seconds(start: dt.datetime, zone: dt.tzinfo | None) -> float:
    try:
        return (start if start.tzinfo else start.replace(tzinfo=zone)).timestamp()
    except OverflowError as error:  # the system's calendar need not reach to the years 1 and 9999
        raise ValueError(str(start)) from error
