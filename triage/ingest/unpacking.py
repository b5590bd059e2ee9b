"""Compressed files and archives: unpacked in memory, piece by piece, never more than there is room for."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.cleaning import one_line
from triage.ingest.faults import ExceededError, broken, exceeded, no_story
from triage.ingest.many import at
from triage.ingest.reader import HEAD, MOST_BYTES_OF_MANY, MOST_STORIES, MOST_UNPACKED
from triage.ingest.readers import most_bytes, reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from triage.ingest.reader import Origin
    from triage.model.story import Story

GZIP = b"\x1f\x8b\x08"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"

_NESTED = 2
"""How many wrappings are taken off: an archive, and within it compressed files or archives once more."""

_HIDDEN = (".", "#", "__MACOSX")
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml")
_CHUNK = 1 << 16
_MOST_MEMBERS = 10_000
_ZEROS = re.compile(rb"\0*+")


@dataclass(slots=True)
class _Room:
    """How many bytes may still be unpacked of one file."""

    left: int

    def take(self, size: int, path: str | None) -> None:
        self.left -= size
        if self.left < 0:
            raise _too_much(path, MOST_UNPACKED)


def read_packed(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories in a gzip file or a zip archive."""
    yield from _unpacked(data, origin, 0, _Room(MOST_UNPACKED))


def _unpacked(data: bytes, origin: Origin, depth: int, room: _Room) -> Iterator[Story | ReadError]:
    if data.startswith((GZIP, ZIP, EMPTY_ZIP)):
        if depth == _NESTED:
            raise broken(origin.path, "an archive", "it is packed more than twice")
        if data.startswith(GZIP):
            yield from _unpacked(_gunzip(data, origin.path, room), origin, depth + 1, room)
        else:
            yield from _unzip(data, origin, depth + 1, room)
        return
    if not data.strip():
        raise no_story(origin.path, "it is empty")
    yield from reader_of(data[:HEAD]).read(data, origin)


def _gunzip(data: bytes, path: str | None, room: _Room) -> bytes:
    """What is in a gzip file, all its members one after the other."""
    out = bytearray()
    most = MOST_BYTES_OF_MANY
    at = members = 0
    try:
        while data.startswith(GZIP, at):
            members += 1
            if members > _MOST_MEMBERS:
                raise broken(path, "gzip", f"it has more than {_MOST_MEMBERS:,} members")
            unpacker = zlib.decompressobj(31)
            while not unpacker.eof:
                given = unpacker.unconsumed_tail
                if not given:  # a piece at a time: what is left over is copied
                    given = data[at : at + _CHUNK]
                    at += len(given)
                piece = unpacker.decompress(given, _CHUNK)
                if not piece and not given:
                    raise broken(path, "gzip", "it has no end")
                room.take(len(piece), path)
                out += piece
                if len(out) >= HEAD > len(out) - len(piece):
                    most = most_bytes(bytes(out[:HEAD]))
                if len(out) > most:
                    raise _too_much(path, most)
            at = _ZEROS.match(data, at - len(unpacker.unused_data)).end()  # type: ignore[union-attr]
    except zlib.error as error:
        raise broken(path, "gzip", str(error)) from error
    return bytes(out)


def _unzip(data: bytes, origin: Origin, depth: int, room: _Room) -> Iterator[Story | ReadError]:
    """The stories of all members, counted through; one member that cannot be read costs that one."""
    if data.count(b"PK\x01\x02") > MOST_STORIES:
        raise broken(origin.path, "a zip archive", f"it has more than {MOST_STORIES:,} files")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [
            one for one in archive.infolist() if one.filename and not one.is_dir() and not _is_hidden(one.filename)
        ]
    except (zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError, UnicodeError) as error:
        raise broken(origin.path, "a zip archive", str(error)) from error
    if any(one.filename in _DOCUMENTS for one in members):
        raise no_story(origin.path, "it is an office document or a program, not an archive of stories")
    if not members:
        raise no_story(origin.path, "the archive is empty")
    number = 0
    with archive:
        for member in members:
            for one in _member(archive, member, origin, depth, room):
                number += 1
                yield one if isinstance(one, ReadError) else replace(one, path=at(origin, number).path)
            if room.left < 0:
                return


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: Origin, depth: int, room: _Room
) -> Iterator[Story | ReadError]:
    place = replace(origin, path=f"{origin.path or 'standard input'}/{one_line(member.filename)}")
    try:
        with archive.open(member) as file:
            source = _limited(file, member.file_size, place.path, room)
        yield from _unpacked(source, place, depth, room)
    except ReadError as error:
        yield error
    except ExceededError as error:
        yield exceeded(place.path, reader_of(source[:HEAD]).NAME, error)
    except RuntimeError:
        yield broken(place.path, "a zip archive", "it is locked with a password")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, struct.error, ValueError) as error:
        yield broken(place.path, "a zip archive", str(error) or "it has no end")


def _limited(file: IO[bytes], stated: int, path: str | None, room: _Room) -> bytes:
    """A member's bytes; what it says of its size is believed only where it is too large."""
    source = bytearray(file.read(HEAD))
    most = most_bytes(bytes(source)) if source else HEAD
    if stated > most:
        raise _too_much(path, most)
    room.take(len(source), path)
    while piece := file.read(_CHUNK):
        room.take(len(piece), path)
        source += piece
        if len(source) > most:
            raise _too_much(path, most)
    return bytes(source)


def _is_hidden(name: str) -> bool:
    """Whether a member is hidden, or in a folder that is; where it stands ("./story.txt") hides nothing."""
    return any(part.startswith(_HIDDEN) for part in re.split(r"[/\\]", name) if part not in ("", ".", ".."))


def _too_much(path: str | None, most: int) -> ReadError:
    return ReadError(
        f"{path or 'Standard input'} unpacks to more than {max(1, most >> 20)} MB.",
        title="File too large",
        hint="Take it out of the inbox, or unpack it and split it into its stories.",
    )
