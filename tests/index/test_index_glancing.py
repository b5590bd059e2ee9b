"""Questions about many stories at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index_wire import MINUTE, NOON, fact, found, story

from triage.model.entity import Entity
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from triage.index import Index

NOON_S = NOON / 1e9
ALL = (float("-inf"), float("inf"))
KINDS = (FactKind.PERSON, FactKind.WEAPON, FactKind.PLACE)


def person(where, mention: str, name: str):
    return fact(where, FactKind.PERSON, mention, name=name, role=None, of=None)


def put(index: Index, *stories_and_facts) -> list[str]:
    """Stories a minute apart, the first one the oldest, each with its facts."""
    ids = []
    for minute, (one, facts) in enumerate(stories_and_facts):
        index.put_files([found(f"{minute}.txt", one, minute=minute)], "1")
        index.put_facts([(one.id, facts, ())], "1")
        ids.append(one.id)
    return ids


def test_stories_are_found_by_what_an_entity_is_called_said_did_and_suffered(index):
    named, quoted, acted, hit, other = (story(f"{n} of Kim and Lee") for n in ("A", "B", "C", "D", "E"))
    ids = put(
        index,
        (named, [person(named, "Kim", "Kim Jong Un")]),
        (quoted, [fact(quoted, FactKind.QUOTE, "Kim", speaker="KIM JONG-UN", content="x")]),
        (acted, [fact(acted, FactKind.EVENT, "Kim", actor="Kim Jong Un", action="meet", target="Lee")]),
        (hit, [fact(hit, FactKind.EVENT, "Lee", actor="Lee", action="meet", target="Kim Jong Un")]),
        (other, [person(other, "Kim", "Kim Yong Chol")]),
    )
    kim = Entity(FactKind.PERSON, "Kim Jong Un")
    assert index.naming(kim, *ALL) == ids[3::-1]
    assert index.naming(kim, NOON_S + 60, NOON_S + 180) == [ids[2], ids[1]]
    assert index.naming(Entity(FactKind.ORGANIZATION, "Lee"), *ALL) == [ids[3], ids[2]]  # a part played has no kind
    assert index.naming(Entity(FactKind.PERSON, "?"), *ALL) == []


def test_a_place_is_another_in_another_country(index):
    here, there = story("Georgia here"), story("Georgia there")
    ids = put(
        index,
        (here, [fact(here, FactKind.PLACE, "Georgia", name="Georgia", country="GE", type="country")]),
        (there, [fact(there, FactKind.PLACE, "Georgia", name="Georgia", country="US", type="region")]),
    )
    assert index.naming(Entity(FactKind.PLACE, "Georgia", "US"), *ALL) == [ids[1]]
    assert index.counted(KINDS, *ALL) == {
        (FactKind.PLACE, " georgia ", "GE"): ("Georgia", 1),
        (FactKind.PLACE, " georgia ", "US"): ("Georgia", 1),
    }


def test_a_name_is_counted_once_whatever_else_finds_it(index):
    one, two = story("S-400 here"), story("S-400 there")
    put(
        index,
        (one, [fact(one, FactKind.WEAPON, "S-400", name="S-400", **{"class": "missile"})]),
        (two, [fact(two, FactKind.WEAPON, "S-400", name="S-400", **{"class": "air defense system"})]),
    )
    assert index.counted(KINDS, *ALL) == {(FactKind.WEAPON, " s 400 ", ""): ("S-400", 2)}
    assert len(index.naming(Entity(FactKind.WEAPON, "S-400"), *ALL)) == 2
    assert index.counted(KINDS, NOON_S, NOON_S + 60)[FactKind.WEAPON, " s 400 ", ""] == ("S-400", 1)
    assert index.counted_among(KINDS, [one.id, "nothing"])[FactKind.WEAPON, " s 400 ", ""] == ("S-400", 1)
    assert index.counted((FactKind.PERSON,), *ALL) == {}


def test_older_versions_count_nowhere_but_in_their_chain(index):
    first, second, alone = story("Kim arrives"), story("UPDATE 1-Kim arrives"), story("Another Kim")
    ids = put(index, *((one, [person(one, "Kim", "Kim")]) for one in (first, second, alone)))
    index.put_chains([(ids[0], []), (ids[1], [ids[0]]), (ids[2], [])])
    assert [one for one, _ in index.stamps(*ALL)] == [ids[2], ids[1]]
    assert index.stamps(NOON_S, NOON_S + 61) == [(ids[1], NOON_S + 60)]
    assert index.naming(Entity(FactKind.PERSON, "Kim"), *ALL) == [ids[2], ids[1]]
    assert index.counted(KINDS, *ALL)[FactKind.PERSON, " kim ", ""] == ("Kim", 2)
    assert [[entry.id for entry in versions] for versions in index.running(*ALL, 5)] == [[ids[0], ids[1]]]
    assert index.running(NOON_S + MINUTE, ALL[1], 5) == []


def test_names_are_alike_that_differ_by_words_at_one_end(index):
    names = ("Kim Jong Un", "Kim", "Kim Jong Suk", "Jong Un", "Lee")
    stories = [story(f"{name} of {n}") for n, name in enumerate(names)]
    put(index, *((one, [person(one, name, name)]) for one, name in zip(stories, names, strict=True)))
    assert index.namesakes(Entity(FactKind.PERSON, "Kim Jong Un"), *ALL) == [("Jong Un", 1), ("Kim", 1)]
    assert {name for name, _ in index.namesakes(Entity(FactKind.PERSON, "Kim"), *ALL)} == {
        "Kim Jong Un",
        "Kim Jong Suk",
    }
    assert index.namesakes(Entity(FactKind.PERSON, ""), *ALL) == []


def test_stories_without_facts_are_waited_for(index):
    known, new = story("Known"), story("New")
    put(index, (known, []))
    index.put_files([found("new.txt", new, minute=5)], "1")
    assert index.waiting(*ALL) == 1
    assert index.waiting(NOON_S, NOON_S + 60) == 0


def test_of_a_storys_facts_those_that_are_wanted_are_told(index):
    one = story("Kim met Lee")
    facts = [person(one, "Kim", "Kim"), person(one, "Lee", "Lee")]
    put(index, (one, facts))
    asked = [one.id, "gone"]
    assert index.stating(asked, lambda kind, value: value["name"] == "Lee") == [(one.id, (facts[1],)), ("gone", ())]
    assert index.stating(asked[:1], lambda kind, value: kind is FactKind.PLACE) == [(one.id, ())]
