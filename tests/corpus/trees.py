"""How well the shipped pipeline parses treebanks: `python -m tests.corpus.trees FILE.conllu.gz ...`.

Tags, lemmas, and attachment with punctuation left out, over the tokens that the pipeline makes of the text as the treebank does.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.scorer import Scorer

from triage.facts import pipeline
from triage.facts.training import sources
from triage.facts.training.sample import example

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.training import Example

TOGETHER = 4
"""Sentences that stand in one text."""


def main() -> None:
    """Print a line a treebank."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.trees", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    for path in parser.parse_args().files:
        examples = _examples(path)
        found = Scorer.score_deps(examples, "dep", getter=_value, head_attr="head", ignore_labels=("punct",))
        for what in ("tag", "lemma"):
            found |= Scorer.score_token_attr(examples, what, getter=_value)
        names = {"tag_acc": "tags", "lemma_acc": "lemmas", "dep_uas": "attached", "dep_las": "attached and labelled"}
        print(path.name, *(f"{name} {100 * found[key]:.1f}" for key, name in names.items()), sep="  ")


def _examples(path: Path) -> list[Example]:
    nlp = pipeline.load(None)
    examples = []
    for paragraph in sources.parsed(path):
        for at in range(0, len(paragraph), TOGETHER):
            one = example(nlp, paragraph[at : at + TOGETHER])
            one.predicted = nlp(one.reference.text)
            examples.append(one)
    return examples


def _value(token: Token, name: str) -> Any:
    match name:
        case "dep" | "tag":
            return getattr(token, f"{name}_")
        case "lemma":
            return token.lemma_.lower()
    return getattr(token, name)


if __name__ == "__main__":
    main()
