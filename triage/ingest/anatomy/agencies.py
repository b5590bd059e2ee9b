"""News agencies: those known by name, those that a story names itself, and what an agency's name looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.anatomy.vocabulary import AGENCIES, AGENCY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_CANONICAL = {name.casefold(): name for name in AGENCIES} | {"reuter": "Reuters"}

_ABBREVIATION = r"[A-Z][A-Z.&/-]{1,11}"
_TITLE = r"[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|de|and)){0,4}"
_PAIR = r"\s*[/,+]\s*| and "


class Agencies:
    """The agencies that a story can mean: those that everybody knows, and its `own`, which its header or dateline names."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._own = {name.casefold(): name for name in own}

    def known(self, name: str) -> str | None:
        """An agency's name as it writes itself, for that name in any case ("REUTERS"); None for one that is not known."""
        plain = name.strip(" .=").casefold()
        return self._own.get(plain) or _CANONICAL.get(plain)

    def in_brackets(self, content: str) -> tuple[str, bool] | None:
        """The agency that the brackets of a dateline name, and whether it surely is one; None if they name none.

        Two agencies ("Reuters/AP", "ats afp") come back joined by a slash.
        """
        for parts in ([content], re.split(_PAIR, content), content.split()):
            names = [self.known(part) for part in parts]
            if names and all(names):
                return "/".join(name for name in names if name), True
        first = self.known(re.split(_PAIR, content)[0])
        if first:  # "Reuters, Moscow bureau"
            return first, True
        if re.fullmatch(_ABBREVIATION, content):
            return content, False
        if re.fullmatch(_TITLE, content):
            return content, " " in content and not AGENCY_WORDS.isdisjoint(content.lower().split())
        return None

    def at_end(self, text: str) -> tuple[str, int] | None:
        """A known agency of one word at the end of `text` ("Dec. 9 Kyodo"), and where it begins; None if none is there."""
        start = text.rfind(" ") + 1
        name = text[start:]
        found = self.known(name)
        return (found, start) if found and (name[0].isupper() or name == found) else None


EVERYBODYS = Agencies()
"""The agencies that are known without a story."""
