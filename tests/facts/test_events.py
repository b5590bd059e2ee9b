"""Events: who did what to whom, by the words of stories written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from naming import extraction, found, told

from triage.errors import FactsError
from triage.facts.events.families import families
from triage.facts.events.forms import verb_forms
from triage.facts.run import Extraction
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"actor", "action", "target", "type", "negated", "modality", "attributed_to", "object", "amount", "weapon", "place", "date"}  # fmt: skip


def events(text: str) -> list[Fact]:
    return list(found(text, FactKind.EVENT))


def told_of(text: str, action: str) -> Fact:
    (one,) = (fact for fact in events(text) if fact.value["action"] == action)
    assert set(one.value) == KEYS
    return one


@pytest.mark.parametrize(
    ("text", "action", "wanted"),
    [
        ("Rebels attacked a base near Kabul on Friday.", "attack", ("Rebels", "base", "fight")),
        ("The base was attacked by Taliban fighters.", "attack", ("Taliban fighters", "base", "fight")),
        ("President Donald Trump signed a treaty with Germany.", "sign", ("Donald Trump", "Germany", "agree")),
        ("Russia expelled two British diplomats on Monday.", "expel", ("Russia", "two British diplomats", "sanction")),
        ("NATO's attack on Libya began on Sunday.", "attack", ("NATO", "Libya", "fight")),
        ("The French government launched an attack on rebels.", "attack", ("French government", "rebels", "fight")),
        ("North Korea test-fired two missiles on Sunday.", "test-fire", ("North Korea", "two missiles", "mobilize")),
        ("Jane Roe was appointed by the government.", "appoint", ("government", "Jane Roe", "appoint")),
        ("Washington accused Iran of arming the rebels.", "accuse", ("Washington", "Iran", "disapprove")),
        ("Rebels shot down a helicopter near Aleppo.", "shoot down", ("Rebels", "helicopter", "assault")),
        (
            "The European Union imposed sanctions on Russia on Monday.",
            "impose",
            ("European Union", "Russia", "sanction"),
        ),
        ("Washington reimposed sanctions on Iran in May 2018.", "impose", ("Washington", "Iran", "sanction")),
    ],
)
def test_actor_action_target(text: str, action: str, wanted: tuple[str, str, str]) -> None:
    value = told_of(text, action).value
    assert (value["actor"], value["target"], value["type"]) == wanted


@pytest.mark.parametrize(
    ("text", "action", "wanted"),
    [
        ("Turkey bought missiles from Russia.", "buy", ("did", False)),
        ("Turkey has agreed to buy missiles from Russia.", "buy", ("plans", False)),
        ("Turkey will buy missiles from Russia.", "buy", ("plans", False)),
        ("Turkey may buy missiles from Russia.", "buy", ("may", False)),
        ("Turkey did not buy missiles from Russia.", "buy", ("did", True)),
        ("Turkey refused to buy missiles from Russia.", "buy", ("did", True)),
        ("Turkey threatened to attack Syria.", "attack", ("threatens", False)),
        ("Turkey denied attacking Syria.", "attack", ("denies", False)),
        ("Turkey denied that its army had attacked Syria.", "attack", ("denies", False)),
        ("Germany urged Turkey to sign the treaty.", "sign", ("may", False)),
    ],
)
def test_whether_it_is_so(text: str, action: str, wanted: tuple[str, bool]) -> None:
    value = told_of(text, action).value
    assert (value["modality"], value["negated"]) == wanted


def test_of_two_actors_each_has_a_fact() -> None:
    both = events("China and Russia condemned the government of Norway.")
    assert [(one.value["actor"], one.value["target"]) for one in both] == [
        ("China", "government of Norway"),
        ("Russia", "government of Norway"),
    ]


def test_what_somebody_is_described_as_does_nothing_beside_him() -> None:
    text = (
        "José Luis Pérez Guadalupe, a former interior minister, and María Antonieta Alva, who was finance minister until "
        "November, urged both sides to wait."
    )
    assert {one.value["actor"] for one in events(text)} == {"José Luis Pérez Guadalupe", "María Antonieta Alva"}


def test_at_least_stays_whole() -> None:
    one = told_of("Yemen's Houthi movement has attacked at least 12 commercial vessels since Nov. 19.", "attack")
    assert one.value["target"] == "at least 12 commercial vessels"


def test_a_people_stays_whole() -> None:
    one = told_of("Gunmen abducted nine South Korean oil workers.", "kidnap")
    assert str(one.value["target"]).endswith("South Korean oil workers")


@pytest.mark.parametrize(
    "text",
    [
        'Lammy spoke but asked why it had taken ministers "fifteen months to do what Brussels did in fifteen days".',
        "CEO Jensen Huang said demand for the new chips was incredible.",
    ],
)
def test_questions_and_the_demand_for_goods_are_no_demands(text: str) -> None:
    assert events(text) == []


def test_a_defending_champion_defends_nobody() -> None:
    text = (
        "He won on Saturday after defending champion Linford Christie of Britain was disqualified for two false starts."
    )
    assert [one.value["action"] for one in events(text)] == ["disqualify"]


def test_nobody_says_what_the_narrator_sets_beside_it() -> None:
    text = "Ann Roe said the force had done well, while Dr Ann Okonjo called for the law to be made clear."
    assert told_of(text, "call for").value["attributed_to"] is None


def test_tanks_say_nothing() -> None:
    text = "At the border, rebels captured a T-72 tank, two BMP-1s and a ZU-23-2 gun, activists said."
    assert told_of(text, "capture").value["attributed_to"] != "two BMP-1s"


def test_who_says_it() -> None:
    for text in (
        "Officials said that Iran attacked Iraq.",
        "Iran attacked Iraq, officials said.",
        "Iran attacked Iraq, according to officials.",
    ):
        assert str(told_of(text, "attack").value["attributed_to"]).lower() == "officials"
    assert told_of("Iran attacked Iraq.", "attack").value["attributed_to"] is None


def test_what_the_sentence_says_besides() -> None:
    value = told_of("On Monday Turkey bought the S-400 from Russia for $2.5 billion.", "buy").value
    assert (value["target"], value["object"], value["weapon"]) == ("Russia", "S-400", "S-400")
    assert (value["amount"], value["date"]) == ("$2.5 billion", "2018-04-23")
    assert told_of("Rebels attacked a convoy in Aleppo.", "attack").value["place"] == "Aleppo"


def test_a_pronoun_that_nobody_explains_is_nobody() -> None:
    assert events("They attacked Iraq.") == []


def test_what_is_said_twice_is_one_fact() -> None:
    (one,) = events("Norway expelled John Smith.\n\nNorway expelled John Smith on Monday.")
    assert len(one.mentions) == 2
    assert one.value["date"] == "2018-04-23"


def test_a_fact_is_the_words_that_say_it() -> None:
    text = "On Monday the French government launched a heavy attack on rebels."
    one = told_of(text, "attack")
    assert one.text == "launched a heavy attack"
    assert one.sentence.of(text) == text


def test_the_place_of_the_dateline_is_nobody() -> None:
    story = told("QUITO (Sample Wire) - Minister Juan Paz resigned on Monday.", place="QUITO")
    (one,) = (fact for fact in extraction().facts(story).facts if fact.kind is FactKind.EVENT)
    assert one.value["actor"] == "Juan Paz"


@pytest.mark.parametrize(
    ("text", "action", "negated", "modality"),
    [
        ("She will not be reinstated because the manager had resigned.", "resign", False, "did"),
        ("The firm signed the order without admitting or denying the finding.", "deny", True, "did"),
        ("Officials told reporters that the army attacked the port.", "attack", False, "did"),
        ("The council said it is highly unlikely that producers will accept the pact.", "accept", True, "may"),
    ],
)
def test_what_a_clause_has_from_the_words_it_hangs_on(text: str, action: str, negated: bool, modality: str) -> None:
    value = told_of(text, action).value
    assert (value["negated"], value["modality"]) == (negated, modality)


def test_a_number_is_no_party_where_it_counts_something() -> None:
    value = told_of("The company sold one mln preferred shares to the bank.", "sell").value
    assert (value["actor"], value["object"], value["target"]) == ("company", "one mln preferred shares", "bank")


def test_an_acronym_is_the_body_that_the_story_spells_out() -> None:
    text = "The ICC rejected the merger. The Interstate Commerce Commission said so on Friday."
    assert told_of(text, "reject").value["actor"] == "Interstate Commerce Commission"


def test_a_company_is_not_two_by_the_co_in_its_name() -> None:
    (one,) = events("Lund and Co attacked Acme Corp.")
    assert (one.value["actor"], one.value["target"]) == ("Lund", "Acme Corp.")


def test_a_list_of_gerunds_is_no_list_of_targets() -> None:
    text = "Rebels were blamed for attacking troops, damaging buildings and setting fire to cars."
    assert told_of(text, "attack").value["target"] == "troops"


HOSTILE = (
    "“Iran attacked Iraq and he said the",
    "IRAN ATTACKS IRAQ AS U.S. TO SEND TROOPS",
    "Q: Did Iran attack?\nA: No, it did not.",
    "- Iran: attacks Iraq\n- Iraq; -- (attacks) ... Iran!\n1. sign 2. sell\t3. buy",
    "Iran attacked " + "and Iraq attacked " * 100 + "Syria.",
    "Le gouvernement a attaqué les rebelles. The army attacked them. Die Armee griff an.",
    "attack " * 300,
    "'s 's 's -- - attacked - by - Iran",
    "",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_story_holds_makes_it_fail(text: str) -> None:
    assert extraction().facts(told(f"{text}\n\nNorway expelled John Smith.")).troubles == ()


def test_without_a_parser_there_are_no_events() -> None:
    facts = Extraction("rules").facts(told("Rebels attacked a base near Kabul.")).facts
    assert {fact.kind for fact in facts} == {FactKind.PLACE}


def test_forms_of_verbs() -> None:
    assert {"agrees", "agreed", "agreeing"} <= set(verb_forms("agree"))
    assert {"bans", "banned", "banning"} <= set(verb_forms("ban"))
    assert {"denies", "denied", "denying"} <= set(verb_forms("deny"))
    assert {"bought", "buying"} <= set(verb_forms("buy"))


def test_a_newsrooms_own_families(tmp_path: Path) -> None:
    (tmp_path / "sport.tsv").write_text("thrash\ttarget=obj!\tbeat\n", "utf-8")
    (tmp_path / "fight.tsv").write_text("# none of these\n", "utf-8")
    known = families(tmp_path)
    assert [rule.type for rule in known.verbs["thrashed"]] == ["sport"]
    assert "shelled" not in known.verbs
    assert "shelled" in families().verbs


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("attack", "columns"),
        ("attack\twhom=obj\tattack", "target="),
        ("attack\ttarget=obj@martians\tattack", "martians"),
        ("attack\ttarget=obj\tattack\tloud", "loud"),
    ],
)
def test_a_line_that_cannot_be_meant_is_named(tmp_path: Path, line: str, named: str) -> None:
    (tmp_path / "own.tsv").write_text(f"# ours\n{line}\n", "utf-8")
    with pytest.raises(FactsError, match=r"line 2.*" + named):
        families(tmp_path)
