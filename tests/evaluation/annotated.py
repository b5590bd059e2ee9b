"""Annotated files made in a test, and what they come to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from triage.evaluation.reading import read, sources
from triage.evaluation.scoring import Scored, score

if TYPE_CHECKING:
    from pathlib import Path

    from triage.evaluation.sample import Annotated
    from triage.facts.run import Extraction


def lines_of(path: Path, *records: dict[str, Any]) -> Path:
    """A file of JSON Lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def only(path: Path) -> Annotated:
    """The one set at the path."""
    ((source,), _) = sources(path)
    return read(source)


def at(text: str, words: str) -> list[int]:
    """Where the words stand in the text."""
    start = text.index(words)
    return [start, start + len(words)]


def counts(path: Path, extraction: Extraction) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Gold, given and right of every row."""
    scored: Scored = score(only(path), extraction, lambda _: None)
    return {(kind.value, by): (row.gold, row.given, row.right) for (kind, by), row in scored.tallies.rows.items()}
