"""The fields that can stand before a colon, and which values they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.model.fact import FactKind
from triage.model.order import Order
from triage.model.query import (
    INDEX_FIELDS,
    INDEX_STATES,
    LIST_FIELDS,
    STORE_FIELDS,
    STORE_STATES,
    Field,
    span,
)
from triage.model.times import moment, period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FIELDS = INDEX_FIELDS | STORE_FIELDS | LIST_FIELDS
"""Every field's canonical name."""

ALIASES = {"organization": "org", "organisation": "org", "language": "lang", "order": "sort"}
"""Other words for fields that people try."""

DESCRIPTIONS = {
    "tag": "a tag that was given",
    "is": "where a story stands: new, undecided, later, done, urgent ...",
    "person": "a person",
    "org": "an organization",
    "place": "a place, or a country's code: TR",
    "weapon": "a weapon, or its class",
    "nationality": "a nationality, or a country's code",
    "speaker": "who is quoted",
    "quote": "words of a quotation",
    "source": "agency or source",
    "agency": "the agency",
    "slug": "a word of the slug",
    "day": "the day it came: 2018-04-27, 2018-04, yesterday, newest",
    "after": "from a day or a time on",
    "before": "before a day or a time",
    "since": "what came into the folder since: last, yesterday, 2018-04-27T14:00",
    "sort": "the order: time, oldest, priority, source, tags, match",
    "suggested": "a tag that is suggested",
    "kind": "a kind of fact that it states",
    "words": "its length: >400, <150, 200..400",
    "headline": "words of the headline",
    "section": "the section",
    "lang": "the language: en",
    "money": "an amount of money",
    "quantity": "a quantity",
    "date": "a date that it speaks of",
    "note": "words of your note",
    "by": "who decided",
    "path": "a part of the file's path",
    "id": "the beginning of its id",
}
"""What each field asks for, the most used first."""

VALUES = {
    "is": INDEX_STATES | STORE_STATES,
    "kind": frozenset(kind.value for kind in FactKind),
    "sort": frozenset(order.value for order in Order),
}
"""The fields that take one of a few words."""

OTHER_VALUES = {
    "is": {"unread": "new"},
    "kind": {"org": "organization"},
    "sort": {"newest": "time", "date": "time", "tag": "tags", "urgency": "priority", "rank": "match", "best": "match"},
}
"""Other words for such values."""

TIMES = {"day": ("newest",), "since": ("last",)}
"""Words for times that only the desk can tell: its newest day, and when the person last sat at it."""


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
        raise QueryError(f"expected a value right after “{name}:”", position=value_position, hint=example(known))
    if known in VALUES:
        value = OTHER_VALUES[known].get(value.lower(), value.lower())
        if value not in VALUES[known]:
            hint = _close(value, VALUES[known], f"“{known}:{{}}”") or example(known)
            raise QueryError(f"“{known}:” does not take “{value}”", position=value_position, hint=hint)
    elif value.lower() in TIMES.get(known, ()):
        value = value.lower()
    elif known in _READ:
        _check(known, value, value_position)
    return Field(known, value, position)


def _check(name: str, value: str, position: int) -> None:
    expected, read = _READ[name]
    try:
        read(value)
    except ValueError as error:
        message = f"“{name}:” expects {expected}, not “{value}”"
        raise QueryError(message, position=position, hint=example(name)) from error


def _moment(value: str) -> None:
    import datetime as dt

    moment(value, dt.datetime.now(dt.UTC))


def _period(value: str) -> None:
    import datetime as dt

    period(value, dt.datetime.now(dt.UTC))


_READ: dict[str, tuple[str, Callable[[str], object]]] = {
    "day": ("a day, a month or a year", _period),
    "after": ("a day", _moment),
    "before": ("a day", _moment),
    "since": ("a day", _moment),
    "words": ("a number of words", span),
}
"""Fields whose values are read: what is expected, and what raises ValueError for anything else."""

_EXAMPLES = {
    "day": "for example day:2018-04-26, day:2018-04, day:yesterday, day:newest",
    "since": "for example since:2018-04-26T14:00, since:yesterday, since:last",
    "words": "for example words:>400, words:<150, words:200..400",
}


def example(name: str) -> str:
    """What a field's value looks like."""
    if name in VALUES:
        return f"one of {', '.join(sorted(VALUES[name]))}"
    if name in ("after", "before"):
        return f"for example {name}:2018-04-26, {name}:2018-04, {name}:2018-04-26T14:00, {name}:yesterday"
    return _EXAMPLES.get(name) or f'for example {name}:word or {name}:"several words"'


def _close(word: str, known: Iterable[str], pattern: str) -> str:
    """A question that offers the known words nearest to `word`, "" when none is near."""
    from difflib import get_close_matches  # late: only mistakes need it

    near = get_close_matches(word, sorted(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(pattern.format(one) for one in near)}?" if near else ""
