"""Dates by the days that they name, and by exact span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.evaluation.measures.names import shown
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.evaluation.sample import Day, Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Fact, Span


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count the mentions of dates. For the value a mention is taken for the marked date that it shares most with.

    Confidence is held against the days or some of them: sets mark the whole month for "early March".
    """
    if sample.days is None:
        return
    text = sample.story.text
    marked = [day for day in sample.days if day.value]
    exact, value, within = (tallies.row(FactKind.DATE, by) for by in ("span", "value", "value or within"))
    every = (exact, value, within)
    for row in every:
        row.gold += len(marked)
    left = list(marked)
    for fact, span in _mentions(facts):
        day = max(left, key=lambda one: _shared(one.span, span), default=None)
        if day is None or not day.span.overlaps(span):
            if _is_spared(span, sample):
                continue
            day = None
        for row in every:
            row.given += 1
        right = day is not None and same_days(fact, day)
        near = right or (day is not None and _within(fact, day))
        tallies.sure(FactKind.DATE, fact.provenance.confidence, right=near)
        if day is None:
            value.errors.append(f"{sample.story.path}  false   {shown(text, span)} {dict(fact.value)}")
            continue
        left.remove(day)
        exact.right += day.span == span
        within.right += near
        if right:
            value.right += 1
        else:
            value.errors.append(f"{sample.story.path}  other   {shown(text, span)} {dict(fact.value)}, not {day.value}")
    value.errors += [f"{sample.story.path}  missed  {shown(text, day.span)} {day.value}" for day in left]


def same_days(fact: Fact, day: Day) -> bool:
    """Whether both name the same days; an end that is open here ("since May") is not compared, one must be there."""
    pairs = list(zip((fact.value.get("start"), fact.value.get("end")), day.value or (), strict=False))
    return any(ours for ours, _ in pairs) and all(ours in (None, theirs) for ours, theirs in pairs)


def _within(fact: Fact, day: Day) -> bool:
    """Whether the fact names some of the marked days: the first ten of a month that is marked for "early March"."""
    if day.value is None:
        return False
    start, end = str(fact.value.get("start") or ""), str(fact.value.get("end") or "")
    return bool(start and end) and day.value[0] <= start and end <= day.value[1]


def _is_spared(span: Span, sample: Sample) -> bool:
    """Whether the mention overlaps a marked date that has its own or names no days, or is the dateline's."""
    line = sample.story.dateline
    return any(one.span.overlaps(span) for one in sample.days or ()) or bool(line and span.end <= line.end)


def _mentions(facts: Sequence[Fact]) -> list[tuple[Fact, Span]]:
    dates = [(fact, span) for fact in facts if fact.kind is FactKind.DATE for span in fact.mentions]
    return sorted(dates, key=lambda one: one[1])


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
