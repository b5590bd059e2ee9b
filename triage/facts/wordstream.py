"""A sentence as the words that names are made of: spaCy's tokens with hyphenated names put together again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.vocabulary import ARTICLES, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from triage.facts.gazetteer import Gazetteer

_SYLLABLES = frozenset(
    ("in", "il", "on", "an", "so", "do", "ho", "he", "me", "no", "hung", "sung", "young", "moon", "won", "bin")
)
"""English words that end a Korean or Chinese given name behind a hyphen: "Moon Jae-in"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its offsets in the story's text; `low` is it in lower case. `glued` says that no space stands before it."""

    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def capital(self) -> bool:
        """Whether it could stand in a name: a capital first, or an Arabic article before one."""
        first = self.text[0]
        if first.isupper():
            return True
        return self.text.startswith(ARTICLES) and len(self.text) > 3 and any(char.isupper() for char in self.text)

    @property
    def loud(self) -> bool:
        """Whether it is all capitals, and long enough for that to mean something."""
        return self.text.isupper() and sum(char.isalpha() for char in self.text) > 1


def stream(sentence: Span, text: str, known: Gazetteer, vocabulary: Vocabulary) -> list[Word]:
    """The words of a sentence, white space left out; `text` is the whole that offsets count in."""
    tokens = [token for token in sentence if not token.is_space]
    out: list[Word] = []
    at = 0
    while at < len(tokens):
        end = at + 1
        while end + 1 < len(tokens) and _joins(tokens, end, known, vocabulary):
            end += 2
        first, last = tokens[at], tokens[end - 1]
        start, stop = first.idx, last.idx + len(last.text)
        glued = bool(out) and out[-1].end == start
        written = text[start:stop]
        out.append(Word(written, written.lower(), start, stop, glued))
        at = end
    return out


def _joins(tokens: list[Token], hyphen: int, known: Gazetteer, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen at that index joins two parts of one name, as in "Jean-Marie", "al-Assad" and "Jong-un"."""
    before, mark, after = tokens[hyphen - 1], tokens[hyphen], tokens[hyphen + 1]
    if mark.text != "-" or before.whitespace_ or mark.whitespace_:
        return False
    left, right = before.text, after.text
    if right[0].isupper():
        if _geographic(left, known) and _geographic(right, known):
            return f"{left}-{right}" in known.places
        return left[0].isupper() or f"{left}-" in ARTICLES or left in PARTICLES
    if not right.isalpha() or not left[0].isupper():
        return False
    if right in PARTICLES:
        return True
    if right in vocabulary.ordinary:
        return right in _SYLLABLES and hyphen > 1 and tokens[hyphen - 2].text in vocabulary.given
    return len(right) <= 5 and (hyphen < 2 or tokens[hyphen - 2].text[0].isupper())


def _geographic(word: str, known: Gazetteer) -> bool:
    return word in known.places or word in known.nationalities
