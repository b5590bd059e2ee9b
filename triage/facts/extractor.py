"""What an extractor of one kind of fact is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from triage.model.story import Story

FactsSoFar = Mapping[FactKind, Sequence[Fact]]
"""The facts of the kinds that an extractor requires."""


class Extractor(Protocol):
    """One kind of fact: a module in `facts/kinds/` that has these four, found by discovery.

    Extractors are pure: they read the annotated Doc (its text is exactly `story.text`) and yield facts; they change
    nothing. They run in the order of what they require. One that fails costs its own kind on that story, no more.
    """

    KIND: FactKind
    VERSION: int
    REQUIRES: frozenset[FactKind]

    def extract(self, doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
        """The facts of this kind in the story."""
