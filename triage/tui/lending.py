"""Other programs that a story is given to: a pager, a browser, a command at the end of a pipe. No shell reads any of it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LIMIT = 30.0
"""Seconds that a command at the end of a pipe may take."""

MOST = 1_000_000
"""Bytes that are kept of what it says; one that says more is ended."""

GRAPHICAL = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""Any of these says that a browser can be shown."""


def pager(environment: Mapping[str, str]) -> list[str]:
    """The command of PAGER as words; else `less`, or `more` where there is none. Raises SettingsError."""
    line = environment.get("PAGER", "").strip()
    if not line:
        return ["less"] if shutil.which("less") else ["more"]
    try:
        return shlex.split(line)
    except ValueError as error:
        raise SettingsError(f"PAGER={line}: {error}", title="Pager") from error


def page(command: Sequence[str], *, file: Path | None, text: str) -> None:
    """Show a file, or else a text, in a pager that has the terminal until it ends. Raises SettingsError."""
    # What is read is from outside: `less` is to start nothing on its behalf, neither editors nor preprocessors.
    secure = {**os.environ, "LESSSECURE": "1"}
    given = None if file else text.encode("utf-8", "replace")
    try:
        subprocess.run([*command, *([str(file.absolute())] if file else [])], input=given, env=secure, check=False)
    except OSError as error:
        reason = f"{command[0]} cannot be started: {error.strerror}"
        raise SettingsError(reason, title="Pager", hint="set PAGER to yours") from error


def browsable(environment: Mapping[str, str]) -> bool:
    """Whether a browser of its own window can be opened: not so over most SSH lines."""
    return any(environment.get(name) for name in GRAPHICAL)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, in words, and the lines that it said on either of its outputs."""

    command: str
    said: str
    lines: tuple[str, ...]


@dataclass
class Pipe:
    """One command that a text is given to. `run` blocks, so it belongs in a thread; `end` may come from any."""

    words: Sequence[str]
    limit: float = LIMIT
    _process: subprocess.Popen[bytes] | None = None
    _listening: bool = False
    _ended: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, text: str) -> Outcome:
        """Give it the text and wait for what it says, `limit` seconds at most."""
        command = shlex.join(self.words)
        try:
            # A session of its own: it cannot reach the terminal, and whatever it starts ends with it.
            process = subprocess.Popen(
                self.words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            return Outcome(command, f"cannot be started: {reason}", ())
        with self._lock:
            self._process, self._listening = process, True
        clock = threading.Timer(self.limit, self.end, (f"ended after {self.limit:g} seconds",))
        clock.daemon = True
        clock.start()
        feeder = threading.Thread(target=_feed, args=(process, text.encode("utf-8", "replace")), daemon=True)
        feeder.start()
        said = self._listen(process)
        status = process.wait()
        clock.cancel()
        how = self._ended or ("done" if status == 0 else f"ended with {status}" if status > 0 else "was interrupted")
        return Outcome(command, how, tuple(said.decode("utf-8", "replace").splitlines()))

    def end(self, why: str = "ended") -> None:
        """End it, and all that it started."""
        with self._lock:
            # What it left behind may go on speaking after its own end; until it is asked after, its number is nobody else's.
            if self._process and (self._listening or self._process.poll() is None):
                self._ended = self._ended or why
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)

    def _listen(self, process: subprocess.Popen[bytes]) -> bytes:
        assert process.stdout is not None
        said = process.stdout.read(MOST)
        if process.stdout.read(1):
            self.end(f"ended after {MOST:,} bytes of output")
        with self._lock:
            self._listening = False
        process.stdout.close()
        return said


def _feed(process: subprocess.Popen[bytes], given: bytes) -> None:
    """Write until the command has had enough: many read no more than they need."""
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.write(given)
    with suppress(OSError):
        process.stdin.close()
