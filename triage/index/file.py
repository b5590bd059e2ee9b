"""The file under an index: opened, followed when another is put in its place, made anew when it is damaged."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeVar

from triage.errors import IndexUnusableError
from triage.index import schema

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

Answer = TypeVar("Answer")


class File:
    """One SQLite file, asked and changed by functions of its connection; see `Index`, which knows the functions."""

    def __init__(self, path: Path, write: bool, zone: dt.tzinfo | None) -> None:
        self._path = path
        self._write = write
        self._zone = zone
        self._connection: sqlite3.Connection
        self._version: int
        self._connect()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def changed(self) -> bool:
        """Whether somebody else has committed since this was last asked; microseconds.

        Finds a file that appeared, or was put in the place of the one that was open.
        """
        was_usable = self._usable
        if self._follow():
            return was_usable or self._usable
        version = self._ask(_version)
        changed, self._version = version != self._version, version
        return changed

    def _connect(self, *, anew: bool = False) -> None:
        self._mark = _mark(self._path)  # before it is opened: a file put in its place meanwhile is found later
        try:
            if self._write:
                self._connection = schema.connect_writing(self._path, anew=anew)
                self._mark = _mark(self._path)  # nobody else makes files
                self._usable = True
            else:
                found = None if anew else self._found()
                self._connection = found or schema.connect_empty()
                self._usable = found is not None
            self._version = _version(self._connection)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def _found(self) -> sqlite3.Connection | None:
        """The file for reading, if it can be read. One that somebody has to himself just now is looked at again, changed or not."""
        try:
            return schema.connect_reading(self._path)
        except sqlite3.Error:
            self._mark = None
            return None

    def _follow(self) -> bool:
        """Open the file that is there now, if it is not the one that was opened; whether it was another."""
        mark = _mark(self._path)
        if mark is None:
            moved = self._write
        elif self._usable and self._mark is not None:
            moved = mark[:2] != self._mark[:2]
        else:
            moved = mark != self._mark
        if moved:
            self._connection.close()
            self._connect()
        return moved

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        try:
            try:
                return question(self._connection)
            except sqlite3.DatabaseError as error:
                if not schema.damaged(error):
                    raise
            self._connection.close()
            self._connect(anew=True)
            return question(self._connection)
        except sqlite3.ProgrammingError:
            raise  # the wrong thread, or after `close`: a mistake of ours
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _change(self, work: Callable[[sqlite3.Connection], None]) -> None:
        assert self._write, "opened for reading"
        self._follow()
        self._ask(lambda con: _in_transaction(con, work))

    def _unusable(self, error: OSError | sqlite3.Error) -> IndexUnusableError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if schema.held(error):
            hint = "another program is writing it"
        elif code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            hint = "is the disk full? The index can be deleted at any time"
        else:
            hint = "TRIAGE_CACHE names another folder for it; it can be deleted at any time"
        return IndexUnusableError(f"{self._path}: {error}", title="Index unusable", hint=hint)


def _version(con: sqlite3.Connection) -> int:
    """A number that changes when another connection commits."""
    return int(con.execute("PRAGMA data_version").fetchone()[0])


def _mark(path: Path) -> tuple[int, int, int, int] | None:
    """What tells one file from another at the same path, its identity first; None when there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size


def _in_transaction(con: sqlite3.Connection, work: Callable[[sqlite3.Connection], None]) -> None:
    con.execute("BEGIN IMMEDIATE")
    try:
        work(con)
        con.execute("COMMIT")
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")
