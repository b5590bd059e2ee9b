"""JSON Lines: the contract's object, one a line, UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from triage.export.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage.model.contract import Json

NAME = "jsonl"


def write(records: Iterable[Json], out: TextIO) -> None:
    """One line a record. What could do harm is escaped, so nothing is lost."""
    for record in records:
        line = json.dumps(record, ensure_ascii=False)
        out.write(UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n")
