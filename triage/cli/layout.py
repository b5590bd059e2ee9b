"""Stories, facts and suggestions as lines for a person to read."""

from __future__ import annotations

import datetime as dt
import shutil
import textwrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from triage.model.story import Role, Story
from triage.tui.fact_lines import fact_lines
from triage.tui.words import count, cut, fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.model.decision import Decision, Episode
    from triage.model.entry import Entry
    from triage.model.fact import Fact
    from triage.model.story import StoryId
    from triage.model.suggestion import Suggestion
    from triage.model.verdict import Verdicts
    from triage.session import Row
    from triage.settings import Settings

_TEXT_WIDTH = 80
"""Columns that running text is easy to read in, however wide the terminal is."""


def width() -> int:
    """The columns there are."""
    return max(shutil.get_terminal_size().columns, 40)


def row_lines(rows: Iterable[Row], settings: Settings) -> Iterator[str]:
    """A line a story: id, time, state, tags, headline. Tags as in the app: a capital is given, a small letter suggested."""
    zone, wide = settings.zone, width()
    for row in rows:
        entry = row.entry
        when = f"{dt.datetime.fromtimestamp(entry.when, zone):%d %b %H:%M}" if entry.when else ""
        state = "" if row.state == "new" else row.state.value
        start = f"{entry.id[:8]}  {when:12}  {state:6}  {_letters(row, settings)}  "
        yield cut(start + entry.headline, wide).rstrip()


def _letters(row: Row, settings: Settings) -> str:
    """A letter a tag; blank where nothing can be suggested yet, as the facts are not there."""
    suggested = {one.tag for one in row.entry.suggestions}
    neither = "·" if row.entry.extracted else " "
    letters = ""
    for tag in settings.tags:
        letters += tag.letter.upper() if tag.name in row.tags else tag.letter if tag.name in suggested else neither
    return letters + "".join(f" {name}" for name in row.tags if settings.tag(name) is None)


def fact_block(
    facts: Sequence[Fact], suggestions: Sequence[Suggestion], verdicts: Verdicts = MappingProxyType({})
) -> Iterator[str]:
    """What was found in a story after the verdicts on it, grouped and aligned, and the tags that it suggests."""
    wide = min(width(), _TEXT_WIDTH)
    lines = fact_lines(facts, verdicts)
    names = max((len(line.name) for line in lines if line.fact), default=0)
    column = min(names, 26) + 2
    for line in lines:
        if line.fact is None:
            yield line.name
            continue
        times = f"×{line.times}" if line.times > 1 else ""
        mark = line.mark or " "
        if not line.rest:
            yield f" {mark} {fit(line.name, wide - 8)}{times:>5}".rstrip()
            continue
        known = wide - 3 - column - 5
        first, *more = textwrap.wrap(line.rest, known) or [""]
        name = line.name if len(line.name) <= column - 2 else cut(line.name, column - 2)
        yield f" {mark} {fit(name, column)}{fit(first, known)}{times:>5}".rstrip()
        yield from (f"   {'':{column}}{rest}" for rest in more)
    if suggestions:
        yield "suggested"
    for one in suggestions:
        yield from textwrap.wrap(
            f"{one.tag} {one.score:.0%}: {', '.join(one.because)}",
            wide,
            initial_indent="   ",
            subsequent_indent="     ",
        )


def story_heading(story: Story, entry: Entry | None = None, zone: dt.tzinfo | None = None) -> Iterator[str]:
    """Where a story comes from, below its headline; with its entry, when to the minute."""
    source = story.agency or story.source
    place = f"{story.dateline.place} ({source})" if story.dateline and source else source
    when = (
        f"{dt.datetime.fromtimestamp(entry.when, zone):%a %d %b %Y %H:%M}"
        if entry
        else f"{story.date.value:%a %d %b %Y}"
    )
    yield " · ".join(part for part in (place, when, count(len(story.text.split()), "word")) if part)
    yield " · ".join(part for part in (story.id, story.path) if part)


def decision_lines(decision: Decision | None) -> Iterator[str]:
    """What has been decided about a story."""
    if decision is None:
        return
    who = f"by {decision.by}" if decision.by else ""
    yield " · ".join(part for part in (decision.state.value, ", ".join(decision.tags), who) if part)
    if decision.note:
        yield f"note: {decision.note}".replace("\n", "\n      ")


def history_lines(
    history: Sequence[Episode], versions: Mapping[StoryId, int], facts: Sequence[Fact], zone: dt.tzinfo | None
) -> Iterator[str]:
    """Who decided what about a story and when, newest first."""
    if not history:
        return
    from triage.model.telling import episode_words

    yield "history"
    names = {fact.id: fact.text for fact in facts}
    who = max(len(episode.act.by) for episode in history)
    for episode in history:
        when = dt.datetime.fromisoformat(episode.act.at).astimezone(zone)
        version = f"v{episode.version} " if len(versions) > 1 else ""
        start = f"   {when:%d %b %Y %H:%M}  {episode.act.by:{who}}  {version}"
        words = episode_words(episode, versions, names)
        yield from textwrap.wrap(words, width(), initial_indent=start, subsequent_indent=" " * len(start))


def text_lines(story: Story) -> Iterator[str]:
    """The story's text, wrapped, without the headline above it."""
    for paragraph in story.paragraphs:
        if paragraph.role in (Role.HEADLINE, Role.SECTION):
            continue
        yield ""
        indent = "  | " if paragraph.role is Role.CAPTION else ""
        text = story.text[paragraph.start : paragraph.end]
        yield from textwrap.wrap(text, min(width(), _TEXT_WIDTH), initial_indent=indent, subsequent_indent=indent)
