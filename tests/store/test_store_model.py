"""Acts, undos and redos of two people on three terminals, with restarts in between, against a simple model."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from store_wishes import A, B, C, wish
from tinydb import TinyDB

from triage.model.contract import decision_to_json
from triage.model.decision import State, Undone, Wish
from triage.model.query import Field
from triage.model.story import StoryId
from triage.store import TagStore, check

if TYPE_CHECKING:
    from collections.abc import Callable

STORIES = (A, B, C)
TERMINALS = ("anna", "anna", "bert")
SEGMENT = 1200

Key = tuple[StoryId, str]
Values = dict[Key, object]
Effect = dict[Key, tuple[object, object]]

tags = st.sampled_from(["NATO", "defense", "x"])
verdicts = st.dictionaries(st.sampled_from(["f1", "f2"]), st.sampled_from([None, "rejected", "place"]), max_size=2)
some_tags = st.lists(tags, max_size=2).map(tuple)
wishes = st.lists(
    st.builds(
        wish,
        story=st.sampled_from(STORIES),
        add=some_tags,
        remove=some_tags,
        toggle=some_tags,
        state=st.none() | st.sampled_from(State),
        note=st.none() | st.sampled_from(["", "n"]),
        verdicts=verdicts.map(lambda said: tuple(said.items())),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.story,
)
terminals = st.integers(0, len(TERMINALS) - 1)


@dataclass
class Model:
    """Tags, note, verdicts on facts and state (None while undecided) by story; what each person can undo and redo."""

    values: Values = field(default_factory=dict)
    opened: set[StoryId] = field(default_factory=set)
    undo: dict[str, list[Effect]] = field(default_factory=lambda: {"anna": [], "bert": []})
    redo: dict[str, list[tuple[Effect, Effect]]] = field(default_factory=lambda: {"anna": [], "bert": []})

    def get(self, key: Key) -> object:
        return self.values.get(key, {"state": None, "note": "", "f1": None, "f2": None}.get(key[1], False))

    def act(self, user: str, asked: list[Wish]) -> Effect:
        effect: Effect = {}
        for one in asked:
            wanted: dict[str, object] = dict.fromkeys(one.add, True) | dict.fromkeys(one.remove, False)
            for tag in set(one.toggle):
                wanted[tag] = not wanted.get(tag, self.get((one.story, tag)))
            if one.state:
                wanted["state"] = None if one.state in (State.NEW, State.READ) else one.state
            if one.note is not None:
                wanted["note"] = one.note
            wanted |= dict(one.verdicts)
            for name, value in wanted.items():
                key = (one.story, name)
                if self.get(key) != value:
                    effect[key] = (self.get(key), value)
        if effect:
            self.apply(effect)
            self.undo[user].append(effect)
            self.redo[user].clear()
        return effect

    def apply(self, effect: Effect) -> tuple[Effect, set[StoryId]]:
        done: Effect = {}
        skipped: set[StoryId] = set()
        for key, (before, after) in effect.items():
            if self.get(key) == before:
                self.values[key] = after
                done[key] = (before, after)
            else:
                skipped.add(key[0])
        return done, skipped

    def take_back(self, user: str) -> set[StoryId]:
        effect = self.undo[user].pop()
        done, skipped = self.apply({key: (after, before) for key, (before, after) in effect.items()})
        self.redo[user].append((effect, done))
        return skipped

    def do_again(self, user: str) -> set[StoryId]:
        effect, undone = self.redo[user].pop()
        _, skipped = self.apply({key: (after, before) for key, (before, after) in undone.items()})
        self.undo[user].append(effect)
        return skipped

    def state(self, story: StoryId) -> object:
        return self.get((story, "state")) or (State.READ if story in self.opened else State.NEW)

    def facts(self, story: StoryId) -> dict[str, object]:
        return {fact: verdict for fact in ("f1", "f2") if (verdict := self.get((story, fact)))}

    def tags(self, story: StoryId) -> tuple[str, ...]:
        return tuple(tag for tag in ("defense", "NATO", "x") if self.get((story, tag)))


class Terminals(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "triage.json"
        self.model = Model()
        self.stores = [TagStore.open(self.path, user, segment=SEGMENT) for user in TERMINALS]

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
            assert store.problems == ()
        assert check(self.path) == ()
        with TinyDB(self.path) as db:
            assert {document["story"] for document in db.table("stories")} == set(self.stores[0].decisions())
        self.folder.cleanup()

    @rule(number=terminals, asked=wishes)
    def act(self, number: int, asked: list[Wish]) -> None:
        effect = self.model.act(TERMINALS[number], asked)
        act = self.stores[number].act("act", asked)
        changed = {change.story for change in act.changes} if act else set()
        assert changed == {story for story, _ in effect}

    @rule(number=terminals, asked=wishes)
    def act_and_take_it_back(self, number: int, asked: list[Wish]) -> None:
        """Who decided and when is then as it was, too."""
        before = self.documents(number)
        if self.model.act(TERMINALS[number], asked):
            assert self.stores[number].act("act", asked) is not None
            self.undo(number)
            assert self.documents(number) == before

    @rule(number=terminals)
    def undo(self, number: int) -> None:
        self.taken(self.stores[number].undo(), number, self.model.undo, self.model.take_back)

    @rule(number=terminals)
    def redo(self, number: int) -> None:
        self.taken(self.stores[number].redo(), number, self.model.redo, self.model.do_again)

    @rule(number=terminals, story=st.sampled_from(STORIES))
    def read(self, number: int, story: StoryId) -> None:
        self.stores[number].mark_read(story)
        self.model.opened.add(story)

    @rule(number=terminals, clean=st.booleans())
    def restart(self, number: int, clean: bool) -> None:
        if clean:
            self.stores[number].close()
        self.stores[number] = TagStore.open(self.path, TERMINALS[number], segment=SEGMENT)

    @rule(number=terminals)
    def snapshot(self, number: int) -> None:
        self.stores[number].snapshot()

    @invariant()
    def all_agree(self) -> None:
        for store in self.stores:
            store.refresh()
            for story in STORIES:
                assert (store.state(story), store.tags(story)) == (self.model.state(story), self.model.tags(story))
                note = self.model.get((story, "note"))
                decision = store.decision(story)
                assert (decision.note if decision else "") == note
                facts = self.model.facts(story)
                assert (decision.facts if decision else {}) == facts
                holds = self.model.tags(story) or note or facts or self.model.get((story, "state"))
                assert (decision is not None) == bool(holds)
            for state in (State.READ, State.LATER, State.DONE, State.SPIKED):
                in_state = {story for story in STORIES if self.model.state(story) == state}
                assert store.matching(Field("is", state.value)) == in_state
            verdicts = {story: self.model.facts(story) for story in STORIES}
            assert store.judged() == {story: facts for story, facts in verdicts.items() if facts}

    def documents(self, number: int) -> list[dict[str, object]]:
        return [decision_to_json(decision) for _, decision in sorted(self.stores[number].decisions().items())]

    def taken(
        self, undone: Undone | None, number: int, stacks: dict[str, Any], take: Callable[[str], set[StoryId]]
    ) -> None:
        user = TERMINALS[number]
        if not stacks[user]:
            assert undone is None
            return
        assert undone is not None
        assert set(undone.skipped) == take(user)


TestTerminals = Terminals.TestCase
TestTerminals.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
