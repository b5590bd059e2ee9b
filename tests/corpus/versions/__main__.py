"""How well the versions of a story are told from different stories: precision and recall over labelled pairs.

    python -m tests.corpus.versions [--errors] [FOLDER ...]

Each file holds stories that could be taken for one another, each below a line `=== LABEL`. Two with the same label are versions
of one story, two with different labels are not; every pair within a file counts. A pair counts as joined when the two end up
in one chain, over whatever is between them, found as the program finds it: through the index's clues. `tuned/` is what the
thresholds were set on; `checked/` was written afterwards and is only measured.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from triage.index import Index
from triage.ingest.inbox import read_file, scan
from triage.work.chaining import Chaining

HERE = Path(__file__).parent


class Pair(NamedTuple):
    """Two stories of a file, by headline; whether they are versions of one, and whether they were joined."""

    file: str
    one: str
    other: str
    true: bool
    joined: bool


def main() -> int:
    """Print a line a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.versions", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE / "tuned", HERE / "checked"])
    parser.add_argument("--errors", action="store_true", help="name the pairs that are wrong")
    given = parser.parse_args()
    print(f"{'':10}{'pairs':>7}{'versions':>10}{'joined':>8}{'right':>7}{'precision':>11}{'recall':>8}")
    for folder in given.folders:
        found = pairs(folder)
        true, joined = sum(pair.true for pair in found), sum(pair.joined for pair in found)
        right = sum(pair.true and pair.joined for pair in found)
        precision, recall = right / joined if joined else 1.0, right / true if true else 1.0
        print(f"{folder.name:10}{len(found):7}{true:10}{joined:8}{right:7}{precision:11.3f}{recall:8.3f}")
        for pair in found if given.errors else ():
            if pair.true != pair.joined:
                print(f"  {'missed' if pair.true else 'WRONG'}  {pair.file}: {pair.one} | {pair.other}")
    return 0


def pairs(folder: Path) -> list[Pair]:
    """All pairs of all files in `folder`, each file an inbox of its own."""
    return [pair for file in sorted(folder.glob("*.txt")) for pair in _pairs_of(file)]


def _pairs_of(file: Path) -> list[Pair]:
    stories = [part.partition("\n") for part in ("\n" + file.read_text("utf-8")).split("\n=== ")[1:]]
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder, "inbox")
        inbox.mkdir()
        for n, (_, _, text) in enumerate(stories):
            (inbox / f"{n}.txt").write_text(text, "utf-8")
        index = Index.open(Path(folder, "index.sqlite"), write=True)
        index.put_files([read_file(inbox, seen) for seen in scan(inbox)], "")
        chaining = Chaining(index)
        while chaining.slice() is not None:
            pass
        entries = sorted(index.entries(index.ids(every_version=True)), key=lambda entry: int(entry.path[:-4]))
        index.close()
    return [
        Pair(file.name, one.headline, other.headline, stories[a][0] == stories[b][0], one.chain == other.chain)
        for (a, one), (b, other) in combinations(enumerate(entries), 2)
    ]


if __name__ == "__main__":
    sys.exit(main())
