"""Every path the program reads or writes, and nothing else."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from pathlib import Path


def cache_home() -> Path:
    """The user's cache folder for this program; `TRIAGE_CACHE` overrides it."""
    given = os.environ.get("TRIAGE_CACHE")
    if given:
        return Path(given)
    from platformdirs import user_cache_path  # late: a start that names its paths need not pay for it

    return user_cache_path("triage", appauthor=False)


def config_home() -> Path:
    """The user's settings folder for this program."""
    from platformdirs import user_config_path

    return user_config_path("triage", appauthor=False)


def state_home() -> Path:
    """The user's folder for what this program remembers of their sessions."""
    from platformdirs import user_state_path

    return user_state_path("triage", appauthor=False)


def default_config() -> Path:
    """The settings file that is read when none is named; it need not exist."""
    return config_home() / "triage.toml"


@dataclass(frozen=True)
class Locations:
    """Where one desk's files are: an inbox and a store, and what is kept for them.

    `inbox` and `store` are absolute. The cache folder is named after them, so that two desks never share an index.
    """

    inbox: Path
    store: Path
    cache: Path

    @classmethod
    def at(cls, inbox: Path, store: Path | None = None, pipeline: str | None = None) -> Locations:
        """The locations for `inbox`; the store stands beside the inbox folder unless it is given.

        Another pipeline makes other facts, so it has an index, and a worker, of its own.
        """
        inbox = inbox.absolute()
        store = store.absolute() if store else inbox.parent / "triage.json"
        desk = os.fsencode("\0".join((os.path.realpath(inbox), os.path.realpath(store), pipeline or "")))
        # Two sums, from either end, tell the desks of one user apart; to load cryptography takes a hundredth of a start.
        name = f"{zlib.crc32(desk):08x}{zlib.crc32(desk[::-1]):08x}"
        return cls(inbox, store, cache_home() / name)

    @property
    def index(self) -> Path:
        """The SQLite file with all that can be computed again."""
        return self.cache / "index.sqlite"

    @property
    def views(self) -> Path:
        """The file with the views that the person saved, for every inbox; it need not exist."""
        return config_home() / "views.toml"

    @property
    def sittings(self) -> Path:
        """The file that says when whom last sat at this inbox; it need not exist."""
        import hashlib  # late: not needed for a start

        name = hashlib.sha256(os.fsencode(os.path.realpath(self.inbox))).hexdigest()[:16]
        return state_home() / "sittings" / f"{name}.json"

    @property
    def splits(self) -> Path:
        """The file that says where the person left the lines between the panes; it need not exist."""
        return state_home() / "splits.json"

    @property
    def worker_lock(self) -> Path:
        """The file whose lock the one worker of this desk holds."""
        return self.cache / "worker.lock"

    @property
    def worker_log(self) -> Path:
        """What the worker wrote to standard error in its last run."""
        return self.cache / "worker.log"

    @property
    def worker_socket(self) -> Path:
        """The socket that the worker listens on.

        A Unix socket's path holds about 100 bytes; a longer cache path falls back to the runtime folder.
        """
        path = self.cache / "worker.sock"
        if len(os.fsencode(path)) < 100:
            return path
        runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/tmp/triage-{os.getuid()}"  # noqa: S108 - made 0700 by its user
        return Path(runtime) / f"triage-{self.cache.name}.sock"
