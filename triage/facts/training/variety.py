"""Variety that the sets lack: other names in the same sentences, and the capitals of headlines.

A recogniser trained on one agency's copy knows the names of its years. What it shall learn is where a name stands. Places
are left alone: with rare ones in their stead it took every rare word for a place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows
from triage.facts.training.labels import PERSON, WEAPON
from triage.facts.training.spacing import spaces
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from triage.facts.training.sample import Sample


@dataclass(frozen=True, slots=True)
class Names:
    """Names to put in the place of others, each list in a fixed order so that a seed decides."""

    given: Sequence[str]
    family: Sequence[str]
    weapons: Sequence[str]


@cache
def names() -> Names:
    """The names of the lexicons."""
    words = vocabulary()
    return Names(
        given=sorted(words.given),
        family=sorted(words.family),
        weapons=[row[0] for row in rows("weapons")],
    )


def varied(sample: Sample, random: Random) -> Sample:
    """The sample with some of its names exchanged, or in capitals; most often as it is. Never one that has a tree."""
    if sample.entities is None or sample.trees is not None:
        return sample
    draw = random.random()
    if draw < 0.3:
        return _renamed(sample, random)
    if draw < 0.34:
        return replace(sample, words=tuple(word.upper() for word in sample.words))
    if draw < 0.37:
        return replace(sample, words=tuple(word[:1].upper() + word[1:] for word in sample.words))
    return sample


def _renamed(sample: Sample, random: Random) -> Sample:
    words: list[str] = []
    tags: list[str | None] = []
    entities = sample.entities or ()
    at = 0
    while at < len(sample.words):
        tag = entities[at]
        end = at + 1
        if tag is None or not tag.startswith("B-"):
            words.append(sample.words[at])
            tags.append(tag)
            at = end
            continue
        while end < len(entities) and entities[end] == f"I-{tag[2:]}":
            end += 1
        name = _another(sample.words[at:end], tag[2:], random)
        words += name
        tags += [tag, *[f"I-{tag[2:]}"] * (len(name) - 1)]
        at = end
    if len(words) == len(sample.words):
        return replace(sample, words=tuple(words), entities=tuple(tags))
    return replace(sample, words=tuple(words), entities=tuple(tags), spaces=spaces(words))


def _another(name: Sequence[str], label: str, random: Random) -> Sequence[str]:
    lists = names()
    if label == PERSON and len(name) == 2:
        return random.choice(lists.given), random.choice(lists.family)
    if label == PERSON and len(name) == 1:
        return (random.choice(lists.family),)
    if label == WEAPON:
        return random.choice(lists.weapons).split()
    return name
