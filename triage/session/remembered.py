"""Small files of a person's own: what the program remembers of them from one session to the next."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.contract import Json


def recall(path: Path) -> Json:
    """What the file says; nothing where it is missing or damaged."""
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return noted if isinstance(noted, dict) else {}


def remember(path: Path, fresh: Json) -> None:
    """Keep this beside what another session has kept since. Where nothing can be written nothing is."""
    making = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        making.write_text(json.dumps(recall(path) | fresh), encoding="utf-8")
        making.replace(path)
    except OSError:
        return
