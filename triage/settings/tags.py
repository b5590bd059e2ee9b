"""The `[tags]` table, merged over the default tags."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from triage.settings.shape import LONGEST_TAG, TagDefinition
from triage.settings.table import Table, closest

if TYPE_CHECKING:
    from collections.abc import Iterable

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
COLOURS = ("ansi_default", *(f"ansi_{hue}" for hue in _HUES), *(f"ansi_bright_{hue}" for hue in _HUES))
_TRUE_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LISTS = {
    "words": "a list of words or phrases",
    "entities": "a list of names of people and organizations",
    "countries": 'a list of ISO 3166 country codes such as ["TR", "RU"]',
    "weapons": 'a list of weapon names or classes such as ["S-400", "missile"]',
    "events": 'a list of types or actions of events such as ["sanction", "test-fire"], or of casualties such as ["killed"]',
    "against": "a list of words or phrases that speak against the tag",
}


def read_tags(tags: Table, defaults: Iterable[TagDefinition], complaints: list[str]) -> tuple[TagDefinition, ...]:
    """The default tags with what the file changes, adds and removes; new ones stand last, in the order of the file."""
    merged = {tag.name.casefold(): tag for tag in defaults}
    names = [tag.name for tag in merged.values()]
    for name, table in tags.tables():
        folded = name.casefold()
        before = merged.get(folded)
        tag = _read_tag(table, before or TagDefinition(name))
        if not table.flag("remove"):
            merged[folded] = tag
        elif before:
            del merged[folded]
        else:
            table.complain("remove", "there is no such tag" + closest(name, names))
        table.finish()
    seen: set[str] = set()
    for tag in merged.values():
        if tag.name.casefold() in seen:
            complaints.append(f"tags.{tag.name}: two tags would have this name")
        seen.add(tag.name.casefold())
    return tuple(merged.values())


def _read_tag(table: Table, before: TagDefinition) -> TagDefinition:
    changed: dict[str, Any] = {
        "name": _name(table, before),
        "key": _key(table, before),
        "colour": _colour(table) or before.colour,
    }
    for field, expected in _LISTS.items():
        values = table.texts(field, expected)
        if values is not None:
            changed[field] = values
    for code in changed.get("countries", ()):
        if not _COUNTRY.fullmatch(code):
            table.complain("countries", f"expected two capital letters (ISO 3166) such as 'TR', found {code!r}")
    return replace(before, **changed)


def _name(table: Table, before: TagDefinition) -> str:
    name = table.text("name", "the tag's new name")
    name = before.name if name is None else name
    if not name or name != " ".join(name.split()) or not name.isprintable() or len(name) > LONGEST_TAG:
        expected = f"a name of at most {LONGEST_TAG} characters, without blanks around it or control characters"
        table.complain("name", f"expected {expected}, found {name!r}")
    return name


def _key(table: Table, before: TagDefinition) -> str | None:
    key = table.text("key", "one lower-case letter")
    if key is None:
        return before.key
    if key and not (len(key) == 1 and key.isascii() and key.islower()):
        table.complain("key", f'expected one lower-case letter from a to z, or "" for none, found {key!r}')
        return before.key
    return key or None


def _colour(table: Table) -> str | None:
    expected = "one of the terminal's colours such as 'magenta' or 'bright blue', or '#rrggbb'"
    given = table.text("colour", expected)
    if given is None or _TRUE_COLOUR.fullmatch(given):
        return given
    name = "ansi_" + re.sub(r"[\s-]+", "_", given.strip().lower()).removeprefix("ansi_")
    if name in COLOURS:
        return name
    plain = [colour.removeprefix("ansi_").replace("_", " ") for colour in COLOURS]
    table.complain("colour", f"expected {expected}, found {given!r}" + closest(given, plain))
    return None
