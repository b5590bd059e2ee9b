"""Every symbol's ASCII twin, for terminals and fonts that have no other."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TWINS: Mapping[str, str] = {
    "▌": ">", "·": ".", "↻": "~", "⊘": "0", "▾": "v", "▸": ">", "▴": "^", "✗": "x", "✎": "*", "»": ">", "«": "<", "‹": "<", "›": ">",
    "✓": "+", "▰": "#", "▱": "-", "…": "~", "×": "x", "⏎": "<", "←": "<", "→": ">", "↑": "^", "↓": "v", "●": "*", "◆": "c", "○": "o", "•": "*",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": ",", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ",
    "│": "|", "┃": "|", "║": "|", "─": "-", "━": "-", "═": "=", "╶": "-", "╴": "-", "╷": "|", "╵": "|", "▏": "|", "▕": "|", "▎": "|",
    "▁": "_", "▂": "_", "▃": ".", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#", "▐": "#", "▀": "#", "░": ".", "▒": ":", "▓": "#",
    "▔": "-", "▊": "#", "▋": "#", "▍": "|", "▉": "#", "▖": ".", "▗": ".", "▘": "'", "▝": "'", "■": "#", "□": "o", "▪": "*", "▶": ">", "◀": "<", "▼": "v", "▲": "^",
}  # fmt: skip
"""One character each, so that nothing moves. What draws boxes and is not here is a corner or a crossing: a plus."""


class Symbols:
    """What can be shown of a character. With `ascii` symbols have their twins; what `encoding` lacks is spelled without its
    accents, or is a question mark a column."""

    def __init__(self, *, ascii: bool = False, encoding: str = "utf-8") -> None:
        self._ascii = ascii
        self._encoding = "" if encoding == "utf-8" else encoding
        self._known: dict[str, str] = {}

    def shown(self, character: str, size: int) -> str:
        """The character (with what combines with it) as the terminal can show it, in `size` columns."""
        if not (self._ascii or self._encoding):
            return character
        found = self._known.get(character)
        if found is None:
            if len(self._known) > 4000:
                self._known.clear()
            found = self._known[character] = self._twin(character, size)
        return found

    def _twin(self, character: str, size: int) -> str:
        if self._ascii and character in TWINS:
            return TWINS[character]
        if self._ascii and "\u2500" <= character <= "\u257f":
            return "+"
        if not self._encoding or _can(character, self._encoding):
            return character
        if character in TWINS:
            return TWINS[character]
        bare = "".join(one for one in unicodedata.normalize("NFKD", character) if _can(one, self._encoding))
        return bare if bare.isprintable() and len(bare) == size else "?" * size


def _can(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
