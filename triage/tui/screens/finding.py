"""Finding: a query for the list, words in the story, the stories that share a fact; help and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from textual.widget import Widget

    from triage.model.fact import Fact
    from triage.model.story import StoryId
    from triage.tui.widgets.prompt import Prompt


class Finding(DeskParts):
    """The prompt opens under the panes; what is typed shows at once, `enter` keeps it, `esc` takes it back."""

    _before = ""
    _before_prompt: Widget

    def action_query(self) -> None:
        """Filter the list."""
        self._before = self.listing.text
        self.ask("query", "/", self.listing.text)

    def action_find(self) -> None:
        """Find in the story."""
        self.ask("find", "find: ", "")

    def action_refresh(self) -> None:
        """Look at the folder, and take in what has come."""
        self.session.worker.rescan()
        self.take_in()
        self.preview()

    def action_copy(self) -> None:
        """The story's text to the clipboard, through the terminal (OSC 52), so also over SSH."""
        story = self.session.story(self.stories.story) if self.stories.story else None
        if story:
            self.app.copy_to_clipboard(story.text)
            self.say(f"copied {len(story.text):,} characters")

    def action_help(self) -> None:
        """Every key."""
        from triage.tui.screens.help import HelpScreen  # late: not needed for a start

        self.app.push_screen(HelpScreen(self.session.settings, self.inks))

    def action_palette(self) -> None:
        """Every action by name."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """End the session."""
        self.app.exit()

    def show_query(self, text: str) -> None:
        """List what a query finds; what is wrong with it is said."""
        listing = self.guarded(lambda: self.session.listing(text))
        if listing:
            self.show_listing(listing)

    def show_sharing(self, fact: Fact) -> None:
        """List the stories that share a fact; `esc` returns."""
        self._leave_reading()
        self.show_listing(self.session.sharing(fact), self.stories.story)

    def _leave_reading(self) -> None:
        self.remove_class("reading", "facing")
        self.stories.focus()

    def ask(self, purpose: str, label: str, text: str, story: StoryId | None = None) -> None:
        """Open the prompt, for `purpose`, on `story` if it is about one."""
        from triage.tui.widgets.prompt import Prompt  # late: the input widget is a tenth of a start

        prompt = next(iter(self.query(Prompt)), None)
        if prompt is None:
            self._before_prompt = self.focused or self.stories
            prompt = Prompt(self.inks, purpose, label, text, story)
            self.mount(prompt, before="#footer")

    def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Show at once what is found so far."""
        message.stop()
        if message.purpose == "find":
            self.reader.mark(self.reader.find(message.text))
        if message.purpose != "query":
            return
        try:
            listing = self.session.listing(message.text, typing=True)
        except QueryError as error:
            message.prompt.complain(error)
        else:
            message.prompt.complain(None)
            self.show_listing(listing)

    def on_prompt_ended(self, message: Prompt.Ended) -> None:
        """Keep what was found, or go back to what was there before."""
        message.stop()
        message.prompt.remove()
        if message.purpose == "note":
            self._before_prompt.focus()
            if message.kept and message.prompt.story is not None:
                self.noted(message.prompt.story, message.text)
            return
        if message.purpose == "find":
            self.reader.focus()
            if not message.kept:
                self.reader.mark(())
            return
        self.stories.focus()
        self.show_query(self.guarded(lambda: self.session.typed(message.text)) or "" if message.kept else self._before)
