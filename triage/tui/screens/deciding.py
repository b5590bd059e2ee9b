"""Deciding: one key, one act. The screen changes when the act is on disk, never before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.state import State
from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from collections.abc import Callable

    from triage.model.decision import Act, Undone
    from triage.model.story import StoryId

SHOWN = 3
"""Paths of a story's copies that are named."""


class Deciding(DeskParts):
    """The actions that decide about the story under the cursor, and those that take decisions back."""

    def action_toggle_tag(self, number: int) -> None:
        """Give the settings' tag of that number, or take it away; stay."""
        tag = self.session.settings.tags[number].name
        self._decide(lambda story: self.session.toggle(story, tag, view=self.listing.text))

    def action_tag_and_done(self, number: int) -> None:
        """Give the tag, done, and go on."""
        tag = self.session.settings.tags[number].name
        self._decide(lambda story: self.session.tag_and_done(story, (tag,), view=self.listing.text), go_on=True)

    def action_accept(self) -> None:
        """Give the suggested tags, done, and go on; with nothing suggested, say so and stay."""
        story = self.stories.story
        if story is not None and not self.session.suggestions(story):
            self.say("nothing is suggested")
            return
        self._decide(lambda story: self.session.accept(story, view=self.listing.text), go_on=True)

    def action_done(self) -> None:
        """Done with the tags it has; go on."""
        self._decide(lambda story: self.session.set_state(story, State.DONE, view=self.listing.text), go_on=True)

    def action_spike(self) -> None:
        """Spike; go on."""
        self._decide(lambda story: self.session.set_state(story, State.SPIKED, view=self.listing.text), go_on=True)

    def action_mute(self) -> None:
        """Spike the running story and what follows of it; or, where it is muted, take that back."""
        story = self.stories.story
        if story is None:
            return
        muted = self.stories_muted(story)
        self._decide(lambda story: self.session.mute(story, view=self.listing.text), go_on=not muted)
        self.say("no longer muted" if muted else "muted: what follows of it is spiked as it comes (u undoes)")

    def stories_muted(self, story: StoryId) -> bool:
        """Whether what follows of the story is spiked."""
        decision = self.session.store.decision(story)
        return decision is not None and decision.muted

    def action_versions(self) -> None:
        """The versions of the story under the cursor, and what changed between them."""
        story = self.stories.story
        versions = self.session.versions(story) if story else []
        if story is None or len(versions) < 2:
            self.say(self._alone(story))
            return
        from triage.tui.screens.versions import VersionsScreen  # late: not needed for a start

        at = next((n for n, entry in enumerate(versions) if entry.id == story), len(versions) - 1)
        self.app.push_screen(VersionsScreen(versions, at, self.session.compare, self._clock, self.inks))

    def _alone(self, story: StoryId | None) -> str:
        """Why there is nothing to compare a story with, and where else the same bytes are."""
        if story is None:
            return "no story is under the cursor"
        if story.startswith("!"):
            return "this file could not be read: it has no versions"
        paths = self.session.paths(story)
        if len(paths) < 2:
            return "no other version of this story has come"
        shown = ", ".join(paths[:SHOWN]) + (f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else "")
        return f"no other version of this story has come; it is the same, byte for byte, in {shown}"

    def action_later(self) -> None:
        """Put off until later; go on."""
        self._decide(lambda story: self.session.set_state(story, State.LATER, view=self.listing.text), go_on=True)

    def action_pick_tag(self) -> None:
        """Pick a tag by name, or make a new one."""
        story = self.stories.story
        if story is None:
            return
        from triage.tui.screens.tag_picker import TagPicker  # late: not needed for a start

        def picked(tag: str | None) -> None:
            if tag:
                self._decide(lambda _: self.session.toggle(story, tag, view=self.listing.text), story=story)

        tags = self.session.known_tags()
        self.app.push_screen(TagPicker(tags, self.session.store.tags(story), self.inks), picked)

    def action_refuse(self) -> None:
        """Refuse the strongest suggestion, and stay."""
        self._decide(lambda story: self.session.refuse(story, view=self.listing.text))

    def action_note(self) -> None:
        """Write a note; an empty one removes it."""
        story = self.stories.story
        if story is not None:
            decision = self.session.store.decision(story)
            from triage.tui.widgets.prompt import Question

            self.ask(Question("note", "note: ", decision.note if decision else "", story))

    def noted(self, story: StoryId, text: str) -> None:
        """A note was written."""
        self._decide(lambda _: self.session.note(story, text, view=self.listing.text), story=story)

    def action_undo(self) -> None:
        """Take back the newest act, and go back to where it was done."""
        self._taken_back(self.guarded(self.session.undo), "undid", "nothing to undo")

    def action_redo(self) -> None:
        """Do again what undo took back."""
        self._taken_back(self.guarded(self.session.redo), "did again", "nothing to redo")

    def _decide(
        self, verb: Callable[[StoryId], Act | None], *, go_on: bool = False, story: StoryId | None = None
    ) -> None:
        """The target is fixed here, at the press of the key."""
        target = story or self.stories.story
        if target is None:
            return
        line = self.stories.line_of(target)
        act = self.guarded(lambda: verb(target))
        if act:
            self.stories.row_changed(target)
            self.count_decided()
        if go_on and line == self.stories.cursor and not self._failed(act):
            self.advance()
        elif act:
            self.preview_soon()

    def _failed(self, act: Act | None) -> bool:
        """Whether nothing happened because something went wrong, rather than because it was so already."""
        story = self.stories.story
        return act is None and story is not None and not self.session.store.state(story).decided

    def _taken_back(self, undone: Undone | None, what: str, nothing: str) -> None:
        if undone is None:
            self.say(nothing)
            return
        for change in undone.act.changes:
            self.stories.row_changed(change.story)
        if undone.of.cursor:
            self._go_back(undone.of.view, undone.of.cursor)
        skipped = f"; {len(undone.skipped)} left alone, changed since" if undone.skipped else ""
        self.say(f"{what}: {undone.of.verb}{skipped}")
        self.count_decided()
        self.preview_soon()

    def _go_back(self, view: str, cursor: StoryId) -> None:
        """To the view and the story where an act was done."""
        line = self.stories.line_of(cursor)
        if line is None:
            self.go_to(view, cursor)
        else:
            self.stories.go(line)
