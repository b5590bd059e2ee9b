"""The command line, one file per verb."""

from __future__ import annotations

import sys

from triage.cli.options import Options
from triage.model.verb import VERBS as VERBS


def main(arguments: list[str] | None = None) -> int:
    """Run the command line (`sys.argv` unless given); returns the exit status that the contract lists."""
    words = sys.argv[1:] if arguments is None else arguments
    from triage.cli.ending import ended  # every way to end is there, so that no verb needs to care

    if not words or (len(words) == 1 and words[0] not in VERBS and not words[0].startswith("-")):
        from triage.cli.verbs import open as opening  # the way that most starts go pays for no argument parser

        return ended(lambda: opening.start(Options(inbox=words[0] if words else None)))
    from triage.cli.parsing import verb_of

    return ended(lambda: verb_of(words)())
