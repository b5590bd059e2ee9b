"""Events by who did it to whom: pairs of actors, and subjects and objects of verbs that the program knows.

Two names are the same if they share half of the words of the shorter; whatever the story calls an entity is its name too.
What an event was done to may be its target, its object or its place: sets differ in what they mark.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from triage.facts.events.families import families
from triage.facts.lexicon import words
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triage.evaluation.sample import Deed, Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Fact

PAIR, ACTOR, TRIPLE = "actor pair", "actor", "subject-verb-object"
_SMALL = words("the a an of and in on to for by its their his her some new former visiting")
_PRONOUNS = words("he she it they we i you who which that this these those him her them us me one what")

Names = frozenset[str]


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count the marked events that are found; nothing where the set marks none."""
    if sample.events is None:
        return
    given = [fact for fact in facts if fact.kind is FactKind.EVENT]
    known = _names(facts, sample.story.text)
    if any(one.verb for one in sample.events):
        _score_triples(sample.events, given, known, tallies)
    elif sample.events:
        _score_pairs(sample, given, known, tallies)


def _score_pairs(sample: Sample, given: Sequence[Fact], known: Mapping[str, Names], tallies: Tallies) -> None:
    """Right is every given event whose actor and target are those of a marked one; a marked one is found once."""
    row, actors = tallies.row(FactKind.EVENT, PAIR), tallies.row(FactKind.EVENT, ACTOR)
    marked = [one for one in sample.events or () if one.actor and one.target]
    both = [fact for fact in given if fact.value["actor"] and _others(fact)]
    row.gold += len(marked)
    row.given += len(both)
    left = list(both)
    for one in marked:
        hit = next((fact for fact in left if _is_pair(one, fact, known)), None)
        if hit is not None:
            left.remove(hit)
            row.right += 1
            row.parts["type"] += hit.value["type"] == one.type
        else:
            row.errors.append(f"missed  {one.actor!r} {one.type} {one.target!r}: {sample.story.text}")
    row.errors += [f"false   {_told(fact)}: {sample.story.text}" for fact in left]
    wanted = {(one.actor, *((one.target,) if one.mutual else ())) for one in sample.events or () if one.actor}
    theirs = {str(fact.value["actor"]) for fact in given if fact.value["actor"]}
    actors.gold += len(wanted)
    actors.given += len(theirs)
    actors.right += sum(any(_same(one, name, known) for one in either for name in theirs) for either in wanted)


def _score_triples(marked: Sequence[Deed], given: Sequence[Fact], known: Mapping[str, Names], tallies: Tallies) -> None:
    """Only verbs that a family has count, and only named subjects and objects; given are the events of a marked verb."""
    row = tallies.row(FactKind.EVENT, TRIPLE)
    verbs = families().verbs
    for one in marked:
        names = [one.actor or "", one.target or ""]
        if (one.verb or "").lower() not in verbs or any(name.lower() in _PRONOUNS for name in names):
            continue
        row.gold += 1
        said = [fact for fact in given if (one.verb or "") in fact.text.split()]
        if said:
            row.given += 1
            row.right += any(_is_pair(one, fact, known) for fact in said)
        if not said or not any(_is_pair(one, fact, known) for fact in said):
            row.errors.append(
                f"missed  {one.actor!r} {one.verb!r} {one.target!r}, given {[_told(fact) for fact in said]}"
            )


def _is_pair(one: Deed, fact: Fact, known: Mapping[str, Names]) -> bool:
    actor = str(fact.value["actor"] or "")
    pairs = [(one.actor, one.target), *([(one.target, one.actor)] if one.mutual else [])]
    return any(
        _same(doer, actor, known) and any(_same(done, other, known) for other in _others(fact)) for doer, done in pairs
    )


def _others(fact: Fact) -> list[str]:
    return [str(fact.value[key]) for key in ("target", "object", "place") if fact.value[key]]


def _told(fact: Fact) -> str:
    return f"{fact.value['actor']!r} {fact.value['action']} {_others(fact)}"


def _same(marked: str | None, name: str, known: Mapping[str, Names]) -> bool:
    """Whether a marked name and one of ours are of the same."""
    if not marked or not name:
        return False
    theirs = [_content(marked)]
    ours = [_content(name), *(_content(form) for form in known.get(name, ()))]
    return any(len(one & other) * 2 >= min(len(one), len(other)) > 0 for one, other in product(theirs, ours))


def _content(name: str) -> Names:
    parts = (part.strip(".,()\"“”'’").removesuffix("'s").removesuffix("’s") for part in name.lower().split())
    return frozenset(part for part in parts if part and part not in _SMALL)


def _names(facts: Iterable[Fact], text: str) -> dict[str, Names]:
    """Whatever the story calls those that have a name."""
    return {
        str(fact.value["name"]): frozenset(span.of(text) for span in fact.mentions)
        for fact in facts
        if fact.value.get("name")
    }
