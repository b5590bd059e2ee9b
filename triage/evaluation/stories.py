"""Stories made of what annotated files hold: raw text by way of our readers, bare sentences directly."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.evaluation.aligning import Alignment
from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, story_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.fact import Span

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


@dataclass(slots=True)
class Desk:
    """Reads the raw texts of one set with our readers, and counts what does not come through."""

    unread: int = 0
    lost: int = 0

    def read(self, name: str, text: str, day: dt.date | None = None) -> Placed | None:
        """The story of a raw text; None for one that our readers refuse.

        `day` is the story's own, where the set states it; else the readers look for it, in the text and in `name`.
        """
        try:
            story = read(text.encode(), Origin(name, UNDATED))[0]
        except ReadError:
            self.unread += 1
            return None
        if day:
            story = replace(story, date=StoryDate(day, DateSource.HEADER))
        return Placed(story, Alignment(text, story.text), self)

    def notes(self) -> tuple[str, ...]:
        """What a person should know about the set."""
        unread = f"{self.unread} texts hold no story to our readers" if self.unread else ""
        lost = f"{self.lost} marks left out: they are no part of the story's text" if self.lost else ""
        return tuple(filter(None, (unread, lost)))


@dataclass(frozen=True, slots=True)
class Placed:
    """A story, with the way from the offsets of its raw text to its own."""

    story: Story
    alignment: Alignment
    desk: Desk

    def span(self, start: int, end: int) -> Span | None:
        """The span of the story's text; None, and counted, for one that the story has left out."""
        found = self.alignment.span(start, end)
        self.desk.lost += found is None
        return found
