"""Events as facts: with place, date, amount and weapon, and the same event said twice told once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.gazetteer import gazetteer
from triage.facts.lexicon import words
from triage.facts.mention import Label
from triage.facts.numbers import SMALL
from triage.facts.reading import is_readable, readable
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.facts.events.finding import Event
    from triage.facts.events.parse import Parse
    from triage.facts.events.parties import Parties, Party
    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

Part = str | bool | None

_WHERE = words("in at near outside inside off around throughout across over along into")
_WHEN = words("on in since during before after until by")
_NOMINAL = words(
    "obl nmod compound nummod obl:tmod nmod:tmod flat advmod obl:npmod nmod:npmod nmod:unmarked obl:unmarked amod appos obj nsubj conj nsubj:pass dep iobj"
)
_OWNED = words("disapprove support reject protest sanction assault fight investigate threaten demand")
"""Types of which a thing's owner is the target: who condemns an attack condemns the attacker."""

_SAME = ("actor", "action", "type", "negated", "modality")
_LOOSE = ("target", "object", "attributed_to", "amount", "weapon", "place", "date")


@dataclass(slots=True)
class _Told:
    """A value, and everywhere that it is said."""

    value: dict[str, Part]
    spans: list[Span]
    sure: float
    by: str


def told(events: Iterable[Event], parse: Parse, parties: Parties, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """The facts; what the story says twice is one, with what either sentence knows of it."""
    ranges = readable(story)
    around = _Around(parse, parties, found)
    kept: dict[tuple[Part, ...], list[_Told]] = {}
    for event in events:
        if not is_readable(ranges, event.span.start, event.span.end):
            continue
        if event.actor and around.is_weapon(event.actor):
            if not (event.target and event.target.acts):
                continue
            event = replace(event, actor=None)
        value = _value(event, around)
        same = kept.setdefault(tuple(value[key] for key in _SAME), [])
        one = next((one for one in same if _agrees(one.value, value)), None)
        if one is None:
            by = f"event.{event.rule.type}"
            same.append(_Told(value, [event.span], event.sure, by))
        else:
            one.value.update({key: value[key] for key in _LOOSE if one.value[key] is None})
            one.spans.append(event.span)
            one.sure = max(one.sure, event.sure)
    for one in (one for same in kept.values() for one in same):
        yield make_fact(
            story.id,
            FactKind.EVENT,
            story.text,
            one.value,
            tuple(one.spans),
            around.sentence_of(min(one.spans)),
            Provenance(one.by, round(one.sure, 2)),
        )


def _agrees(one: Mapping[str, Part], other: Mapping[str, Part]) -> bool:
    """Whether two events of one actor and action may be one: nothing that both know differs."""
    return all(one[key] is None or other[key] is None or one[key] == other[key] for key in _LOOSE)


def _value(event: Event, around: _Around) -> dict[str, Part]:
    target, thing = event.target, event.object
    if (
        target is None
        and thing is not None
        and thing.at not in event.said
        and event.rule.type not in ("agree", "appoint")
    ):
        target, thing = thing, None
    whom, what = target.name if target else None, thing.name if thing else None
    if target and not target.acts and thing is None and event.rule.type in _OWNED:
        owner = around.owner(target.at)
        if owner and (event.actor is None or owner != event.actor.name):
            whom, what = owner, target.name
    used = {one.at for one in (event.actor, event.target) if one}
    weapon = around.fact(event.verb, FactKind.WEAPON)
    return {
        "actor": event.actor.name if event.actor else None,
        "action": event.rule.action,
        "target": whom,
        "type": event.rule.type,
        "negated": event.mood.negated,
        "modality": event.mood.modality,
        "attributed_to": (event.source.name if event.source and around.speaks(event.source) else None)
        or around.speaker(event.span),
        "object": what,
        "amount": around.amount(event.verb, [one for one in (event.actor, event.target, event.object) if one]),
        "weapon": str(weapon.value["name"]) if weapon else event.weapon.name if event.weapon else None,
        "place": around.place(event.verb, used),
        "date": around.date(event.verb),
    }


class _Around:
    """What the sentence says of an event besides its parties: facts that hang on its verb and on no other."""

    def __init__(self, parse: Parse, parties: Parties, found: FactsSoFar) -> None:
        self._parse = parse
        self._parties = parties
        self._quotes = [(span, fact) for fact in found.get(FactKind.QUOTE, ()) for span in fact.mentions]
        self._weapons: set[int] = set()
        self._facts: dict[tuple[int, FactKind], tuple[Fact, int]] = {}
        for kind in (FactKind.MONEY, FactKind.QUANTITY, FactKind.DATE, FactKind.WEAPON):
            for fact in found.get(kind, ()):
                for span in fact.mentions:
                    tokens = parties.tokens(span)
                    self._weapons.update(tokens if kind is FactKind.WEAPON else ())
                    if tokens and (verb := self._verb(tokens[-1], kind)) is not None:
                        self._facts.setdefault((verb, kind), (fact, tokens[-1]))

    def _verb(self, at: int, kind: FactKind) -> int | None:
        """The verb that a token hangs on, through nouns alone; a date's must not be a part of a name or a noun of its own."""
        parse = self._parse
        for one in parse.climb(at):
            if parse.is_verb(one):
                return one
            if parse.heads[one] == one or parse.rels[one] not in _NOMINAL:
                return None
            if kind is FactKind.DATE and not self._tells_when(one):
                return None
        return None

    def _tells_when(self, at: int) -> bool:
        """Whether a date, or what it is part of, can say when its head happened: not "the 1995 treaty", "the plan for 1997"."""
        parse = self._parse
        case = parse.case(at)
        if case:
            return case in _WHEN
        head = parse.heads[at]
        return parse.is_verb(head) or not (
            parse.rels[at] in ("compound", "nummod", "amod") and head > at and parse.tags[head] == "NN"
        )

    def is_weapon(self, party: Party) -> bool:
        """Whether a named weapon is meant, which does nothing by itself: "an F-16 crashed, killing its pilot"."""
        return party.entity is None and party.at in self._weapons

    def fact(self, verb: int, kind: FactKind) -> Fact | None:
        """The fact of the kind that hangs on the verb, the first of them."""
        one = self._facts.get((verb, kind))
        return one[0] if one else None

    def amount(self, verb: int, parties: Sequence[Party]) -> str | None:
        """A sum or a number, as it is written; a number only of what is done to or with."""
        if one := self.fact(verb, FactKind.MONEY):
            return one.text
        known = self._facts.get((verb, FactKind.QUANTITY))
        if known is None or not any(one.at == known[1] and not one.acts for one in parties):
            return None
        return known[0].text

    def owner(self, at: int) -> str | None:
        """Whose the thing is: Norway, of "Norway's plan", "the plan by Norway" and "the Norwegian plan"."""
        parse = self._parse
        behind = (one for one in parse.children(at, "nmod") if parse.case(one) in ("by", "from"))
        for one in (*parse.children(at, "nmod:poss"), *behind):
            party = self._parties.party(one)
            if party.acts:
                return party.name
        for one in parse.children(at, "amod", "compound"):
            entity = self._parties.entity(one)
            if entity and entity.label is Label.NATIONALITY:
                return gazetteer().country_of(entity.surest.country)
        return None

    def date(self, verb: int) -> str | None:
        """The day in ISO 8601, or the first and the last with two points between them."""
        one = self.fact(verb, FactKind.DATE)
        if one is None:
            return None
        start, end = one.value["start"], one.value["end"]
        return str(start) if start == end else f"{start or ''}..{end or ''}"

    def place(self, verb: int, used: set[int]) -> str | None:
        """The place in which it is said to be: behind "in", "at", "near" of the verb or of its objects."""
        parse = self._parse
        holders = [verb, *parse.children(verb, "obj", "obl", "nsubj:pass")]
        for holder in holders:
            for one in parse.children(holder, "obl", "nmod"):
                if parse.case(one) in _WHERE and one not in used and one > verb:
                    near = (one, *parse.children(one, "nmod", "appos", "compound", "amod"))
                    for at in near:
                        entity = self._parties.entity(at)
                        if entity and entity.label is Label.PLACE:
                            return entity.name
        return None

    def speaks(self, source: Party) -> bool:
        """Whether it can be who says it: no pronoun, and no number of things ("two tanks and a gun, activists said")."""
        first = source.name.split(" ")[0].lower()
        counted = first.isdigit() or first in SMALL
        return source.sort != "pronoun" and not (counted and source.sort in ("thing", "unknown"))

    def speaker(self, span: Span) -> str | None:
        """Who says it in a direct quotation."""
        for inner, fact in self._quotes:
            if inner.covers(span):
                name = fact.value["speaker"] or fact.value["speaker_text"]
                return str(name) if name and str(name).lower() not in _PRONOUNS else None
        return None

    def sentence(self, at: int) -> Span:
        """The sentence of a token."""
        return self.sentence_of(Span(self._parse.starts[at], self._parse.ends[at]))

    def sentence_of(self, span: Span) -> Span:
        """The sentence that holds the span's beginning."""
        parse = self._parse
        at = max(0, bisect_left(parse.starts, span.start + 1) - 1)
        number = parse.sentence[at]
        first = bisect_left(parse.sentence, number)
        last = bisect_left(parse.sentence, number + 1) - 1
        while last > first and parse.texts[last].isspace():
            last -= 1
        while first < last and parse.texts[first].isspace():
            first += 1
        return Span(parse.starts[first], parse.ends[last])


_PRONOUNS = words("he she they it we i you")
