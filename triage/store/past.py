"""What one person can still undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.decision import Act


class Past:
    """The acts of one person that can be taken back, and those taken back that can be done again.

    Knows the acts that it was told of, and reads older ones from `older` (that person's acts, newest first) only when
    those known are used up: a day's work never opens last year's segments.
    """

    def __init__(self, older: Iterator[Act]) -> None:
        self._older = older
        self._live: list[int] = []
        self._fates: dict[int, bool] = {}
        """Of acts older than those known: whether they are still to be found there and stand, where a newer undo or
        redo has settled it."""
        self._trail: list[Act] = []
        """Undos and redos since the newest act that was neither; all of them if `_trail_whole`."""
        self._trail_whole = False

    def add(self, act: Act) -> None:
        """Take in an act newer than all before."""
        if act.undoes is not None:
            if self._live and self._live[-1] == act.undoes:
                self._live.pop()  # nearly always, and there may be thousands
            elif act.undoes in self._live:
                self._live.remove(act.undoes)
            else:
                self._fates[act.undoes] = False
            self._trail.append(act)
        elif act.redoes is not None:
            self._live.append(act.redoes)
            self._trail.append(act)
        else:
            self._live.append(act.seq)
            self._trail, self._trail_whole = [], True

    def undoable(self) -> int | None:
        """The sequence number of the newest act that stands."""
        while not self._live and (act := next(self._older, None)):
            self._take_older(act)
        return self._live[-1] if self._live else None

    def redoable(self) -> Act | None:
        """The newest undo that a redo can take back: one that no redo has, and no new act has come after."""
        while not self._trail_whole:
            act = next(self._older, None)
            if act is None:
                self._trail_whole = True
            else:
                self._take_older(act)
        undone: list[Act] = []
        for act in self._trail:
            if act.undoes is not None:
                undone.append(act)
            elif undone:
                undone.pop()
        return undone[-1] if undone else None

    def _take_older(self, act: Act) -> None:
        ordinary = act.undoes is None and act.redoes is None
        if act.undoes is not None:
            self._fates.setdefault(act.undoes, False)
        elif act.redoes is not None:
            self._fates.setdefault(act.redoes, True)
        elif self._fates.get(act.seq, True):
            self._live.insert(0, act.seq)
        if not self._trail_whole:
            self._trail_whole = ordinary
            if not ordinary:
                self._trail.insert(0, act)
