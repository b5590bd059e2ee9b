"""The program against libraries that read dates, sums of money and quantities, on the same annotated files.

    python -m tests.libraries [DATA...]

DATA are annotated files or folders, as for `triage evaluate`; the dev stories of this project if none is named. A library
that is not installed is left out, and how to install it is said: none is a dependency of the program. Each reads the
paragraphs that the program reads and knows the story's day.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tests.libraries import contest
from tests.libraries.reading import Contestant, facts
from triage.errors import ReadError
from triage.evaluation.reading import read, sources
from triage.evaluation.report import Table
from triage.facts.run import Extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.libraries.contest import Result
    from triage.model.fact import Fact, FactKind
    from triage.model.story import Story

    Finder = Callable[[Story], Iterable[Fact]]

_LIBRARIES = ("of_dateparser", "of_parsedatetime", "of_recognizers", "of_quantulum3")
_OWN = Path(__file__).parents[1] / "corpus" / "dev"


def main() -> int:
    """Print one row for each set, kind, way of scoring and contestant, the best first."""
    parser = argparse.ArgumentParser(prog="python -m tests.libraries", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="*", type=Path, default=[_OWN])
    contestants = list(_contestants())
    rows: list[Result] = []
    for path in parser.parse_args().data:
        try:
            every = [read(one) for one in sources(path)[0]]
        except ReadError as error:
            print(f"{error.message}. {error.hint}", file=sys.stderr)
            return 2
        for annotated in every:
            for name, kinds, find in contestants:
                print(f"{annotated.name}: {name}", file=sys.stderr)
                rows += contest.results(annotated, name, kinds, find)
    print(*_table(rows).lines(), sep="\n")
    return 0


def _contestants() -> Iterable[tuple[str, Sequence[FactKind], Finder]]:
    extraction = Extraction(None)
    yield "triage", contest.KINDS, lambda story: extraction.facts(story).facts
    for module in _LIBRARIES:
        library = cast("Contestant", import_module(f"tests.libraries.{module}"))
        try:
            reader = library.reader()
        except ImportError:
            print(f"{library.NAME} is left out: pip install {library.PACKAGE}", file=sys.stderr)
            continue
        yield library.NAME, library.KINDS, partial(facts, read=reader)


def _table(rows: Sequence[Result]) -> Table:
    ordered = sorted(rows, key=lambda one: (one.dataset, one.kind, one.by, -one.tally.f1))
    columns = ("set", "kind", "by", "contestant", "gold", "given", "right", "precision", "recall", "f1", "cpu seconds")
    cells = [
        (one.dataset, one.kind.value, one.by, one.contestant, one.tally.gold, one.tally.given, one.tally.right,
         one.tally.precision, one.tally.recall, one.tally.f1, round(one.seconds, 1))
        for one in ordered
        if one.tally.gold
    ]  # fmt: skip
    return Table("libraries", columns, tuple(cells))


if __name__ == "__main__":
    sys.exit(main())
