"""What the words of a phrase say of who speaks: its noun, the group that is counted, the name that it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words
from triage.model.fact import Span

if TYPE_CHECKING:
    from triage.facts.phrases import Frame, Run

_LINKS = words("of for from at with in to by on and")
_PARTICLES = words("de da del della der den di du la le van von bin ibn al el ben ter ten dos &")
_GENERIC = words(
    "Police Officials Analysts Experts Critics Opponents Supporters Sources Authorities Residents Witnesses Lawyers Doctors "
    "Investigators Prosecutors Diplomats Aides Others Some Many Most Republicans Democrats People Reporters Researchers "
    "Scientists Economists Activists Traders Investors Officers Lawmakers Senators Soldiers Protesters Everyone Nobody One Another Neither Either Both Each Several Two Three Four Five"
)
_COUNTS = words("two three four five six seven eight nine ten several some many dozens hundreds both")


def head_noun(phrase: Frame) -> str:
    """The last word before "of", "for", "at" ...: official, in "a senior official at the ministry"."""
    at = next((at for at, word in enumerate(phrase) if at and word.low in _LINKS), len(phrase))
    return phrase[at - 1].low


def counted_group(text: str, frame: Frame, pronoun: int) -> str | None:
    """The counted group in the sentence that "they" stands in: three U.S. senators."""
    inside = frame[max(frame[pronoun].sentence, pronoun - 60) : pronoun]
    for at, word in enumerate(inside):
        if word.low in _COUNTS:
            for last in inside[at + 1 : at + 6]:
                if not last.is_word:
                    break
                if last.low.endswith("s") and not last.capital:
                    return text[word.start : last.end]
    return None


def capital_name(frame: Frame, run: Run) -> Span | None:
    """The capitalised words that the phrase ends with, where the names' own rules found none: "Moscow", "the Kremlin"."""
    first, end = run
    start = end
    while start > first and _may_be_name(frame, start - 1):
        start -= 1
    while start < end and (frame[start].low in _PARTICLES or not frame[start].capital):
        start += 1
    if start == end or any(word.low in _LINKS for word in frame[first:start]):
        return None
    alone = end - start == 1
    opens = frame[start].sentence == start
    if alone and (frame[start].text in _GENERIC or (opens and frame[start].low.endswith("s"))):
        return None
    return Span(frame[start].start, frame[end - 1].end)


def _may_be_name(frame: Frame, at: int) -> bool:
    word = frame[at]
    return (word.capital or word.low in _PARTICLES) and not word.text.endswith(("’s", "'s"))
