"""Views: queries that a person has saved under the keys 1 to 9, in a small file beside the settings."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

KEYS = tuple("123456789")


@dataclass(frozen=True, slots=True)
class View:
    """A saved query and what the person calls it."""

    name: str
    query: str


OURS = {
    "1": View("the newest day", "day:newest"),
    "2": View("since I last sat here", "since:last"),
    "3": View("put off until later", "is:later"),
    "4": View("undecided, by priority", "is:undecided sort:priority"),
}
"""What the keys show that nobody has saved a view under."""

_HEAD = (
    "# Views saved in the app: a key from 1 to 9, a name and a query. An empty query leaves the key without a view.\n"
)


def load(path: Path) -> dict[str, View]:
    """The views by their keys, ours among them. Raises SettingsError when the file cannot be meant."""
    views = OURS | _saved(path)
    return {key: views[key] for key in KEYS if key in views and views[key].query}


def save(path: Path, key: str, view: View | None) -> None:
    """Keep `view` under `key`; None forgets the one there. Raises SettingsError when the file cannot be read or written."""
    saved = _saved(path) | {key: view or View("", "")}
    if saved[key] == OURS.get(key, View("", "")):
        del saved[key]
    text = _HEAD + "".join(
        f"\n[{one}]\nname = {_quoted(saved[one].name)}\nquery = {_quoted(saved[one].query)}\n" for one in sorted(saved)
    )
    making = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with making.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}", title="View not saved") from error


def _saved(path: Path) -> dict[str, View]:
    import tomllib

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"{path}: {reason}", title="Views not readable", hint="mend or remove the file") from error
    return {key: _view(path, key, table) for key, table in tables.items()}


def _view(path: Path, key: str, table: object) -> View:
    if key in KEYS and isinstance(table, dict):
        name, query = table.get("name", ""), table.get("query", "")
        if isinstance(name, str) and isinstance(query, str):
            return View(name, query)
    raise SettingsError(
        f"{path}: [{key}] is no view",
        title="Views not readable",
        hint='a key from 1 to 9 with name = "" and query = ""',
    )


def _quoted(text: str) -> str:
    """A string of TOML, on one line."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return json.dumps(printable, ensure_ascii=False)
