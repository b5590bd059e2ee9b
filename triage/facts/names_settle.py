"""What the whole story says about its candidates: the same name elsewhere, a fuller one, a heading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.facts.names_short import bracketed, shorter, surname
from triage.facts.names_teams import TEAM, playing
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.vocabulary import Vocabulary
    from triage.facts.wordstream import Word

ENOUGH = {Label.PERSON: 2.4, Label.ORGANIZATION: 2.0, Label.PLACE: 1.0}
"""The score from which each label is believed: below, fewer than half of them were right on news that people had marked."""

_LISTED, _UNLISTED = "gazetteer", "evidence"

_CURVES: Mapping[tuple[Label, str], tuple[tuple[float, float], ...]] = {
    (Label.PERSON, _UNLISTED): ((2.4, 0.5), (3.0, 0.6), (3.5, 0.8), (5.0, 0.9), (7.0, 0.97)),
    (Label.ORGANIZATION, _UNLISTED): ((2.0, 0.6), (3.0, 0.67), (4.0, 0.77), (5.0, 0.9), (7.0, 0.95)),
    (Label.PLACE, _UNLISTED): ((1.0, 0.4), (1.5, 0.6), (2.5, 0.75), (4.0, 0.9)),
    (Label.PLACE, _LISTED): ((1.0, 0.5), (2.0, 0.6), (2.5, 0.8), (4.0, 0.88), (7.0, 0.95)),
}
"""The share of names that were right, by their score, on CoNLL-2003, IEER, UNER PUD and CoNLL-04: points to draw lines between."""

_WEAK = (_UNLISTED, _LISTED)
"""Rules that a fuller or surer mention of the same name outweighs."""

THING = "thing"
"""The rule that makes a name that of a thing: wherever the story names it, it is no fact."""

_ORDER = (Label.PERSON, Label.ORGANIZATION, Label.PLACE)


def settle(
    text: str, found: Sequence[Mention], headings: Sequence[Sequence[Word]], known: Gazetteer, words: Vocabulary
) -> tuple[Mention, ...]:
    """The mentions whose label is known in the end, in order, with those in headings that name the same."""
    things = {one.text for one in found if one.by == THING}
    found = [one for one in found if one.label or one.text not in things]
    found = _in_company(found)
    scores = _pooled(found)
    labelled = [one if one.label else _scored(one, scores[one.text], known, words) for one in found]
    names = _full_names(labelled, known, words)
    settled = [_by_story(one, names) for one in playing(labelled, known)]
    kept = [one for one in bracketed(text, settled) if one.label is not None]
    return tuple(sorted((*kept, *_in_headings(headings, kept, known, words)), key=lambda one: one.span))


_LISTED_WITH = 1.0
"""What it weighs for a name that it is listed with an organization: "Acme Corp, Zentrix and Bolbec"."""

_COMMA, _AND = 2, 5


def _in_company(found: Sequence[Mention]) -> list[Mention]:
    """The mentions; for those that no list of places knows it speaks that they are listed with a body."""
    result = list(found)
    for order in (range(1, len(result)), range(len(result) - 2, -1, -1)):
        for at in order:
            one, other = result[at], result[at - order.step]
            gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
            if gap in (_COMMA, _AND) and _body(other) and not one.label and one.scores.get(Label.PLACE, 0.0) <= 0.0:
                speaks = one.scores.get(Label.ORGANIZATION, 0.0) + _LISTED_WITH
                result[at] = replace(one, scores={**one.scores, Label.ORGANIZATION: speaks})
    return result


def _body(one: Mention) -> bool:
    """Whether the mention is surely an organization, as far as it alone can tell."""
    return one.label is Label.ORGANIZATION or (one.label is None and _best(one.scores) >= _SURE)


_SURE = 3.0


def _best(scores: Mapping[Label, float]) -> float:
    """By how much more than for another label it speaks for an organization."""
    others = max(scores.get(Label.PERSON, 0.0), scores.get(Label.PLACE, 0.0), 0.0)
    return scores.get(Label.ORGANIZATION, 0.0) - others


def _pooled(found: Iterable[Mention]) -> dict[str, dict[Label, float]]:
    """For each name as written, what speaks for each label wherever it stands: the best reason whole, others by half."""
    pooled: dict[str, dict[Label, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        for label, score in one.scores.items():
            pooled[one.text][label].append(score)
    return {text: {label: _pool(values) for label, values in labels.items()} for text, labels in pooled.items()} | {
        one.text: {} for one in found if one.text not in pooled
    }


def _pool(values: Sequence[float]) -> float:
    ordered = sorted(values, reverse=True)
    return ordered[0] + sum(max(-0.8, 0.3 * value) for value in ordered[1:5])


def _scored(one: Mention, scores: dict[Label, float], known: Gazetteer, words: Vocabulary) -> Mention:
    if not scores:
        return one
    label = max(_ORDER, key=lambda each: scores.get(each, 0.0))
    best = scores.get(label, 0.0)
    if best < ENOUGH[label] or (label is Label.PERSON and not _named_enough(one, best, words)):
        return one
    if label is Label.PLACE and one.text.isupper() and len(one.text) > 3:
        one = replace(one, normal=one.text.title())
    listed = label is Label.PLACE and known.place(one.normal or one.text) is not None
    by = _LISTED if listed else _UNLISTED
    return one.settled(label, by, _share(_CURVES[label, by], best))


def _share(curve: Sequence[tuple[float, float]], score: float) -> float:
    """The share that the curve has at a score; beyond its ends, that of the end."""
    for (low, share), (high, other) in pairwise(curve):
        if score < high:
            return share + (other - share) * max(0.0, score - low) / (high - low)
    return curve[-1][1]


def _named_enough(one: Mention, score: float, words: Vocabulary) -> bool:
    """Whether a single word can be a person's name: a story tells the full name of nearly everybody, so more must speak for it."""
    listed = one.text in words.family or one.text in words.given
    return " " in one.text or listed or one.office is not None or score >= ALONE


ALONE = 1.8
"""The score from which a single word that no list knows is a person's name."""


def _full_names(labelled: Iterable[Mention], known: Gazetteer, words: Vocabulary) -> dict[str, Mention]:
    """Every name, and every part of a person's or organization's name that may stand for it later."""
    names: dict[str, Mention] = {}
    named = [one for one in labelled if one.label is not None]
    for one in named:
        names.setdefault(one.text, one)
        if one.by == "dateline" and one.normal:
            names.setdefault(one.normal, one)
    for one in named:
        for short in shorter(one, known, words):
            before = names.get(short)
            if before is None or _gives_way(before, short, one):
                names[short] = one
    return names


def _gives_way(before: Mention, short: str, one: Mention) -> bool:
    """Whether the short name, taken for another by weak evidence, is that of `one`. A company may be called after a place."""
    weak = before.by in (*_WEAK, TEAM) and before.text == short
    firm = one.label is Label.ORGANIZATION and one.text.removeprefix(short).strip() in _FORMS
    return weak and (one.label is Label.PERSON or before.label is Label.PERSON or firm)


_FORMS = frozenset(
    [
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "Co",
        "Co.",
        "Ltd",
        "Ltd.",
        "Plc",
        "PLC",
        "plc",
        "AG",
        "SA",
        "NV",
        "SpA",
        "AB",
        "ASA",
        "Oyj",
        "Group",
        "Co Ltd",
        "Co Plc",
        "Group Plc",
        "Group Ltd",
        "Holdings Plc",
        "Corp Ltd",
        "Group Inc",
        "Group Inc.",
    ]
)
"""What follows a firm's short name in its full one and nothing else."""


def _by_story(one: Mention, names: dict[str, Mention]) -> Mention:
    """A mention whose label, if it has none or a weak one, comes from the fuller name it repeats."""
    if one.by == TEAM:
        full = names.get(one.text, one)
        person = full.label is Label.PERSON and full.text != one.text
        return replace(one, label=full.label, by="repeated", confidence=0.8) if person else one
    if one.by in _WEAK or one.label is None:
        other = names.get(one.text)
        if other is not None and other is not one and other.label is not None and other.by not in _WEAK:
            normal = other.normal if other.text == one.text else one.normal  # a dateline's capitals are those of a name
            return replace(one, label=other.label, by="repeated", confidence=min(0.9, other.confidence), normal=normal)
        if other is not None and other.text != one.text and other.label is Label.PERSON:
            return replace(one, label=other.label, by="repeated", confidence=min(0.85, other.confidence))
    return one


def _in_headings(
    headings: Iterable[Sequence[Word]], kept: Sequence[Mention], known: Gazetteer, words: Vocabulary
) -> Iterator[Mention]:
    """Names in lines whose capitals say nothing: those that the rest of the story names, and what every lexicon knows."""
    by_low: dict[str, Mention] = {}
    for one in sorted(kept, key=lambda one: one.by != TEAM):
        by_low.setdefault(one.text.lower(), one)
        if one.label is Label.PERSON:
            by_low.setdefault(surname(one.text).lower(), one)
    for line in headings:
        at = 0
        while at < len(line):
            size, mention = _heading_name(line, at, by_low, known, words)
            if mention is not None:
                yield mention
            at += size


_LARGE = 300_000
"""People in a city that is known by its name in capitals alone."""


def _heading_name(
    line: Sequence[Word], at: int, by_low: dict[str, Mention], known: Gazetteer, words: Vocabulary
) -> tuple[int, Mention | None]:
    for size in range(min(5, len(line) - at), 0, -1):
        run = line[at : at + size]
        text = " ".join(word.text for word in run)
        span = Span(run[0].start, run[-1].end)
        if not run[0].text[0].isupper():
            continue
        other = by_low.get(text.lower())
        if other is not None and (text in (other.text,) or text.lower() not in words.ordinary):
            normal = other.normal or other.text
            return size, replace(
                other, span=span, text=text, normal=normal, by="heading", confidence=min(0.85, other.confidence)
            )
        spelled = text if not run[0].loud else text.title() if text not in known.places else text
        place = known.places.get(spelled)
        if place is None and run[0].loud and len(text) > 3:
            city = known.cities.get(spelled, ())
            place = next((one for one in city if one.people >= _LARGE), None)
        if place is not None and text.lower() not in words.ordinary:
            return size, Mention(span, text, Label.PLACE, {}, "heading", 0.8, place.name, place.type, place.country)
        if spelled in known.nationalities:
            name, code = known.nationalities[spelled]
            return size, Mention(span, text, Label.NATIONALITY, {}, "heading", 0.8, name, country=code)
    return 1, None
