"""Files as different agencies send them: every field that they fill is read, and the text is clean paragraphs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from agency_samples import REUTERS_TWICE, SAMPLES, sources

from triage.ingest.reader import Origin
from triage.ingest.readers import read_each
from triage.model.story import Role

if TYPE_CHECKING:
    from triage.model.story import Story

ORIGIN = Origin("in/story.dat", dt.datetime(2024, 3, 5, tzinfo=dt.UTC))


def field(story: Story, name: str) -> Any:
    """A field, or what a person reads: the body without its dateline, the captions."""
    match name:
        case "place":
            return story.dateline.place if story.dateline else None
        case "subjects":
            return [(subject.code, subject.name) for subject in story.subjects]
        case "body":
            after = story.dateline.end if story.dateline else 0
            body = (
                story.text[max(after, p.start) : p.end]
                for p in story.paragraphs
                if p.role is Role.BODY and p.end > after
            )
            return tuple(text.removesuffix(" Enditem") for text in body)
        case "captions":
            return tuple(story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.CAPTION)
        case _:
            return getattr(story, name)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_agencys_file_is_read_whole(name: str) -> None:
    _, wanted = SAMPLES[name]
    stories, errors = read_each(sources()[name], ORIGIN)
    assert not errors
    assert [{key: field(story, key) for key in one} for story, one in zip(stories, wanted, strict=True)] == wanted


def test_a_byline_that_the_text_has_too_stands_there_once() -> None:
    (story,), _ = read_each(REUTERS_TWICE.encode(), ORIGIN)
    bylines = [story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.BYLINE]
    assert bylines == ["By Jane Holm and Ole Moe"]
