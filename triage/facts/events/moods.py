"""Whether something is said to be so, planned, possible, threatened or denied: auxiliaries, and the words that a verb hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.events.forms import noun_forms, verb_forms
from triage.facts.events.parse import SUBJECTS
from triage.facts.lexicon import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triage.facts.events.parse import Parse

_PLANNED = words("will 'll ’ll wo shall would 'd ’d going")
_POSSIBLE = words("may might could can ca should must ought cannot")
_NOT = words("not n't n’t never nor neither no")
_IF = words("if unless whether")
_WHICHEVER = words("whichever whatever any either")
_NO = words("no neither nobody none nothing")
_ORDER = ("did", "plans", "may", "threatens", "denies")
"""What weighs more stands later: "threatened to try to sign" is a threat."""
BLAMED = words("for of from with")
"""What joins to an object what it is said to do: "blamed Paris for blocking"."""


@dataclass(frozen=True, slots=True)
class Mood:
    """Whether something is said to be so: `modality` as in the contract, `negated` when it is said not to be."""

    modality: str = "did"
    negated: bool = False

    def under(self, other: Mood) -> Mood:
        """What is left of it when it hangs on the other."""
        weightier = max(self.modality, other.modality, key=_ORDER.index)
        return Mood(weightier, self.negated != other.negated)


def mood_of(parse: Parse, verb: int) -> tuple[Mood, int]:
    """What is made of the verb by its auxiliaries and by the words that it hangs on, and the first of its words."""
    mood, first = _own_mood(parse, verb), verb
    chained, told = True, not _has_to(parse, verb)
    for at in parse.climb(verb):
        head, rel = parse.heads[at], parse.rels[at]
        if head == at or _is_fact(parse, at):
            break
        if rel in ("xcomp", "ccomp", "csubj", "acl") or (rel == "advcl" and _purpose(parse, at)):
            mood = mood.under(_hung(parse, at, head, rel))
            if _is_none(parse, head):
                mood = mood.under(Mood("may"))  # "no evidence that"
            told = told or entry_of(parse, head) is not None or _by_vote(parse, at, head)
            chained = chained and rel == "xcomp" and head < first
            first = head if chained else first
        elif rel == "conj" and parse.is_verb(head) and head < at and _shares(parse, at):
            mood = mood.under(Mood(_auxiliary(parse, head), _refused(parse, head, at)))
        elif rel == "advcl" and _marked(parse, at, ("by",)):
            mood = mood.under(Mood(_auxiliary(parse, head)))  # the means are as open as the end
        elif rel not in ("conj", "acl:relcl", "parataxis"):
            if rel == "advcl" and parse.tags[at] in _TIMELESS and parse.texts[at - 1] != "," and _open(parse, head):
                mood = mood.under(entry_of(parse, head) or Mood("may"))
            break
        if rel in ("acl:relcl", "parataxis", "ccomp", "csubj"):
            break
    return mood if told else mood.under(Mood("plans")), first


def _open(parse: Parse, head: int) -> bool:
    """Whether what a clause hangs on is open, and the clause with it: "will enter into force when ratified", "keen on buying"."""
    return parse.tags[head][:1] == "J" or _auxiliary(parse, head) != "did"


_TIMELESS = words("VBZ VBP VBN VBG")
"""Tags of forms that say of no time that they are past."""


def _has_to(parse: Parse, verb: int) -> bool:
    """Whether it is an infinitive: "to sign", not "prior to signing"."""
    return parse.tags[verb] != "VBG" and any(parse.low[one] == "to" for one in parse.children(verb, "mark"))


def _own_mood(parse: Parse, verb: int) -> Mood:
    negated = False
    modality = _auxiliary(parse, verb)
    for one in parse.below[verb]:
        low, rel = parse.low[one], parse.rels[one]
        if rel in ("advmod", "aux", "cc:preconj") and low in _NOT:
            negated = parse.low[one + 1 : one + 2] != ["only"]
        elif rel == "mark" and low in _IF:
            modality = "may"
        elif rel in ("mark", "case") and low == "without":
            negated = True
        elif rel in ("nsubj", "obj", "nsubj:pass"):
            negated ^= _is_none(parse, one)
            if rel != "obj" and any(parse.low[word] in _WHICHEVER for word in parse.below[one] if word < one):
                modality = "may"
    if modality == "did" and _conditional(parse, verb):
        modality = "may"
    return Mood(modality, negated)


def _conditional(parse: Parse, verb: int) -> bool:
    """Whether "if" stands before the verb in its own part of the sentence, wherever the parser has hung it."""
    for at in range(verb - 1, max(-1, verb - _NEAR), -1):
        if parse.low[at] in _IF:
            return True
        if parse.texts[at] in ",;:" or (parse.is_verb(at) and parse.rels[at] not in ("amod", "aux", "xcomp")):
            return False
    return False


_NEAR = 12


def _auxiliary(parse: Parse, verb: int) -> str:
    """The modality that auxiliaries give: "will sign" plans, "could sign" and "would have signed" may."""
    modality = "did"
    would = have = False
    for one in parse.below[verb]:
        if parse.rels[one] not in ("aux", "aux:pass") or one > verb:
            continue
        low = parse.low[one]
        if low == "be" and parse.rels[one] == "aux:pass" and modality == "did" and not _has_to(parse, verb):
            modality = "may"  # "they demanded that he be released"
        would |= low in ("would", "'d", "’d")
        have |= low == "have"
        if low in _POSSIBLE:
            return "may"
        if low in _PLANNED:
            modality = "plans"
    return "may" if would and have else modality


def _is_none(parse: Parse, noun: int) -> bool:
    return parse.low[noun] in _NO or any(
        parse.low[one] in _NO for one in parse.children(noun, "det", "advmod", "nummod") if one < noun
    )


def _shares(parse: Parse, verb: int) -> bool:
    """Whether a verb after "and" has the auxiliaries of the one before it: it has no subject of its own, and the bare form."""
    own = any(parse.rels[one] in (*SUBJECTS, "aux") for one in parse.below[verb])
    return not own and parse.tags[verb] in ("VB", "VBN", "VBP", "VBG")


def _refused(parse: Parse, head: int, verb: int) -> bool:
    """Whether the first of two verbs is negated in a way that holds for the second: "without admitting or denying"."""
    either = parse.low[verb - 1] in ("or", "nor") and any(
        parse.low[one] in _NOT for one in parse.children(head, "advmod")
    )
    return either or _marked(parse, head, ("without",))


_FACTS = words("because although though while as after since")


def _is_fact(parse: Parse, at: int) -> bool:
    """Whether a clause tells what was so, whatever becomes of the one on which it hangs: "will not return because she resigned"."""
    helpers = {parse.low[one] for one in parse.children(at, "aux", "aux:pass")}
    past = parse.tags[at] == "VBD" or bool(helpers & {"had", "was", "were", "has", "have"})
    return past and _marked(parse, at, _FACTS)


def _purpose(parse: Parse, at: int) -> bool:
    """Whether a clause beside another says what that was for ("to attack"), or of what somebody is accused."""
    return (parse.low[at - 1] == "to" and parse.tags[at] != "VBG") or any(
        parse.low[one] in BLAMED or parse.low[one] == "against" for one in parse.children(at, "mark")
    )


def _hung(parse: Parse, at: int, head: int, rel: str) -> Mood:
    """What the word above makes of a verb: of plans, of fears, of denials; a plain report leaves it as it is."""
    entry, to = entry_of(parse, head), _has_to(parse, at)
    if rel in ("ccomp", "csubj"):
        return _reported(parse, head, entry, to)
    if rel == "acl" and not (to and entry):
        return _of_noun(parse, at, entry, to)
    own = _own_mood(parse, head) if parse.verbal(head) else Mood()
    if to and _by_vote(parse, at, head):
        return own
    if rel == "advcl":
        if not to and _marked(parse, at, ("against",)):
            return Mood("may")  # "warned them against attacking"
        if not to:  # "praised for signing" tells why
            return entry or Mood("did" if _marked(parse, at, ("for",)) else "may")
        if entry is None or entry.negated:
            entry = Mood("may" if parse.tags[head][:1] == "J" else "plans")
        return entry.under(Mood(own.modality))  # "might use it to block"
    if entry is None:
        return Mood("plans") if to else Mood()
    return entry.under(
        Mood("did" if own.modality == "plans" and entry.modality != "did" else own.modality, own.negated)
    )


def _reported(parse: Parse, head: int, entry: Mood | None, to: bool) -> Mood:
    """What a verb makes of a whole clause: "told them that it attacked" is a report, where "told them to attack" is none."""
    if entry is None or (entry.modality == "did" and not entry.negated) or (not to and parse.low[head] in _askers()):
        return Mood()  # "he did not say that it attacked" says nothing of the attack
    if entry.negated and parse.tags[head][:1] == "V":  # "refused", "warned that": what follows is only feared
        return Mood("may")
    return entry


def _of_noun(parse: Parse, at: int, entry: Mood | None, to: bool) -> Mood:
    """What a noun makes of the verb that says more of it: "talks on buying", "a plan to buy"."""
    if to:
        return Mood("plans")
    return entry or Mood("may") if _marked(parse, at, _MEANT) else Mood()


def _by_vote(parse: Parse, at: int, head: int) -> bool:
    """Whether a vote for something has done it: "voted to approve the budget"."""
    return parse.low[head] in _VOTING and parse.lemmas[at] in _VOTED


_VOTING = words("vote votes voted voting")
_VOTED = words(
    "approve pass adopt ratify reject endorse back confirm censure impeach oust remove dismiss condemn extend repeal suspend expel"
)
_MEANT = words("on at about of to into toward towards against")
"""Prepositions behind which a gerund tells what is thought of, and not what is done."""


def _marked(parse: Parse, at: int, by: Iterable[str]) -> bool:
    """Whether one of the words joins the clause to what it hangs on."""
    return any(parse.low[one] in by for one in parse.children(at, "mark", "case"))


def entry_of(parse: Parse, at: int) -> Mood | None:
    """What the list has of a word, with its particle if it has one ("ruled out"); None if nothing."""
    particle = parse.child(at, "compound:prt")
    following = parse.low[at + 1 : at + 2] if particle is None else [parse.low[particle]]
    known = moods()
    return known.get(" ".join((parse.low[at], *following))) or known.get(parse.low[at])


@cache
def moods() -> Mapping[str, Mood]:
    """What the words of the list make of a verb that hangs on them, by all their forms."""
    found: dict[str, Mood] = {}
    for word, modality, turned in rows("modality"):
        for form in _forms(word):
            found.setdefault(form, Mood(modality, turned == "not"))
    return found


@cache
def _askers() -> frozenset[str]:
    """Words of the list that make something only of an infinitive, by all their forms."""
    return frozenset(form for word, _, turned in rows("modality") if turned == "to" for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """The forms of a word, of a verb with a particle those of the verb."""
    first, _, particle = word.partition(" ")
    if particle:
        yield from (f"{form} {particle}" for form in verb_forms(first))
    else:
        yield from (*verb_forms(word), *noun_forms(word))
