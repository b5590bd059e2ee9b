"""A mention: one span that names something, before mentions are joined into entities."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.fact import Span


class Label(StrEnum):
    """What a name can be the name of."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    NATIONALITY = "nationality"


@dataclass(frozen=True, slots=True)
class Office:
    """What a mention says of a person: role, and of what country or organization.

    `back` is the word that says one of them only by pointing back: "its", "bank", "counterpart".
    """

    role: str | None
    of: str | None = None
    back: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` as written. `label` is None while only `scores` speak, one for each label that something speaks for.

    `normal` is the lexicon's name, `type` the contract's type of place or organization, `country` a code, as far as they
    are known. `by` names the rule.
    """

    span: Span
    text: str
    label: Label | None = None
    scores: dict[Label, float] = field(default_factory=dict, hash=False)
    by: str = "shape"
    confidence: float = 0.6
    normal: str | None = None
    type: str | None = None
    country: str | None = None
    office: Office | None = None

    def settled(self, label: Label, by: str, confidence: float) -> Mention:
        """The same mention with its label."""
        return replace(self, label=label, by=by, confidence=confidence)
