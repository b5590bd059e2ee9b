"""News agencies: those known by name, and what a name looks like that is not known."""

from __future__ import annotations

import re

from triage.ingest.anatomy.vocabulary import AGENCIES

_CANONICAL = {name.casefold(): name for name in AGENCIES} | {"reuter": "Reuters"}

_ABBREVIATION = r"[A-Z][A-Z.&/-]{1,11}"
_TITLE = r"[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|de|and)){0,4}"
_PAIR = r"\s*[/,+]\s*| and "


def known(name: str) -> str | None:
    """An agency's name as it writes itself, for that name in any case ("REUTERS"); None for one that is not known."""
    return _CANONICAL.get(name.strip(" .=").casefold())


def agency_in(parenthesis: str) -> tuple[str, bool] | None:
    """The agency that a dateline's parentheses name, and whether it is a known one; None if they name none.

    Two agencies ("Reuters/AP", "ats afp") come back joined by a slash.
    """
    whole = known(parenthesis)
    if whole:
        return whole, True
    for parts in (re.split(_PAIR, parenthesis), parenthesis.split()):
        names = [known(part) for part in parts]
        if names and all(names):
            return "/".join(name for name in names if name), True
    first = known(re.split(_PAIR, parenthesis)[0])
    if first:  # "Reuters, Moscow bureau"
        return first, True
    if re.fullmatch(_ABBREVIATION, parenthesis) or re.fullmatch(_TITLE, parenthesis):
        return parenthesis, False
    return None


def agency_at_end(text: str) -> tuple[str, int] | None:
    """A known agency of one word at the end of `text` ("Dec. 9 Kyodo"), and where it begins; None if none stands there."""
    start = text.rfind(" ") + 1
    name = text[start:]
    found = known(name)
    return (found, start) if found and (name[0].isupper() or name == found) else None
