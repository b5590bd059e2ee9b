"""What makes words a clause: how it begins, the finite verb that it has, and where its sentence ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from triage.facts.lexicon import words

if TYPE_CHECKING:
    from triage.facts.phrases import Frame, Run

Tags = Callable[[int], str]
"""The class of the word at an index of the frame, as the tagger has it ("VBD"); "" for what is no word of its own."""

_STOPS = frozenset((".", "!", "?", ";", "…"))
JOINS = words("and but while although though whereas as who which because when after before if adding citing")
NO_CLAUSE = words("to of for by against with into from as so at in on than like over after before during")
_SUBORDINATE = words("which who whom whose that when where while if because should although though")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CONTRACTED = ("'d", "'ll", "'ve", "'re", "n't", "he's", "it's", "she's", "i'm", "there's", "that's")
_FEWEST = 3
"""Words that make a clause."""


def may_begin(frame: Frame, at: int, tags: Tags) -> bool:
    """Whether a clause can begin with the word: with a noun phrase, not with a preposition or a verb of its own."""
    word = frame[at]
    return word.is_word and word.low not in NO_CLAUSE | JOINS and not finite(frame, at, tags, contracted=False)


def verb_ahead(frame: Frame, first: int, end: int, tags: Tags, *, told: bool) -> bool:
    """Whether the words from `first` are the subject of a finite verb: no "which" and no lone comma before it.

    `told` says that hardly anything but a clause can follow the verb of speech.
    """
    commas = 0
    for at in range(first, min(end, first + 30)):
        # The tagger takes the verb of "they violated" for a participle; "announced a deal valued at" has one.
        if finite(frame, at, tags) or (told and at > first and tags(at) == "VBN"):
            return commas != 1
        if frame[at].low in _SUBORDINATE and at > first:
            return False
        commas += frame[at].text == ","
    return False


def finite(frame: Frame, at: int, tags: Tags, *, contracted: bool = True) -> bool:
    """Whether the word is a finite verb, or has one at its end: "he’d", "isn’t"."""
    if frame[at].piece >= 0:
        return False
    return tags(at) in _FINITE or (contracted and frame[at].low.replace("’", "'").endswith(_CONTRACTED))


def sentence_end(frame: Frame, at: int) -> int:
    """The index behind the last word of the sentence, its stop left out."""
    sentence = frame[at].sentence
    end = at + 1
    while end < len(frame) and frame[end].sentence == sentence:
        end += 1
    while end > at + 1 and frame[end - 1].text in _STOPS:
        end -= 1
    return end


def trimmed(frame: Frame, run: Run) -> Run | None:
    """The run without marks at its ends."""
    start, end = run
    while start < end and frame[start].piece < 0 and not frame[start].is_word and frame[start].text not in '($€£“"':
        start += 1
    while end > start and frame[end - 1].piece < 0 and not frame[end - 1].is_word and frame[end - 1].text not in ')%”"':
        end -= 1
    return (start, end) if start < end else None


def is_clause(frame: Frame, content: tuple[Run, ...], rule: str, tags: Tags | None) -> bool:
    """Whether the words make a clause: enough of them outside quotation marks, and a finite verb where one is due."""
    plain = [at for start, end in content for at in range(start, end) if frame[at].is_word]
    if len(plain) < _FEWEST:
        return False
    if rule in ("to", "that", "bare") or tags is None or any(finite(frame, at, tags) for at in plain):
        return True
    return frame[plain[0]].low not in NO_CLAUSE and any(_may_be_finite(frame, at, tags) for at in plain[1:])


def _may_be_finite(frame: Frame, at: int, tags: Tags) -> bool:
    """Whether the word is the verb of the noun before it, though the tagger takes it for a participle: "The quake struck at dawn"."""
    before, after = tags(at - 1), frame[at + 1].low if at + 1 < len(frame) else ""
    return tags(at) == "VBN" and before.startswith(("NN", "PRP")) and after != "by"
