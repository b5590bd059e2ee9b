"""Signs that a noun is not the party that a parser makes of it, in the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.events.parse import TIMES

if TYPE_CHECKING:
    from triage.facts.events.parse import Parse

_FINITE = ("VBP", "VBZ", "VBD", "MD")
_HELPING = ("aux", "aux:pass", "cop")
_INNER = ("nmod", "compound", "obl")


def brought_in(parse: Parse, noun: int) -> bool:
    """Whether a preposition stands before the noun: what it brings in is no subject ("with wind [shear] was endorsed").

    One that brings in a time is not meant: "on Monday [Turkey] bought".
    """
    around = (noun, *(one for one in parse.children(noun, *_INNER) if one < noun))
    cases = (
        case
        for one in around
        for case in parse.children(one, "case")
        if parse.tags[case] != "POS" and not parse.counts(case)
    )
    return any(case < noun and not TIMES.intersection(parse.low[case + 1 : noun]) for case in cases)


def acts_next(parse: Parse, noun: int, verb: int) -> bool:
    """Whether a finite verb, other than `verb`, stands right behind the noun and has no other subject: it must be the noun's.

    "a probe into how [firms] sell holidays": whoever probes does nothing to the firms.
    """
    following = noun + 1
    if following >= len(parse.tags) or parse.tags[following] not in _FINITE or parse.rels[following] in ("acl", "amod"):
        return False
    if parse.sentence[following] != parse.sentence[noun]:
        return False
    acting = parse.heads[following] if parse.rels[following] in _HELPING else following
    if acting == verb or parse.rels[acting] == "conj":
        return False
    return parse.child(acting, "nsubj", "nsubj:pass", "csubj", "expl") in (None, noun)
