"""Which of those mentioned before stands foremost: by how near, how often and how it was mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triage.facts.coreference_cast import Referent, Seen
    from triage.facts.coreference_scene import Scene

MEMORY = 120
"""Mentions back that are looked through: enough for any story, and a bound for hostile ones."""

_NEARNESS = (1.0, 0.85, 0.55, 0.4, 0.3, 0.22, 0.18, 0.15)
"""What a mention weighs by the sentences between."""

_SUBJECT, _OTHER, _OWNER, _QUOTED = 1.0, 0.55, 0.45, 0.5
_AGAIN, _MOST_AGAIN = 0.06, 0.24
"""What each further mention adds, and all of them at most."""


class Rank(NamedTuple):
    """How foremost one is; `nearest` is the number of sentences to the last mention."""

    who: Referent
    score: float
    nearest: int


def ranked(told: Scene, seen: Sequence[Seen], at: int, fits: Callable[[Seen], float], reach: int) -> list[Rank]:
    """Those who fit, foremost first. `fits` weighs a mention, 0 for none; `reach` is in sentences."""
    best: dict[Referent, float] = {}
    nearest: dict[Referent, int] = {}
    times: dict[Referent, int] = {}
    here = told.sentences[at]
    for one in reversed(seen[-MEMORY:]):
        apart = here - told.sentences[one.first]
        if apart > reach:
            break
        weight = fits(one)
        if weight <= 0:
            continue
        stood = _SUBJECT if one.subject else _OWNER if one.owner else _OTHER
        nearness = _NEARNESS[min(apart, len(_NEARNESS) - 1)]
        quoted = _QUOTED if one.quoted and not told.quoted[at] else 1.0
        best[one.who] = max(best.get(one.who, 0.0), weight * stood * nearness * quoted)
        nearest.setdefault(one.who, apart)
        times[one.who] = times.get(one.who, 0) + 1
    ranks = [
        Rank(who, score + min((times[who] - 1) * _AGAIN, _MOST_AGAIN) * min(score * 2, 1.0), nearest[who])
        for who, score in best.items()
    ]
    return sorted(ranks, key=lambda one: -one.score)


def sureness(ranks: Sequence[Rank]) -> float:
    """How sure the first is the one: by how far the second stands behind, and how far back the first was."""
    if not ranks:
        return 0.0
    behind = ranks[1].score / ranks[0].score if len(ranks) > 1 else 0.0
    far = (0.0, 0.0, 0.08, 0.16, 0.24)[min(ranks[0].nearest, 4)]
    return 0.95 - 0.5 * behind - far
