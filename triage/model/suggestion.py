"""A tag that a story probably wants, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`score` is 0 to 1; `because` are short reasons in the story's own words, strongest first."""

    tag: str
    score: float
    because: tuple[str, ...]
