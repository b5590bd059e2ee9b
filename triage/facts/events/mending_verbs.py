"""Verbs that a parser has not seen as such: in a headline, behind a name without an article, behind a number of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUBJECTS = ("nsubj", "nsubj:pass")
_NAMES = ("NNP", "NNPS")
_NAMING = words(
    "elect elects elected name names named appoint appoints appointed make makes made declare declared crown crowned"
)
_HARMED = words("wounded injured killed detained arrested jailed kidnapped abducted")
_REACH = 60
"""Words to either side that are looked at: a list of ten thousand lines is no sentence."""

_BEFORE = ("compound", "nsubj", "nmod", "amod")


def mend_verbs(rels: list[str], heads: list[int], tags: list[str], low: Sequence[str]) -> None:
    """Mends relations, heads, and the tags of verbs taken for nouns, in place."""
    last = len(low) - 1
    for at in range(1, last):
        if rels[at] == "case" and rels[heads[at]] == "compound":
            _whole_case(at, rels, heads, low)
    for at in range(1, last):
        if tags[at] in ("NN", "NNS") and heads[at] == at:
            _headline(at, rels, heads, tags)
        elif tags[at] == "VBD" and rels[at] in ("amod", "advcl", "acl"):
            _past(at, rels, heads, tags, low)
        elif tags[at] == "VBN" and heads[at] == at and low[at] in _HARMED:
            _headline_passive(at, rels, heads)
        elif rels[at] == "cop" and low[heads[at]] in _HARMED and tags[heads[at]] == "JJ":
            _passive(heads[at], rels, heads, tags)
        elif low[at] == "up" and low[at + 1] == "to" and rels[at] in ("obl", "nmod", "obj"):
            _up_to(at, rels, heads, tags)
        elif tags[at] == "NN" and rels[at] == "obj":
            _named(at, rels, heads, tags, low)


def _past(at: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Looks whether a past form that hangs on something is the verb of the sentence."""
    if rels[at] == "amod":
        if tags[at - 1] in _NAMES and heads[at - 1] == heads[at]:
            _behind_name(at, rels, heads, tags)
    elif rels[at] == "advcl":
        if rels[at - 1] == "nsubj" and rels[at - 2] == "obl:agent":
            _behind_agent(at, rels, heads, tags)
    elif heads[at] == at - 1 and tags[at + 1] == "IN":
        _of_many(at, rels, heads, tags, low)
    else:
        _main(at, rels, heads, tags)


def _headline(verb: int, rels: list[str], heads: list[int], tags: list[str]) -> None:
    """Lets a "noun" that has an object be a verb: "Army [arrests] two suspects"."""
    objects = [one for one in _near(verb, heads) if heads[one] == verb and rels[one] == "obj" and one > verb]
    cased = any(rels[one] == "case" and heads[one] == verb for one in _near(verb, heads) if one < verb)
    if not objects or cased or rels[verb - 1] not in _BEFORE or heads[verb - 1] != verb or tags[verb - 1][:1] != "N":
        return
    tags[verb] = "VBZ" if tags[verb] == "NNS" else "VBP"
    subject = verb - 1
    rels[subject] = "nsubj"
    for one in range(max(0, subject - _REACH), subject):
        if heads[one] == verb:
            heads[one] = subject


def _behind_name(verb: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets a past form between a name and a noun be the verb whose subject and object they are, where that noun is said to be the
    subject of a noun: "The U.S. [imposed] sanctions on firms based in Oslo"."""
    name, noun = verb - 1, heads[verb]
    top = heads[noun]
    if rels[name] != "compound" or rels[noun] not in _SUBJECTS or noun < verb or tags[top][:1] == "V":
        return
    if any(heads[one] == top and rels[one] == "cop" for one in _near(top, heads)):
        return
    rels[verb], heads[verb] = rels[top], verb if heads[top] == top else heads[top]
    rels[top], heads[top] = "nmod", noun
    rels[noun], heads[noun] = "obj", verb
    rels[name], heads[name] = "nsubj", verb
    for one in range(max(0, name - _REACH), name):
        if heads[one] == noun:
            heads[one] = name


def _of_many(verb: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Lets a past form behind "thousands of people" be the verb of a sentence that has none: "Thousands of miners [marched] in Oslo"."""
    people = heads[verb]
    first = heads[people]
    if rels[people] != "nmod" or heads[first] != first or tags[first] != "NNS" or first > people:
        return
    end = max((one for one in _near(verb, heads) if heads[one] in (first, verb)), default=verb)
    if low[end] == "." and not any(
        rels[one] == "obj" or rels[one] == "cop"
        for one in range(max(0, end - _REACH), end)
        if heads[one] in (first, verb)
    ):
        rels[verb], heads[verb] = "ROOT", verb
        rels[first], heads[first] = "nsubj", verb
        for one in range(verb + 1, end + 1):
            if heads[one] == first:
                heads[one] = verb


def _main(verb: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets a past form with an object be the verb of a sentence whose root is a noun: "A court in Oslo [sentenced] Roe"."""
    noun = heads[verb]
    if heads[noun] != noun or noun > verb or tags[noun][:1] != "N":
        return
    if any(rels[one] == "obj" and heads[one] == verb and one > verb for one in _near(verb, heads)):
        rels[verb], heads[verb] = "ROOT", verb
        rels[noun], heads[noun] = "nsubj", verb
        for one in _near(verb, heads):
            if heads[one] == noun and one > verb:
                heads[one] = verb


def _behind_agent(verb: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Gives the verb of a sentence whose root is a noun that subject, and the one before it to a participle: "Forces backed by Gulf
    [troops] took the town"."""
    last, agent, helped = verb - 1, verb - 2, heads[verb]
    subject = heads[helped]
    if heads[agent] != helped or heads[last] != verb or rels[helped] != "acl" or heads[subject] != subject:
        return
    if tags[subject][:1] == "N" and tags[agent][:1] == "N":
        for one in range(helped + 1, agent):
            heads[one] = last if heads[one] == agent else heads[one]
        rels[agent], heads[agent] = "compound", last
        rels[last], heads[last] = "obl:agent", helped
        rels[verb], heads[verb] = "ROOT", verb
        rels[subject], heads[subject] = "nsubj", verb


def _up_to(up: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets "up to" say something of a number, and what stands before it bring in what the number counts: "with [up] to 150 jets"."""
    number, noun = up + 2, heads[up + 1]
    if number >= len(tags) or tags[number] != "CD" or noun < number:
        return
    for one in range(max(0, up - _REACH), up):
        if heads[one] == up:
            heads[one] = noun
    rels[up], heads[up] = "advmod", number
    rels[up + 1], heads[up + 1] = "fixed", up


def _whole_case(case: int, rels: list[str], heads: list[int], low: Sequence[str]) -> None:
    """Gives a preposition to the noun of the phrase, not to one that only says more of it: "[with] 40 infantry vehicles"."""
    noun = heads[heads[case]]
    if case < heads[case] < noun and rels[noun] == "obj" and case - 1 == heads[noun] and low[case - 1] in _HARMED:
        rels[noun], heads[case] = "obl", noun  # "Two killed [in] Kabul blast"
        return
    if (
        case < heads[case] < noun
        and rels[noun] in ("obl", "nmod")
        and "case" not in (rels[one] for one in range(max(0, case - _REACH), case) if heads[one] == noun)
    ):
        heads[case] = noun


def _headline_passive(verb: int, rels: list[str], heads: Sequence[int]) -> None:
    """Calls the subject of a participle alone one of a passive: "Two soldiers [killed] in ambush"."""
    below = [rels[one] for one in _near(verb, heads) if heads[one] == verb and one != verb]
    if not {"aux", "aux:pass", "obj", "cop"}.intersection(below):
        for one in _near(verb, heads):
            if heads[one] == verb and rels[one] == "nsubj":
                rels[one] = "nsubj:pass"


def _passive(verb: int, rels: list[str], heads: list[int], tags: list[str]) -> None:
    """Lets what looks like an adjective be a passive: "A guard was [wounded]"."""
    tags[verb] = "VBN"
    for one in _near(verb, heads):
        if heads[one] == verb and rels[one] in ("cop", "nsubj"):
            rels[one] = "aux:pass" if rels[one] == "cop" else "nsubj:pass"


def _named(office: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Parts whom somebody elects from what he becomes: "elected [Jane Roe] president"."""
    verb = heads[office]
    parts = [one for one in range(verb + 1, office) if heads[one] == office]
    names = [one for one in parts if tags[one] in _NAMES and rels[one] == "compound"]
    if low[verb] not in _NAMING or not names or names[0] != verb + 1 or len(names) != len(parts):
        return
    if tags[office - 1] not in _NAMES:
        return
    whole = names[0]
    for one in names[1:]:
        rels[one], heads[one] = "flat", whole
    rels[whole], heads[whole] = "obj", verb
    rels[office] = "xcomp"


def _near(at: int, heads: Sequence[int]) -> range:
    """The words around one."""
    return range(max(0, at - _REACH), min(len(heads), at + _REACH))
