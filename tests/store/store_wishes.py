"""Wishes for stories that the tests of the store make up."""

from __future__ import annotations

from typing import Any

from triage.model.decision import Wish
from triage.model.story import StoryId

A, B, C = (StoryId(letter * 16) for letter in "abc")


def wish(story: StoryId, **changes: Any) -> Wish:
    """A wish for that story, with a headline and a path of its own."""
    return Wish(story, f"Headline {story[:2]}", f"{story[:2]}.txt", **changes)
