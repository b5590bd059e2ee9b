"""A story made of a text, and the names that our own pipeline finds in it."""

from __future__ import annotations

import datetime as dt
from functools import cache

from triage.facts.run import Extraction
from triage.model.fact import Fact, FactKind
from triage.model.story import Dateline, DateSource, Paragraph, Role, Story, StoryDate, StoryId


@cache
def extraction() -> Extraction:
    """Our own pipeline with every extractor, loaded once."""
    return Extraction()


def told(text: str, roles: dict[int, Role] | None = None, agency: str | None = None, place: str | None = None) -> Story:
    """A story of the paragraphs in `text`, body text unless `roles` says otherwise for one; `place` is its dateline's."""
    paragraphs, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        paragraphs.append(Paragraph(at, at + len(part), (roles or {}).get(number, Role.BODY)))
        at += len(part) + 2
    line = None
    if place is not None:
        start = text.index(place)
        line = Dateline(place, None, start, text.index(" - ", start) + 3, start, start + len(place))
    day = StoryDate(dt.date(2018, 4, 27), DateSource.HEADER)
    return Story(
        StoryId("0" * 16), None, "plain", text, tuple(paragraphs), "", day, agency=agency, dateline=line
    )  # fmt: skip


def found(story: Story | str, kind: FactKind) -> tuple[Fact, ...]:
    """The facts of one kind; a text is told as a story first."""
    result = extraction().facts(told(story) if isinstance(story, str) else story)
    assert not result.troubles
    return tuple(fact for fact in result.facts if fact.kind is kind)


def people(story: Story | str) -> dict[object, tuple[object, object]]:
    """Every person's name with role and holder."""
    return {fact.value["name"]: (fact.value["role"], fact.value["of"]) for fact in found(story, FactKind.PERSON)}


def bodies(story: Story | str) -> dict[object, object]:
    """Every organization's name with its type."""
    return {fact.value["name"]: fact.value["type"] for fact in found(story, FactKind.ORGANIZATION)}


def places(story: Story | str) -> dict[object, tuple[object, object]]:
    """Every place's name with its country and type."""
    return {fact.value["name"]: (fact.value["country"], fact.value["type"]) for fact in found(story, FactKind.PLACE)}


def peoples(story: Story | str) -> dict[object, object]:
    """Every nationality with its country."""
    return {fact.value["name"]: fact.value["country"] for fact in found(story, FactKind.NATIONALITY)}


def mentions(story: Story, kind: FactKind, name: str) -> list[str]:
    """The words of every mention of the fact with that name."""
    return [
        span.of(story.text) for fact in found(story, kind) if fact.value["name"] == name for span in fact.mentions
    ]  # fmt: skip
