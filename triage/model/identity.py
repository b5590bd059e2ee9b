"""What stories and facts are known by; apart from their nouns, so that a list of ids needs none of them."""

from __future__ import annotations

from typing import NewType

StoryId = NewType("StoryId", str)
"""The first 16 hex digits of SHA-256 over a story's own bytes; one that starts with "!" is a file that could not be read."""

FactId = NewType("FactId", str)
"""The first 16 hex digits of SHA-256 over story, kind and normal value."""


def is_story(story: StoryId) -> bool:
    """Whether it is a story; else the entry of a file that could not be read, about which nothing can be decided."""
    return not story.startswith("!")
