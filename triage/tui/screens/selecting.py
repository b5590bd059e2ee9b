"""Picking stories for one act on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.identity import is_story
from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from triage.model.story import StoryId
    from triage.tui.selection import Selection


class Selecting(DeskParts):
    """The actions that pick stories from the list. What is picked stays so in every list, until an act or `esc`."""

    def action_select(self) -> None:
        """Pick the story under the cursor, or drop it, and go on in the direction of travel; an open range ends."""
        story = self.stories.story
        if story is None or self.close_range():
            return
        if not is_story(story):
            self.say("there is nothing to decide about a file that could not be read")
            return
        self.pick(self._picked().toggled(story))
        self.stories.go(self.stories.cursor + self.travel)

    def action_select_range(self) -> None:
        """Begin a range that follows the cursor, or end it."""
        story = self.stories.story
        if story is None or self.close_range():
            return
        self.pick(self._picked().begun(story))
        self.follow_range()

    def action_select_all(self) -> None:
        """Pick all that the list shows; where all are picked, drop them."""
        self.close_range()
        self.pick(self._picked().all_or_none(self.stories.ids))

    def action_select_invert(self) -> None:
        """Pick what the list shows that is not picked, drop what is."""
        self.close_range()
        self.pick(self._picked().inverted(self.stories.ids))

    def drop_selection(self) -> bool:
        """End the open range, or drop all that is picked; whether there was anything."""
        if self.close_range():
            return True
        found = self.selection is not None
        self.pick(None)
        return found

    def close_range(self) -> bool:
        """End the open range with what it reaches now; whether one was open."""
        if self.selection is None or not self.selection.ranging:
            return False
        self.follow_range()
        self.pick(self.selection.closed())
        return True

    def follow_range(self) -> None:
        """The open range reaches to the cursor, as far as the list has its beginning."""
        anchor = self.selection.anchor if self.selection else None
        begun = self.stories.line_of(anchor) if anchor else None
        if self.selection and begun is not None:
            first, last = sorted((begun, self.stories.cursor))
            self.pick(self.selection.reaching(self.stories.ids[first : last + 1]))

    def keep_range(self, text: str) -> None:
        """The list of the query `text` comes. What the open range has reached by now stays picked; where it is the same query, with
        what has arrived, the range goes on."""
        if text != self.listing.text:
            self.close_range()
        elif self.selection and self.selection.anchor:
            self.follow_range()
            self.pick(self.selection.begun(self.selection.anchor))

    def pick(self, selection: Selection | None) -> None:
        """This is what is picked now; an empty selection is none."""
        if selection and not selection.stories and not selection.ranging:
            selection = None
        if selection != self.selection:
            self.selection = selection
            self.stories.mark(selection.stories if selection else frozenset())
            self.draw_header()

    def targets(self) -> tuple[StoryId, ...]:
        """The stories picked, as they stand now: nothing that comes later joins them."""
        self.close_range()
        return self.selection.in_order(self.stories.ids) if self.selection else ()

    def unlisted(self, stories: frozenset[StoryId]) -> int:
        """How many of `stories` the list does not show."""
        return sum(self.stories.line_of(story) is None for story in stories)

    def _picked(self) -> Selection:
        from triage.tui.selection import Selection  # late: nothing is picked on the first screen

        return self.selection or Selection()
