"""Notes: a short one on the line below, a long one in the person's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.identity import is_story
from triage.tui.screens.deciding import Deciding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.story import StoryId


class Noting(Deciding):
    """Writes notes on the story under the cursor, or on all that is picked."""

    _noting: tuple[StoryId, ...] = ()
    """What the note that is being written is for: fixed when that was begun."""
    _for_many = ""
    """The note written last on many: where its act was not confirmed, it is not lost."""

    def action_note(self) -> None:
        """Write a note; an empty one removes it. One of several lines needs an editor."""
        note = self._begin_note()
        if note is None:
            return
        if "\n" in note:
            self._edit_note(note)
            return
        from triage.tui.widgets.prompt import Question

        many = f" on {len(self._noting):,} stories" if self.selection else ""
        keys = "enter keeps · ctrl+o goes on in your editor · esc goes back"
        self.ask(Question("note", f"note{many}: ", note, grows=True, keys=keys))

    def action_note_in_editor(self) -> None:
        """Write a note in the editor that VISUAL or EDITOR names."""
        note = self._begin_note()
        if note is not None:
            self._edit_note(note)

    def noted(self, text: str, *, in_editor: bool) -> None:
        """A note was written on the line, or is to go on in the editor."""
        if in_editor:
            self._edit_note(text)
        else:
            self._keep_note(self._noting, text)

    def _begin_note(self) -> str | None:
        """The note that there is, "" for none; None where there is nothing to write one on."""
        story = self.stories.story
        if self.selection:
            self._noting = self.targets()
            return self._for_many
        if story is None or not is_story(story):
            self.say("there is no story to write a note on")
            return None
        self._noting = (story,)
        decision = self.session.store.decision(story)
        return decision.note if decision else ""

    def _edit_note(self, note: str) -> None:
        self.guarded(lambda: self._edited(note, self._noting))

    def _edited(self, note: str, stories: Sequence[StoryId]) -> None:
        """Lend the terminal to the editor, and keep what was written. Raises SettingsError, and what was written is in a file."""
        import os

        from textual.app import SuspendNotSupported

        from triage.errors import SettingsError
        from triage.tui.editing import draft, edit, editor

        command = editor(os.environ)
        with draft(note) as path:
            try:
                with self.app.suspend():
                    written = edit(path, command)
            except SuspendNotSupported:
                hint = "m writes one on the line below"
                raise SettingsError("no editor can be opened on this terminal", title="Editor", hint=hint) from None
            self._keep_note(stories, written, strictly=True)

    def _keep_note(self, stories: Sequence[StoryId], text: str, *, strictly: bool = False) -> None:
        """Write it on the one story, or propose it for many. `strictly` raises what keeps it from the store, else that is said."""
        if self.selection:
            self._for_many = text
            self._propose(self._key("note"), lambda: self.session.plan_note(stories, text))
            return
        story = stories[0]
        if strictly:
            act = self.session.note(story, text, view=self.listing.text)
            self._decide_one(story, lambda _: act)
        else:
            self._decide_one(story, lambda _: self.session.note(story, text, view=self.listing.text))
