"""The pipeline that the program brings along: it is there, small enough, knows where it comes from, and does its part."""

from __future__ import annotations

import pytest
from naming import found, told

from triage.facts.pipeline import RULES, SHIPPED, load
from triage.facts.run import Extraction
from triage.model.fact import FactKind
from triage.model.story import Role

LARGEST = 25 << 20


def test_it_is_small_enough_to_ship() -> None:
    assert 1 << 20 < sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < LARGEST


def test_it_says_where_it_comes_from() -> None:
    meta = load(None).meta
    assert meta["name"] == "triage_wire"
    assert "CC BY-SA" in meta["license"]
    assert (SHIPPED / "README.md").read_text(encoding="utf-8").startswith("# The shipped pipeline")


def test_it_parses_tags_and_names() -> None:
    doc = load(None)("Turkish troops left the village near Oslo on Friday, Anna Kowalczyk said.")
    assert [token.text for token in doc if token.dep_ == "ROOT"] in (["said"], ["left"])
    assert {(token.text, token.pos_) for token in doc} >= {("troops", "NOUN"), ("left", "VERB"), ("Oslo", "PROPN")}
    assert {(one.text, one.label_) for one in doc.ents} >= {("Turkish", "NATIONALITY"), ("Anna Kowalczyk", "PERSON")}


@pytest.mark.parametrize(
    "between",
    [
        " on Tuesday",
        " Tuesday",
        " on Tuesday night",
        " on Nov. 24",
        " this week",
        ", citing new evidence,",
        " late on Monday",
    ],
)
@pytest.mark.parametrize(
    ("actor", "did", "action", "target"),
    [
        ("Norway", "imposed sanctions on Iran", "impose", "Iran"),
        ("The European Union", "expelled two diplomats", "expel", "two diplomats"),
        ("South Korean prosecutors", "arrested two suspects", "arrest", "two suspects"),
        ("Finance Minister Kari Holm", "accused Moscow of sabotage", "accuse", "Moscow"),
    ],
)
def test_a_lede_says_when_or_why_before_it_says_what(
    actor: str, did: str, action: str, target: str, between: str
) -> None:
    (one,) = found(f"{actor}{between} {did}, officials said on Wednesday.", FactKind.EVENT)
    assert (one.value["action"], one.value["target"]) == (action, target)
    assert str(one.value["actor"]) in actor


def test_rules_alone_go_without_it() -> None:
    assert ["ner" in load(name).pipe_names for name in (None, RULES)] == [True, False]


def test_what_it_sees_is_signed() -> None:
    assert Extraction().signature.startswith("en_triage_wire-")
    assert Extraction(RULES).signature.startswith(f"en_{RULES}-")


@pytest.mark.parametrize("text", ["", "\n\n", "a" * 5_000, "( ( (", "word " * 3_000, "“" * 400])
def test_no_text_upsets_it(text: str) -> None:
    result = Extraction().facts(told(text))
    assert not result.troubles
    assert all(fact.kind in FactKind for fact in result.facts)


def test_a_dateline_behind_a_headline_is_no_acronym_of_it() -> None:
    text = "Norway orders NASAMS batteries for NATO\n\nOSLO (Sample Wire) - Norway ordered them on Monday after a NATO meeting."
    facts = Extraction().facts(told(text, {0: Role.HEADLINE}, "Sample Wire", "OSLO")).facts
    assert {fact.value["name"]: len(fact.mentions) for fact in facts if fact.kind in (FactKind.PLACE, FactKind.ORGANIZATION)} == {
        "Norway": 2, "Oslo": 1, "NATO": 2,
    }  # fmt: skip
