"""What commas set off beside a name to say whose it is: "Jane Roe, head of the bank,"; "the bank's head, Jane Roe,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.coreference_cast import is_somebody
from triage.facts.lexicon import words
from triage.facts.phrases import BREAKS, WHO, phrase_ending, pronoun
from triage.facts.speaker_words import head_noun

if TYPE_CHECKING:
    from triage.facts.phrases import Frame, Run

_DETERMINERS = words("a an the his her its their one")
_OWNERS = words("his her its their")
_PEERS = words("counterpart colleague opponent predecessor successor ally")
_LONGEST_NAME = 5
_LONGEST = 12
"""Words of the longest description."""


def name_behind(frame: Frame, source: Run) -> Run:
    """The name that a comma sets behind a description: "said one of them, Jane Roe."; else the description."""
    first = source[1] + 1
    if source[1] < len(frame) and frame[source[1]].low == "of":  # "one of them"
        first = source[1] + 3
    end = capitals_end(frame, first)
    described = not frame[source[1] - 1].capital and not pronoun(frame[source[0]])
    closed = end >= len(frame) or frame[end].text in (",", ".") or frame[end].sentence == end
    named = 1 < end - first < _LONGEST_NAME and frame[first - 1].text == ","
    return (first, end) if described and closed and named else source


def holder_behind(frame: Frame, source: Run) -> Run:
    """The name behind the description of somebody alone: "according to his lawyer, Jane Roe, ...", not "the report, Jane Roe, ..."."""
    somebody = is_somebody(head_noun(frame[source[0] : source[1]]))
    return name_behind(frame, source) if somebody else source


def capitals_end(frame: Frame, first: int) -> int:
    """The index behind the few words with capitals that begin at the index."""
    end = first
    while end < len(frame) and frame[end].capital and end - first < _LONGEST_NAME:
        end += 1
    return end


def past_description(frame: Frame, comma: int, end: int) -> int:
    """From the comma behind a name to the one that closes what says who that is; the comma itself where nothing does."""
    closing = next((at for at in range(comma + 1, min(end, comma + _LONGEST)) if frame[at].text == ","), comma)
    told = frame[comma + 1 : closing]
    if not told or any(word.piece >= 0 for word in told):
        return comma
    aged = len(told) == 1 and told[0].low.isdigit()
    return closing if aged or told[0].low in WHO or is_description(told) else comma


def is_description(phrase: Frame) -> bool:
    """Whether the words say who somebody is, and no more: "a senior analyst at the bank", "director of the bank"."""
    plain = all(word.is_word and word.low not in BREAKS for word in phrase)
    return plain and is_somebody(head_noun(phrase))


def before_description(frame: Frame, comma: int, first: int) -> int:
    """Back from the comma before who speaks over what says who that is: "It was over, [his lawyer], Jane Roe, said"."""
    at = comma - 1
    while at > first and frame[at].is_word and comma - at < _LONGEST:
        at -= 1
    told = frame[at + 1 : comma]
    if frame[at].text != "," or not told:
        return comma
    begun = told[0].low in _DETERMINERS or any(word.low.endswith(("'s", "’s")) for word in told)
    return at if begun and is_description(told) else comma


def named_between(frame: Frame, comma: int) -> int:
    """Where the name ends that stands between the comma and one before it, or -1.

    "its chief executive, Jane Roe, said"; "his lawyer, Jane Roe of Marsh Chambers, said".
    """
    end = comma
    at = _before_capitals(frame, end - 1)
    if at > 0 and at < end - 1 and frame[at].low in ("of", "at", "from"):
        end, at = at, _before_capitals(frame, at - 1)
    if not (2 < end - at < 6 and frame[at].text == "," and frame[at - 1].is_word):
        return -1
    before = phrase_ending(frame, at - 1, frame[comma].sentence)
    described = before is not None and frame[before[0]].low in ("the", "a", "an", "its", "his", "her", "their")
    return end - 1 if described or not frame[at - 1].capital else -1  # "the head of the Coast Bank, Jane Roe, said"


def _before_capitals(frame: Frame, at: int) -> int:
    """Back over a few words with capitals."""
    first = at
    while at > 0 and frame[at].capital and first - at < 5:
        at -= 1
    return at


def joined_before(frame: Frame, source: Run, sentence: int) -> Run:
    """The name with the one that "and" joins to its description: "Pierre Lamont and his Polish counterpart, Carl Boyd,"."""
    comma = source[0] - 1
    joint = next((at for at in range(comma - 1, max(sentence, comma - _LONGEST), -1) if frame[at].low == "and"), 0)
    if frame[comma].text != "," or joint < sentence + 1 or not _is_owned(frame[joint + 1 : comma]):
        return source
    first = phrase_ending(frame, joint - 1, sentence) if frame[joint - 1].capital else None
    return (first[0], source[1]) if first else source


def joined_behind(frame: Frame, source: Run) -> Run:
    """The same, where it stands behind the verb: "said Pierre Lamont and his Polish counterpart, Carl Boyd."."""
    joint = source[1]
    if joint >= len(frame) or frame[joint].low != "and" or not frame[joint - 1].capital:
        return source
    comma = next((at for at in range(joint, min(len(frame), joint + _LONGEST)) if not frame[at].is_word), joint)
    end = capitals_end(frame, comma + 1)
    named = frame[comma].text == "," and end > comma + 1
    return (source[0], end) if named and _is_owned(frame[joint + 1 : comma]) else source


def _is_owned(phrase: Frame) -> bool:
    """Whether the words are "his Polish counterpart", "their lawyer"."""
    return bool(phrase) and phrase[0].low in _OWNERS and (is_description(phrase) or phrase[-1].low in _PEERS)
