"""Quotes, events and casualties from text of every shape: at worst a fact is missing, and what stands beside is found all the same."""

from __future__ import annotations

import pytest
from naming import extraction, told

from triage.model.fact import FactKind

BESIDE = "Norway expelled John Smith on Monday. “We had no choice,” the minister Kari Dahl said."
LONG = "The ministry said that " + " and ".join(
    f"the {one} bought barley from the port" for one in ("mill", "town", "farm") * 9
)

SHAPES = {
    "a mark that is never closed": "“We shall leave the port, the mayor said. Three people were killed.\n\n“And so it was.",
    "a closing mark alone": "We shall leave the port,” the mayor said. ”He left.’",
    "marks in marks": "“He told us ‘she said “sell the mill” and left’ twice,” Dahl said. \"'“Yes”'\" she said.",
    "mixed marks": '“We go," she said. "We stay,” he added. «No‚ „yes“», they said. ``Maybe," he said.',
    "single marks and apostrophes": "'We won't go to the miners' hall,' O'Hara said. 'Twas the '90s rock 'n' roll show's end.",
    "capitals": "PORT WORKERS' UNION SAYS 'NO DEAL'; THREE DEAD, 12 HURT AS TROOPS ATTACK QUAY",
    "a transcript": "Q: Did the army attack the quay?\nA: No. It never did.\nDAHL: We (inaudible) sold it -- all of it.\nQUESTION: “Who?”",
    "a list": "1. The town buys a mill\n2) Three killed\n(c) “Sold,” says Dahl\n* army attacks\n• sign: treaty -- with; whom?",
    "a table": "Killed\t3\tQuay\nWounded | 12 | “Mole”\nSold....4....4.5\n+----+----+\n| said | he |",
    "a brief": "- OSLO: Army attacks quay, 3 dead\n- BERGEN - Dahl: 'no deal'\n-- \n- said",
    "two hundred words": f"{LONG}.",
    "two hundred words in marks": f"“{LONG},” he said, “{LONG}.”",
    "another language": "“Nous avons attaqué le port”, a dit le maire. Trois morts. Die Armee griff an, sagte Dahl. „Nein“, sagte er.",
    "another script": "«Мы уходим», сказал мэр. 「行きます」と述べた。 “نغادر الميناء” قال الوزير. The army attacked the quay.",
    "verbs alone": "said said “said” killed attacked by by of to agreed to agreed",
    "one word": "Killed",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_makes_an_extractor_fail(shape: str) -> None:
    text = SHAPES[shape]
    alone, beside = told(text), told(f"{BESIDE}\n\n{text}\n\n{BESIDE}")
    assert {trouble.title for trouble in extraction().facts(alone).troubles} <= {"Language not supported"}
    given = extraction().facts(beside)
    assert given.troubles == ()
    first = {fact.kind for fact in given.facts if fact.mentions[0].end <= len(BESIDE) + beside.text.index(BESIDE)}
    assert {FactKind.EVENT, FactKind.QUOTE} <= first
    for fact in given.facts:
        assert all(0 <= span.start < span.end <= len(beside.text) for span in fact.mentions)


def test_the_long_sentence_is_long() -> None:
    assert len(LONG.split()) > 190
