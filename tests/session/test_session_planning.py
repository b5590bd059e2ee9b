"""Acts on many stories as they are worked out, before anything is done, and a story's history over its versions."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.model.decision import KEEPER, Wish
from triage.model.state import State
from triage.model.telling import episode_words, what_of
from triage.session import Session
from triage.settings import load
from triage.store import TagStore
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session(desk) -> Iterator[Session]:
    with closing(Index.open(desk.locations.index, write=True)) as index:
        reading = Reading(desk.inbox, index)
        reading.look()
        while reading.busy:
            reading.slice()
    with closing(Session(load(None), desk.locations, "tester")) as made:
        made.renew()
        yield made


def test_a_plan_changes_nothing_until_it_is_carried_out_and_then_all_as_one_act(session):
    ids = session.everything
    plan = session.plan_done(ids, ("nato", "Black Sea"))
    assert (plan.verb, plan.stories) == ("tag NATO, Black Sea and done", ids)
    assert session.decided(ids) == frozenset()
    act = session.carry_out(plan, view="", cursor=ids[2])
    assert act is not None
    assert [len(act.changes), what_of(act)] == [5, "tag NATO, Black Sea and done on 5 stories"]
    assert session.decided(ids) == frozenset(ids)
    assert session.carry_out(plan) is None
    assert session.undo().of.cursor == ids[2]
    assert not session.store.decisions()


def test_a_tag_is_taken_from_all_only_where_all_have_it(session):
    ids = session.everything
    session.tag(ids[:2], ["NATO"])
    assert session.plan_toggle(ids, "NATO").verb == "tag NATO"
    assert session.plan_toggle(ids, "NATO").besides == ("2 have it already",)
    taken = session.plan_toggle(ids[:2], "nato")
    assert (taken.verb, taken.says.format("2 stories")) == ("untag NATO", "takes NATO from 2 stories")


def test_what_another_person_changed_between_plan_and_act_is_kept_and_undo_leaves_it(desk, session):
    ids = session.everything
    plan = session.plan_toggle(ids[:2], "NATO")
    with closing(Session(load(None), desk.locations, "anna")) as anna:
        anna.tag(ids[:1], ["NATO"])
    act = session.carry_out(plan)
    assert [change.story for change in act.changes] == [ids[1]]
    session.undo()
    assert [session.store.tags(story) for story in ids[:2]] == [("NATO",), ()]


def test_names_with_braces_and_files_that_could_not_be_read(desk, session):
    plan = session.plan_toggle([*session.everything, "!0123456789abcde"], "{x}")
    assert plan.says.format("5 stories") == "tags 5 stories {x}"
    assert len(plan.wishes) == 5


def test_the_history_of_a_carried_story_names_its_version(desk, session):
    first, second = session.everything[:2]
    session.tag([first], ["NATO"])
    session.set_state(first, State.LATER)
    keeper = TagStore.open(desk.locations.store, KEEPER)
    keeper.act("carry to the new version", [Wish(second, "Second", None, ("NATO",), carried_from=(first,))])
    (carried,) = session.history(second)
    assert episode_words(carried, {first: 1, second: 2}, {}) == "carried from version 1; tagged NATO"
    assert [episode_words(one, {first: 1}, {}) for one in session.history(first)] == [
        "put off until later",
        "tagged NATO",
    ]
