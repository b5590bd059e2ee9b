"""Scores the program against the gold set: `python tests/corpus/score.py [dev|held] [--errors]`.

The whole path is run, files read by ingest and facts found by our own pipeline. `found` counts facts that are the right
thing (the same name, or the same words in the text), `whole` those whose every value is right too; capitals make no
difference. Behind them stands, of what was found, the share that has each part of the value right. What the gold set
calls open counts neither way. `--errors` says which facts were missed, false, or right with
another value; it is refused for the half that is held back.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage.facts.run import Extraction
from triage.ingest.reader import Origin
from triage.ingest.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triage.model.fact import Fact

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, of the gold set or the program's: every way to name it, and its value in normal form."""

    kind: str
    text: str
    names: frozenset[str]
    value: tuple[tuple[str, object], ...]


@dataclass(slots=True)
class Tally:
    """Counts for one kind, and the lines that `--errors` prints."""

    gold: int = 0
    given: int = 0
    found: int = 0
    whole: int = 0
    parts: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


def plain(text: object) -> str:
    """A text without the accidents of writing: capitals, line ends, curly marks."""
    return " ".join(str(text).translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}).casefold().split())


def row(kind: str, texts: Iterable[str], value: Mapping[str, Any]) -> Row:
    """The row of a fact that the story states in those words."""
    texts = list(texts)
    named = [name for name in (value.get("name"), value.get("content")) if name]
    normal = tuple((key, plain(one) if isinstance(one, str) else one) for key, one in sorted(value.items()))
    return Row(kind, texts[0], frozenset(plain(one) for one in (*texts, *named)), normal)


def gold_rows(given: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Rows of a list in a gold file."""
    return [row(one["kind"], [one["text"]], one["value"]) for one in given]


def fact_rows(facts: Iterable[Fact], text: str) -> list[Row]:
    """Rows of what the program found in a story of that text."""
    return [row(one.kind.value, [span.of(text) for span in one.mentions], one.value) for one in facts]


def pairs(gold: list[Row], found: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Which fact is which: first those of the same value, then those of the same name; every row at most once."""
    left, rest = list(gold), list(found)
    for same in (lambda one, other: one.value == other.value, lambda one, other: bool(one.names & other.names)):
        for one in list(left):
            other = next((each for each in rest if each.kind == one.kind and same(one, each)), None)
            if other is not None:
                left.remove(one)
                rest.remove(other)
                yield one, other


def score(name: str, gold: list[Row], open_: list[Row], found: list[Row], tallies: dict[str, Tally]) -> None:
    """Counts one story."""
    matched = list(pairs(gold, found))
    rest = [one for one in found if one not in [other for _, other in matched]]
    spared = [other for _, other in pairs(open_, rest)]
    for one in gold:
        tallies[one.kind].gold += 1
    for one in found:
        tallies[one.kind].given += one not in spared
    for one, other in matched:
        tally = tallies[one.kind]
        tally.found += 1
        tally.whole += one.value == other.value
        given = dict(other.value)
        for key, wanted in one.value:
            tally.parts[key] = tally.parts.get(key, 0) + (given.get(key) == wanted)
        if one.value != other.value:
            tally.errors.append(f"{name}  other value  {one.text!r} {dict(one.value)}\n    given {dict(other.value)}")
    for one in gold:
        if one not in [each for each, _ in matched]:
            tallies[one.kind].errors.append(f"{name}  missed  {one.text!r} {dict(one.value)}")
    for one in rest:
        if one not in spared:
            tallies[one.kind].errors.append(f"{name}  false  {one.text!r} {dict(one.value)}")


def rates(right: int, given: int, gold: int) -> str:
    """Precision, recall and F1 as columns."""
    precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:6.2f}{recall:6.2f}{both:6.2f}"


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The lines of the table, one a kind and one for all."""
    yield f"{'kind':14}{'gold':>5}{'given':>6}   found: P     R    F1   whole: P     R    F1   parts"
    every = Tally()
    for kind, one in sorted(tallies.items()):
        for name in ("gold", "given", "found", "whole"):
            setattr(every, name, getattr(every, name) + getattr(one, name))
        yield _line(kind, one)
    yield _line("all", every)


def _line(kind: str, one: Tally) -> str:
    found, whole = (rates(right, one.given, one.gold) for right in (one.found, one.whole))
    parts = "  ".join(f"{key} {right / one.found:.2f}" for key, right in one.parts.items())
    return f"{kind:14}{one.gold:5}{one.given:6}   {found}   {whole}   {parts}".rstrip()


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Score the program against the gold set.")
    parser.add_argument("half", nargs="?", choices=("dev", "held"), default="dev")
    parser.add_argument("--errors", action="store_true", help="list what is wrong, for dev alone")
    options = parser.parse_args()
    if options.errors and options.half == "held":
        parser.error("the stories held back are not looked into: no rule may be made for one of them")
    extraction = Extraction()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in sorted((HERE / options.half).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        source = path.parent / gold["story"]
        # As it would lie in an inbox: the file came on the story's own day.
        arrived = dt.datetime.fromisoformat(gold["date"]).replace(hour=12, tzinfo=dt.UTC)
        (story,) = read(source.read_bytes(), Origin(source.name, arrived))
        found = fact_rows(extraction.facts(story).facts, story.text)
        score(path.stem, gold_rows(gold["facts"]), gold_rows(gold.get("open", [])), found, tallies)
    print("\n".join(table(tallies)))
    if options.errors:
        for kind, tally in sorted(tallies.items()):
            print(f"\n{kind}", *tally.errors, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
