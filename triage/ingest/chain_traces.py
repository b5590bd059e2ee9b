"""What of a story is compared to find out whether it is a version of another."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from triage.ingest.chain_marks import named_headlines, read_headline, read_note, read_notice
from triage.model.story import Role
from triage.model.version import VersionKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from triage.model.story import Story, StoryId

SHINGLE = 3
"""Words that stand together in what two texts are compared by."""

SKETCH, SKETCHED = 10, 5
"""How many runs of words, of how many words each, stand for a text where candidates are looked for: those with the lowest
hashes, so that two texts with much in common have some of them in common (a bottom-k sketch, as MinHash is)."""

LEDE = 60
"""Words among which a story says on which day it is written."""

DAY = 86_400

NOTICE = 120
"""Words of a notice that corrects a story without repeating it, at most."""

COUNTING = frozenset({"newsmlg2", "newsml1", "ninjs"})
"""Formats by whose standards all versions of a story have one identifier, and are counted."""

_NUMBER_BITS = 31
_LARGEST = (1 << _NUMBER_BITS) - 1
"""The largest number of a version: some count in seconds since the epoch."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*", re.UNICODE)
_ACCENTS = re.compile("[\u0300-\u036f]")
_SLUG_ENDS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$|[/\s-]+$")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WEEKDAYS = _listed("monday tuesday wednesday thursday friday saturday sunday")
_COMMON = _WEEKDAYS | _listed("""
a an and are as at be been but by for from had has have he her his how if in into is it its more new no not of on or our
over said says she so than that the their them then there they this to two up was we were what when where which who why
will with would you after about against also all before one three us mr mrs ms
january february march april may june july august september october november december
""")


@dataclass(frozen=True)
class Trace:
    """A story as chaining sees it. Words are folded: small letters without accents; what few stories are asked for is found
    when it is asked for.

    `identity`, `stated` and `follows` are the source's own: what it calls the story by, the version's number, and what it calls
    those by that this one goes on from. `numbered` says that it calls all versions of a story by one name, and counts them.
    `written` are the words of the body as they stand there but for accents. `said` is the whole text of a kill or of a notice
    that corrects, which names what it is about, and "" for all else.
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
    said: str = ""
    follows: frozenset[str] = frozenset()
    numbered: bool = False

    @property
    def marked(self) -> bool:
        """Whether the source says that it is one of several versions."""
        return self.kind is not VersionKind.STORY

    @property
    def ordinal(self) -> int | None:
        """What versions of one name are put in order by: the name above, the number below; None without either."""
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
        return _runs(_small(self.written), SHINGLE)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that begin with a capital and mean something."""
        capitals = _small([word for word in self.written if word[0].isupper()])
        return frozenset(capitals) - _COMMON - frozenset(self.source.split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in figures."""
        return frozenset(word for word in self.written if word[0].isdigit())

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of headline and body that mean something."""
        return content(_small(self.written)) | content(self.headline)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week that the opening names."""
        return _WEEKDAYS.intersection(_small(self.written[:LEDE]))


def trace(story: Story, when: float) -> Trace:
    """The trace of a story that came at `when`, seconds since the epoch."""
    marks = read_headline(story.headline)
    slug = read_headline(_SLUG_ENDS.sub("", story.slug or ""))
    body = _body(story)
    written = tuple(_WORD.findall(_plain(body)))
    short = len(written) <= NOTICE
    spoken = _spoken(story) if short else ""
    told = (marks.kind, slug.kind, *_noted(story), read_notice(spoken))
    kind = max(told, key=lambda one: -1 if one is VersionKind.STORY else one.rank)
    source, folded_slug = " ".join(_folded(story.agency or story.source or "")), " ".join(_folded(slug.headline))
    headline, identity, follows = tuple(_folded(marks.headline)), _identity(story), frozenset(story.follows)
    speaks = kind is VersionKind.KILL or (kind is VersionKind.CORRECTION and short)
    names = [tuple(_folded(read_headline(name).headline)) for name in named_headlines(story.text)] if speaks else []
    return Trace(
        id=story.id,
        when=when,
        day=story.date.value,
        source=source,
        slug=folded_slug,
        identity=identity,
        stated=int(story.version) if story.version and story.version.isdecimal() and len(story.version) < 19 else None,
        kind=kind,
        number=max(marks.number, slug.number),
        marker=marks.marker or slug.marker,
        genre=marks.genre or slug.genre,
        label=marks.label,
        headline=headline,
        written=written,
        clues=tuple(_clues(source, folded_slug, {identity, *follows}, [headline, *names], _small(written), when)),
        said=f" {' '.join(_folded(story.text if kind is VersionKind.KILL else spoken))} " if speaks else "",
        follows=follows,
        numbered=bool(identity) and story.format in COUNTING,
    )


def _identity(story: Story) -> str:
    """What the source calls the story by, without the version's own number, which some put behind it ("4711-v2")."""
    behind = re.escape(story.version or "")
    return re.sub(rf"[-_.]v\.?{behind}$", "", story.chain or "") if behind else story.chain or ""


def _body(story: Story) -> str:
    """The body's text, without the dateline that opens it."""
    body = [(p.start, p.end) for p in story.paragraphs if p.role is Role.BODY]
    after = story.dateline.end if story.dateline else 0
    return " ".join(story.text[max(start, after) : end] for start, end in body if end > after)


def _spoken(story: Story) -> str:
    """What a notice says, be it to readers or to editors; not its own headline."""
    return " ".join(story.text[p.start : p.end] for p in story.paragraphs if p.role in (Role.BODY, Role.EDNOTE))


def neighbours(clue_of: Trace) -> tuple[int, ...]:
    """The clues under which the story's other versions may be found: its own, and its slug's on the days around."""
    around = (
        [_slug_clue(clue_of.source, clue_of.slug, clue_of.when + by * DAY) for by in (-1, 1)] if clue_of.slug else []
    )
    return (*clue_of.clues, *around)


def _plain(text: str) -> str:
    """`text` without accents."""
    if text.isascii():
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'")))


def _small(words: Sequence[str]) -> list[str]:
    return " ".join(words).lower().split()


def _runs(words: Sequence[str], length: int) -> frozenset[int]:
    """A number for each run of so many words; the same in every process, for those of whole numbers are no secret."""
    codes = [_code(word) for word in words]
    return frozenset(map(hash, zip(*(codes[n:] for n in range(length)), strict=False)))


@lru_cache(1 << 16)
def _code(word: str) -> int:
    return zlib.crc32(word.encode())


def content(words: Iterable[str]) -> frozenset[str]:
    """Those of `words` that mean something."""
    return frozenset(word for word in words if word not in _COMMON)


def _folded(text: str) -> list[str]:
    return " ".join(_WORD.findall(_plain(text))).lower().split()


def _noted(story: Story) -> list[VersionKind]:
    notes = [story.text[p.start : p.end] for p in story.paragraphs if p.role is Role.EDNOTE]
    told = (
        read_note(note) or read_headline(f"{note.strip('.:! ')}: -").kind
        for note in [*notes, story.ednote or ""]
        if note
    )
    return [kind for kind in told if kind]


def _clues(
    source: str,
    slug: str,
    identities: Collection[str],
    headlines: Iterable[Sequence[str]],
    words: Sequence[str],
    when: float,
) -> Iterable[int]:
    """Numbers that versions of one story are likely to share."""
    for identity in filter(None, identities):
        yield _clue("identity", identity)
    if slug:
        yield _slug_clue(source, slug, when)
    for headline in headlines:
        if len(headline) > 2:
            yield _clue("headline", " ".join(headline))
    yield from sorted(run & 0xFFFFFFFF for run in _runs(words, SKETCHED))[:SKETCH]


def _slug_clue(source: str, slug: str, when: float) -> int:
    return _clue("slug", f"{source}\n{slug}\n{int(when // DAY)}")


def _clue(kind: str, words: str) -> int:
    """Above all sketches, which have 32 bits."""
    told = f"{kind}\n{words}".encode()
    return (zlib.crc32(told) << 30 | zlib.adler32(told) & 0x3FFFFFFF) | 1 << 62
