"""What a trained pipeline's entities say for and against our own reading of the names.

Rules know titles, lists and the story as a whole; the model knows how sentences are built. Neither has the last word: its
opinion is one more reason among those that are summed up for every name (`names_evidence`), in the same steps.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.columns import columns
from triage.facts.mention import Label, Mention
from triage.facts.pipeline import CHOSEN, ENTITY_LABELS
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

_LABELS = {"PERSON": Label.PERSON, "ORG": Label.ORGANIZATION, "PLACE": Label.PLACE}

_SAME = {Label.PERSON: 2.2, Label.ORGANIZATION: 1.2, Label.PLACE: 0.4}
"""What the model's word for a label weighs. Of places the lists know more than it does, and a team's or a government's
name is a place's to it: it has learnt from copy that is marked so."""

_PART = 0.25
"""How much of that it weighs when the model's name only overlaps ours."""

_ALONE = 0.75
"""How much of it when no rule proposed the name."""

_CHOSEN = dict.fromkeys(Label, 2.5)
"""The same for a pipeline that a person has chosen: enough against no more than evidence."""

_OTHER, _NOTHING = -1.2, -0.9
"""What it weighs against every label that the model sees another thing's name here, or no name at all."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The model's name: `label` is None for what is named but no person, organization or place."""

    span: Span
    label: Label | None


def with_model(doc: Doc, ranges: Sequence[Span], ours: Sequence[Mention]) -> list[Mention]:
    """Our mentions with the model's opinion among their scores, and as mentions those names that only the model sees."""
    if not doc.has_annotation("ENT_IOB"):
        return list(ours)
    weights = _CHOSEN if doc.user_data.get(CHOSEN) else _SAME
    opinions = list(_opinions(doc))
    starts = [one.span.start for one in opinions]
    weighed = [one if one.label else _weighed(one, _over(one.span, opinions, starts), weights) for one in ours]
    alone = [one for one in opinions if one.label and not any(one.span.overlaps(other.span) for other in ours)]
    text = columns(doc).text
    theirs = [
        Mention(one.span, one.span.of(text), scores={one.label: _ALONE * weights[one.label]}, by="model")
        for one in alone
        if one.label and any(part.covers(one.span) for part in ranges)
    ]
    return sorted((*weighed, *theirs), key=lambda one: one.span)


def named_weapons(doc: Doc) -> list[Span]:
    """What the model sees as a weapon's name."""
    return [Span(one.start_char, one.end_char) for one in doc.ents if ENTITY_LABELS.get(one.label_) == "WEAPON"]


def _opinions(doc: Doc) -> Iterator[Opinion]:
    for entity in doc.ents:
        label = ENTITY_LABELS.get(entity.label_)
        text = entity.text
        start = entity.start_char + (4 if text.startswith(("the ", "The ")) else 0)
        bare = text.rstrip()  # a line's end is a token, and may be taken for a part of the name
        span = Span(start, entity.start_char + len(bare) - (2 if bare.endswith(("'s", "’s")) else 0))
        if label is not None and span.start < span.end and "\n\n" not in bare:
            yield Opinion(span, _LABELS.get(label))


def _over(span: Span, opinions: Sequence[Opinion], starts: Sequence[int]) -> list[Opinion]:
    """The opinions that overlap a span."""
    first = max(0, bisect_right(starts, span.start) - 1)
    found = []
    for one in opinions[first:]:
        if one.span.start >= span.end:
            break
        if one.span.overlaps(span):
            found.append(one)
    return found


def _weighed(one: Mention, opinions: Sequence[Opinion], weights: Mapping[Label, float]) -> Mention:
    against = _NOTHING if not opinions else _OTHER if all(two.label is None for two in opinions) else 0.0
    scores = {label: score + against for label, score in one.scores.items()}
    for opinion in opinions:
        if opinion.label is not None:
            share = 1.0 if opinion.span == one.span else _PART
            scores[opinion.label] = scores.get(opinion.label, 0.0) + share * weights[opinion.label]
    return replace(one, scores=scores)
