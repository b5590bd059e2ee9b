"""The decisions' side of the work: a new version of a story goes on from what was decided about the one before.

The second process alone does this, in the program's own name: there is one for a store and an inbox, however many sessions
are open, and nobody's undo takes back what nobody did. As long as no person has decided about a version, it mirrors the
one before, also when that changes: a mute that is undone brings back what was spiked for it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from triage.index.entering import when
from triage.ingest.chain_traces import trace
from triage.ingest.chains import joined_at_one_path
from triage.model.decision import KEEPER, Decision, Wish
from triage.model.fact import fact_id
from triage.model.query import Field
from triage.model.state import State
from triage.store import TagStore, exists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from triage.index import Index
    from triage.model.identity import FactId, StoryId
    from triage.model.verdict import Verdicts
    from triage.work.rewriting import Rewritten


CARRYING = "carry to the new version"
VERSIONED = Field("is", "versioned")


class Carrying:
    """Carries tags, notes, mutes and verdicts along the chains of the index. Used in the thread that writes the index."""

    def __init__(self, path: Path, index: Index) -> None:
        self._path = path
        self._index = index
        self._opened: TagStore | None = None
        self._changed: set[StoryId] = set()
        self._followed: dict[StoryId, tuple[StoryId, Callable[[], None]]] = {}

    def into(self, stories: Sequence[StoryId]) -> None:
        """These stories have turned out to be versions of others. Raises StoreError."""
        store = self._store()
        if store is not None and stories:
            self._changed |= store.refresh()
            self._carry(store, stories)

    def keep_up(self) -> None:
        """People have decided meanwhile, perhaps about versions that are no longer the newest. Raises StoreError."""
        if self._opened is None and not self._followed and not self._index.matching(VERSIONED):
            return  # a store costs memory, and there is nothing to carry
        store = self._store()
        if store is None:
            return
        self._changed |= store.refresh()
        if self._changed:
            changed, self._changed = self._changed, set()
            for story in changed:
                self._follow(story)
            self._carry(store, changed & self._index.matching(VERSIONED))

    def extracted(self, stories: Sequence[StoryId]) -> None:
        """Facts of these stories are in the index by now, so what was said of such facts in the version before can be said of
        them, unless a person has taken that back; whoever has decided about the story meanwhile stays who did. Raises StoreError."""
        store = self._opened
        if store is None:
            return
        self._changed |= store.refresh()
        wishes: list[Wish] = []
        for now in filter(None, map(store.decision, stories)):
            before = store.decision(now.carried_from[0]) if now.carried_from else None
            told = self._verdicts(now.story, before.facts, before.story) if before and before.facts else {}
            unsaid = tuple((fact, verdict) for fact, verdict in told.items() if verdict and fact not in now.facts)
            if unsaid and now.by != KEEPER:
                ruled = _ruled(store, now.story)
                unsaid = tuple((fact, verdict) for fact, verdict in unsaid if fact not in ruled)
            if unsaid:
                stamp = (now.decided_at, now.by)
                wishes.append(Wish(now.story, now.headline, now.path, verdicts=unsaid, stamp=stamp))
        if wishes:
            store.act(CARRYING, wishes)

    def rewritten(self, file: Rewritten) -> None:
        """A file holds other stories than it did: what was decided about those goes on where they do. Raises StoreError."""
        for old, new in file.whole.items():
            if len(self._index.paths(old)) == 1:
                path = new.path or file.found.path
                self._go_on(old, new.id, partial(self.replaced, old, new.id, new.headline, path))
        if file.grown:
            return
        came = [(story, trace(story, when(story, file.found))) for story in file.found.stories]
        for old in file.before:
            text, entries = self._index.story(old), self._index.entries([old])
            if text is None or any(story.id == old for story, _ in came):
                continue
            left = trace(text, entries[0].when)
            for story, one in came:
                if joined_at_one_path(left, one):
                    self._go_on(old, story.id, partial(self.changed, old, story.id, story.headline, file.found.path))
                    break

    def replaced(self, old: StoryId, new: StoryId, headline: str, path: str) -> None:
        """The file of `old` was still being written, and is now `new`: the same entry, with all that was decided, by whoever
        decided it. Raises StoreError."""
        store = self._store()
        decision = store.decision(old) if store else None
        if store is None or decision is None or store.decision(new):
            return
        facts = self._index.facts(old) if decision.facts else ()
        said = ((fact_id(new, one.kind, one.value), decision.facts.get(one.id)) for one in facts)
        moved = Wish(
            new, headline, path, decision.tags, state=decision.state, note=decision.note, refuse=decision.refused,
            verdicts=tuple(said),
            carried_from=decision.carried_from, muted=decision.muted, stamp=(decision.decided_at, decision.by),
        )  # fmt: skip
        emptied = Wish(
            old, decision.headline, decision.path, remove=decision.tags, state=State.NEW, note="", carried_from=(),
            muted=False, verdicts=tuple((fact, None) for fact in decision.facts),
        )  # fmt: skip
        store.act("replace by the whole file", [moved, emptied])

    def changed(self, old: StoryId, new: StoryId, headline: str, path: str) -> None:
        """The file of `old` now holds `new`, a version of the same story; of `old` only the decision is left. Raises
        StoreError."""
        store = self._store()
        decision = store.decision(old) if store else None
        if store is not None and decision is not None and _carries(decision) and store.decision(new) is None:
            store.act(CARRYING, [_mirror(Decision(new, headline, path), decision, {})])

    def _go_on(self, old: StoryId, new: StoryId, carry: Callable[[], None]) -> None:
        """Carry what was decided about `old`, whose file holds `new` now, and what will be: it may be in somebody's list still."""
        self._followed.pop(new, None)
        self._followed[old] = new, carry
        carry()

    def _follow(self, story: StoryId) -> None:
        """Carry what was decided about a story as far as its file has gone on."""
        while story in self._followed:
            story, carry = self._followed[story]
            carry()

    def _store(self) -> TagStore | None:
        """The store, once somebody has decided something: nothing is made before."""
        if self._opened is None and exists(self._path):
            self._opened = TagStore.open(self._path, KEEPER)
            self._changed |= frozenset(self._opened.decisions())  # whatever was decided before this process was there
        return self._opened

    def _carry(self, store: TagStore, stories: Iterable[StoryId]) -> None:
        seen: set[StoryId] = set()
        wishes: list[Wish] = []
        for story in stories:
            if story not in seen:
                chain = self._index.versions(story)
                seen.update(chain)
                wishes += self._along(store, chain)
        if wishes:
            store.act(CARRYING, wishes)

    def _along(self, store: TagStore, chain: Sequence[StoryId]) -> Iterable[Wish]:
        """What is to be done about the versions of one chain, each after the one before it."""
        before: Decision | None = None
        for entry in self._index.entries(chain):
            now = store.decision(entry.id)
            blank = Decision(entry.id, entry.headline, entry.path)
            mirrors = (
                now is not None and now.by == KEEPER and bool(now.carried_from) and set(now.carried_from) <= set(chain)
            )
            if mirrors or (now is None and entry.id == chain[-1] and before and _carries(before)):
                told = self._verdicts(entry.id, before.facts, before.story) if before else {}
                wish = _mirror(now or blank, before or blank, told)
                yield wish
                before = _after(now or blank, wish)
            elif now is not None:
                before = now

    def _verdicts(self, story: StoryId, said: Verdicts, before: StoryId) -> dict[FactId, str | None]:
        """What was `said` of the facts of the version `before`, of the same facts of `story`: those that state the same.
        None where nothing was; facts that are not extracted yet are not in it."""
        facts = self._index.facts(story)
        return {fact.id: said.get(fact_id(before, fact.kind, fact.value)) for fact in facts}


def _carries(decision: Decision) -> bool:
    """Whether there is something in a decision for the next version to go on from."""
    return decision.state.decided or bool(
        decision.tags or decision.note or decision.refused or decision.muted or decision.facts
    )


def _ruled(store: TagStore, story: StoryId) -> frozenset[FactId]:
    """The facts of a story on which there has ever been a verdict: one that is gone was taken back, and does not return."""
    changes = (change for act in store.history(story) for change in act.changes if change.story == story)
    return frozenset(ruling.fact for change in changes for ruling in change.facts)


def _mirror(now: Decision, before: Decision, told: Mapping[FactId, str | None]) -> Wish:
    """What makes a version that no person has decided about go on from the one before: undecided, unless that is muted.
    `told` are the verdicts on its facts, as they are on those before."""
    state = State.SPIKED if before.muted else State.NEW if now.state is State.SPIKED else None
    return Wish(
        now.story,
        now.headline,
        now.path,
        add=before.tags,
        remove=tuple(tag for tag in now.tags if tag not in before.tags),
        state=state,
        note=before.note,
        refuse=before.refused,
        verdicts=tuple((fact, told[fact]) for fact in sorted(told) if told[fact] != now.facts.get(fact)),
        carried_from=(before.story,) if _carries(before) else (),
        muted=before.muted,
    )


def _after(now: Decision, wish: Wish) -> Decision:
    """The decision that the wish leaves, as far as the next version goes on from it."""
    return replace(
        now,
        tags=wish.add,
        state=wish.state or now.state,
        note=wish.note or "",
        refused=tuple(sorted({*now.refused, *wish.refuse})),
        muted=bool(wish.muted),
        facts={fact: verdict for fact, verdict in {**now.facts, **dict(wish.verdicts)}.items() if verdict},
        carried_from=wish.carried_from or (),
    )
