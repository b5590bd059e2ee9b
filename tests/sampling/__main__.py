"""`python -m tests.sampling KIND CORPUS [--seed N] [--count 100]`: facts drawn at random, each with its sentence.

KIND is a kind of fact, or "references" for pronouns and descriptions with what they are said to mean.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sampling.stories import stories, texts
from triage.facts.coreference import references
from triage.facts.run import Extraction
from triage.facts.sentences import sentence_at
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.fact import Span
    from triage.model.story import Story

REFERENCES = "references"
_STORIES = 4
"""Stories that are read for each fact that is wanted."""


def main() -> None:
    """Print the sample, each fact numbered: its sentence with the words that say it in brackets, then its value."""
    given = _arguments()
    chance = random.Random(given.seed)
    corpora = [one for path in given.corpus for one in texts(path)]
    chosen = chance.sample(corpora, min(len(corpora), _STORIES * given.count))
    extraction = Extraction(given.pipeline)
    found: list[str] = []
    for name, source in chosen:
        for story in stories(name, source):
            found += _shown(given.kind, story, extraction)
        if len(found) > 5 * given.count:
            break
    for number, one in enumerate(chance.sample(found, min(len(found), given.count)), start=1):
        print(f"{number:3}  {one}\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.sampling", description=__doc__)
    parser.add_argument("kind", choices=[*(kind.value for kind in FactKind), REFERENCES])
    parser.add_argument("corpus", type=Path, nargs="+", help="a folder, a tar archive or a file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--pipeline")
    return parser.parse_args()


def _shown(kind: str, story: Story, extraction: Extraction) -> Iterator[str]:
    if kind == REFERENCES:
        doc = extraction.annotated(story)
        for one in references(doc, story):
            yield _in_sentence(story.text, sentence_at(doc, one.span.start), one.span, f"{one.entity.name}  [{one.by}]")
        return
    for fact in extraction.facts(story).facts:
        if fact.kind.value == kind:
            value = {key: part for key, part in fact.value.items() if part not in (None, False)}
            told = f"{value}  [{fact.provenance.by} {fact.provenance.confidence}]"
            yield _in_sentence(story.text, fact.sentence, fact.mentions[0], told)


def _in_sentence(text: str, sentence: Span, span: Span, told: str) -> str:
    marked = f"{text[sentence.start : span.start]}[{span.of(text)}]{text[span.end : sentence.end]}"
    return f"{' '.join(marked.split())}\n     {told}"


if __name__ == "__main__":
    main()
