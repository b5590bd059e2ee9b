"""Who is said to say something: verbs of speech in a paragraph's frame, and the noun phrase that is their subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.coreference_cast import is_somebody
from triage.facts.cues import cues
from triage.facts.described import capitals_end, holder_behind, joined_before, joined_behind, name_behind, named_between
from triage.facts.lexicon import words
from triage.facts.phrases import (
    AUXILIARIES,
    BREAKS,
    DAYS,
    LINKS,
    OBJECTIVE,
    PAST,
    Frame,
    Run,
    clause_start,
    phrase_ending,
    phrase_from,
    pronoun,
)
from triage.facts.speaker_words import head_noun

if TYPE_CHECKING:
    from triage.facts.frames import Word


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speech at `cue` in a frame, with the noun phrase that is its subject.

    `after` says that the subject follows the verb ("said Smith"). `strength` is the verb's in the list of cues.
    """

    cue: Run
    source: Run
    after: bool
    strength: str


_WHO = words("who that which")

_NOT_NOUNS = words(
    "to not n't the a an his her their its of in any some such no these those this that will would should can could"
)
"""After these a form such as "claims" or "say" is no verb with a subject."""

_NOT_ADVERBS = words("family reply ally supply july italy rally assembly bully anomaly monopoly")
_PASSIVE = words("is are was were be been being")
_OPENING = words(
    "meanwhile however later earlier still but and after during when while as then also instead separately"
)
_BEFORE_PARTICIPLE = words(", is are was were been be as by and after before while in when kept keeps also later")
_BEFORE_NOUN = words("a an the one two three four five six seven several his her its their")
_OBJECTLESS = words("told asked informed reminded assured")


def attributions(frame: Frame) -> dict[int, Attribution]:
    """Every verb of speech that has a subject, by its index; in "according to" the subject follows."""
    known = cues()
    found = ((at, _attribution(frame, at, known[word.low])) for at, word in enumerate(frame) if word.low in known)
    return {at: one for at, one in found if one}


def _attribution(frame: Frame, at: int, strength: str) -> Attribution | None:
    word = frame[at]
    if word.low == "according":
        source = phrase_from(frame, at + 2) if _text(frame, at + 1) == "to" else None
        return (
            Attribution((at, at + 2), joined_behind(frame, holder_behind(frame, source)), True, "plain")
            if source
            else None
        )
    if _calls_on(frame, at):
        source = _left(frame, at)
        return Attribution((at, at + 1), source, False, strength) if source else None
    if not _is_verb(frame, at, strength):
        return None
    if _follows_quotation(frame, at) and not word.low.endswith("ing"):
        source = phrase_from(frame, at + 1)
        if source:
            return Attribution((at, at + 1), joined_behind(frame, name_behind(frame, source)), True, strength)
    if source := _inverted(frame, at, strength):
        return Attribution((at, at + 1), joined_behind(frame, name_behind(frame, source)), True, strength)
    source = _left(frame, at)
    return Attribution((at, at + 1), joined_before(frame, source, word.sentence), False, strength) if source else None


def _calls_on(frame: Frame, at: int) -> bool:
    """Whether the verb is "called on" somebody to do something, not "called on Monday"."""
    calls = frame[at].low in ("called", "calling") and _text(frame, at + 1) in ("on", "upon")
    return calls and _text(frame, at + 2) not in DAYS and _text(frame, at - 1) not in _NOT_NOUNS | _PASSIVE


def _inverted(frame: Frame, at: int, strength: str) -> Run | None:
    """The subject that closes a sentence behind its verb: "The bank had failed, said Smith."."""
    if strength != "plain" or _text(frame, at - 1) != "," or frame[at].low.endswith("ing") or at + 1 >= len(frame):
        return None
    if frame[at].low in _OBJECTLESS:  # whom "told" has behind it is who hears it
        return None
    source = phrase_from(frame, at + 1) if frame[at + 1].low not in DAYS else None
    if source is None or source[0] != at + 1 or any(word.low in cues() for word in frame[source[0] : source[1]]):
        return None
    if not (frame[at + 1].capital or frame[at + 1].low in _BEFORE_NOUN or _are_people(frame[source[0] : source[1]])):
        return None
    source = joined_behind(frame, source)
    closed = (
        source[1] >= len(frame) or frame[source[1]].text in (",", ".", ";") or frame[source[1]].sentence == source[1]
    )
    return source if closed or frame[source[1]].low in LINKS else None


def _are_people(phrase: Frame) -> bool:
    """Whether the words mean people without an article: "government spokesman Jane Roe", "local residents"."""
    head = head_noun(phrase)
    return any(is_somebody(word.low) for word in phrase) or is_somebody(head.removesuffix("s")) or head == "police"


def _is_verb(frame: Frame, at: int, strength: str) -> bool:
    """Whether the form is a verb here: not "the United States", "his claims", "to say" or "was told"."""
    word, before = frame[at], _text(frame, at - 1)
    if word.capital and at > 0 and frame[at - 1].sentence == word.sentence and frame[at - 1].piece < 0:
        return strength == "plain" and word.low.endswith("s") and _is_titled(frame, at)
    passive = before in ("was", "were", "been", "be") and (strength == "loose" or word.low in _OBJECTLESS)
    idle = word.low.endswith("ing") and before not in _BEFORE_PARTICIPLE and not before.endswith(("’s", "'s"))
    after = frame[at + 1] if at + 1 < len(frame) else None
    if before in _NOT_NOUNS or passive or idle or (word.low == "called" and after and after.low in ("on", "upon")):
        return False
    return strength != "noun" or (after is not None and (after.piece >= 0 or after.text in ("that", ",", ":")))


_HEADLINE = 25
"""Words of the longest headline."""


def _is_titled(frame: Frame, at: int) -> bool:
    """Whether every long word of the short sentence has a capital, as in a headline: "Lund Says Court Will Stay"."""
    sentence = [word for word in frame[max(0, at - _HEADLINE) : at + _HEADLINE] if word.sentence == frame[at].sentence]
    long_words = [word for word in sentence if word.is_word and len(word.text) > 4 and word.text[0].isalpha()]
    return len(sentence) < _HEADLINE and all(word.capital for word in long_words)


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
    at = _skip_back(frame, _before_quoted(frame, cue, sentence), sentence)
    at = _skip_back(frame, _before_brackets(frame, at), sentence)
    if at >= 0 and frame[at].low in _WHO and at > 0:
        at -= 2 if _text(frame, at - 1) == "," else 1
    second = _text(frame, at) in ("and", "then", "but")  # "Smith laughed and said"
    if at >= 0 and (frame[at].text == "," or second):
        first = second or (frame[cue].low.endswith("ing") and _text(frame, cue - 1) != "as")
        at = _first_subject(frame, at, sentence) if first else _before_apposition(frame, at, sentence)
        at = _skip_back(frame, _before_brackets(frame, at), sentence)
    if at < 0 or frame[at].sentence != sentence or not frame[at].is_word:
        return None
    if pronoun(frame[at]) or (frame[at].low in OBJECTIVE and _text(frame, at + 1) == "as"):  # "quoted him as saying"
        return (at, at + 1)
    if (
        at > sentence + 1 and frame[at].text[-1] == "." and frame[at - 1].text == ","
    ):  # "a spokesman in Albany, N.Y. said"
        at -= 2
    clause = clause_start(frame, at, sentence)
    if clause is not None and clause > sentence and frame[clause - 1].is_word:  # "a diplomat who covers Yemen said"
        head = phrase_ending(frame, clause - 1, sentence)
        return (head[0], at + 1) if head and not frame[head[0]].capital else head
    return phrase_ending(frame, at, sentence)


def _before_quoted(frame: Frame, cue: int, sentence: int) -> int:
    """The index before the verb, or before all of "was quoted by state television as saying"."""
    if _text(frame, cue - 1) != "as":
        return cue - 1
    return next(
        (
            at - 1
            for at in range(cue - 3, max(sentence, cue - 12), -1)
            if _quotes(frame, at) and frame[at + 1].low == "by"
        ),
        cue - 1,
    )


def _quotes(frame: Frame, at: int) -> bool:
    return frame[at].low in ("quoted", "cited")


def _skip_back(frame: Frame, at: int, sentence: int) -> int:
    """Back over auxiliaries, adverbs, days and short adverbial phrases ("on Friday", "in a statement")."""
    while at >= 0 and frame[at].sentence == sentence and frame[at].is_word:
        low = frame[at].low
        if low in AUXILIARIES or (low.endswith("ly") and not frame[at].capital and low not in _NOT_ADVERBS):
            at -= 1
        elif low.isdigit() and _text(frame, at - 1) in ("in", "since"):
            at -= 2
        elif low in DAYS:
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
    if (named := named_between(frame, comma)) >= 0:
        return named
    commas: list[int] = []
    at = comma - 1
    while at >= 0 and frame[at].sentence == sentence and frame[at].piece < 0 and comma - at < 40:
        if frame[at].text == ",":
            commas.append(at)
        elif frame[at].text in (";", ":", "—", "–", "--"):
            break
        at -= 1
    opening = frame[at + 1]
    if commas and commas[-1] - at < 9 and opening.capital and _opens_with_name(frame, at + 1, commas[-1]):
        return commas[-1] - 1  # "Smith, head of the bank, a state company, said"
    return next((one for one in commas if frame[one - 1].capital), commas[-1] if commas else 0) - 1


def _opens_with_name(frame: Frame, start: int, end: int) -> bool:
    """Whether the words before the first comma are a noun phrase that ends in a name, not "On Thursday"."""
    run = frame[start:end]
    plain = all(
        word.is_word and (word.low not in BREAKS | DAYS or (word.capital and word is not run[0])) for word in run
    )
    return plain and frame[start].low not in LINKS | _OPENING and (run[-1].capital or run[-1].text[-1] == ".")


def _first_subject(frame: Frame, comma: int, sentence: int) -> int:
    """The last word of the sentence's first noun phrase: the subject of a participle after a comma (", saying ...")."""
    at = sentence
    if not frame[at].is_word or frame[at].low in LINKS | _OPENING:  # "Meanwhile, it ...", "On Friday, Smith ..."
        at = next((ahead + 1 for ahead in range(at, min(comma, at + 40)) if frame[ahead].text == ","), comma)
    if at < comma and pronoun(frame[at]):
        return at
    end = at
    if at + 1 < comma and frame[at].capital and frame[at + 1].capital:  # a name: no word of it is the verb
        while end < comma and (frame[end].capital or (frame[end].low == "and" and frame[end + 1].capital)):
            end += 1
        return end - 1
    while end < comma and frame[end].is_word and end - at < 10 and not _looks_finite(frame[end]):
        end += 1
    if at < end < comma and frame[end].text == "," and not frame[end - 1].capital:
        named = capitals_end(frame, end + 1)
        if named < comma and named - end > 2 and frame[named].text == ",":  # "The bank's head, Jane Roe, ..., adding"
            return named - 1
    return end - 1 if at < end < comma else -1


def _looks_finite(word: Word) -> bool:
    return not word.capital and (word.low.endswith("ed") or word.low in BREAKS | PAST or word.low in cues())
