"""Where a person left the lines between the panes: a small file of theirs, the same for every inbox."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEAST, MOST = 0.1, 0.9
"""A share outside of these leaves a pane that nobody can read: whatever the file says, it is not meant."""


def load(path: Path) -> dict[str, float]:
    """The first pane's share of the room, by the layout's name. What is missing or damaged is left out."""
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    shares = noted.items() if isinstance(noted, dict) else ()
    return {name: float(share) for name, share in shares if _meant(share)}


def save(path: Path, splits: Mapping[str, float]) -> None:
    """Keep these shares beside those that another session has kept since. Where nothing can be written nothing is."""
    noted = load(path) | {name: round(share, 4) for name, share in splits.items()}
    making = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        making.write_text(json.dumps(noted), encoding="utf-8")
        making.replace(path)
    except OSError:
        return


def _meant(share: object) -> bool:
    return isinstance(share, int | float) and not isinstance(share, bool) and LEAST <= share <= MOST
