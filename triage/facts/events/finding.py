"""The events of a story: every predicate that a family knows, with its parties, its mood, and who is said to say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.events.clauses import clause, governors
from triage.facts.events.filling import Filled, Filler
from triage.facts.events.moods import Mood
from triage.facts.lexicon import words
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.facts.events.families import Families, Rule
    from triage.facts.events.parse import Parse
    from triage.facts.events.parties import Parties, Party

_UNREAL = words("possible potential planned threatened alleged future further any new proposed imminent likely")
_AVOIDED = words("prevent avoid stop halt end avert plan threaten fear expect demand urge against without")


@dataclass(frozen=True, slots=True)
class Event:
    """One actor, one action, one target; `verb` is the token whose clause says it, `said` are the tokens
    and `span` the words that say it."""

    rule: Rule
    actor: Party | None
    target: Party | None
    object: Party | None
    weapon: Party | None
    mood: Mood
    source: Party | None
    verb: int
    said: tuple[int, ...]
    span: Span
    sure: float


class Finder:
    """Finds the events of one story."""

    def __init__(self, parse: Parse, parties: Parties, families: Families) -> None:
        self._parse = parse
        self._parties = parties
        self._families = families
        self._filler = Filler(parse, parties)

    def events(self) -> Iterator[Event]:
        """Each event where it is said, in the order of the text."""
        verbs, nouns = self._families.verbs, self._families.nouns
        tags = self._parse.tags
        said: set[int] = set()
        for at, low in enumerate(self._parse.low):
            if low in verbs and tags[at][0] == "V":
                yield from self._of_verb(at, verbs[low], said)
        for at, low in enumerate(self._parse.low):
            if low in nouns and tags[at][0] == "N" and at not in said:
                yield from self._of_noun(at, nouns[low])

    def _of_verb(self, at: int, rules: tuple[Rule, ...], said: set[int]) -> Iterator[Event]:
        if self._parse.rels[at] in ("amod", "compound", "case"):
            return
        one = clause(self._parse, at)
        for rule in rules:
            filled = self._filler.verb(rule, one)
            if filled is not None:
                said.update(filled.words)
                sure = 0.75 - 0.1 * one.inherited
                yield from self._each(filled, at, one.first, one.mood, sure)
                return

    def _of_noun(self, at: int, rules: tuple[Rule, ...]) -> Iterator[Event]:
        for rule in rules:
            filled = self._filler.noun(rule, at)
            if filled is not None:
                yield from self._each(filled, at, at, self._noun_mood(at), 0.6)
                return

    def _noun_mood(self, at: int) -> Mood:
        parse = self._parse
        if any(parse.low[one] in _UNREAL for one in parse.children(at, "amod", "det")):
            return Mood("may")
        if any(parse.low[one] == "no" for one in parse.children(at, "det")):
            return Mood("did", True)
        above = parse.heads[at]
        if parse.rels[at] in ("obj", "nmod", "obl") and (
            parse.lemmas[above] in _AVOIDED or parse.case(at) in ("against", "without")
        ):
            return Mood("may")
        return Mood()

    def _each(self, filled: Filled, at: int, first: int, mood: Mood, sure: float) -> Iterator[Event]:
        """One event for each actor and target, and for each object where nobody is the target."""
        parse = self._parse
        tokens = [first, *filled.words]
        span = Span(parse.starts[min(tokens)], parse.ends[max(tokens)])
        source = self._source(at)
        roles: dict[str, list[Party | None]] = {role: [*found] or [None] for role, found in filled.parties.items()}
        actors, targets = roles.get("actor", [None]), roles.get("target", [None])
        objects = roles.get("object", [None])
        targets = targets[:1] if targets[0] is None or not targets[0].acts else targets
        for actor in actors[:_EACH]:
            for target in targets[:_EACH]:
                if not any(one and one.acts for one in (actor, target)) or (
                    actor and target and actor.name == target.name
                ):
                    continue  # nobody's, or the parse has taken one for both
                doubts = min([sure, *(0.2 + one.sure * 0.8 for one in (actor, target) if one)])
                yield Event(
                    filled.rule, actor, target, objects[0], filled.weapon, mood, source, at, filled.words, span, doubts
                )

    def _source(self, at: int) -> Party | None:
        """Who is said to say it."""
        parse = self._parse
        for one in parse.climb(at):
            for below in parse.children(one, "obl", "nmod", "advcl"):
                if parse.case(below).startswith("according"):
                    return self._parties.party(below)
        for speech, _ in governors(parse, at):
            subject = parse.child(speech, "nsubj")
            if subject is not None and parse.low[speech] not in _OWN:
                return self._parties.party(subject)
        return None


_EACH = 3
"""Parties of one role that are told apart; a longer list is cut."""

_OWN = words("denied deny denies denying")
