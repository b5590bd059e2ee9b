"""A story as a page of the reader: its headline, and the lines that say where it stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.cells import cell_len

from triage.model.story import DateSource, Story
from triage.model.version import VersionKind
from triage.tui.paint import GLYPHS, MUTED, NEWS, Inks
from triage.tui.typeset import Page
from triage.tui.words import clean, count, cut, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.decision import Decision
    from triage.model.entry import Entry, Trouble
    from triage.model.fact import Fact
    from triage.model.suggestion import Suggestion
    from triage.session import Row
    from triage.settings import Settings
    from triage.tui.widgets.line_view import Piece


def story_page(
    row: Row,
    story: Story | None,
    facts: Sequence[Fact],
    suggestions: Sequence[Suggestion],
    settings: Settings,
    inks: Inks,
    zone: dt.tzinfo | None,
    width: int,
    decision: Decision | None = None,
) -> Page:
    """The page for a story; for a file that could not be read, the reason and what to do."""
    entry = row.entry
    meta: list[tuple[Piece, ...]] = []
    if story is not None:
        meta.append(((cut(_where_and_when(entry, story, zone), width), inks.dim),))
    if entry.error:
        meta += _trouble(entry, entry.error, inks, width)
    meta += _versions(row, inks)
    meta += _decided(row, settings, inks, width)
    if decision and decision.note:
        meta += _noted(decision.note, inks, width)
    meta += _suggested(suggestions, settings, inks, width)
    return Page(entry.headline, tuple(meta), story, tuple(facts), decision.facts if decision else {})


def _where_and_when(entry: Entry, story: Story, zone: dt.tzinfo | None) -> str:
    """BRUSSELS (Reuters) · Fri 27 Apr 2018 · 430 words"""
    place = story.dateline.place if story.dateline else ""
    agency = story.agency or story.source or ""
    parts = [f"{place} ({agency})" if place and agency else place or agency]
    day = story.date.value
    known = story.date.source is not DateSource.FILE
    parts.append(f"{day:%a} {day.day} {day:%b %Y}" if known else f"file of {day.day} {day:%b %Y}")
    if story.published and len(story.published) > 10:
        parts[-1] += f"{dt.datetime.fromtimestamp(entry.when, zone): %H:%M}"
    parts.append(count(len(story.text.split()), "word"))
    if entry.copies > 1:
        parts.append(f"{entry.copies} copies")
    return clean(" · ".join(part for part in parts if part))


def _versions(row: Row, inks: Inks) -> list[tuple[Piece, ...]]:
    """Which version this is, that its source took it back, and that it is news about a story already decided."""
    lines: list[tuple[Piece, ...]] = []
    if row.entry.kind == VersionKind.KILL:
        lines.append((("KILL  ", inks.alarm), ("its source took it back: x spikes", inks.plain)))
    if row.entry.versions > 1:
        said = f"version {row.entry.version} of {row.entry.versions}"
        news = f"  {NEWS} news" if row.news and not row.state.decided else ""
        lines.append(((f"{said} · changes: ", inks.dim), ("c", inks.strong), (news, inks.accent)))
    if row.muted:
        lines.append(((f"{MUTED} muted: what follows is spiked", inks.dim),))
    return lines


def _decided(row: Row, settings: Settings, inks: Inks, width: int) -> list[tuple[Piece, ...]]:
    """The state and the tags, in as many lines as they need."""
    pieces: list[Piece] = [(f"{GLYPHS[row.state]} {row.state.value}", inks.dim)] if row.state.decided else []
    for tag in row.tags:
        definition = settings.tag(tag)
        pieces.append((cut(clean(tag), width), inks.tag(definition.colour) if definition else inks.strong))
    lines: list[tuple[Piece, ...]] = []
    room = 0
    for text, ink in pieces:
        size = cell_len(text)
        if not lines or size > room:
            lines.append(())
            room = width
        lines[-1] += ((f"{text}  ", ink),)
        room -= size + 2
    return lines


def _noted(note: str, inks: Inks, width: int) -> list[tuple[Piece, ...]]:
    """The note in its own lines, as far as it is wide beside its label."""
    lines: list[tuple[Piece, ...]] = []
    for written in note.splitlines():
        shown = clean(written)
        for start, end in [*wrap(shown, max(8, width - 6))] or [(0, 0)]:
            lines.append(((("      " if lines else "note  "), inks.dim), (shown[start:end], inks.plain)))
    return lines


def _suggested(
    suggestions: Sequence[Suggestion], settings: Settings, inks: Inks, width: int
) -> list[tuple[Piece, ...]]:
    """A line a suggestion: the tag and its reasons."""
    lines: list[tuple[Piece, ...]] = []
    for one in suggestions:
        definition = settings.tag(one.tag)
        ink = inks.tag(definition.colour) if definition else inks.strong
        lead = f"{clean(one.tag)}? "
        reasons = cut(clean(", ".join(one.because)), max(8, width - cell_len(lead)))
        lines.append(((lead, ink), (reasons, inks.dim)))
    return lines


def _trouble(entry: Entry, trouble: Trouble, inks: Inks, width: int) -> list[tuple[Piece, ...]]:
    lines: list[tuple[Piece, ...]] = [((clean(trouble.title), inks.alarm),)]
    path = () if entry.path == entry.headline else (entry.path, "")
    for words in (*path, trouble.message, trouble.hint):
        shown = clean(words)
        lines += [((shown[start:end], inks.plain),) for start, end in wrap(shown, width)] or [()]
    return lines
