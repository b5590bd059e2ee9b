"""Small stories and facts to put into an index."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from triage.model.fact import Fact, FactKind, Provenance, Span, Value, make_fact
from triage.model.found import Found
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, story_id

if TYPE_CHECKING:
    from triage.model.entry import Trouble

MINUTE = 60 * 10**9
NOON = int(dt.datetime(2018, 4, 27, 12, tzinfo=dt.UTC).timestamp()) * 10**9


def story(headline: str, text: str = "Nothing else was known.", path: str | None = None, **more: Any) -> Story:
    whole = f"{headline}\n\n{text}"
    paragraphs = (
        Paragraph(0, len(headline), Role.HEADLINE),
        Paragraph(len(headline) + 2, len(whole), Role.BODY),
    )
    return Story(
        id=story_id(whole.encode("utf-8", "surrogatepass")),
        path=path,
        format="plain",
        text=whole,
        paragraphs=paragraphs,
        headline=headline,
        date=StoryDate(dt.date(2018, 4, 27), DateSource.HEADER),
        **more,
    )


def found(path: str, *stories: Story, minute: int = 0, error: Trouble | None = None) -> Found:
    return Found(path, 100, NOON + minute * MINUTE, stories, error)


def fact(where: Story, kind: FactKind, mention: str, **value: str | int | float | bool | None) -> Fact:
    start = where.text.index(mention)
    normal: Value = value
    span = Span(start, start + len(mention))
    return make_fact(where.id, kind, where.text, normal, (span,), Span(0, len(where.text)), Provenance("test", 0.9))
