"""Bringing the snapshot up to date, and mending what has happened to it. Any process may do it, at any time: acts go on
being appended meanwhile, and a snapshot says which of them it includes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from triage.model.decision import Act
from triage.store.clock import now
from triage.store.files import StoreFiles, held
from triage.store.foreign import ANOTHER_PROGRAM, Foreign, merge, taken_over
from triage.store.journal import Journal
from triage.store.lines import Line
from triage.store.recovery import Start, start_from
from triage.store.refusals import told
from triage.store.snapshot_file import Found, Kind, included, look, read_settled, remember

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.entry import Trouble
    from triage.store.documents import Documents


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Whether the snapshot was written, and what there was to mend."""

    written: bool = False
    troubles: tuple[Trouble, ...] = ()


def snapshot(path: Path) -> bool:
    """Bring the store's TinyDB file up to date from everything on the disk now; whether it had to be written.

    Looks at the first line of the file and the last of the journal when nothing is due. Raises StoreError; nothing is
    lost by that, for every decision is in the journal.
    """
    return bring_up_to_date(StoreFiles.at(path)).written


def bring_up_to_date(files: StoreFiles, *, sure: bool = False) -> Upkeep:
    """The same, and what there was to mend: damage, or what another program wrote. If `sure`, it reads all of the file
    to find out. Raises StoreError."""
    if not (_is_due(files) or (sure and files.snapshot.exists())):
        return Upkeep()
    from triage.store.storage import ChangedMeanwhileError  # late: TinyDB, of which only writing has need

    with held(files, files.snapshot_lock, wait=10.0):
        for _ in range(2):
            try:
                return _write_anew(files)
            except ChangedMeanwhileError:
                continue
        return _write_anew(files)


def _is_due(files: StoreFiles) -> bool:
    with told(files.snapshot, "cannot be read"):
        seq = included(files.snapshot)
        if seq is None:
            looks = look(files.snapshot)
            return bool(looks and looks[1]) or files.has_history()
        if included(files.backup) is None and files.backup.exists():
            return True
    return Journal(files).last() > seq


def _write_anew(files: StoreFiles) -> Upkeep:
    with told(files.snapshot, "cannot be read"):
        found = read_settled(files.snapshot)
        start = start_from(files, found)
    documents, troubles = start.documents, start.troubles
    journal = Journal(files)
    with journal.locked():
        lines = journal.since(documents.seq)
        for line in lines:
            documents.take(line)
        journal.seq = documents.seq = max(journal.seq, found.seq)
        for foreign in start.foreign:
            if not any(line.merged == foreign.checksum for line in lines):
                troubles += _take_theirs(foreign, documents, journal)
    if found.kind is Kind.GOOD and documents.seq == found.seq and not start.backup_spoilt:
        remember(files.snapshot)
        return Upkeep(False, troubles)
    _write(files, found, start)
    return Upkeep(True, troubles)


def _take_theirs(foreign: Foreign, truth: Documents, journal: Journal) -> tuple[Trouble, ...]:
    """Put what another program wrote into the journal, so that everybody comes to know of it and it has a history."""
    changes, documents = merge(foreign, truth)
    if not documents:
        return ()
    act = Act(0, now(), ANOTHER_PROGRAM, "change the store's file", changes)
    line = journal.append(Line(0, act, documents=documents, merged=foreign.checksum))
    truth.take(line)
    return (taken_over(foreign.path, line),)


def _write(files: StoreFiles, found: Found, start: Start) -> None:
    from triage.store.storage import SnapshotStorage

    with told(files.snapshot, "cannot be written"):
        SnapshotStorage(files.snapshot, found).write(_tables(start.documents, start))


def _tables(documents: Documents, start: Start) -> dict[str, dict[str, dict[str, Any]]]:
    numbers = start.numbers
    following = max(numbers.values(), default=0)
    stories: dict[str, dict[str, Any]] = {}
    for story, document in documents.stories.items():
        number = numbers.get(story)
        if number is None:
            following = number = following + 1
        stories[str(number)] = document
    return {
        "meta": {"1": {"seq": documents.seq}},
        **start.others,
        "read": {"1": {"stories": sorted(documents.opened)}},
        "stories": stories,
    }
