"""Keymaps to begin with: what the keys are where the settings name none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    # The table of actions as it stands, which vi's movements are a part of.
    "default": {},
    "vim": {
        "page_down": ("ctrl+f", "ctrl+d", "pagedown"),
        "page_up": ("ctrl+b", "ctrl+u", "pageup"),
        "text_page_down": ("ctrl+f", "ctrl+d", "pagedown"),
        "text_page_up": ("ctrl+b", "ctrl+u", "pageup"),
        "sheet_page_down": ("ctrl+f", "ctrl+d", "pagedown", "space"),
        "sheet_page_up": ("ctrl+b", "ctrl+u", "pageup"),
        "sheet_back": ("escape", "q", "ctrl+o"),
        "scroll_down": ("j", "down", "ctrl+e"),
        "scroll_up": ("k", "up", "ctrl+y"),
        "return": ("ctrl+o", "grave_accent"),
    },
    "emacs": {
        "down": ("ctrl+n", "down", "j"),
        "up": ("ctrl+p", "up", "k"),
        "page_down": ("ctrl+v", "pagedown"),
        "page_up": ("alt+v", "pageup"),
        "first": ("alt+less_than_sign", "home", "g"),
        "last": ("alt+greater_than_sign", "end", "G"),
        "day_before": ("alt+b", "left", "left_square_bracket"),
        "day_after": ("alt+f", "right", "right_square_bracket"),
        "scroll_down": ("ctrl+n", "down", "j"),
        "scroll_up": ("ctrl+p", "up", "k"),
        "text_page_down": ("ctrl+v", "pagedown"),
        "text_page_up": ("alt+v", "pageup"),
        "text_start": ("alt+less_than_sign", "home", "g"),
        "text_end": ("alt+greater_than_sign", "end", "G"),
        "next_story": ("alt+n", "J"),
        "previous_story": ("alt+p", "K"),
        "place_before": ("alt+b", "left_square_bracket"),
        "place_after": ("alt+f", "right_square_bracket"),
        "fact_before": ("alt+b", "left_square_bracket"),
        "fact_after": ("alt+f", "right_square_bracket"),
        "fact_down": ("ctrl+n", "down", "j"),
        "fact_up": ("ctrl+p", "up", "k"),
        "fact_first": ("alt+less_than_sign", "home", "g"),
        "fact_last": ("alt+greater_than_sign", "end", "G"),
        "sheet_down": ("ctrl+n", "down", "j"),
        "sheet_up": ("ctrl+p", "up", "k"),
        "sheet_left": ("ctrl+b", "left"),
        "sheet_right": ("ctrl+f", "right", "tab"),
        "sheet_page_down": ("ctrl+v", "pagedown", "space"),
        "sheet_page_up": ("alt+v", "pageup"),
        "sheet_first": ("alt+less_than_sign", "home", "g"),
        "sheet_last": ("alt+greater_than_sign", "end", "G"),
        "sheet_back": ("ctrl+g", "escape", "q"),
        "back": ("ctrl+g", "escape"),
        "lean": ("alt+g",),
        "query": ("ctrl+s", "slash"),
        "find": ("ctrl+s", "slash"),
        "undo": ("ctrl+underscore", "ctrl+slash", "u"),
        "redo": ("alt+underscore", "ctrl+r"),
        "copy": ("alt+w", "y"),
        "palette": ("alt+x",),
    },
})  # fmt: skip
"""For each, the actions whose keys differ from those of the table."""
