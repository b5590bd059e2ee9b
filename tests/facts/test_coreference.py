"""What pronouns, descriptions and capitals mean, and that no text upsets the search for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import extraction, told

from triage.facts.coreference import references
from triage.facts.pipeline import RULES
from triage.facts.run import Extraction

if TYPE_CHECKING:
    from triage.model.story import Story


@cache
def rules() -> Extraction:
    """Lists and rules alone."""
    return Extraction(RULES)


def joined(of: Story | str, extraction_: Extraction | None = None) -> list[tuple[str, str]]:
    """The words of every reference, with the name that they are joined to."""
    story = told(of) if isinstance(of, str) else of
    found = references((extraction_ or extraction()).annotated(story), story)
    return [(one.span.of(story.text), one.entity.name) for one in found]


LUND = "Justice Minister Maria Lund arrived in Oslo on Friday."


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"{LUND} She met three judges.", "She", "Maria Lund"),
        (f"{LUND}\n\n“We stay,” she said.", "she", "Maria Lund"),
        (f"{LUND} Her lawyer waited there.", "Her", "Maria Lund"),
        (f"{LUND} The minister met three judges.", "The minister", "Maria Lund"),
        (f"{LUND} Peter Dahl was ill. She met three judges.", "She", "Maria Lund"),
        ("Peter Dahl, 62, won the race. The 62-year-old was tired.", "The 62-year-old", "Peter Dahl"),
        ("Boeing said it would hire 300 people.", "it", "Boeing"),
        ("Boeing will close a plant. The company said sales were weak.", "The company", "Boeing"),
        ("Boeing said on Monday its sales had doubled.", "its", "Boeing"),
        ("Turkey signed the contract. Ankara said the missiles would come in May.", "Ankara", "Turkey"),
        ("Russia closed the border. Norway regrets Moscow’s decision.", "Moscow", "Russia"),
        ("The Finance Ministry raised taxes. The ministry said they were low.", "The ministry", "Finance Ministry"),
    ],
)
def test_what_is_joined(text: str, words: str, name: str) -> None:
    assert (words, name) in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lund arrived in Oslo. He was late.",
        "A man was shot near Oslo. He was 40.",
        f"{LUND} The senator was late.",
        "Boeing closed a plant. It is clear that sales were weak.",
        "Boeing closed a plant. It rained all day.",
        "Turkey signed the contract. He lives in Ankara.",
        "Turkey signed the contract. The train left Ankara’s station.",
        "Boeing and Airbus both lost. A company said sales were weak. The company said so on Friday.",
    ],
)
def test_what_is_left_open(text: str) -> None:
    assert [pair for pair in joined(text) if pair[0].lower() not in ("its", "they")] == []


def test_they_are_in_order_and_never_a_mere_guess() -> None:
    text = (
        f"{LUND} She met Peter Dahl. He said he knew her. The minister said she was glad, and Oslo said it would pay."
    )
    story = told(text)
    found = references(extraction().annotated(story), story)
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert len(found) >= 3
    assert min(one.confidence for one in found) >= 0.5


def test_without_a_parse_it_is_joined_too() -> None:
    assert ("She", "Maria Lund") in joined(f"{LUND} She met three judges.", rules())
    assert ("The minister", "Maria Lund") in joined(f"{LUND} The minister said no.", rules())


_PARTS = ["he", "She", "it", "its", "the minister", "the company", "Maria Lund", "Boeing", "Ankara", "Turkey", "said", "a man",
          "the 62-year-old", ",", ".", "“", "”", "'s", "\n\n", "of", "and", "the", "-", "62", "was"]  # fmt: skip


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_PARTS), max_size=40).map(" ".join)))
@settings(max_examples=60, deadline=None)
def test_no_text_upsets_it(text: str) -> None:
    story = told(f"{text}\n\n{LUND} She was late.")
    for one in references(rules().annotated(story), story):
        assert one.span.of(story.text).strip() != ""
        assert 0.5 <= one.confidence <= 1.0


@pytest.mark.parametrize(
    "unit", ["Maria Lund said he ", "the 62-year-old said ", "Boeing said its company said it ", "a man, he "]
)
def test_a_flood_of_references_is_read_to_its_end(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "\n\nMaria Lund left Oslo. She was late."
    story = told(text)
    *_, last = references(rules().annotated(story), story)
    assert last.span.of(text) == "She"
