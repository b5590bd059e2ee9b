"""What of a story is compared to find out whether it is a version of another."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from triage.ingest.chain_clues import DAY, clues, opening_clues, place_clues, slug_clue, subject_clues
from triage.ingest.chain_marks import (
    corrected,
    named_headlines,
    read_headline,
    read_note,
    read_notice,
    read_slug,
    read_take,
)
from triage.ingest.chain_words import COMMON, NUMERALS, WEEKDAYS, WORD, content, folded, plain, runs, small
from triage.model.story import Role
from triage.model.version import VersionKind, turn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from triage.model.story import Story, StoryId

SHINGLE = 3
"""Words that stand together in what two texts are compared by."""

LEDE = 60
"""Words among which a story says on which day it is written."""

NEWS = 30
"""Words of a body that tell what is new."""

NOTICE = 120
"""Words of a notice that corrects a story without repeating it, at most."""

COUNTING = frozenset({"newsmlg2", "newsml1", "ninjs"})
"""Formats by whose standards all versions of a story have one identifier, and are counted."""

ALERTS = frozenset({VersionKind.FLASH, VersionKind.URGENT})
"""What comes before its story."""

KEYED = frozenset({"nitf"})
"""Formats by whose standards it is the slug that is the same in all versions of a story, on one day, and that they are counted by."""

_NUMBER_BITS = 31
_LARGEST = (1 << _NUMBER_BITS) - 1
"""The largest number of a version: some count in seconds since the epoch."""

_SLUG_ENDS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$|[/\s-]+$")


@dataclass(frozen=True)
class Trace:
    """A story as chaining sees it. Words are folded: small letters without accents; what few stories are asked for is found
    when it is asked for. `clues` are the numbers that the story is found by, `asks` those by which it finds others.

    `identity`, `stated` and `follows` are the source's own: what it calls the story by, the version's number, and what it calls
    those by that this one goes on from. `numbered` says that it calls all versions of a story by one name, and counts them.
    `written` are the words of the body as they stand there but for accents. `said` is the whole text of a kill or of a notice
    that corrects, which names what it is about, and "" for all else. `opening` are the words of headline, slug, dateline and lede.
    `corrects` is what a notice calls the story that it puts right, by its slug, and `sent` that story's month and day.
    `place` are the words of the place in the dateline. `more` says that another take is to follow.
    `keyed` says that the source counts the versions of its slug. `turn` is its place among versions of the same time, and `timed` says that the source states that time.
    """

    id: StoryId
    when: float
    day: dt.date
    source: str
    slug: str
    identity: str
    stated: int | None
    kind: VersionKind
    number: int
    marker: str
    genre: str
    label: str
    headline: tuple[str, ...]
    written: tuple[str, ...]
    clues: tuple[int, ...]
    asks: tuple[int, ...]
    said: str = ""
    follows: frozenset[str] = frozenset()
    numbered: bool = False
    opening: frozenset[str] = frozenset()
    corrects: tuple[str, ...] = ()
    sent: tuple[int, int] | None = None
    place: frozenset[str] = frozenset()
    more: bool = False
    keyed: bool = False
    turn: int = 0
    timed: bool = True

    @property
    def marked(self) -> bool:
        """Whether the source says that it is one of several versions."""
        return self.kind is not VersionKind.STORY

    @property
    def ordinal(self) -> int | None:
        """What versions of one name, or takes of one slug, are put in order by: the name above, the number below; None without
        either."""
        if self.kind is VersionKind.TAKE and self.number and self.slug:
            return zlib.crc32(f"{self.source}\n{self.slug}".encode()) << _NUMBER_BITS | self.number
        if not self.identity or self.stated is None or self.stated > _LARGEST:
            return None
        return zlib.crc32(self.identity.encode()) << _NUMBER_BITS | self.stated

    @property
    def length(self) -> int:
        """The words of the body."""
        return len(self.written)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """The body's runs of words."""
        return runs(small(self.written), SHINGLE)

    @cached_property
    def top(self) -> frozenset[int]:
        """The runs of words of the body's first part: what is new, before what is told again of what went before."""
        return runs(small(self.written[: max(LEDE, 2 * self.length // 5)]), SHINGLE)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that begin with a capital and mean something."""
        capitals = small([word for word in self.written if word[0].isupper()])
        return frozenset(capitals) - COMMON - frozenset(self.source.split())

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Names, without numerals, and without the word that opens the body, which has its capital from that alone unless another
        follows."""
        first = 0 if len(self.written) > 1 and self.written[1][0].isupper() else 1
        capitals = small([word for word in self.written[first:] if word[0].isupper()])
        return frozenset(capitals) & self.names - NUMERALS

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in figures."""
        return frozenset(word for word in self.written if word[0].isdigit())

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of headline and body that mean something."""
        return content(small(self.written)) | content(self.headline)

    @cached_property
    def news(self) -> frozenset[str]:
        """Words of headline and lede that mean something: what the story is about, without its background."""
        return content(small(self.written[:NEWS])) | content(self.headline)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week that the opening names."""
        return WEEKDAYS.intersection(small(self.written[:LEDE]))


def trace(story: Story, when: float) -> Trace:
    """The trace of a story that came at `when`, seconds since the epoch."""
    marks = read_headline(story.headline)
    slug = read_slug(_SLUG_ENDS.sub("", story.slug or ""))
    body = _body(story)
    written = tuple(WORD.findall(plain(body)))
    short = len(written) <= NOTICE
    spoken = _spoken(story) if short else ""
    takes = [number for note in _notes(story) if (number := read_take(note))]
    told = (
        marks.kind,
        VersionKind.TAKE if takes else VersionKind.STORY,
        slug.kind,
        *_noted(story),
        read_notice(spoken),
    )
    kind = max(told, key=lambda one: -1 if one is VersionKind.STORY else one.rank)
    source, folded_slug = " ".join(folded(story.agency or story.source or "")), " ".join(folded(slug.headline))
    headline, identity, follows = tuple(folded(marks.headline)), _identity(story), frozenset(story.follows)
    speaks = kind is VersionKind.KILL or (kind is VersionKind.CORRECTION and short)
    names = [tuple(folded(read_headline(name).headline)) for name in named_headlines(story.text)] if speaks else []
    notice = corrected(marks.headline, spoken) if speaks and kind is VersionKind.CORRECTION else None
    shared = tuple(clues(source, folded_slug, {identity, *follows}, [headline, *names], small(written), when))
    shared += tuple(opening_clues(source, headline, when))
    has, seeks = subject_clues(source, folded_slug, headline, story, notice)
    number = marks.number or slug.number or max(takes, default=0)
    stated = int(story.version) if story.version and story.version.isdecimal() and len(story.version) < 19 else None
    place = content(folded(story.dateline.place.partition(",")[0])) if story.dateline else frozenset()
    there, near = place_clues(source, place, when, marked=kind is not VersionKind.STORY)
    opening = _opening(story, headline, folded_slug, written)
    return Trace(
        id=story.id,
        when=when,
        day=story.date.value,
        source=source,
        slug=folded_slug,
        identity=identity,
        stated=stated,
        kind=kind,
        number=number,
        marker=marks.marker or slug.marker,
        genre=marks.genre or slug.genre,
        label=marks.label,
        headline=headline,
        written=written,
        clues=(*shared, *has, *there),
        asks=(*shared, *seeks, *near),
        said=f" {' '.join(folded(story.text if kind is VersionKind.KILL else spoken))} " if speaks else "",
        follows=follows,
        numbered=bool(identity) and story.format in COUNTING,
        opening=opening,
        corrects=tuple(folded(notice.name)) if notice else (),
        sent=notice.sent if notice else None,
        place=place,
        more=_more(story),
        keyed=bool(folded_slug) and stated is not None and story.format in KEYED,
        turn=turn(kind, marks.counted if marks.number else slug.counted if slug.number else VersionKind.TAKE, number),
        timed=bool(story.updated or story.published),
    )


def _identity(story: Story) -> str:
    """What the source calls the story by, without the version's own number, which some put behind it ("4711-v2", and
    "newsml_L2N3FP0AB:3", where what it stands behind is no number itself)."""
    behind = re.escape(story.version or "")
    ends = rf"[-_.]v\.?{behind}$|(?<=[A-Z0-9]{{6}})(?<![0-9]{{6}}):{behind}$"
    return re.sub(ends, "", story.chain or "") if behind else story.chain or ""


def _body(story: Story) -> str:
    """The body's text, without the dateline that opens it."""
    body = [(p.start, p.end) for p in story.paragraphs if p.role is Role.BODY]
    after = story.dateline.end if story.dateline else 0
    return " ".join(story.text[max(start, after) : end] for start, end in body if end > after)


def _opening(story: Story, headline: Sequence[str], slug: str, written: Sequence[str]) -> frozenset[str]:
    place = story.text[story.dateline.start : story.dateline.end] if story.dateline else ""
    return content((*headline, *slug.split(), *folded(place), *small(written[:LEDE])))


def _more(story: Story) -> bool:
    """Whether the last line is "(MORE)"."""
    last = story.paragraphs[-1] if story.paragraphs else None
    return bool(last and last.end - last.start < 12 and folded(story.text[last.start : last.end]) == ["more"])


def _spoken(story: Story) -> str:
    """What a notice says, be it to readers or to editors; not its own headline."""
    return " ".join(story.text[p.start : p.end] for p in story.paragraphs if p.role in (Role.BODY, Role.EDNOTE))


def neighbours(clue_of: Trace) -> tuple[int, ...]:
    """The clues under which the story's other versions may be found: those it asks for, and those of its slug and its opening
    on the days around."""
    around: list[int] = []
    for when in (clue_of.when - DAY, clue_of.when + DAY):
        around += [slug_clue(clue_of.source, clue_of.slug, when)] if clue_of.slug else []
        around += opening_clues(clue_of.source, clue_of.headline, when)
    return (*clue_of.asks, *around)


def _notes(story: Story) -> list[str]:
    notes = [story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.EDNOTE]
    return [note for note in [*notes, story.ednote or ""] if note]


def _noted(story: Story) -> list[VersionKind]:
    told = (read_note(note) or read_headline(f"{note.strip('.:! ')}: -").kind for note in _notes(story))
    return [kind for kind in told if kind]
