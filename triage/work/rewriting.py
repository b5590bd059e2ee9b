"""A file that holds other stories than when it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.found import Found
    from triage.model.story import Story, StoryId


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file that holds other stories than it did; `before` are those that it held."""

    found: Found
    before: tuple[StoryId, ...]

    @property
    def grown(self) -> bool:
        """Whether it was only not complete when it was read: its old bytes begin the new ones."""
        return self.found.began == self.before

    @property
    def whole(self) -> dict[StoryId, Story]:
        """Of a file that has grown, the stories that were not complete, each with what it is now: the last of a mailbox, say, which
        ends otherwise when another follows it."""
        now = zip(self.before, self.found.stories, strict=False)
        return {old: story for old, story in now if story.id != old} if self.grown else {}
