"""Findings drawn at random from a corpus, each in its context.

    python -m tests.sampling WHAT CORPUS... [--seed N] [--count N] [--stories N]

WHAT is a module beside this one that has `findings`; CORPUS a folder, a file, or a .tar.gz of text files or of Reuters-21578's
SGML. `--stories` of them are drawn first, then `--count` of all that is found in these: the same ones for the same seed and
program. Nothing is written down: corpora may not be copied.
"""

from __future__ import annotations

import argparse
import random
import sys
from importlib import import_module
from pathlib import Path

from tests.sampling.corpora import texts, told
from triage.facts.run import Extraction

BEFORE, BEHIND = 700, 160
"""Characters of the story that are shown around a finding."""


def main() -> int:
    """Draw and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.sampling", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("what")
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--stories", type=int, default=250)
    parser.add_argument("--before", type=int, default=BEFORE)
    asked = parser.parse_args()
    findings = import_module(f"tests.sampling.{asked.what}").findings
    draw = random.Random(asked.seed)
    every = sorted(text for corpus in asked.corpus for text in texts(corpus))
    extraction = Extraction()
    found = []
    for name, text in draw.sample(every, min(asked.stories, len(every))):
        story = told(name, text)
        if story is not None:
            found += [(story, span, claim) for span, claim in findings(extraction, story)]
    print(f"{len(found)} found; {min(asked.count, len(found))} drawn\n", file=sys.stderr)
    for number, (story, span, claim) in enumerate(draw.sample(found, min(asked.count, len(found))), start=1):
        before = story.text[max(0, span.start - asked.before) : span.start]
        behind = story.text[span.end : span.end + BEHIND]
        print(f"#{number}  {story.path}  {span.start}-{span.end}  {claim}\n{before}[[{span.of(story.text)}]]{behind}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
