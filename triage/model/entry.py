"""A story as one row of the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.errors import TriageError
    from triage.model.story import StoryId
    from triage.model.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file, or a part of the work on a story, failed: a `TriageError` as plain words."""

    title: str
    message: str
    hint: str = ""

    @classmethod
    def of(cls, error: TriageError) -> Trouble:
        """The words of `error`."""
        return cls(error.title, error.message, error.hint)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what the list shows of a story without opening it.

    `when` is seconds since the epoch: the time that the source states, else the file's. A file that could not be read has
    an entry too, with `error`; its id then comes from its path and starts with "!". `extracted` says whether its facts
    are in the index.

    `chain` is the id of the story's first version, None while nobody has looked for others; this is the `version`-th of
    `versions`, and `kind` is what its source calls it (a `VersionKind`).
    """

    id: StoryId
    path: str
    headline: str
    source: str
    when: float
    suggestions: tuple[Suggestion, ...] = ()
    language: str | None = "en"
    copies: int = 1
    extracted: bool = False
    error: Trouble | None = None
    chain: StoryId | None = None
    version: int = 1
    versions: int = 1
    kind: str = "story"
