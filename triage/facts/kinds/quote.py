"""Quotations with their speakers: direct ones, in marks, and indirect ones, clauses that somebody is reported to say.

A direct quotation may have several pieces, and run over several paragraphs. An indirect one stands in one sentence; what it
has in marks is a direct one besides.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from triage.facts.attribution import attributions
from triage.facts.coreference import references, unnamed
from triage.facts.coreference_scene import scene
from triage.facts.frames import frame
from triage.facts.quotations import Piece, begins_quoted, pieces
from triage.facts.quoting import Quoted, quoted
from triage.facts.reading import readable
from triage.facts.reported import Reported, headlined, reported
from triage.facts.speakers import Speaker, Voices
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact
from triage.model.story import Role, Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.facts.phrases import Frame, Run

KIND = FactKind.QUOTE
VERSION = 6
REQUIRES = frozenset((FactKind.PERSON, FactKind.ORGANIZATION))

_SURE = {"after": 0.95, "before": 0.9, "sentence": 0.75, "colon": 0.85, "dash": 0.8, "alone": 0.4}
_INDIRECT = {
    "that": 0.9,
    "asks": 0.85,
    "to": 0.75,
    "bare": 0.8,
    "trailing": 0.9,
    "inside": 0.85,
    "according": 0.9,
    "headline": 0.8,
}
"""How sure a quotation is by where its verb of speech stands."""

_CAPITALS = 0.9
"""How sure a speaker is at most whom the story's names do not have, only its capitals."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: its quoted pieces, the words around them, its quotations, what is reported, and every subject of a verb
    of speech."""

    span: Span
    pieces: Sequence[Piece]
    words: Frame
    quoted: Sequence[Quoted]
    reported: Sequence[Reported]
    sources: Sequence[Run]


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What somebody says, in the words of the story; `closed` is False where a mark that closes it is missing."""

    spans: tuple[Span, ...]
    cue: str | None
    rule: str
    speaker: Speaker | None
    closed: bool = True
    direct: bool = True


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """Each quotation once: the direct ones in the order of the text, the indirect ones of a paragraph after them."""
    starts = [sentence.start_char for sentence in doc.sents]
    ends = [sentence.end_char for sentence in doc.sents]
    seen: set[tuple[str, str]] = set()
    for quotation in _quotations(doc, story, found):
        fact = _fact(story, quotation, starts, ends)
        key = (str(fact.value["content"]), str(fact.value["speaker_text"]))
        if key not in seen:
            seen.add(key)
            yield fact


def _quotations(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[_Quotation]:
    """The headline's and captions' quotations each by themselves, the body's paragraphs as one text."""
    body, apart = _parts(story)
    tags = _tags(doc, story)
    headlines = [one for one in story.paragraphs if one.role is Role.HEADLINE]
    for part in (*([one] for one in apart), body):
        people, bodies = found[FactKind.PERSON], found[FactKind.ORGANIZATION]
        voices = Voices(story.text, people, bodies, references(doc, story), unnamed(doc, story))
        headline = part is not body and any(one.start == part[0].start for one in headlines)
        yield from _of_body(story.text, part, voices, tags, headline=headline)


def _tags(doc: Doc, story: Story) -> Mapping[int, str]:
    """The class of the word at each offset, by the tagger; empty where there is none."""
    if not doc.has_annotation("TAG"):
        return {}
    told = scene(doc, story)
    return dict(zip(told.starts, told.tags, strict=True))


def _parts(story: Story) -> tuple[list[Span], list[Span]]:
    """The readable ranges of the body, and those of headline and captions."""
    body: list[Span] = []
    apart: list[Span] = []
    bodies = [part for part in story.paragraphs if part.role is Role.BODY]
    begins = [part.start for part in bodies]
    for span in readable(story):
        at = bisect_right(begins, span.start) - 1
        (body if at >= 0 and span.end <= bodies[at].end else apart).append(span)
    return body, apart


def _of_body(
    text: str, spans: Sequence[Span], voices: Voices, tags: Mapping[int, str], *, headline: bool
) -> Iterator[_Quotation]:
    """The quotations of consecutive paragraphs; `parts` are those of one that is still open."""
    parts: list[_Quotation] = []
    for at, paragraph in enumerate(_paragraphs(text, spans, tags, headline=headline)):
        heard = voices.walk(paragraph.words, at, paragraph.sources)
        for one in _in_paragraph(text, paragraph, heard, voices, at):
            if parts and any(map(str.isalnum, text[paragraph.span.start : one.spans[0].start])):
                yield _whole(parts)
                parts = []
            parts.append(one)
            if one.closed:
                yield _whole(parts)
                parts = []
        if parts and not paragraph.quoted:
            yield _whole(parts)
            parts = []
        yield from _indirect(text, paragraph, heard)
    if parts:
        yield _whole(parts)


def _paragraphs(text: str, spans: Sequence[Span], tags: Mapping[int, str], *, headline: bool) -> Iterator[_Paragraph]:
    open_ = False
    for at, span in enumerate(spans):
        goes_on = at + 1 < len(spans) and begins_quoted(text, spans[at + 1])
        found = pieces(text, span, goes_on)
        words = frame(text, span, found)
        said = attributions(words)
        speech = quoted(text, words, found, said, open_)
        open_ = bool(found) and not found[-1].closed
        sources = {one.source for one in said.values()} | {one.source for one in speech if one.source}
        tag = partial(_tag, words, tags) if tags else None
        told = [*reported(words, said, tag), *(headlined(words, tag) if headline and not found else ())]
        sources |= {one.source for one in told}
        yield _Paragraph(span, found, words, speech, told, sorted(sources))


def _tag(words: Frame, tags: Mapping[int, str], at: int) -> str:
    return tags.get(words[at].start, "") if words[at].piece < 0 else ""


def _in_paragraph(
    text: str, paragraph: _Paragraph, heard: dict[Run, Speaker], voices: Voices, at: int
) -> Iterator[_Quotation]:
    for one in paragraph.quoted:
        cue, speaker = None, None
        if one.source:
            speaker = heard[one.source]
            cue = _range(paragraph.words, one.cue).of(text) if one.cue else None
        else:
            speaker = _unintroduced(paragraph, one, voices, at)
        own = [paragraph.pieces[number] for number in one.pieces]
        yield _Quotation(tuple(piece.inner for piece in own), cue, one.rule, speaker, own[-1].closed)


def _indirect(text: str, paragraph: _Paragraph, heard: dict[Run, Speaker]) -> Iterator[_Quotation]:
    """What is reported in the paragraph, but for the verbs that follow what they quote."""
    quoting = {one.cue for one in paragraph.quoted if one.rule == "after"}
    for one in paragraph.reported:
        known = heard[one.source].name is not None and heard[one.source].confidence > _CAPITALS
        if (one.cue is not None or known) and (one.cue is None or one.cue not in quoting):
            spans = tuple(_range(paragraph.words, run) for run in one.content)
            cue = _range(paragraph.words, one.cue).of(text) if one.cue else None
            yield _Quotation(spans, cue, one.rule, heard[one.source], direct=False)


def _range(words: Frame, run: Run) -> Span:
    return Span(words[run[0]].start, words[run[1] - 1].end)


def _unintroduced(paragraph: _Paragraph, one: Quoted, voices: Voices, at: int) -> Speaker | None:
    """Who speaks in a quotation without a verb of speech: the last subject before it."""
    start = paragraph.pieces[one.pieces[0]].outer.start
    last = voices.before(start, at)
    if last is None:
        return None
    voices.goes_on(last, start, at)
    return replace(last, confidence=min(last.confidence, 0.7))


def _whole(parts: Sequence[_Quotation]) -> _Quotation:
    """One quotation of several paragraphs' pieces; the attribution stands in any of them."""
    told = next((one for one in parts if one.rule != "alone"), parts[0])
    return replace(told, spans=tuple(span for one in parts for span in one.spans), closed=parts[-1].closed)


def _fact(story: Story, one: _Quotation, starts: Sequence[int], ends: Sequence[int]) -> Fact:
    spans, speaker = one.spans, one.speaker
    sure = (_SURE if one.direct else _INDIRECT)[one.rule] * (1.0 if speaker is None else speaker.confidence)
    if speaker is None or not one.closed:
        sure = min(sure, 0.5)
    at = max(0, bisect_right(starts, spans[0].start) - 1)
    return make_fact(
        story.id,
        KIND,
        story.text,
        {
            "speaker": speaker.name if speaker else None,
            "speaker_text": speaker.text if speaker else None,
            "cue": one.cue,
            "content": " ".join(span.of(story.text) for span in spans),
            "direct": one.direct,
        },
        spans,
        Span(starts[at], ends[at]) if starts else spans[0],
        Provenance(f"{'quote' if one.direct else 'reported'}.{one.rule}", round(sure, 3)),
    )
