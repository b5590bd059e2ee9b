"""What a contestant reads off a story, and the facts that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from triage.facts.reading import readable
from triage.model.fact import Fact, FactKind, Provenance, Span, Value, make_fact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and where it stands; the span is one of the text that was read."""

    kind: FactKind
    span: Span
    value: Value


class Contestant(Protocol):
    """A module that wraps one library. Loading it raises ImportError where the library is not installed."""

    NAME: str
    PACKAGE: str
    KINDS: tuple[FactKind, ...]

    def reader(self) -> Reader:
        """The library, loaded."""


class Reader(Protocol):
    """Reads a text that was published on a day."""

    def __call__(self, text: str, today: dt.date) -> Iterable[Reading]:
        """All that the library finds, in any order."""


def facts(story: Story, read: Reader) -> Iterator[Fact]:
    """What a library finds in the parts of a story that the program reads too; one fact for one value."""
    groups: dict[tuple[object, ...], list[tuple[Span, Reading]]] = {}
    for part in readable(story):
        for one in read(part.of(story.text), story.date.value):
            span = Span(part.start + one.span.start, part.start + one.span.end)
            groups.setdefault((one.kind, *one.value.items()), []).append((span, one))
    for group in groups.values():
        first = group[0][1]
        mentions = tuple(sorted(span for span, _ in group))
        yield make_fact(
            story.id, first.kind, story.text, first.value, mentions, mentions[0], Provenance("library", 0.9)
        )  # fmt: skip
