"""An entity: whom or what several stories name."""

from __future__ import annotations

from dataclasses import dataclass

from triage.model.fact import FactKind

ENTITIES = (FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE, FactKind.NATIONALITY, FactKind.WEAPON)
"""The kinds of fact that name one; the others say what somebody said or did, when, and how much."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what stories name: one and the same where the kind, the name (but for case and accents) and, of a place or a
    people, the country are. `name` is its normal form, `country` an ISO 3166 code or "" for none."""

    kind: FactKind
    name: str
    country: str = ""
