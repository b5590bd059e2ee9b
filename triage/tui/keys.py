"""From the table of actions to Textual's bindings, and to the names that people know keys by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.binding import Binding, BindingType

from triage.model.action import ACTIONS, Where, action

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAMES = {
    "space": "space", "escape": "esc", "minus": "-", "full_stop": ".", "comma": ",", "slash": "/",
    "question_mark": "?", "equals_sign": "=", "plus": "+", "asterisk": "*", "tilde": "~", "vertical_line": "|", "grave_accent": "`", "underscore": "_", "colon": ":", "left": "←", "right": "→",
    "left_square_bracket": "[", "right_square_bracket": "]", "less_than_sign": "<", "greater_than_sign": ">", "pagedown": "PgDn", "pageup": "PgUp", "down": "↓", "up": "↑", "home": "Home", "end": "End",
}  # fmt: skip


SUSPEND = Binding(",".join(action("suspend").keys), "app.suspend_process", show=False, id="suspend")
"""To the shell for a while. For whatever lies over the desk: a box keeps the keys that it does not know from the app."""


def bindings(where: Where) -> list[BindingType]:
    """The bindings of one pane, or of all: methods of the screen, each with the id by which the settings change its keys."""
    return [
        Binding(",".join(action.keys), f"screen.{action.method}", action.description, show=False, id=action.id)
        for action in ACTIONS
        if action.where is where
    ]


def keymap(changed: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The settings' keymap as Textual takes it."""
    return {name: ",".join(keys) for name, keys in changed.items()}


def key_name(key: str) -> str:
    """A key as people write it: `?`, `^r`, `space`."""
    if key.startswith("ctrl+"):
        return f"^{key_name(key.removeprefix('ctrl+'))}"
    if key.startswith("alt+"):
        return f"M-{key_name(key.removeprefix('alt+'))}"
    return _NAMES.get(key, key)


def key_names(keys: Iterable[str]) -> str:
    """Keys as people write them, without the other names that some terminals have for the same ones."""
    return " ".join(key_name(key) for key in keys if "+shift+" not in key and key != "ctrl+@")


@cache
def press(key: str) -> Style:
    """To be added to an ink: a click on what is drawn with it presses the key."""
    return Style(meta={"@click": f"app.simulate_key('{key}')"})
