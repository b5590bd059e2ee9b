"""Data on its way out: to standard output or a file, harmless to a terminal."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from triage.errors import TriageError
from triage.export import exporters
from triage.export.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triage.model.contract import Json


class OutputError(TriageError):
    """What was asked for cannot be written where it was asked for."""

    status = 2


def show(text: str, *, bold: bool = False) -> None:
    """One or more lines for a person to read; bold only where a terminal shows it."""
    safe = UNSAFE.sub("", text)
    if bold and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        safe = f"\x1b[1m{safe}\x1b[m"
    with _answering("standard output"):
        print(safe)


def write_json(records: Iterable[Json]) -> None:
    """One JSON object a line, each out at once."""
    out = _standard_output()
    for record in records:
        with _answering("standard output"):
            exporters()["jsonl"].write([record], out)
            out.flush()


def write_file(format_name: str, records: Iterable[Json], path: str | None) -> None:
    """The records in a format, to a file or (None) to standard output. Raises OutputError."""
    with _answering(path or "standard output"):
        if path is None:
            exporters()[format_name].write(records, _standard_output())
            return
        with Path(path).open("w", encoding="utf-8", newline="") as out:
            exporters()[format_name].write(records, out)


def _standard_output() -> TextIO:
    """Standard output for other programs: UTF-8, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


@contextmanager
def _answering(where: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"{where}: {error.strerror}", title="Not written", hint="write to another file: -o FILE"
        ) from error
