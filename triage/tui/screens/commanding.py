"""What is neither about one story nor about the list: help and palette, verbs of the command line, the end."""

from __future__ import annotations

from triage.tui.screens.parts import DeskParts
from triage.tui.words import cut

LISTED = "list"
"""The verb that the app answers itself, for it is what the list is there for."""

ENDS = frozenset({"q", "q!", "wq", "x", "quit", "exit"})
"""What people type to leave, from one editor or another: nothing is ever unsaved."""


class Commanding(DeskParts):
    """The actions that are about the session."""

    def action_refresh(self) -> None:
        """Look at the folder, and take in what has come."""
        self.session.worker.rescan()
        before = self.arrivals, len(self.listing.ids)
        self.take_in()
        self.preview()
        if before[0] and len(self.listing.ids) <= before[1] and self.listing.day:
            self.say("what came is not of this day: → the day after, 2 since you last sat here, 0 every day")

    def action_copy(self) -> None:
        """The story's text to the clipboard, through the terminal (OSC 52), so also over SSH."""
        story = self.session.story(self.stories.story) if self.stories.story else None
        if story:
            self.app.copy_to_clipboard(story.text)
            self.say(f"copied {len(story.text):,} characters")

    def action_help(self) -> None:
        """Every key."""
        from triage.tui.screens.help import HelpScreen  # late: not needed for a start

        self.app.push_screen(HelpScreen(self.session.settings, self.view_words(), self.inks, self.where()))

    def action_suspend(self) -> None:
        """To the shell for a while."""
        self.app.action_suspend_process()

    def action_redraw(self) -> None:
        """Send the whole screen again: something else has written on it."""
        self.app.repaint()  # type: ignore[attr-defined]  # the desk's app is ours

    def action_lean(self) -> None:
        """With little decoration, or with all of it."""
        app = self.app
        app.be_lean(not app.lean)  # type: ignore[attr-defined]  # the desk's app is ours

    def action_palette(self) -> None:
        """Every action by name."""
        from triage.tui.palette import Palette  # late: not needed for a start

        self.app.push_screen(Palette())

    def action_quit(self) -> None:
        """End the session."""
        self.app.exit()

    def action_verb(self) -> None:
        """Ask for a verb of the command line."""
        from triage.tui.widgets.prompt import Question

        keys = "a verb, as in tag person:kim NATO · enter runs it · esc goes back"
        self.ask(Question("verb", ":", keys=keys, complete=self.session.complete_verb))

    def run_verb(self, line: str) -> None:
        """Run what was typed; a list is shown as the list, all else says what it has to say over it."""
        from triage.model.verb import VERBS

        words = self.words_of(line)
        if words is None:
            return
        if words[:1] == ["triage"]:
            del words[0]
        if not words:
            return
        if words[0] in ENDS:
            self.action_quit()
        elif words[0] in ("help", "h", "--help"):
            self.action_help()
        elif words[0] == LISTED and not any(word.startswith("--") for word in words):
            self.show_query(" ".join(words[1:]))
        elif words[0] in VERBS:
            if words == ["show"] and self.stories.story:
                words.append(self.stories.story)
            from triage.tui.screens.verb_output import VerbOutput

            self.app.push_screen(VerbOutput(words, self.session, self.inks), lambda _: self.watch_decisions())
        else:
            from difflib import get_close_matches

            near = get_close_matches(words[0].lower(), VERBS, n=1)
            meant = f"did you mean {near[0]}?" if near else ", ".join(VERBS)
            self.say(f"no verb “{cut(words[0], 12)}”: {meant}", alarm=True)
