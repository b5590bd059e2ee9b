"""The run over all kinds: order, refusals, failures, limits, and offsets on any text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import extraction, told
from spacy.language import Language

from triage.errors import FactsError
from triage.facts import run
from triage.facts.entities import entities
from triage.facts.mention import Label
from triage.facts.pipeline import load
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc

    from triage.facts.extractor import Extractor


@dataclass
class Stub:
    """An extractor that finds nothing, or fails."""

    KIND: FactKind
    REQUIRES: frozenset[FactKind] = frozenset()
    VERSION: int = 1
    fails: bool = False

    def extract(self, doc: object, story: object, found: object) -> Iterator[Fact]:
        if self.fails:
            raise ValueError("on purpose")
        return iter(())


def test_extractors_run_after_those_that_they_require() -> None:
    quote = Stub(FactKind.QUOTE, frozenset((FactKind.PERSON, FactKind.WEAPON)))
    person = Stub(FactKind.PERSON, frozenset((FactKind.WEAPON,)))
    ordered = list(run.in_order(iter((quote, person, Stub(FactKind.WEAPON)))))
    assert [one.KIND for one in ordered] == [FactKind.WEAPON, FactKind.PERSON, FactKind.QUOTE]


def test_extractors_that_require_each_other_are_refused() -> None:
    one = Stub(FactKind.PERSON, frozenset((FactKind.PLACE,)))
    other = Stub(FactKind.PLACE, frozenset((FactKind.PERSON,)))
    with pytest.raises(FactsError, match="require each other"):
        list(run.in_order(iter((one, other))))


def test_one_that_fails_costs_its_own_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    real = [one for one in run.discover() if one.KIND is FactKind.PLACE]
    made: list[Extractor] = [*real, Stub(FactKind.MONEY, fails=True)]
    monkeypatch.setattr(run, "discover", lambda: iter(made))
    result = run.Extraction().facts(told("Rain fell in Rome."))
    assert [fact.value["name"] for fact in result.facts] == ["Rome"]
    assert [trouble.title for trouble in result.troubles] == ["No money facts"]
    assert "on purpose" in result.troubles[0].message


@pytest.mark.parametrize(("text", "language"), [("Der Regen fiel.", "de"), ("Президент прибыл в Москву", "en")])
def test_another_language_or_script_gives_no_facts_and_says_so(text: str, language: str) -> None:
    result = extraction().facts(replace(told(text), language=language))
    assert result.facts == ()
    assert [trouble.title for trouble in result.troubles] == ["Language not supported"]


def test_a_long_story_is_searched_as_far_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LONGEST", 40)
    result = extraction().facts(told("Rain fell in Rome all day.\n\nSnow fell in Oslo all night and day."))
    assert {fact.value["name"] for fact in result.facts if fact.kind is FactKind.PLACE} == {"Rome"}
    assert [trouble.title for trouble in result.troubles] == ["Long story"]


def test_the_signature_names_the_pipeline_and_every_kind() -> None:
    signature = extraction().signature
    assert signature.startswith("en_")
    assert all(f"{kind}:" in signature for kind in ("person", "organization", "place", "nationality"))


def test_a_component_that_fails_costs_itself_and_is_said(tmp_path: Path) -> None:
    @Language.component("fails_on_purpose")
    def fails(doc: Doc) -> Doc:
        raise ValueError("on purpose")

    nlp = spacy.blank("en")
    nlp.add_pipe("fails_on_purpose")
    nlp.to_disk(tmp_path / "made")
    result = run.Extraction(str(tmp_path / "made")).facts(told("Rain fell in Rome all day."))
    assert [fact.text for fact in result.facts if fact.kind is FactKind.PLACE] == ["Rome"]
    (trouble,) = result.troubles
    assert "fails_on_purpose" in trouble.title
    assert "on purpose" in trouble.message


def test_an_unknown_pipeline_is_refused_with_what_to_do() -> None:
    with pytest.raises(FactsError) as refusal:
        load("no_such_pipeline")
    assert "no_such_pipeline" in refusal.value.message
    assert "spacy download" in refusal.value.hint


def test_a_named_pipelines_entities_are_taken_in(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Zyx Qwert"}, {"label": "GPE", "pattern": "Blorb"}])
    nlp.to_disk(tmp_path / "mine")
    text = "On the way to Blorb they saw the painting of Zyx Qwert."
    labels = {one.name: one.label for one in entities(load(str(tmp_path / "mine"))(text), told(text))}
    assert labels == {"Zyx Qwert": Label.PERSON, "Blorb": Label.PLACE}


WORDS = st.sampled_from(
    [
        "President",
        "Turkish",
        "Turkey",
        "Kari",
        "Holm",
        "U.S.",
        "the",
        "of",
        "and",
        ",",
        ".",
        "“",
        "”",
        "'",
        "’s",
        "-",
        "—",
        "(",
        ")",
        "Bank",
        "Inc",
        "&",
        "van",
        "al-",
        "bin",
        "Mr.",
        "said",
        "Friday",
        "62",
        "NATO",
        "MINISTRY",
        "River",
        "in",
        "Zürich",
        "Ó\xa0B",
        "$2.5",
        "S-400",
        "\n\n",
        "...",
        "X",
        "İ",
        "ß",
        "ſ",
        "日本",
        "🙂",
        "Jr.",
        "Ltd",
        "Ministry",
        "for",
        "J.",
        "The",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=120)))
def test_on_any_text_no_kind_fails_and_offsets_hold(text: str) -> None:
    story = told(text)
    result = extraction().facts(story)
    assert [trouble for trouble in result.troubles if trouble.title.startswith("No ")] == []
    for fact in result.facts:
        assert fact.mentions[0].of(text) == fact.text != ""
        assert list(fact.mentions) == sorted(fact.mentions)
        assert fact.sentence.start <= fact.mentions[0].start
        assert 0.0 < fact.provenance.confidence <= 1.0
