"""`triage evaluate DATA...`: how good the facts are, scored against annotated files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.bar import Bar
from triage.cli.ending import tell, tell_error
from triage.cli.output import show, write_json
from triage.errors import ReadError, SettingsError, TriageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from triage.cli.options import Options
    from triage.evaluation.reading import Source
    from triage.evaluation.sample import Annotated
    from triage.evaluation.scoring import Scored
    from triage.settings import Settings

HELP = "Score the facts against annotated files."

_HELD = "held"
"""The name of folders that nobody looks into, so that no rule is made for a story in them."""


def arguments(parser: ArgumentParser) -> None:
    """Data, --mapping, --errors, --json."""
    parser.add_argument("data", metavar="DATA", nargs="*", help="an annotated file, or a folder of them; plain or gzip")
    parser.add_argument("--mapping", action="store_true", help="print what each set's labels are called here, and why")
    parser.add_argument("--errors", action="store_true", help="list after the table what was missed and what is false")
    parser.add_argument("--json", action="store_true", help="one object")


def run(options: Options, given: Namespace) -> int:
    """Print the scores; 1 when a file could not be read. Raises SettingsError."""
    if given.mapping:
        return _print_mapping(as_json=given.json)
    if not given.data:
        raise SettingsError("No data to score against", title="Usage", hint="triage evaluate DATA..., or --mapping")
    if given.errors and any(_HELD in Path(path).resolve().parts for path in given.data):
        raise SettingsError(
            f"Stories in a folder named {_HELD} are not looked into: no rule may be made for one of them",
            title="Held back",
            hint="Look for the same fault elsewhere",
        )
    with Bar() as bar:
        sources, failed = _sources(given.data)
        every = list(_scored(sources, options.settings(), bar, failed))
    _print(every, as_json=given.json, errors=given.errors)
    return 1 if failed else 0


def _sources(paths: list[str]) -> tuple[list[Source], list[str]]:
    """What can be scored, and the paths that cannot be read."""
    from triage.evaluation.reading import sources

    found: list[Source] = []
    failed: list[str] = []
    for path in paths:
        try:
            some, notes = sources(Path(path))
        except ReadError as error:
            _tell(error, path, failed)
            continue
        found += some
        for note in notes:
            tell(note)
    return found, failed


def _scored(sources: list[Source], settings: Settings, bar: Bar, failed: list[str]) -> Iterator[Scored]:
    from triage.evaluation.reading import read
    from triage.evaluation.scoring import score
    from triage.facts.run import Extraction

    bar.show("loading the pipeline")
    extraction = Extraction(settings.pipeline, settings.events)
    for source in sources:
        bar.show(f"reading {source.name}")
        try:
            annotated = read(source)
        except ReadError as error:
            bar.clear()
            _tell(error, source.name, failed)
            continue
        scored = score(annotated, extraction, partial(_show, bar, annotated))
        bar.clear()
        for note in scored.notes:
            tell(f"{scored.name}: {note}")
        yield scored


def _show(bar: Bar, annotated: Annotated, done: int) -> None:
    bar.show(annotated.name, done, len(annotated.samples))


def _tell(error: TriageError, path: str, failed: list[str]) -> None:
    tell_error(error.title, error.message, error.hint)
    failed.append(path)


def _print(every: list[Scored], *, as_json: bool, errors: bool) -> None:
    from triage.evaluation import report

    tables = [report.scores(every), report.calibration(every), report.speed(every)]
    if errors:
        tables.append(report.errors(every))
    if as_json:
        write_json([{table.title: table.records() for table in tables}])
        return
    for number, table in enumerate(one for one in tables if one.rows):
        if number:
            show("")
        for line in table.lines():
            show(line)


def _print_mapping(*, as_json: bool) -> int:
    from triage.evaluation.labels import mapping
    from triage.evaluation.report import Table

    table = Table("mapping", ("set", "label", "kind", "reason"), tuple(mapping()))
    if as_json:
        write_json([{table.title: table.records()}])
    else:
        for line in table.lines():
            show(line)
    return 0
