"""References in stories written for this project, against what a reader says that they mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from naming import extraction, told

from triage.facts.coreference import references
from triage.model.story import Role

STORIES = sorted((Path(__file__).parents[1] / "corpus" / "references" / "stories").glob("*.json"))


def read(path: Path) -> dict[str, Any]:
    story: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return story


def verdicts(path: Path) -> list[tuple[str, str | None, str | None]]:
    """Every reference of the story: its words, what they mean, and what they are joined to."""
    gold = read(path)
    story = told(gold["text"], dict.fromkeys(gold["captions"], Role.CAPTION))
    joined = {one.span.start: one.entity.name for one in references(extraction().annotated(story), story)}
    return [(one["text"], one["means"], joined.get(one["start"])) for one in gold["references"]]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_offsets_are_those_of_the_words(path: Path) -> None:
    gold = read(path)
    assert [gold["text"][one["start"] : one["end"]] for one in gold["references"]] == [
        one["text"] for one in gold["references"]
    ]


def test_most_are_joined_and_nearly_all_of_these_are_right() -> None:
    every = [(path.stem, *verdict) for path in STORIES for verdict in verdicts(path)]
    joined = [(meant, found) for _, _, meant, found in every if found is not None]
    right = sum(meant == found for meant, found in joined)
    wrong = [one for one in every if one[3] is not None and one[2] != one[3]]
    assert right / len(joined) >= 0.9, wrong
    assert right / sum(meant is not None for _, _, meant, _ in every) >= 0.75
