"""Numbers under which the index finds the stories that one could be a version of."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from triage.ingest.chain_words import COMMON, content, folded, runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from triage.ingest.chain_marks import Corrected
    from triage.model.story import Story

SKETCH, SKETCHED = 10, 5
"""How many runs of words, of how many words each, stand for a text where candidates are looked for: those with the lowest
hashes, so that two texts with much in common have some of them in common (a bottom-k sketch, as MinHash is)."""

SUBJECT = 6
"""Words of a slug, or of a headline where there is none, by which a notice may name the story."""

OPENING = 2
"""Words that mean something, with which alerts and the stories that follow them often begin alike."""

DAY = 86_400

_CALLED, _NEAR = 1 << 62, 1 << 61
"""Bits that put numbers above all sketches, which have 32 bits: names highest, then places and openings, which many stories share."""


def clues(
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
        yield slug_clue(source, slug, when)
    for headline in headlines:
        if len(headline) > 2:
            yield _clue("headline", " ".join(headline))
    yield from sorted(run & 0xFFFFFFFF for run in runs(words, SKETCHED))[:SKETCH]


def subject_clues(
    source: str, slug: str, headline: Sequence[str], story: Story, notice: Corrected | None
) -> tuple[list[int], list[int]]:
    """Numbers by which a notice that names a story by slug and day and the source's stories of that day find each other: those
    that the story has, and those that it looks for. A story looks for notices and a notice for stories, so that the many
    stories of a day with a word in common do not meet."""
    month, day = notice.sent if notice else (story.date.value.month, story.date.value.day)
    words = folded(notice.name) if notice else slug.split()[-SUBJECT:] or list(headline)
    subject = [f"{source}\n{month} {day}\n{word}" for word in sorted(content(words), key=words.index)[:SUBJECT]]
    stories, notices = [_clue("subject", word) for word in subject], [_clue("notice", word) for word in subject]
    return (notices, stories) if notice else (stories, notices)


def opening_clues(source: str, headline: Sequence[str], when: float) -> list[int]:
    """The number of the words that a source's headline begins with, on the day (UTC) of `when`; none for a short one."""
    begins = [word for word in headline if word not in COMMON][:OPENING]
    told = f"{source}\n{' '.join(begins)}\n{int(when // DAY)}"
    return [_clue("opening", told) ^ _CALLED ^ _NEAR] if len(begins) == OPENING else []


def place_clues(source: str, place: Collection[str], when: float, *, marked: bool) -> tuple[list[int], list[int]]:
    """Numbers by which what a source marks as a version and its stories from the same place on the same day (UTC) find each
    other, whichever is read first: those that the story has, and those that it looks for. Two stories without a marker do not
    meet by them."""
    if not place:
        return [], []
    told = f"{source}\n{' '.join(sorted(place))}\n{int(when // DAY)}"
    here, version = (_clue(kind, told) ^ _CALLED ^ _NEAR for kind in ("place", "version"))
    return [here, version] if marked else [here], [here] if marked else [version]


def slug_clue(source: str, slug: str, when: float) -> int:
    """The number of a source's slug on the day (UTC) of `when`, seconds since the epoch."""
    return _clue("slug", f"{source}\n{slug}\n{int(when // DAY)}")


def _clue(kind: str, words: str) -> int:
    told = f"{kind}\n{words}".encode()
    return (zlib.crc32(told) << 29 | zlib.adler32(told) & 0x1FFFFFFF) | _CALLED
