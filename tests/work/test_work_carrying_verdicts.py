"""A new version goes on from what was said about the facts of the one before."""

from __future__ import annotations

import pytest

from triage.model.decision import KEEPER, State
from triage.work.carrying import Carrying


def test_verdicts_go_on_to_the_facts_that_state_the_same(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(first, Ostby="NO", Lunde="SE")
    wire.decide(first, verdicts=((facts["Ostby"], "rejected"), (facts["Lunde"], "person")))
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    assert wire.verdicts(second) == {}  # nobody knows its facts yet
    assert wire.person.decision(second).carried_from == (first,)
    later = wire.states(second, Ostby="NO", Lunde="NO")
    assert wire.verdicts(second) == {later["Ostby"]: "rejected"}
    assert wire.person.decision(second).by == KEEPER
    third = wire.comes("c", "UPDATE 2-Fire kills 6 in Ostby", 10, 6)
    last = wire.states(third, Ostby="NO")
    assert wire.verdicts(third) == {last["Ostby"]: "rejected"}


def test_a_verdict_that_is_given_or_taken_back_later_is_mirrored(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(first, Ostby="NO", Lunde="SE")
    wire.decide(first, add=("NATO",))
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    later = wire.states(second, Ostby="NO", Lunde="SE")
    wire.decide(first, verdicts=((facts["Ostby"], "rejected"),))
    wire.look()
    assert wire.verdicts(second) == {later["Ostby"]: "rejected"}
    wire.decide(first, verdicts=((facts["Ostby"], None), (facts["Lunde"], "organization")))
    wire.look()
    assert wire.verdicts(second) == {later["Lunde"]: "organization"}


def test_verdicts_come_to_a_version_that_somebody_has_decided_about_before_its_facts_were_known(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(first, Ostby="NO", Lunde="SE")
    wire.decide(first, verdicts=((facts["Ostby"], "rejected"), (facts["Lunde"], "rejected")))
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    wire.decide(second, add=("NATO",), state=State.DONE)
    later = wire.states(second, Ostby="NO")
    decision = wire.person.decision(second)
    assert (dict(decision.facts), decision.state, decision.by) == ({later["Ostby"]: "rejected"}, State.DONE, "anna")


@pytest.mark.parametrize("restarted", [False, True])
def test_a_carried_verdict_that_was_taken_back_does_not_return_with_the_next_extraction(wire, restarted):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(first, Ostby="NO", Lunde="SE")
    wire.decide(first, verdicts=((facts["Ostby"], "rejected"), (facts["Lunde"], "rejected")))
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    later = wire.states(second, Ostby="NO")
    assert wire.verdicts(second) == {later["Ostby"]: "rejected"}
    wire.decide(second, verdicts=((later["Ostby"], None),))
    if restarted:
        wire.carrying = Carrying(wire.desk.store, wire.index)
        wire.carrying.keep_up()
    better = wire.states(
        second, Ostby="NO", Lunde="SE"
    )  # a newer extractor finds more: of that nobody has said anything
    assert wire.verdicts(second) == {better["Lunde"]: "rejected"}


def test_verdicts_outlive_the_file_that_is_written_over_by_an_update(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(first, Ostby="NO")
    wire.decide(first, verdicts=((facts["Ostby"], "rejected"),))
    second = wire.comes("a", "Fire kills 5 in Ostby, mayor in tears", 9, 5)
    assert wire.index.story(first) is None
    later = wire.states(second, Ostby="NO")
    assert wire.verdicts(second) == {later["Ostby"]: "rejected"}


def test_verdicts_stay_with_a_file_that_was_not_complete(wire):
    part = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    facts = wire.states(part, Ostby="NO")
    wire.decide(part, verdicts=((facts["Ostby"], "rejected"),))
    whole = wire.comes("a", "Fire kills 3 in Ostby", 8, 3, more="\nThe cause is not known.\n")
    assert wire.verdicts(whole) == {wire.states(whole, Ostby="NO")["Ostby"]: "rejected"}
    assert wire.person.decision(whole).by == "anna"
    assert wire.person.decision(part) is None


def test_facts_of_stories_nobody_has_judged_write_nothing(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    assert wire.states(first, Ostby="NO")
    assert not wire.desk.store.exists()
