"""Cuts a query's text into tokens: leaves, operators and parentheses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.model.query import Everything, Query, Words
from triage.query.fields import make_field

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES = '"“”'
"""What may open and close a phrase: wire copy has curly ones, and people paste it."""

TOKEN = re.compile(
    rf"""
    (?P<symbol> [()] | -(?=[^\s)]) )
  | (?P<name> [A-Za-z][A-Za-z_]* ) : (?P<value> [{QUOTES}][^{QUOTES}]*[{QUOTES}]? | [^\s(){QUOTES}]* )
  | (?P<phrase> [{QUOTES}][^{QUOTES}]*[{QUOTES}]? ) (?P<star> \*? )
  | (?P<word> [^\s(){QUOTES}]+ )
    """,
    re.VERBOSE,
)

_OPERATORS = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "leaf", "(", ")", "NOT" (also for a leading -), "AND", "OR", or "end"; only a leaf has a `query`.

    `text` is the token as typed and `position` its offset, in code points.
    """

    kind: str
    text: str
    position: int
    query: Query = Everything()  # noqa: RUF009 - frozen, so that it can be shared


def scan(text: str, *, typing: bool) -> Iterator[Token]:
    """The tokens of `text`, "end" last. A leaf that asks nothing, such as punctuation alone, is Everything.

    With `typing` the token that the text ends in is unfinished: a bare word is a prefix, and an open quotation mark, a
    missing or half a value, or an operator alone raise nothing. Raises QueryError.
    """
    for match in TOKEN.finditer(text):
        unfinished = typing and match.end() == len(text)
        if match["symbol"]:
            yield Token("NOT" if match["symbol"] == "-" else match["symbol"], match[0], match.start())
        elif match["word"] in _OPERATORS and not unfinished:
            yield Token(match["word"], match[0], match.start())
        else:
            yield Token("leaf", match[0], match.start(), _leaf(match, unfinished))
    yield Token("end", "", len(text))


def _leaf(match: re.Match[str], unfinished: bool) -> Query:
    if match["name"]:
        return _field(match, unfinished)
    if match["phrase"]:
        closed, text = _unquote(match["phrase"], match.start("phrase"), unfinished)
        return _asking(Words(text, prefix=bool(match["star"]) or not closed, phrase=True))
    if match["word"] in _OPERATORS:
        return Everything()
    text = match["word"].rstrip("*")
    return _asking(Words(text, prefix=unfinished or text != match["word"]))


def _field(match: re.Match[str], unfinished: bool) -> Query:
    value = match["value"]
    try:
        if value[:1] and value[0] in QUOTES:
            _, value = _unquote(value, match.start("value"), unfinished)
        return make_field(match["name"], value, match.start(), match.start("value"))
    except QueryError as error:
        if unfinished and error.position == match.start("value"):
            return Everything()
        raise


def _unquote(quoted: str, position: int, unfinished: bool) -> tuple[bool, str]:
    """Whether the quotation mark closes, and the words within, one space apart. Raises QueryError if it must close."""
    closed = len(quoted) > 1 and quoted[-1] in QUOTES
    if not closed and not unfinished:
        raise QueryError("expected a closing quotation mark", position=position, hint='as in "missile defense"')
    return closed, " ".join(quoted[1 : len(quoted) - closed].split())


def _asking(leaf: Words) -> Query:
    return leaf if any(char.isalnum() for char in leaf.text) else Everything()
