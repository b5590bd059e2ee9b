"""How fast the program is for the person in front of it, as one table.

    python -m tests.bench [--quick] [--only NAME] [--stories FOLDER] ...

Run it in a clone, with the extra `dev` installed. Everything is measured from outside: the program runs on a
pseudo-terminal, keys are typed there, what it writes is replayed on an emulated screen, and a key's latency is the time from
its press until the row that it concerns has changed on that screen. In the same run, and taking turns with it, the least
that Textual can do is measured: an app that shows one word, and a list drawn line by line. Machines differ and have moods, so
it is the ratio of the two that has a bound. A bound that is missed is marked; nothing fails by it.

The stories are invented by a seeded generator, or taken from a folder of your own text files as far as that reaches.
Desks, index and settings are in a temporary folder, or with `--desks` in one that is kept for other runs of the same
sizes; nothing of yours is read or written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.bench import QUICK, Bench, Scale
from tests.bench.figure import Figure, heading
from tests.bench.measures import burst, day, facts, first, keys, scale, slow, starts, traffic, views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEASURES: dict[str, tuple[str, Callable[[Bench], list[Figure]]]] = {
    "starts": ("Start, to a usable list", starts.measure),
    "first": ("First start", first.measure),
    "keys": ("Keys, the facts worker busy", keys.measure),
    "views": ("Views, search, long stories", views.measure),
    "scale": ("Piles of three sizes", scale.measure),
    "burst": ("A burst of new files", burst.measure),
    "facts": ("Facts", facts.measure),
    "day": ("A day of facts", day.measure),
    "slow": ("On a slow line: 200 ms there and back, 9,600 bytes a second", slow.measure),
    "traffic": ("Sent to the terminal", traffic.measure),
}


def main() -> int:
    """Measure what is asked for, and print the table as it grows."""
    given = _arguments()
    began = time.monotonic()

    def say(words: str) -> None:
        print(f"[{time.monotonic() - began:5.0f} s] {words}", file=sys.stderr, flush=True)

    with _folder(given.desks) as folder:
        os.environ["TRIAGE_CACHE"] = str(folder / "cache")
        bench = Bench(folder, _scale(given), given.stories, say)
        print(f"  {heading()}", flush=True)
        for name in given.only or MEASURES:
            title, measure = MEASURES[name]
            say(f"measuring: {name}")
            print("", title, *(f"  {figure.line()}" for figure in measure(bench)), sep="\n", flush=True)
    return 0


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """The folder for desks, index and settings: one that is kept, or one that goes."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="triage-bench-") as folder:
        yield Path(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small piles and few rounds: a look, not a measurement")
    parser.add_argument("--only", action="append", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--stories", type=Path, metavar="FOLDER", help="text files to fill the inboxes with")
    parser.add_argument(
        "--desks", type=Path, metavar="FOLDER", help="keep the desks there, and use those that are there"
    )
    sizes = parser.add_argument_group("sizes", "each in place of the default, or of what --quick makes of it")
    for one in fields(Scale):
        sizes.add_argument(f"--{one.name.replace('_', '-')}", type=int, metavar="N", help=f"{one.default}")
    return parser.parse_args()


def _scale(given: argparse.Namespace) -> Scale:
    wanted = {one.name: getattr(given, one.name) for one in fields(Scale) if getattr(given, one.name) is not None}
    return replace(QUICK if given.quick else Scale(), **wanted)


if __name__ == "__main__":
    sys.exit(main())
