"""`triage [INBOX]`: open the app."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from triage.cli import VERBS
from triage.cli.options import Options, user
from triage.errors import SettingsError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "Go through a day's newswire: open the app on a folder of stories."


def arguments(parser: ArgumentParser) -> None:
    """A folder."""
    parser.add_argument(
        "folder", metavar="INBOX", nargs="?", help="the folder (default: ./inbox, else the configured one)"
    )
    parser.add_argument("--lean", action="store_true", help="no decoration, for slow lines")


def run(options: Options, given: Namespace) -> int:
    """Open the app."""
    return start(options._replace(inbox=given.folder or options.inbox, lean=given.lean))


def start(options: Options) -> int:
    """Open the app on the desk that the options name; returns when the person quits."""
    refuse_mistyped_verb(options.inbox)
    gc.disable()  # collections find nothing in a start and take a tenth of it; the desk turns them on after its first paint
    settings = options.settings()
    locations = options.locations(settings)
    from triage.session import Session
    from triage.tui.app import run as run_app  # late: the other verbs need no screen

    return run_app(Session(settings, locations, user()))


def refuse_mistyped_verb(word: str | None) -> None:
    """Raise SettingsError when `word` names no folder but nearly a verb."""
    if word is None or "/" in word or os.path.exists(word):  # noqa: PTH110 - not raising
        return
    import difflib

    near = difflib.get_close_matches(word, VERBS, n=1)
    if near:
        raise SettingsError(
            f"There is no verb {word!r}, and no folder of that name",
            title="Usage",
            hint=f"did you mean triage {near[0]}?",
        )
