"""Questions about many stories at once: who is named how often, which stories run, when what came.

They grow with the stories that they are about, so whoever has a screen asks them in a thread of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sqlite3 import Connection

    from triage.model.entity import Entity
    from triage.model.entry import Entry
    from triage.model.fact import Fact, FactKind, Value
    from triage.model.identity import StoryId

    Counted = dict[tuple[FactKind, str, str], tuple[str, int]]
    """By kind, folded name and country: the name as it is shown, and how many stories have it."""

    Wanted = Callable[[FactKind, Value], bool]

Answer = TypeVar("Answer")


class Glancing:
    """The questions, for the index to answer. A period is from `start` up to but not including `end`, in seconds since the
    epoch; of a story only the newest version counts."""

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        raise NotImplementedError

    def stamps(self, start: float, end: float) -> list[tuple[StoryId, float]]:
        """The entries of the period and when each came, the newest first."""
        from triage.index import glances  # late, here and below: the list asks nothing of this

        return self._ask(lambda con: glances.stamps(con, start, end))

    def waiting(self, start: float, end: float) -> int:
        """How many stories of the period have no facts yet."""
        from triage.index import glances

        return self._ask(lambda con: glances.waiting(con, start, end))

    def naming(self, entity: Entity, start: float, end: float) -> list[StoryId]:
        """The stories of the period that name the entity, or say what it said, did or suffered; the newest first."""
        from triage.index import glances

        return self._ask(lambda con: glances.naming(con, entity, start, end))

    def counted(self, kinds: Sequence[FactKind], start: float, end: float) -> Counted:
        """How many stories of the period name each entity of those kinds."""
        from triage.index import glances

        return self._ask(lambda con: glances.counted(con, kinds, start, end))

    def counted_among(self, kinds: Sequence[FactKind], stories: Sequence[StoryId]) -> Counted:
        """How many of those stories name each entity of those kinds."""
        from triage.index import glances

        return self._ask(lambda con: glances.counted_among(con, kinds, stories))

    def stating(self, stories: Sequence[StoryId], wanted: Wanted) -> list[tuple[StoryId, tuple[Fact, ...]]]:
        """Of each of the stories, the facts that are wanted by their kind and value, as they were put."""
        from triage.index import glances

        return self._ask(lambda con: glances.stating(con, stories, wanted))

    def namesakes(self, entity: Entity, start: float, end: float) -> list[tuple[str, int]]:
        """Names of the same kind that have all words of the entity's name and more, or fewer of them and no other, with how
        many stories of the period have each: "Kim" of "Kim Jong Un", and "Kim Jong Un" of "Kim"."""
        from triage.index import glances

        return self._ask(lambda con: glances.namesakes(con, entity, start, end))

    def running(self, start: float, end: float, limit: int) -> list[list[Entry]]:
        """The stories with the most versions in the period, each as its versions, the first one first."""
        from triage.index import glances

        return self._ask(lambda con: glances.running(con, start, end, limit))
