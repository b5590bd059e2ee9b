"""What type of organization a name is."""

from __future__ import annotations

from functools import cache

from triage.facts.lexicon import rows
from triage.facts.vocabulary import vocabulary


def type_of(name: str) -> str:
    """The contract's type: from the list of organizations, else from the words of the name; "other" when nothing tells."""
    listed = _types().get(name)
    if listed is not None:
        return listed
    words = name.split()
    if _ARMED.intersection(words):
        return "armed group"
    if _TASKS.intersection(words) and words[-1] in ("Organization", "Organisation", "Authority", "Center", "Centre"):
        return "agency"
    orgs = vocabulary().orgs
    of = next((at for at, word in enumerate(words) if at and word in ("of", "for", "on", "against")), len(words))
    for word in (*reversed(words[:of]), *reversed(words[of:])):
        sort, kind = orgs.get(word, ("", "other"))
        if sort in ("last", "of"):
            return kind
    return "other"


_TASKS = frozenset(
    ("Space", "Nuclear", "Atomic", "Meteorological", "Statistics", "Disaster", "Standards", "Aviation", "Health")
)
"""Words in the names of bodies with a task of the state's."""

_ARMED = frozenset(
    ("Revolutionary", "Liberation", "Resistance", "Jihad", "Martyrs", "Mujahideen", "Salvation", "Insurgent")
)
"""Words in the names that armed groups give themselves."""


@cache
def _types() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("organizations")}
