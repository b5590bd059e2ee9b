"""The query language of `/` and the command line: text to a tree of leaves, and back to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.query import Query


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that `text` says.

    Words, words*, "phrases", field:value, field:"several words"; side by side or with AND all must match, with OR any;
    NOT or a leading - turns one around, parentheses group. Quotation marks make anything plain text.

    With `typing` it may be half typed: its last bare word is a prefix, and an open quotation mark or parenthesis, a
    field without its value and an operator at the end are forgiven. Raises QueryError with the position of the trouble,
    what was expected there, and close matches for an unknown field or value.
    """
    from triage.query import parser  # late, like the next: a start shows its first screenful without a query

    return parser.parse(text, typing=typing)


def words(query: Query) -> str:
    """The canonical text of `query`; `parse` makes the same query of it. "" for Everything."""
    from triage.query import wording

    return wording.words(query)


__all__ = ["parse", "words"]
