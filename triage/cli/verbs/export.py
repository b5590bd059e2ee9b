"""`triage export [QUERY] -f FORMAT`: stories, facts and decisions for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.output import write_file
from triage.cli.verbs.list import no_wait_argument, query_argument
from triage.cli.visit import visit
from triage.export import exporters

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options

HELP = "Write stories, facts and decisions for other programs."


def arguments(parser: ArgumentParser) -> None:
    """A query, a format, a file, --no-wait."""
    query_argument(parser)
    parser.add_argument("-f", "--format", required=True, choices=sorted(exporters()), help="%(choices)s")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: standard output)")
    no_wait_argument(parser)


def run(options: Options, given: Namespace) -> int:
    """Export them."""
    with visit(options) as here:
        listing = here.listing(" ".join(given.query), wait=not given.no_wait)
        here.entries(listing, facts=True, wait=not given.no_wait)
        write_file(given.format, here.records(listing), given.output)
        return here.status
