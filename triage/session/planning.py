"""What a person can do about many stories at once: each verb works out a plan, which is said first and then done as one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triage.model.identity import is_story
from triage.model.state import State
from triage.session.deciding import Deciding, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.decision import Act, Plan, Wish
    from triage.model.story import StoryId

STATED = {
    State.DONE: ("done", "sets {} done"),
    State.SPIKED: ("spike", "spikes {}"),
    State.LATER: ("later", "puts {} off until later"),
}
"""How a state is asked for in the journal, and said to the person."""


class Planning(Deciding):
    """The verbs of `Deciding` for many stories. Stories that nobody knows of, and files that could not be read, are left out."""

    def plan_toggle(self, stories: Sequence[StoryId], tag: str) -> Plan:
        """Give the tag to all; where all have it, take it from all. Never both: that would turn a pile inside out."""
        name = self.tag_name(tag)
        given = sum(name in self.store.tags(story) for story in stories)
        if given == len(stories):
            return self._plan(f"untag {name}", f"takes {_said(name)} from {{}}", stories, _asked(remove=(name,)))
        besides = (f"{given:,} have it already",) if given else ()
        return self._plan(f"tag {name}", f"tags {{}} {_said(name)}", stories, _asked(add=(name,)), besides)

    def plan_done(self, stories: Sequence[StoryId], tags: Sequence[str]) -> Plan:
        """Give the tags to all and set them done."""
        names = self.tag_names(tags)
        verb, said = f"tag {', '.join(names)} and done", f"tags {{}} {_said(', '.join(names))} and done"
        return self._plan(verb, said, stories, _asked(add=names, state=State.DONE))

    def plan_accept(self, stories: Sequence[StoryId]) -> Plan:
        """Give each the tags that are suggested for it and set it done; those with nothing suggested stay as they are."""
        suggested = {story: tuple(one.tag for one in self.suggestions(story)) for story in stories}
        wanting = [story for story in stories if suggested[story]]
        plan = self._plan("accept", "accepts what is suggested for {}, done", wanting, _asked(state=State.DONE))
        wishes = tuple(replace(wish, add=suggested[wish.story]) for wish in plan.wishes)
        without = len(stories) - len(wanting)
        return replace(plan, wishes=wishes, besides=(f"{without:,} more have nothing suggested",) if without else ())

    def plan_state(self, stories: Sequence[StoryId], state: State) -> Plan:
        """Set all done, spike them, or put them off until later."""
        verb, says = STATED[state]
        return self._plan(verb, says, stories, _asked(state=state))

    def plan_note(self, stories: Sequence[StoryId], note: str) -> Plan:
        """Write a note on all, in place of those that they have; an empty one removes them."""
        written = tidy(note)
        noted = sum(bool(decision and decision.note) for decision in map(self.store.decision, stories))
        says = "writes the note on {}" if written else "removes the note of {}"
        besides = (f"{noted:,} have one that goes",) if noted else ()
        return self._plan("note", says, stories, _asked(note=written), besides)

    def decided(self, stories: Sequence[StoryId]) -> frozenset[StoryId]:
        """Those of `stories` that are done or spiked, by whomever."""
        return frozenset(story for story in stories if self.store.state(story).decided)

    def carry_out(self, plan: Plan, *, view: str = "", cursor: StoryId | None = None) -> Act | None:
        """Do what was planned, as one act; None when all of it is so already. Raises StoreError, and nothing has changed."""
        return self.store.act(plan.verb, plan.wishes, view=view, cursor=cursor)

    def _plan(
        self, verb: str, says: str, stories: Sequence[StoryId], asked: Wish, besides: tuple[str, ...] = ()
    ) -> Plan:
        from triage.model.decision import Plan

        known = (entry for entry in self.entries(stories) if is_story(entry.id))
        wishes = tuple(replace(asked, story=entry.id, headline=entry.headline, path=entry.path) for entry in known)
        return Plan(verb, says, wishes, besides)


def _asked(
    *,
    add: tuple[str, ...] = (),
    remove: tuple[str, ...] = (),
    state: State | None = None,
    note: str | None = None,
) -> Wish:
    """A wish for no story yet."""
    from triage.model.decision import Wish
    from triage.model.story import StoryId

    return Wish(StoryId(""), "", None, add=add, remove=remove, state=state, note=note)


def _said(name: str) -> str:
    """A tag's name in a text with a place in it."""
    return name.replace("{", "{{").replace("}", "}}")
