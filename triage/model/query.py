"""The syntax tree of a query: leaves that ask one thing, joined by and, or, not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


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
    {"suggested", "unreadable", "extracted", "duplicate", "killed", "corrected", "superseded", "versioned"}
)
STORE_STATES = frozenset(
    {"new", "read", "later", "done", "spiked", "decided", "undecided", "tagged", "noted", "news", "muted"}
)

FACT_FIELDS = frozenset(
    {"person", "org", "place", "nationality", "weapon", "money", "quantity", "date", "quote", "speaker", "kind"}
)
"""Fields that ask for facts: they can only be answered for stories whose facts are extracted."""

INDEX_FIELDS = (
    frozenset(
        {
            "id",
            "chain",
            "source",
            "agency",
            "slug",
            "section",
            "lang",
            "path",
            "headline",
            "suggested",
            "after",
            "before",
        }
    )
    | FACT_FIELDS
)


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


def moment(value: str, now: dt.datetime, zone: dt.tzinfo | None = None) -> float:
    """The beginning of the time that `after:value` and `before:value` name, in seconds since the epoch.

    `value` is today, yesterday, a year, a month (2018-04), a day, or a day and time, in ISO 8601; `zone` (None: the
    system's) is for values without an offset. Raises ValueError for anything else.
    """
    value = value.upper()
    if value in ("TODAY", "YESTERDAY"):
        day = now.astimezone(zone).date() - dt.timedelta(days=value == "YESTERDAY")
        value = day.isoformat()
    elif value.isdecimal() and len(value) == 4:
        value += "-01-01"
    elif len(value) == 7:
        value += "-01"
    start = dt.datetime.fromisoformat(value)
    try:
        return (start if start.tzinfo else start.replace(tzinfo=zone)).timestamp()
    except OverflowError as error:  # the system's calendar need not reach to the years 1 and 9999
        raise ValueError(value) from error
