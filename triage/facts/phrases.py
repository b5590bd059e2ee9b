"""The noun phrases beside verbs of speech: where they begin and where they end, by the words alone."""

from __future__ import annotations

from collections.abc import Sequence

from triage.facts.cues import cues
from triage.facts.frames import Word
from triage.facts.lexicon import words

Frame = Sequence[Word]
Run = tuple[int, int]
"""A half-open range of indices into a frame."""

_PRONOUNS = words("he she they it we i you")
OBJECTIVE = {"him": "he", "her": "she", "them": "they"}
DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
AUXILIARIES = words(
    "has have had is are was were be been being will would can could may might must should did does do 's ’s not also then later "
    "now again once already long often always never just still even only further soon first previously earlier repeatedly himself herself "
    "all both each quoted cited as reportedly famously"
)
BREAKS = words(
    "that because if when while as after before since although though but or than where what how whether which who whom and "
    "is are was were be been has have had will would can could may might must did does do said says told until unless so not "
    "yet nor via amid like into over under during without despite"
)
"""Words that no noun phrase runs across."""
LINKS = words(
    "of for at from in with to on through outside inside near behind across along around about within by against among between"
)
_DETERMINERS = words(
    "a an the his her its their my our your one two three four five six seven eight nine ten another some several many most "
    "both no this that these those every each any other few dozens hundreds"
)
_ARTICLES = words("a an the")
WHO = words("who whose")
_UTTERANCES = words("statement interview tweet speech letter email report briefing message call post broadcast article")
_NOT_PARTICIPLES = words(
    "managing acting leading visiting ruling marketing engineering operating trading outgoing incoming filing finding hearing meeting briefing"
)
_MADE = words("seen led held drawn written made sent read heard run")
_LONGEST_SUBJECT = 16


PAST = words(
    "shook left took gave went came made got stood sat rose held ran met spoke won lost broke began led sent paid fell drew "
    "threw flew fought brought bought caught kept saw knew became wept swore chose quit"
)
"""Forms of the past that do not end in "-ed"."""


def pronoun(word: Word) -> str:
    """The pronoun that the word is, "he" for "he’s" too; else nothing."""
    low = word.low.split("’")[0].split("'")[0]
    return low if low in _PRONOUNS else ""


def name_before(frame: Frame, at: int) -> Run | None:
    """The noun phrase before a colon or after a dash that stands alone: "Trump: ...", "... - Trump"."""
    end = at
    while at > 0 and frame[at - 1].is_word and frame[at - 1].low not in BREAKS and end - at < 8:
        at -= 1
    whole = at == 0 or frame[at - 1].sentence != frame[end - 1].sentence or not frame[at - 1].is_word
    return (at, end) if at < end and whole else None


def phrase_ending(frame: Frame, last: int, sentence: int) -> Run | None:
    """The noun phrase whose last word is at the index."""
    start = last
    while start > 0 and last - start < _LONGEST_SUBJECT and _runs_on(frame, start, sentence):
        start -= 1
    start = _best_start(frame, start, last)
    if frame[start].low in LINKS or frame[last].low in BREAKS | LINKS | _ARTICLES:
        return None
    return (start, last + 1)


def _runs_on(frame: Frame, start: int, sentence: int) -> bool:
    """Whether the word before `start` can belong to the same noun phrase."""
    before = frame[start - 1]
    if before.sentence != sentence or not before.is_word:
        return False
    if before.low == "and":
        return frame[start].capital and start > 1 and frame[start - 2].capital
    participle = before.low.endswith("ing") and before.low in cues()
    if before.capital and start > 1 and frame[start - 2].capital:
        return True  # part of a name, whatever the word: "Umar Said"
    return before.low not in BREAKS and not participle and not (before.low in _PRONOUNS and before.low != "it")


def _best_start(frame: Frame, start: int, last: int) -> int:
    """Where a noun phrase really begins in a run of words that ends with it.

    After the last link ("of", "in") it begins with the determiner, if there is one; what stands before the link belongs to
    it when that is a noun phrase too ("a spokesman for the ministry"), not when the link opens the sentence ("In Ankara").
    """
    link = max((at for at in range(start, last) if frame[at].low in LINKS), default=-1)
    chunk = link + 1 if link >= 0 else start
    determiners = [at for at in range(chunk, last + 1) if _determines(frame, at) and at < last]
    if determiners:
        chunk = determiners[-1] if link < 0 or determiners[-1] > link + 1 else determiners[0]
    if link > start and chunk == link + 1:
        return _best_start(frame, start, link - 1)
    while chunk < last and (frame[chunk].low in DAYS or (frame[chunk].low in AUXILIARIES and not frame[chunk].capital)):
        chunk += 1
    return chunk


def _determines(frame: Frame, at: int) -> bool:
    low = frame[at].low
    return low in _DETERMINERS and not (low == "no" and frame[at].capital)


def phrase_from(frame: Frame, start: int) -> Run | None:
    """The noun phrase that begins at the index: "said a spokesman for the ministry"."""
    while start < len(frame) and (frame[start].low in DAYS or frame[start].low in ("on", "also", "later", "then")):
        start += 1
    at = start
    while at < len(frame) and at - start < _LONGEST_SUBJECT and _continues(frame, start, at):
        at += 1
    while at > start and frame[at - 1].low in LINKS | DAYS:
        at -= 1
    if at > start and not frame[start].capital:
        at = _clause_end(frame, at)
    if at == start or not any(word.capital or len(word.text) > 2 for word in frame[start:at]):
        return None
    return (start, at)


def _clause_end(frame: Frame, at: int) -> int:
    """Where a clause that says who somebody is ends, if it begins at the index: "who waited at the gate"."""
    end = at
    if at < len(frame) and frame[at].low in WHO:
        while end < len(frame) and frame[end].is_word and end - at < _LONGEST_SUBJECT:
            end += 1
    return end


def clause_start(frame: Frame, last: int, sentence: int) -> int | None:
    """The index of the "who" whose clause ends at the index with no mark in it, None where there is none."""
    at = last
    while at > sentence and frame[at].is_word and last - at < _LONGEST_SUBJECT:
        if frame[at].low in WHO:
            return at
        at -= 1
    return None


def _continues(frame: Frame, start: int, at: int) -> bool:
    word = frame[at]
    if not word.is_word:
        return False
    if at == start:
        return _is_title(frame, at) or (word.low not in BREAKS and word.low not in LINKS)
    if pronoun(frame[start]) or word.low in WHO:
        return False
    if word.low in ("of", "for", "from", "at", "with") or (
        word.low in ("in", "on", "near") and not frame[start].capital
    ):
        following = frame[at + 1] if at + 1 < len(frame) else None
        if word.low in ("in", "on") and any(one.low in _UTTERANCES | DAYS for one in frame[at + 1 : at + 4]):
            return False
        return following is not None and (following.capital or following.low in _DETERMINERS)
    if word.low == "by":  # "a poll compiled by the bank"
        following = frame[at + 1] if at + 1 < len(frame) else None
        made = frame[at - 1].low.endswith("ed") or frame[at - 1].low in _MADE
        return following is not None and made and (following.capital or following.low in _DETERMINERS)
    if word.low == "and":
        return frame[at - 1].capital and at + 1 < len(frame) and frame[at + 1].capital
    return word.low not in BREAKS and word.low not in LINKS and not _is_participle(frame, at)


def _is_title(frame: Frame, at: int) -> bool:
    """Whether a small word begins a title: "said Under Secretary Jane Roe"."""
    inside = frame[at].sentence < at and frame[at].capital
    return inside and at + 1 < len(frame) and frame[at + 1].capital


def _is_participle(frame: Frame, at: int) -> bool:
    """Whether an "-ing" goes on with another thought, and is no noun ("said the ruling")."""
    word = frame[at]
    if word.capital or word.low in _NOT_PARTICIPLES or frame[at - 1].low in _DETERMINERS:
        return False
    return word.low.endswith("ing")
