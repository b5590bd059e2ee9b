"""Checking facts: where the text states one, what found it, and a person's verdict on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triage.tui.paint import DOUBT
from triage.tui.screens.parts import DeskParts
from triage.tui.words import clean, count, cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from triage.model.decision import Act
    from triage.model.fact import Fact, FactKind
    from triage.model.story import StoryId
    from triage.tui.widgets.fact_pane import FactPane

NAMED_IN = 50
"""Cells for a fact's words in a message."""


class _Visit(NamedTuple):
    """A way back: the fact that the person has gone to see in the text, and the panes that were seen before; None for
    whoever did not come from the facts."""

    story: StoryId
    fact: Fact
    places: frozenset[str] | None


class Checking(DeskParts):
    """The actions on the fact under the cursor. They are about the story whose facts are seen, whatever the list shows."""

    _visit: _Visit | None = None

    def on_fact_pane_pointed(self, message: FactPane.Pointed) -> None:
        """The text shows where the fact under the cursor stands, the line below the pane what is to be thought of it."""
        message.stop()
        fact = message.fact or (self._visit.fact if self._visit else None)
        if fact:
            self.reader.mark(fact.mentions, fact.sentence)
        elif not self.reader.found:
            self.reader.mark(())
        folded = self.facts.folded if self.facts.has_focus else 0
        self.set_class(message.fact is not None or folded > 0, "checking")
        if message.fact:
            self._say_trust(message.fact)
        elif folded:
            self.trust_bar.say([(f"  {count(folded, 'fact')} folded", self.inks.dim)])

    def _say_trust(self, fact: Fact) -> None:
        """95 % sure · found by title"""
        from triage.tui.fact_lines import doubtful  # late: the first screen shows no facts yet

        doubt = doubtful(fact)
        sure = f" {DOUBT if doubt else ' '}{fact.provenance.confidence:.0%} sure".replace("%", " %")
        pieces = [
            (sure, self.inks.alarm if doubt else self.inks.plain),
            (f" · found by {clean(fact.provenance.by.replace('.', ' '))}", self.inks.dim),
        ]
        kind = self._counts_as(self.facts.story, fact) if self.facts.story else fact.kind
        if kind is not fact.kind:
            verdict = f"{kind.value}, not {fact.kind.value}" if kind else "rejected"
            pieces.insert(0, (f"  {verdict} ·", self.inks.accent))
            pieces[1] = (f" {sure.strip()}", pieces[1][1])
        self.trust_bar.say(pieces)

    def action_fact_text(self) -> None:
        """Read the story where it states the fact; `esc` returns to the fact."""
        found = self.pointed()
        if found and found[0] == self.stories.story:
            self._visit = _Visit(*found, self.places())
            self.action_read()

    def visit(self, story: StoryId, fact: Fact) -> None:
        """Read the story under the cursor where it states the fact, whoever sent the person there."""
        self._visit = _Visit(story, fact, None)
        self.action_read()
        self.call_after_refresh(lambda: self.reader.mark(fact.mentions, fact.sentence))

    def back_to_fact(self) -> bool:
        """Back to the fact from which the person has come to the text; whether they have."""
        visit = self._visit
        if visit is None or self.focused is not self.reader or visit.story != self.stories.story:
            return False
        if visit.places is None:
            return False
        self.see(visit.places)
        self.facts.focus()
        self.call_after_refresh(self.preview)
        return True

    def focus_moved(self) -> None:
        """Whoever leaves the text by another way has no way back to the fact."""
        if self._visit and self.focused is not self.reader:
            self._visit = None
            if self.focused is not self.facts:
                self.reader.mark(())

    def action_fact_reject(self) -> None:
        """Reject the fact, or take that back."""
        found = self.pointed()
        if found:
            story, fact = found
            self._judge(story, fact, lambda: self.session.reject(story, fact, view=self.listing.text))

    def action_fact_correct(self) -> None:
        """Pick the kind that the fact is really of."""
        found = self.pointed()
        if found is None:
            return
        from triage.model.verdict import CORRECTABLE
        from triage.tui.screens.kind_picker import KindPicker

        story, fact = found
        if fact.kind not in CORRECTABLE:
            self.say(f"a {fact.kind.value} can be nothing else: reject it if it is wrong")
            return

        def picked(kind: FactKind | None) -> None:
            if kind:
                self._judge(story, fact, lambda: self.session.correct(story, fact, kind, view=self.listing.text))

        self.app.push_screen(KindPicker(fact, self._counts_as(story, fact), self.inks), picked)

    def pointed(self) -> tuple[StoryId, Fact] | None:
        """The fact under the cursor with its story; without a cursor to be seen, says how to get one."""
        if self.focused is not self.facts:
            self.say("go to a fact first")
            return None
        return (self.facts.story, self.facts.fact) if self.facts.story and self.facts.fact else None

    def _judge(self, story: StoryId, fact: Fact, verb: Callable[[], Act | None]) -> None:
        """Do it, and say what the fact counts as now."""
        if self.guarded(verb) is None:
            return
        self.preview()
        self._say_trust(fact)
        kind = self._counts_as(story, fact)
        name = cut(fact.text, NAMED_IN)
        if kind is None:
            self.say(f"rejected: {name}")
        else:
            self.say(
                f"as it was found: {name}" if kind is fact.kind else f"{kind.value}, not {fact.kind.value}: {name}"
            )

    def _counts_as(self, story: StoryId, fact: Fact) -> FactKind | None:
        from triage.model.verdict import counts_as  # late: no fact is judged on the first screen

        return counts_as(fact, self.session.verdicts(story))
