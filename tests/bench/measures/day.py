"""A day's wire: how long its facts take while somebody goes through the list, and what the rules cost beside the model."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench import processes, sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit
from triage.facts import pipeline
from triage.facts.annotation import annotated
from triage.facts.run import Extraction
from triage.ingest.inbox import read_file, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.desk import Desk
    from triage.model.story import Story

PACE = 1.0
"""Seconds between two keys of somebody who reads headlines."""

TOGETHER = 4
"""Stories in a batch: about what the worker takes at once where it does 30 a second."""

OURS = ("triage_sentences", "triage_lexicon")
"""Components that are rules; the others are trained."""


def measure(bench: Bench) -> list[Figure]:
    """The cost of a story first, alone; then the whole day."""
    return [*_cost(bench), *_day(bench)]


def _cost(bench: Bench) -> list[Figure]:
    """CPU time of a story in the worker's backlog, against the trained components alone, both on the same stories.

    What has the bound is spaCy's own run of the shipped pipeline (`nlp.pipe`, without the program's lists), as anybody would
    run it. The worker steps the same components quicker (`annotated`), so what rules and lists add weighs more against
    that run, which is told beside it.
    """
    extraction = Extraction()
    nlp = pipeline.load(None)
    stories = list(_stories(bench.new("facts", bench.scale.facts)))
    batches = [stories[at : at + TOGETHER] for at in range(0, len(stories), TOGETHER)]
    extraction.facts_of(batches[0])
    plain = stepped = whole = 0.0
    for batch in batches:
        docs = [nlp.get_pipe("triage_sentences")(nlp.make_doc(story.text)) for story in batch]
        began = time.process_time()
        for name, component in nlp.pipeline:
            if name not in OURS:
                docs = annotated(component, docs)
        stepped += time.process_time() - began
        began = time.process_time()
        extraction.facts_of(batch)
        whole += time.process_time() - began
        began = time.process_time()
        list(nlp.pipe([story.text for story in batch], batch_size=len(batch), disable=["triage_lexicon"]))
        plain += time.process_time() - began
    count = len(stories)
    name = "a story's facts, all of it against the trained components"
    return [
        Figure(f"{name}, by spaCy", whole / count, bare=plain / count, times=1.4, note="CPU time"),
        Figure(f"{name}, as run here", whole / count, bare=stepped / count, note="CPU time"),
    ]


def _day(bench: Bench) -> list[Figure]:
    desk = bench.new("new", bench.scale.small)
    desk.forget_index()
    with bench.triage(desk, ROOMY) as sitting:
        began = time.perf_counter()
        sitting.started_until(sights.extracting)
        worker, peak = processes.children(sitting.terminal.pid), 0.0
        while sights.extracting(sitting.screen):
            sitting.press("j", sights.moved(sitting.screen))
            peak = max([peak, *(float(processes.peak_bytes(pid)) for pid in worker)])
            sitting.rest(PACE)
        taken = time.perf_counter() - began
    return [
        Figure(f"{desk.stories:,} new files, all facts there, the list in use", taken, Unit.SECONDS, most=180.0),
        Figure("worker, memory, peak of the day", peak, Unit.MB, most=600 * 2.0**20),
    ]


def _stories(desk: Desk) -> Iterator[Story]:
    for seen in scan(desk.inbox):
        yield from read_file(desk.inbox, seen).stories
