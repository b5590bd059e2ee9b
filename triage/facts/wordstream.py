"""A sentence as the words that names are made of: spaCy's tokens with hyphenated names put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.facts.columns import columns
from triage.facts.vocabulary import ARTICLES, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span

    from triage.facts.gazetteer import Gazetteer

_SYLLABLES = frozenset(
    ("in", "il", "on", "an", "so", "do", "ho", "he", "me", "no", "hung", "sung", "young", "moon", "won", "bin")
)
"""English words that end a Korean or Chinese given name behind a hyphen: "Moon Jae-in"."""


_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]|ch|hs|sh|ts|tz|zh|kw|hw|gw)?"
    r"(?:[aeiou]|ee|oo|ae|ai|ao|ei|eo|eu|eui|eon|ia|iao|ie|io|iu|oe|oo|ou|ua|uai|ue|ui|uo|wa|wan|wang|weh|wei|won|ya|yeo|yo|yu|yun|yung|yi)"
    r"(?:n|ng|h|k|l|m|p|r|t|b)?"
)
"""The shape of a syllable in a Chinese or Korean given name."""

_NO_SYLLABLES = frozenset(
    (
        "run",
        "led",
        "bound",
        "born",
        "man",
        "men",
        "like",
        "long",
        "king",
        "ran",
        "ban",
        "pan",
        "tin",
        "gun",
        "hit",
        "won",
    )
)
_NUMBERED = re.compile(r"[0-9]{1,2}-[A-Z]")
"""A number that begins a name, as in "5-Star Movement"."""


class Word(NamedTuple):
    """A word with its offsets in the story's text; `low` is it in lower case. `glued` says that no space stands before it.

    `capital`: it could stand in a name, for a capital first, or an Arabic article or a number before one. `loud`: it is
    all capitals, and long enough for that to mean something. A tuple, as a story has hundreds of them.
    """

    text: str
    low: str
    start: int
    end: int
    glued: bool
    capital: bool
    loud: bool


def word(text: str, start: int, glued: bool) -> Word:
    """The word of that text at that offset."""
    loud = text.isupper() and sum(map(str.isalpha, text)) > 1
    return Word(text, text.lower(), start, start + len(text), glued, _is_capital(text), loud)


def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return text[-1] not in "$€£¥"
    if text[0].isdigit():
        return _NUMBERED.match(text) is not None
    return text.startswith(ARTICLES) and len(text) > 3 and not text.islower()


def stream(sentence: Span, text: str, known: Gazetteer, vocabulary: Vocabulary) -> list[Word]:
    """The words of a sentence, white space left out; `text` is the whole that offsets count in."""
    told, first, stop = columns(sentence.doc), sentence.start, sentence.end
    spoken = zip(told.texts[first:stop], told.starts[first:stop], strict=True)
    tokens = [token for token in spoken if not token[0].isspace()]
    out: list[Word] = []
    at, before = 0, -1
    while at < len(tokens):
        end = at + 1
        while end + 1 < len(tokens) and tokens[end][0] == "-" and _joins(tokens, end, known, vocabulary):
            end += 2
        start, (last, stop) = tokens[at][1], tokens[end - 1]
        stop += len(last)
        out.append(word(text[start:stop], start, start == before))
        at, before = end, stop
    return out


Token = tuple[str, int]
"""A token's text and offset."""


def _joins(tokens: list[Token], hyphen: int, known: Gazetteer, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen at that index joins two parts of one name, as in "Jean-Marie", "al-Assad" and "Jong-un"."""
    (left, start), (_, at), (right, after) = tokens[hyphen - 1 : hyphen + 2]
    if start + len(left) != at or after != at + 1:
        return False
    if right[0].isupper():
        if hyphen == 1 and left.isupper() and left.lower() in vocabulary.ordinary and not right.isupper():
            return False  # a label: "SOCCER-Late goal"
        if _geographic(left, known) and _geographic(right, known):
            return f"{left}-{right}" in known.places
        return left[0].isupper() or f"{left}-" in ARTICLES or left in PARTICLES or _numbered(tokens, hyphen)
    if not right.isalpha() or not left[0].isupper():
        return False
    if right in PARTICLES:
        return True
    if right in vocabulary.ordinary and not (_SYLLABLE.fullmatch(left.lower()) and _SYLLABLE.fullmatch(right)):
        return right in _SYLLABLES and hyphen > 1 and tokens[hyphen - 2][0] in vocabulary.given
    if len(right) > 5 and not _SYLLABLE.fullmatch(right):
        return False
    return right not in _NO_SYLLABLES and (hyphen < 2 or tokens[hyphen - 2][0][0].isupper())


def _numbered(tokens: list[Token], hyphen: int) -> bool:
    """Whether a number before the hyphen begins a name: not in "UPDATE 2-Turkey"."""
    return tokens[hyphen - 1][0].isdigit() and hyphen > 1 and tokens[hyphen - 2][0].islower()


def _geographic(word: str, known: Gazetteer) -> bool:
    return word in known.places or word in known.nationalities
