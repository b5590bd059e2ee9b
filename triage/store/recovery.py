"""Where a store's documents come from: the snapshot, or what is left when it is damaged, and what other programs wrote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.model.entry import Trouble
from triage.store.documents import Documents, documents_in
from triage.store.foreign import Foreign, documents_of
from triage.store.journal import Journal
from triage.store.snapshot_file import Found, Kind, Tables, included, is_sound, keep, read_settled, remember

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.story import StoryId
    from triage.store.files import StoreFiles

PROPER = ("stories", "meta")
"""Tables without which a file that another program wrote is not taken for a snapshot."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the journal's newer lines are to be applied to, and what other programs' changes then. `numbers` are the
    documents' integer ids, `others` tables that are none of ours. `backup_spoilt`: the backup has to be replaced."""

    documents: Documents
    numbers: dict[StoryId, int]
    others: Tables
    foreign: tuple[Foreign, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    backup_spoilt: bool = False


def start_from(files: StoreFiles, found: Found) -> Start:
    """The start that the snapshot gives, or else the backup; a damaged snapshot is kept aside. Raises OSError, and
    StoreError."""
    sound = is_sound(files, found)
    suspect = included(files.backup) is None and files.backup.exists()
    backup = read_settled(files.backup) if suspect or not sound else Found(Kind.MISSING)
    good = backup if backup.kind is Kind.GOOD else Found(Kind.MISSING)
    if sound:
        start = _start(found)
    elif found.kind is Kind.CHANGED and not (files.has_history() and _lacking(found)):
        start = _with_theirs(files, _start(good), found, files.snapshot, good)
        start = replace(start, numbers=documents_of(found.tables.get("stories", {})).numbers, others=_others(found))
    else:
        start = _start_without(files, found, good)
    if good is backup:
        remember(files.backup)
    elif backup.kind is Kind.CHANGED and not _lacking(backup):
        # A program that holds the file open for long writes into what has become the backup meanwhile.
        start = _with_theirs(files, start, backup, files.backup, Found(Kind.MISSING))
    return replace(start, backup_spoilt=backup.kind in (Kind.CHANGED, Kind.DAMAGED))


def _start(found: Found) -> Start:
    numbers = {document["story"]: int(number) for number, document in found.tables.get("stories", {}).items()}
    return Start(documents_in(found), numbers, _others(found))


def _with_theirs(files: StoreFiles, start: Start, theirs: Found, path: Path, good: Found) -> Start:
    """The start, with what another program wrote into `path`. What it changed is what differs from the documents as
    they were when the file was last ours; if these are not to be had, all that it has is taken in."""
    given = documents_of(theirs.tables.get("stories", {}))
    base = _at(files, theirs.seq, good)
    start = replace(start, foreign=(*start.foreign, Foreign(given, base.stories, theirs.checksum, path)))
    if not given.refused:
        return start
    kept = files.aside("changed")
    keep(path, kept)
    said = Trouble(
        "Store changed by another program",
        f"{path}: not all of it could be taken over ({'; '.join(given.refused[:3])})",
        f"The file as it was is kept as {kept.name}",
    )
    return replace(start, troubles=(*start.troubles, said))


def _at(files: StoreFiles, seq: int, good: Found) -> Documents:
    """The documents as they were after line `seq`, made again from the journal and a good snapshot before it if there
    is one; none if that is not possible."""
    documents = documents_in(good if good.seq <= seq else Found(Kind.MISSING))
    journal = Journal(files)
    for line in journal.since(documents.seq):
        if line.seq <= seq:
            documents.take(line)
    return Documents({}) if journal.missing or documents.seq != seq else documents


def _start_without(files: StoreFiles, found: Found, good: Found) -> Start:
    source = "the backup and the journal" if good.kind is Kind.GOOD else "the journal alone"
    if found.kind is Kind.MISSING:
        said = Trouble("Store was missing", f"{files.snapshot} was not there; it was made again from {source}")
    else:
        kept = files.aside("damaged")
        keep(files.snapshot, kept)
        why = found.why or f"it has no table {_lacking(found)}"
        said = Trouble(
            "Store was damaged",
            f"{files.snapshot} could not be used: {why}; it was made again from {source}",
            f"The damaged file is kept as {kept.name}; delete it when you do not need it",
        )
    return replace(_start(good), troubles=(said,))


def _lacking(found: Found) -> str:
    return next((name for name in PROPER if name not in found.tables), "")


def _others(found: Found) -> Tables:
    return {name: table for name, table in found.tables.items() if name not in ("meta", "read", "stories")}
