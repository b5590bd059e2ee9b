"""The installed command on a pseudo-terminal, and everything done to it that should not be."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import time
from pathlib import Path

import pyte
import pytest
from test_survival import COMMAND, Terminal
from tinydb import TinyDB


class Seat(Terminal):
    """The same, seen through a terminal emulator; everything written stays in `written`."""

    def __init__(self, *arguments: str) -> None:
        super().__init__(str(COMMAND), *arguments)
        self.written = b""
        self._screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self._screen)

    def sees(self, words: str) -> None:
        """Read until `words` stand on the screen."""
        self._read_until(lambda: words in "\n".join(self._screen.display), words)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other; nobody waits for what they do."""
        for key in keys:
            os.write(self._line, key.encode())
            self._read(0.002)

    def ends(self) -> int:
        """The exit status, once the program has ended."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read(0.1):
                    pass
                return os.waitstatus_to_exitcode(status)
            self._read(0.05)
        self.kill()
        raise AssertionError(f"did not end: {self.written[-2000:]!r}")

    def hangs_up(self) -> None:
        """The window is closed."""
        os.close(self._line)
        self._line = -1

    def _read(self, seconds: float) -> bool:
        if self._line < 0 or not select.select([self._line], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._line, 65536)
        except OSError:  # nobody holds the other end
            return False
        self.written += chunk
        self._stream.feed(chunk.replace(b"\x1b[<u", b"").replace(b"\x1b[>1u", b""))
        return bool(chunk)

    def _read_until(self, true, words: str) -> None:
        end = time.monotonic() + 30
        while not true():
            assert time.monotonic() < end, f"{words!r} never came:\n" + "\n".join(self._screen.display)
            self._read(0.1)


@pytest.fixture
def seat(desk):
    made = Seat(str(desk.inbox))
    yield made
    with contextlib.suppress(OSError):  # it has ended, as it should
        made.kill()


def tags(desk) -> dict[str, list[str]]:
    with TinyDB(desk.store) as plain:
        return {one["headline"]: one["tags"] for one in plain.table("stories").all()}


def opened(seat: Seat) -> Seat:
    seat.sees("harbor master")  # the preview is there, so the decisions are
    return seat


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (lambda seat: seat.keys("q"), 0),
        (lambda seat: os.kill(seat.pid, signal.SIGTERM), 143),
        (lambda seat: os.kill(seat.pid, signal.SIGINT), 130),
        (lambda seat: os.kill(seat.pid, signal.SIGHUP), 129),
        (lambda seat: seat.hangs_up(), 129),
    ],
    ids=["q", "TERM", "INT", "HUP", "closed"],
)
def test_every_end_restores_the_terminal_and_writes_the_store(desk, seat, end, status):
    opened(seat).keys("s")
    seat.sees(" S ")
    end(seat)
    assert seat.ends() == status
    assert tags(desk) == {"Port reopens after storm": ["sanctions"]}
    if seat._line >= 0:
        assert b"\x1b[?1049l" in seat.written
    assert b"Traceback" not in seat.written


def test_no_headline_and_no_text_reaches_the_terminal_as_a_command(seat):
    opened(seat).keys("j", "j")
    seat.sees("A story about")
    seat.sees("[/x] [@click=app.quit]markup[/] in a")
    seat.keys("j")
    seat.sees("The text has")
    assert b"\x1b]52" not in seat.written
    assert b"\x1b[31mred" not in seat.written
    seat.keys("q")
    assert seat.ends() == 0


def test_dialogs_dismissed_faster_than_they_go_leave_the_desk(seat):
    opened(seat).keys(*("\x10", "\x1b", "\x1b", "\x10", "\r", "\r", "?", "?", "?") * 3, "\x11")  # ctrl+q at last
    assert seat.ends() == 0
    assert b"Error" not in seat.written


def test_keys_in_the_first_moment_wait_for_the_store(desk, seat):
    seat.keys("s")
    seat.sees(" S ")
    seat.keys("q")
    assert seat.ends() == 0
    assert tags(desk) == {"Port reopens after storm": ["sanctions"]}


def test_what_the_command_line_tags_is_seen_and_undone_here(desk, seat):
    opened(seat)
    subprocess.run([COMMAND, "tag", "path:harbor", "NATO", "--inbox", desk.inbox], check=True, capture_output=True)
    seat.sees(" N ")
    seat.keys("u")
    seat.sees("undone: tag NATO")
    seat.keys("q")
    assert seat.ends() == 0
    assert tags(desk).get("Port reopens after storm", []) == []


def test_a_damaged_store_and_journal_lose_nothing(desk, seat):
    opened(seat).keys("s")
    seat.sees(" S ")
    seat.keys("q")
    assert seat.ends() == 0
    whole = desk.store.read_bytes()
    desk.store.write_bytes(whole[: len(whole) // 2])
    with Path(f"{desk.store}.journal").open("ab") as journal:
        journal.write(b'\xff garbage\n{"sum":"00","seq":9}\n{"torn')
    again = Seat(str(desk.inbox))
    again.sees("Journal damaged")
    again.keys("j", "n")
    again.sees(" N ")
    again.keys("q")
    assert again.ends() == 0
    assert tags(desk) == {
        "Port reopens after storm": ["sanctions"],
        "Norway orders NASAMS batteries for NATO": ["NATO"],
    }
    assert list(desk.store.parent.glob("triage.json.damaged-*"))


def test_a_store_that_cannot_be_used_ends_in_words(desk, tmp_path):
    (tmp_path / "folder").mkdir()
    seat = Seat("--store", str(tmp_path / "folder"), str(desk.inbox))
    assert seat.ends() == 3
    assert b"is a folder" in seat.written
    assert b"Traceback" not in seat.written


def test_a_pipeline_that_is_none_leaves_an_app_without_facts(desk):
    seat = Seat("--pipeline", "no_such_pipeline", str(desk.inbox))
    seat.sees("Pipeline not loaded:")
    seat.keys("s")
    seat.sees(" S ")
    seat.keys("q")
    assert seat.ends() == 0
    assert tags(desk) == {"Port reopens after storm": ["sanctions"]}


def test_no_terminal_is_said(desk):
    ran = subprocess.run([COMMAND, desk.inbox], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False)
    assert ran.returncode == 2
    assert b"needs a terminal" in ran.stderr
