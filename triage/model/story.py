"""A wire story as the program sees it, whatever format it came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from triage.model.identity import StoryId as StoryId

if TYPE_CHECKING:
    import datetime as dt


def story_id(source: bytes) -> StoryId:
    """The identity of a story: the first 16 hex digits of SHA-256 over its own source bytes."""
    return StoryId(hashlib.sha256(source).hexdigest()[:16])


class Role(StrEnum):
    """What a paragraph of the text is."""

    HEADLINE = "headline"
    SECTION = "section"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    EDNOTE = "ednote"


class DateSource(StrEnum):
    """Where a story's own date came from, surest first; a later one is only used when no earlier one is there."""

    HEADER = "header"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEXT = "text"
    PATH = "path"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A half-open range of `Story.text`, in code points, and what it is."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of the first body paragraph: `BRUSSELS, April 27 (Reuters) -`.

    `place` and `date` are as written; `start`, `end` span all of it in `Story.text`, the dash included, so that
    `text[end:]` is the lede. `place_start`, `place_end` span the place.
    """

    place: str
    date: str | None
    start: int
    end: int
    place_start: int
    place_end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did what for the story: role is reporting, additional reporting, writing, editing or photo."""

    role: str
    names: tuple[str, ...]
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a source says a story is about: a code as it stands there ("medtop:20000638"), a name, or both."""

    code: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class StoryDate:
    """The day that relative dates in the story resolve against, and where it came from."""

    value: dt.date
    source: DateSource


@dataclass(frozen=True, slots=True)
class Story:
    """One story of the wire.

    `text` is the whole readable text, free of control characters, paragraphs separated by one blank line; `paragraphs`
    cover it in order. `published` and `updated` are ISO 8601 strings, only where the source states them: a date, or a
    date and time with its offset where the source gives one. `chain` is what the source calls the story by, `follows` are stories,
    so called, that it says this one goes on from or takes back. Unknown is None, never a guess.
    """

    id: StoryId
    path: str | None
    format: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    headline: str
    date: StoryDate
    section: str | None = None
    slug: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    agency: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    urgency: int | None = None
    embargo: str | None = None
    ednote: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = "en"
    version: str | None = None
    chain: str | None = None
    follows: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    subjects: tuple[Subject, ...] = ()
    usage_terms: str | None = None
    copyright: str | None = None

    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that a reader reads: body text and captions, in order."""
        return tuple(p for p in self.paragraphs if p.role in (Role.BODY, Role.CAPTION))
