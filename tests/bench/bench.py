"""What all measurements share: how much is measured, the desks, and the programs that are started."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.desk import USER, Desk
from tests.bench.sitting import Sitting
from tests.bench.terminal import Size, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
UNWANTED = {
    "TRIAGE_INBOX", "TRIAGE_STORE", "TRIAGE_CONFIG", "NO_COLOR", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE",
}  # fmt: skip
"""What of the person's environment would measure something else."""

ROOMY = Size(120, 40)
NARROW = Size(80, 24)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured. `small`, `big`, `huge` and `facts` count the stories of the desks, `burst` those that come at once, `decisions` those of
    the big store."""

    small: int = 2_500
    big: int = 20_000
    huge: int = 100_000
    burst: int = 2_500
    facts: int = 300
    decisions: int = 20_000
    starts: int = 9
    first_starts: int = 3
    rounds: int = 3
    keys: int = 40


QUICK = Scale(
    small=500, big=2_000, huge=6_000, burst=300, facts=80, decisions=2_000, starts=3, first_starts=1, rounds=1, keys=15
)


@dataclass(frozen=True)
class Bench:
    """The place of all measurements: a folder of its own for desks and caches; `given` holds real stories, if any."""

    folder: Path
    scale: Scale
    given: Path | None
    say: Callable[[str], None]
    filing: dict[int, float] = field(default_factory=dict)
    """Seconds a story that putting piles of so many into the index took, reading them apart."""
    _desks: dict[str, Desk] = field(default_factory=dict)

    def small(self) -> Desk:
        """The day's pile, known, with the facts of the newest hundred."""
        return self._desk("small", self.scale.small, 0)

    def big(self) -> Desk:
        """The big pile, known, with the facts of the newest hundred, and a store full of decisions."""
        return self._desk("big", self.scale.big, self.scale.decisions)

    def pile(self, stories: int) -> Desk:
        """So many stories, known as the big pile's are, with the same number of decisions."""
        if stories == self.scale.big:
            return self.big()
        return self._desk(f"pile-{stories}", stories, self.scale.decisions)

    def new(self, name: str, stories: int) -> Desk:
        """Files that the program has never seen."""
        desk = Desk(self.folder / name, stories)
        desk.put_stories(self.given)
        return desk

    def triage(self, desk: Desk, size: Size, at: type[Terminal] = Terminal) -> Sitting:
        """The app, opened on a desk as a person would, at such a terminal."""
        script = Path(sys.executable).with_name("triage")
        command = [str(script)] if script.exists() else [sys.executable, "-m", "triage"]
        return Sitting([*command, str(desk.inbox)], size, self.environment(), at)

    def bare_app(self, size: Size) -> Sitting:
        """The least that Textual can do."""
        return Sitting([sys.executable, str(HERE / "bare" / "app.py")], size, self.environment())

    def bare_list(self, size: Size, rows: int) -> Sitting:
        """The least that a list can do."""
        return Sitting([sys.executable, str(HERE / "bare" / "list.py"), str(rows)], size, self.environment())

    def _desk(self, name: str, stories: int, decisions: int) -> Desk:
        if name not in self._desks:
            self.say(f"preparing {stories:,} stories and {decisions:,} decisions")
            desk = self.new(name, stories)
            if not desk.prepared:
                self.filing[stories] = desk.put_index()
                desk.put_decisions(decisions)
                desk.put_facts(100)
                desk.keep()
            self._desks[name] = desk
        return self._desks[name]

    def environment(self) -> dict[str, str]:
        """What the programs are started with."""
        kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        return kept | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TZ": "UTC",  # all stories are of one day there
            "LOGNAME": USER,
            "XDG_CONFIG_HOME": str(self.folder),  # the person's own settings may have other keys
            "XDG_STATE_HOME": str(self.folder / "state"),
            # Python keeps compiled modules, so only the very first start compiles; here, for this run alone.
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }
