"""Keymaps to begin with: what the keys are where the settings name none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What some terminals call the same keys, as they are on an American keyboard, stands last.
_FIRST = ("alt+less_than_sign", "home", "g", "alt+shift+comma")
_LAST = ("alt+greater_than_sign", "end", "G", "alt+shift+full_stop")
_BACK = ("alt+b", "left_square_bracket", "ctrl+left")
_FORTH = ("alt+f", "right_square_bracket", "ctrl+right")

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
        "sheet_left": ("h", "left"),
        "sheet_right": ("l", "right", "tab"),
        "sheet_back": ("escape", "q", "ctrl+o"),
        "scroll_down": ("j", "down", "ctrl+e"),
        "scroll_up": ("k", "up", "ctrl+y"),
        "return": ("ctrl+o", "grave_accent"),
        "pane": ("ctrl+w", "tab"),
        "quit": ("q", "Z", "ctrl+q"),  # the second of two Z is thrown away with what else was typed ahead
    },
    "emacs": {
        "down": ("ctrl+n", "down", "j"),
        "up": ("ctrl+p", "up", "k"),
        "page_down": ("ctrl+v", "pagedown"),
        "page_up": ("alt+v", "pageup"),
        "first": _FIRST,
        "last": _LAST,
        "day_before": (*_BACK, "left"),
        "day_after": (*_FORTH, "right"),
        "scroll_down": ("ctrl+n", "down", "j"),
        "scroll_up": ("ctrl+p", "up", "k"),
        "text_page_down": ("ctrl+v", "pagedown"),
        "text_page_up": ("alt+v", "pageup", "backspace"),
        "text_start": _FIRST,
        "text_end": _LAST,
        "next_story": ("alt+n", "J"),
        "previous_story": ("alt+p", "K"),
        "place_before": _BACK,
        "place_after": _FORTH,
        "fact_before": _BACK,
        "fact_after": _FORTH,
        "fact_down": ("ctrl+n", "down", "j"),
        "fact_up": ("ctrl+p", "up", "k"),
        "fact_first": _FIRST,
        "fact_last": _LAST,
        "sheet_down": ("ctrl+n", "down", "j"),
        "sheet_up": ("ctrl+p", "up", "k"),
        "sheet_left": ("ctrl+b", "left"),
        "sheet_right": ("ctrl+f", "right", "tab"),
        "sheet_page_down": ("ctrl+v", "pagedown", "space"),
        "sheet_page_up": ("alt+v", "pageup"),
        "sheet_first": _FIRST,
        "sheet_last": _LAST,
        "sheet_back": ("ctrl+g", "escape", "q"),
        "back": ("ctrl+g", "escape"),
        "lean": ("alt+g",),
        "query": ("ctrl+s", "slash"),
        "find": ("ctrl+s", "slash"),
        "undo": ("ctrl+underscore", "ctrl+slash", "u", "ctrl+shift+minus"),
        "redo": ("alt+underscore", "ctrl+r", "alt+shift+minus"),
        "copy": ("alt+w", "y"),
        "palette": ("alt+x",),
        "verb": ("alt+colon", "colon", "alt+shift+semicolon"),
        "pipe": ("alt+vertical_line", "vertical_line", "alt+shift+backslash"),
        "select_range": ("ctrl+space", "V", "ctrl+@"),
        "fact_fold": ("ctrl+b", "left"),
        "fact_unfold": ("ctrl+f", "right"),
        "sheet_day_before": _BACK,
        "sheet_day_after": _FORTH,
        "pane": ("alt+o", "tab"),
        "help": ("question_mark", "f1"),
        "sheet_help": ("question_mark", "f1"),
        # ctrl+x begins what ctrl+c ends: neither does harm alone.
        "mute": ("alt+k",),
        "quit": ("q", "ctrl+c", "ctrl+q"),
    },
})  # fmt: skip
"""For each, the actions whose keys differ from those of the table."""
