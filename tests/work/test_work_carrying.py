"""A new version goes on from what was decided about the one before: real files, a real index, a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.decision import KEEPER, State
from triage.work.carrying import Carrying

if TYPE_CHECKING:
    from triage.model.story import StoryId


def test_a_new_version_of_a_decided_story_is_undecided_with_its_tags(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("defense",), state=State.DONE, note="call the mayor")
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    carried = wire.person.decision(second)
    assert (carried.tags, carried.state, carried.note) == (("defense",), State.NEW, "call the mayor")
    assert carried.carried_from == (first,)
    assert carried.by == KEEPER
    assert carried.news
    assert wire.person.decision(first).state is State.DONE


def test_carrying_twice_changes_nothing(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, state=State.DONE)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    before = wire.person.decision(second)
    Carrying(wire.desk.store, wire.index).keep_up()  # another process, after a restart
    wire.look()
    assert wire.person.decision(second) == before


def test_what_was_decided_while_the_new_version_was_on_its_way_is_carried(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    assert wire.person.decision(second) is None
    wire.decide(first, add=("NATO",), state=State.DONE)
    wire.look()
    assert wire.person.tags(second) == ("NATO",)


def test_what_a_person_decided_about_the_new_version_stands(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("NATO",), state=State.DONE)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    wire.decide(second, remove=("NATO",), state=State.SPIKED)
    wire.decide(first, add=("defense",))
    wire.look()
    assert wire.person.tags(second) == ()
    assert wire.person.state(second) is State.SPIKED


def test_undo_takes_back_what_the_person_did_and_not_what_was_carried(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("NATO",), state=State.DONE)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    undone = wire.person.undo()
    assert [change.story for change in undone.act.changes] == [first]
    wire.look()  # nobody has decided about the second: it goes on mirroring the first
    assert wire.person.tags(second) == ()


def test_a_muted_story_stays_spiked_whatever_comes_and_comes_back_whole(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, state=State.SPIKED, muted=True)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    third = wire.comes("c", "UPDATE 2-Fire kills 6 in Ostby", 10, 6)
    assert {wire.person.state(story) for story in (first, second, third)} == {State.SPIKED}
    assert wire.person.decision(third).muted
    wire.person.undo()
    wire.look()
    assert {wire.person.state(story) for story in (first, second, third)} == {State.NEW}


def test_an_older_version_that_comes_late_carries_nothing_back(wire):
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    wire.decide(second, add=("NATO",), state=State.DONE)
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    assert wire.person.decision(first) is None
    assert {first, second} & set(wire.index.ids()) == {second}
    assert wire.index.versions(first) == [first, second]


def test_a_file_that_was_not_complete_keeps_its_decision(wire):
    part = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(part, add=("NATO",), state=State.DONE)
    whole = wire.comes("a", "Fire kills 3 in Ostby", 8, 3, more="\nThe cause is not known.\n")
    assert part != whole
    decision = wire.person.decision(whole)
    assert (decision.tags, decision.state, decision.by, decision.news) == (("NATO",), State.DONE, "anna", False)
    assert wire.person.decision(part) is None


def test_what_is_decided_about_a_file_that_was_not_complete_goes_on_when_it_is(wire):
    part = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.comes("a", "Fire kills 3 in Ostby", 8, 3, more="\nThe cause")
    whole = wire.comes("a", "Fire kills 3 in Ostby", 8, 3, more="\nThe cause is not known.\n")
    wire.decide(part, add=("NATO",), state=State.DONE)  # whose list does not have the whole one yet
    wire.look()
    decision = wire.person.decision(whole)
    assert (decision.tags, decision.state, decision.by) == (("NATO",), State.DONE, "anna")
    assert wire.person.decision(part) is None


MESSAGES = [
    f"From a@quay.invalid Wed Mar  4 1{n}:00:00 2026\nFrom: a@quay.invalid\nTo: wire@inbox.invalid\nSubject: {subject}\n\n{subject} in Ostby.\n\n"
    for n, subject in enumerate(("Pilots rest", "Ferries sail", "Trams stop"))
]


def test_mail_keeps_its_decision_when_more_follows_it_in_its_box(wire):
    def arrive(count: int) -> list[StoryId]:
        wire.desk.add("box", "".join(MESSAGES[:count]), age=60 - count)
        wire.look()
        return [entry.id for entry in sorted(wire.entries(), key=lambda one: one.path) if entry.path.startswith("box")]

    (first,) = arrive(1)
    wire.decide(first, add=("NATO",), state=State.DONE)
    second = arrive(2)[1]
    wire.decide(second, add=("defense",), state=State.SPIKED)
    decisions = [wire.person.decision(story) for story in arrive(3)]
    assert [one and (one.tags, one.state, one.by, one.path) for one in decisions] == [
        (("NATO",), State.DONE, "anna", "box#1"),
        (("defense",), State.SPIKED, "anna", "box#2"),
        None,
    ]


def test_what_is_decided_about_a_version_that_was_written_over_goes_on_in_the_next(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    second = wire.comes("a", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    wire.decide(first, add=("NATO",), state=State.DONE)
    wire.look()
    decision = wire.person.decision(second)
    assert (decision.tags, decision.state, decision.carried_from) == (("NATO",), State.NEW, (first,))


def test_a_file_written_over_by_an_update_is_a_new_version(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("NATO",), state=State.DONE)
    second = wire.comes("a", "Fire kills 5 in Ostby, mayor in tears", 9, 5)
    decision = wire.person.decision(second)
    assert (decision.tags, decision.state, decision.carried_from) == (("NATO",), State.NEW, (first,))
    assert wire.person.decision(first).state is State.DONE


def test_a_file_written_over_by_another_story_carries_nothing(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("NATO",), state=State.DONE)
    wire.desk.add("a.txt", "Late goal\n\nLUNDE (Sample Wire) - Lunde beat Ostby 1-0 on Sunday in the rain.\n")
    wire.look()
    assert [story for story, one in wire.person.decisions().items() if one.tags] == [first]


def test_what_a_person_decides_while_another_story_is_chained_is_not_overlooked(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    second = wire.comes("b", "UPDATE 1-Fire kills 5 in Ostby", 9, 5)
    wire.decide(first, add=("NATO",))
    other = next(entry.id for entry in wire.entries() if entry.path == "sport.txt")
    wire.decide(first, add=("defense",), state=State.DONE)
    wire.carrying.into([other])
    wire.look()
    assert wire.person.tags(second) == ("defense", "NATO")


def test_a_decision_survives_the_removal_of_its_file(wire):
    first = wire.comes("a", "Fire kills 3 in Ostby", 8, 3)
    wire.decide(first, add=("NATO",), state=State.DONE)
    (wire.desk.inbox / "a.txt").unlink()
    wire.look()
    assert wire.index.story(first) is None
    assert (wire.person.tags(first), wire.person.state(first)) == (("NATO",), State.DONE)
    assert wire.comes("back", "Fire kills 3 in Ostby", 8, 3) == first  # the same bytes, wherever they are
    assert wire.person.tags(first) == ("NATO",)
