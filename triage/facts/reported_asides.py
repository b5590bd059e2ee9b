"""What stands between a verb of speech and the clause that it reports: who was told, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.cues import cues
from triage.facts.lexicon import words
from triage.facts.phrases import DAYS, pronoun

if TYPE_CHECKING:
    from triage.facts.phrases import Frame

_HEARERS = words(
    "promised promises told tells telling asked asks asking informed informs assured assures assuring reminded reminds warned warns warning advised advises"
)
_HEARER = words(
    "reporters journalists lawmakers reuters parliament him her them me us investors analysts legislators supporters"
)
_MEDIA = words("news radio television tv newspaper magazine agency website")
_ADVERBS = words(
    "also later again earlier then too recently separately however still once meanwhile here yesterday today tonight"
)
_ABOUT_DAYS = words("on late early last earlier this next in")
_MONTHS = words(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec."
)
_PLACES_OF_SPEECH = words(
    "statement interview news conference call speech letter email e-mail report briefing memo filing tweet note television tv radio "
    "address debate rally hearing meeting testimony article editorial post remarks comments court affidavit press"
)


def past_hearer(frame: Frame, at: int, verb: str) -> int:
    """The index behind those who are told: "reporters", "a news conference", "Reuters"."""
    if verb not in _HEARERS or at >= len(frame):
        return at
    if frame[at].low in _HEARER:
        return at + 1
    determined = frame[at].low in ("a", "an", "the", "his", "her", "their", "its")
    if frame[at].capital or (determined and at + 1 < len(frame) and frame[at + 1].capital):
        at += determined
        while at < len(frame) and frame[at].capital and not pronoun(frame[at]):
            at += 1
        while at < len(frame) and frame[at].low in _MEDIA:
            at += 1
        return at
    if determined:
        last = next((ahead for ahead in range(at + 1, min(len(frame), at + 5)) if _ends_hearer(frame, ahead)), at - 1)
        of_many = last > at and last + 2 < len(frame) and frame[last + 1].low == "of"  # "a crowd of supporters"
        return last + 3 if of_many else last + 1
    return at


def _ends_hearer(frame: Frame, at: int) -> bool:
    return frame[at].low in _PLACES_OF_SPEECH - {"news", "press", "television"} or frame[at].low in (
        "newspaper", "agency", "committee", "jury", "judge", "network", "channel", "parliament", "house", "senate", "crowd", "audience", "council",
    )  # fmt: skip


def past_adverbials(frame: Frame, at: int, end: int) -> int:
    """The index behind days, adverbs and where it was said."""
    while at < end:
        low = frame[at].low
        following = frame[at + 1].low if at + 1 < end else ""
        if (
            low in DAYS
            or low in _ADVERBS
            or (low.endswith("ly") and not frame[at].capital and low not in ("only", "early", "july"))
        ):
            at += 1
        elif low in _ABOUT_DAYS and (following in DAYS or following in ("week", "month", "year", "night")):
            at += 2
        elif low in ("on", "in") and following in _MONTHS:
            at += 2
            while at < end and frame[at].text[0].isdigit():
                at += 1
        elif low in ("in", "at", "on", "during", "through", "by", "via") and (
            place := _place_of_speech(frame, at + 1, end)
        ):
            at = place
        elif low == "to" and following in _HEARER:
            at += 2
        else:
            break
    return at


def _place_of_speech(frame: Frame, at: int, end: int) -> int:
    """The index behind "a statement", "an interview with Reuters"; 0 where no such place stands."""
    last = 0
    for ahead in range(at, min(end, at + 6)):
        word = frame[ahead]
        if not word.is_word or (last and word.low not in _PLACES_OF_SPEECH):
            break
        if word.low in _PLACES_OF_SPEECH:
            last = ahead
        elif word.low in cues() or pronoun(word):
            break
    if not last:
        return 0
    after = last + 1
    if (
        after < end
        and frame[after].low in ("with", "to", "on", "from")
        and after + 1 < end
        and frame[after + 1].capital
    ):
        after += 2
        while after < end and frame[after].capital and frame[after - 1].capital and not pronoun(frame[after]):
            after += 1
    return after
