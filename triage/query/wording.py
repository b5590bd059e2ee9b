"""A query's tree back to the text that says it."""

from __future__ import annotations

import re

from triage.model.query import And, Everything, Field, Not, Or, Query, Words
from triage.query.scanner import QUOTES

_BARE_VALUE = re.compile(rf"[^\s(){QUOTES}]+")
_BARE_WORD = re.compile(rf"(?!-|[A-Za-z][A-Za-z_]*:|(?:AND|OR|NOT)$){_BARE_VALUE.pattern}")


def words(query: Query) -> str:
    """The canonical text of `query`; `parse` makes the same query of it. "" for Everything."""
    match query:
        case Everything():
            return ""
        case Words(text=text, prefix=prefix, phrase=phrase):
            star = "*" if prefix else ""
            bare = not phrase and not text.endswith("*") and _BARE_WORD.fullmatch(text + star)
            return (text if bare else _quoted(text)) + star
        case Field(name=name, value=value):
            return field_text(name, value)
        case Not(part=part):
            return f"-{_inner(part)}"
        case And(parts=parts):
            return " ".join(_inner(part) if isinstance(part, Or) else words(part) for part in parts)
        case Or(parts=parts):
            return " OR ".join(words(part) for part in parts)


def field_text(name: str, value: str) -> str:
    """A field and its value, in quotation marks where it needs them."""
    return f"{name}:{value if _BARE_VALUE.fullmatch(value) else _quoted(value)}"


def _inner(part: Query) -> str:
    return f"({words(part)})" if isinstance(part, And | Or) else words(part)


def _quoted(text: str) -> str:
    """`text` as a phrase; a quotation mark within would end it, and a search does not see it anyway."""
    return '"' + " ".join(re.sub(f"[{QUOTES}]", " ", text).split()) + '"'
