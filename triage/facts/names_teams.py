"""Mentions in the story of a match: who plays, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.facts.teams import appears, located, national
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.names_parse import Piece
    from triage.facts.wordstream import Word

TEAM, LOCATED = "team", "located"
"""The rules that tell a team from its city."""

_MAY_PLAY = ("gazetteer", "evidence", "lexicon")
"""The rules by which a city's name is a place, but for what stands beside it."""

_DATED = re.compile(r"([A-Z][A-Z'’. -]+[A-Z])(?:, ([A-Z][A-Za-z. ]+?))? ?(?:19|20)\d\d-\d\d-\d\d")
"""A dateline that is a line by itself: "NEW YORK 1996-08-30"."""


def written(run: Sequence[Word]) -> str:
    """The words as one name."""
    return "".join(word.text if word.glued or not i else f" {word.text}" for i, word in enumerate(run))


def dated_places(line: str, at: int, known: Gazetteer) -> list[Mention]:
    """The places of a dateline that is the whole of the `line` at offset `at`; none in other lines."""
    found = _DATED.fullmatch(line)
    return [_dated(found, group, at, known) for group in (1, 2) if found[group]] if found else []


def _dated(found: re.Match[str], group: int, at: int, known: Gazetteer) -> Mention:
    name = found[group] if found[group] in known.places else found[group].title()
    place = known.place(name)
    span = Span(at + found.start(group), at + found.end(group))
    if place is None:
        return Mention(span, found[group], Label.PLACE, by="dateline", confidence=0.9, normal=name)
    return Mention(span, found[group], Label.PLACE, {}, "dateline", 0.9, place.name, place.type, place.country)


def in_row(line: Sequence[Word], start: int, end: int, known: Gazetteer) -> Mention:
    """A team in a row of results: a nation's is a place, and so is where a match is played."""
    run = line[start:end]
    text, span = written(run), Span(run[0].start, run[-1].end)
    spelled = text if text in known.places else text.title()
    place = known.place(spelled)
    if place is not None and (national(place) or (start and line[start - 1].low == "at")):
        return Mention(span, text, Label.PLACE, {}, TEAM, 0.9, place.name, place.type, place.country)
    normal = spelled if run[0].loud and len(text) > 4 else None
    return Mention(span, text, Label.ORGANIZATION, by=TEAM, confidence=0.85, normal=normal)


def in_sport(line: Sequence[Word], piece: Piece, known: Gazetteer) -> Mention | None:
    """A city's name in the story of a match, where the words beside it tell the team from the city."""
    run = line[piece.start : piece.end]
    place = known.place(written(run))
    if place is None or national(place) or piece.title or piece.shape:
        return None
    span = Span(run[0].start, run[-1].end)
    if located(line, piece.start, piece.end):
        return Mention(span, written(run), Label.PLACE, by=LOCATED, confidence=0.85)
    if appears(line, piece.start, piece.end):
        return Mention(span, written(run), Label.ORGANIZATION, by=TEAM, confidence=0.8)
    return None


def playing(labelled: Sequence[Mention], known: Gazetteer) -> Iterator[Mention]:
    """The mentions, a city's as its team where the story has that name for a team elsewhere, or lists it among teams."""
    teams = {one.normal or one.text for one in labelled if one.by == TEAM and one.label is Label.ORGANIZATION}
    if not teams:
        yield from labelled
        return
    listed = _listed(labelled)
    for at, one in enumerate(labelled):
        place = known.place(one.text)
        city = one.label is Label.PLACE and one.by in _MAY_PLAY and place is not None and not national(place)
        if (city or one.label is None) and (one.text in teams or (city and at in listed)):
            yield one.settled(Label.ORGANIZATION, TEAM, 0.75)
        else:
            yield one


def _listed(labelled: Sequence[Mention]) -> set[int]:
    """The mentions that stand in a list with a team: "Essex, Derbyshire and Surrey"."""
    found: set[int] = set()
    for order in (range(1, len(labelled)), range(len(labelled) - 2, -1, -1)):
        step = order.step
        for at in order:
            one, other = labelled[at], labelled[at - step]
            gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
            team = other.by == TEAM and other.label is Label.ORGANIZATION
            if gap in (2, 5) and (team or at - step in found) and one.by not in (LOCATED, "dateline"):
                found.add(at)
    return found
