"""What of a story is compared to find out whether it is a version of another."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.ingest.chain_marks import read_headline, read_note
from triage.model.story import Role
from triage.model.version import VersionKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from triage.model.story import Story, StoryId

SHINGLE = 3
"""Words that stand together in what two texts are compared by."""

SKETCH, SKETCHED = 10, 5
"""How many runs of words, of how many words each, stand for a text where candidates are looked for: those with the lowest
hashes, so that two texts with much in common have some of them in common (a bottom-k sketch, as MinHash is)."""

LEDE = 60
"""Words among which a story says on which day it is written."""

DAY = 86_400

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_SLUG_ENDS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$|[/\s-]+$")
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_COMMON = _WEEKDAYS | frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "more",
        "new",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "over",
        "said",
        "says",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "two",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "after",
        "about",
        "against",
        "also",
        "all",
        "before",
        "one",
        "three",
        "us",
        "mr",
        "mrs",
        "ms",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A story as chaining sees it. Words are folded: small letters without accents.

    `identity` and `stated` are the source's own: what all versions of the story have in common, and the version's number.
    `words` are those of headline and body that mean something, `weekdays` those of the first of them; `said` is the whole text of a kill, which names what it kills, and "" for all else.
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
    length: int
    shingles: frozenset[int]
    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    weekdays: frozenset[str]
    clues: tuple[int, ...]
    said: str = ""

    @property
    def marked(self) -> bool:
        """Whether the source says that it is one of several versions."""
        return self.kind is not VersionKind.STORY


def trace(story: Story, when: float) -> Trace:
    """The trace of a story that came at `when`, seconds since the epoch."""
    marks = read_headline(story.headline)
    slug = read_headline(_SLUG_ENDS.sub("", story.slug or ""))
    kinds = [marks.kind, slug.kind, *_noted(story)]
    kind = max(kinds, key=lambda one: one.rank if one is not VersionKind.STORY else -1)
    written = [story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.BODY]
    if story.dateline and written and story.dateline.end < len(story.text):
        start = next(p.start for p in story.paragraphs if p.role is Role.BODY)
        written[0] = story.text[max(start, story.dateline.end) : start + len(written[0])] or written[0]
    raw = _WORD.findall(" ".join(written))
    words = [fold(word) for word in raw]
    source, folded_slug = " ".join(_folded(story.agency or story.source or "")), " ".join(_folded(slug.headline))
    headline = tuple(_folded(marks.headline))
    identity = story.chain or ""
    return Trace(
        id=story.id,
        when=when,
        day=story.date.value,
        source=source,
        slug=folded_slug,
        identity=identity,
        stated=int(story.version) if story.version and story.version.isdecimal() else None,
        kind=kind,
        number=max(marks.number, slug.number),
        marker=marks.marker or slug.marker,
        genre=marks.genre or slug.genre,
        label=marks.label,
        headline=headline,
        length=len(words),
        shingles=frozenset(hash(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1)),
        names=frozenset(
            word for word, one in zip(words, raw, strict=True) if one[0].isupper() and word not in _COMMON
        ).difference(source.split()),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        words=content(words) | content(headline),
        weekdays=_WEEKDAYS.intersection(words[:LEDE]),
        clues=tuple(_clues(source, folded_slug, identity, headline, words, when)),
        said=f" {' '.join(_folded(story.text))} " if kind is VersionKind.KILL else "",
    )


def neighbours(clue_of: Trace) -> tuple[int, ...]:
    """The clues under which the story's other versions may be found: its own, and its slug's on the days around."""
    around = (
        [_slug_clue(clue_of.source, clue_of.slug, clue_of.when + by * DAY) for by in (-1, 1)] if clue_of.slug else []
    )
    return (*clue_of.clues, *around)


def fold(word: str) -> str:
    """A word as it is compared."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def content(words: Iterable[str]) -> frozenset[str]:
    """Those of `words` that mean something."""
    return frozenset(word for word in words if word not in _COMMON)


def _folded(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _noted(story: Story) -> list[VersionKind]:
    notes = [story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.EDNOTE]
    told = (
        read_note(note) or read_headline(f"{note.strip('.:! ')}: -").kind
        for note in [*notes, story.ednote or ""]
        if note
    )
    return [kind for kind in told if kind]


def _clues(
    source: str, slug: str, identity: str, headline: Sequence[str], words: Sequence[str], when: float
) -> Iterable[int]:
    """Numbers that versions of one story are likely to share."""
    if identity:
        yield _clue("identity", identity)
    if slug:
        yield _slug_clue(source, slug, when)
    if len(headline) > 2:
        yield _clue("headline", " ".join(headline))
    runs = {zlib.crc32(" ".join(words[n : n + SKETCHED]).encode()) for n in range(len(words) - SKETCHED + 1)}
    yield from sorted(runs)[:SKETCH]


def _slug_clue(source: str, slug: str, when: float) -> int:
    return _clue("slug", f"{source}\n{slug}\n{int(when // DAY)}")


def _clue(kind: str, words: str) -> int:
    """Above all sketches, which have 32 bits."""
    told = f"{kind}\n{words}".encode()
    return (zlib.crc32(told) << 30 | zlib.adler32(told) & 0x3FFFFFFF) | 1 << 62
