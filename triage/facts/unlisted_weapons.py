"""Weapons in no list and of no telling shape: those that the trained pipeline sees ("the Karrar", "a Thunder-B drone"), and
names that are of nothing else we know, right before what they are ("16 Vulkan missiles")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.designators import SentenceAt, Sighting, beside, class_of, is_count
from triage.facts.gazetteer import gazetteer
from triage.facts.lexicon import rows
from triage.facts.vocabulary import FUNCTION, NOT_NAMES, vocabulary
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEFORE_WHAT = re.compile(
    r"(?P<before>(?:\d+|an?|of|its|their|the|fired|launched|and|with|new|by)) (?P<name>[A-Z][a-z]{2,}(?:-[A-Z0-9]{1,3})?) "
    r"(?P<what>(?:(?:anti-ship|anti-tank|ballistic|cruise|air-to-air|surface-to-air|hypersonic|attack|kamikaze|loitering|armed|combat) )*"
    r"(?:missile|rocket|drone|torpedo|howitzer|interceptor|munition)(?:e?s)?)\b"
)


def right_before(text: str, where: Span) -> Iterator[Sighting]:
    """The names in a range of the text that stand before the word for a weapon and are no word, person, place or body."""
    for match in _BEFORE_WHAT.finditer(text, where.start, where.end):
        if not _means_other(match["name"].split("-")[0]):
            kind = class_of(match["what"]) or class_of(match["what"].split(" ")[-1])
            yield Sighting(match["name"], kind, Span(*match.span("name")), "weapon.noun", 0.65)


def _means_other(name: str) -> bool:
    words, known = vocabulary(), gazetteer()
    listed = name.lower() in words.ordinary or name in words.given or name in words.family or name in _bodies()
    return (
        listed or name in FUNCTION or name in NOT_NAMES or name in known.nationalities or known.place(name) is not None
    )


@cache
def _bodies() -> frozenset[str]:
    """The first words of organizations in the list: "Hezbollah rockets" are no Hezbollah."""
    forms = (form for row in rows("organizations") for form in (row[0], *(row[2].split("|") if len(row) > 2 else ())))
    return frozenset(form.split(" ")[0] for form in forms)


def sightings(text: str, spans: Iterable[Span], sentence_at: SentenceAt) -> Iterator[Sighting]:
    """A weapon for each span that a class stands beside in its sentence, surer with a number in its name. The model alone
    is not believed: every maker's, ship's and spacecraft's name looks like a weapon's."""
    for span in spans:
        name = " ".join(span.of(text).split())
        kind = beside(text, sentence_at(span.start), span)
        numbered = any(char.isdigit() for char in name)
        if kind and not is_count(name.split("-")[0]):
            yield Sighting(name, kind, span, "weapon.model", 0.75 if numbered else 0.6)
