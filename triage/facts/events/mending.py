"""Faults that a parser makes again and again, and that the words around them give away, mended before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUBJECTS = ("nsubj", "csubj", "nsubj:pass", "csubj:pass")
_NOMINAL = ("obl", "nmod", "obj", "dep")
_AND = words("and or nor &")
_NAMES = ("NNP", "NNPS")
_SIDES = words("north south east west")
_NEAR = 5
_DEEPEST = 60


def mend(rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Mends relations and heads in place. `tags` and `low` are the tokens' tags and lower-case texts."""
    _free_verbs(rels, heads, tags)
    _finite(rels, heads, tags)
    _reported(rels, heads, tags)
    for at in range(1, len(low)):
        if tags[at] == "VB" and low[at - 1] == "to":
            _infinitive(at, rels, heads, tags)
        elif tags[at] == "RP" and rels[at] == "case":
            _particle(at, rels, heads, tags)
        elif low[at - 1] in _SIDES and heads[at] != at - 1:
            _whole_people(at, rels, heads, tags)
        elif rels[at] == "conj":
            if tags[at][:1] == "V" and low[at - 1] in _AND:
                _paired(at, heads, tags)
        elif rels[at] == "acl" and tags[at] in ("VBN", "VBD") and heads[at] == at - 1:
            _relative(at, rels, heads, tags, low)
        elif rels[at] == "advcl" and tags[at] == "VBN":
            _to_be(at, rels, heads, tags, low)
    _described(rels, heads, tags, low)
    _appositions(rels, heads, tags, low)


def _free_verbs(rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets a verb that has a subject of its own be no adjective of the noun behind it: "Turkey [bought] missiles"."""
    helped = {heads[at] for at, rel in enumerate(rels) if rel == "aux:pass"}
    for at, rel in enumerate(list(rels)):
        if rel not in _SUBJECTS or at > (verb := heads[at]) or rels[verb] != "amod":
            continue
        passive = tags[verb] == "VBN" and verb in helped
        noun = heads[verb]
        active = tags[verb] == "VBD" or (tags[verb] == "VBN" and rel == "nsubj")
        if noun > verb and (passive or active):
            rels[verb], heads[verb] = rels[noun], heads[noun] if heads[noun] != noun else verb
            rels[noun], heads[noun] = "xcomp" if passive else "obj", verb  # "was named [president]"
            for later in range(noun + 1, len(rels)):
                if passive and heads[later] == noun and rels[later] == "acl":
                    rels[later], heads[later] = "advcl", verb


def _finite(rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets a past form behind a noun be the verb of a sentence that has none: "North Korea test-[fired] two missiles"."""
    for verb in range(1, len(rels)):
        noun = heads[verb]
        if rels[verb] == "amod" and tags[verb] == "VBD" and noun > verb and heads[noun] == noun:
            before = verb - 1 if tags[verb - 1] != "HYPH" else verb - 3
            if before >= 0 and tags[before] in _NAMES:
                rels[verb], heads[verb] = rels[noun], verb
                rels[noun], heads[noun] = "obj", verb
                if heads[before] == noun:
                    rels[before], heads[before] = "nsubj", verb
                    for one in range(before):
                        heads[one] = before if heads[one] == noun else heads[one]


def _reported(rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets a past form with an object of its own be a clause with the subject before it, and no adjective of who tells it: "Oslo this
    week [imposed] a ban, officials said"."""
    owners = {heads[at] for at, rel in enumerate(rels) if rel == "obj"}
    for verb in owners:
        teller = heads[verb]
        said = heads[teller]
        if rels[verb] == "amod" and tags[verb] in ("VBD", "VBN") and teller > verb and rels[teller] == "nsubj":
            subject = next((one for one in range(verb) if rels[one] == "nsubj" and heads[one] == said), None)
            if subject is not None:
                heads[subject] = verb
                rels[verb], heads[verb] = "ccomp", said


def _particle(at: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Gives a particle to its verb, and what stands behind it as its object: "shot [down] a helicopter"."""
    noun, verb = heads[at], at - 1
    if tags[verb][:1] == "V" and heads[noun] == verb and rels[noun] in ("obl", "nmod"):
        rels[at], heads[at] = "compound:prt", verb
        rels[noun] = "obj"


def _whole_people(at: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Puts the halves of a people's name together: "abducted nine [South] Korean oil workers"."""
    half, noun = at - 1, heads[at]
    if noun > at and tags[half] == "NNP" and rels[half] == rels[noun] and heads[half] == heads[noun]:
        rels[half], heads[half] = "compound", noun
        for one in range(half):
            if heads[one] == half:
                heads[one] = noun


def _relative(verb: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Gives a verb behind "[figures] the company" that noun for its subject, and what stands before for what is meant."""
    noun = heads[verb]
    first = next((one for one in range(noun - 1, max(-1, noun - _NEAR), -1) if tags[one] in ("DT", "PRP$")), 0)
    thing = first - 1
    if first < 1 or noun != verb - 1 or tags[thing] not in ("NN", "NNS") or low[verb + 1 : verb + 2] == ["by"]:
        return
    if (
        heads[noun] == thing
        and rels[noun] in _NOMINAL
        and not any(heads[one] == noun and rels[one] == "case" for one in range(first, noun))
    ):
        rels[noun], heads[noun] = "nsubj", verb
        rels[verb], heads[verb] = "acl:relcl", thing


def _infinitive(verb: int, rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Lets "to" be the mark of a bare verb, and the verb no noun behind a preposition: "needs votes to [censure] him"."""
    if heads[verb - 1] == verb and rels[verb - 1] == "case":
        rels[verb - 1] = "mark"
        if rels[verb] in _NOMINAL:
            rels[verb] = "acl" if tags[heads[verb]][:1] == "N" else "advcl"


def _paired(verb: int, heads: list[int], tags: Sequence[str]) -> None:
    """Hangs a verb behind "and" on the verb of the same form right before it: "without admitting or [denying] it"."""
    before = verb - 2
    if before >= 0 and tags[before] == tags[verb] and not hangs(before, verb, heads):
        heads[verb] = before


def _to_be(verb: int, rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Hangs "to be released" on the noun right before it: "in a study to be released"."""
    helpers = [one for one in range(max(0, verb - 4), verb) if heads[one] == verb]
    first = min(helpers, default=verb)
    if (
        {"to", "be"} <= {low[one] for one in helpers}
        and first > 0
        and tags[first - 1][:1] == "N"
        and not hangs(first - 1, verb, heads)
    ):
        rels[verb], heads[verb] = "acl", first - 1


def hangs(at: int, above: int, heads: Sequence[int]) -> bool:
    """Whether a token hangs on another, however deep: hanging that one on it would close a circle."""
    for _ in range(_DEEPEST):
        if at == above or heads[at] == at:
            return at == above
        at = heads[at]
    return True


def _described(rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Calls what a name is described as between commas an apposition: "Jane Roe, a lawyer, and Jan Holm agreed"."""
    for at, rel in enumerate(rels):
        name = heads[at]
        if rel != "conj" or tags[at] != "NN" or tags[name] not in _NAMES or low[at + 1 : at + 3] != [",", "and"]:
            continue
        article = next((one for one in range(name + 1, at) if heads[one] == at and low[one] in ("a", "an")), 0)
        if article and low[article - 1] == ",":
            rels[at] = "appos"
            for more in range(at + 1, len(rels)):
                if heads[more] == at and rels[more] == "conj":
                    heads[more] = name


def _appositions(rels: list[str], heads: list[int], tags: Sequence[str], low: Sequence[str]) -> None:
    """Calls a noun set off by commas an apposition where no "and" joins it: "the supplier, Acme, has agreed". Names may be a list."""
    joined = {heads[at] for at, rel in enumerate(rels) if rel == "cc"}
    lists: dict[int, list[int]] = {}
    for at, rel in enumerate(rels):
        if rel == "conj":
            lists.setdefault(heads[at], []).append(at)
    for head, members in lists.items():
        deeper = [more for one in members for more in lists.get(one, ())]
        whole = (head, *members, *deeper)
        if tags[head][:1] != "N" or joined.intersection(whole) or _AND.intersection(low[head : max(whole)]):
            continue
        for at in members:
            named = tags[head] in _NAMES and tags[at] in _NAMES
            if tags[at][:1] == "N" and not named:
                rels[at] = "appos"
