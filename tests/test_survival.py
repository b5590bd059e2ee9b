"""The installed command on a pseudo-terminal: a tag, a SIGKILL, and the tag is in the store."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from pathlib import Path

from tinydb import TinyDB

COMMAND = Path(sys.executable).with_name("triage")


class Terminal:
    """A program on a pseudo-terminal of 120 by 40."""

    def __init__(self, *command: str) -> None:
        self.shown = b""
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
            os.execv(command[0], command)

    def until(self, words: str, seconds: float = 60) -> None:
        """Read until `words` have been written."""
        end = time.monotonic() + seconds
        while words.encode() not in self.shown:
            assert time.monotonic() < end, f"{words!r} never came: {self.shown[-2000:]!r}"
            if select.select([self._line], [], [], 0.1)[0]:
                self.shown += os.read(self._line, 65536)

    def press(self, key: str) -> None:
        self.shown = b""
        os.write(self._line, key.encode())

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._line)


def test_a_kill_right_after_a_tag_loses_nothing(desk):
    terminal = Terminal(str(COMMAND), str(desk.inbox))
    terminal.until("Port reopens after storm")
    terminal.until("harbor master")  # the preview is there, so the decisions are
    terminal.press("s")
    terminal.until("S ")  # the capital in the row: given
    terminal.kill()

    reopened = Terminal(str(COMMAND), "check", "--inbox", str(desk.inbox))
    os.waitpid(reopened.pid, 0)
    with TinyDB(desk.store) as plain:
        tagged = {one["headline"]: one["tags"] for one in plain.table("stories").all()}
    assert tagged == {"Port reopens after storm": ["sanctions"]}


def test_a_terminal_without_a_size_gets_the_usual_one(desk):
    terminal = Terminal(str(COMMAND), str(desk.inbox))
    try:
        terminal.until("Port reopens")
        assert termios.tcgetwinsize(terminal._line) == (24, 80)
    finally:
        terminal.kill()
