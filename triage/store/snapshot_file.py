"""The snapshot: a TinyDB file that is only ever replaced as a whole, and that knows whether it is what was written.

Its first line is the table `meta`, with a checksum of everything behind it and the time that the file was given when it
was written. So one look at that line and at the file's time says whether another program has written it since; the
checksum says so for certain. Each document stands on a line of its own.
"""

from __future__ import annotations

import gc
import json
import os
import time
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from triage.errors import StoreError
from triage.store.files import StoreFiles, sync_folder, take_mode, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Json = dict[str, Any]
Tables = dict[str, dict[str, Json]]
Looks = tuple[int, int, int]

SCHEMA = 1
OPENING, CLOSING = b'{"meta": {"1": ', b"},\n"
"""What stands around the one document of `meta` in the first line."""
_encode = json.JSONEncoder().encode


class Kind(StrEnum):
    """What was found under the snapshot's name: `changed` is readable, but another program wrote it."""

    MISSING = "missing"
    GOOD = "good"
    CHANGED = "changed"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Found:
    """A snapshot as it was read. `seq` is the sequence number that it says it includes; `looks` tells whether the file
    has been written since; `checksum` names the content of a changed one; `why` says what is wrong with a damaged one."""

    kind: Kind
    tables: Tables = field(default_factory=dict)
    seq: int = 0
    looks: Looks | None = None
    checksum: str = ""
    why: str = ""


def look(path: Path) -> Looks | None:
    """Inode, size and time of a file; None when there is none. Raises OSError."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def read(path: Path) -> Found:
    """What is there. Raises OSError, and StoreError for a file that a newer version of this program wrote."""
    looks = look(path)
    if looks is None:
        return Found(Kind.MISSING)
    content = path.read_bytes()
    try:
        with _without_gc():
            tables = json.loads(content)
    except (ValueError, RecursionError):
        return Found(Kind.DAMAGED, looks=looks, why="it is not whole JSON" if content else "it is empty")
    good = _proves_itself(content)
    if not good and not _is_tables(tables):
        return Found(Kind.DAMAGED, looks=looks, why="it is not a TinyDB file")
    meta = tables.get("meta", {}).get("1", {})
    _require_schema(path, meta.get("schema"))
    seq = meta.get("seq")
    return Found(
        kind=Kind.GOOD if good else Kind.CHANGED,
        tables=tables,
        seq=seq if isinstance(seq, int) and seq > 0 else 0,
        looks=looks,
        checksum="" if good else f"{zlib.crc32(content):08x}-{len(content)}",
    )


def is_sound(files: StoreFiles, found: Found) -> bool:
    """Whether a store can be opened from this snapshot as it is. TinyDB makes an empty file by merely looking."""
    if found.kind is Kind.GOOD:
        return True
    empty = found.kind is Kind.MISSING or (found.looks is not None and found.looks[1] == 0)
    return empty and not (files.backup.exists() or (found.kind is Kind.DAMAGED and files.has_history()))


def read_settled(path: Path, patience: float = 2.0) -> Found:
    """What is there, once a program that is writing it in place just now has had the time to finish: TinyDB leaves
    half a file there for a moment. Raises as `read` does."""
    until = time.monotonic() + patience
    found = read(path)
    while found.kind in (Kind.CHANGED, Kind.DAMAGED) and found.looks and time.monotonic() < until:
        if abs(time.time_ns() - found.looks[2]) > 300_000_000 and look(path) == found.looks:
            break
        time.sleep(0.05)
        found = read(path)
    return found


def included(path: Path) -> int | None:
    """The sequence number that the snapshot includes, from a look at its first line; None when it is missing, or may
    have been written by another program. Raises OSError."""
    try:
        with path.open("rb") as file:
            opening = file.read(1024)
            stat = os.fstat(file.fileno())
    except FileNotFoundError:
        return None
    meta = _meta(opening)
    if meta is None or (meta["modified"], meta["size"]) != (stat.st_mtime_ns, stat.st_size - meta["start"]):
        return None
    return int(meta["seq"])


def sealed(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> tuple[bytes, int]:
    """The bytes of a snapshot with these tables, and the time in nanoseconds to give to the file."""
    rest = (
        ",\n".join(_table(name, table) for name, table in tables.items() if name != "meta").encode("ascii") + b"\n}\n"
    )
    modified = time.time_ns()
    meta: Json = {
        **tables.get("meta", {}).get("1", {}),
        "schema": SCHEMA,
        "modified": modified,
        "size": len(rest),
    }
    meta["check"] = _check(meta, rest)
    return b"%b%b%b%b" % (OPENING, _encode(meta).encode("ascii"), CLOSING, rest), modified


def replace(files: StoreFiles, content: bytes, modified: int, instead_of: Found) -> bool:
    """Put `content` in the snapshot's place, on the disk when this returns; a good one that was there becomes the
    backup. False, and nothing is done, when what is there is not `instead_of` any more. Raises OSError.
    """
    fresh = files.beside("new")
    try:
        _write(files, fresh, content, modified)
        if look(files.snapshot) != instead_of.looks:
            fresh.unlink()
            return False
        if instead_of.kind is Kind.GOOD:
            keep(files.snapshot, files.backup)
        fresh.replace(files.snapshot)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(files.snapshot.parent)
    return True


def keep(path: Path, under: Path) -> None:
    """Keep what `path` is now under another name too, in place of what has that name. Raises OSError."""
    passing = under.with_name(under.name + ".new")
    passing.unlink(missing_ok=True)
    try:
        os.link(path, passing)
    except OSError:  # a file system without links, or a file of somebody else's
        import shutil  # late: slow to import, seldom needed

        shutil.copy2(path, passing)
    passing.replace(under)


def remember(path: Path) -> None:
    """Give a good snapshot, copied from elsewhere, the time that its first line names, so that it is not read again to
    find out that it is good."""
    with suppress(OSError), path.open("rb") as file:  # somebody else's file: it stays as it is and is read again
        meta = _meta(file.read(1024))
        if meta:
            os.utime(path, ns=(meta["modified"], meta["modified"]))


def _write(files: StoreFiles, path: Path, content: bytes, modified: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        take_mode(files, descriptor)
        write_all(descriptor, content)
        os.utime(descriptor, ns=(modified, modified))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _table(name: str, table: Mapping[str, Mapping[str, Any]]) -> str:
    documents = ",\n".join(f'"{number}": {_encode(document)}' for number, document in table.items())
    return f"{_encode(name)}: {{\n{documents}\n}}" if documents else f"{_encode(name)}: {{}}"


def _meta(content: bytes) -> Json | None:
    """What the first line says, and with `start` where the rest starts; None if it is not as this program writes it."""
    end = content.find(CLOSING, 0, 1024)
    if not content.startswith(OPENING) or end < 0:
        return None
    try:
        meta: Json = json.loads(content[len(OPENING) : end])
    except ValueError:
        return None
    numbers = ("schema", "seq", "modified", "size")
    if not all(isinstance(meta.get(name), int) for name in numbers):
        return None
    return meta | {"start": end + len(CLOSING)}


def _proves_itself(content: bytes) -> bool:
    meta = _meta(content)
    return meta is not None and meta.get("check") == _check(meta, memoryview(content)[meta["start"] :])


def _check(meta: Json, rest: bytes | memoryview) -> str:
    named = f"{meta['schema']} {meta.get('seq')} {meta['modified']} {meta['size']}"
    return f"{zlib.crc32(rest, zlib.crc32(named.encode('ascii'))):08x}"


def _is_tables(given: object) -> bool:
    """Whether this is what TinyDB writes: tables of documents, numbered."""
    return isinstance(given, dict) and all(
        isinstance(table, dict) and all(number.isdecimal() and isinstance(one, dict) for number, one in table.items())
        for table in given.values()
    )


def _require_schema(path: Path, schema: object) -> None:
    if isinstance(schema, int) and schema > SCHEMA:
        raise StoreError(
            f"{path} was written by a newer version of this program",
            title="Store",
            hint="Update the program, or name another store with --store",
        )


@contextmanager
def _without_gc() -> Iterator[None]:
    """Parsing makes some 100,000 objects, none of them garbage: looking for cycles among them doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
