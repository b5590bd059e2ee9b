"""From a labelled span to the mark that is scored: what stands around the name is taken off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.evaluation.labels import Form
from triage.evaluation.sample import Mark
from triage.facts.lexicon import words
from triage.facts.vocabulary import FUNCTION, vocabulary
from triage.model.fact import FactKind, Span
from triage.model.story import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage.evaluation.labels import Label
    from triage.model.story import Story

_WORD = re.compile(r"\S+")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:['’]s?)$")
_JOINING = words("of and for the in on de du da del di la le von van der den bin ibn al el & - – '")
_LONGEST_TITLE = 4
_APART = (Role.BYLINE, Role.CREDIT, Role.EDNOTE)


def mark(text: str, span: Span, label: Label) -> Mark:
    """The mark of a labelled span. `label` must be one that is scored."""
    assert label.kind is not None
    if label.form in (Form.NAME, Form.CORE):
        return Mark(span, (label.kind,))
    if label.form is Form.SPARED:
        return Mark(span, (label.kind,), counts=False)
    trimmed = _untitled(text, span) if label.kind is FactKind.PERSON else span
    if label.form is Form.PHRASE:
        trimmed = _bare(text, trimmed)
        if not _is_name(trimmed.of(text), label.kind):
            return Mark(span, (label.kind,), counts=False)
    return Mark(trimmed, (label.kind,))


def settled(story: Story, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in their order, those of one span as one; the agency and the credits are spared, as they are no facts."""
    joined: dict[Span, Mark] = {}
    for one in marks:
        other = joined.get(one.span)
        kinds = tuple(dict.fromkeys((*other.kinds, *one.kinds))) if other else one.kinds
        counts = one.counts and (other is None or other.counts) and not _apart(story, one.span)
        joined[one.span] = Mark(one.span, kinds, counts)
    return tuple(sorted(joined.values(), key=lambda one: one.span))


def _apart(story: Story, span: Span) -> bool:
    """Whether the span is the dateline's agency, or stands in a byline, a credit or a note of the editors."""
    line = story.dateline
    if line and line.place_end <= span.start and span.end <= line.end:
        return True
    return any(part.role in _APART and part.start <= span.start < part.end for part in story.paragraphs)


def _bare(text: str, span: Span) -> Span:
    """The span without an article in front and a genitive behind."""
    article = _ARTICLE.match(text, span.start, span.end)
    start = article.end() if article else span.start
    genitive = _GENITIVE.search(text[start : span.end])
    return Span(start, start + genitive.start() if genitive else span.end)


def _untitled(text: str, span: Span) -> Span:
    """The span from behind the last title in it, unless nothing is left."""
    words = [Span(span.start + word.start(), span.start + word.end()) for word in _WORD.finditer(span.of(text))]
    titles = vocabulary().titles
    for end in range(len(words) - 1, 0, -1):
        for start in range(max(0, end - _LONGEST_TITLE), end):
            if " ".join(word.of(text) for word in words[start:end]).lower() in titles and _begins_name(
                words[end].of(text)
            ):
                return Span(words[end].start, span.end)
    return span


def _is_name(phrase: str, kind: FactKind) -> bool:
    """Whether all words of the phrase but small joining ones begin as a name's do; of money, whether it has figures."""
    if kind is FactKind.MONEY:
        return any(char.isdigit() for char in phrase)
    parts = phrase.split()
    if not parts or (len(parts) == 1 and parts[0].capitalize() in FUNCTION):
        return False
    if kind is FactKind.PERSON and phrase.lower().split(" of ")[0] in vocabulary().titles:
        return False  # "the Secretary of State" is an office
    return all(_begins_name(part) or part in _JOINING for part in parts) and any(map(_begins_name, parts))


def _begins_name(word: str) -> bool:
    core = word.strip("\"'“”‘’`(),.")
    return any(char.isupper() for char in core[:3]) or core[:1].isdigit()
