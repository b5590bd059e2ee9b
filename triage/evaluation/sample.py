"""What an annotated file says: stories, and the facts that people marked in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from triage.model.fact import FactKind, Span
    from triage.model.story import Story


class Place(NamedTuple):
    """The name of a set, and the file that is read."""

    name: str
    file: Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the story's text that the set marks; a fact of any of `kinds` is right there.

    What does not count is spared: a fact of these kinds that overlaps it is neither right nor wrong.
    """

    span: Span
    kinds: tuple[FactKind, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A marked date: its first and last day as ISO strings, None where the set's value names no days."""

    span: Span
    value: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What somebody is reported to say: `content` in pieces, `source` as written, None where nobody is named."""

    content: tuple[Span, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A marked event, as written: its type or else its verb. `mutual`: either of the two may be the actor."""

    actor: str | None
    target: str | None
    type: str | None = None
    verb: str | None = None
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of a gold file: the first mention as written, and the value in the program's own terms."""

    kind: FactKind
    text: str
    value: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts of one story that must be found, and those on which careful readers differ; facts of other kinds are spared."""

    facts: tuple[Stated, ...]
    open: tuple[Stated, ...]
    kinds: frozenset[FactKind]


@dataclass(frozen=True, slots=True)
class Sample:
    """One story with what is marked in it. None is what the set does not mark.

    `kinds` are those whose every mention is among `marks`, of `inner` kinds only the core of the mention: see
    `labels.Form.CORE`.
    """

    story: Story
    kinds: frozenset[FactKind] = frozenset()
    inner: frozenset[FactKind] = frozenset()
    marks: tuple[Mark, ...] = ()
    days: tuple[Day, ...] | None = None
    quotes: tuple[Attribution, ...] | None = None
    gold: Gold | None = None
    events: tuple[Deed, ...] | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file, or the pairs of a folder, as read: `scheme` names the row of the mapping, `notes` are lines for a person."""

    name: str
    scheme: str
    samples: Sequence[Sample]
    notes: tuple[str, ...] = ()
