"""Facts and suggestions: what is still to do, and what comes back."""

import pytest
from index_wire import fact, found, story

from triage.index import Index
from triage.index.terms import asks_for, fact_terms
from triage.model.entry import Trouble
from triage.model.fact import Fact, FactKind
from triage.model.query import Field
from triage.model.suggestion import Suggestion

STORIES = [story(f"Pompeo visits Ankara again {n}") for n in range(3)]
NEWEST_FIRST = [STORIES[n].id for n in (2, 1, 0)]
GONE = story("Gone").id


def filled(index: Index) -> None:
    index.put_files([found(f"{n}.txt", one, minute=n) for n, one in enumerate(STORIES)], "r1")
    index.put_files([found("x.bin", error=Trouble("Unreadable", "x.bin is binary"))], "r1")


def test_facts_and_troubles_come_back_as_put(index: Index) -> None:
    filled(index)
    one = STORIES[0]
    facts = (
        fact(one, FactKind.PERSON, "Pompeo", name="Mike Pompeo", role="Secretary of State", of="U.S."),
        fact(one, FactKind.MONEY, "again", amount=2.5, currency=None),
    )
    troubles = (Trouble("Quote", "a quotation mark never closes"),)
    index.put_facts([(one.id, facts, troubles), (GONE, facts, ())], "f1")
    assert index.facts(one.id) == facts
    assert index.troubles(one.id) == troubles
    assert index.facts(STORIES[1].id) == index.troubles(STORIES[1].id) == ()
    assert [entry.extracted for entry in index.entries(NEWEST_FIRST)] == [False, False, True]
    index.put_facts([(one.id, facts[:1], ())], "f2")
    assert index.facts(one.id) == facts[:1]
    assert index.troubles(one.id) == ()


def test_pending_are_stories_without_facts_of_that_make_newest_first(index: Index) -> None:
    filled(index)
    assert index.pending("f1", 10) == NEWEST_FIRST
    assert index.pending("f1", 2) == NEWEST_FIRST[:2]
    index.put_facts([(NEWEST_FIRST[0], (), ())], "f1")
    index.put_facts([(NEWEST_FIRST[1], (), ())], "f0")
    assert index.pending("f1", 10) == NEWEST_FIRST[1:]
    assert index.extracted("f1") == index.extracted("f0") == 1
    assert index.without_facts([*NEWEST_FIRST[:2], GONE, index.ids()[-1]], "f1") == {NEWEST_FIRST[1]}


def test_stale_are_stories_with_facts_and_suggestions_of_other_settings(index: Index) -> None:
    filled(index)
    index.put_facts([(one, (), ()) for one in NEWEST_FIRST[:2]], "f1")
    assert index.stale("d1", 10) == NEWEST_FIRST[:2]
    index.put_suggestions([(one, ()) for one in NEWEST_FIRST[:2]], "d1")
    assert index.stale("d1", 10) == []
    assert index.stale("d2", 1) == NEWEST_FIRST[:1]
    index.put_facts([(NEWEST_FIRST[1], (), ())], "f2")
    assert index.stale("d1", 10) == [NEWEST_FIRST[1]]


def test_suggestions_come_back_and_stand_in_the_entry(index: Index) -> None:
    filled(index)
    given = (Suggestion("NATO", 0.875, ("NATO ×3", "“allies”")), Suggestion("defense", 0.5, ()))
    index.put_suggestions([(NEWEST_FIRST[0], given), (GONE, given)], "d1")
    assert index.suggestions(NEWEST_FIRST[0]) == given
    assert [entry.suggestions for entry in index.entries(NEWEST_FIRST[:2])] == [given, ()]
    index.put_suggestions([(NEWEST_FIRST[0], ())], "d2")
    assert index.suggestions(NEWEST_FIRST[0]) == ()


def test_sharing_is_by_name_and_country_or_normal_value(index: Index) -> None:
    filled(index)
    first, second, third = STORIES

    def put(one: int, *facts: Fact) -> None:
        index.put_facts([(STORIES[one].id, facts, ())], "f1")

    pompeo = fact(first, FactKind.PERSON, "Pompeo", name="Mike Pompeo", role="Secretary of State")
    missile = fact(first, FactKind.WEAPON, "visits", name="S-400", **{"class": "missile"})
    paris = fact(first, FactKind.PLACE, "Ankara", name="Paris", country="FR")
    money = fact(first, FactKind.MONEY, "again", amount=2500000000, currency="USD")
    said = fact(first, FactKind.QUOTE, "again", content="That is a done deal", speaker="A")
    put(0, pompeo, missile, paris, money, said)
    put(
        1,
        fact(second, FactKind.PERSON, "Pompeo", name="MIKE POMPEO", role=None),
        fact(second, FactKind.WEAPON, "visits", name="S-400", **{"class": None}),
        fact(second, FactKind.PLACE, "Ankara", name="Paris", country="US"),
        fact(second, FactKind.MONEY, "visits", amount=2.5e9, currency="USD"),
        fact(second, FactKind.QUOTE, "again", content="We have completed it. That is a done deal.", speaker="B"),
    )
    put(
        2,
        fact(third, FactKind.PERSON, "Pompeo", name="Mike Pompeo Jr"),
        fact(third, FactKind.WEAPON, "visits", name="S-400 Triumf", **{"class": "missile"}),
        fact(third, FactKind.ORGANIZATION, "visits", name="Mike Pompeo"),
    )
    both, one = {first.id, second.id}, {first.id}
    assert [index.sharing(each) for each in (pompeo, missile, paris, money, said)] == [both, both, one, both, both]


ASKED = (
    "person:pomp|person:Mike Pompeo|person:ompeo|place:TR|place:tr|place:ank|place:AN|nationality:tr|org:nato|weapon:s400|"
    "weapon:missile|money:100|date:2018-04|kind:person|kind:per|kind:pers|speaker:cavus|person:|person:...|quantity:100 jets|"
    "person:=Mike Pompeo|person:=mike|weapon:=S-400|weapon:=missile|place:=TR|place:=ankara|person:=|quantity:=100 jets|"
    "event:sell|event:tr|event:turk|event:told|event:buy|actor:norw|actor:turk|target:turk|target:jets|target:norw|kind:event|"
    "casualty:killed|casualty:kab|casualty:wounded"
)


@pytest.mark.parametrize("asked", ASKED.split("|"))
def test_a_term_is_asked_for_as_the_file_is(index: Index, asked: str) -> None:
    """People's verdicts are heeded beside the file; the same question must find the same there."""
    one = story("Mike Pompeo told Turkish Ankara NATO about 100 S-400 jets")
    facts = (
        fact(one, FactKind.PERSON, "Mike Pompeo", name="Mike Pompeo", role=None, of=None),
        fact(one, FactKind.NATIONALITY, "Turkish", name="Turkish", country="TR"),
        fact(one, FactKind.PLACE, "Ankara", name="Ankara", country="TR", type="city"),
        fact(one, FactKind.ORGANIZATION, "NATO", name="NATO", type="alliance"),
        fact(one, FactKind.WEAPON, "S-400", **{"name": "S-400", "class": "surface-to-air missile"}),
        fact(one, FactKind.QUANTITY, "100", number=100, unit="jets", modifier=None),
        fact(one, FactKind.DATE, "about", start="2018-04-26", end="2018-04-26"),
        fact(one, FactKind.QUOTE, "told", speaker="Mevlut Cavusoglu", speaker_text="he", content="told"),
        fact(one, FactKind.EVENT, "told", actor="Norway", action="sell", target="Turkey", object="jets", type="trade"),
        fact(one, FactKind.CASUALTY, "100", number=19, modifier=None, outcome="killed", who="soldiers", place="Kabul"),
    )
    index.put_files([found("a.txt", one)], "r1")
    index.put_facts([(one.id, facts, ())], "f1")
    name, _, value = asked.partition(":")
    field = Field(name, value)
    assert any(asks_for(field, term) for term in fact_terms(facts)) == bool(index.matching(field))


def test_who_did_it_and_to_whom_are_asked_for_apart(index: Index) -> None:
    one = story("Norway sold Turkey jets")
    sold = fact(
        one, FactKind.EVENT, "sold", actor="Norway", action="sell", target="Turkey", object="jets", type="trade"
    )
    index.put_files([found("a.txt", one)], "r1")
    index.put_facts([(one.id, (sold,), ())], "f1")
    for name, value in (
        ("event", "sell"),
        ("event", "trade"),
        ("actor", "norway"),
        ("target", "turkey"),
        ("target", "jets"),
    ):
        assert index.matching(Field(name, value)) == {one.id}
    assert not index.matching(Field("actor", "turkey")) | index.matching(Field("target", "norway"))
    assert index.sharing(sold) == {one.id}
