"""A whole shift at the installed command, by its keys: what the store holds at the end is what was meant.

Every key waits for what the screen shows of the one before, as a person would; nothing waits for a time.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb import TinyDB

from tests.bench import processes
from tests.bench.sitting import Sitting
from tests.bench.terminal import Size

if TYPE_CHECKING:
    from tests.bench.screen import Screen

COMMAND = Path(sys.executable).with_name("triage")
SAMPLES = Path(__file__).parent.parent / "inbox"
FIRST = (
    "2035-usa-stocks", "2010-germany-usa-merkel", "1930-argentina-rates", "1820-israel-gaza", "1530-armenia-politics",
    "1215-china-india-wuhan", "1150-japan-korea-abe", "1320-turkey-s400", "1005-korea-summit-wrapup",
    "0905-russia-enplus-rusal", "1030-nato-stoltenberg",
)  # fmt: skip
"""The stories at the start of the shift, the newest first."""

LATE = ("2240-usa-california-dna", "1402-turkey-s400")
"""Those that arrive in the middle: the newest of all, and the next version of one that has been tagged and noted."""

NOTE = "ask Ankara\nand the other embassy"


def path_of(name: str) -> str:
    return f"2018-04-27-{name}.txt"


class Shift:
    """A person at the app, at 120 by 40: presses keys, and goes on when the screen shows what each was to do."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting

    def press(self, keys: str, *words: str, line: int | None = None, row: str = "", on: int | None = None) -> None:
        """Type `keys` at once. Then these `words` stand on the screen, `line` of the list shows `row`, and the cursor is on the
        line `on`."""

        def seen(screen: Screen) -> bool:
            shown = line is None or decided(screen, line) == row
            return shown and all(one in screen.text() for one in words) and on in (None, cursor(screen))

        self.sitting.press(keys, seen, 30)

    def sees(self, *words: str) -> None:
        """These words stand on the screen, by and by."""
        self.sitting.pressed_until(lambda screen: all(one in screen.text() for one in words))

    def leave(self) -> None:
        """Press q, and see the program end."""
        terminal = self.sitting.terminal
        terminal.send("q")
        until = time.monotonic() + 60
        while not terminal.closed:
            terminal.read(0.1)
            assert time.monotonic() < until, "it never ended"


def decided(screen: Screen, line: int) -> str:
    """What a row of the list says of a decision: state and capital letters, whatever is suggested besides."""
    cells = screen.row(1 + line, 8, 16)
    return (cells[0] + "".join(cell for cell in cells[1:] if cell.isupper())).strip()


def cursor(screen: Screen) -> int | None:
    row = screen.cursor()
    return None if row is None else row - 1


def environment(folder: Path) -> dict[str, str]:
    """A person's of their own, with an editor that fails once, and then writes a note."""
    editor, tried = folder / "an editor.py", folder / "tried"
    editor.write_text(
        f"import pathlib, sys\ntried = pathlib.Path({str(tried)!r})\nif not tried.exists():\n    tried.touch()\n"
        f"    sys.exit(3)\npathlib.Path(sys.argv[1]).write_text({NOTE!r})\n"
    )
    others = ("TRIAGE_", "VISUAL", "NO_COLOR", "COLUMNS", "LINES")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return ours | {
        "TERM": "xterm-256color", "TZ": "UTC", "LOGNAME": "vera", "USER": "vera", "TRIAGE_CACHE": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"),
        "EDITOR": shlex.join([sys.executable, str(editor)]),
    }  # fmt: skip


def test_a_shift_leaves_in_the_store_what_was_meant(tmp_path):
    inbox, waiting = tmp_path / "inbox", tmp_path / "waiting"
    for folder, names in ((inbox, FIRST), (waiting, LATE)):
        folder.mkdir()
        for name in names:
            shutil.copy2(SAMPLES / path_of(name), folder)
    with Sitting([str(COMMAND), str(inbox)], Size(120, 40), environment(tmp_path)) as sitting:
        shift = Shift(sitting)
        sitting.started_until(lambda screen: "11 stories" in screen.row(0) and cursor(screen) == 0)
        skim_and_read(shift)
        shift.press("V", "1 selected", on=8)
        shift.press("j", "2 selected", on=9)
        shift.press("VS", "S tags 2 stories sanctions and done: 2 undecided")
        for name in LATE:
            (waiting / path_of(name)).rename(inbox / path_of(name))
        shift.sees("2 new (r)", "S tags 2 stories")
        shift.press("\r", "tag sanctions and done: 2 stories", line=9, row="✓S")
        take_in_and_undo(shift)
        search(shift)
        started = processes.children(sitting.terminal.pid)
        shift.leave()
        for worker in started:
            processes.end(worker)
    assert decisions(tmp_path / "triage.json") == meant()
    assert bulk_acts(tmp_path / "triage.json.journal") == [2]


def skim_and_read(shift: Shift) -> None:
    """One key a story; one of them is read, tagged while it is read, and noted in an editor."""
    shift.press("x", line=0, row="✗", on=1)
    shift.press("D", line=1, row="✓D", on=2)
    shift.press(" ", line=2, row="✓", on=3)
    shift.press("l", line=3, row="»", on=4)
    shift.press("n", line=4, row="N")
    shift.press("n", line=4, row="")
    for line in (5, 6, 7):
        shift.press("j", on=line)
    shift.press("n", line=7, row="N")
    shift.press("\r", "WHO")
    shift.sees("UPDATE 1-Pompeo warns Turkey")
    shift.press("d", "defense  NATO")
    shift.press("\x1b", line=7, row="·DN", on=7)
    shift.press("M", "ended with 3, so the note is as it was", line=7, row="·DN")
    shift.press("M", "✎", line=7, row="·DN")
    shift.press("j", on=8)


def take_in_and_undo(shift: Shift) -> None:
    """What arrived comes when asked for; the act on many is taken back as one, and done again."""
    shift.press("r", "California police", "12 stories")
    shift.sees("↻")  # the next version, with what was decided about the one before
    shift.press("u", "undone: tag sanctions and done on 2 stories, by you at", "2 selected")
    shift.press("\x12", "done again: tag sanctions and done on 2 stories")


def search(shift: Shift) -> None:
    """The new version is found by its tag and set done; then many are picked, and nothing is done to them."""
    shift.press("/", "tab completes")
    shift.press("tag:nato", "1 match", on=0)
    shift.press("\r", "UPDATE 2-Pompeo", on=0)
    shift.press(" ", line=0, row="✓DN")
    shift.press("\x1b", "California police")
    shift.press("/", "tab completes")
    shift.press("is:undecided", "6 matches")
    shift.press("\r", "6 matches", "defense")
    shift.press("*", "6 selected")
    shift.press("x", "x spikes 6 stories: 6 undecided")
    shift.press("\x1b", "nothing was done")


def decisions(store: Path) -> dict[str, tuple[list[str], str, str]]:
    """Tags, state and note by the file, as anybody's TinyDB reads them."""
    with TinyDB(store) as plain:
        documents = plain.table("stories").all()
    assert {one["by"] for one in documents} == {"vera"}
    return {one["path"]: (one["tags"], one["state"], one["note"]) for one in documents}


def meant() -> dict[str, tuple[list[str], str, str]]:
    by_name = {
        "2035-usa-stocks": ([], "spiked", ""),
        "2010-germany-usa-merkel": (["defense"], "done", ""),
        "1930-argentina-rates": ([], "done", ""),
        "1820-israel-gaza": ([], "later", ""),
        "1320-turkey-s400": (["defense", "NATO"], "read", NOTE),
        "1402-turkey-s400": (["defense", "NATO"], "done", NOTE),
        "1005-korea-summit-wrapup": (["sanctions"], "done", ""),
        "0905-russia-enplus-rusal": (["sanctions"], "done", ""),
    }
    return {path_of(name): decision for name, decision in by_name.items()}


def bulk_acts(journal: Path) -> list[int]:
    """How many stories each act of tagging and setting done by selection changed."""
    acts = (json.loads(line) for line in journal.read_text().splitlines())
    return [len(act["changes"]) for act in acts if act.get("verb") == "tag sanctions and done"]
