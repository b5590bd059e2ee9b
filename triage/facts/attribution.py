"""Who is said to say something: verbs of speech in a paragraph's frame, and the noun phrase that is their subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from triage.facts.frames import Word
from triage.facts.lexicon import rows, words

Frame = Sequence[Word]
Run = tuple[int, int]
"""A half-open range of indices into a frame."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speech at `cue` in a frame, with the noun phrase that is its subject.

    `after` says that the subject follows the verb ("said Smith"). `strength` is the verb's in the list of cues.
    """

    cue: Run
    source: Run
    after: bool
    strength: str


_PRONOUNS = words("he she they it we i you")
_WHO = words("who that which")
_AUXILIARIES = words(
    "has have had is are was were be been being will would can could may might must should did does do 's ’s not also then later "
    "now again once often always never just still even only further soon first previously earlier repeatedly himself herself "
    "all both each quoted cited as reportedly famously"
)
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
_BREAKS = words(
    "that because if when while as after before since although though but or than where what how whether which who whom and "
    "is are was were be been has have had will would can could may might must did does do said says told until unless so not "
    "yet nor via amid like into over under during without despite"
)
"""Words that no noun phrase runs across."""

_LINKS = words(
    "of for at from in with to on through outside inside near behind across along around about within by against among between"
)
_DETERMINERS = words(
    "a an the his her its their my our your one two three four five six seven eight nine ten another some several many most "
    "both no this that these those every each any other few dozens hundreds"
)
_NOT_NOUNS = words(
    "to not n't the a an his her their its of in any some such no these those this that will would should can could"
)
"""After these a form such as "claims" or "say" is no verb with a subject."""

_NOT_ADVERBS = words("family reply ally supply july italy rally assembly bully anomaly monopoly")
_OPENING = words(
    "meanwhile however later earlier still but and after during when while as then also instead separately"
)
_BEFORE_PARTICIPLE = words(", is are was were been be as by and after before while in when kept keeps also later")
_OBJECTLESS = words("told asked informed reminded assured")
_LONGEST_SUBJECT = 16


@cache
def _cues() -> Mapping[str, str]:
    return {form: strength for forms, strength in rows("cues") for form in forms.split("|")}


def attributions(frame: Frame) -> list[Attribution]:
    """Every verb of speech that has a subject, in order; an "according to" is one whose subject follows."""
    return [found for at, word in enumerate(frame) if word.low in _cues() and (found := attribution(frame, at))]


def attribution(frame: Frame, at: int) -> Attribution | None:
    """What the verb of speech at the index attributes, if it is one."""
    word = frame[at]
    if not word.is_word:
        return None
    strength = _cues().get(word.low)
    if strength is None:
        return None
    if word.low == "according":
        source = _right(frame, at + 2) if _text(frame, at + 1) == "to" else None
        return Attribution((at, at + 2), source, True, "plain") if source else None
    if not _is_verb(frame, at, strength):
        return None
    if _follows_quotation(frame, at) and not word.low.endswith("ing"):
        source = _right(frame, at + 1)
        if source:
            return Attribution((at, at + 1), source, True, strength)
    source = _left(frame, at)
    return Attribution((at, at + 1), source, False, strength) if source else None


def _is_verb(frame: Frame, at: int, strength: str) -> bool:
    """Whether the form is a verb here: not "the United States", "his claims", "to say" or "was told"."""
    word, before = frame[at], _text(frame, at - 1)
    if word.capital and at > 0 and frame[at - 1].sentence == word.sentence and frame[at - 1].piece < 0:
        return False
    passive = before in ("was", "were", "been", "be") and (strength == "loose" or word.low in _OBJECTLESS)
    idle = word.low.endswith("ing") and before not in _BEFORE_PARTICIPLE and not before.endswith(("’s", "'s"))
    after = frame[at + 1] if at + 1 < len(frame) else None
    if before in _NOT_NOUNS or passive or idle or (word.low == "called" and after and after.low in ("on", "upon")):
        return False
    return strength != "noun" or (after is not None and (after.piece >= 0 or after.text in ("that", ",", ":")))


def pronoun(word: Word) -> str:
    """The pronoun that the word is, "he" for "he’s" too; else nothing."""
    low = word.low.split("’")[0].split("'")[0]
    return low if low in _PRONOUNS else ""


def name_before(frame: Frame, at: int) -> Run | None:
    """The noun phrase before a colon or after a dash that stands alone: "Trump: ...", "... - Trump"."""
    end = at
    while at > 0 and frame[at - 1].is_word and frame[at - 1].low not in _BREAKS and end - at < 8:
        at -= 1
    whole = at == 0 or frame[at - 1].sentence != frame[end - 1].sentence or not frame[at - 1].is_word
    return (at, end) if at < end and whole else None


def name_after(frame: Frame, at: int) -> Run | None:
    """The noun phrase that begins at the index."""
    return _right(frame, at)


def _text(frame: Frame, at: int) -> str:
    return frame[at].low if 0 <= at < len(frame) else ""


def _follows_quotation(frame: Frame, at: int) -> bool:
    """Whether the verb stands right after a quoted piece."""
    back = at - 1
    while back >= 0 and frame[back].text in (",", "-", "—", "–", "--"):
        back -= 1
    return back >= 0 and frame[back].piece >= 0


def _left(frame: Frame, cue: int) -> Run | None:
    """The subject before the verb."""
    sentence = frame[cue].sentence
    at = _skip_back(frame, _before_brackets(frame, cue - 1), sentence)
    if at >= 0 and frame[at].low in _WHO and at > 0:
        at -= 2 if _text(frame, at - 1) == "," else 1
    if at >= 0 and frame[at].text == ",":
        participle = frame[cue].low.endswith("ing")
        at = _first_subject(frame, at, sentence) if participle else _before_apposition(frame, at, sentence)
        at = _skip_back(frame, _before_brackets(frame, at), sentence)
    if at < 0 or frame[at].sentence != sentence or not frame[at].is_word:
        return None
    if pronoun(frame[at]):
        return (at, at + 1)
    return _phrase_ending(frame, at, sentence)


def _skip_back(frame: Frame, at: int, sentence: int) -> int:
    """Back over auxiliaries, adverbs, days and short adverbial phrases ("on Friday", "in a statement")."""
    while at >= 0 and frame[at].sentence == sentence and frame[at].is_word:
        low = frame[at].low
        if low in _AUXILIARIES or (low.endswith("ly") and not frame[at].capital and low not in _NOT_ADVERBS):
            at -= 1
        elif low.isdigit() and _text(frame, at - 1) in ("in", "since"):
            at -= 2
        elif low in _DAYS:
            at -= 2 if _text(frame, at - 1) in ("on", "late", "last", "early", "earlier") else 1
        elif low in ("statement", "interview", "tweet", "speech", "letter", "email", "report", "briefing") and (
            _text(frame, at - 2) in ("in", "at")
        ):
            at -= 3
        else:
            break
    return at


def _before_brackets(frame: Frame, at: int) -> int:
    """Back over a bracket: "Rep. Elijah Cummings (D-Md.) said"."""
    if _text(frame, at) != ")":
        return at
    opening = next((back for back in range(at, max(-1, at - 12), -1) if frame[back].text == "("), at + 1)
    return opening - 1


def _before_apposition(frame: Frame, comma: int, sentence: int) -> int:
    """The index before the first of the commas that set off what stands between subject and verb, or -1."""
    at, seen = comma - 1, -1
    while at >= 0 and frame[at].sentence == sentence and frame[at].piece < 0 and comma - at < 40:
        if frame[at].text == ",":
            seen = at
            if at > 0 and frame[at - 1].capital:
                break
        elif frame[at].text in (";", ":", "—", "–", "--"):
            break
        at -= 1
    return seen - 1 if seen > 0 else -1


def _first_subject(frame: Frame, comma: int, sentence: int) -> int:
    """The last word of the sentence's first noun phrase: the subject of a participle after a comma (", saying ...")."""
    at = comma
    while at > 0 and frame[at - 1].sentence == sentence:
        at -= 1
    if not frame[at].is_word or frame[at].low in _LINKS | _OPENING:  # "Meanwhile, it ...", "On Friday, Smith ..."
        at = next((ahead + 1 for ahead in range(at, comma) if frame[ahead].text == ","), comma)
    if at < comma and pronoun(frame[at]):
        return at
    end = at
    while end < comma and frame[end].is_word and end - at < 10 and not _looks_finite(frame[end]):
        end += 1
    return end - 1 if end < comma and end > at and frame[end].is_word else -1


def _looks_finite(word: Word) -> bool:
    return not word.capital and (word.low.endswith("ed") or word.low in _BREAKS or word.low in _cues())


def _phrase_ending(frame: Frame, last: int, sentence: int) -> Run | None:
    """The noun phrase whose last word is at the index."""
    start = last
    while start > 0 and last - start < _LONGEST_SUBJECT and _runs_on(frame, start, sentence):
        start -= 1
    start = _best_start(frame, start, last)
    if frame[start].low in _LINKS or frame[last].low in _BREAKS or frame[last].low in _LINKS:
        return None
    return (start, last + 1)


def _runs_on(frame: Frame, start: int, sentence: int) -> bool:
    """Whether the word before `start` can belong to the same noun phrase."""
    before = frame[start - 1]
    if before.sentence != sentence or not before.is_word:
        return False
    if before.low == "and":
        return frame[start].capital and start > 1 and frame[start - 2].capital
    participle = before.low.endswith("ing") and before.low in _cues()
    return before.low not in _BREAKS and not participle and not (before.low in _PRONOUNS and before.low != "it")


def _best_start(frame: Frame, start: int, last: int) -> int:
    """Where a noun phrase really begins in a run of words that ends with it.

    After the last link ("of", "in") it begins with the determiner, if there is one; what stands before the link belongs to
    it when that is a noun phrase too ("a spokesman for the ministry"), not when the link opens the sentence ("In Ankara").
    """
    link = max((at for at in range(start, last) if frame[at].low in _LINKS), default=-1)
    chunk = link + 1 if link >= 0 else start
    determiners = [at for at in range(chunk, last + 1) if _determines(frame, at) and at < last]
    if determiners:
        chunk = determiners[-1] if link < 0 or determiners[-1] > link + 1 else determiners[0]
    if link > start and chunk == link + 1:
        return _best_start(frame, start, link - 1)
    while chunk < last and (
        frame[chunk].low in _DAYS or (frame[chunk].low in _AUXILIARIES and not frame[chunk].capital)
    ):
        chunk += 1
    return chunk


def _determines(frame: Frame, at: int) -> bool:
    low = frame[at].low
    return low in _DETERMINERS and not (low == "no" and frame[at].capital)


def _right(frame: Frame, start: int) -> Run | None:
    """The noun phrase that begins at the index: "said a spokesman for the ministry"."""
    while start < len(frame) and (frame[start].low in _DAYS or _text(frame, start) in ("on", "also", "later", "then")):
        start += 1
    at = start
    while at < len(frame) and at - start < _LONGEST_SUBJECT and _continues(frame, start, at):
        at += 1
    while at > start and frame[at - 1].low in _LINKS | _DAYS:
        at -= 1
    if at == start or not any(word.capital or len(word.text) > 2 for word in frame[start:at]):
        return None
    return (start, at)


def _continues(frame: Frame, start: int, at: int) -> bool:
    word = frame[at]
    if not word.is_word:
        return False
    if at == start:
        return word.low not in _BREAKS and word.low not in _LINKS
    if pronoun(frame[start]):
        return False
    if word.low in ("of", "for", "from", "at", "with"):
        following = frame[at + 1] if at + 1 < len(frame) else None
        return following is not None and (following.capital or following.low in _DETERMINERS)
    if word.low == "and":
        return frame[at - 1].capital and at + 1 < len(frame) and frame[at + 1].capital
    return word.low not in _BREAKS and word.low not in _LINKS and not _is_participle(frame, at)


def _is_participle(frame: Frame, at: int) -> bool:
    """Whether an "-ing" goes on with another thought, and is no noun ("said the ruling")."""
    word = frame[at]
    return word.low.endswith("ing") and not word.capital and frame[at - 1].low not in _DETERMINERS
