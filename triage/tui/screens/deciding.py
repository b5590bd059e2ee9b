"""Deciding: one key, one act. The screen changes when the act is on disk, never before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.identity import is_story
from triage.model.state import State
from triage.tui.screens.returning import jump
from triage.tui.screens.scoping import Scoping
from triage.tui.words import clean, count, cut, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triage.model.decision import Act, Plan, Undone
    from triage.model.story import StoryId

SHOWN = 3
"""Paths of a story's copies that are named."""


class Deciding(Scoping):
    """The actions that decide about the story under the cursor, or about all that are picked; and those that take decisions back."""

    def action_toggle_tag(self, number: int) -> None:
        """Give the settings' tag of that number, or take it away; stay."""
        tag = self.session.settings.tags[number]
        self._decide(
            lambda story: self.session.toggle(story, tag.name, view=self.listing.text),
            lambda stories: self.session.plan_toggle(stories, tag.name),
            tag.key or tag.name,
        )

    def action_tag_and_done(self, number: int) -> None:
        """Give the tag, done, and go on."""
        tag = self.session.settings.tags[number]
        self._decide(
            lambda story: self.session.tag_and_done(story, (tag.name,), view=self.listing.text),
            lambda stories: self.session.plan_done(stories, (tag.name,)),
            (tag.key or tag.name).upper(),
            go_on=True,
        )

    def action_accept(self) -> None:
        """Give the suggested tags, done, and go on; with nothing suggested, say so and stay."""
        story = self.stories.story
        if story is not None and not self.selection and not self.session.suggestions(story):
            self.say("nothing is suggested")
            return
        self._decide(
            lambda story: self.session.accept(story, view=self.listing.text),
            self.session.plan_accept,
            self._key("accept"),
            go_on=True,
        )

    def action_done(self) -> None:
        """Done with the tags it has; go on."""
        self._set_state(State.DONE, "done")

    def action_spike(self) -> None:
        """Spike; go on."""
        self._set_state(State.SPIKED, "spike")

    def action_later(self) -> None:
        """Put off until later; go on."""
        self._set_state(State.LATER, "later")

    def _set_state(self, state: State, action: str) -> None:
        self._decide(
            lambda story: self.session.set_state(story, state, view=self.listing.text),
            lambda stories: self.session.plan_state(stories, state),
            self._key(action),
            go_on=True,
        )

    def action_mute(self) -> None:
        """Spike the running story and what follows of it; or, where it is muted, take that back."""
        story = self.stories.story
        if story is None or self._only_one("a running story is muted"):
            return
        muted = self.stories_muted(story)
        self._decide_one(story, lambda story: self.session.mute(story, view=self.listing.text), go_on=not muted)
        self.say("no longer muted" if muted else "muted: what follows of it is spiked as it comes (u undoes)")

    def stories_muted(self, story: StoryId) -> bool:
        """Whether what follows of the story is spiked."""
        decision = self.session.store.decision(story)
        return decision is not None and decision.muted

    def action_versions(self) -> None:
        """The versions of the story under the cursor, and what changed between them."""
        if self.stories.story:
            self.show_versions(self.stories.story)
        else:
            self.say("no story is under the cursor")

    def show_versions(self, story: StoryId) -> None:
        """The versions of a story, and what changed between them."""
        versions = self.session.versions(story)
        if len(versions) < 2:
            self.say(self._alone(story))
            return
        from triage.tui.screens.versions import VersionsScreen  # late: not needed for a start

        at = next((n for n, entry in enumerate(versions) if entry.id == story), len(versions) - 1)
        self.app.push_screen(VersionsScreen(versions, at, self.session.compare, self._clock, self.inks))

    def action_history(self) -> None:
        """Who decided what about the story under the cursor, and when."""
        story = self.stories.story
        history = self.guarded(lambda: self.session.history(story)) if story else None
        if story is None or history is None:
            return
        if not history:
            self.say("nobody has decided anything about this story yet")
            return
        from triage.tui.screens.history import HistoryScreen  # late: not needed for a start

        facts = self.session.facts(story)
        self.app.push_screen(HistoryScreen(history, facts, self.session.user, self.zone, self.inks))

    def _alone(self, story: StoryId) -> str:
        """Why there is nothing to compare a story with, and where else the same bytes are."""
        if not is_story(story):
            return "this file could not be read: it has no versions"
        paths = self.session.paths(story)
        if len(paths) < 2:
            return "no other version of this story has come"
        shown = ", ".join(paths[:SHOWN]) + (f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else "")
        return f"no other version of this story has come; it is the same, byte for byte, in {shown}"

    def action_pick_tag(self) -> None:
        """Pick a tag by name, or make a new one."""
        story, many = self.stories.story, self.targets()
        if story is None:
            return
        from triage.tui.screens.tag_picker import TagPicker  # late: not needed for a start

        def picked(tag: str | None) -> None:
            if tag and many:
                self._propose(self._key("pick_tag"), lambda: self.session.plan_toggle(many, tag))
            elif tag:
                self._decide_one(story, lambda _: self.session.toggle(story, tag, view=self.listing.text))

        given = set(self.session.store.tags(many[0] if many else story))
        given.intersection_update(*(self.session.store.tags(one) for one in many))
        self.app.push_screen(TagPicker(self.session.known_tags(), tuple(given), self.inks), picked)

    def action_refuse(self) -> None:
        """Refuse the strongest suggestion, and stay."""
        if not self._only_one("a suggestion is refused"):
            self._decide_one(self.stories.story, lambda story: self.session.refuse(story, view=self.listing.text))

    @jump
    def action_undo(self) -> None:
        """Take back the newest act, and go back to where it was done."""
        self._take_back(self.session.undo, "undone", "nothing to undo")

    @jump
    def action_redo(self) -> None:
        """Do again what undo took back."""
        self._take_back(self.session.redo, "done again", "nothing to redo")

    def _decide(
        self,
        verb: Callable[[StoryId], Act | None],
        plan: Callable[[Sequence[StoryId]], Plan],
        key: str,
        *,
        go_on: bool = False,
    ) -> None:
        """Do it to the story under the cursor; where stories are picked, propose it for all of them. The target is fixed here,
        at the press of the key."""
        if self.selection:
            many = self.targets()
            self._propose(key, lambda: plan(many))
        else:
            self._decide_one(self.stories.story, verb, go_on=go_on)

    def _propose(self, key: str, plan: Callable[[], Plan]) -> None:
        self.propose(key, self.guarded(plan), self.selection)

    def _only_one(self, what: str) -> bool:
        """Whether stories are picked, where an action knows only one: says so."""
        if self.selection:
            self.say(f"{what} for one story at a time: esc drops the selection first")
        return self.selection is not None

    def _key(self, action: str) -> str:
        """The key of an action, as people write it."""
        from triage.model.action import action as of
        from triage.tui.keys import key_name

        keys = self.session.settings.keymap.get(action, of(action).keys)
        return key_name(keys[0]) if keys else action

    def _decide_one(
        self, target: StoryId | None, verb: Callable[[StoryId], Act | None], *, go_on: bool = False
    ) -> None:
        if target is None:
            return
        line = self.stories.line_of(target)
        act = self.guarded(lambda: verb(target))
        if act:
            self.stories.row_changed(target)
        if go_on and line == self.stories.cursor and not self._failed(act):
            self.advance()
        self.stories.show_changed()
        if act:
            self.count_decided()
            self.preview_soon()

    def _failed(self, act: Act | None) -> bool:
        """Whether nothing happened because something went wrong, rather than because it was so already."""
        story = self.stories.story
        return act is None and story is not None and not self.session.store.state(story).decided

    def _take_back(self, verb: Callable[[], Undone | None], what: str, nothing: str) -> None:
        done = self.guarded(lambda: (verb(),))
        if done is None:
            return  # it has been said why
        undone = done[0]
        if undone is None:
            self.say(nothing)
            return
        self.stories.rows_changed([change.story for change in undone.act.changes])
        if undone.of.cursor:
            self._go_back(undone.of.view, undone.of.cursor)
        if picked := self.picked_for(undone.of):
            self.pick(picked if undone.act.undoes is not None else None)
        self.stories.show_changed()
        self.say(self._undone_words(what, undone))
        self.count_decided()
        self.preview_soon()

    def _undone_words(self, what: str, undone: Undone) -> str:
        """undone: tag NATO on 12 stories, by you at 14:02; 2 left alone, changed since"""
        from triage.model.telling import what_of

        by = f", by you at {moment(undone.of.at, self.zone, self.today)}"
        left = f"; {count(len(undone.skipped), 'story')} left alone, changed since" if undone.skipped else ""
        room = self.app.size.width - len(what) - len(by) - len(left) - 5
        return f"{what}: {cut(clean(what_of(undone.of)), max(8, room))}{by}{left}"

    def _go_back(self, view: str, cursor: StoryId) -> None:
        """To the view and the story where an act was done."""
        line = self.stories.line_of(cursor)
        if line is None or view != self.listing.text:
            self.go_to(view, cursor)
        else:
            self.stories.go(line)
