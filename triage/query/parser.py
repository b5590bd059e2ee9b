"""Text to a query's tree, by recursive descent.

    either  = all { OR all }
    all     = one { [AND] one }
    one     = { NOT | - } ( leaf | "(" either ")" )

A part that asks nothing (punctuation alone, or what is still being typed) is left out of the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.model.query import LIST_FIELDS, And, Everything, Field, Not, Or, Query
from triage.query.scanner import Token, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEEPEST = 40
"""Parentheses within parentheses; far more than anybody means, far less than Python's stack holds."""


def parse(text: str, *, typing: bool = False) -> Query:
    """See `triage.query.parse`."""
    return _Parser(scan(text, typing=typing), typing).whole()


class _Parser:
    def __init__(self, tokens: Iterable[Token], typing: bool) -> None:
        self._tokens = iter(tokens)
        self._next = next(self._tokens)
        self._typing = typing
        self._depth = 0

    def whole(self) -> Query:
        if self._next.kind == "end":
            return Everything()
        query = self._either()
        if self._next.kind != "end":
            raise QueryError(
                "this parenthesis closes nothing",
                position=self._next.position,
                hint="quotation marks make it plain text",
            )
        _check_list_fields(query)
        return query

    def _take(self) -> Token:
        token = self._next
        if token.kind != "end":
            self._next = next(self._tokens)
        return token

    def _either(self) -> Query:
        parts = [self._all()]
        while self._next.kind == "OR":
            self._take()
            parts.append(self._all())
        return _joined(Or, parts)

    def _all(self) -> Query:
        parts = [self._one()]
        while self._next.kind in ("leaf", "(", "NOT", "AND"):
            if self._next.kind == "AND":
                self._take()
            parts.append(self._one())
        return _joined(And, parts)

    def _one(self) -> Query:
        negated = False
        while self._next.kind == "NOT":
            self._take()
            negated = not negated
        query = self._leaf()
        return _negated(query) if negated else query

    def _leaf(self) -> Query:
        token = self._next
        if token.kind == "leaf":
            return self._take().query
        if token.kind == "(":
            return self._parenthesis()
        if self._typing and token.kind in ("end", ")"):
            return Everything()
        found = f", not “{token.text}”" if token.text else ""
        raise QueryError(
            f"expected a word, a phrase or field:value{found}",
            position=token.position,
            hint="and, or, not in small letters are plain words",
        )

    def _parenthesis(self) -> Query:
        opening = self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("too many parentheses within each other", position=opening.position)
        query = self._either()
        self._depth -= 1
        if self._next.kind == ")":
            self._take()
        elif not self._typing:
            raise QueryError("expected a closing parenthesis for this one", position=opening.position)
        return query


def _joined(join: type[And] | type[Or], parts: Iterable[Query]) -> Query:
    """The parts that ask something, joined; parts that are joined the same way become part of the whole."""
    flat: list[Query] = []
    for part in parts:
        if isinstance(part, join):
            flat.extend(part.parts)
        elif part != Everything():
            flat.append(part)
    if len(flat) < 2:
        return flat[0] if flat else Everything()
    return join(tuple(flat))


def _negated(part: Query) -> Query:
    match part:
        case Everything():
            return part
        case Not(part=inner):
            return inner
        case _:
            return Not(part)


def _check_list_fields(query: Query) -> None:
    """Raise QueryError for what orders the list anywhere but beside all else, or twice."""
    beside = query.parts if isinstance(query, And) else (query,)
    said = [part for part in beside if isinstance(part, Field) and part.name in LIST_FIELDS]
    for leaf in said[1:]:
        raise QueryError(f"“{leaf.name}:” is said twice", position=leaf.position, hint="one order at a time")
    for leaf in _leaves(query):
        if leaf.name in LIST_FIELDS and all(leaf is not one for one in said):
            raise QueryError(
                f"“{leaf.name}:” orders the whole list",
                position=leaf.position,
                hint="it stands beside the rest of the query, outside parentheses, OR and NOT",
            )


def _leaves(query: Query) -> Iterator[Field]:
    match query:
        case Field():
            yield query
        case Not(part=part):
            yield from _leaves(part)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _leaves(part)
