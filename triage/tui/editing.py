"""A text in the person's own editor: a file of theirs alone, and nothing that they wrote is lost, whatever the editor does."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import SettingsError, TriageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

USUAL = "vi"
"""The editor of whoever names none: every Unix has it."""


def editor(environment: Mapping[str, str]) -> list[str]:
    """The command of VISUAL, or of EDITOR, as words: no shell reads it. Raises SettingsError for one that cannot be meant."""
    for name in ("VISUAL", "EDITOR"):
        line = environment.get(name, "").strip()
        if line:
            try:
                return shlex.split(line)
            except ValueError as error:
                raise SettingsError(f"{name}={line}: {error}", title="Editor") from error
    return [USUAL]


@contextmanager
def draft(text: str) -> Iterator[Path]:
    """A file with the text, for the block to have edited and to keep what came of it. Where that fails, a file that has been
    changed stays, and the error says where it is; otherwise it goes."""
    path = _written(text)
    try:
        yield path
    except TriageError as error:
        if _changed(path, text):
            hint = f"what you wrote is in {path}"
            raise SettingsError(f"{error.message}; {hint}", title=error.title) from error
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)


def edit(path: Path, command: list[str]) -> str:
    """What is in the file once the editor has ended. Raises SettingsError."""
    name = command[0] if command else "the editor"
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode
    except OSError as error:
        reason = f"{name} cannot be started: {error.strerror}"
        raise SettingsError(reason, title="Editor", hint="set EDITOR to yours") from error
    if status:
        ended = f"ended with {status}" if status > 0 else "was interrupted"
        raise SettingsError(f"{name} {ended}, so the note is as it was", title="Editor")
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise SettingsError(f"{name} left no file, so the note is as it was", title="Editor") from error


def _written(text: str) -> Path:
    try:
        descriptor, name = tempfile.mkstemp(prefix="triage-note-", suffix=".txt")  # of mode 0600
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(_as_lines(text))
    except OSError as error:
        raise SettingsError(f"no draft can be written: {error.strerror}", title="Editor") from error
    return Path(name)


def _as_lines(text: str) -> str:
    return f"{text}\n" if text else ""


def _changed(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() != _as_lines(text).encode(errors="replace")
    except OSError:
        return False
