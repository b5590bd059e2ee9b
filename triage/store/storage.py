"""The TinyDB storage of the snapshot. Importing it imports TinyDB, which a start has no need of: import it late."""

from __future__ import annotations

from pathlib import Path

from tinydb.storages import Storage

from triage.errors import StoreError
from triage.store.files import StoreFiles
from triage.store.snapshot_file import Found, Kind, Tables, look, read, replace, sealed


class ChangedMeanwhileError(StoreError):
    """Somebody wrote the file between our reading and our writing it; nothing of theirs was lost."""


class SnapshotStorage(Storage):
    """For `TinyDB(path, storage=SnapshotStorage)`: a write replaces the file as a whole, keeps the last good one as the
    backup, and refuses to replace anything but what was read. What is written through it counts as the program's own.
    """

    def __init__(self, path: Path | str, found: Found | None = None) -> None:
        """`found` is what was read already, if it was."""
        self._files = StoreFiles.at(Path(path))
        self._found = found

    def read(self) -> Tables | None:
        """The tables; None when there is no file, or none that can be read. Raises OSError, StoreError."""
        self._found = read(self._files.snapshot)
        return self._found.tables or None

    def write(self, data: Tables) -> None:
        """Replace the file. Raises OSError, and ChangedMeanwhileError when it is not what was read."""
        found = self._found or read(self._files.snapshot)
        content, modified = sealed(data)
        if not replace(self._files, content, modified, found):
            raise ChangedMeanwhileError(f"{self._files.snapshot} is being changed by another program", title="Store")
        self._found = Found(Kind.GOOD, data, looks=look(self._files.snapshot))
