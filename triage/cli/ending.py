"""The one place where a run ends: whatever happened becomes a status and a few words on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from triage.errors import TriageError

if TYPE_CHECKING:
    from collections.abc import Callable


def ended(run: Callable[[], int]) -> int:
    """The exit status of `run`: its own, or that of the error it raised, told without a traceback."""
    try:
        status = run()
        return _flushed(status)
    except TriageError as error:
        tell_error(error.title, error.message, error.hint)
        return error.status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has had enough
        _give_up_output()
        return 0


def _flushed(status: int) -> int:
    """The status, when all output is where it belongs."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up_output()
        tell_error("Not written", f"standard output: {error.strerror}")
        return 2
    return status


def _give_up_output() -> None:
    """What is still buffered must not raise again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_error(title: str, message: str, hint: str = "") -> None:
    """An error in words, on standard error."""
    tell(f"triage: {title}: {message}")
    if hint:
        tell("  " + hint.replace("\n", "\n  "))


def tell(text: str) -> None:
    """Say something that is not data, on standard error; nothing that a terminal would obey goes out."""
    from triage.export.unsafe import UNSAFE

    print(UNSAFE.sub("", text), file=sys.stderr, flush=True)
