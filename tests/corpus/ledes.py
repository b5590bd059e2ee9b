"""How many ledes of the wire's usual shapes lose their event: `python -m tests.corpus.ledes [--missed]`.

Actors and deeds are put into sentences of each shape. An event counts as found when action, actor and target are right.
"""

from __future__ import annotations

import argparse
import datetime as dt
from itertools import product
from typing import NamedTuple

from triage.facts.run import Extraction
from triage.ingest.reader import Origin
from triage.ingest.readers import read_each
from triage.model.fact import FactKind

ORIGIN = Origin("lede.txt", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))


class Deed(NamedTuple):
    """A verb and what follows it; the action that it is, and how the target ends (None: an object is enough)."""

    verb: str
    object: str
    action: str
    target: str | None


ACTORS = {
    "Israel": "Israel",
    "The European Union": "European Union",
    "Russian President Vladimir Putin": "Vladimir Putin",
    "Taliban fighters": "Taliban fighters",
    "The U.S. Treasury": "Treasury Department",
    "Germany's Foreign Minister Lena Kraus": "Lena Kraus",
    "South Korean prosecutors": "prosecutors",
    "Ukraine's army": "army",
}
DEEDS = (
    Deed("imposed", "sanctions on Iran", "impose", "Iran"),
    Deed("attacked", "a convoy near the border", "attack", "convoy"),
    Deed("arrested", "two suspects", "arrest", "suspects"),
    Deed("accused", "Moscow of sabotage", "accuse", "Moscow"),
    Deed("signed", "a trade deal with Japan", "sign", "Japan"),
    Deed("killed", "three militants", "kill", "militants"),
    Deed("rejected", "the proposal", "reject", "proposal"),
    Deed("expelled", "four diplomats", "expel", "diplomats"),
    Deed("condemned", "the raid", "condemn", None),
    Deed("approved", "the sale of 12 jets", "approve", None),
)
SHAPES = (
    "{A} {V} {O}.",
    "{A} on Tuesday {V} {O}.",
    "{A} Tuesday {V} {O}.",
    "{A} {V} {O} on Tuesday, officials said.",
    "{A} on Tuesday {V} {O}, officials said on Wednesday.",
    "{A} {V} {O} early on Tuesday in a move that angered allies.",
    "{A} has {V} {O}, a spokeswoman said.",
    "Officials said {a} {V} {O} on Tuesday.",
    "The ministry said on Tuesday that {a} had {V} {O}.",
    "{A}, citing security concerns, {V} {O} on Tuesday.",
    "{A} {V} {O} on Tuesday after weeks of talks in Geneva.",
    "Hours after the talks ended, {a} {V} {O}.",
    "{A} {V} {O} and warned of more steps on Tuesday.",
    "{A} late on Monday {V} {O} in a surprise step, state media reported.",
    "{A} on Nov. 24 {V} {O}.",
    "{A} this week {V} {O}.",
    "{A} also {V} {O}, according to the ministry.",
)


def main() -> None:
    """Print the misses of each shape."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.ledes", description=__doc__)
    parser.add_argument("--missed", action="store_true", help="the sentences too")
    missed_too = parser.parse_args().missed
    extraction = Extraction()
    total = 0
    for shape in SHAPES:
        missed = [text for text, found in _tried(extraction, shape) if not found]
        total += len(missed)
        print(f"{len(missed):4} of {len(ACTORS) * len(DEEDS)}  {shape}")
        for text in missed if missed_too else ():
            print("            ", text)
    print(f"{total:4} of {len(ACTORS) * len(DEEDS) * len(SHAPES)}")


def _tried(extraction: Extraction, shape: str) -> list[tuple[str, bool]]:
    tried = []
    for (words, actor), deed in product(ACTORS.items(), DEEDS):
        inside = f"the{words[3:]}" if words.startswith("The ") else words
        text = shape.format(A=words, a=inside, V=deed.verb, O=deed.object)
        (story,), _ = read_each(f"Headline\n\n{text}\n".encode(), ORIGIN)
        events = [fact.value for fact in extraction.facts(story).facts if fact.kind is FactKind.EVENT]
        tried.append((text, any(_is_told(deed, actor, event) for event in events)))
    return tried


def _is_told(deed: Deed, actor: str, event: dict[str, object]) -> bool:
    right = event["action"] == deed.action and str(event["actor"] or "").endswith(actor)
    return right and (deed.target is None or str(event["target"] or "").endswith(deed.target))


if __name__ == "__main__":
    main()
