"""Where a person left the lines between the panes: a small file of theirs, the same for every inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.session.remembered import recall, remember

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEAST, MOST = 0.1, 0.9
"""A share outside of these leaves a pane that nobody can read: whatever the file says, it is not meant."""


def load(path: Path) -> dict[str, float]:
    """The first pane's share of the room, by the layout's name. What is missing or damaged is left out."""
    return {name: float(share) for name, share in recall(path).items() if _meant(share)}


def save(path: Path, splits: Mapping[str, float]) -> None:
    """Keep these shares."""
    remember(path, {name: round(share, 4) for name, share in splits.items()})


def _meant(share: object) -> bool:
    return isinstance(share, int | float) and not isinstance(share, bool) and LEAST <= share <= MOST
