"""The keymaps of vi's and of emacs' users, as terminals send their keys: the usual ones, and those that tell every key apart."""

from __future__ import annotations

import contextlib

import pytest
from seat import seated
from test_hostile import Seat as Installed

from triage.tui.screens.help import HelpScreen

FIRST, SECOND, LAST = "Port reopens after storm", "Norway orders NASAMS", "Late goal sends Ostby"


@pytest.fixture
def start(desk, tmp_path):
    """The installed command with a preset; it has ended when the test does."""
    started = []

    def start_with(keys: str) -> Installed:
        config = tmp_path / "preset.toml"
        config.write_text(f'keys = "{keys}"\n')
        seat = Installed(str(desk.inbox), "--config", str(config))
        started.append(seat)
        seat.sees("harbor master")
        return seat

    yield start_with
    for seat in started:
        with contextlib.suppress(OSError):  # it has ended, as it should
            seat.kill()


def goes(seat: Installed, key: str, to: str) -> None:
    """Press a key, and wait until the cursor is on that row."""
    seat.keys(key)
    seat._read_until(lambda: any("▌" in row and to in row for row in seat._screen.display), f"{key!r} to {to}")


def goes_back(seat: Installed, key: str, words: str) -> None:
    """Press a key, and wait until those words have gone."""
    seat.keys(key)
    seat._read_until(lambda: words not in "\n".join(seat._screen.display), f"{key!r} from {words}")


def test_emacs(start):
    seat = start("emacs")
    for last, first in (("\x1b>", "\x1b<"), ("\x1b[46;4u", "\x1b[44;4u")):
        goes(seat, last, LAST)
        goes(seat, first, FIRST)
    goes(seat, "\x0e", SECOND)
    goes(seat, "\x10", FIRST)
    goes(seat, "\x16", LAST)
    goes(seat, "\x1bv", FIRST)
    for undo in ("\x1f", "\x1b[47;5u", "\x1b[45;6u"):
        seat.keys("d")
        seat.sees(" D ")
        goes_back(seat, undo, " D ")
    for asks, words in (("\x13", "esc goes back"), ("\x1b:", "a verb, as in tag"), ("\x1bx", "Search for")):
        seat.keys(asks)
        seat.sees(words)
        goes_back(seat, "\x07", words)
    seat.keys("\x18", "\x03")
    assert seat.ends() == 0


@pytest.mark.parametrize("end", ["ZZ", ":q\r"])
def test_vim(start, end):
    seat = start("vim")
    goes(seat, "G", LAST)
    goes(seat, "gg", FIRST)
    goes(seat, "\x06", LAST)
    goes(seat, "\x02", FIRST)
    goes(seat, "\x04", LAST)
    goes(seat, "\x15", FIRST)
    goes(seat, "/nasams\r", SECOND)
    goes(seat, "\x0f", FIRST)
    seat.keys("b")
    seat.sees("STORIES AN HOUR")
    goes_back(seat, "\x0f", "STORIES AN HOUR")
    seat.keys(*end)
    assert seat.ends() == 0


@pytest.mark.parametrize(
    ("keys", "shown"), [("vim", "^f ^d PgDn"), ("emacs", "M-< Home g  "), ("default", "PgDn ^d  ")]
)
async def test_the_help_shows_the_keys_of_the_preset(desk, tmp_path, keys, shown):
    (tmp_path / "config" / "triage").mkdir(parents=True)
    (tmp_path / "config" / "triage" / "triage.toml").write_text(f'keys = "{keys}"\n')
    async with seated(desk, (80, 24)) as seat:
        await seat.press("question_mark")
        top = seat.pilot.app.screen
        assert isinstance(top, HelpScreen)
        lines = ["".join(text for text, _ in line) for line in top.query_one("#keys")._lines]
        assert any(shown in line for line in lines)
        assert all(len(line) <= top.query_one("#keys").size.width for line in lines), "nothing is cut away"
