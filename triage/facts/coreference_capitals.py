"""Capitals that stand for governments: "Ankara said", "Washington's decision", "talks with Moscow"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triage.facts.coreference_cast import Guess, Referent, Sort
from triage.facts.lexicon import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.facts.coreference_scene import Scene
    from triage.facts.entities import Entity
    from triage.model.fact import Span

_PARTNERS = words("with between by against on pressing pressed urged urging told accused warned asked")
_LOCATIVE = words("in at near from outside around across toward towards into through to via")
_POLICY = words(
    "decision plan plans policy policies support demand demands offer offers refusal position stance response reaction purchase "
    "presence allies ally relations ties role move moves proposal proposals threat threats sanctions concern concerns claim "
    "claims insistence request intention intentions view views aim aims efforts effort envoy ambassador embassy interest interests "
    "influence intervention military foreign nuclear commitment opposition call calls failure willingness rejection attempt attempts"
)


def governments(told: Scene, cast: Sequence[tuple[Entity, Referent]]) -> Iterator[tuple[Span, Guess]]:
    """The mentions of capitals that are governments, each with its state, or with itself where the story does not name that."""
    states = {who.country: who for _, who in cast if who.sort is Sort.STATE and who.country}
    for entity, who in cast:
        code = capitals().get(entity.name)
        if who.sort is not Sort.PLACE or code is None:
            continue
        state = states.get(code, Referent(entity, Sort.STATE, country=code))
        for one in entity.mentions:
            sure = _acts(told, *told.words(one.span))
            if sure and one.by != "dateline":
                yield one.span, Guess(state, "government", sure if code in states else sure - 0.05)


def _acts(told: Scene, first: int, end: int) -> float:
    """How sure it is that a government is meant, 0 for a town."""
    before, after = told.low(first - 1), told.low(end)
    if after in ("'s", "’s"):
        return 0.8 if told.low(end + 1) in _POLICY or told.low(end + 2) in _POLICY else 0.0
    if before in _LOCATIVE or after == "," or told.low(end + 1).startswith("based") or told.qualifies(end):
        return 0.0
    if told.is_subject(first, end):
        return 0.85
    if before == "and" and told.low(first - 3) == "between":
        return 0.75
    return 0.75 if before in _PARTNERS and (before != "on" or told.low(first - 2) in ("pressure", "sanctions")) else 0.0


@cache
def capitals() -> dict[str, str]:
    """Capitals by name, with the code of their country; read once, as the list does not change while we run."""
    return {row[0]: row[1] for row in rows("capitals")}
