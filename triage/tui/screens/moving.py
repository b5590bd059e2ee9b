"""Going about: in the list, in the text, among the facts, and from pane to pane."""

from __future__ import annotations

from triage.model.identity import is_story
from triage.tui.screens.parts import DeskParts
from triage.tui.screens.returning import jump


class Moving(DeskParts):
    """The actions that move. `travel` is the direction in which the person goes through the list, 1 or -1."""

    # In the list

    def action_down(self) -> None:
        """Next story."""
        self._go(self.stories.cursor + 1)

    def action_up(self) -> None:
        """Previous story."""
        self._go(self.stories.cursor - 1)

    def action_page_down(self) -> None:
        """A page down."""
        self._go(self.stories.cursor + max(1, self.stories.size.height - 1))

    def action_page_up(self) -> None:
        """A page up."""
        self._go(self.stories.cursor - max(1, self.stories.size.height - 1))

    @jump
    def action_first(self) -> None:
        """To the first story."""
        self._go(0)
        self.travel = 1

    @jump
    def action_last(self) -> None:
        """To the last story."""
        self._go(len(self.stories.ids) - 1)
        self.travel = -1

    def action_next_undecided(self) -> None:
        """To the next story that is not decided."""
        self.travel = 1
        self.advance()

    def action_previous_undecided(self) -> None:
        """To the previous story that is not decided."""
        self.travel = -1
        self.advance()

    def advance(self) -> None:
        """Go on in the direction of travel, to the next story that is not decided."""
        line = self.session.next_undecided(self.stories.ids, self.stories.cursor, self.travel)
        if line is None:
            self.say("nothing undecided " + ("below" if self.travel > 0 else "above"))
            self.preview()
            return
        self.stories.go(line)
        if self.has_class("reading"):
            self._read()

    def _go(self, line: int) -> None:
        if line != self.stories.cursor:
            self.travel = 1 if line > self.stories.cursor else -1
        self.stories.go(line)

    # Reading

    def action_read(self) -> None:
        """Open the story: it has been read."""
        if self.stories.story is not None:
            self.see(("reading",))
            self.reader.focus()
            self._read()

    def _read(self) -> None:
        story = self.stories.story
        if story is not None:
            if is_story(story):
                self.guarded(lambda: self.session.opened(story))
            self.stories.row_changed(story)
            self.call_after_refresh(self.preview)

    def action_back(self) -> None:
        """Out of the selection, out of the facts, out of the story, back to the list before: one at a time."""
        if self.drop_selection() or self.back_to_fact():
            return
        if self.focused is self.reader and self.back_to_place():
            return
        if self.has_class("facing"):
            self.action_facts()
        elif self.back_to_papers():
            pass
        elif self.has_class("reading"):
            self.see(())
            self.stories.focus()
            self.call_after_refresh(self.preview)
        elif self.focused is not self.stories:
            self.stories.focus()
        else:
            self.back_to_view()

    def action_scroll_down(self) -> None:
        """A line down."""
        self.reader.scroll_relative(y=1, animate=False)

    def action_scroll_up(self) -> None:
        """A line up."""
        self.reader.scroll_relative(y=-1, animate=False)

    def action_text_page_down(self) -> None:
        """A page down, two lines kept."""
        self.reader.scroll_relative(y=max(1, self.reader.size.height - 2), animate=False)

    def action_text_page_up(self) -> None:
        """A page up, two lines kept."""
        self.reader.scroll_relative(y=-max(1, self.reader.size.height - 2), animate=False)

    def action_text_start(self) -> None:
        """To the start of the text."""
        self.reader.scroll_to(y=0, animate=False)

    def action_text_end(self) -> None:
        """To the end of the text."""
        self.reader.scroll_to(y=self.reader.line_count(), animate=False)

    def action_page_or_done(self) -> None:
        """A page down; at the end, done and next."""
        if self.reader.at_end:
            self.action_done()
        else:
            self.action_text_page_down()

    def action_next_story(self) -> None:
        """The next story, without going back to the list."""
        self._step(1)

    def action_previous_story(self) -> None:
        """The previous story, without going back to the list."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._go(self.stories.cursor + by)
        self._read()

    # Facts and panes

    def action_facts(self) -> None:
        """To the facts, and back to where one came from."""
        narrow = self.has_class("narrow")
        if self.focused is self.facts or self.has_class("facing"):
            self.see(self.places() - {"facing"})
            (self.reader if self.has_class("reading") else self.stories).focus()
            self.call_after_refresh(self.back_to_place)
        else:
            if self.focused is self.reader:
                self.keep_place()
            self.see(self.places() | ({"facing"} if narrow else set()))
            self.facts.focus()
            if narrow:
                self.call_after_refresh(self.preview)  # the text is seen only now, and set for its width

    def action_fact_down(self) -> None:
        """Next fact."""
        self.facts.step(1)

    def action_fact_up(self) -> None:
        """Previous fact."""
        self.facts.step(-1)

    def action_fact_first(self) -> None:
        """First fact."""
        self.facts.ends(last=False)

    def action_fact_last(self) -> None:
        """Last fact."""
        self.facts.ends(last=True)

    def action_fact_stories(self) -> None:
        """List the stories that share the fact under the cursor."""
        if self.facts.fact:
            self.show_sharing(self.facts.fact)

    def action_pane(self) -> None:
        """To the next pane that is seen."""
        if self.has_class("narrow"):
            self.action_facts()
            return
        panes = [pane for pane in (self.stories, self.reader, self.facts) if pane.display and pane.size.width]
        at = next((n for n, pane in enumerate(panes) if pane is self.focused), -1)
        panes[(at + 1) % len(panes)].focus()
