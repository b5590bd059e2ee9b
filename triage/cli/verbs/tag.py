"""`triage tag QUERY TAG...`: tag every story that matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from triage.cli.ending import tell
from triage.cli.output import show
from triage.cli.verbs.list import no_wait_argument
from triage.cli.visit import visit
from triage.errors import QueryError, SettingsError
from triage.model.decision import Act
from triage.model.story import StoryId
from triage.session import Session

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options

HELP = "Tag every story that matches, as one act."

Decide = Callable[[Session, Sequence[StoryId], Sequence[str]], Act | None]


def arguments(parser: ArgumentParser) -> None:
    """A query, tags, --all, --dry-run, --no-wait."""
    parser.add_argument(
        "words",
        metavar="QUERY TAG",
        nargs="+",
        help="a query or a story's id, then one tag or more; no query with --all",
    )
    parser.add_argument("--all", action="store_true", help="every story there is")
    parser.add_argument("--dry-run", action="store_true", help="only list the stories")
    no_wait_argument(parser)


def run(options: Options, given: Namespace) -> int:
    """Tag them."""
    return decide(options, given, Session.tag, "tagged")


def asks(query: str) -> bool:
    """Whether the query asks anything of a story, rather than for every story in some order."""
    from triage.model.query import Everything, apart
    from triage.query import parse

    try:
        return apart(parse(query), "sort")[0] != Everything()
    except QueryError:
        return True  # told, with its place, when the stories are looked for


def decide(options: Options, given: Namespace, act: Decide, done: str) -> int:
    """Find the stories and do to them what `act` does; the count is told in the past tense, `done`."""
    query, tags = ("", given.words) if given.all else (given.words[0].strip(), given.words[1:])
    if not tags:
        raise SettingsError("no tag is named", title="Usage", hint="triage tag QUERY TAG...; QUERY is one argument")
    if not (given.all or asks(query)):
        raise SettingsError("an empty query means every story", title="Usage", hint="say --all if that is meant")
    with visit(options) as here:
        names = here.session.tag_names(tags)  # refused before anything is listed
        listing = here.listing(query or "", wait=not given.no_wait)
        stories = [entry.id for entry in here.entries(listing)]
        if given.dry_run:
            from triage.cli.layout import row_lines

            for line in row_lines(here.session.rows(stories), here.session.settings):
                show(line)
            return here.status
        changed = act(here.session, stories, names) if stories else None
        count = len(changed.changes) if changed else 0
        tell(f"{done} {count:,} of {len(stories):,} matching: {', '.join(names)}")
        return here.status
