"""What a person has picked from the list: stories, whichever list shows them, and a range that still follows the cursor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.model.identity import is_story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage.model.story import StoryId


@dataclass(frozen=True, slots=True)
class Selection:
    """The stories picked. While a range is open it begins at the story `anchor`, and `kept` is what was picked before.

    Files that could not be read have rows, but nothing can be decided about them: they are never picked.
    """

    stories: frozenset[StoryId] = frozenset()
    kept: frozenset[StoryId] = frozenset()
    anchor: StoryId | None = None

    @property
    def ranging(self) -> bool:
        """Whether a range is open."""
        return self.anchor is not None

    def toggled(self, story: StoryId) -> Selection:
        """With that story, or without it where it was picked."""
        return Selection(self.stories ^ _pickable([story]))

    def begun(self, story: StoryId) -> Selection:
        """With a range that begins at that story; what is picked by now stays, wherever the range goes."""
        return replace(self, kept=self.stories, anchor=story)

    def reaching(self, stories: Iterable[StoryId]) -> Selection:
        """With the open range reaching over these stories, and no others."""
        return replace(self, stories=self.kept | _pickable(stories))

    def closed(self) -> Selection:
        """With the range, if one is open, picked for good."""
        return Selection(self.stories)

    def all_or_none(self, ids: Sequence[StoryId]) -> Selection:
        """With all of `ids`; without them where all were picked already."""
        listed = _pickable(ids)
        return Selection(self.stories - listed if listed <= self.stories else self.stories | listed)

    def inverted(self, ids: Sequence[StoryId]) -> Selection:
        """With those of `ids` that were not picked, without those that were; others stay."""
        return Selection(self.stories ^ _pickable(ids))

    def in_order(self, ids: Sequence[StoryId]) -> tuple[StoryId, ...]:
        """The stories in the order of `ids`, those that are not there last."""
        listed = [story for story in ids if story in self.stories]
        return (*listed, *sorted(self.stories.difference(listed)))


def _pickable(ids: Iterable[StoryId]) -> frozenset[StoryId]:
    return frozenset(story for story in ids if is_story(story))
