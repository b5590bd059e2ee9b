"""A story as coreference reads it: its words with what the parse says of them, its sentences and what is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.columns import columns
from triage.facts.cues import cues
from triage.facts.lexicon import words
from triage.facts.quotations import begins_quoted, pieces
from triage.facts.reading import readable
from triage.model.story import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from triage.model.fact import Span
    from triage.model.story import Story

_KEPT = "triage_scene"

UNREAD = -1
"""The stream of words that are not read for facts: credits, bylines."""

_MARKS = frozenset("\"“”„«»`'‘’")
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "nsubj:outer"))
_PART_OF_NAME = frozenset(("appos", "flat", "compound", "conj", "nmod:desc", "list"))
_CLIMB = frozenset(("ccomp", "advcl", "xcomp", "conj", "parataxis", "csubj", "advcl:relcl"))
_MODIFIES = frozenset(("acl", "acl:relcl"))
_PREPOSITIONS = words("of for at from by with in to near between against than like")
_BEFORE_INVERSION = frozenset((",", "”", '"', "''", "’", "'", "»"))
_HELPERS = words("has have had is was are were will would may might could should must also")


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of a Doc as columns. `sentences` number the words' sentences, `streams` what is read in one go: the headline
    and the body are 0, each caption has a number of its own. `tags` and `deps` are empty strings where nothing parses."""

    text: str
    lows: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    sentences: Sequence[int]
    streams: Sequence[int]
    paragraphs: Sequence[int]
    quoted: Sequence[bool]
    parsed: bool

    def at(self, offset: int) -> int:
        """The index of the word that holds the character."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words(self, span: Span) -> tuple[int, int]:
        """The half-open range of the words that lie in the span."""
        first = self.at(span.start)
        return first, max(first + 1, bisect_left(self.starts, span.end))

    def low(self, at: int) -> str:
        """The word in lower case; "" beyond the ends."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def owns(self, end: int) -> bool:
        """Whether what ends before the word is a possessive."""
        return self.low(end) in ("'s", "’s") or (self.low(end) in ("'", "’") and self.lows[end - 1].endswith("s"))

    def qualifies(self, end: int) -> bool:
        """Whether what ends before the word only says something of a noun that follows: "IBM shares", "U.N. envoy Roe"."""
        return (
            end < len(self.tags) and self.tags[end].startswith("NN") and self.sentences[end] == self.sentences[end - 1]
        )

    def speaks(self, first: int, end: int) -> bool:
        """Whether a verb of speech has the words for its subject, as they stand beside it: not in "a spokesman for IBM said"."""
        after, known = end, cues()
        while after - end < 3 and (self.low(after) in _HELPERS or self.low(after).endswith("ly")):
            after += 1
        if self.low(after) in known:
            return not self._depends(first)
        if self.parsed:
            root = self.root(first, end)
            if self.deps[root] in _SUBJECTS and self.lows[self.heads[root]] in known:
                return True
        return known.get(self.low(first - 1)) == "plain" and self.low(first - 2) in _BEFORE_INVERSION

    def _depends(self, first: int) -> bool:
        """Whether a preposition stands before the noun phrase that ends with a name."""
        at = first - 1
        while at >= max(0, first - 5) and self.sentences[at] == self.sentences[first]:
            if self.lows[at] in _PREPOSITIONS:
                return True
            if not self.lows[at][0].isalpha() or (self.tags[at] and self.tags[at][:2] not in ("NN", "JJ", "DT", "PR")):
                return False
            at -= 1
        return False

    def governor(self, at: int) -> int | None:
        """The word that is the subject over a pronoun: of its own verb, if the pronoun is no subject itself, or of the nearest
        verb over that; a noun that the pronoun's clause describes. None where the parse shows none."""
        verb = self.heads[at]
        own = self.deps[at] in _SUBJECTS
        for _ in range(8):
            subject = None if own else self._subject_of(verb, at)
            if subject is not None:
                return subject
            own = False
            if self.deps[verb] in _MODIFIES:
                return self.heads[verb]
            if self.heads[verb] == verb or (self.deps[verb] not in _CLIMB and self.tags[verb][:2] == "VB"):
                return None
            verb = self.heads[verb]
        return None

    def _subject_of(self, verb: int, before: int) -> int | None:
        """The verb's subject, if it stands before the word."""
        sentence = self.sentences[before]
        at = before - 1
        while at >= max(0, before - 80) and self.sentences[at] == sentence:
            if self.heads[at] == verb and self.deps[at] in _SUBJECTS:
                return at
            at -= 1
        return None

    def is_subject(self, first: int, end: int) -> bool:
        """Whether the words are a verb's subject, by the parse or, without one, by where they stand."""
        if self.speaks(first, end):
            return True
        if self._depends(first):
            return False
        if not self.parsed:
            opens = first == 0 or self.sentences[first - 1] != self.sentences[first]
            return opens or (
                self.low(first - 1) == "the" and first > 1 and self.sentences[first - 2] != self.sentences[first]
            )
        return self.deps[self.root(first, end)] in _SUBJECTS

    def root(self, first: int, end: int) -> int:
        """The word that the words hang by, a name's or a list's parts followed to their first."""
        at = next((at for at in range(first, end) if not first <= self.heads[at] < end), first)
        for _ in range(6):
            if self.deps[at] not in _PART_OF_NAME or self.heads[at] == at:
                break
            at = self.heads[at]
        return at


def scene(doc: Doc, story: Story) -> Scene:
    """The scene of a story. Worked out once and kept with the Doc."""
    found: Scene | None = doc.user_data.get(_KEPT)
    if found is None:
        found = doc.user_data[_KEPT] = _scene(doc, story)
    return found


def _scene(doc: Doc, story: Story) -> Scene:
    told = columns(doc)
    starts = told.starts
    ranges, streams = _streams(story)
    quoted = [False] * len(starts)
    if _MARKS.intersection(story.text):
        for piece in _pieces(story.text, ranges):
            for at in range(bisect_left(starts, piece.start), bisect_left(starts, piece.end)):
                quoted[at] = True
    places = [bisect_right(ranges, start, key=lambda one: one.start) - 1 for start in starts]
    inside = [
        place if place >= 0 and start < ranges[place].end else UNREAD
        for place, start in zip(places, starts, strict=True)
    ]
    return Scene(
        text=story.text,
        lows=told.lows,
        starts=starts,
        ends=[start + len(text) for start, text in zip(starts, told.texts, strict=True)],
        tags=told.tags,
        deps=told.deps if told.parsed else [""] * len(starts),
        heads=told.heads,
        sentences=told.sentences,
        streams=[UNREAD if place < 0 else streams[place] for place in inside],
        paragraphs=inside,
        quoted=quoted,
        parsed=told.parsed,
    )


def _streams(story: Story) -> tuple[list[Span], list[int]]:
    """The readable ranges, each with its stream."""
    ranges = list(readable(story))
    captions = [part for part in story.paragraphs if part.role is Role.CAPTION]
    begins = [part.start for part in captions]
    streams = []
    for span in ranges:
        at = bisect_right(begins, span.start) - 1
        streams.append(at + 1 if at >= 0 and span.end <= captions[at].end else 0)
    return ranges, streams


def _pieces(text: str, ranges: Sequence[Span]) -> Iterator[Span]:
    for at, span in enumerate(ranges):
        goes_on = at + 1 < len(ranges) and begins_quoted(text, ranges[at + 1])
        for piece in pieces(text, span, goes_on):
            yield piece.outer
