"""A fact: one thing that a story states, and where in the story it states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from triage.model.identity import FactId as FactId

if TYPE_CHECKING:
    from triage.model.story import StoryId

Value = Mapping[str, str | int | float | bool | None]


class FactKind(StrEnum):
    """The kinds of fact, in the order in which the screen shows them."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    NATIONALITY = "nationality"
    WEAPON = "weapon"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    QUOTE = "quote"
    EVENT = "event"
    CASUALTY = "casualty"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of `Story.text` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Provenance:
    """What found a fact: `by` names the rule or the model's component, `confidence` (0 to 1) says how sure it is."""

    by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with all its mentions in the story, in order.

    `text` is the first mention as written; `value` is the normal form that contracts list for the kind; `sentence` is
    the span of the sentence that holds the first mention.
    """

    id: FactId
    kind: FactKind
    text: str
    value: Value = field(hash=False)
    mentions: tuple[Span, ...]
    sentence: Span
    provenance: Provenance


def fact_id(story: StoryId, kind: FactKind, value: Value) -> FactId:
    """A fact's identity, from story, kind and normal value: it survives another extraction of the same story."""
    import hashlib  # late, like the next: the screen shows facts, it makes none
    import json

    normal = json.dumps([story, kind, dict(value)], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return FactId(hashlib.sha256(normal.encode()).hexdigest()[:16])


def make_fact(story: StoryId, kind: FactKind, text: str, value: Value, mentions: tuple[Span, ...], sentence: Span,
              provenance: Provenance) -> Fact:  # fmt: skip
    """A fact with its id; `text` is the story's whole text, and the mentions are put in order."""
    ordered = tuple(sorted(set(mentions)))
    return Fact(fact_id(story, kind, value), kind, ordered[0].of(text), value, ordered, sentence, provenance)
