"""The syntax tree of a query: leaves that ask one thing, joined by and, or, not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A bare word, the beginning of one (`prefix`), or a quoted phrase, in headline or text."""

    text: str
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`, as in `tag:NATO`, `is:done`, `person:pompeo`, `id:01ab`, `source:reuters`, `after:2018-04-26`."""

    name: str
    value: str
    position: int = 0


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

INDEX_STATES = frozenset({"suggested", "unreadable", "extracted", "duplicate"})
STORE_STATES = frozenset({"new", "read", "later", "done", "spiked", "decided", "undecided", "tagged", "noted"})

FACT_FIELDS = frozenset(
    {"person", "org", "place", "nationality", "weapon", "money", "quantity", "date", "quote", "speaker", "kind"}
)
"""Fields that ask for facts: they can only be answered for stories whose facts are extracted."""

INDEX_FIELDS = (
    frozenset({"id", "source", "agency", "slug", "section", "lang", "path", "headline", "suggested", "after", "before"})
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
