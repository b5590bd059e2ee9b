"""Dates, resolved against the story's day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from triage.facts.dates.atom import Atom, Setting
from triage.facts.dates.scan import dates
from triage.facts.joining import Finding, joined
from triage.facts.reading import readable
from triage.facts.sentences import sentence_at
from triage.model.fact import Fact, FactKind
from triage.model.story import DateSource, Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar

KIND = FactKind.DATE
VERSION = 5
REQUIRES: frozenset[FactKind] = frozenset()

_DOUBTFUL = 0.5
"""How sure a date can be that rests on nothing but the file's own time."""


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - as every extractor
    """The days and periods that the story names; those that mean the same days are one fact."""
    before: list[Atom] = []
    sentence = partial(sentence_at, doc)
    findings = [
        _finding(atom, story)
        for part in readable(story)
        for atom in dates(Setting(story.text, part, story.date.value, sentence, before))
    ]
    yield from joined(KIND, doc, story, findings)


def _finding(atom: Atom, story: Story) -> Finding:
    guessed = atom.relative and story.date.source is DateSource.FILE
    confidence = min(atom.confidence, _DOUBTFUL) if guessed else atom.confidence
    return Finding(atom.span, atom.period.value, atom.by, confidence)
