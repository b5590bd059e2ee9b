"""Direct quotations with their speakers. A quotation may have several pieces, and run over several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.attribution import attributions
from triage.facts.frames import frame
from triage.facts.quotations import Piece, begins_quoted, pieces
from triage.facts.quoting import Quoted, quoted
from triage.facts.reading import readable
from triage.facts.speakers import Speaker, Voices
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact
from triage.model.story import Role, Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.facts.phrases import Frame, Run

KIND = FactKind.QUOTE
VERSION = 3
REQUIRES = frozenset((FactKind.PERSON, FactKind.ORGANIZATION))

_SURE = {"after": 0.95, "before": 0.9, "sentence": 0.75, "colon": 0.85, "dash": 0.8, "alone": 0.4}
"""How sure a quotation is by where its verb of speech stands."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: its quoted pieces, the words around them, its quotations, and every subject of a verb of speech."""

    span: Span
    pieces: Sequence[Piece]
    words: Frame
    quoted: Sequence[Quoted]
    sources: Sequence[Run]


@dataclass(frozen=True, slots=True)
class _Quotation:
    pieces: tuple[Piece, ...]
    cue: str | None
    rule: str
    speaker: Speaker | None


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """Each direct quotation once, in the order of the text; indirect speech has no quotation marks and is not here."""
    starts = [sentence.start_char for sentence in doc.sents]
    ends = [sentence.end_char for sentence in doc.sents]
    seen: set[tuple[str, str]] = set()
    for quotation in _quotations(story, found):
        fact = _fact(story, quotation, starts, ends)
        key = (str(fact.value["content"]), str(fact.value["speaker_text"]))
        if key not in seen:
            seen.add(key)
            yield fact


def _quotations(story: Story, found: FactsSoFar) -> Iterator[_Quotation]:
    """The headline's and captions' quotations each by themselves, the body's paragraphs as one text."""
    if not any(mark in story.text for mark in "\"“”„«»`'‘"):
        return
    body, apart = _parts(story)
    for part in apart:
        voices = Voices(story.text, found[FactKind.PERSON], found[FactKind.ORGANIZATION])
        yield from _of_body(story.text, [part], voices)
    yield from _of_body(story.text, body, Voices(story.text, found[FactKind.PERSON], found[FactKind.ORGANIZATION]))


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


def _of_body(text: str, spans: Sequence[Span], voices: Voices) -> Iterator[_Quotation]:
    """The quotations of consecutive paragraphs; `parts` are those of one that is still open."""
    parts: list[_Quotation] = []
    for at, paragraph in enumerate(_paragraphs(text, spans)):
        heard = voices.walk(paragraph.words, at, paragraph.sources)
        for one in _in_paragraph(text, paragraph, heard, voices, at):
            if parts and one.pieces[0].outer.start > paragraph.span.start:
                yield _whole(parts)
                parts = []
            parts.append(one)
            if one.pieces[-1].closed:
                yield _whole(parts)
                parts = []
        if parts and not paragraph.quoted:
            yield _whole(parts)
            parts = []
    if parts:
        yield _whole(parts)


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[_Paragraph]:
    open_ = False
    for at, span in enumerate(spans):
        goes_on = at + 1 < len(spans) and begins_quoted(text, spans[at + 1])
        found = pieces(text, span, goes_on)
        words = frame(text, span, found)
        said = attributions(words)
        speech = quoted(text, words, found, said, open_)
        open_ = bool(found) and not found[-1].closed
        sources = {one.source for one in said.values()} | {one.source for one in speech if one.source}
        yield _Paragraph(span, found, words, speech, sorted(sources))


def _in_paragraph(
    text: str, paragraph: _Paragraph, heard: dict[Run, Speaker], voices: Voices, at: int
) -> Iterator[_Quotation]:
    for one in paragraph.quoted:
        cue, speaker = None, None
        if one.source:
            speaker = heard[one.source]
            cue = text[paragraph.words[one.cue[0]].start : paragraph.words[one.cue[1] - 1].end] if one.cue else None
        else:
            speaker = _unintroduced(paragraph, one, voices, at)
        yield _Quotation(tuple(paragraph.pieces[number] for number in one.pieces), cue, one.rule, speaker)


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
    return replace(told, pieces=tuple(piece for one in parts for piece in one.pieces))


def _fact(story: Story, one: _Quotation, starts: Sequence[int], ends: Sequence[int]) -> Fact:
    spans = tuple(piece.inner for piece in one.pieces)
    speaker = one.speaker
    sure = _SURE[one.rule] * (1.0 if speaker is None else speaker.confidence)
    if speaker is None or not all(piece.closed for piece in one.pieces[-1:]):
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
            "direct": True,
        },
        spans,
        Span(starts[at], ends[at]) if starts else spans[0],
        Provenance(f"quote.{one.rule}", round(sure, 3)),
    )
