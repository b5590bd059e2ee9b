"""Reading one TOML table: every value is asked for with its type, and what nobody asked for is an unknown key."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Table:
    """A TOML table named `name` ("" for the top of the file).

    What is wrong goes to `complaints`, all of one file together, so that a person mends it in one go. A value of a wrong
    type counts as absent once complained of.
    """

    def __init__(self, name: str, content: Mapping[str, Any], complaints: list[str]) -> None:
        self._name = name
        self._content = content
        self._complaints = complaints
        self._known: list[str] = []

    def path(self, key: str) -> str:
        """The dotted name of `key` in the file."""
        return f"{self._name}.{key}" if self._name else key

    def complain(self, key: str, what: str) -> None:
        """Note that the value of `key` cannot be meant."""
        self._complaints.append(f"{self.path(key)}: {what}")

    def text(self, key: str, expected: str) -> str | None:
        """The string at `key`; `expected` says in words what belongs there."""
        value = self._take(key)
        if value is None or (isinstance(value, str) and "\0" not in value):  # no name that the system knows has one
            return value
        self._wrong(key, expected, value)
        return None

    def flag(self, key: str, *, absent: bool = False) -> bool:
        """The boolean at `key`; what holds when it is `absent`."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            self._wrong(key, "true or false", value)
        return value if isinstance(value, bool) else absent

    def texts(self, key: str, expected: str) -> tuple[str, ...] | None:
        """The list of non-empty strings at `key`."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        self._wrong(key, expected, value)
        return None

    def table(self, key: str) -> Table:
        """The table at `key`, an empty one when absent."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, f"a table, written [{self.path(key)}]", value)
            value = None
        return Table(self.path(key), value or {}, self._complaints)

    def tables(self) -> list[tuple[str, Table]]:
        """Every key of this table as a table of its own: [tags.NATO], [tags.sanctions]."""
        return [(key, self.table(key)) for key in self._content]

    def finish(self, what: str = "unknown key") -> None:
        """Complain of every key that was not asked for."""
        for key in self._content:
            if key not in self._known:
                self.complain(key, what + closest(key, self._known))

    def _take(self, key: str) -> Any:
        self._known.append(key)
        return self._content.get(key)

    def _wrong(self, key: str, expected: str, value: object) -> None:
        self.complain(key, f"expected {expected}, found {shown(value)}")


def shown(value: object) -> str:
    """A value of the file in a few characters."""
    if isinstance(value, dict):
        return "a table"
    text = repr(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 60 else text[:59] + "…"


def closest(word: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of a complaint; when nothing is near, what there is to choose from."""
    by_folded = {one.casefold(): one for one in known}
    near = [by_folded[one] for one in difflib.get_close_matches(word.casefold(), by_folded, n=3)]
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; known are {', '.join(sorted(by_folded.values()))}" if len(by_folded) <= 12 else ""
