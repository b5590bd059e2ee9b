"""Facts with their values, as the gold set states them: one fact for one value in a story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from triage.evaluation.measures.names import NAMES
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.evaluation.sample import Sample
    from triage.evaluation.tallies import Tallies
    from triage.model.fact import Fact

FOUND, WHOLE = "found", "whole value"
WAYS = (FOUND, WHOLE)

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact, marked or found: its first mention, every way to name it, and its value in normal form."""

    kind: FactKind
    text: str
    names: frozenset[str]
    value: Mapping[str, object]
    confidence: float = 1.0


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count the facts that are the right thing, by name or words, and those whose every value is right too.

    Confidence is held against the name of a person, an organization or a place, as in sets that mark names alone, and
    against the whole value of all else.
    """
    if sample.gold is None:
        return
    text, story = sample.story.text, sample.story.path or ""
    marked = [_row(one.kind, [one.text], one.value) for one in sample.gold.facts]
    known = [one for one in facts if one.kind in sample.gold.kinds]
    given = [_given(one, text) for one in known if one.value.get("direct", True)]  # indirect quotes are not marked
    pairs = list(_pairs(marked, given))
    rest = _without(given, [other for _, other in pairs])
    open_ = [_row(one.kind, [one.text], one.value) for one in sample.gold.open]
    false = _without(rest, [other for _, other in _pairs(open_, rest)])
    for one, other in pairs:
        _count_pair(one, other, story, tallies)
    for one in _without(marked, [one for one, _ in pairs]):
        _count(one, tallies, gold=1)
        tallies.row(one.kind, FOUND).errors.append(f"{story}  missed  {one.text!r} {dict(one.value)}")
    for one in false:
        _count(one, tallies, given=1)
        tallies.sure(one.kind, one.confidence, right=False)
        tallies.row(one.kind, FOUND).errors.append(f"{story}  false   {one.text!r} {dict(one.value)}")


def _count_pair(one: _Row, other: _Row, story: str, tallies: Tallies) -> None:
    _count(one, tallies, gold=1)
    _count(other, tallies, given=1)
    found, whole = (tallies.row(one.kind, way) for way in WAYS)
    found.right += 1
    tallies.sure(one.kind, other.confidence, right=one.kind in NAMES or _same_value(one, other))
    found.parts.update({key: other.value.get(key) == wanted for key, wanted in one.value.items()})
    if _same_value(one, other):
        whole.right += 1
    else:
        whole.errors.append(f"{story}  other   {one.text!r} {dict(other.value)}, not {dict(one.value)}")


def _count(one: _Row, tallies: Tallies, *, gold: int = 0, given: int = 0) -> None:
    for way in WAYS:
        row = tallies.row(one.kind, way)
        row.gold += gold
        row.given += given


def _pairs(marked: Sequence[_Row], given: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Which fact is which: first those of the same value, then those of the same name; every row at most once."""
    left, rest = list(marked), list(given)
    for same in (_same_value, _same_name):
        for one in list(left):
            other = next((each for each in rest if each.kind is one.kind and same(one, each)), None)
            if other is not None:
                left = _without(left, [one])
                rest = _without(rest, [other])
                yield one, other


def _same_value(one: _Row, other: _Row) -> bool:
    """Whether all that is marked of a value is so; what else the program says of it is not marked."""
    return all(other.value.get(key) == wanted for key, wanted in one.value.items())


def _same_name(one: _Row, other: _Row) -> bool:
    return bool(one.names & other.names)


def _without(rows: Sequence[_Row], others: Iterable[_Row]) -> list[_Row]:
    """The rows that are none of the others; two rows may say the same and yet be two."""
    gone = {id(one) for one in others}
    return [one for one in rows if id(one) not in gone]


def _given(fact: Fact, text: str) -> _Row:
    row = _row(fact.kind, [span.of(text) for span in fact.mentions], fact.value)
    return replace(row, confidence=fact.provenance.confidence)


def _row(kind: FactKind, texts: Sequence[str], value: Mapping[str, Any]) -> _Row:
    """The row of a fact that the story states in those words; capitals and curly marks make no difference."""
    named = [name for name in (value.get("name"), value.get("content")) if name]
    if kind is FactKind.EVENT:  # what it is, not where it is said
        named = [" | ".join(str(value[key]) for key in ("actor", "action", "target"))]
    elif kind is FactKind.CASUALTY:
        named = [f"{value['number']} {value['modifier']} {value['outcome']}"]
    normal = {key: _plain(one) if isinstance(one, str) else one for key, one in sorted(value.items())}
    told = named if kind in (FactKind.EVENT, FactKind.CASUALTY) else (*texts, *named)
    return _Row(kind, texts[0], frozenset(map(_plain, told)), normal)


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).casefold().split())
