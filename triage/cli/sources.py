"""Stories from the paths of a command line: files, folders, standard input."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from triage.errors import ReadError
from triage.ingest.inbox import Seen, read_file, read_path, scan, shown
from triage.ingest.reader import MOST_BYTES_OF_MANY, Origin
from triage.ingest.readers import read_each, together
from triage.model.entry import Trouble
from triage.model.found import Found

STANDARD_INPUT = "-"

Reading = Callable[[], Found]
"""One file, not read yet."""


def readings(paths: Iterable[str]) -> list[Reading]:
    """What the paths name: a file is itself, a folder the stories in it, `-` standard input. Nothing is read yet."""
    return [reading for path in paths for reading in _readings(path)]


def _readings(path: str) -> Iterator[Reading]:
    if path == STANDARD_INPUT:
        yield _standard_input
    elif os.path.isdir(path):  # noqa: PTH112 - pathlib raises where it may not look; reading the file says so
        try:
            for seen in sorted(scan(Path(path))):
                yield partial(_in_folder, path, seen)
        except ReadError as error:
            yield partial(Found, shown(path), 0, 0, error=Trouble.of(error))
    else:
        yield partial(read_path, path)


def _in_folder(folder: str, seen: Seen) -> Found:
    """The file's stories, under the path that was given; the n-th story of a feed keeps its #n."""
    found = read_file(Path(folder), seen)
    path = f"{shown(folder).rstrip('/')}/{seen.path}"
    stories = tuple(replace(story, path=path + (story.path or "").removeprefix(seen.path)) for story in found.stories)
    return replace(found, path=path, stories=stories)


def _standard_input() -> Found:
    origin = Origin(None, dt.datetime.now(dt.UTC))
    try:
        source = sys.stdin.buffer.read(MOST_BYTES_OF_MANY + 1)
    except OSError as cause:
        return Found(STANDARD_INPUT, 0, 0, error=Trouble("Cannot be read", f"standard input: {cause.strerror}"))
    stories, errors = read_each(source, origin)
    error = together(errors, None, len(stories))
    return Found(STANDARD_INPUT, 0, 0, stories, Trouble.of(error) if error else None)
