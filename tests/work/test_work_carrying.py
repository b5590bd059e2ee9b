"""A new version goes on from what was decided about the one before: real files, a real index, a real store."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.model.decision import KEEPER, State, Wish
from triage.model.fact import FactKind, Provenance, Span, make_fact
from triage.store import TagStore
from triage.work.carrying import Carrying
from triage.work.chaining import Chaining
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.identity import FactId
    from triage.model.story import StoryId

HEADER = "Date: 2026-03-04T{hour:02}:00:00+00:00\nSlug: OSTBY-FIRE/\nSource: Sample Wire\n\n"
BODY = (
    "OSTBY (Sample Wire) - A fire in the old customs house of Ostby killed {dead} people on Wednesday, the fire chief said, and "
    "smoke could be seen from the island of Lunde.\n\n“It began in the cellar, where they kept the paint,” Chief Ragna "
    "Hellum told reporters in the rain. She would not say who had the keys.\n\nThe house, built in 1871, was to "
    "become a hotel. The mayor, Torstein Aas, called it the saddest morning of his time in office.\n"
)


class Wire:
    """An inbox into which versions of one story come, and a person's store beside it."""

    def __init__(self, desk, index: Index) -> None:
        self.desk, self.index = desk, index
        self.carrying = Carrying(desk.store, index)
        self.reading, self.chaining = Reading(desk.inbox, index, self.carrying.rewritten), Chaining(index)
        self.person = TagStore.open(desk.store, "anna")

    def comes(self, name: str, headline: str, hour: int, dead: int, more: str = "") -> StoryId:
        text = f"{HEADER.format(hour=hour)}{headline}\n\n{BODY.format(dead=dead)}{more}"
        self.desk.add(f"{name}.txt", text, age=60 - hour)
        self.look()
        return next(entry.id for entry in self.entries() if entry.path == f"{name}.txt")

    def look(self) -> None:
        self.reading.look()
        while self.reading.busy:
            self.reading.slice()
        while (stories := self.chaining.slice()) is not None:
            self.carrying.into(stories)
        self.carrying.keep_up()
        self.person.refresh()

    def entries(self):
        return self.index.entries(self.index.ids(every_version=True))

    def states(self, story: StoryId, **places: str) -> dict[str, FactId]:
        """Facts are extracted: that these places of the text are in those countries; the fact's id by the place."""
        text = self.index.story(story).text
        facts = {
            name: make_fact(
                story, FactKind.PLACE, text, {"name": name, "country": country, "type": "city"},
                (Span(text.index(name), text.index(name) + len(name)),), Span(0, len(text)), Provenance("rule", 0.9),
            )
            for name, country in places.items()
        }  # fmt: skip
        self.index.put_facts([(story, tuple(facts.values()), ())], "rules")
        self.carrying.extracted([story])
        self.person.refresh()
        return {name: fact.id for name, fact in facts.items()}

    def verdicts(self, story: StoryId) -> dict[FactId, str]:
        decision = self.person.decision(story)
        return dict(decision.facts) if decision else {}

    def decide(self, story: StoryId, **wanted) -> None:
        self.person.act("decide", [Wish(story, "A headline", "a.txt", **wanted)])


@pytest.fixture
def wire(desk) -> Iterator[Wire]:
    with closing(Index.open(desk.locations.index, write=True)) as index:
        yield Wire(desk, index)


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
