"""Mentions by half a name or none: "the alliance" after NATO, "the bloc" after the European Union, "the House"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.facts.organizations import type_of
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NOUN = re.compile(r"\b[Tt]he ([Aa]lliance|[Bb]loc)\b(?!\s+(?:of|between|with|for)\b)")
_BLOCS = frozenset(("European Union", "ASEAN", "Gulf Cooperation Council", "Mercosur", "BRICS", "African Union"))


def nominals(text: str, ranges: Sequence[Span], named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of the one alliance or bloc that the story names; none where it names two of them."""
    alliances = {one.normal: one for one in reversed(named) if _alliance(one)}
    out: list[Mention] = []
    for match in _NOUN.finditer(text):
        bloc = match[1].lower() == "bloc"
        fitting = [one for name, one in alliances.items() if (name in _BLOCS) == bloc]
        span = Span(match.start(), match.end())
        free = not any(span.overlaps(one.span) for one in named)
        if len(fitting) == 1 and free and any(each.covers(span) for each in ranges):
            out.append(Mention(span, match[0], Label.ORGANIZATION, {}, "nominal", 0.8, fitting[0].normal))
    return (*out, *_house(text, ranges, named))


_HOUSE = re.compile(r"\b[Tt]he (?:U\.S\. )?(House)\b(?! of\b| [A-Z])")
_OTHER_HOUSE = re.compile(r"\bthe Senate\b|\bCongress\b")


def _house(text: str, ranges: Sequence[Span], named: Sequence[Mention]) -> Iterator[Mention]:
    """ "The House", in a story that names the other one or both."""
    if not _OTHER_HOUSE.search(text):
        return
    for match in _HOUSE.finditer(text):
        span = Span(*match.span(1))
        if not any(span.overlaps(one.span) for one in named) and any(each.covers(span) for each in ranges):
            yield Mention(span, match[1], Label.ORGANIZATION, {}, "nominal", 0.8, "House of Representatives")


def _alliance(one: Mention) -> bool:
    name = one.normal
    return (
        one.label is Label.ORGANIZATION
        and name is not None
        and name != "United Nations"
        and type_of(name) == "alliance"
    )
