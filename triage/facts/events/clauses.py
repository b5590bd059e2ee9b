"""A clause: a predicate, where its parties stand, and whether it is said to be so, planned, possible, threatened or denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.cues import cues
from triage.facts.events.moods import BLAMED, Mood, entry_of, mood_of, moods
from triage.facts.events.parse import SUBJECTS, TIMES
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.events.parse import Parse

_RELATIVE = words("who which that whom whose")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subjects and objects as tokens, conjuncts included.

    For a passive the objects are its grammatical subjects, and the subjects whom "by" names. `first` is the verb from
    which on its words are read ("agreed to sign": agreed). `inherited` is true where the subject stands with another verb.
    """

    verb: int
    first: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    passive: bool
    mood: Mood
    inherited: bool = False


def clause(parse: Parse, verb: int) -> Clause:
    """The clause of a verb."""
    passive = is_passive(parse, verb)
    subjects, inherited = _subjects(parse, verb, passive)
    if passive:
        objects, subjects = subjects, tuple(_agents(parse, verb))
        objects = objects or _relative_object(parse, verb)
    else:
        direct = list(parse.children(verb, "obj")) or _bare_nouns(parse, verb)
        objects = tuple(
            more for one in direct for more in parse.conjuncts(one) if more > verb and not _goes_by(parse, verb, more)
        )
        objects = objects or _relative_object(parse, verb)
    mood, first = mood_of(parse, verb)
    return Clause(verb, first, subjects, objects, passive, mood, inherited)


def _agents(parse: Parse, verb: int) -> Iterator[int]:
    """Whom "by" names behind a passive, or "between" where there are several: "signed between Paris and Rome"."""
    for one in parse.children(verb, "obl:agent", "obl"):
        several = [more for more in parse.conjuncts(one) if more > verb]
        if parse.case(one) == "by" or (parse.case(one) == "between" and len(several) > 1):
            yield from several


def _goes_by(parse: Parse, verb: int, at: int) -> bool:
    """Whether a gerund stands where a list of nouns would go on, behind a verb that is one: "attacking troops, [setting] fires"."""
    first = min((at, *(one for one in parse.children(at, "amod") if parse.texts[one - 1] in (",", "and", "or"))))
    return parse.tags[verb] == "VBG" and first > verb + 1 and parse.low[first].endswith("ing") and parse.is_verb(first)


def _bare_nouns(parse: Parse, verb: int) -> list[int]:
    """What a parser has hung on the verb as an adverbial that has no preposition and says no time: the object."""
    near = (one for one in parse.children(verb, "obl", "nmod") if one > verb and not parse.case(one))
    fitting = (
        one
        for one in near
        if parse.tags[one] in ("NN", "NNS", "CD")
        or (parse.tags[one] == "NNP" and not {"case", "punct"}.intersection(parse.rels[verb + 1 : one]))
    )
    return [one for one in fitting if parse.low[one] not in TIMES][:1]


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is a passive, or a participle that hangs on a noun ("the planes sold to Iran")."""
    rels = [parse.rels[one] for one in parse.below[verb]]
    helpers = {parse.low[one] for one in parse.children(verb, "aux", "aux:pass")}
    if helpers & _HAVE and not helpers & _BE:
        return False  # "have warned", whatever the parser makes of its subject
    if "aux:pass" in rels or "nsubj:pass" in rels:
        return True
    if parse.tags[verb] not in ("VBN", "VBD") or "nsubj" in rels or "aux" in rels:
        return False
    if parse.rels[verb] == "acl" or (parse.rels[verb] in ("advcl", "xcomp") and parse.tags[verb] == "VBN"):
        return "obj" not in rels and not _bare_nouns(parse, verb)
    if parse.rels[verb] == "conj" and parse.tags[verb] == "VBN" and "obj" not in rels:
        return is_passive(parse, parse.heads[verb]) if parse.heads[verb] < verb else False
    return "obl:agent" in rels


def _subjects(parse: Parse, verb: int, passive: bool, depth: int = 0) -> tuple[tuple[int, ...], bool]:
    """The tokens that are the verb's grammatical subject, and whether it has them from another verb."""
    own = [one for one in parse.below[verb] if parse.rels[one] in SUBJECTS]
    if len(own) > 1:  # "NeXT, which Apple bought"; of two without "and" the parser has split one
        own = [one for one in own if parse.low[one] not in _RELATIVE][-1:]
    named = [more for one in own for more in parse.conjuncts(one) if more < verb or one > verb]
    rel, head = parse.rels[verb], parse.heads[verb]
    if named and parse.low[named[0]] in _RELATIVE and rel.startswith("acl"):
        return (_antecedent(parse, own[0], head),), False
    if named:
        return tuple(named), False
    if (before := _right_before(parse, verb)) is not None:
        return (before,), False
    if head == verb or depth > _DEPTH:
        return (), False
    if rel == "advcl" and passive and parse.tags[verb] == "VBN" and verb > head and parse.texts[verb - 1] == ",":
        return _of_noun(parse, verb, verb, depth)
    if rel in ("acl", "list", "appos", "dep") and parse.tags[head][:1] == "N":
        return _of_noun(parse, verb, head, depth)
    if rel in ("xcomp", "conj", "advcl", "ccomp", "aux", "parataxis") and parse.verbal(head):
        return _from_head(parse, verb, head, passive, depth)
    return (), False


_DEPTH = 6
_QUOTES = frozenset(("“", '"', "``", "‘"))


def _antecedent(parse: Parse, pronoun: int, head: int) -> int:
    """The noun that "who" or "which" means: the nearest before it, unless that is only a place where something was."""
    at = pronoun - 1
    while at > head and (parse.texts[at] == "," or parse.rels[at] == "case"):
        at -= 1
    if at <= head or parse.tags[at][:1] != "N":
        return parse.conjuncts(head)[-1] if parse.conjuncts(head)[-1] < pronoun else head
    while parse.rels[at] in ("compound", "flat") and at > head:
        at = parse.heads[at]
    where = parse.case(at) in ("in", "at", "near", "of") and parse.tags[at] == "NNP"
    return parse.heads[at] if where else at


def _right_before(parse: Parse, verb: int) -> int | None:
    """The name that stands right before a finite verb without a subject: what a parser has made something else of."""
    if parse.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN") or parse.rels[verb] not in ("ROOT", "ccomp", "parataxis"):
        return None
    at = verb - 1 - 2 * ("-" in parse.low[verb] and "-" not in parse.texts[verb])
    while at >= 0 and parse.rels[at] in ("aux", "advmod") and parse.heads[at] == verb:
        at -= 1
    return at if at >= 0 and parse.tags[at] in ("NNP", "NNPS") and parse.sentence[at] == parse.sentence[verb] else None


def _from_head(parse: Parse, verb: int, head: int, passive: bool, depth: int) -> tuple[tuple[int, ...], bool]:
    """The subject that a verb without one has from the verb above: whoever is asked to do it, or who does the other thing."""
    rel = parse.rels[verb]
    if _is_asked(parse, verb, head):
        if (obj := _asked(parse, verb, head)) is not None:
            return tuple(parse.conjuncts(obj)), True
        entry = entry_of(parse, head) or Mood()
        if entry.negated and entry.modality == "may":
            return (), False  # whom a law prohibits from it is lost
    if (rel == "conj" and not _goes_on(parse, verb, head, passive)) or (
        rel == "advcl" and not _is_aside(parse, verb, head, passive)
    ):
        return (), False
    if rel not in ("xcomp", "ccomp", "conj", "advcl"):
        return (), False
    found, _ = _subjects(parse, head, is_passive(parse, head), depth + 1)
    return found, True


def _is_asked(parse: Parse, verb: int, head: int) -> bool:
    """Whether the verb is what the object of the one above is asked, accused or kept from to do."""
    rel, low = parse.rels[verb], parse.low[head]
    if rel in ("xcomp", "ccomp"):
        return low in moods() and low not in _OWN_DOING
    if rel != "advcl":
        return False
    marked = any(
        parse.low[one] in BLAMED or (parse.low[one] == "against" and low in _WARNED)
        for one in parse.children(verb, "mark")
    )
    return marked or (parse.low[verb - 1] == "to" and (low in _COMMANDED or moods().get(low, Mood()).modality == "may"))


def _asked(parse: Parse, verb: int, head: int) -> int | None:
    obj = parse.child(head, "obj")
    if obj is None and parse.low[verb - 1] == "to" and head < verb - 2 and parse.tags[verb - 2] in ("NNS", "NNP"):
        obj = verb - 2 if parse.low[verb - 2] not in TIMES else None  # "requires its clients to sign"
    return (
        obj
        if obj is not None
        else next((one for one in parse.children(head, "obl") if parse.case(one) in ("on", "upon")), None)
    )


def _goes_on(parse: Parse, verb: int, head: int, passive: bool) -> bool:
    """Whether a verb behind "and" has the subject of the one before it."""
    return not (is_passive(parse, head) and not passive) and not _another_subject(parse, head, verb)


def _is_aside(parse: Parse, verb: int, head: int, passive: bool) -> bool:
    """Whether a participle or an infinitive beside a clause has its subject (", killing three", "to attack")."""
    to = parse.low[verb - 1] == "to"
    if not (to or parse.tags[verb] in ("VBG", "VBN")) or (passive and parse.tags[verb] != "VBN"):
        return False
    if to and any(parse.case(one) == "to" for one in parse.children(head, "obl", "iobj") if one < verb):
        return False  # "issued licences to firms to import"
    if _another_subject(parse, head, verb) or (parse.tags[verb] == "VBG" and parse.tags[verb - 1][:1] == "N"):
        return False  # "a treaty calling for" is not the signatory's call
    return not (parse.texts[verb - 1] in _QUOTES and parse.low[head] in cues())


_HAVE = words("have has had having 've ’ve")
_BE = words("be is are was were been being 's ’s get got gets am")
_OWN_PLANS = words(
    "make makes made making announce announces announced have has had launch launched sign signed introduce introduced unveil unveiled "
    "drop dropped abandon abandoned renew renewed reach reached get got win won submit submitted take took begin began start started"
)
"""Verbs whose subject is also who carries out the plan, the bill or the deal that is their object."""

_COMMANDED = words(
    "order orders ordered ordering tell tells told instruct instructs instructed direct directs directed"
)
_WARNED = words("warn warns warned warning caution cautions cautioned")
_OWN_DOING = words("promise promised promises threaten threatened ask-leave")


def _described(parse: Parse, verb: int, noun: int) -> int:
    """The noun that a participle is said of: the nearest before it, or where commas set off what is between, the parser's."""
    at = verb - 1
    while at > 0 and (parse.texts[at] == "," or parse.tags[at] == "RB"):
        at -= 1
    commas = sum(parse.texts[one] == "," for one in range(min(noun, verb), verb))
    return at if parse.tags[at][:1] == "N" and commas < 2 else noun


def _another_subject(parse: Parse, head: int, verb: int) -> bool:
    """Whether somebody else is a subject between the two verbs: then it is not sure whose the second one is."""
    between = range(min(head, verb) + 1, max(head, verb))
    return any(parse.rels[one].startswith("nsubj") and parse.heads[one] not in (head, verb) for one in between)


def _of_noun(parse: Parse, verb: int, noun: int, depth: int) -> tuple[tuple[int, ...], bool]:
    """The subject of a participle or an infinitive that hangs on a noun: the noun itself, or whose plan or bill it is."""
    to = any(parse.low[one] == "to" for one in parse.children(verb, "mark"))
    if not to and parse.tags[verb] in ("VBG", "VBN", "VBD"):
        return (_described(parse, verb, noun),), False
    if to and parse.heads[noun] == noun:  # "SENATE TO VOTE ON TREATY"
        return (noun,), False
    if parse.low[noun] not in moods():
        return (), False
    if (owner := parse.child(noun, "nmod:poss")) is not None:
        return (owner,), True
    by = next((one for one in parse.children(noun, "nmod") if parse.case(one) in ("by", "between")), None)
    if by is not None:
        return tuple(parse.conjuncts(by)), True
    above = parse.heads[noun]
    if parse.rels[noun] == "obj" and parse.low[above] in _OWN_PLANS:
        found, _ = _subjects(parse, above, is_passive(parse, above), depth + 1)
        return found, True
    return (), False


def _relative_object(parse: Parse, verb: int) -> tuple[int, ...]:
    """The noun on which a relative clause hangs that has a subject and no object of its own: "the planes that Paris sold"."""
    if parse.rels[verb] != "acl:relcl":
        return ()
    own = [one for one in parse.below[verb] if parse.rels[one] in SUBJECTS]
    noun = parse.heads[verb]
    if not own or parse.low[own[0]] in _RELATIVE:
        return ()
    told = parse.low[parse.heads[noun]] in cues() and parse.case(noun) in _WHEN
    return () if told else (noun,)  # "told them after the talks that it had refused": a report


_WHEN = words("after before during at in on since")


def governors(parse: Parse, verb: int) -> Iterator[tuple[int, str]]:
    """The verbs of speech that report the clause, nearest first, with how: above it, or beside it (", officials said")."""
    known = cues()
    for at in parse.climb(verb):
        head = parse.heads[at]
        if any(parse.low[one] == "while" and parse.texts[one - 1] == "," for one in parse.children(at, "mark")):
            return  # ", while Roe called for ...": the narrator again
        if parse.rels[at] == "ccomp" and parse.low[head] in known:
            yield head, "above"
        for one in parse.below[at]:
            if one <= verb or parse.low[one] not in known or not parse.is_verb(one):
                continue
            if parse.rels[one] in ("parataxis", "conj", "ccomp", "advcl", "dep") and _stands_alone(parse, one):
                yield one, "beside"


def _stands_alone(parse: Parse, speech: int) -> bool:
    """Whether a verb of speech behind a comma reports what stands before it, and nothing else."""
    if parse.child(speech, "ccomp", "obj", "xcomp") is not None:
        return False
    subject = parse.child(speech, "nsubj")
    start = min(subject if subject is not None else speech, speech)
    first = min((one for one in parse.below[subject] if one < start), default=start) if subject is not None else start
    return subject is not None and parse.texts[min(first, speech) - 1] in (",", "”", '"', "''")
