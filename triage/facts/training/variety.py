"""Variety that the sets lack: other names in the same sentences, and the capitals of headlines.

A recogniser trained on one agency's copy knows the names of its years. What it shall learn is where a name stands: so persons,
places and organizations get other names, from the lists, or made of the halves of two listed ones, which no list knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.gazetteer import gazetteer
from triage.facts.lexicon import rows
from triage.facts.training.labels import COUNTRY, ORG, PERSON, PLACE, TEAM, WEAPON
from triage.facts.training.ledes import dated
from triage.facts.training.spacing import spaces
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from triage.facts.training.sample import Sample


_FIRMS = ("Group", "Holdings", "Energy", "Motors", "Bank", "Systems", "Foods", "Steel", "Airlines", "Pharma")
"""What an organization's invented name may end in, as often as it stands alone."""

_CLUBS = (
    "United",
    "City",
    "FC",
    "Rovers",
    "Town",
    "Athletic",
    "Sporting",
    "Dynamo",
    "Real",
    "Athletico",
    "Rangers",
    "Wanderers",
)
"""What a team's name may have beside its city's."""

_INITIALS = "AAABBCCCDDEEFFGHIIJKLLMMNNNOPPPRRSSSTTUUVWZ"
"""The letters of acronyms, about as often as they stand there."""

_DATED = 0.5
"""The share of the sentences with trees in which a day is put before a verb, of those in which there is room for one."""

_BEGIN = ("Sporting", "Dynamo", "Real", "Athletico")


@dataclass(frozen=True, slots=True)
class Names:
    """Names to put in the place of others, each list in a fixed order so that a seed decides."""

    given: Sequence[str]
    family: Sequence[str]
    places: Sequence[str]
    towns: frozenset[str]
    countries: Sequence[str]
    weapons: Sequence[str]


@cache
def names() -> Names:
    """The names of the lexicons, and the larger cities."""
    words = vocabulary()
    cities = [name for name, found in gazetteer().cities.items() if found[0].people > 200_000]
    plain = frozenset(name for name in cities if name.isalpha() and name.istitle())
    return Names(
        given=sorted(words.given),
        family=sorted(words.family),
        places=sorted(plain),
        towns=plain - words.given - gazetteer().places.keys(),
        countries=sorted(set(gazetteer().countries.values())),
        weapons=[row[0] for row in rows("weapons")],
    )


def varied(sample: Sample, random: Random) -> Sample:
    """The sample with some of its names exchanged, or in capitals; most often as it is. One that has trees gets a day."""
    if sample.trees is not None:
        return dated(sample, random) if random.random() < _DATED else sample
    if sample.entities is None:
        return sample
    sample = _played(sample, random)
    draw = random.random()
    if draw < 0.4:
        return _renamed(sample, random)
    if draw < 0.43:
        return replace(sample, words=tuple(word.upper() for word in sample.words))
    if draw < 0.46:
        return replace(sample, words=tuple(word[:1].upper() + word[1:] for word in sample.words))
    return sample


def _renamed(sample: Sample, random: Random) -> Sample:
    """The sample with other names, as far as each sort of name is exchanged."""
    return _exchanged(sample, lambda name, label: (_another(name, label, random), label))


def _played(sample: Sample, random: Random) -> Sample:
    """The sample with its teams and the countries that play as organizations and places, nearly all under other names: where
    results are told a city's name is that of its team, and a country stays a country."""
    if not {f"B-{TEAM}", f"B-{COUNTRY}"} & set(sample.entities or ()):
        return sample
    return _exchanged(sample, lambda name, label: _side(name, label, random))


def _side(name: Sequence[str], label: str, random: Random) -> tuple[Sequence[str], str]:
    if label not in (TEAM, COUNTRY):
        return name, label
    ours = ORG if label == TEAM else PLACE
    if random.random() < 0.25:
        return name, ours
    if label == COUNTRY:
        other = random.choice(names().countries).split()
    else:
        other = [random.choice(names().places) if random.random() < 0.8 else _one_of(names().places, random)]
        if random.random() < 0.2:
            word = random.choice(_CLUBS)
            other = [word, *other] if word in _BEGIN else [*other, word]
    return [word.upper() for word in other] if name[0].isupper() and len(name[0]) > 3 else other, ours


def _exchanged(sample: Sample, other: Callable[[Sequence[str], str], tuple[Sequence[str], str]]) -> Sample:
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
        name, label = other(sample.words[at:end], tag[2:])
        words += name
        tags += [f"B-{label}", *[f"I-{label}"] * (len(name) - 1)]
        at = end
    if len(words) == len(sample.words):
        return replace(sample, words=tuple(words), entities=tuple(tags))
    return replace(sample, words=tuple(words), entities=tuple(tags), spaces=spaces(words))


def _another(name: Sequence[str], label: str, random: Random) -> Sequence[str]:
    lists = names()
    if label == PERSON and len(name) == 2:
        return _one_of(lists.given, random), _one_of(lists.family, random)
    if label == PERSON and len(name) == 1:
        return (_one_of(lists.family, random),)
    if label == PLACE and len(name) == 1 and random.random() < 0.3:
        return (_one_of(lists.places, random),)
    if label == ORG and len(name) == 1 and not name[0].isupper() and random.random() < 0.5:
        invented = _spliced(random.choice((lists.family, lists.places)), random)
        return (invented,) if random.random() < 0.5 else (invented, random.choice(_FIRMS))
    if label == ORG and len(name) == 1 and name[0].isupper() and name[0].isalpha() and 2 < len(name[0]) < 6:
        return ("".join(random.choice(_INITIALS) for _ in name[0]),) if random.random() < 0.4 else name
    if label == ORG and len(name) > 1 and random.random() < 0.6:
        return [_one_of(lists.places, random) if word in lists.towns else word for word in name]
    if label == WEAPON and random.random() < 0.6:
        return random.choice(lists.weapons).split()
    return name


def _one_of(known: Sequence[str], random: Random) -> str:
    """A name of the list, or one like them that is in none."""
    return random.choice(known) if random.random() < 0.5 else _spliced(known, random)


def _spliced(known: Sequence[str], random: Random) -> str:
    """The beginning of one name and the end of another: "Kowa" and "lainen"."""
    first, second = random.choice(known), random.choice(known)
    return (first[: len(first) // 2 + 1] + second[len(second) // 2 :].lower()).strip("-'’ ")
