"""Names of things that are no kind of fact here: ships, storms, songs, spacecraft, sorts of oil, and what somebody is nicknamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.wordstream import Word

_BEFORE = words(
    "ship vessel ferry tanker trawler yacht frigate submarine steamer schooner icebreaker lander rover spacecraft probe satellite "
    "capsule hurricane typhoon cyclone storm song single album film movie novel musical opera operation campaign racehorse "
    "asteroid comet drug vaccine painkiller browser codenamed nicknamed dubbed"
)
_AFTER = words(
    "crude futures lander rover spacecraft festival submarine frigate frigates corvette corvettes ferry tanker trawler hurricane typhoon Bowl"
)
_FLAGGED = words("flagged registered crewed")
"""Behind a country and a hyphen they say what a ship is: "the Panama-flagged Sea Lark"."""
_LOADED = words("aircraft bulk car container gas ore lng")
_TRADED = words("Brent Sterling")
_PRICED = words(
    "rose fell jumped gained lost slipped climbed dropped settled traded eased edged surged slid tumbled slumped rallied"
)
_THEMSELVES = words("itself themselves himself herself")


_WEATHER = words("Nino Niño Nina Niña")


def explained(line: Sequence[Word], at: int) -> bool:
    """Whether the acronym in brackets at `at` is short for words in small letters before it: "avian influenza (HPAI)"."""
    bracketed = 1 < at < len(line) - 1 and line[at - 1].text == "(" and line[at + 1].text == ")"
    return bracketed and line[at].loud and not line[at - 2].capital and line[at - 2].text.isalpha()


def names_class(line: Sequence[Word], end: int) -> bool:
    """Whether a class of ships is called by the name that ends there: "Virginia-class submarines"."""
    return [word.low for word in line[end : end + 2]] == ["-", "class"] and line[end].glued


def names_thing(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words around words `start` to `end` make their name a thing's: "the ferry X", "X crude", "known as X"."""
    if end - start == 1 and explained(line, start):
        return True
    before = [word.low for word in line[max(0, start - 3) : start] if word.text not in ("“", '"', "‘")]
    after = line[end].low if end < len(line) else ""
    one, two = (before[-1:] or [""])[0], (before[-2:-1] or [""])[0]
    if after in ("bomb", "bombs") and end - start == 1 and line[start].loud:
        return True
    if after in _PRICED and end - start == 1 and line[start].text in _TRADED:
        return True
    if (
        one in _FLAGGED
        or one in _BEFORE
        or (one == "carrier" and two in _LOADED)
        or after in _AFTER
        or line[end - 1].text in _WEATHER
    ):
        return True
    return (
        (one == "as" and two in ("known", "nicknamed"))
        or (one == "called" and two in (",", *_THEMSELVES))
        or (one in _THEMSELVES and two in ("call", "calls", "called"))
    )
