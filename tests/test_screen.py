"""What keys leave on the terminal is what it would show if all of it were drawn anew: nothing is left over, nothing missing."""

from __future__ import annotations

import os
import shutil
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from test_shift import COMMAND, FIRST, SAMPLES, environment, path_of

from tests.bench.sitting import QUIET, Sitting
from tests.bench.terminal import ANSWER, Size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = (
    "jjjdkkddjjnjjsu", "GDguvjvj*~\x1b\x1b", "Vjj\x1b\x1bxxuuljj.,mask\r", "\rjjjjG[[]]\x1b\x1b", "fjjd-\x1b\x1b",
    "/turkey\rjd\x1b\x1b", "1j2j0jd<<jd>>d\x1b\x1b",
)  # fmt: skip
"""Keys as a fast person types them: each group at once. What is typed on the line below after it says that it has been done."""

ESC = "\x1b"
ESCAPED = 0.2
"""Seconds after which an escape is a key of its own, and not the beginning of another."""

REDRAW = "\x0c"
SUSPEND = "\x1a"


def test_keys_leave_what_a_whole_paint_shows(tmp_path: Path):
    size = Size(120, 40)
    with seated(tmp_path, size) as sitting:
        for number, group in enumerate(KEYS):
            words = f"group {number}."
            *before, keys = group.split(ESC)
            for some in before:
                sitting.terminal.send(some + ESC)
                sitting.rest(ESCAPED)
            sitting.press(f"{keys}:{words}", lambda screen, words=words: words in screen.text())
            sitting.press("\x1b", lambda screen, words=words: words not in screen.text())
            shown = quiet(sitting)
            sent = len(sitting.terminal.pieces)
            sitting.terminal.send(REDRAW)
            while sum(len(piece.written) for piece in sitting.terminal.pieces[sent:]) < size.columns:
                assert sitting.terminal.read(30), "nothing is drawn anew"
            assert quiet(sitting) == shown, group


@pytest.mark.parametrize("answer", [ANSWER, b""])
def test_a_sheet_is_there_again_after_a_while_in_the_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
):
    monkeypatch.setattr("tests.bench.terminal.ANSWER", answer)
    size = Size(80, 24)
    with seated(tmp_path, size) as sitting:
        sitting.press("b", lambda screen: "STORIES AN HOUR" in screen.text())
        shown = quiet(sitting)
        sitting.terminal.send(SUSPEND)
        for _ in range(200):
            sitting.rest(0.05)
            if os.WIFSTOPPED(os.waitpid(sitting.terminal.pid, os.WNOHANG | os.WUNTRACED)[1]):
                break
        else:
            raise AssertionError("it never gives the terminal back to the shell")
        sent = len(sitting.terminal.pieces)
        os.kill(sitting.terminal.pid, signal.SIGCONT)
        while b"STORIES AN HOUR" not in b"".join(piece.written for piece in sitting.terminal.pieces[sent:]):
            assert sitting.terminal.read(10), "nothing is drawn anew"
        assert quiet(sitting) == shown


@contextmanager
def seated(folder: Path, size: Size) -> Iterator[Sitting]:
    """Somebody at a terminal with the app on it, which has all its facts."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for name in FIRST:
        shutil.copy2(SAMPLES / path_of(name), inbox)
    with Sitting([str(COMMAND), str(inbox)], size, environment(folder)) as sitting:
        sitting.started_until(lambda screen: "decided" in screen.row(0) and "facts" not in screen.row(0))
        yield sitting


def quiet(sitting: Sitting) -> list[str]:
    """The screen when nothing more comes, the last line apart: it says things for a moment."""
    while sitting.terminal.read(QUIET):
        pass
    sitting.rest(0.0)
    return sitting.screen.rows()[:-1]
