"""What the tests of the store share: stories that they make up, and looks at the file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB

from triage.model.decision import Wish
from triage.model.story import StoryId

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = (StoryId(letter * 16) for letter in "abc")


def wish(story: StoryId, **changes: Any) -> Wish:
    """A wish for that story, with a headline and a path of its own."""
    return Wish(story, f"Headline {story[:2]}", f"{story[:2]}.txt", **changes)


def backdate(path: Path) -> None:
    """Let the file look as if nobody were writing it just now, so that nobody waits for them to finish."""
    os.utime(path, (1_500_000_000, 1_500_000_000))


def tags_in(path: Path) -> dict[str, list[str]]:
    """The tags by story, as plain TinyDB reads them."""
    with TinyDB(path) as db:
        return {document["story"]: document["tags"] for document in db.table("stories")}
