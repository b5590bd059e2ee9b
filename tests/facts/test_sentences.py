"""Where sentences start and end."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.facts.sentences import sentence_at, sentences

NLP = spacy.blank("en")


def cut(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in sentences(NLP(text)).sents]


@pytest.mark.parametrize(
    "parts",
    [
        ["He lives in the U.S. Navy town of Norfolk.", "She does not."],
        ["They moved to the U.S.", "The move cost 2.5 million."],
        ["Gen. Stone met Mr. Bell on Jan. 3 in St. Ives.", "No. 10 was shut."],
        ["“We are done,” he said.", "“But we need more.”"],
        ["“Is that so?” Bell asked.", "Nobody knew."],
        ["J. R. Dahl waited ... and left.", "Then it rained!"],
        ["Shares of Acme Inc. fell.", "Sgt. Lund paid."],
        ["The talks failed.)", "Rain fell."],
    ],
)
def test_sentences_end_where_a_reader_would_stop(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_no_sentence_runs_across_a_blank_line() -> None:
    assert cut("A headline without an end\n\nThe text") == ["A headline without an end", "The text"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aB .!?”“\"'\n…U.S)"), max_size=80))
def test_the_sentences_are_the_whole_text(text: str) -> None:
    doc = sentences(NLP(text))
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
    for at, char in enumerate(text):
        if not char.isspace():
            span = sentence_at(doc, at)
            assert span.start <= at < span.end
