"""Which parts of a story may give facts: what a reader reads, without bylines, credits and the agency's own marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.model.fact import Span
from triage.model.story import Paragraph, Role, Story

if TYPE_CHECKING:
    from collections.abc import Iterator

_READ = frozenset((Role.HEADLINE, Role.BODY, Role.CAPTION))

_IN_BODY = re.compile(
    r"\(?\b[A-Z][\w&-]{0,30}(?: [A-Z]\w{1,30})?/[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){1,3}\)?\s*$"
)
"""A credit such as "REUTERS/Jane Roe" that closes a paragraph, whatever its role."""

_PHOTO_CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AFP|AP|EPA|EFE|ANSA|dpa|Xinhua|TASS|Handout)(?: Photo)?/[^.\n]*"
    r"|\((?:AP Photo|Photo by|Photo:|Photo/|Image:|Credit:)[^)\n]*\)?"
    r"|\b(?:AP Photo|Photo by|Photo:|Photograph by|Courtesy of|File photo by)[^.\n]*"
    r"|\b(?:[A-Z][\w.’'-]{1,30} ){1,3}(?:via|/) ?(?:REUTERS|AP|Getty Images)\b[^\n]*)"
)
"""A photographer's credit inside a caption, in the shapes that agencies use."""


def readable(story: Story) -> tuple[Span, ...]:
    """The ranges of `story.text` whose facts count, in order: headline, body and captions.

    Of a dateline only the place and the date count; of a caption all but the photographer's credit.
    """
    return tuple(span for part in story.paragraphs if part.role in _READ for span in _ranges(story, part))


def is_readable(ranges: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether `start` to `end` lies within one of the `ranges` that `readable` gave."""
    return any(one.start <= start and end <= one.end for one in ranges)


def _ranges(story: Story, part: Paragraph) -> Iterator[Span]:
    line = story.dateline
    if line is not None and part.start <= line.start < part.end:
        yield Span(line.place_start, line.place_end)
        if line.date and (at := story.text.find(line.date, line.place_end, line.end)) >= 0:
            yield Span(at, at + len(line.date))
        yield Span(line.end, part.end)
        return
    end = _before_credit(story, part) if part.role is Role.CAPTION else part.end
    tail = max(part.start, end - 150)
    if part.role is not Role.HEADLINE and (credit := _IN_BODY.search(story.text[tail:end])):
        end = tail + credit.start()
    if part.start < end:
        yield Span(part.start, end)


def _before_credit(story: Story, caption: Paragraph) -> int:
    """Where a caption ends and its photographer's credit begins."""
    shape = _PHOTO_CREDIT.search(story.text, caption.start, caption.end)
    end = shape.start() if shape else caption.end
    names = [name for credit in story.credits if credit.role == "photo" for name in credit.names]
    for name in names:
        at = story.text.find(name, caption.start, end)
        if at >= 0:
            # The agency stands before the name, behind the last full stop: "... on Friday. Meridian/Jane Roe".
            end = max(story.text.rfind(". ", caption.start, at) + 1, caption.start)
    return end
