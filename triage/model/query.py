"""The syntax tree of a query: leaves that ask one thing, joined by and, or, not."""

from __future__ import annotations

import re
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
