"""What can stand at the cursor of a query that is being typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.query.fields import ALIASES, DESCRIPTIONS, FIELDS, TIMES, VALUES
from triage.query.scanner import QUOTES, TOKEN
from triage.query.wording import field_text

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    Values = Callable[[str, str], Sequence[str]]

MOST = 12
"""Candidates at a time: what somebody looks through."""

_TIMES = ("today", "yesterday")
_FIXED = {name: tuple(sorted(values)) for name, values in VALUES.items()} | {"words": (">400", "<150", "200..400")}
_OPERATORS = ("OR", "NOT", "AND")


@dataclass(frozen=True, slots=True)
class Completion:
    """What can stand in place of `text[start:end]`, likeliest first; `shown` says the same in fewer words."""

    start: int
    end: int
    candidates: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def complete(text: str, cursor: int, values: Values) -> Completion:
    """The fields whose names begin as the word at `cursor` does, or the values of the field that it stands in.

    `values` gives those that only the desk knows, for a field and the beginning of a value.
    """
    token = next((one for one in TOKEN.finditer(text) if one.start() < cursor <= one.end()), None)
    if token is None or token["symbol"]:
        return _fields(cursor, cursor, "")
    if token["word"]:
        return _fields(token.start(), token.end(), text[token.start() : cursor])
    if token["name"] and cursor >= token.start("value"):
        return _values(token, text[token.start("value") : cursor], values)
    return Completion(cursor, cursor)


def _fields(start: int, end: int, beginning: str) -> Completion:
    known = [*DESCRIPTIONS, *sorted(FIELDS - DESCRIPTIONS.keys())]
    names = tuple(f"{name}:" for name in known if name.startswith(beginning.lower()))
    operators = tuple(f"{word} " for word in _OPERATORS if beginning and word.startswith(beginning))
    found = operators + names
    return Completion(start, end, found[:MOST], found[:MOST])


def _values(token: re.Match[str], typed: str, values: Values) -> Completion:
    name = token["name"].lower()
    name = ALIASES.get(name, name)
    if name not in FIELDS:
        return Completion(token.end(), token.end())
    beginning = typed.strip(QUOTES).lower()
    times = (*TIMES.get(name, ()), *_TIMES) if name in ("day", "after", "before", "since") else ()
    fixed = [value for value in (*_FIXED.get(name, ()), *times) if value.startswith(beginning)]
    told = [] if name in _FIXED else values("day" if times else name, beginning)
    found = tuple(dict.fromkeys([*fixed, *(one for one in told if not times or one.startswith(beginning))]))[:MOST]
    return Completion(token.start(), token.end(), tuple(f"{field_text(name, one)} " for one in found), found)
