"""What the terminal can do, from what the environment says of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Depth(IntEnum):
    """How many colours: none, the terminal's own sixteen, 256, or any."""

    NONE = 0
    SIXTEEN = 1
    INDEXED = 2
    TRUE = 3


_PLAIN = ("dumb", "unknown", "vt", "ansi", "network", "dialup", "cons")
"""How names of terminals begin that know a cursor's place, bold and reverse, and not much else."""

_FORGETS_GROUND = ("screen", "linux-m")
"""Those that erase with their own ground, whatever the ground that was set."""


class Ability(NamedTuple):
    """`modes` says that the terminal has a second screen, a mouse and answers; `erases` that what it erases gets the ground
    that was set; `ascii` that only ASCII is safe; `encoding` is what text on it is written in."""

    depth: Depth = Depth.TRUE
    modes: bool = True
    erases: bool = True
    ascii: bool = False
    encoding: str = "utf-8"

    @classmethod
    def of(cls, environment: Mapping[str, str], symbols: str = "auto") -> Ability:
        """Of the terminal that `environment` describes; `symbols` is the setting: auto, ascii or unicode."""
        term = environment.get("TERM", "").lower()
        plain = not term or term.startswith(_PLAIN)
        encoding = _encoding(environment)
        own = plain or term == "linux" or encoding != "utf-8"
        return cls(
            depth=_depth(term, plain, environment),
            modes=not plain,
            erases=not plain and not term.startswith(_FORGETS_GROUND),
            ascii=symbols == "ascii" or (symbols != "unicode" and own),
            encoding="utf-8" if symbols == "unicode" else "ascii" if plain else encoding,
        )


def _depth(term: str, plain: bool, environment: Mapping[str, str]) -> Depth:
    if plain or environment.get("NO_COLOR"):
        return Depth.NONE
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUE
    if "256color" in term or "kitty" in term or "direct" in term:
        return Depth.INDEXED
    return Depth.SIXTEEN


def _encoding(environment: Mapping[str, str]) -> str:
    """The encoding of the locale that the person set; where none is set, UTF-8, as everywhere now."""
    chosen = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    if chosen == "C.UTF-8" and not environment.get("LC_ALL") and environment.get("LANG") in ("C", "POSIX"):
        chosen = "C"  # Python itself has set LC_CTYPE, for its own files' sake
    if chosen in ("C", "POSIX"):
        return "ascii"
    named = chosen.partition(".")[2].partition("@")[0] or "utf-8"
    import codecs

    try:
        return codecs.lookup(named).name
    except LookupError:
        return "ascii"
