"""An act on many stories is said with its scope before it is done: `enter` does it, any other key does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from triage.tui.screens.selecting import Selecting
from triage.tui.words import clean, count, cut

if TYPE_CHECKING:
    from triage.model.decision import Act, Plan
    from triage.model.story import StoryId
    from triage.tui.selection import Selection

DOES = "enter: yes"


class Pending(NamedTuple):
    """An act that has been said and waits for `enter`: the `key` that asked for it, what it is to do, which of its stories
    were decided when that was said, what had been picked for it, and whether it has been said before."""

    key: str
    plan: Plan
    decided: frozenset[StoryId]
    selection: Selection | None = None
    again: bool = False


class Scoping(Selecting):
    """Says what an act on many stories would do, and does it."""

    _acted: tuple[tuple[int, Selection], ...] = ()
    """What was picked for each of the acts of this session, so that undoing one brings that back, too."""

    def propose(self, key: str, plan: Plan | None, selection: Selection | None = None) -> None:
        """Say what `key` would do to how many stories, the ones out of sight included; `answer` takes the next key. Without a
        plan, or for no story, nothing waits. A `selection` that the plan was made for is dropped when it is done."""
        if plan is None:
            return
        if not plan.wishes:
            self.say(" · ".join(("nothing to decide", *plan.besides)))
            return
        self.pending = Pending(key, plan, self.session.decided(plan.stories), selection)
        self.draw_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual calls it
        """No key does anything of its own while an act waits for its answer."""
        return self.pending is None

    def answer(self, key: str) -> bool:
        """Take a key as the answer to what is proposed; whether anything was."""
        pending, self.pending = self.pending, None
        if pending is None:
            return False
        if key == "enter":
            self._carry_out(pending)
        else:
            self.say("nothing was done")
        if not self.pending:
            self.say_unsaid()
        return True

    def scope_words(self, pending: Pending, room: int) -> tuple[str, str]:
        """What is proposed and which keys answer, in `room` cells; the exceptions are never cut away."""
        plan = pending.plan
        stories = frozenset(plan.stories)
        decided, hidden = len(pending.decided), self.unlisted(stories)
        says = f"{pending.key} {plan.says.format(count(len(stories), 'story'))}"
        if pending.again:
            says = f"somebody decided meanwhile: {says}"
        open_ones = len(stories) - decided
        scope = [f"{open_ones:,} undecided"] if open_ones else []
        exceptions = [f"{decided:,} decided"] if decided else []
        exceptions += [f"{hidden:,} not in this list"] if hidden else []
        exceptions += plan.besides
        for parts, keys in (([*scope, *exceptions], f"{DOES}, any other key: no"), (exceptions, DOES)):
            words = f"{says}: {', '.join(parts)}" if parts else says
            if cell_len(words) + cell_len(keys) + 3 <= room:
                return clean(words), keys
        said = ", ".join(exceptions)
        head = cut(clean(says), max(8, room - cell_len(said) - cell_len(DOES) - 5))
        return f"{head}: {clean(said)}" if said else head, DOES

    def _carry_out(self, pending: Pending) -> None:
        """Do it, unless somebody else has decided about these stories since its scope was said: then say it again."""
        self.watch_decisions()
        plan, decided = pending.plan, self.session.decided(pending.plan.stories)
        if decided != pending.decided:
            self.pending = pending._replace(decided=decided, again=True)
            self.draw_footer()
            return
        view, cursor = self.listing.text, self.stories.story
        done = self.guarded(lambda: (self.session.carry_out(plan, view=view, cursor=cursor),))
        if done is None:
            return  # it has been said why, and what is picked stays picked
        act = done[0]
        if act is None:
            self.say("all of it is so already")
            return
        if pending.selection:
            self._acted = (*self._acted[-99:], (act.seq, pending.selection))
            self.pick(None)
        self.stories.rows_changed([change.story for change in act.changes])
        self.count_decided()
        self.preview_soon()
        already = len(plan.wishes) - len(act.changes)
        self.say(
            f"{act.verb}: {count(len(act.changes), 'story')}{f', {already:,} were so already' if already else ''} · u undoes"
        )

    def picked_for(self, act: Act) -> Selection | None:
        """What was picked for that act, if it was done in this session."""
        return next((selection for seq, selection in self._acted if seq == act.seq), None)
