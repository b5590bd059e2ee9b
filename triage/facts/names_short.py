"""Short for a name: the surname of a person, the first words of a company's name, an acronym."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.facts.vocabulary import ARTICLES, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.facts.gazetteer import Gazetteer


def shorter(one: Mention, known: Gazetteer, words: Vocabulary) -> Iterator[str]:
    """What may stand for the name later in the story."""
    parts = one.text.split()
    if len(parts) < 2:
        return
    if one.label is Label.PERSON:
        yield from (surname(one.text), parts[-1], without_article(parts[-1]) or parts[-1], parts[0], *western(parts))
    elif one.label is Label.ORGANIZATION:
        yield acronym(one.text)
        yield from _short_names(one, known, words)
        if one.by == "organization word" and not known.place(parts[0]) and parts[0].lower() not in words.ordinary:
            yield parts[0]


def _short_names(one: Mention, known: Gazetteer, words: Vocabulary) -> Iterator[str]:
    """What a company's name may be shortened to: its beginning, if that is not another name ("Placer Dome" Inc)."""
    parts = one.text.split()
    if words.orgs.get(parts[-1], ("", ""))[1] != "company":
        return
    for size in range(1, len(parts)):
        short = " ".join(parts[:size])
        place = known.place(short)
        other = short in words.orgs or short in words.places or short in words.given or short in known.nationalities
        if not other and (place is None or (place.type == "city" and place.people < 100_000)):
            yield short


def surname(name: str) -> str:
    """The part of a person's name that may stand for it: the last word with the particles before it."""
    parts = [part for part in name.split() if part.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(parts[max(at, 0) :])


def western(parts: Sequence[str]) -> Sequence[str]:
    """Short for a Chinese name behind a western one, "Joshua Wong Chi-fung": the family name stands second."""
    first, _, second = parts[-1].partition("-")
    chinese = len(parts) > 2 and first.istitle() and second.islower()
    return (parts[1], f"{parts[0]} {parts[1]}") if chinese else ()


def without_article(word: str) -> str:
    """An Arabic family name without its article, as later mentions have it: "Sammad" of "al-Sammad"; "" of others."""
    bare = next((word[len(article) :] for article in ARTICLES if word.startswith(article)), "")
    return bare if len(bare) > 2 else ""


def acronym(name: str) -> str:
    """The initials of a name's capitals."""
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())


def bracketed(text: str, settled: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, an acronym that stands in brackets behind a name as that name: "Revolutionary Movement (MRTA)"."""
    meant: dict[str, Mention] = {}
    for one, other in pairwise(settled):
        beside = text[one.span.end : other.span.start] == " (" and other.text.isupper() and len(other.text) > 1
        if beside and one.label is Label.ORGANIZATION and other.by not in ("lexicon", "title", "dateline"):
            meant.setdefault(other.text, one)
    for one in settled:
        full = meant.get(one.text)
        if full is None or full is one:
            yield one
        else:
            yield replace(one, label=full.label, normal=full.normal or full.text, by="acronym", confidence=0.85)
