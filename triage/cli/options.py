"""Where a desk's files are: the command line says before the environment, that before the settings file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from triage.errors import SettingsError
from triage.locations import Locations
from triage.settings import Settings, load


class Options(NamedTuple):
    """What every verb takes, as typed; None for what was not."""

    inbox: str | None = None
    store: str | None = None
    config: str | None = None
    pipeline: str | None = None
    lean: bool = False

    def settings(self) -> Settings:
        """The settings in force. Raises SettingsError."""
        config = self.config or os.environ.get("TRIAGE_CONFIG")
        settings = load(Path(config) if config else None)
        settings = replace(settings, lean="on") if self.lean else settings
        return replace(settings, pipeline=self.pipeline) if self.pipeline else settings

    def locations(self, settings: Settings) -> Locations:
        """The desk's files. Raises SettingsError when there is no inbox."""
        store = self.store or os.environ.get("TRIAGE_STORE")
        return Locations.at(self._inbox(settings), Path(store) if store else settings.store, settings.pipeline)

    def _inbox(self, settings: Settings) -> Path:
        named = self.inbox or os.environ.get("TRIAGE_INBOX")
        here = Path("inbox")
        found = os.path.isdir(here)  # noqa: PTH112 - pathlib raises where it may not look
        inbox = Path(named) if named else here if found else settings.inbox or here
        try:
            if inbox.is_dir():
                return inbox
            what = "is not a folder" if inbox.exists() else "does not exist"
        except OSError as error:
            what = f"cannot be looked at: {error.strerror}"
        raise SettingsError(
            f"The inbox {inbox.absolute()} {what}",
            title="No inbox",
            hint="name a folder: triage FOLDER, --inbox FOLDER, TRIAGE_INBOX, or inbox in the settings",
        )


def user() -> str:
    """Who decides, as the system calls them."""
    named = os.environ.get("LOGNAME") or os.environ.get("USER")
    if named:
        return named
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a user without a name, as in a container
        return str(os.getuid())
