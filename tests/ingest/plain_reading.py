"""What the tests of the plain reader read, and what they look at."""

import datetime as dt
from textwrap import dedent

from triage.ingest.formats import plain
from triage.ingest.reader import Origin
from triage.model.story import Story

ORIGIN = Origin("wire/x.txt", dt.datetime(2018, 4, 28, 9, tzinfo=dt.UTC))


def read(text: str | bytes, origin: Origin = ORIGIN) -> Story:
    source = text if isinstance(text, bytes) else dedent(text).encode()
    (story,) = plain.read(source, origin)
    return story


def parts(story: Story) -> list[tuple[str, str]]:
    return [(paragraph.role.value, story.text[paragraph.start : paragraph.end]) for paragraph in story.paragraphs]


def roles(story: Story) -> list[str]:
    return [paragraph.role.value for paragraph in story.paragraphs]


def place(story: Story) -> str | None:
    return None if story.dateline is None else story.text[story.dateline.place_start : story.dateline.place_end]
