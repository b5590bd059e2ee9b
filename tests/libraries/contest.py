"""One set, one kind, one contestant: the measures of `triage evaluate` on what it found."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.evaluation.measures import days, gold, names
from triage.evaluation.tallies import Tallies
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from triage.evaluation.sample import Annotated, Sample, Stated
    from triage.evaluation.tallies import Tally
    from triage.model.story import Story

KINDS = (FactKind.DATE, FactKind.MONEY, FactKind.QUANTITY)

_WAYS = ("value", names.BY, gold.WHOLE)
_NUMBER = "number alone"


@dataclass(frozen=True, slots=True)
class Result:
    """What a contestant came to; `seconds` of the processor's time, for all kinds together."""

    dataset: str
    kind: FactKind
    by: str
    contestant: str
    tally: Tally
    seconds: float


def results(
    annotated: Annotated, name: str, kinds: Sequence[FactKind], find: Callable[[Story], Iterable[Fact]]
) -> Iterator[Result]:
    """Every kind that the set marks and the contestant reads, each by the ways that the set's marks allow."""
    began = time.process_time()
    found = [[one for one in find(sample.story) if one.kind in kinds] for sample in annotated.samples]
    seconds = time.process_time() - began
    for kind in kinds:
        for by, tally in _tallied(annotated, kind, found).items():
            yield Result(annotated.name, kind, by, name, tally, seconds)


def _tallied(annotated: Annotated, kind: FactKind, found: Sequence[Sequence[Fact]]) -> dict[str, Tally]:
    tallies, numbers = Tallies(), Tallies()
    for sample, facts in zip(annotated.samples, found, strict=True):
        own, only = [one for one in facts if one.kind is kind], _only(sample, kind)
        for measure in (days, names, gold):
            measure.score(only, own, tallies)
        if kind is FactKind.QUANTITY:
            gold.score(_numbers(only), [replace(one, value={"number": one.value["number"]}) for one in own], numbers)
    kept = {by: tally for (of, by), tally in tallies.rows.items() if of is kind and by in _WAYS}
    if (kind, gold.WHOLE) in numbers.rows:
        kept[_NUMBER] = numbers.rows[kind, gold.WHOLE]
    return kept


def _only(sample: Sample, kind: FactKind) -> Sample:
    """The sample with the marks of one kind."""
    marked = sample.gold and replace(
        sample.gold,
        facts=tuple(one for one in sample.gold.facts if one.kind is kind),
        open=tuple(one for one in sample.gold.open if one.kind is kind),
    )
    return replace(
        sample,
        kinds=sample.kinds & {kind},
        marks=tuple(one for one in sample.marks if kind in one.kinds),
        days=sample.days if kind is FactKind.DATE else None,
        gold=marked,
    )


def _numbers(sample: Sample) -> Sample:
    """The sample with nothing but the numbers of its quantities: libraries have other names for units."""

    def bare(every: Iterable[Stated]) -> tuple[Stated, ...]:
        return tuple(replace(one, value={"number": one.value["number"]}) for one in every)

    marked = sample.gold and replace(sample.gold, facts=bare(sample.gold.facts), open=bare(sample.gold.open))
    return replace(sample, gold=marked)
