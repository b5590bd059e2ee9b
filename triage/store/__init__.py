"""Everything that a person decided: a TinyDB file, and a journal in front of it. Light to import: no TinyDB.

`snapshot` and `check` are what `upkeep` and `checkup` call so; a start that needs neither does not load them.
"""

from pathlib import Path

from triage.model.entry import Trouble
from triage.model.identity import StoryId
from triage.store.tag_store import TagStore

__all__ = ["TagStore", "check", "decided_since", "exists", "snapshot"]


def exists(path: Path) -> bool:
    """Whether anybody has decided anything in the store at `path`."""
    from triage.store.files import StoreFiles

    return path.exists() or StoreFiles.at(path).has_history()


def snapshot(path: Path) -> bool:
    """Bring the TinyDB file at `path` up to date from everything on the disk; whether it had to be written. Cheap when
    nothing is due. Raises StoreError; nothing is lost by that."""
    from triage.store.upkeep import snapshot

    return snapshot(path)


def check(path: Path) -> tuple[Trouble, ...]:
    """What is wrong with the store at `path`, after mending what can be mended; empty when nothing was. Raises nothing."""
    from triage.store.checkup import check

    return check(path)


def decided_since(path: Path, since: float) -> dict[StoryId, float]:
    """The stories that people have decided since then and not undecided again, each with the time of its decision, in
    seconds since the epoch. For any thread. Raises StoreError."""
    from triage.store.history import decided_since

    return decided_since(path, since)
