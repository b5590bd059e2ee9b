"""The tables, and opening the file that holds them."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 5
"""Goes up with every change of the tables or of what goes into them; a file of another version is made anew."""

APPLICATION = 0x54524947
"""Marks the file as ours ("TRIG")."""

TABLES = """
    -- One row a file of the inbox. Paths are blobs: a file's name need not be text.
    CREATE TABLE files (
        file INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
        reader TEXT NOT NULL
    );
    -- One row an entry of the list: narrow, for it is what a start reads. `path` is the first of the story's paths;
    -- `extractor` and `digest` say what made its facts and suggestions, null while there are none of this text; `length`
    -- counts its words, `urgency` is the source's. No row's number is ever given twice: what came later has a higher one.
    CREATE TABLE stories (
        row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stamp REAL NOT NULL, path BLOB NOT NULL, headline TEXT NOT NULL,
        source TEXT NOT NULL, language TEXT, copies INTEGER NOT NULL DEFAULT 1, reader TEXT NOT NULL,
        extractor TEXT, digest TEXT, suggestions TEXT, error TEXT, length INTEGER NOT NULL DEFAULT 0, urgency INTEGER,
        -- The version chain, by the id of its first version; null until somebody has looked for one. `kind` is what the source
        -- calls this version, `stated` the number it gives, `turn` its place among those of the same time, `timed` whether the
        -- source states that time, `superseded` whether there is a newer one.
        chain TEXT, version INTEGER NOT NULL DEFAULT 1, versions INTEGER NOT NULL DEFAULT 1,
        superseded INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT 'story', stated INTEGER,
        turn INTEGER NOT NULL DEFAULT 0, timed INTEGER NOT NULL DEFAULT 1
    );
    -- The order of the list and the worker's questions are answered from this alone.
    CREATE INDEX newest ON stories (stamp DESC, path, id, superseded, extractor, digest);
    CREATE INDEX chain_of ON stories (chain) WHERE chain IS NOT NULL;
    CREATE INDEX unreadable ON stories (row) WHERE error IS NOT NULL;
    CREATE INDEX versioned ON stories (id) WHERE versions > 1;
    CREATE INDEX unchained ON stories (row, id) WHERE chain IS NULL AND id >= '0';
    -- What versions of one story are likely to share, as numbers; whoever looks for a story's versions looks there first.
    CREATE TABLE clues (clue INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (clue, row)) WITHOUT ROWID;
    CREATE INDEX clues_of ON clues (row);
    -- Where a story was found: the n-th story of a file; several places are copies of the same bytes.
    CREATE TABLE places (
        file INTEGER NOT NULL, n INTEGER NOT NULL, row INTEGER NOT NULL, path BLOB NOT NULL, stamp REAL NOT NULL,
        PRIMARY KEY (file, n)
    ) WITHOUT ROWID;
    CREATE INDEX places_of ON places (row);
    CREATE TABLE texts (row INTEGER PRIMARY KEY, story BLOB NOT NULL);
    CREATE TABLE facts (row INTEGER PRIMARY KEY, facts BLOB NOT NULL, troubles TEXT);
    -- What fields such as person: look for, each name once. `words` are folded, with a blank before and after each.
    CREATE TABLE terms (
        term INTEGER PRIMARY KEY, kind TEXT NOT NULL, words TEXT NOT NULL, country TEXT NOT NULL, shown TEXT NOT NULL,
        UNIQUE (kind, words, country)
    );
    -- Which story has which term; `part` is what of the story it is from (see terms.py), and is replaced as one.
    CREATE TABLE bearers (
        row INTEGER NOT NULL, part INTEGER NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (row, part, term)
    ) WITHOUT ROWID;
    CREATE INDEX bearers_of ON bearers (term, row);
    -- The words of headline and text; contentless, for the text itself is in `texts`. Ranking needs the columns' sizes.
    CREATE VIRTUAL TABLE search USING fts5 (
        headline, text, content='', prefix='1 2', tokenize='unicode61 remove_diacritics 2'
    );
    -- The same for quotations, one a row: the row of its story, times 1024, and a count.
    CREATE VIRTUAL TABLE said USING fts5 (
        content, content='', columnsize=0, prefix='1 2', tokenize='unicode61 remove_diacritics 2'
    );
"""


def connect_empty() -> sqlite3.Connection:
    """An index in memory with nothing in it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(TABLES)
    return connection


def connect_reading(path: Path) -> sqlite3.Connection | None:
    """The file, read-only; None when there is none that this version can read. Creates nothing but SQLite's own. Raises
    sqlite3.Error for one that somebody has to himself just now."""
    connection = _open(path, "ro", 1.0)
    if connection:
        # A search goes through the stories of the whole pile at every letter: they are to be read once. Filled as needed.
        connection.execute("PRAGMA cache_size = -16000")
    return connection


def connect_writing(path: Path, *, anew: bool = False) -> sqlite3.Connection:
    """The file, made anew if there is none that this version can use, or if told. Raises OSError and sqlite3.Error."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = None if anew else _open(path, "rw", 10.0)
    if connection is None:
        _make(path)
        connection = sqlite3.connect(_uri(path, "rw"), uri=True, isolation_level=None, timeout=10.0)
    # Normal: a crash of the machine may lose the last commits, which are then computed again, but never the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint = 8000")  # checkpoints sync the disk, and decisions wait for that
    connection.execute("PRAGMA journal_size_limit = 67108864")
    connection.execute("PRAGMA cache_size = -64000")
    return connection


def damaged(error: sqlite3.Error) -> bool:
    """Whether the file is no sound SQLite file or holds what it cannot, so that it must be made anew."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by us, for a row that cannot be unpacked
        return type(error) is sqlite3.DatabaseError
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def held(error: OSError | sqlite3.Error) -> bool:
    """Whether nothing is wrong but that somebody else is at the file just now."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _open(path: Path, mode: str, patience: float) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=patience)
    except sqlite3.OperationalError:  # it is not there, or cannot be opened
        return None
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_master")  # the marks are in the header, tables may be damaged
    except sqlite3.DatabaseError as error:
        connection.close()
        if damaged(error) or (mode == "ro" and not held(error)):
            return None
        raise
    if (application, version) != (APPLICATION, VERSION):
        connection.close()
        return None
    return connection


def _make(path: Path) -> None:
    """Make an empty index under another name, then put it in place, so that nobody ever meets half of one."""
    making = path.with_name(path.name + ".new")
    _remove(making)
    os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(making, isolation_level=None)
    try:
        connection.executescript(
            f"PRAGMA journal_mode = WAL; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
            f"BEGIN; {TABLES} COMMIT;"
        )
    finally:
        connection.close()
    _remove(path)  # and its log, which must never meet the new file
    making.replace(path)


def _remove(path: Path) -> None:
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _uri(path: Path, mode: str) -> str:
    quoted = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode={mode}"
