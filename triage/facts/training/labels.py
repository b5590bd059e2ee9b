"""What each set's labels are called here, and what of its annotation is mended on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.gazetteer import gazetteer
from triage.facts.lexicon import words as listed
from triage.facts.vocabulary import EVENTS, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PERSON, ORG, PLACE, NATIONALITY, WEAPON, OTHER = "PERSON", "ORG", "PLACE", "NATIONALITY", "WEAPON", "OTHER"

TEAM, COUNTRY = "TEAM", "COUNTRY"
"""Marks of our own sentences for who plays: each round has others there, as ORG and PLACE."""

OURS: Mapping[str, str] = {
    "PER": PERSON, "per": PERSON, "person": PERSON, "politician": PERSON,
    "ORG": ORG, "org": ORG, "corporation": ORG, "group": ORG, "organisation": ORG, "politicalparty": ORG,
    "LOC": PLACE, "geo": PLACE, "location": PLACE, "country": PLACE,
    "gpe": NATIONALITY,  # GMB's "geopolitical entity" is nearly always a people or its adjective
    "MISC": OTHER, "misc": OTHER, "art": OTHER, "eve": OTHER, "nat": OTHER, "PRO": OTHER, "product": OTHER,
    "creative-work": OTHER, "event": OTHER, "election": OTHER,
}  # fmt: skip
"""Labels of the public sets. Those that are not here (dates, sums, GMB's "tim", stock indices) are left to rules: they teach "no name"."""

_HEADS = frozenset(("the", "The", "a", "A", "an"))
_GENITIVE = ("'s", "’s", "'")
_ROLES = listed(
    "president prime minister secretary senator general chairman king queen prince pope judge chancellor premier governor "
    "ambassador former vice deputy foreign defense defence interior finance leader spokesman spokeswoman director chief "
    "mr. mrs. ms. mr mrs ms dr. dr sheikh colonel captain major lieutenant sergeant admiral"
)


def mended(words: Sequence[str], tags: Sequence[str]) -> tuple[str | None, ...]:
    """The tags in our labels. Titles and articles leave the names that they stand before, peoples are told from countries,
    and a people's name that the set leaves unmarked (many do not mark them) is unknown rather than no name."""
    result: list[str | None] = ["O"] * len(words)
    for label, start, end in _spans(tags):
        ours = OURS.get(label)
        if ours is None:
            continue
        start, end = _trimmed(words, ours, start, end)
        if start == end:
            continue
        sort = _people(words[start:end], ours)
        for at in range(start, end):
            result[at] = None if sort is None else f"{'B' if at == start else 'I'}-{sort}"
    peoples = gazetteer().nationalities
    return tuple(None if tag == "O" and word in peoples else tag for word, tag in zip(words, result, strict=True))


def _spans(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    for at, tag in enumerate((*tags, "O")):
        if spans and spans[-1][2] == -1 and (not tag.startswith("I-") or tag[2:] != spans[-1][0]):
            spans[-1] = (spans[-1][0], spans[-1][1], at)
        if tag.startswith("B-") or (tag.startswith("I-") and not (spans and spans[-1][2] == -1)):
            spans.append((tag[2:], at, -1))
    return spans


def _trimmed(words: Sequence[str], label: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in _HEADS:
        start += 1
    if label == PERSON:
        titles = vocabulary().titles
        for size in range(min(5, end - start), 0, -1):
            if " ".join(words[start : start + size]).lower() in titles:
                start += size
                break
        while start < end and words[start].lower() in _ROLES:
            start += 1
    while end > start and words[end - 1] in _GENITIVE:
        end -= 1
    return start, end


def _people(words: Sequence[str], label: str) -> str | None:
    """The label of a name that may be a people's or a country's; None when the set cannot be believed about it."""
    name = " ".join(words)
    known = gazetteer()
    if label == ORG and words[-1] in EVENTS:
        return OTHER  # treaties and contests; GMB calls them organizations
    if (label == ORG and name in known.countries.values()) or any(char.isdigit() for char in name[:2]):
        return None
    if name in known.nationalities and label in (PLACE, NATIONALITY, OTHER):
        return NATIONALITY
    if label == NATIONALITY:
        return PLACE if known.place(name) else None
    return label
