"""Weapon systems, aircraft, ships and munitions that a story names; never "missiles" or "tanks" by themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from triage.facts import designators, unlisted_weapons, warships
from triage.facts.arsenal import Candidate, candidates, is_near, stands_alone
from triage.facts.designators import Sighting, class_after
from triage.facts.reading import readable
from triage.facts.trained import named_weapons
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.WEAPON
VERSION = 5
REQUIRES: frozenset[FactKind] = frozenset()

_LISTED = re.compile(r"s?,? (?:and|or|as well as)? ?(?:the |[\w-]+ )?|s?/|s?, ")
"""What stands between two weapons that are named in one breath."""


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - the protocol's signature
    """One fact a weapon, with all its mentions in the story; the surest rule that found one of them is its provenance."""
    sentences = [Span(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    mentions: dict[str, list[Sighting]] = {}
    for sighting in sighted(story, sentences, named_weapons(doc)):
        mentions.setdefault(sighting.name, []).append(sighting)
    for name, seen in mentions.items():
        best = max(seen, key=lambda one: one.confidence)
        first = min(one.span for one in seen)
        yield make_fact(
            story.id,
            KIND,
            story.text,
            {"name": _as_written(story.text, name, seen), "class": _class(story.text, sentences, seen, best.type)},
            tuple(one.span for one in seen),
            _around(sentences, first.start),
            Provenance(best.by, best.confidence),
        )


def _class(text: str, sentences: Sequence[Span], seen: Sequence[Sighting], listed: str | None) -> str | None:
    """The class, or the one beside a mention where the story is more exact: "attack helicopter", "the frigate USS Cole"."""
    for one in seen:
        where = _around(sentences, one.span.start)
        told = one.type if warships.is_ship(one.type or "") else class_after(text, where, one.span.end)
        exact = told is not None and listed is not None and told.endswith(f" {listed}")
        if told and (exact or (listed == "warship" and told != listed and warships.is_ship(told))):
            return told
    return listed


def _as_written(text: str, name: str, seen: Sequence[Sighting]) -> str:
    """The list's name where the story writes it, in whatever spelling; else what the story calls it: "Apache", "Grad"."""
    written = [re.sub(r"\s+", " ", one.span.of(text)) for one in seen]
    if any(_key(one).startswith(_key(name)) for one in written):
        return name
    longest = max(written, key=len)
    if _key(name).endswith(_key(longest.rsplit(" ", 1)[-1])) or designators.is_nickname(longest.rsplit(" ", 1)[-1]):
        return longest  # its "s" is no plural's: "Abrams"
    return longest[:-1] if longest.endswith("s") and not longest.endswith(("ss", "us", "is")) else longest


def _key(name: str) -> str:
    """A name without the accidents of its spelling."""
    return re.sub(r"[^\w]", "", name).casefold()


def sighted(story: Story, sentences: Sequence[Span], model: Sequence[Span] = ()) -> Iterator[Sighting]:
    """Every weapon in the readable text, none overlapping another: a list's word counts before a shape's, and both before
    the `model`'s word alone."""
    text = story.text
    parts = readable(story)
    named = list(chain.from_iterable(candidates(text, part) for part in parts))
    known = [designators.nicknamed(text, one) for one in _known(text, named, sentences, model)]
    taken = [one.span for one in known]
    yield from known
    sentence_at = partial(_around, sentences)
    shaped = chain.from_iterable(
        chain(
            warships.sightings(text, part, sentence_at),
            designators.sightings(text, part, sentence_at),
            unlisted_weapons.right_before(text, part),
        )
        for part in parts
    )
    ships = {one.name: one.type for one in known if warships.PREFIX.match(one.name)}
    for seen in sorted(shaped, key=lambda sighting: (sighting.span.start, -sighting.span.end)):
        one = designators.nicknamed(text, seen)
        if not _overlaps(taken, one.span):
            taken.insert(bisect_right(taken, one.span), one.span)
            ships.update({one.name: one.type} if one.by == "weapon.ship" else {})
            yield one
    yield from _ships_again(text, parts, ships, taken)
    others = (one for one in model if any(part.covers(one) for part in parts) and not _overlaps(taken, one))
    yield from unlisted_weapons.sightings(text, others, sentence_at)


def _known(
    text: str, named: Sequence[tuple[Candidate, ...]], sentences: Sequence[Span], model: Sequence[Span]
) -> list[Sighting]:
    """The lexicon's weapons. A guarded name counts beside a word that shows what it is, where the model sees a weapon, in a
    row with another weapon, or where the story has used it as a weapon elsewhere."""
    sure: dict[int, Sighting] = {}
    for at, forms in enumerate(named):
        for one in forms:
            if not one.form.near:
                sure[at] = _sighting(one, "weapon.lexicon", 0.95)
            elif at not in sure and is_near(text, _around(sentences, one.span.start), one):
                sure[at] = _sighting(one, "weapon.context", 0.85)
        if at not in sure and forms[0].span in model and not _BASE.match(text, forms[0].span.end):
            sure[at] = _sighting(forms[0], "weapon.model", 0.75)
    shown = {(sighting.name, sighting.type) for sighting in sure.values()}
    for at, forms in enumerate(named):
        if at in sure:
            continue
        again = next((one for one in forms if (one.form.name, one.form.type) in shown), None)
        if again and _is_again(text, again):
            sure[at] = _sighting(again, "weapon.again", 0.8)
        elif _in_a_row(text, at, named, sure):
            sure[at] = _sighting(forms[0], "weapon.row", 0.6)
    return [sure[at] for at in sorted(sure)]


_BASE = re.compile(r" (?:air )?(?:base|airfield|camp|barracks)\b")
"""Behind a name that is a place's as well it is one: "the K-1 base"."""


def _is_again(text: str, one: Candidate) -> bool:
    """Whether a guarded name that the story has shown to be a weapon means it here too; ships come with "the"."""
    article = text[max(0, one.span.start - 4) : one.span.start].casefold() == "the "
    return stands_alone(text, one.span) and (article or not warships.is_ship(one.form.type))


def _in_a_row(text: str, at: int, named: Sequence[tuple[Candidate, ...]], sure: dict[int, Sighting]) -> bool:
    span = named[at][0].span
    before, after = sure.get(at - 1), sure.get(at + 1)
    gaps = []
    if before:
        gaps.append((before.span.end, span.start))
    if after:
        gaps.append((span.end, after.span.start))
    return any(_LISTED.fullmatch(text, start, end) for start, end in gaps if 0 < end - start < 30)


def _sighting(one: Candidate, by: str, confidence: float) -> Sighting:
    return Sighting(one.form.name, one.form.type, one.span, by, confidence)


def _ships_again(
    text: str, parts: Sequence[Span], ships: dict[str, str | None], taken: list[Span]
) -> Iterator[Sighting]:
    """Later mentions of a ship without its prefix: "the Cole" after "the USS Cole"."""
    for name, type_ in ships.items():
        bare = warships.PREFIX.sub("", name)
        pattern = re.compile(rf"\b[Tt]he ({re.escape(bare)})(?! [A-Z])(?!\w)")
        for part in parts:
            for match in pattern.finditer(text, part.start, part.end):
                span = Span(*match.span(1))
                if not _overlaps(taken, span):
                    yield Sighting(name, type_, span, "weapon.again", 0.7)


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of the sorted, disjoint spans `taken`."""
    at = bisect_right(taken, span)
    return any(one.overlaps(span) for one in taken[max(0, at - 1) : at + 1])


def _around(sentences: Sequence[Span], at: int) -> Span:
    """The sentence that holds the offset `at`."""
    index = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 else Span(at, at)
