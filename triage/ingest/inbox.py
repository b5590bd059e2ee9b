"""The inbox folder: what is there, what is still being written, and the reading of one file.

Nothing in here writes. Links that lead out of the inbox are named, and followed only if told; what is no regular file is
never opened.
"""

from __future__ import annotations

import datetime as dt
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from triage.errors import ReadError
from triage.ingest.cleaning import one_line
from triage.ingest.faults import no_inbox, unreadable
from triage.ingest.reader import HEAD, MOST_BYTES, MOST_BYTES_OF_MANY, Origin
from triage.ingest.readers import most_bytes, read_each, reader_of, together, too_large
from triage.model.entry import Trouble
from triage.model.found import Found
from triage.model.story import story_id

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.identity import StoryId

SETTLING_NS = 1_000_000_000
"""How long a file's size and time must have stood still before it counts as complete."""

UNOPENED = -1
"""The size of a file that may not be read, as it was found: it is to be read once it may be, and nothing of it changes then."""

_UNFINISHED = ("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".swp", ".swx", ".crdownload", ".download")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Seen(NamedTuple):
    """A file as a scan found it: `size` in bytes, `modified` in nanoseconds since the epoch.

    `path` is relative to the inbox, with "/", and safe to show and to store. `at` is the same path as the system knows it,
    where that differs: for names that are no UTF-8 or hold control characters.
    """

    path: str
    size: int
    modified: int
    at: str = ""


def scan(inbox: Path, *, follow: bool = False, links: set[str] | None = None) -> list[Seen]:
    """Every file in the inbox and its folders, in no order, but hidden and unfinished ones.

    A folder that may not be listed, a link that leads out of the inbox, and what is no regular file are in the list too:
    `read_file` says what is wrong with them. With `follow` what such links lead to counts as part of the inbox. The paths of
    links that were followed, these and those within the inbox, are added to `links`. Raises ReadError if the inbox itself cannot be listed.
    """
    root = os.fspath(inbox)
    found: list[Seen] = []
    folders = [""]
    outside: set[str] | None = set() if follow else None
    links = set() if links is None else links
    while folders:
        folder = folders.pop()
        try:
            _scan_folder(root, folder, found, folders, links, outside)
        except OSError as error:
            if not folder:
                raise no_inbox(one_line(shown(os.fspath(inbox))), error) from error
            if not isinstance(error, FileNotFoundError):  # a folder that has just gone is no trouble
                found.append(Seen(shown(folder), 0, 0, folder if shown(folder) != folder else ""))
    return found


def newest(inbox: Path, count: int, *, follow: bool = False) -> list[Seen]:
    """The `count` newest files of a scan by their own time, newest first."""
    return sorted(scan(inbox, follow=follow), key=lambda seen: (-seen.modified, seen.path))[:count]


def see(inbox: Path, path: str, *, follow: bool = False) -> Seen | None:
    """The file at `path`, relative to the inbox and as the system knows it, as a scan would find it; None when it would not."""
    if is_left_out(path):
        return None
    root = os.fspath(inbox)
    try:
        status = os.lstat(f"{root}/{path}")
        if stat.S_ISLNK(status.st_mode) and (follow or _leads_inside(root, f"{root}/{path}")):
            status = os.stat(f"{root}/{path}")  # noqa: PTH116 - as for a scan
    except OSError:
        return None
    if stat.S_ISDIR(status.st_mode):
        return None
    safe = shown(path)
    return Seen(safe, status.st_size, _modified(status), path if safe != path else "")


def is_left_out(path: str) -> bool:
    """Whether a scan passes over what is at `path`, relative to the inbox: it is hidden, or unfinished, or in such a folder."""
    return any(_unwanted(name) for name in path.split("/"))


def is_folder(inbox: Path, path: str) -> bool:
    """Whether there is a folder at `path` that a scan goes into."""
    return not is_left_out(path) and (inbox / path).is_dir()


def settled(seen: Seen, now_ns: int, before: Seen | None = None) -> bool:
    """Whether a file has been written to its end: nothing has changed for a second.

    `before` is the same file in a scan at least a second ago, if there was one. It settles what the clock cannot: a file
    with a time in the future is complete if two scans found it the same.
    """
    age = now_ns - seen.modified
    return age >= SETTLING_NS or (before is not None and before == seen)


def read_file(inbox: Path, seen: Seen, before: int = 0, *, follow: bool = False) -> Found:
    """The stories of one file, or why there are none; `follow` as for `scan`. Never raises for a bad file, and never waits
    for one.

    `before` is how many bytes it had when it was last read, if it has more now: `Found.began` says what they were.
    """
    path = os.path.join(inbox, seen.at or seen.path)  # noqa: PTH118 - a Path costs more than the rest of it, 20,000 times
    name = shown(seen.path)
    try:
        if not follow and os.path.islink(path) and not _leads_inside(inbox, path):  # noqa: PTH114 - as above
            raise ReadError(
                f"{name} is a link that leads out of the inbox.",
                title="Link not followed",
                hint="Put a copy of the file into the inbox instead, or set follow_links = true in the settings.",
            )
        return _read_open(path, name, before)
    except ReadError as error:
        size = UNOPENED if isinstance(error.__cause__, PermissionError) else seen.size
        return Found(name, size, seen.modified, error=Trouble.of(error))
    except Exception as error:  # noqa: BLE001 - a fault in one reader costs one file, not everybody's day
        trouble = Trouble(
            "Reader failed", f"{name}: {type(error).__name__}: {error}", "This is a fault in triage; please report it."
        )
        return Found(name, seen.size, seen.modified, error=trouble)


def is_open(inbox: Path, seen: Seen) -> bool:
    """Whether a file may be read."""
    return os.access(os.path.join(inbox, seen.at or seen.path), os.R_OK)  # noqa: PTH118 - as above


def read_path(path: str) -> Found:
    """The stories of a file that the user named, wherever it is; a link is followed. `Found.path` is `path`, safe to show."""
    name = shown(path)
    try:
        return _read_open(path, name)
    except ReadError as error:
        return Found(name, 0, 0, error=Trouble.of(error))


def shown(path: str) -> str:
    """`path` as it can be shown and stored: bytes that are no UTF-8 as "\\xff", control characters as "?"."""
    if path.isascii() and path.isprintable():
        return path
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return text if text.isprintable() else "".join(char if char.isprintable() else "?" for char in text)


def _scan_folder(
    root: str,
    folder: str,
    found: list[Seen],
    folders: list[str],
    links: set[str],
    outside: set[str] | None = None,
) -> None:
    """Note the files of a folder and the folders in it; `outside` are those that links have led to, None if none may."""
    prefix = f"{folder}/" if folder else ""
    with os.scandir(f"{root}/{folder}" if folder else root) as entries:
        for entry in entries:
            name = entry.name
            if _unwanted(name):
                continue
            path = prefix + name
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
                continue
            if outside is not None and entry.is_symlink() and entry.is_dir() and not _leads_inside(root, entry.path):
                if _is_new(root, entry.path, outside):
                    folders.append(path)
                    links.add(path)
                continue
            seen = _see(root, path, entry, links, outside is not None)
            if seen:
                found.append(seen)


def _is_new(root: str, path: str, outside: set[str]) -> bool:
    """Whether a link leads to a folder that no other link has led to, and that the inbox is not itself in."""
    real = os.path.realpath(path)
    if real in outside or os.path.commonpath((real, os.path.realpath(root))) == real:
        return False
    outside.add(real)
    return True


def _unwanted(name: str) -> bool:
    """Whether a file or folder of that name is hidden, or not finished yet."""
    return name[:1] in ".#" or name.endswith(_UNFINISHED) or name.startswith("~$")


def _see(root: str, path: str, entry: os.DirEntry[str], links: set[str], follow: bool) -> Seen | None:
    """The entry as a Seen; None if it has just gone, or is a link to a folder whose files are listed anyway."""
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode) and (follow or _leads_inside(root, entry.path)):
        with suppress(OSError):  # a link to nothing, or to itself: reading it says so
            if entry.is_dir():
                return None
            status = entry.stat()
            links.add(path)
    safe = shown(path)
    return Seen(safe, status.st_size, _modified(status), path if safe != path else "")


def _leads_inside(inbox: str | Path, path: str) -> bool:
    root = os.path.realpath(inbox)
    return os.path.commonpath((root, os.path.realpath(path))) == root


def _read_open(path: str, name: str, before: int = 0) -> Found:
    """Reads what is at `path`. The size is looked at first: a file of many gigabytes must not come into memory."""
    try:
        _check(os.stat(path), name)  # noqa: PTH116 - a device or a pipe must not even be opened
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
            status = os.fstat(handle)
            _check(status, name)
            source = file.read(HEAD)
            most = most_bytes(source)
            if status.st_size > most:
                raise too_large(name, status.st_size)
            source += file.read(most + 1 - len(source))
    except OSError as error:
        raise unreadable(name, error, link=os.path.islink(path)) from error  # noqa: PTH114 - as above
    modified = _modified(status)
    origin = Origin(name, file_time(modified))
    began = _began(source[:before], origin) if before else ()
    stories, errors = read_each(source, origin)
    wrong = together(errors, name, len(stories))
    return Found(name, status.st_size, modified, stories, error=Trouble.of(wrong) if wrong else None, began=began)


def _began(source: bytes, origin: Origin) -> tuple[StoryId, ...]:
    """The stories in the bytes that a file had before; none where to read them again would take long."""
    if not reader_of(source[:HEAD]).MANY:
        return (story_id(source),)
    return tuple(story.id for story in read_each(source, origin)[0]) if len(source) <= MOST_BYTES else ()


def file_time(nanoseconds: int) -> dt.datetime:
    """A file's time in UTC; the epoch for one that no calendar reaches."""
    try:
        return _EPOCH + dt.timedelta(microseconds=nanoseconds // 1000)
    except OverflowError:
        return _EPOCH


def _modified(status: os.stat_result) -> int:
    """A file's own time; the epoch for one so far off (before 1678, after 2262) that no index holds it."""
    return status.st_mtime_ns if abs(status.st_mtime_ns) < 1 << 63 else 0


def _check(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(
            f"{name} is a folder that cannot be listed.",
            title="No permission",
            hint="Ask its owner for the right to read it.",
        )
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(
            f"{name} is a pipe, a socket or a device, not a file.", title="Not a file", hint="Take it out of the inbox."
        )
    if status.st_size > MOST_BYTES_OF_MANY:
        raise too_large(name, status.st_size)
