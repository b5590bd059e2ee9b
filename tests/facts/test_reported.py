"""Indirect speech: the clause, the verb, and who is reported to say it."""

from __future__ import annotations

import pytest
from fact_readings import pipeline, story
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import extraction, found, told
from speech import known

from triage.facts.kinds import quote
from triage.facts.pipeline import RULES
from triage.facts.run import Extraction
from triage.model.fact import FactKind
from triage.model.story import Role, Story


def reported(of: Story | str, direct: bool = False) -> list[tuple[object, ...]]:
    """Speaker's text, cue and content of every indirect quotation."""
    keys = ("speaker_text", "cue", "content")
    facts = found(of, FactKind.QUOTE)
    return [tuple(fact.value[key] for key in keys) for fact in facts if fact.value["direct"] is direct]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Ann Lund said that the court would stay.", "Ann Lund", "said", "the court would stay"),
        ("Ann Lund said the court would stay in Ostby.", "Ann Lund", "said", "the court would stay in Ostby"),
        ("Ann Lund said on Friday the court would stay.", "Ann Lund", "said", "the court would stay"),
        ("Ann Lund said after the vote she would stay.", "Ann Lund", "said", "she would stay"),
        ("Ann Lund told reporters that she would stay.", "Ann Lund", "told", "she would stay"),
        ("Ann Lund told the Daily Post on Monday that she would stay.", "Ann Lund", "told", "she would stay"),
        ("Ann Lund said in an interview with Reuters that she would stay.", "Ann Lund", "said", "she would stay"),
        ("The court would stay in Ostby, Ann Lund said.", "Ann Lund", "said", "The court would stay in Ostby"),
        ("The court would stay in Ostby, said Ann Lund, a judge.", "Ann Lund", "said", "The court would stay in Ostby"),
        (
            "But the court would stay, a senior official said Friday.",
            "a senior official",
            "said",
            "the court would stay",
        ),
        (
            "The court, Ann Lund said on Friday, would stay in Ostby.",
            "Ann Lund",
            "said",
            "The court would stay in Ostby",
        ),
        ("According to Ann Lund, the court would stay.", "Ann Lund", "According to", "the court would stay"),
        ("The court would stay, according to Ann Lund.", "Ann Lund", "according to", "The court would stay"),
        ("Ann Lund asked whether the court would stay.", "Ann Lund", "asked", "whether the court would stay"),
        ("Ann Lund vowed to keep the court in Ostby.", "Ann Lund", "vowed", "to keep the court in Ostby"),
        ("Ann Lund urged the ministry to keep the court.", "Ann Lund", "urged", "the ministry to keep the court"),
        ("Ann Lund denied that the court would be closed.", "Ann Lund", "denied", "the court would be closed"),
    ],
)
def test_what_is_reported(text: str, speaker: str, cue: str, content: str) -> None:
    assert (speaker, cue, content) in reported(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lund did not say whether the court would stay.",
        "Ann Lund declined to say that the court would stay.",
        "Ann Lund was told that the court would stay.",
        "It is said that the court would stay.",
        "Ann Lund told reporters on Friday.",
        "Ann Lund said no more of it.",
        "The United States will keep the court, and that is that.",
        "Everything Ann Lund says is a lie.",
        "She read the claims that came in on Friday.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert reported(text) == []


def test_two_who_speak_in_one_sentence_say_each_their_own() -> None:
    text = "Ann Lund said the court would stay, adding that it was cheap, but Peter Dahl said it would be closed."
    assert [(one[0], one[2]) for one in reported(text)] == [
        ("Ann Lund", "the court would stay"), ("Ann Lund", "it was cheap"), ("Peter Dahl", "it would be closed"),
    ]  # fmt: skip


def test_a_mixed_quotation_is_told_whole_beside_its_direct_piece() -> None:
    text = "Ann Lund said the plan for the court was “a sorry farce” from the start."
    assert [one[2] for one in reported(text)] == ["the plan for the court was “a sorry farce” from the start"]
    assert [one[2] for one in reported(text, direct=True)] == ["a sorry farce"]


def test_what_the_speaker_is_to_somebody_is_not_reported() -> None:
    (fact,) = found("A court ordered his release, his lawyer, Ann Lund, said.", FactKind.QUOTE)
    assert (fact.value["speaker"], fact.value["content"]) == ("Ann Lund", "A court ordered his release")


def test_a_direct_quotation_is_no_indirect_one() -> None:
    assert reported("“We will stay,” Ann Lund said. “It is cheap.”\n\nAnn Lund said: “We will stay.”") == []


def test_what_goes_on_behind_the_verb_is_a_piece_of_its_own() -> None:
    story = told("The court, Ann Lund said, would stay in Ostby.")
    (fact,) = found(story, FactKind.QUOTE)
    assert [span.of(story.text) for span in fact.mentions] == ["The court", "would stay in Ostby"]
    assert fact.text == "The court"


def test_he_who_is_reported_is_named() -> None:
    (one, other) = found(
        "Peter Dahl arrived in Oslo.\n\nHe said the ship had sailed. It was late, he said.", FactKind.QUOTE
    )
    assert one.value["speaker"] == other.value["speaker"] == "Peter Dahl"


def test_he_who_has_no_name_is_not_given_the_next_one() -> None:
    text = "Peter Dahl owns the port. A tanker captain off the quay said the ship was late.\n\n“I will wait,” he said."
    facts = found(text, FactKind.QUOTE)
    assert [fact.value["speaker"] for fact in facts if fact.value["direct"]] == [None]


def test_a_headline_reports_too() -> None:
    text = "Norway must pay for the ships, Lund says\n\nThe judge spoke on Friday."
    assert reported(told(text, {0: Role.HEADLINE}))[0][1:] == ("says", "Norway must pay for the ships")


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Lund: Norway must pay for the ships", "Norway must pay for the ships"),
        ("Norway must pay for the ships - Lund", "Norway must pay for the ships"),
        ("Norway Must Pay for the Ships, Lund Says", "Norway Must Pay for the Ships"),
        ("MARIA LUND SAYS NORWAY MUST PAY", "NORWAY MUST PAY"),
        ("UPDATE 1: Norway pays for the ships", None),
        ("Norway - a country that pays for ships", None),
        ("Factbox: Who pays for the ships", None),
    ],
)
def test_a_headline_may_go_without_a_verb(headline: str, content: str | None) -> None:
    text = f"{headline}\n\nJustice Minister Maria Lund spoke in Oslo on Friday."
    facts = found(told(text, {0: Role.HEADLINE}), FactKind.QUOTE)
    assert [(fact.value["speaker"], fact.text) for fact in facts] == ([("Maria Lund", content)] if content else [])


def test_without_a_tagger_only_what_is_sure_is_reported() -> None:
    texts = ("Ann Lund said that the court would stay.", "Ann Lund said the court would stay.")
    facts = [Extraction(RULES).facts(told(text)).facts for text in texts]
    assert [[fact.text for fact in some if fact.kind is FactKind.QUOTE] for some in facts] == [
        ["the court would stay"],
        [],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "PETER DAHL: I WILL STAY, HE SAID THAT HE WOULD.\n\nQ. Who said so?\n\nA. He said that he did.",
        "NORWAY SAYS IT WILL PAY\n\nSAYS NORWAY",
        "- said Lund that\n- said that\n- that said,\n- according to\n- said, said, said",
        "According to, according to according to Lund, said said Lund.",
        "Lund said “that he would, she said “that, he said that",
        "Le ministre a dit qu’il restera, said Lund. Er sagte, dass er bleibe.",
        f"Lund said that {'the very old ' * 80} court of Ostby would stay, Dahl said, and {'so ' * 60} on.",
        "| said | that |\n| --- | --- |\n| Lund | said that it would |",
    ],
)
def test_odd_copy_costs_nothing(text: str) -> None:
    assert not extraction().facts(told(text)).troubles


_PARTS = ["Ann Lund", "he", "said", "says", "that", "told", "reporters", "whether", "to", "according to", ",", ".", ";", "“", "”",
          "the court would stay", "and", "while", "adding", "vowed", "on Friday", "was", "asked", "\n\n", "—", "who", "(", ")"]  # fmt: skip


@given(st.one_of(st.text(max_size=150), st.lists(st.sampled_from(_PARTS), max_size=50).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_reports_that_lie_in_it(text: str) -> None:
    text += "\n\nAnn Lund said that the court would stay."
    of = story(text)
    found = list(quote.extract(pipeline()(text), of, known(of, ["Ann Lund"])))
    assert found
    for fact in found:
        assert fact.mentions[0].of(text) == fact.text != ""
        assert fact.value["content"] == " ".join(mention.of(text) for mention in fact.mentions)
        assert 0.0 < fact.provenance.confidence <= 1.0


@given(st.lists(st.sampled_from(_PARTS), max_size=50).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_nor_with_a_tagger(text: str) -> None:
    assert not extraction().facts(told(text)).troubles


@pytest.mark.parametrize(
    "unit", ["he said that ", "it said, ", "according to him, ", "said, that, ", "Lund said the court said so and "]
)
def test_a_flood_of_reports_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + "\n\nAnn Lund said that the court would stay."
    of = story(text)
    *_, last = quote.extract(pipeline()(""), of, known(of, ["Ann Lund"]))
    assert last.mentions[-1].of(text) == "the court would stay"
