"""What is wrong with a store, all of it read, and how to mend it: for `triage check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.errors import StoreError
from triage.model.entry import Trouble
from triage.store.files import StoreFiles, held
from triage.store.lines import seq_of
from triage.store.refusals import told
from triage.store.snapshot_file import Kind, included, read
from triage.store.upkeep import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def check(path: Path) -> tuple[Trouble, ...]:
    """What is wrong with the store at `path`; empty when nothing is. Brings it up to date, and mends what can be mended.
    Raises nothing: a store that cannot be used is one of the troubles."""
    files = StoreFiles.at(path)
    try:
        files.require_usable()
        if files.lock.exists():
            with held(files, files.lock, wait=1.0):
                pass
        return (*_journal(files), *_backup(files), *bring_up_to_date(files, sure=True).troubles)
    except StoreError as error:
        return (Trouble.of(error),)


def _journal(files: StoreFiles) -> Iterator[Trouble]:
    with told(files.snapshot, "cannot be read"):
        snapshot = included(files.snapshot) or 0
    paths = [path for _, path in files.segments()]
    last: int | None = None
    for path in [*paths, files.journal] if files.journal.exists() else paths:
        with told(path, "cannot be read"), path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                seq = seq_of(raw.removesuffix(b"\n"))
                if seq is not None and last is not None and seq > last + 1:
                    yield _missing(path, number, last + 1, seq - 1)
                elif seq is None and raw.endswith(b"\n") and raw.strip() and (last or 0) >= snapshot:
                    yield _damaged(path, number)
                last = max(seq or 0, last or 0) or last


def _missing(path: Path, number: int, first: int, last: int) -> Trouble:
    acts = f"act {first} is" if first == last else f"acts {first} to {last} are"
    return Trouble(
        "Journal damaged",
        f"{path}: before line {number}, {acts} missing",
        "What the store's file holds of them stays; the history and undo do not know them",
    )


def _damaged(path: Path, number: int) -> Trouble:
    return Trouble(
        "Journal damaged",
        f"{path}: line {number} is not readable and is left out",
        "A program that was ended while it wrote leaves such a line; nothing need be done",
    )


def _backup(files: StoreFiles) -> Iterator[Trouble]:
    with told(files.backup, "cannot be read"):
        kind = read(files.backup).kind
    if kind in (Kind.CHANGED, Kind.DAMAGED):
        yield Trouble(
            "Backup damaged",
            f"{files.backup} is not what this program wrote",
            "The next decision replaces it; delete it if you like",
        )
