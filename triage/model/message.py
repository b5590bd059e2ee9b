"""What the screen's process and the second process say to each other: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from triage.model.entry import Trouble

if TYPE_CHECKING:
    from triage.model.story import StoryId


@dataclass(frozen=True, slots=True)
class Focus:
    """To the worker: the story on the screen, then its neighbours; their facts come first, in this order."""

    stories: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True)
class Rescan:
    """To the worker: look at the inbox now; `Scanned` answers when all that is there has been read."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """From the worker: every complete file of the inbox has been read and is in the index."""


@dataclass(frozen=True, slots=True)
class Listed:
    """From the worker: entries came, went or changed; the index knows which."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """From the worker: these stories have new facts and suggestions in the index."""

    stories: tuple[StoryId, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the second process is: files seen in the inbox, files read, stories with facts, stories in all.

    `phase` is "reading", "loading" (the pipeline), "extracting" or "idle"; `trouble` says what keeps it from its work.
    """

    phase: str
    files: int
    read: int
    extracted: int
    stories: int
    trouble: Trouble | None = None


Request = Focus | Rescan
Event = Scanned | Listed | Extracted | Progress
_KINDS: dict[str, type[Request] | type[Event]] = {
    kind.__name__: kind for kind in (Focus, Rescan, Scanned, Listed, Extracted, Progress)
}


def encode(message: Request | Event) -> bytes:
    """The message as a line."""
    return json.dumps([type(message).__name__, asdict(message)], separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Request | Event:
    """The message of a line. Raises ValueError when it is none."""
    try:
        name, fields = json.loads(line)
        return _KINDS[name](**_thawed(fields))
    except (TypeError, KeyError) as error:
        raise ValueError(f"not a message: {line[:80]!r}") from error


def _thawed(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with lists as tuples and a trouble as what it was."""
    thawed = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    trouble = fields.get("trouble")
    if trouble:
        thawed["trouble"] = Trouble(**trouble)
    return thawed
