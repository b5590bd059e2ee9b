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
_REACH = 5
"""Sentences back in which the one may stand whom a pronoun means."""

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
    inside = told.quoted[at]
    away = _speakers(told, seen, at) if inside else frozenset()
    beside = _own_subject(told, seen, at)

    def fits(one: Seen) -> float:
        if one.who.sort is not Sort.PERSON or one.who.plural or one.who in away or one.who is beside:
            return 0.0
        if one.who.gender not in ("", gender):
            return 0.0
        return (1.0 if one.who.gender else 0.85) * (1.0 if one.who.entity else 0.9)

    ranks = ranked(told, seen, at, fits, _REACH)
    if not ranks:
        return None
    sure = sureness(ranks) * (0.8 if inside else 1.0) - (0.0 if ranks[0].who.gender else 0.05)
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
    """The body or the state that "it" or "its" means: the last subject, if that is one, never a thing nor one farther off."""
    low = told.lows[at]
    if told.quoted[at] or (low == "it" and not _acts(told, at)):
        return None
    speaks = low == "it" and _verb(told, at) in cues()
    for one in reversed(seen[-30:]):
        apart = told.sentences[at] - told.sentences[one.first]
        if apart > (1 if low == "it" else 0) + speaks:
            return None
        if not one.subject or one.quoted or one.who.plural or one.who.sort in (Sort.PERSON, Sort.PLACE):
            continue
        if one.who.sort is Sort.THING and not speaks:
            return None
        if one.who.sort in _AGENTS:
            return Guess(one.who, "pronoun.it", (0.85, 0.75, 0.6)[apart])
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
