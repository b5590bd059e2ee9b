"""The files of one store, and how a file beside the store is made."""

from __future__ import annotations

import fcntl
import os
import stat
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import StoreError
from triage.store.refusals import ELSEWHERE, refusal, told

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class StoreFiles:
    """Where a store's files are. `snapshot` is the TinyDB file itself, behind any symbolic link, so that everybody who
    comes by another name finds the same journal and the same locks beside it."""

    snapshot: Path

    @classmethod
    def at(cls, path: Path) -> StoreFiles:
        """The files of the store that `path` names."""
        return cls(Path(os.path.realpath(path)))

    def beside(self, word: str) -> Path:
        """The file with `word` after the store's name."""
        return self.snapshot.with_name(f"{self.snapshot.name}.{word}")

    @cached_property
    def backup(self) -> Path:
        """The last good snapshot but one."""
        return self.beside("backup")

    @cached_property
    def journal(self) -> Path:
        """The journal's newest segment, the one that is appended to."""
        return self.beside("journal")

    @cached_property
    def lock(self) -> Path:
        """Whoever appends to the journal holds this file's lock."""
        return self.beside("lock")

    @cached_property
    def snapshot_lock(self) -> Path:
        """Whoever replaces the snapshot holds this file's lock; appending goes on meanwhile."""
        return self.beside("snapshot-lock")

    def segment(self, first: int) -> Path:
        """The full segment whose first line has sequence number `first`."""
        return self.beside(f"journal-{first:010d}")

    def segments(self) -> list[tuple[int, Path]]:
        """The full segments with the sequence numbers of their first lines, oldest first; none in a folder that is not there."""
        start = f"{self.snapshot.name}.journal-"
        try:
            with os.scandir(self.snapshot.parent) as entries:
                names = [entry.name for entry in entries if entry.name.startswith(start)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        numbered = [(name.removeprefix(start), self.snapshot.with_name(name)) for name in names]
        return sorted((int(number), path) for number, path in numbered if number.isdecimal())

    def has_history(self) -> bool:
        """Whether there is anything beside the snapshot that a store could be restored from."""
        return self.backup.exists() or self.journal.exists() or bool(self.segments())

    def aside(self, word: str) -> Path:
        """A new name to keep a file under: `word`, the time, and a number if that is taken."""
        name = f"{word}-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}"
        number = 1
        path = self.beside(name)
        while path.exists():
            number += 1
            path = self.beside(f"{name}-{number}")
        return path

    def require_usable(self) -> None:
        """Raises StoreError unless the store can be read and its folder written; creates nothing."""
        folder = self.snapshot.parent
        with told(folder, "cannot be used"):
            if not folder.is_dir():
                raise StoreError(f"{folder}: there is no such folder", title="Store", hint=ELSEWHERE)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise StoreError(f"{folder}: this folder cannot be written", title="Store", hint=ELSEWHERE)
        for path in (self.snapshot, self.journal, self.lock):
            with told(path, "cannot be used"):
                _require_plain(path)


def _require_plain(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
        raise StoreError(f"{path} is {what}", title="Store", hint="Name the store's file with --store")
    if not os.access(path, os.R_OK | os.W_OK):
        raise StoreError(
            f"{path}: you may not read and change this file",
            title="Store",
            hint="Have its permissions changed, or name another store with --store",
        )


def open_own(files: StoreFiles, path: Path, flags: int) -> tuple[int, bool]:
    """A descriptor of `path`, and whether it had to be made; a new file takes the store's mode. Raises OSError."""
    with suppress(FileNotFoundError):
        return os.open(path, flags), False
    try:
        descriptor = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # somebody else made it just now
        return os.open(path, flags), False
    take_mode(files, descriptor)
    return descriptor, True


def take_mode(files: StoreFiles, descriptor: int) -> None:
    """Gives a new file the store's mode and group, 0600 while there is no store yet. Raises OSError."""
    try:
        store = files.snapshot.stat()
    except FileNotFoundError:
        os.fchmod(descriptor, 0o600)
        return
    mode = stat.S_IMODE(store.st_mode) & 0o777
    if os.fstat(descriptor).st_gid != store.st_gid:
        try:
            os.fchown(descriptor, -1, store.st_gid)
        except PermissionError:
            mode &= ~0o070  # what one group may read is not handed to another
    os.fchmod(descriptor, mode)


def write_all(descriptor: int, content: bytes) -> None:
    """Writes all of `content`, however many calls that takes. Raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Puts a folder's entries on the disk. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def held(files: StoreFiles, path: Path, wait: float = 5.0) -> Iterator[None]:
    """Holds the lock of the file `path`. Raises StoreError when it cannot be had within `wait` seconds."""
    descriptor = _lock(files, path, time.monotonic() + wait)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(files: StoreFiles, path: Path, until: float) -> int:
    pause = 0.0005
    while True:
        with told(path, "cannot be locked"):
            descriptor, _ = open_own(files, path, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _still_there(path, descriptor):
                return descriptor
            os.close(descriptor)
        except BlockingIOError:
            os.close(descriptor)
            if time.monotonic() > until:
                raise StoreError(
                    f"{path}: another program has been holding this lock for several seconds",
                    title="Store",
                    hint="See what other `triage` is running on this store, and whether it has been stopped",
                ) from None
            time.sleep(pause)
            pause = min(pause * 2, 0.02)
        except OSError as error:
            os.close(descriptor)
            raise refusal(error, path, "cannot be locked") from error


def _still_there(path: Path, descriptor: int) -> bool:
    """Whether the locked file is the one that others will lock: somebody may have deleted it meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
