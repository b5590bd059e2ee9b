"""What a person decided about a story, and the acts that led there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage.model.state import State as State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage.model.fact import FactId
    from triage.model.story import StoryId


@dataclass(frozen=True, slots=True)
class Decision:
    """The store's document for one story: what a person made of it, as it stands now."""

    story: StoryId
    headline: str
    path: str | None
    tags: tuple[str, ...] = ()
    state: State = State.NEW
    note: str = ""
    decided_at: str | None = None
    by: str | None = None
    carried_from: tuple[StoryId, ...] = ()
    facts: Mapping[FactId, str] = field(default_factory=dict, hash=False)
    refused: tuple[str, ...] = ()
    muted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is left that a document would have to hold."""
        return self.state in (State.NEW, State.READ) and not (
            self.tags or self.note or self.facts or self.carried_from or self.refused or self.muted
        )

    @property
    def news(self) -> bool:
        """Whether the story is a new version of one that somebody had tagged or decided, and nobody has decided on it yet."""
        return bool(self.carried_from) and not self.state.decided


@dataclass(frozen=True, slots=True)
class Wish:
    """What one key press asks for one story; the store finds out what of it is a change.

    `toggle` adds the tags that are not there and removes those that are; `refuse` are suggested tags that the story is not to
    be offered again. `verdicts` are facts with what is said about each, None to take back what was said. `carried_from`
    are the stories whose decision this one goes on from; `muted` says that what follows of the story is spiked; `stamp` is when and
    by whom it was decided, where that is not now and by whoever wishes. `headline` and
    `path` are for the document, if this is the story's first.
    """

    story: StoryId
    headline: str
    path: str | None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    toggle: tuple[str, ...] = ()
    state: State | None = None
    note: str | None = None
    refuse: tuple[str, ...] = ()
    verdicts: tuple[tuple[FactId, str | None], ...] = ()
    carried_from: tuple[StoryId, ...] | None = None
    muted: bool | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An act on many stories that has been worked out and not done: its stories are fixed, whatever comes in between.

    `verb` says it in the journal ("tag NATO and done"), `says` to the person, with a place for how many stories it is about
    ("tags {} NATO and done"); `besides` is what else they should know first ("3 have a note that goes").
    """

    verb: str
    says: str
    wishes: tuple[Wish, ...]
    besides: tuple[str, ...] = ()

    @property
    def stories(self) -> tuple[StoryId, ...]:
        """The stories that it is about."""
        return tuple(wish.story for wish in self.wishes)


KEEPER = "triage"
"""Who acts where the program itself does, in nobody's name: what it carries from one version of a story to the next."""

Stamp = tuple[str | None, str | None]
"""When (ISO 8601, UTC) and by whom a story was last decided on; both None for a story that nobody has decided on."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on a fact before and after an act; None where there is none."""

    fact: FactId
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What an act really changed in one story: never a tag that was there before, never a state that was so already.

    `stamp` is the document's `decided_at` and `by`, before and after, so that taking an act back restores these too.
    """

    story: StoryId
    headline: str
    path: str | None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    state: tuple[State, State] | None = None
    note: tuple[str, str] | None = None
    stamp: tuple[Stamp, Stamp] | None = None
    refused: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    facts: tuple[Ruling, ...] = ()
    carried: tuple[tuple[StoryId, ...], tuple[StoryId, ...]] | None = None
    muted: tuple[bool, bool] | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one person: a line of the journal.

    `verb` says it in words for the undo message ("tag NATO"). `view` and `cursor` are where the person was, so that undo
    can bring them back. `undoes` and `redoes` name the sequence number of the act that this one takes back or repeats.
    """

    seq: int
    at: str
    by: str
    verb: str
    changes: tuple[Change, ...]
    view: str = ""
    cursor: StoryId | None = None
    undoes: int | None = None
    redoes: int | None = None


@dataclass(frozen=True, slots=True)
class Episode:
    """What one act did to one story; the story is the one with that number of its versions."""

    act: Act
    change: Change
    version: int = 1


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did: the new act, the act it concerns, and the stories left alone because somebody had
    changed them since."""

    act: Act
    of: Act
    skipped: tuple[StoryId, ...] = ()
