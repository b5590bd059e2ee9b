"""What is extracted when: the story that somebody waits for by itself, the others together."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from triage.facts.run import Extracted, Extraction
from triage.index import Index
from triage.settings import load
from triage.work.analysis import Analysis
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.model.story import Story, StoryId


@pytest.fixture
def index(desk) -> Iterator[Index]:
    with closing(Index.open(desk.locations.index, write=True)) as opened:
        reading = Reading(desk.inbox, opened)
        reading.look()
        while reading.busy:
            reading.slice()
        yield opened


@pytest.fixture
def batches(monkeypatch) -> list[list[StoryId]]:
    """The stories of each call of the real extraction, as they come."""
    seen: list[list[StoryId]] = []
    real = Extraction.facts_of

    def noted(self: Extraction, stories: Sequence[Story]) -> list[Extracted]:
        seen.append([story.id for story in stories])
        return real(self, stories)

    monkeypatch.setattr(Extraction, "facts_of", noted)
    return seen


@pytest.fixture
def working(index) -> Analysis:
    made = Analysis(load(None), index)
    made.load(60)
    return made


def test_nobody_waits_for_the_pipeline(index):
    made = Analysis(load(None), index)
    assert not (made.loading or made.loaded)
    made.load(0)
    assert made.loading and not made.loaded
    assert made.slice() is None
    while not made.loaded:
        made.load(1)
    assert not made.loading and made.trouble is None
    assert made.slice() is not None


def test_a_pipeline_that_cannot_be_had_is_told(index):
    made = Analysis(replace(load(None), pipeline="no_such_pipeline"), index)
    made.load(60)
    assert made.loaded and made.trouble is not None and "no_such_pipeline" in made.trouble.message


def test_the_backlog_is_extracted_together_and_every_story_once(index, working, batches):
    working._pace = 1e9
    while working.slice() is not None:
        pass
    (together,) = filter(None, batches)
    assert sorted(together) == sorted(index.ids())
    assert working.extracted() == index.count()


def test_the_story_on_the_screen_is_extracted_alone_and_first(index, working, batches):
    working._pace = 1e9
    *_, last = index.pending("", 100)
    working.focus([last])
    assert working.slice() == (last,)
    assert batches == [[last]]


def test_no_more_at_once_than_a_slice_has_time_for(index, working, batches):
    working._pace = 1e-6
    assert working.slice() is not None
    assert [len(batch) for batch in batches] == [1]
    assert working._pace <= 2e-6
