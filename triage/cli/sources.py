"""Stories from the paths of a command line: files, folders, standard input."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from triage import ingest
from triage.errors import ReadError
from triage.ingest.inbox import Seen, read_file, scan
from triage.ingest.reader import Origin
from triage.model.entry import Found, Trouble

STANDARD_INPUT = "-"

Reading = Callable[[], Found]
"""One file, not read yet."""


def readings(paths: Iterable[str]) -> list[Reading]:
    """What the paths name: a file is itself, a folder the stories in it, `-` standard input. Nothing is read yet."""
    return [reading for path in paths for reading in _readings(path)]


def _readings(path: str) -> Iterator[Reading]:
    if path == STANDARD_INPUT:
        yield _standard_input
    elif Path(path).is_dir():
        try:
            for seen in sorted(scan(Path(path)), key=lambda seen: seen.path):
                yield partial(_read, Path(path), seen, f"{_shown(path).rstrip('/')}/{seen.path}")
        except ReadError as error:
            yield partial(Found, _shown(path), 0, 0, error=Trouble.of(error))
    else:
        yield partial(_file, path)


def _file(path: str) -> Found:
    """A file named outright may be a link to anywhere; only its target's folder counts."""
    try:
        target = Path(path).resolve(strict=True)
        status = target.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = getattr(error, "strerror", None) or str(error)
        return Found(_shown(path), 0, 0, error=Trouble("Not read", f"{path}: {reason}", "Name a file that can be read"))
    return _read(target.parent, Seen(target.name, status.st_size, status.st_mtime_ns), _shown(path))


def _read(folder: Path, seen: Seen, path: str) -> Found:
    """The file as `read_file` reads it, under the path that was given; the n-th story of a feed keeps its #n."""
    found = read_file(folder, seen)
    stories = tuple(replace(story, path=path + (story.path or "").removeprefix(found.path)) for story in found.stories)
    return replace(found, path=path, stories=stories)


def _standard_input() -> Found:
    try:
        stories = ingest.read(sys.stdin.buffer.read(), Origin(None, dt.datetime.now(dt.UTC)))
    except ReadError as error:
        return Found(STANDARD_INPUT, 0, 0, error=Trouble.of(error))
    return Found(STANDARD_INPUT, 0, 0, stories)


def _shown(path: str) -> str:
    """The path as text, whatever bytes it is made of."""
    return os.fsencode(path).decode(errors="replace")
