"""Beyond the desk: the story's source in a pager or a browser, its text through a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from triage.model.story import StoryId
    from triage.tui.lending import Outcome, Pipe

AT_ONCE = 0.5
"""Seconds within which a command's words are shown when it ends; later they would come between the person and their keys."""

APART = "\f\n"
"""Between the stories that a command is given."""


class Reaching(DeskParts):
    """The actions that give a story to another program."""

    _piped: Outcome | None = None
    _pipe: Pipe | None = None
    _pipe_line = ""
    _piping: tuple[StoryId, ...] = ()

    # The source

    def action_open_source(self) -> None:
        """The story's own file: a page in the browser, all else in the pager."""
        self.guarded(self._open_source)

    def _open_source(self) -> None:
        """Raises SettingsError."""
        import os

        from triage.tui.lending import browsable

        story = self.stories.story
        entry = self.session.entry(story) if story else None
        if story is None or entry is None:
            return
        file = self.session.source_file(story)
        read = self.session.story(story)
        if file and read and read.format == "html" and browsable(os.environ):
            import webbrowser

            # In a thread: some browsers are waited for until they end.
            self.app.run_worker(lambda: webbrowser.open(file.absolute().as_uri()), thread=True, exit_on_error=False)
            self.say(f"{entry.path} is opened in the browser")
            return
        if file is None and read is None:
            self.say(f"{entry.path} is no longer in the inbox, and nothing of its text is left", alarm=True)
            return
        self._page(file, read.text if read else "")

    def _page(self, file: Path | None, text: str) -> None:
        import os

        from textual.app import SuspendNotSupported

        from triage.errors import SettingsError
        from triage.tui.lending import page, pager

        command = pager(os.environ)
        try:
            with self.app.suspend():
                page(command, file=file, text=text)
        except SuspendNotSupported:
            raise SettingsError("no pager can be opened on this terminal", title="Pager") from None

    # The pipe

    def action_pipe(self) -> None:
        """Ask for the command that the story, or all that is picked, is given to."""
        from triage.tui.widgets.prompt import Question

        story = self.stories.story
        self._piping = self.targets() or ((story,) if story else ())
        if not self._piping:
            return
        what = "" if len(self._piping) == 1 else f" {len(self._piping):,} stories"
        before = " · nothing shows what the last one said" if self._piped else ""
        keys = f"a command that reads the text, as in wc -w · enter runs it{before} · esc goes back"
        self.ask(Question("pipe", f"|{what} ", self._pipe_line, keys=keys))

    def pipe_to(self, line: str) -> None:
        """Give what was picked to the command that was typed; without one, show what the last one said."""
        from triage.tui.lending import Pipe

        words = self.words_of(line)
        if words is None:
            return
        if not words:
            self._show_piped()
            return
        if self._pipe:
            self.say("the command before has not ended yet", alarm=True)
            return
        self._pipe_line = line
        text, count = self._text_of(self._piping)
        pipe = self._pipe = Pipe(words)
        self.say(f"{count:,} {'story' if count == 1 else 'stories'} given to {words[0]}")
        self.app.run_worker(lambda: self._run(pipe, text), thread=True, group="pipe", exit_on_error=False)

    def end_pipe(self) -> None:
        """Nobody is there any more for what a command says."""
        if self._pipe:
            self._pipe.end()

    def _text_of(self, stories: Sequence[StoryId]) -> tuple[str, int]:
        """The texts of those stories of which there is any, and how many they are."""
        texts = [story.text for story in map(self.session.story, stories) if story]
        return APART.join(f"{text}\n" for text in texts), len(texts)

    def _run(self, pipe: Pipe, text: str) -> None:
        """In a thread: the command, and what came of it."""
        import time

        began = time.monotonic()
        outcome = pipe.run(text)
        fast = time.monotonic() - began < AT_ONCE
        if self.is_attached:
            self.app.call_from_thread(self._pipe_ended, outcome, fast=fast)

    def _pipe_ended(self, outcome: Outcome, *, fast: bool) -> None:
        self._pipe, self._piped = None, outcome
        if fast and outcome.lines and self.app.screen is self:
            self._show_piped()
            return
        lines = f", {len(outcome.lines):,} lines: | and enter show them" if outcome.lines else ", and said nothing"
        self.say(f"{outcome.command}: {outcome.said}{lines}", alarm=outcome.said != "done")

    def _show_piped(self) -> None:
        if self._piped is None:
            self.say("no command has said anything yet")
            return
        from triage.tui.screens.verb_output import Output

        said = self._piped
        self.app.push_screen(Output(f"| {said.command}", said.said, said.lines or ("It said nothing.",), self.inks))
