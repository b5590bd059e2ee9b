"""What one round of training goes through: so much of each set, in paragraphs of a few sentences, in an order of its own."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from spacy.util import registry

from triage.facts.training import sources
from triage.facts.training.ledes import ledes as first_sentences
from triage.facts.training.sample import example
from triage.facts.training.variety import varied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language
    from spacy.training import Example

    from triage.facts.training.sample import Sample
    from triage.facts.training.sources import Paragraph

LONGEST = 4
"""Sentences of a paragraph that are learnt from together, at most."""


@dataclass(frozen=True, slots=True)
class Set:
    """One public set: its files under the corpora's folder, how to read them, how often a round has each paragraph."""

    files: tuple[str, ...]
    read: Callable[[Path], list[Paragraph]]
    times: float


NEWS = ("ner/gmb.train.conll.gz",)

TRAIN = (
    Set(("trees/en_ewt-ud-train.conllu.gz", "trees/en_ewt-ud-test.conllu.gz"), sources.parsed, 1.0),
    Set(NEWS, sources.named, 0.25),
    Set(("ner/wikigold.all.conll.gz",), sources.named, 2.0),
    Set(("ner/wnut17.train.conll.gz",), sources.named, 0.3),
    Set(("ner/uner_ewt.test.conll.gz", "ner/uner_ewt.dev.conll.gz"), sources.named, 2.0),
    Set(tuple(f"ner/crossner_politics.{part}.conll.gz" for part in ("train", "dev", "test")), sources.named, 2.0),
    Set(tuple(f"ner/meantime.{part}.conll.gz" for part in ("airbus", "apple", "gm", "stock")), sources.named, 2.0),
)
"""GMB is large, its tags a machine's, and one broadcaster's: a quarter of it a round, the small gold sets more often."""

CHECK = (
    Set(("trees/en_ewt-ud-dev.conllu.gz",), sources.parsed, 1.0),
    Set(("ner/gmb.dev.conll.gz",), sources.named, 0.2),
)
"""What the rounds are compared on; nothing here is trained on."""

OWN_TIMES = 5.0
"""How often a round has each of our own sentences."""


@registry.readers("triage.rounds.v1")  # type: ignore[untyped-decorator]  # spaCy's registry has no types
def rounds(corpora: str, seed: int, ledes: int = 0) -> Callable[[Language], Iterator[Example]]:
    """A reader for spaCy's training: each call is another round.

    `ledes` is how many news sentences are learnt from with the trees that the pipeline gives them before the first round, half
    of them a round: for one that learns on, as one that has learnt nothing has no opinion.
    """
    past: list[int] = []
    news: list[Paragraph] = []

    def one_round(nlp: Language) -> Iterator[Example]:
        past.append(1)
        random = Random(f"{seed} {len(past)}")  # noqa: S311 - an order to learn in, no secret
        if ledes and not news:
            news.extend((one,) for one in first_sentences(nlp, _news(corpora, seed), ledes))
        groups = [group for one in TRAIN for group in _some(_all(one, corpora), one.times, random)]
        groups += _some(sources.own(nlp), OWN_TIMES, random) + _some(news, 0.5, random)
        random.shuffle(groups)
        for group in groups:
            yield example(nlp, [varied(one, random) for one in group])

    return one_round


@registry.readers("triage.check.v1")  # type: ignore[untyped-decorator]  # spaCy's registry has no types
def check(corpora: str) -> Callable[[Language], Iterator[Example]]:
    """The reader of what rounds are compared on."""

    def examples(nlp: Language) -> Iterator[Example]:
        random = Random(0)  # noqa: S311 - the same part each time
        for one in CHECK:
            for group in _some(_all(one, corpora), one.times, random):
                yield example(nlp, group)

    return examples


def _news(corpora: str, seed: int) -> list[Sample]:
    """The sentences of the news set, in an order of their own."""
    sentences = [one for name in NEWS for paragraph in sources.named(Path(corpora) / name) for one in paragraph]
    Random(seed).shuffle(sentences)  # noqa: S311 - an order to learn in, no secret
    return sentences


def _all(one: Set, corpora: str) -> list[Paragraph]:
    return [paragraph for name in one.files for paragraph in one.read(Path(corpora) / name)]


def _some(paragraphs: Sequence[Paragraph], times: float, random: Random) -> list[Sequence[Sample]]:
    """Each paragraph `times` times, in pieces of a few sentences that differ each time; a fraction is each piece's chance,
    as a set without documents is one long paragraph."""
    pieces: list[Sequence[Sample]] = []
    for paragraph in paragraphs:
        for turn in range(ceil(times)):
            at = 0
            while at < len(paragraph):
                size = random.randint(1, LONGEST)
                if random.random() < times - turn:
                    pieces.append(paragraph[at : at + size])
                at += size
    return pieces
