"""The one place where a run ends: whatever happened becomes a status and a few words on standard error."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from triage.errors import SettingsError, TriageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def ended(run: Callable[[], int]) -> int:
    """The exit status of `run`: its own, or that of the error it raised, told without a traceback."""
    _open_streams()
    try:
        _require_folder()
        try:
            status = run()
        except SystemExit as end:  # the parser's own, after --help or --version
            status = end.code if isinstance(end.code, int) else 0
        return _flushed(status)
    except TriageError as error:
        tell_error(error.title, error.message, error.hint)
        return error.status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has had enough
        _give_up(sys.stdout)
        return 0


def _open_streams() -> None:
    """Put something where a standard stream was closed: the next file opened, such as the journal, would get its number.

    Data from or to such a stream fails as if it were still closed; what is only told, to standard error, goes nowhere.
    """
    for number, (name, mode, access) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, access), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal's encoding need not have all letters of a headline


def _require_folder() -> None:
    """Raise SettingsError where the folder that we were started in is gone: no path can be found from there, and of the libraries
    some do not even load."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is slow to import
    except OSError as error:
        raise SettingsError(
            f"the folder that this was started in: {error.strerror}",
            title="No folder",
            hint="change to one that is there",
        ) from error


def _flushed(status: int) -> int:
    """The status, when all output is where it belongs."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up(sys.stdout)
        tell_error("Not written", f"standard output: {error.strerror}")
        return 2
    return status


def _give_up(stream: TextIO) -> None:
    """What is still buffered must not raise again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell_error(title: str, message: str, hint: str = "") -> None:
    """An error in words, on standard error."""
    tell(f"triage: {title}: {message}")
    if hint:
        tell("  " + hint.replace("\n", "\n  "))


def tell(text: str) -> None:
    """Say something that is not data, on standard error; nothing that a terminal would obey goes out."""
    from triage.export.unsafe import UNSAFE

    write_error(UNSAFE.sub("", text) + "\n")


def write_error(text: str) -> None:
    """Write to standard error as it is; that nobody can be told is no reason to stop."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)
