"""`triage facts PATH...`: the facts in story files, without an inbox or a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.bar import Bar
from triage.cli.ending import tell_error
from triage.cli.output import show, write_json
from triage.model.contract import record

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options
    from triage.model.found import Found
    from triage.model.story import Story
    from triage.settings import Settings

HELP = "Extract the facts from story files, folders, or - (standard input)."


def arguments(parser: ArgumentParser) -> None:
    """Paths, --json."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a story file, a folder of them, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="one object a story: JSON Lines")


def run(options: Options, given: Namespace) -> int:
    """Print the facts, a story at a time, as they are found; 1 when a file could not be read."""
    from triage.cli.sources import readings

    settings = options.settings()
    status = 0
    with Bar() as bar:
        files = readings(given.paths)
        bar.show("loading the pipeline")
        printer = _Printer(settings, as_json=given.json)
        for place, read in enumerate(files):
            bar.show("extracting facts", place, len(files))
            found = read()
            bar.clear()
            if found.error:
                status = 1
            printer.print(found)
    return status


class _Printer:
    """Extracts the facts of one file after the other and prints them."""

    def __init__(self, settings: Settings, *, as_json: bool) -> None:
        from triage.facts.run import Extraction  # late: seconds, for this verb alone
        from triage.suggest import Suggester

        self._extraction = Extraction(settings.pipeline, settings.events)
        self._suggester = Suggester(settings.tags)
        self._json = as_json

    def print(self, found: Found) -> None:
        """Every story of the file, or on standard error why there is none."""
        if found.error:
            tell_error(found.error.title, found.error.message, found.error.hint)
            if self._json:
                write_json([record(None, error=found.error, path=None if found.path == "-" else found.path)])
        for story in found.stories:
            self._print_story(story)

    def _print_story(self, story: Story) -> None:
        extracted = self._extraction.facts(story)
        suggestions = self._suggester.suggest(story, extracted.facts)
        for trouble in extracted.troubles:
            tell_error(trouble.title, f"{story.path or 'standard input'}: {trouble.message}", trouble.hint)
        if self._json:
            write_json([record(story, extracted.facts, suggestions)])
            return
        from triage.cli.layout import fact_block, story_heading

        show(story.headline, bold=True)
        for line in (*story_heading(story), "", *fact_block(extracted.facts, suggestions), ""):
            show(line)
