"""`triage untag QUERY TAG...`: take tags from every story that matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.verbs.tag import arguments, decide
from triage.session import Session

if TYPE_CHECKING:
    from argparse import Namespace

    from triage.cli.options import Options

HELP = "Take tags from every story that matches, as one act."

__all__ = ["HELP", "arguments", "run"]


def run(options: Options, given: Namespace) -> int:
    """Untag them."""
    return decide(options, given, Session.untag, "untagged")
