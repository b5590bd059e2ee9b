"""Faults of a parser about clauses: what a clause hangs on, who is its subject, and what joins it to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.cues import cues
from triage.facts.events.mending import hangs
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVE = words("who which")
_JOINING = words("after before since until as while because")
_WITH_GERUND = words("after before since while by without")
_SPANS = words("second seconds minute minutes hour hours day days week weeks month months year years")
_DENIED = words("deny denies denied denying admit admits admitted admitting")
_BESIDE = ("parataxis", "advcl", "ccomp", "conj", "dep")
_NOMINAL = ("obl", "nmod", "obj", "dep")
_DASHES = words("- – — --")
_DEEPEST = 60


def mend_clauses(rels: list[str], heads: list[int], tags: list[str], low: Sequence[str]) -> None:
    """Mends relations, heads and the tag of a verb taken for a noun in place."""
    for at in range(1, len(low)):
        if low[at] in _RELATIVE and rels[at] in _SUBJECTS and low[at - 1] == ",":
            _relative(at, rels, heads, tags)
        elif low[at] in _JOINING and rels[at] == "case":
            _joining(at, rels, heads, tags, low)
        elif tags[at] == "VBG":
            _gerund(at, rels, heads, tags, low)
        elif tags[at] == "VB" and low[at - 1] == "to":
            _planned(at, rels, heads, tags)
        elif tags[at] == "POS":
            _owned_subject(at, rels, heads, tags)
        elif low[at] in _DASHES and tags[at] != "HYPH":
            _told_behind(at, rels, heads, tags)


def _relative(pronoun: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Hangs ", who [seized] a ship" on the noun before the comma."""
    verb, noun = heads[pronoun], pronoun - 2
    if (
        verb > pronoun
        and rels[verb] in _BESIDE
        and noun >= 0
        and tags[noun][:1] == "N"
        and not hangs(noun, verb, heads)
    ):
        while rels[noun] in ("compound", "flat") and noun < heads[noun] < pronoun:
            noun = heads[noun]
        rels[verb], heads[verb] = "acl:relcl", noun


def _joining(at: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Lets "after" join a clause whose subject it stands before: "a day [after] troops entered the city", "said [after] troops left".

    The clause has another verb before it, or a span of time: what a preposition brings into a clause of its own is no subject.
    """
    noun = heads[at]
    verb = heads[noun]
    if rels[noun] not in _SUBJECTS or not at < noun < verb or tags[verb][:1] != "V":
        return
    below = rels[verb] in _BESIDE and heads[verb] < at and tags[heads[verb]][:1] == "V"
    if below or low[at - 1] in _SPANS:
        rels[at], heads[at] = "mark", verb
    if below:
        rels[verb] = "advcl"


def _gerund(verb: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    head = heads[verb]
    if rels[verb] in ("ccomp", "advcl") and head > verb and low[verb - 1] == "," and low[head] in cues():
        main = heads[head]  # "raided a village, [killing] two, officials said"
        own = any(
            heads[one] == verb and rels[one] in (*_SUBJECTS, "aux") for one in range(max(0, verb - _DEEPEST), verb)
        )
        if main < verb and tags[main][:1] == "V" and not own:
            rels[verb], heads[verb] = "advcl", main
    elif rels[verb] == "acl" and head < verb and low[verb - 1] in _WITH_GERUND and heads[verb - 1] == verb:
        above = _verb_above(head, heads, tags)  # "called off the talks after [seizing] a ship"
        if above is not None and above < head:
            rels[verb], heads[verb] = "advcl", above
    elif (
        rels[verb] in ("compound", "amod")
        and verb + 1 < head == _last(verb + 1, head, heads)
        and low[verb - 1] in _DENIED
    ):
        above = heads[head]  # "denied [killing] three hostages"
        if above == verb - 1 and (tags[verb + 1] in ("CD", "DT", "PRP$") or tags[head] == "NNS"):
            rels[verb], heads[verb] = "xcomp", above
            rels[head], heads[head] = "obj", verb


def _last(first: int, noun: int, heads: Sequence[int]) -> int:
    """The noun if all between hangs on it, else -1."""
    return noun if all(hangs(one, noun, heads) for one in range(first, noun)) else -1


def _planned(verb: int, rels: list[str], heads: list[int], tags: list[str]) -> None:
    """Lets a word between its subject and "to" be the verb on which the infinitive hangs: "Paris [plans] to sell it"."""
    head = heads[verb]
    if head != verb - 2 or rels[verb] not in (*_NOMINAL, "acl"):
        return
    if tags[head] in ("NN", "NNS"):
        _told_plan(head, rels, heads, tags)
    if tags[head][:1] == "V":
        rels[verb] = "xcomp"


def _told_plan(plan: int, rels: list[str], heads: list[int], tags: list[str]) -> None:
    """Calls a noun with a subject a verb, and one of two subjects: "the police [plan] to sell it, [sources] said"."""
    subject = next(
        (one for one in range(max(0, plan - _DEEPEST), plan) if heads[one] == plan and rels[one] in _SUBJECTS), None
    )
    teller, before = heads[plan], plan - 1
    if subject is None and rels[plan] == "nsubj" and rels[before] == "compound" and heads[before] == plan:
        if not any(rels[one] == "nsubj" and heads[one] == teller for one in range(plan + 1, teller)):
            return
        subject, rels[before], rels[plan] = before, "nsubj", "ccomp"
        for one in range(max(0, before - _DEEPEST), before):
            if heads[one] == plan:
                heads[one] = before
    if subject is not None and tags[subject] != "PRP":
        tags[plan] = "VBZ" if tags[plan] == "NNS" else "VBP"


def _owned_subject(mark: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Makes a noun between "Chile's" and a finite verb without a subject that subject: "Chile's [army] withdrew"."""
    owner, noun = heads[mark], mark + 1
    verb = noun + 1
    if verb >= len(rels) or tags[verb] not in ("VBD", "VBZ", "VBP") or tags[noun][:1] != "N" or heads[noun] != verb:
        return
    if rels[owner] in ("nmod:poss", "nsubj") and heads[owner] == verb and rels[noun] in (*_NOMINAL, "compound"):
        rels[owner], heads[owner], rels[noun] = "nmod:poss", noun, "nsubj"


def _told_behind(dash: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Cuts who tells it in a headline from the noun before the dash: "Oslo expels four [diplomats] - ministry"."""
    noun = dash - 1
    teller = heads[noun]
    verb = heads[teller]
    if teller <= dash or tags[noun][:1] != "N" or rels[noun] not in ("compound", "nmod", "flat") or verb >= noun:
        return
    if tags[verb][:1] == "V":
        rels[noun], heads[noun] = rels[teller], verb
        rels[teller] = "parataxis"


def _verb_above(at: int, heads: Sequence[int], tags: Sequence[str]) -> int | None:
    """The nearest verb on which the token hangs."""
    for _ in range(_DEEPEST):
        if tags[at][:1] == "V":
            return at
        if heads[at] == at:
            return None
        at = heads[at]
    return None
