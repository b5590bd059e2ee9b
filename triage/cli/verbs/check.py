"""`triage check`: what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from textwrap import indent
from typing import TYPE_CHECKING

from triage.cli.bar import Bar
from triage.cli.options import Options, user
from triage.cli.output import show
from triage.cli.visit import Visit, is_unreadable
from triage.errors import TriageError
from triage.model.entry import Trouble
from triage.session import Session
from triage.settings import Settings, defaults

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.locations import Locations

HELP = "Say what is wrong with inbox, store, index, settings and pipeline."

Look = Callable[[], tuple[str, Sequence[Trouble]]]
"""Looks at one thing: what is there in a few words, and what is wrong with it. May raise TriageError for the latter."""


def arguments(parser: ArgumentParser) -> None:
    """Nothing of its own."""


def run(options: Options, given: Namespace) -> int:  # noqa: ARG001 - every verb is called alike
    """Look at everything in turn, whatever is wrong with the rest; 1 when something is."""
    sound = [_report("settings", partial(_settings, options))]
    settings = options.settings() if sound[0] else replace(defaults(), pipeline=options.pipeline)
    sound.append(_report("inbox", partial(_inbox, options, settings)))
    if sound[-1]:
        locations = options.locations(settings)
        sound.append(_report("store", partial(_store, locations)))
        sound.append(_report("index", partial(_index, settings, locations)))
    sound.append(_report("pipeline", partial(_pipeline, settings)))
    return 0 if all(sound) else 1


def _report(name: str, look: Look) -> bool:
    """Print one part of the report; whether nothing is wrong there."""
    try:
        with Bar() as bar:
            bar.show(f"looking at the {name}")
            summary, troubles = look()
    except TriageError as error:
        summary, troubles = error.title, [Trouble.of(error)]
    show(f"{'wrong' if troubles else 'ok   '}  {name:8}  {summary}")
    for trouble in troubles:
        show(indent(f"{trouble.title}: {trouble.message}", " " * 7))
        if trouble.hint:
            show(indent(trouble.hint, " " * 9))
    return not troubles


def _settings(options: Options) -> tuple[str, Sequence[Trouble]]:
    found_at = options.settings().found_at
    return str(found_at) if found_at else "no settings file; the defaults hold", ()


def _inbox(options: Options, settings: Settings) -> tuple[str, Sequence[Trouble]]:
    from triage.ingest.inbox import scan

    inbox = options.locations(settings).inbox
    return f"{inbox}: {len(scan(inbox, follow=settings.follow_links)):,} files", ()


def _store(locations: Locations) -> tuple[str, Sequence[Trouble]]:
    from triage.store import check

    return str(locations.store), check(locations.store)


def _index(settings: Settings, locations: Locations) -> tuple[str, Sequence[Trouble]]:
    """The index after the worker's look at the inbox; what it could not read is wrong."""
    with closing(Session(settings, locations, user())) as session, Bar() as bar:
        Visit(session, bar).rescan()
        entries = session.index.entries(session.index.ids())
        unreadable = [entry.error for entry in entries if is_unreadable(entry) and entry.error]
        extracted = sum(entry.extracted for entry in entries)
        stories = len(entries) - len(unreadable)
        return f"{locations.index}: {stories:,} stories, {extracted:,} of them with facts", unreadable


def _pipeline(settings: Settings) -> tuple[str, Sequence[Trouble]]:
    from triage.facts.run import Extraction  # late: seconds

    Extraction(settings.pipeline, settings.events)
    return settings.pipeline or "the program's own", ()
