"""Where a store's documents come from: the snapshot, or what is left when it is damaged, and the journal's newer lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from triage.model.entry import Trouble
from triage.model.story import StoryId
from triage.store.documents import Documents, documents_in
from triage.store.files import StoreFiles
from triage.store.foreign import Theirs, documents_of
from triage.store.journal import Journal
from triage.store.refusals import told
from triage.store.snapshot_file import Found, Kind, Tables, is_sound, keep, read

PROPER = ("stories", "meta")
"""Tables without which a snapshot that another program wrote is not taken for one."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the journal's newer lines are to be applied to. `numbers` are the documents' integer ids, `others` tables
    that are none of ours. `theirs` is what another program made of the documents that were `base`."""

    documents: Documents
    numbers: dict[StoryId, int] = field(default_factory=dict)
    others: Tables = field(default_factory=dict)
    theirs: Theirs | None = None
    base: Documents = field(default_factory=lambda: Documents({}))
    troubles: tuple[Trouble, ...] = ()


def start_from(files: StoreFiles, found: Found) -> Start:
    """The start that the snapshot gives, or else the backup; a damaged snapshot is kept aside. Raises StoreError."""
    if found.kind is Kind.GOOD or is_sound(files, found):
        return _start(found)
    with told(files.backup, "cannot be read"):
        backup = read(files.backup)
    if found.kind is Kind.CHANGED and not (files.has_history() and _lacking(found)):
        return _start_with_theirs(files, found, backup)
    return _start_without(files, found, backup)


def _start(found: Found, troubles: tuple[Trouble, ...] = ()) -> Start:
    numbers = {document["story"]: int(number) for number, document in found.tables.get("stories", {}).items()}
    return Start(documents_in(found), numbers, _others(found), troubles=troubles)


def _start_with_theirs(files: StoreFiles, found: Found, backup: Found) -> Start:
    """What they changed is what differs from the documents as they were when their file was last ours. That state is
    rebuilt from the backup; if it cannot be, all that they have is taken in, and nothing taken for removed."""
    truth = documents_in(backup) if backup.kind is Kind.GOOD else Documents({})
    base = documents_in(backup) if truth.seq <= found.seq and backup.kind is Kind.GOOD else Documents({})
    journal = Journal(files)
    for line in journal.since(base.seq):
        if line.seq <= found.seq:
            base.take(line)
    if base.seq != found.seq or journal.missing:
        base = Documents({})
    theirs = documents_of(found.tables.get("stories", {}))
    troubles = []
    if theirs.refused:
        kept = files.aside("changed")
        with told(kept, "cannot be written"):
            keep(files.snapshot, kept)
        troubles.append(
            Trouble(
                "Store changed by another program",
                f"{files.snapshot}: not all of it could be taken over ({'; '.join(theirs.refused[:3])})",
                f"The file as it was is kept as {kept.name}",
            )
        )
    return Start(truth, theirs.numbers, _others(found), theirs, base, tuple(troubles))


def _start_without(files: StoreFiles, found: Found, backup: Found) -> Start:
    source = "the backup and the journal" if backup.kind is Kind.GOOD else "the journal alone"
    if found.kind is Kind.MISSING:
        said = Trouble("Store was missing", f"{files.snapshot} was not there; it was made again from {source}")
    else:
        kept = files.aside("damaged")
        with told(kept, "cannot be written"):
            keep(files.snapshot, kept)
        why = found.why or f"it has no table {_lacking(found)}"
        said = Trouble(
            "Store was damaged",
            f"{files.snapshot} could not be used: {why}; it was made again from {source}",
            f"The damaged file is kept as {kept.name}; delete it when you do not need it",
        )
    return _start(backup if backup.kind is Kind.GOOD else Found(Kind.MISSING), (said,))


def _lacking(found: Found) -> str:
    return next((name for name in PROPER if name not in found.tables), "")


def _others(found: Found) -> Tables:
    return {name: table for name, table in found.tables.items() if name not in ("meta", "read", "stories")}
