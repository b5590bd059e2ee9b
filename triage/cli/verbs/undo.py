"""`triage undo`: take back your own newest act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.ending import tell
from triage.cli.visit import visit

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options

HELP = "Take back your own newest act, from whichever terminal."


def arguments(parser: ArgumentParser) -> None:
    """--redo."""
    parser.add_argument("--redo", action="store_true", help="do again what was undone last")


def run(options: Options, given: Namespace) -> int:
    """Undo or redo, and say what."""
    with visit(options) as here:
        undone = here.session.redo() if given.redo else here.session.undo()
        word = "redone" if given.redo else "undone"
        if undone is None:
            tell(f"nothing to {'redo' if given.redo else 'undo'}")
            return 0
        tell(f"{word}: {undone.of.verb} ({_stories(len(undone.act.changes))})")
        for story in undone.skipped:
            entry = here.session.entry(story)
            tell(f"  left alone, changed since: {story[:8]} {entry.headline if entry else ''}")
        return 0


def _stories(count: int) -> str:
    return f"{count:,} {'story' if count == 1 else 'stories'}"
