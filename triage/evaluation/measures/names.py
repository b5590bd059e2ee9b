"""Mentions by exact span and kind: names, weapons, and what else a set marks by spans alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.vocabulary import CALENDAR
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triage.evaluation.sample import Mark, Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Span

BY = "span"
NAMES = (FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE)
"""The kinds that are told together as names."""

_CONTEXT = 30
_DEFINITE = re.compile(rf"\d|\b(?:{'|'.join(map(re.escape, sorted(CALENDAR)))})")


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count every mention of the kinds that the set marks."""
    left = dict.fromkeys(one for one in sample.marks if one.counts)
    text, path = sample.story.text, sample.story.path
    for fact, span in _mentions(facts, sample):
        hits = _hits(fact.kind, span, left, sample)
        if not hits and _is_spared(fact.kind, span, sample):
            continue
        row = tallies.row(fact.kind, BY)
        row.given += len(hits) or 1
        row.right += len(hits)
        row.gold += len(hits)
        for one in hits:
            del left[one]
        if not hits:
            row.errors.append(f"{path}  false   {shown(text, span)}")
        if fact.kind is not FactKind.DATE:  # where its words stand says nothing of its days
            tallies.sure(fact.kind, fact.provenance.confidence, right=bool(hits))
    for one in left:
        row = tallies.row(one.kinds[0], BY)
        row.gold += 1
        row.errors.append(f"{path}  missed  {shown(text, one.span)}")


def _hits(kind: FactKind, span: Span, left: Iterable[Mark], sample: Sample) -> list[Mark]:
    """The marks that a fact's mention finds: the one of the same span, or all within it where cores are marked."""
    if kind in sample.inner:
        return [one for one in left if kind in one.kinds and span.covers(one.span)]
    return [one for one in left if kind in one.kinds and one.span == span]


def shown(text: str, span: Span) -> str:
    """The span in brackets, with what stands around it."""
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return " ".join(f"{before}[{span.of(text)}]{after}".split())


def _mentions(facts: Sequence[Fact], sample: Sample) -> Iterator[tuple[Fact, Span]]:
    """Every mention of a kind that the set marks, the surest fact first where two have the same."""
    for fact in sorted(facts, key=lambda one: -one.provenance.confidence):
        if fact.kind in sample.kinds:
            for span in fact.mentions:
                yield fact, span


def _is_spared(kind: FactKind, span: Span, sample: Sample) -> bool:
    """Whether nothing can be said of a mention that is not right."""
    if kind in sample.inner and not _DEFINITE.search(span.of(sample.story.text)):
        return True
    return any(kind in one.kinds and not one.counts and one.span.overlaps(span) for one in sample.marks)
