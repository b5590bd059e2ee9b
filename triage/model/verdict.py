"""What a person says about a fact that was extracted: that it is wrong, or that it is of another kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from triage.model.fact import FactKind
from triage.model.identity import FactId

if TYPE_CHECKING:
    from triage.model.fact import Fact

REJECTED = "rejected"
"""The verdict on a fact that is wrong; any other verdict is the name of the kind that the fact really is of."""

Verdicts = Mapping[FactId, str]
"""The verdicts on a story's facts; facts that nobody has judged are not in it."""

CORRECTABLE = tuple(kind for kind in FactKind if kind not in (FactKind.QUOTE, FactKind.EVENT, FactKind.CASUALTY))
"""Kinds that one fact can be mistaken for another of: the rest state who did what, which no other kind has room for."""


def kind_after(kind: FactKind, verdict: str | None) -> FactKind | None:
    """The kind that a fact counts as after the verdict on it (None: there is none), or None for a rejected one.

    A verdict that names no kind we know changes nothing: another version of the program may know it.
    """
    if verdict == REJECTED:
        return None
    return FactKind(verdict) if verdict in _KINDS else kind


def counts_as(fact: Fact, verdicts: Verdicts) -> FactKind | None:
    """The kind that a fact counts as; None when a person has rejected it."""
    return kind_after(fact.kind, verdicts.get(fact.id))


_KINDS = frozenset(FactKind)
