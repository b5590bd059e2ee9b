"""Keys: their names, and that no key means two things."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from triage.model.action import ACTIONS, Action, Where
from triage.settings.table import Table, closest

if TYPE_CHECKING:
    from triage.settings.shape import TagDefinition

Keymap = Mapping[str, tuple[str, ...]]

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SAME_ON_THE_LINE = {"return": "enter", "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
"""Two names of which a terminal sends the same byte."""
_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")


def _name_of(character: str) -> str:
    name = unicodedata.name(character).lower().replace(" ", "_").replace("-", "_")
    return _RENAMED.get(name, name)


_NAMED = frozenset(
    {"space", "enter", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
    | {"up", "down", "left", "right"}
    | {f"f{number}" for number in range(1, 25)}
    | {_name_of(character) for character in string.punctuation}
)


def canonical(key: str) -> str | None:
    """The screen's one name for a key ("?" is question_mark, shift+d is D), None when there is no such key."""
    key = _SAME_ON_THE_LINE.get(key.lower(), key)
    if key == "ctrl+@":
        return key  # what terminals send for ctrl+space, and the screen has no other name for it
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if any(one not in _MODIFIERS for one in modifiers):
        return None
    if len(base) == 1:
        if not base.isprintable():
            return None
        base = base if base.isalnum() else "space" if base == " " else _name_of(base)
    elif base.lower() in _NAMED:
        base = base.lower()
    else:
        return None
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        return base.upper()
    return "+".join([*modifiers, base])


def read_keymap(table: Table) -> dict[str, tuple[str, ...]]:
    """The `[keymap]` table: an action's id to its keys, in the screen's names for them. An empty list takes its keys away."""
    keymap = {}
    for action in ACTIONS:
        keys = table.texts(action.id, 'a list of keys such as ["a", "ctrl+n"]')
        if keys is None:
            continue
        named = []
        for key in keys:
            if one := canonical(key):
                named.append(one)
            else:
                table.complain(action.id, f"{key!r} is no key" + closest(key, _NAMED))
        keymap[action.id] = tuple(dict.fromkeys(named))
    table.finish("no such action")
    return keymap


def check_clashes(tags: Sequence[TagDefinition], keymap: Keymap, complaints: list[str]) -> None:
    """Complain of every key that would mean two things in one place. A tag's key and its capital are the tag's everywhere."""
    bound = [(canonical(key) or key, action) for action in ACTIONS for key in keymap.get(action.id, action.keys)]
    taken = {key.lower() for key, _ in bound} | {tag.key for tag in tags}
    free = " ".join(letter for letter in string.ascii_lowercase if letter not in taken) or "none"
    owners: dict[str, TagDefinition] = {}
    for tag in tags:
        if tag.key is None:
            continue
        where = f"tags.{tag.name}.key: {tag.key!r}"
        other = owners.setdefault(tag.key, tag)
        if other is not tag:
            complaints.append(f"{where} is also the key of {other.name}; free letters are {free}")
        held = {action.id for key, action in bound if key in (tag.key, tag.key.upper())}
        clashing = sorted(held & keymap.keys())
        complaints += [f"keymap.{one}: {tag.key!r} and its capital belong to the tag {tag.name}" for one in clashing]
        if left := ", ".join(sorted(held - keymap.keys())):
            complaints.append(f"{where} or its capital already does something else ({left}); free letters are {free}")
    complaints.extend(_between_actions(bound, keymap))


def _between_actions(bound: Sequence[tuple[str, Action]], keymap: Keymap) -> Iterator[str]:
    for place, (key, action) in enumerate(bound):
        for other_key, other in bound[:place]:
            if key == other_key and _clash(key, action, other):
                mine, yours = (action, other) if action.id in keymap else (other, action)
                yield f"keymap.{mine.id}: {key!r} is also a key of the action {yours.id}"


def _clash(key: str, one: Action, other: Action) -> bool:
    """Whether two actions want the key in one place. Where they share it out of the box, the pane's own action goes first; a
    sheet lies over all panes, and no action of theirs is heard there."""
    if one.where != other.where and Where.SHEET in (one.where, other.where):
        return False
    shared = key in one.keys and key in other.keys
    return not shared and (one.where == other.where or Where.ANYWHERE in (one.where, other.where))
