"""Stories made of what annotated files hold: raw text by way of our readers, bare sentences directly."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from triage.evaluation.aligning import Alignment
from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, story_id

if TYPE_CHECKING:
    from collections.abc import Sequence

UNDATED = dt.datetime(2000, 1, 1, 12, tzinfo=dt.UTC)
"""When a story came in whose set does not tell: the same day whenever it is scored."""

_ENDS = (".", "!", "?", ":", ";", '"', "'", "”", "’", ")")


def from_sentences(name: str, sentences: Sequence[str]) -> tuple[Story, tuple[int, ...]]:
    """A story with a paragraph for each sentence, and where in its text each begins.

    The first of several is the headline if no stop ends it.
    """
    parts, starts, at = [], [], 0
    for number, sentence in enumerate(sentences):
        headline = number == 0 and len(sentences) > 1 and not sentence.endswith(_ENDS)
        parts.append(Paragraph(at, at + len(sentence), Role.HEADLINE if headline else Role.BODY))
        starts.append(at)
        at += len(sentence) + 2
    text = "\n\n".join(sentences)
    day = StoryDate(UNDATED.date(), DateSource.FILE)
    story = Story(story_id(text.encode()), name, "sentences", text, tuple(parts), sentences[0], day)
    return story, tuple(starts)


def from_raw(name: str, text: str, day: dt.date | None = None) -> tuple[Story, Alignment]:
    """The story that our readers make of raw text, and where its characters went. Raises ReadError.

    `day` is the story's own, where the set states it; else the readers look for it, in the text and in `name`.
    """
    story = read(text.encode(), Origin(name, UNDATED))[0]
    if day:
        story = replace(story, date=StoryDate(day, DateSource.HEADER))
    return story, Alignment(text, story.text)
