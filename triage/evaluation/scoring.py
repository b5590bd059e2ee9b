"""A set scored: every story through the program, every measure on what comes out."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from triage.evaluation import measures
from triage.evaluation.tallies import Tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triage.evaluation.sample import Annotated, Sample
    from triage.facts.run import Extraction
    from triage.model.fact import Fact


class Measure(Protocol):
    """A module of `measures/`."""

    def score(self, sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
        """Count one story; nothing where the set is silent."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What a set came to: counts, its size in stories and words, the seconds that extraction took, notes for a person."""

    name: str
    scheme: str
    tallies: Tallies
    stories: int
    words: int
    seconds: float
    notes: tuple[str, ...]


def score(annotated: Annotated, extraction: Extraction, step: Callable[[int], None]) -> Scored:
    """Extract every story's facts and score them; `step` hears after each how many are done."""
    tallies, troubles = Tallies(), Counter[str]()
    words, seconds = 0, 0.0
    every = tuple(_measures())
    for number, sample in enumerate(annotated.samples, start=1):
        began = time.perf_counter()
        extracted = extraction.facts(sample.story)
        seconds += time.perf_counter() - began
        words += len(sample.story.text.split())
        troubles.update({trouble.title for trouble in extracted.troubles})
        for measure in every:
            measure.score(sample, extracted.facts, tallies)
        step(number)
    notes = (*annotated.notes, *(f"{title}: {number} stories" for title, number in troubles.items()))
    return Scored(annotated.name, annotated.scheme, tallies, len(annotated.samples), words, seconds, notes)


def _measures() -> tuple[Measure, ...]:
    names = sorted(module.name for module in iter_modules(measures.__path__))
    return tuple(cast("Measure", import_module(f"{measures.__name__}.{name}")) for name in names)
