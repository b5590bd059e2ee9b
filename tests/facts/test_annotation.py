"""Docs annotated together: what spaCy's own loops say of each alone, and a failure that stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from naming import extraction, told
from spacy.language import Language
from spacy.tokens import Doc, Span

from triage.facts import run
from triage.facts.annotation import annotated
from triage.facts.pipeline import load

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Minister Ada Venn flew to Lagos on Tuesday with 12 officials. “We are not done,” she told Channel Nine.",
    "",
    "Rain.",
    "The Norwegian frigate Tordenskjold left Bergen at dawn, and the ministry of defence in Oslo would not say why.\n\n"
    "Two F-16 jets that Denmark had sold for $40 million were to follow it by the end of the month.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load(None)


def _said(doc: Doc) -> list[tuple[object, ...]]:
    return [(one.tag_, str(one.morph), one.lemma_, one.head.i, one.dep_, one.ent_iob_, one.ent_type_) for one in doc]


def test_together_they_are_what_each_is_to_spacy_alone(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    for _, component in nlp.pipeline:
        docs = annotated(component, docs)
    assert [_said(doc) for doc in docs] == [_said(nlp(text)) for text in TEXTS]
    assert {one.dep_ for one in docs[-1]} > {"nsubj", "obj"}
    assert "Oslo" in {one.text for one in docs[-1].ents}


def test_moves_never_seen_in_training_are_never_made(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "made")
    other = spacy.load(tmp_path / "made")
    recognizer: Any = other.get_pipe("ner")
    seen = nlp(TEXTS[3])
    gone = {ent.label_ for ent in seen.ents}
    recognizer.model.attrs["unseen_classes"] = {
        at for at in range(recognizer.moves.n_moves) if recognizer.moves.get_class_name(at).partition("-")[2] in gone
    }
    doc = other.make_doc(TEXTS[3])
    for _, component in other.pipeline:
        (doc,) = annotated(component, [doc])
    assert gone
    assert not gone & {ent.label_ for ent in doc.ents}
    assert _said(doc) == _said(other(TEXTS[3]))


def test_facts_of_several_stories_are_those_of_each() -> None:
    stories = [told(text) for text in (*TEXTS, "Президент прибыл в Москву")]
    assert extraction().facts_of(stories) == [extraction().facts(story) for story in stories]
    assert extraction().facts_of([]) == []


def test_a_failing_component_costs_itself_on_its_story_only(tmp_path: Path) -> None:
    @Language.component("dislikes_rain")
    def dislikes(doc: Doc) -> Doc:
        if "Rain" in doc.text:
            raise ValueError("on purpose")
        doc.ents = [Span(doc, 0, 1, label="PERSON")]
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("dislikes_rain")
    nlp.to_disk(tmp_path / "made")
    extraction = run.Extraction(str(tmp_path / "made"))
    first, wet, last = extraction.facts_of([told("Zyxwq left Oslo."), told("Rain fell in Rome."), told("Zyxwq came.")])
    assert [fact.value["name"] for fact in first.facts if fact.kind == "person"] == ["Zyxwq"]
    assert [fact.value["name"] for fact in last.facts if fact.kind == "person"] == ["Zyxwq"]
    assert [fact.value["name"] for fact in wet.facts] == ["Rome"]
    assert [len(one.troubles) for one in (first, wet, last)] == [0, 1, 0]
