"""Lists of people as bylines and credits write them: "A and B in Istanbul, C in Ankara"."""

from __future__ import annotations

import re

from triage.ingest.anatomy.vocabulary import NAME_PARTICLES

_BETWEEN = r"\s*,\s*(?:and|&)\s+|\s*[,;|]\s*|\s+(?:and|AND|&|und|et|y|e)\s+(?=[^\W\d_])|\s+with\s+(?=[A-Z])|\s*/\s*"
_PLACED = r"^(.*?)\s+(?:in|at|from|en|em|à|aus)\s+(.+)$"
_SUFFIX = r"(?:Jr|Sr|II|III|IV)\.?|M\.?D\.?|Ph\.?D\.?"
_STATE = r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]|[A-Z][a-z]{2,4}\."
_WORD = re.compile(r"[^\W\d_](?:[\w.'’`-]*[\w.])?,?")


def is_name(text: str, most: int = 6) -> bool:
    """Whether `text` looks like a name: one to `most` words, each with a capital or a particle, none with a figure."""
    words = text.split()
    if not 1 <= len(words) <= most or not (words[-1][0].isupper() or "'" in words[-1]):
        return False
    return all(_WORD.fullmatch(word) and (word[0].isupper() or _is_particle(word)) for word in words)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a list joined by commas, "and" or slashes; "Jr." stays with its name."""
    names: list[str] = []
    for part in re.split(_BETWEEN, text):
        if names and part and re.fullmatch(_SUFFIX, part):
            names[-1] += f", {part}"
        elif part:
            names.append(part)
    return tuple(names)


def names_with_places(text: str) -> list[tuple[tuple[str, ...], str | None]]:
    """The names in `text`, those that share a place together: "A and B in Ankara, C" is (A, B) Ankara and (C) None."""
    groups: list[tuple[tuple[str, ...], str | None]] = []
    waiting: list[str] = []
    for part in split_names(text):
        placed = re.match(_PLACED, part)
        if placed:
            groups.append(((*waiting, placed[1]), placed[2]))
            waiting = []
        elif groups and not waiting and groups[-1][1] and (re.fullmatch(_STATE, part) or " " not in part):
            names, place = groups[-1]  # "in Ankara and Istanbul", "in Washington, D.C."
            joint = ", " if re.fullmatch(_STATE, part) else " and "
            groups[-1] = (names, f"{place}{joint}{part}")
        else:
            waiting.append(part)
    if waiting:
        groups.append((tuple(waiting), None))
    return groups


def _is_particle(word: str) -> bool:
    return word in NAME_PARTICLES or "-" in word[:4] or "'" in word[:3] or "’" in word[:3]
