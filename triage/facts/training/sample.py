"""A sample: one sentence with what is known of it, however little that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.training import Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Tree:
    """A word's place in its sentence: `head` is the index of the word that it hangs on, its own for the root."""

    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Words, whether a space follows each, and what is known of them.

    `entities` has for each word "O", "B-LABEL" or "I-LABEL", or None where its set does not say; None for a set without
    entities. `trees` has one for each word, or is None.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    entities: tuple[str | None, ...] | None = None
    trees: tuple[Tree, ...] | None = None


def example(nlp: Language, samples: Sequence[Sample]) -> Example:
    """The samples, which follow each other in one text and know the same of their words, as spaCy trains on them."""
    words = [word for one in samples for word in one.words]
    spaces = [space for one in samples for space in (*one.spaces[:-1], True)]
    known = Doc(nlp.vocab, words, spaces, **_trees(samples), ents=_entities(samples))  # type: ignore[arg-type]  # spaCy's stub knows no None among `ents`
    return Example(nlp.make_doc(known.text), known)


def _entities(samples: Sequence[Sample]) -> list[str | None] | None:
    """The entities; None, which teaches the recogniser nothing, when no sample has them."""
    if all(one.entities is None for one in samples):
        return None
    return [tag for one in samples for tag in one.entities or (None,) * len(one.words)]


def _trees(samples: Sequence[Sample]) -> dict[str, list[str] | list[int]]:
    if any(one.trees is None for one in samples):
        return {}
    trees = [tree for one in samples for tree in one.trees or ()]
    heads: list[int] = []
    for one in samples:
        first = len(heads)
        heads += [first + tree.head for tree in one.trees or ()]
    return {
        "tags": [tree.tag for tree in trees],
        "pos": [tree.pos for tree in trees],
        "morphs": [tree.morph for tree in trees],
        "lemmas": [tree.lemma for tree in trees],
        "deps": [tree.dep for tree in trees],
        "heads": heads,
    }
