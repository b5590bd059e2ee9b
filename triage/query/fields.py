"""The fields that can stand before a colon, and which values they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.model.fact import FactKind
from triage.model.query import INDEX_FIELDS, INDEX_STATES, STORE_FIELDS, STORE_STATES, Field, moment

if TYPE_CHECKING:
    from collections.abc import Iterable

FIELDS = INDEX_FIELDS | STORE_FIELDS
"""Every field's canonical name."""

ALIASES = {"organization": "org", "language": "lang"}
"""Other words for fields that people try."""

VALUES = {"is": INDEX_STATES | STORE_STATES, "kind": frozenset(kind.value for kind in FactKind)}
"""The fields that take one of a few words."""

OTHER_VALUES = {"org": "organization", "unread": "new"}
"""Other words for such values."""


def make_field(name: str, value: str, position: int, value_position: int) -> Field:
    """The leaf for `name:value`, its name and fixed values in their canonical form.

    Raises QueryError for a field that does not exist or a value that it cannot take.
    """
    known = name.lower()
    known = ALIASES.get(known, known)
    if known not in FIELDS:
        hint = _close(known, FIELDS | ALIASES.keys(), "“{}:”") or f"the fields are {', '.join(sorted(FIELDS))}."
        raise QueryError(
            f"there is no field “{name}:”", position=position, hint=f"{hint} Quotation marks make it plain text."
        )
    if not value:
        raise QueryError(f"expected a value right after “{name}:”", position=value_position, hint=_example(known))
    if known in VALUES:
        value = OTHER_VALUES.get(value.lower(), value.lower())
        if value not in VALUES[known]:
            hint = _close(value, VALUES[known], f"“{known}:{{}}”") or _example(known)
            raise QueryError(f"“{known}:” does not take “{value}”", position=value_position, hint=hint)
    elif known in ("after", "before"):
        _check_time(known, value, value_position)
    return Field(known, value, position)


def _check_time(name: str, value: str, position: int) -> None:
    import datetime as dt

    try:
        moment(value, dt.datetime.now(dt.UTC))
    except ValueError as error:
        message = f"“{name}:” expects a day, not “{value}”"
        raise QueryError(message, position=position, hint=_example(name)) from error


def _example(name: str) -> str:
    if name in VALUES:
        return f"one of {', '.join(sorted(VALUES[name]))}"
    if name in ("after", "before"):
        return f"for example {name}:2018-04-26, {name}:2018-04, {name}:2018-04-26T14:00, {name}:yesterday"
    return f'for example {name}:word or {name}:"several words"'


def _close(word: str, known: Iterable[str], pattern: str) -> str:
    """A question that offers the known words nearest to `word`, "" when none is near."""
    from difflib import get_close_matches  # late: only mistakes need it

    near = get_close_matches(word, sorted(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(pattern.format(one) for one in near)}?" if near else ""
