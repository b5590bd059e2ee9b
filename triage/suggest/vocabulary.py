"""Words, names and phrases found in running text: whole words, their regular inflections, and case where it matters."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_WORD = re.compile(r"\w+")

_SPELLINGS = (
    ("defense", "defence"), ("offense", "offence"), ("license", "licence"), ("armor", "armour"), ("armored", "armoured"),
    ("harbor", "harbour"), ("labor", "labour"), ("program", "programme"), ("center", "centre"),
    ("organization", "organisation"), ("aluminum", "aluminium"), ("maneuver", "manoeuvre"), ("airplane", "aeroplane"),
)  # fmt: skip
"""American and British: a word in the one spelling finds the other."""
_OTHER_SPELLING = dict(_SPELLINGS) | {british: american for american, british in _SPELLINGS}

Owner = TypeVar("Owner", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a phrase: the forms it may have. A lower-case word may stand in any case, another only as it is written
    (or in capitals, as in a headline): US is not us, and Nato is NATO."""

    forms: frozenset[str]
    cased: bool

    def fits(self, word: str, lowered: str) -> bool:
        """Whether `word`, whose lower case is `lowered`, is a form of this one."""
        return (word if self.cased else lowered) in self.forms


@dataclass(frozen=True, slots=True)
class Match(Generic[Owner]):
    """A phrase found: whose it is, and how it is written there."""

    owner: Owner
    text: str


class Vocabulary(Generic[Owner]):
    """Phrases, each with an owner and a group. Within a group the longest phrase at a place wins and the words under it are
    spent, so that "defense attorney" keeps "defense" from counting."""

    def __init__(self, phrases: Iterable[tuple[str, int, Owner]]) -> None:
        """`phrases` are phrase, group, owner."""
        self._by_first: dict[str, list[tuple[tuple[Piece, ...], int, Owner]]] = {}
        for phrase, group, owner in phrases:
            pieces = _pieces(phrase)
            for first in {form.lower() for form in pieces[0].forms} if pieces else ():
                self._by_first.setdefault(first, []).append((pieces, group, owner))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> Iterator[Match[Owner]]:
        """Every phrase in `text`, in order."""
        words = _WORD.findall(text)
        lowered = [word.lower() for word in words]
        by_first = self._by_first
        spent: dict[int, int] = {}
        for at in [at for at, word in enumerate(lowered) if word in by_first]:
            for pieces, group, owner in by_first[lowered[at]]:
                end = at + len(pieces)
                if at < spent.get(group, 0) or end > len(words):
                    continue
                if all(map(Piece.fits, pieces, words[at:end], lowered[at:end])):
                    spent[group] = end
                    yield Match(owner, _as_written(words[at:end], text))


def _as_written(words: list[str], text: str) -> str:
    """The words with what stands between them in `text`; looked up once more, as spans of every word cost as much as all else."""
    written = re.search(r"\b" + r"\W+".join(words), text) if len(words) > 1 else None
    return written[0] if written else words[0]


def _pieces(phrase: str) -> tuple[Piece, ...]:
    words = _WORD.findall(phrase)
    return tuple(_piece(word, last=place == len(words) - 1) for place, word in enumerate(words))


def _piece(word: str, *, last: bool) -> Piece:
    other = _OTHER_SPELLING.get(word.lower(), word.lower())
    if word == word.lower() and not word.isdigit():
        return Piece(frozenset(_inflections(word) | _inflections(other) if last else {word, other}), cased=False)
    forms = {word, word.upper()}
    if other != word.lower():
        forms |= {other.capitalize(), other.upper()}
    if word.isupper() and len(word) > 3:
        forms.add(word.capitalize())
    if last:
        forms |= {form + "s" for form in forms}
    return Piece(frozenset(forms), cased=True)


def _inflections(word: str) -> set[str]:
    """The word and its regular inflections; of a plural, and of what is too short to tell, only the singular beside it."""
    if word.endswith("s") and not word.endswith("ss"):
        return {word, word[:-1]} if len(word) > 4 else {word}
    if word.endswith(("ed", "ing")) or len(word) < 4:
        return {word, word + "s"}
    forms = {word, word + "s", word + "ed", word + "ing"}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2] not in "aeiou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(word + "es")
    return forms
