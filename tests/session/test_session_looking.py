"""What is told of many stories at once, from facts that the worker has extracted: dossiers, and the day at a glance."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from minister import STORIES

from tests.bench.listener import Listener
from triage.locations import Locations
from triage.model.entity import Entity
from triage.model.fact import FactKind
from triage.model.state import State
from triage.session import Session, looking
from triage.session.dossier import Dossier, Part
from triage.session.glance import Glance, pace
from triage.settings import load

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = dt.date(2018, 4, 27)
HOLM = Entity(FactKind.PERSON, "Kari Holm")
NORWAY = Entity(FactKind.PLACE, "Norway", "NO")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> Iterator[Locations]:
    """The stories with their facts: extracted once, for the index is only read here."""
    folder = tmp_path_factory.mktemp("norway")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRIAGE_CACHE", str(folder / "cache"))
        inbox = folder / "inbox"
        inbox.mkdir()
        for name, text in STORIES.items():
            (inbox / name).write_text(text)
        locations = Locations.at(inbox)
        with Listener(locations) as worker:
            for progress in worker.progress():
                if progress.phase == "idle" and progress.extracted == len(STORIES):
                    break
        yield locations


@pytest.fixture
def session(extracted, tmp_path) -> Iterator[Session]:
    """A session with a store of its own, where it is as late as the stories say."""
    config = tmp_path / "triage.toml"
    config.write_text('time_zone = "UTC"\n')
    there = dataclasses.replace(extracted, store=tmp_path / "triage.json")
    with closing(Session(load(config), there, "tester")) as made:
        yield made


def dossier(session: Session, entity: Entity, day: dt.date | None = DAY) -> Dossier:
    *_, whole = session.dossier(entity, day)
    assert whole.whole
    return whole


def glance(session: Session, day: dt.date | None = DAY) -> Glance:
    *_, whole = session.glance(day)
    return whole


def story(session: Session, name: str) -> str:
    return session.listing(f"path:{name}").ids[0]


def test_a_person_has_roles_quotes_and_deeds_each_told_once(session):
    found = dossier(session, HOLM)
    assert (found.stories, sum(found.mentions), found.elsewhere) == (2, 5, 1)
    assert [slot for slot, number in enumerate(found.mentions) if number] == [8, 11]
    roles = [(told.fact.value["role"], told.fact.value["of"], told.stories) for told in found.told(Part.ROLES)]
    assert roles == [("Defense Minister", None, 1), ("Defense Minister", "Norway", 1)]
    quotes = [
        (told.entry.path, told.fact.value["content"].strip(","), told.stories) for told in found.told(Part.QUOTES)
    ]
    assert quotes == [
        ("order.txt", "Norway ordered 40 NASAMS launchers on Friday", 1),
        ("order.txt", "We will not wait for the next crisis", 2),  # the earlier of two that have it
    ]
    deeds = [(told.fact.value["action"], told.fact.value["target"]) for told in found.told(Part.DEEDS)]
    assert deeds == [("warn", "Russia"), ("meet", "Jens Dahl")]
    assert [told.entry.path for told in found.told(Part.STORIES)] == ["warning.txt", "order.txt"]


def test_without_a_day_it_is_of_the_whole_inbox(session):
    found = dossier(session, HOLM, None)
    assert (found.stories, found.elsewhere, found.axis.labels) == (3, 0, ("25", "26", "27"))
    assert [bool(number) for number in found.mentions] == [True, False, True]
    suffered = [(told.fact.value["actor"], told.fact.value["action"]) for told in found.told(Part.SUFFERED)]
    assert ("Russia", "criticize") in suffered


def test_others_of_its_name_and_of_its_stories_are_named(session):
    found = dossier(session, HOLM)
    assert [(one.entity.name, one.stories) for one in found.namesakes] == [("Holm", 1)]
    assert Entity(FactKind.PERSON, "Jens Dahl") in [one.entity for one in found.company]
    assert HOLM not in [one.entity for one in found.company]
    half = dossier(session, found.namesakes[0].entity)
    assert [one.entity.name for one in half.namesakes] == ["Kari Holm"]
    assert [told.entry.path for told in half.told(Part.STORIES)] == ["fire.txt"]


def test_a_weapon_has_numbers_a_country_its_people_a_town_its_dead_and_wounded(session):
    nasams = dossier(session, Entity(FactKind.WEAPON, "NASAMS"))
    assert [told.fact.value["number"] for told in nasams.told(Part.FIGURES)] == [40]
    people = [told.fact.value["name"] for told in dossier(session, NORWAY).told(Part.HOLDERS)]
    assert people == ["Kari Holm"]
    bergen = dossier(session, Entity(FactKind.PLACE, "Bergen", "NO"))
    assert [told.fact.value["number"] for told in bergen.told(Part.CASUALTIES)] == [9]


def test_case_and_accents_make_no_other_entity_and_a_country_does(session):
    assert dossier(session, Entity(FactKind.PERSON, "KARI HÓLM")).stories == 2
    assert dossier(session, Entity(FactKind.PLACE, "Norway", "US")).told(Part.STORIES) == ()


def test_nobody_and_no_day_are_told_as_nothing(session):
    assert dossier(session, Entity(FactKind.PERSON, "Nobody At All")).stories == 0
    assert dossier(session, HOLM, dt.date(2018, 4, 26)).stories == 0
    assert dossier(session, Entity(FactKind.PERSON, "")).stories == 0
    assert glance(session, dt.date(2018, 4, 26)).shift.stories == 0


def test_it_is_told_bit_by_bit_the_newest_stories_first(session, monkeypatch):
    monkeypatch.setattr(looking, "AT_FIRST", 1)
    monkeypatch.setattr(looking, "AT_ONCE", 1)
    states = list(session.dossier(HOLM, None))
    assert [(one.read, one.stories, one.total, one.whole) for one in states] == [
        (1, 1, 3, False), (2, 2, 3, False), (3, 3, 3, True),
    ]  # fmt: skip
    assert [told.entry.path for told in states[0].told(Part.STORIES)] == ["warning.txt"]


def test_what_a_person_says_of_a_fact_counts(session):
    order = story(session, "order.txt")
    facts = {fact.text: fact for fact in session.facts(order)}
    session.reject(order, facts["Kari Holm"])
    assert [told.entry.path for told in dossier(session, HOLM).told(Part.STORIES)] == ["warning.txt"]
    session.correct(order, facts["NASAMS"], FactKind.ORGANIZATION)
    assert dossier(session, Entity(FactKind.WEAPON, "NASAMS")).told(Part.STORIES) == ()
    assert dossier(session, Entity(FactKind.ORGANIZATION, "NASAMS")).stories == 1
    names = glance(session).names
    assert "NASAMS" not in [one.entity.name for one in names[FactKind.WEAPON]]
    assert "NASAMS" in [one.entity.name for one in names[FactKind.ORGANIZATION]]
    assert [one.stories for one in names[FactKind.PERSON] if one.entity == HOLM] == [1]


def test_a_fact_leads_to_whom_it_is_about(session):
    order, warning = story(session, "order.txt"), story(session, "warning.txt")
    entities = {(fact.kind, session.entity(order, fact)) for fact in session.facts(order)}
    assert (FactKind.PERSON, HOLM) in entities
    assert (FactKind.QUOTE, HOLM) in entities
    assert (FactKind.PLACE, NORWAY) in entities
    assert (FactKind.DATE, None) in entities
    assert (FactKind.QUANTITY, None) in entities
    assert (FactKind.EVENT, HOLM) in {(fact.kind, session.entity(warning, fact)) for fact in session.facts(warning)}


@pytest.mark.parametrize("entity", [HOLM, NORWAY, Entity(FactKind.ORGANIZATION, "NATO")], ids=lambda one: one.name)
def test_the_query_about_an_entity_finds_the_stories_of_its_dossier(session, entity):
    found = session.listing(session.on_day(session.query_about(entity), DAY)).ids
    assert set(found) == {told.entry.id for told in dossier(session, entity).told(Part.STORIES)}


def test_a_glance_counts_stories_decisions_and_tags_by_the_hour(session):
    order, fire = story(session, "order.txt"), story(session, "fire.txt")
    session.tag_and_done(order, ("defense",))
    session.toggle(fire, "harbours")
    found = glance(session)
    assert (found.shift.decided, found.shift.stories) == (1, 3)
    assert {slot: number for slot, number in enumerate(found.stories) if number} == {8: 1, 11: 2}
    assert {slot: number for slot, number in enumerate(found.decided) if number} == {8: 1}
    assert list(found.tags) == [*(tag.name for tag in session.settings.tags), "harbours"]
    assert (found.tags["defense"][8], sum(found.tags["defense"])) == (1, 1)
    assert (found.tags["harbours"][11], sum(found.tags["harbours"])) == (1, 1)
    assert sum(found.tags["NATO"]) == 0


def test_a_glance_names_whom_most_stories_name_and_is_told_in_parts(session):
    first, second, whole = session.glance(DAY)
    assert (first.pace, first.running, first.names, first.waiting) == (None, None, None, 0)
    assert second.pace is not None and second.names is None
    assert whole.names is not None
    assert (whole.names[FactKind.PERSON][0].entity, whole.names[FactKind.PERSON][0].stories) == (HOLM, 2)
    assert (NORWAY, 2) in [(one.entity, one.stories) for one in whole.names[FactKind.PLACE]]
    assert glance(session, None).names[FactKind.PERSON][0].stories == 3


def test_the_pace_is_that_of_decisions_which_stand(session):
    for name in ("order.txt", "fire.txt"):
        session.set_state(story(session, name), State.DONE)
    session.toggle(story(session, "warning.txt"), "defense")  # no decision
    session.set_state(story(session, "critics.txt"), State.SPIKED)  # of another day
    assert glance(session).pace.last_hour == 2
    session.undo()
    session.undo()
    session.undo()
    found = glance(session)
    assert (found.pace.last_hour, found.shift.decided) == (1, 1)
    assert found.pace.through == pytest.approx(time.time() + 2 * 3600, abs=60)
    assert glance(session, None).pace.last_hour == 1


def test_without_decisions_nobody_knows_when_it_will_be_through():
    now = 1_000_000.0
    assert pace([], 5, now).through is None
    assert pace([now - 4000], 5, now).through is None
    assert pace([now - 60], 0, now).through is None
    assert pace([now - 60, now - 4000, now - 90_000, now + 5], 3, now).hours == (*[0] * 10, 1, 1)
    assert pace([now - 60], 3, now).through == now + 3 * 3600
