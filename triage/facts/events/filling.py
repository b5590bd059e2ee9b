"""A rule filled from a clause: which of its parties are there, and whether they are of the class that it asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.events.doubt import acts_next, brought_in
from triage.facts.events.families import is_of
from triage.facts.events.parse import TIMES
from triage.facts.events.stand_ins import kernel
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.facts.events.clauses import Clause
    from triage.facts.events.families import Rule, Slot
    from triage.facts.events.parse import Parse
    from triage.facts.events.parties import Parties, Party

_BODIES = ("organization", "group", "place")


@dataclass(frozen=True, slots=True)
class Filled:
    """A rule with the parties that were found for its roles; `words` are the tokens that say it, `weapon` what acts as one."""

    rule: Rule
    parties: Mapping[str, Sequence[Party]]
    words: tuple[int, ...]
    weapon: Party | None = None


class Filler:
    """Fills rules from the clauses of one story."""

    def __init__(self, parse: Parse, parties: Parties) -> None:
        self._parse = parse
        self._parties = parties

    def verb(self, rule: Rule, clause: Clause) -> Filled | None:
        """The rule filled from the clause; None when something that it asks for is not there."""
        if "active" in rule.marks and clause.passive:
            return None
        takes_object = any("obj" in slot.sources for slot in rule.slots)
        set_off = self._parse.rels[clause.verb] != "acl" or self._parse.texts[clause.verb - 1] == ","
        if clause.passive and not clause.subjects and not takes_object and set_off:
            clause = replace(clause, subjects=clause.objects, objects=(), passive=False)  # "Roe, who ..., resigned"
        if not clause.passive and clause.objects and not (rule.light or takes_object):
            return None
        said = self._said(rule, clause)
        if said is None or (rule.marks & {"inf", "inf!"} and self._infinitive(clause) is None):
            return None
        if any(brought_in(self._parse, one) for one in self._grammatical(clause)):
            return None  # the parse is wrong
        light = said[-1] if rule.light else None
        actors = [self._parties.party(one) for one in clause.subjects]
        if "weapon" in rule.marks and actors and not any(one.acts or one.sort == "pronoun" for one in actors):
            armed = actors[0] if any(is_of(sort, self._parse.low[actors[0].at]) for sort in _ARMS) else None
            return self._rest(rule, clause, light, self._whose(armed) if armed else [], said, armed)
        return self._rest(rule, clause, light, actors, said, None) if _can_act(actors, clause) else None

    def _grammatical(self, clause: Clause) -> Iterable[int]:
        """The nouns that are the verb's subject by the grammar, before it."""
        return [one for one in (clause.objects if clause.passive else clause.subjects) if one < clause.verb]

    def _said(self, rule: Rule, clause: Clause) -> tuple[int, ...] | None:
        """The tokens of the verb, its particle and its noun, as far as the rule has them; None when one is not there."""
        said = [clause.verb]
        if rule.particle is None:
            following = self._parse.low[clause.verb + 1 : clause.verb + 2]
            if self._parse.child(clause.verb, "compound:prt") is not None or (following and following[0] in _PARTICLES):
                return None  # "sign up" is not "sign"
        else:
            particle = self._particle(clause.verb, rule.particle)
            if particle is None:
                return None
            said += [particle] if particle >= 0 else []
        if rule.light:
            objects = (kernel(self._parse, one) for one in self._objects(rule, clause))
            light = next((one for one in objects if self._parse.low[one] in rule.light), None)
            if light is None:
                return None
            said.append(light)
        return tuple(said)

    def _whose(self, weapon: Party) -> list[Party]:
        """Who strikes with it, where a weapon or a strike has an owner or a people: Russia, of "a Russian missile"."""
        parse = self._parse
        for one in parse.children(weapon.at, "nmod:poss", "amod", "compound"):
            owner = self._parties.owner(one)
            if owner is not None:
                return [owner]
        return []

    def noun(self, rule: Rule, at: int) -> Filled | None:
        """A rule of a noun ("the attack by X on Y") filled; None unless both sides are named."""
        found: dict[str, list[Party]] = {}
        for slot in rule.slots:
            sources = [(source, "of" if source == "poss" else source) for source in slot.sources]
            parties: list[Party] = []
            for source, _ in sources:
                parties = parties or self._fitting(slot, self._by_noun(at, source), at)
            if not parties and (slot.needed or slot.role == "actor"):
                return None
            found[slot.role] = parties
        if "both" in rule.marks and not found.get("target") and len(found.get("actor", ())) > 1:
            found["target"], found["actor"] = found["actor"][1:], found["actor"][:1]
        return Filled(rule, found, (at,)) if found.get("actor") or rule.type == "appoint" else None

    def _rest(self, rule: Rule, clause: Clause, light: int | None, actors: list[Party], said: tuple[int, ...],
              weapon: Party | None) -> Filled | None:  # fmt: skip
        found: dict[str, Sequence[Party]] = {"actor": actors}
        taken: set[int] = {one.at for one in actors}
        for slot in rule.slots:
            parties: list[Party] = []
            for source in slot.sources:
                if not parties:
                    tokens = [one for one in self._source(source, clause, light) if one not in taken]
                    parties = self._fitting(slot, tokens, clause.verb)
            if not parties and (slot.needed or self._misfit(slot, clause)):
                return None
            taken |= {one.at for one in parties}
            found[slot.role] = parties
        mutual = bool(rule.marks & {"both", "both!"}) or ("states" in rule.marks and all(map(_is_state, actors)))
        if mutual and not found.get("target") and len(actors) > 1:
            found["actor"], found["target"] = actors[:1], actors[1:]
        elif "both!" in rule.marks:
            return None
        return Filled(rule, found, said, weapon)

    def _misfit(self, slot: Slot, clause: Clause) -> bool:
        """Whether the verb has an object that is not what the rule asks for: "pulled itself out" is no withdrawal."""
        others = clause.objects and slot.sources == ("obj",) and not clause.passive
        return bool(others) and self._parse.low[clause.objects[0]] not in TIMES

    def _particle(self, verb: int, particle: str) -> int | None:
        """Where the particle stands; -1 where it is the preposition of what follows; None where it is not there."""
        parse = self._parse
        for one in parse.below[verb]:
            if one > verb and parse.low[one] == particle and parse.rels[one] in ("compound:prt", "advmod", "case"):
                return one
            if one > verb and parse.rels[one] in ("obl", "advmod") and parse.case(one).split(" ")[0] == particle:
                return -1
        return None

    def _objects(self, rule: Rule, clause: Clause) -> Iterable[int]:
        """The direct objects, and the noun behind a preposition that a phrase needs ("go on strike")."""
        yield from clause.objects
        if rule.particle is not None:
            yield from self._parse.children(clause.verb, "obl")

    def _infinitive(self, clause: Clause) -> int | None:
        return next((one for one in self._parse.children(clause.verb, "xcomp", "ccomp") if self._has_to(one)), None)

    def _has_to(self, verb: int) -> bool:
        return any(self._parse.low[one] == "to" for one in self._parse.children(verb, "mark"))

    def _source(self, source: str, clause: Clause, light: int | None) -> Iterator[int]:
        """The tokens that stand where the source says."""
        parse, verb = self._parse, clause.verb
        match source:
            case "obj":
                yield from clause.objects
            case "iobj":
                yield from parse.children(verb, "iobj")
            case "light":
                yield from (light,) if light is not None else ()
            case "comp":
                yield from (one for one in parse.children(verb, "xcomp") if not parse.is_verb(one))
            case "inf":
                yield from (one for one in parse.children(verb, "xcomp") if self._has_to(one))
            case _ if ":" in source:
                yield from self._inner(source, verb)
            case "poss":
                for one in clause.objects:
                    yield from parse.children(one, "nmod:poss")
            case _:
                yield from self._behind(source, clause, light)

    def _inner(self, source: str, verb: int) -> Iterator[int]:
        """The tokens in a clause below the verb: "that:subj", "inf:obj", "inf:with"."""
        parse = self._parse
        kind, part = source.split(":")
        for below in parse.children(verb, "ccomp" if kind == "that" else "xcomp"):
            if part == "subj":
                yield from parse.children(below, "nsubj", "nsubj:pass")
            elif part == "obj":
                yield from parse.children(below, "obj")
            else:
                for head in (below, *parse.children(below, "obj")):
                    yield from (one for one in parse.children(head, "obl", "nmod") if parse.case(one) == part)

    def _behind(self, preposition: str, clause: Clause, light: int | None) -> Iterator[int]:
        """The nouns behind a preposition: of the verb, or of its object, as parsers are often wrong about which."""
        parse = self._parse
        holders = [clause.verb, *((light,) if light is not None else ()), *clause.objects]
        for holder in dict.fromkeys(holders):
            deep = [holder, *(one for one in parse.children(holder, "nmod") if holder != clause.verb)]
            for place in deep:
                for one in parse.children(place, "obl", "nmod", "obl:agent", "advmod"):
                    if (
                        one > clause.verb
                        and parse.case(one) == preposition
                        and not self._says_when(one)
                        and not self._apart(clause.verb, one)
                    ):
                        yield from parse.conjuncts(one)
                        return

    def _says_when(self, at: int) -> bool:
        """Whether the noun is no party but a time: "imposed sanctions on Oslo [on Monday]"."""
        low = self._parse.low[at]
        return low in TIMES or low.isdigit()

    def _apart(self, verb: int, at: int) -> bool:
        """Whether another clause begins between a verb and a noun that the parser has hung on it."""
        parse = self._parse
        return any(
            parse.is_verb(one) and parse.rels[one] in _CLAUSES and one not in parse.below[at]
            for one in range(verb + 1, at)
        )

    def _by_noun(self, at: int, source: str) -> Iterator[int]:
        parse = self._parse
        if source == "poss":
            for one in parse.children(at, "nmod:poss"):
                yield from parse.conjuncts(one)
            return
        for one in parse.children(at, "nmod"):
            if one > at and parse.case(one) == source:
                yield from parse.conjuncts(one)
                return

    def _fitting(self, slot: Slot, tokens: Iterable[int], verb: int) -> list[Party]:
        own = "poss" in slot.sources
        if "that:subj" not in slot.sources:
            tokens = [one for one in tokens if not acts_next(self._parse, one, verb)]
        found = [self._parties.party(one) for one in tokens if own or not self._possesses(one)]
        found = [
            one
            for one in found
            if self._parse.low[one.at] not in TIMES and (any(map(str.isalpha, one.name)) or one.sort == "number")
        ]
        if any(one.sort == "pronoun" for one in found[:1]):
            return []
        found = [one for one in found if one.sort != "pronoun" and (slot.sort is None or self._is(slot.sort, one))]
        named = [one for one in found if one.sort == "person"] if slot.sort == "person" else []
        return named or found

    def _possesses(self, at: int) -> bool:
        """Whether "'s" or a hyphen stands behind the noun: what it has, or is part of, is meant, and the parse is wrong."""
        parse = self._parse
        if parse.texts[at + 1 : at + 2] == ["-"] and parse.starts[at + 1] == parse.ends[at]:
            return True
        return any(self._parse.tags[one] == "POS" for one in self._parse.children(at, "case"))

    def _is(self, sort: str, one: Party) -> bool:
        match sort:
            case "somebody":
                return one.acts or one.sort == "number"
            case "person":
                return one.sort == "person" or (one.sort == "group" and self._parse.low[one.at] not in _COLLECTIVE)
            case "something":
                return not one.acts
            case "place" | "organization":
                return one.sort in (sort, "place")
            case "body":
                return one.sort in _BODIES
            case "victim":
                return one.sort in ("group", "nationality", "number")
        return is_of(sort, self._parse.low[kernel(self._parse, one.at)])


_PARTICLES = words("up out off back down away over together")
_ARMS = ("weapon", "strike", "blast")
"""Classes of nouns that are weapons, or the use of them; floods and buses kill too."""

_CLAUSES = words("ccomp xcomp advcl conj acl:relcl parataxis")

_COLLECTIVE = words(
    "government company firm bank group parliament army police court union party team country nation board"
)


def _is_state(one: Party) -> bool:
    return one.sort in ("place", "nationality")


def _can_act(actors: Sequence[Party], clause: Clause) -> bool:
    return all(one.acts for one in actors) if actors else clause.passive
