"""`triage list [QUERY]`: the stories that match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.ending import tell
from triage.cli.output import show, write_json
from triage.cli.visit import visit

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options

HELP = "List the stories that match."


def arguments(parser: ArgumentParser) -> None:
    """A query, --json, --no-wait."""
    query_argument(parser)
    parser.add_argument("--json", action="store_true", help="one object a story, with its facts: JSON Lines")
    no_wait_argument(parser)


def query_argument(parser: ArgumentParser) -> None:
    """A query that may be left out, and may be several words."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="*",
        help="words, tag:NATO, is:done, person:pompeo, an id ... (default: all); after -- if it begins with -",
    )


def no_wait_argument(parser: ArgumentParser) -> None:
    """--no-wait, for what may need facts that are not extracted yet."""
    parser.add_argument(
        "--no-wait", action="store_true", help="answer at once although facts are missing; exits with 1 then"
    )


def run(options: Options, given: Namespace) -> int:
    """Print them in the order of the query: by time, or the best match first."""
    from triage.cli.layout import row_lines

    with visit(options) as here:
        listing = here.listing(" ".join(given.query), wait=not given.no_wait)
        if not listing.ids:
            tell("no story matches")
        entries = here.entries(listing, facts=given.json, wait=not given.no_wait)
        if given.json:
            write_json(here.records(listing))
        else:
            for line in row_lines(here.session.rows([entry.id for entry in entries]), here.session.settings):
                show(line)
        return here.status
