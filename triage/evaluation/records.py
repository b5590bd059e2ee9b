"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from triage.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

Record = dict[str, Any]
"""An object as the file has it."""


def first(text: str) -> Record:
    """The first record; empty if the text is no JSON Lines."""
    line = text.lstrip().split("\n", 1)[0]
    try:
        record = json.loads(line) if line.startswith("{") else {}
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def records(text: str, name: str, *needed: str) -> Iterator[Record]:
    """Every record, each with the keys that are needed. Raises ReadError naming the line that is none."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise _broken(name, number, str(error)) from error
        missing = [key for key in needed if not isinstance(record, dict) or key not in record]
        if missing:
            raise _broken(name, number, f"no {', '.join(missing)}")
        yield record


def _broken(name: str, number: int, reason: str) -> ReadError:
    return ReadError(
        f"{name}, line {number}: {reason}", title="JSON Lines", hint="Mend the line, or get the file again"
    )
