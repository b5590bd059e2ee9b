"""What "he", "she", "it" and "its" mean, by those mentioned before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.coreference_cast import FEMALE, MALE, Guess, Referent, Seen, Sort
from triage.facts.coreference_ranks import MEMORY, ranked, sureness
from triage.facts.cues import cues
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.coreference_scene import Scene

PERSONS = {
    "he": MALE,
    "him": MALE,
    "his": MALE,
    "himself": MALE,
    "she": FEMALE,
    "her": FEMALE,
    "hers": FEMALE,
    "herself": FEMALE,
}
THINGS = words("it its itself")
_OBJECTS = words("him")
_SUREST = 0.9
"""No pronoun is as sure as a name."""

_REACH = 5
"""Sentences back in which the one may stand whom a pronoun means."""

_AGAIN = 1.2
"""How much more it weighs of one who is said to say something that he said something before."""

_INSIDE = 0.5
"""And of one in the clause that the pronoun's verb reports: "Lund was ill, he said"."""

_GOVERNS = 1.45
"""And of one who is the subject over the pronoun."""

_AGENTS = frozenset((Sort.BODY, Sort.STATE))
_HELPERS = words(
    "has had have will would may might could should must can is was did does also not to n't 's ’s ’ll 'll 'd ’d"
)
_PLEONASTIC = words(
    "is was be been 's ’s seems seemed appears appeared takes took looks looked turns turned makes made means meant follows "
    "remains remained becomes became rains rained snowed happens happened depends depended costs cost"
)


def person(told: Scene, seen: Sequence[Seen], at: int) -> Guess | None:
    """The person that the pronoun at the word means."""
    gender = PERSONS[told.lows[at]]
    if told.low(at + 1) == "or" and told.low(at + 2) in PERSONS:  # "he or she" is anybody
        return None
    inside = told.quoted[at]
    away = _speakers(told, seen, at) if inside else frozenset()
    beside = _own_subject(told, seen, at)
    over = told.governor(at) if told.parsed else None
    speaks = not inside and _verb(told, at) in cues()
    closes = speaks and told.low(at - 1) == ","

    def fits(one: Seen) -> float:
        if one.who.stranger:
            return 0.6
        if one.who.sort is not Sort.PERSON or one.who.plural or one.who in away or one.who is beside:
            return 0.0
        if one.who.gender not in ("", gender):
            return 0.0
        weight = (1.0 if one.who.gender else 0.85) * (1.0 if one.who.entity else 0.9)
        if closes and told.sentences[one.first] == told.sentences[at]:
            weight *= _INSIDE
        governs = over is not None and one.first <= over < one.end
        return weight * (_AGAIN if speaks and one.spoke else 1.0) * (_GOVERNS if governs else 1.0)

    ranks = ranked(told, seen, at, fits, _REACH)
    if not ranks:
        return None
    sure = min(sureness(ranks), _SUREST) * (0.8 if inside else 1.0) - (0.0 if ranks[0].who.gender else 0.05)
    return Guess(ranks[0].who, f"pronoun.{gender}", sure)


def _own_subject(told: Scene, seen: Sequence[Seen], at: int) -> Referent | None:
    """The subject of the verb whose object the pronoun is: it means somebody else."""
    low = told.lows[at]
    objective = low in _OBJECTS or (low == "her" and told.deps[at] in ("obj", "iobj", "obl"))
    if not objective or not told.parsed:
        return None
    verb = told.heads[at]
    for one in reversed(seen[-20:]):
        if told.sentences[one.first] != told.sentences[at]:
            return None
        if one.subject and any(told.heads[word] == verb for word in range(one.first, one.end)):
            return one.who
    return None


def _speakers(told: Scene, seen: Sequence[Seen], at: int) -> frozenset[Referent]:
    """Those who speak in the paragraph of a quotation: what they say of "him" is of somebody else."""
    paragraph = told.paragraphs[at]
    near = {one.who for one in seen[-40:] if one.spoke and not one.quoted and told.paragraphs[one.first] == paragraph}
    if not near:
        last = next((one.who for one in reversed(seen[-MEMORY:]) if one.spoke and not one.quoted), None)
        near = {last} if last else set()
    return frozenset(near)


def thing(told: Scene, seen: Sequence[Seen], at: int) -> Guess | None:
    """The body or the state that "it" or "its" means: the last subject, if that is one, never a thing nor one farther off.

    Where the parse shows another subject over the pronoun than the last, it stays open.
    """
    low = told.lows[at]
    if told.quoted[at] or (low == "it" and not _acts(told, at)) or told.low(at - 1) == "as":
        return None
    if low == "it" and _verb(told, at) in cues() and told.low(at - 1) == ",":  # "..., it said"
        return _speaker(told, seen, at)
    one = _last_subject(told, seen, at)
    if one is None or one.who.sort not in _AGENTS:
        return None
    apart = told.sentences[at] - told.sentences[one.first]
    said = one.spoke and told.low(at - 1) in cues() and at - 1 - one.end < 2  # "Boeing said it", "Boeing has said it"
    if apart == 0 and told.parsed and not said:
        over = told.governor(at)
        if (
            over is not None
            and not one.first <= over < one.end
            and any(each.first <= over < each.end for each in seen[-30:])
        ):
            return None
    return Guess(one.who, "pronoun.it", 0.75 if apart else 0.85)


def _last_subject(told: Scene, seen: Sequence[Seen], at: int) -> Seen | None:
    """The last that was a subject in the pronoun's sentence, or for "it" in the one before; a person is passed over."""
    reach = 1 if told.lows[at] == "it" else 0
    for one in reversed(seen[-30:]):
        if told.sentences[at] - told.sentences[one.first] > reach:
            return None
        if one.subject and not one.quoted and not one.who.plural and one.who.sort not in (Sort.PERSON, Sort.PLACE):
            return one
    return None


def _speaker(told: Scene, seen: Sequence[Seen], at: int) -> Guess | None:
    """The body that spoke last before the sentence."""
    for one in reversed(seen[-MEMORY:]):
        apart = told.sentences[at] - told.sentences[one.first]
        if apart > 3:
            return None
        if apart and one.spoke and not one.quoted and one.who.sort is not Sort.PERSON:
            return Guess(one.who, "pronoun.it", 0.8 if apart == 1 else 0.7) if one.who.sort in _AGENTS else None
    return None


def _acts(told: Scene, at: int) -> bool:
    """Whether "it" is the subject of a verb that somebody does: not "it is clear that", "it rained"."""
    verb = _verb(told, at)
    if not verb or verb in _PLEONASTIC:
        return False
    return not told.parsed or told.deps[at] in ("nsubj", "nsubj:pass") or verb in cues()


def _verb(told: Scene, at: int) -> str:
    """The verb after the pronoun."""
    after = at + 1
    while told.low(after) in _HELPERS or told.low(after).endswith("ly"):
        if (
            told.low(after) in ("is", "was", "'s", "’s")
            and told.low(after + 1) not in ("to",)
            and not _verbal(told, after + 1)
        ):
            return told.low(after)
        after += 1
    return told.low(after)


def _verbal(told: Scene, at: int) -> bool:
    """Whether the word is a participle: "it is planning", "it was told"."""
    return at < len(told.tags) and (told.tags[at] in ("VBG", "VBN") or told.low(at).endswith("ing"))
