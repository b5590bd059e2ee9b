"""How alike two stories are, and what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from triage.ingest.chain_words import COMMON, NUMERALS, content, stem
from triage.model.version import VersionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Set

    from triage.ingest.chain_traces import Trace

HOUR = 3600.0
RUNNING = 14 * HOUR
"""How long after one version the next comes at most, where the text alone does not say so."""
LATE = 7 * 24 * HOUR
"""How late a correction, a repeat or a kill may come."""

ALIKE = 0.3
"""The likeness of texts from which it is asked where they are alike."""

NEWS_KEPT = 0.8
"""How much of a first part is in the other story at least, for what is in it of the whole; of sidebars it is 0.3 to 0.7."""

LINE = 30
"""Words of a headline that are compared one by one."""

PHRASE = 2
"""Words that stand in the place of others, at most."""

_UNSAYING = frozenset(map(stem, COMMON | NUMERALS))

_COUNTED = frozenset({VersionKind.UPDATE, VersionKind.WRAPUP})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two stories are: shares, from 0 to 1, of what the shorter one has that the longer one has too.

    `news` is that of headlines and ledes together, up to 2. `numbers` is 1 where there are too few to compare. `one_day` is
    false where they say that they are of different days.
    """

    text: float
    names: float
    numbers: float
    headline: float
    news: float
    hours: float
    one_day: bool

    @classmethod
    def of(cls, one: Trace, other: Trace) -> Likeness:
        """The likeness of two traces; symmetric."""
        numbers = min(len(one.numbers), len(other.numbers))
        headline = share(content(one.headline), content(other.headline))
        return cls(
            text=share(one.shingles, other.shingles),
            names=share(one.names, other.names),
            numbers=share(one.numbers, other.numbers) if numbers >= 4 else 1.0,
            headline=headline,
            news=headline + share(one.news, other.news),
            hours=abs(one.when - other.when) / HOUR,
            one_day=not (one.weekdays and other.weekdays) or bool(one.weekdays & other.weekdays),
        )


def same_number(one: Trace, other: Trace) -> bool:
    """Whether both are the first update, or the second: a story has one of each, and a slug may be that of several stories."""
    return one.kind is other.kind and one.kind in _COUNTED and one.number == other.number != 0


def elsewhere(one: Trace, other: Trace) -> bool:
    """Whether each comes from a place that the other never speaks of: what they share is then background, or a form."""
    return bool(one.place and other.place) and not (
        one.place <= other.place | other.opening | other.words or other.place <= one.place | one.opening | one.words
    )


def background(one: Trace, other: Trace, text: float) -> bool:
    """Whether what two texts share stands below the news in both: a story beside the main one tells again what happened, in the
    same words. What is put above or in place of a lede leaves most of the first part where it was, or further down.

    `text` is how alike the two are as a whole; of little in common nothing can be told.
    """
    if text < ALIKE or not one.top or not other.top:
        return False
    kept = max(len(one.top & other.shingles) / len(one.top), len(other.top & one.shingles) / len(other.top))
    return kept < NEWS_KEPT * min(text, 0.5)


def strangers(one: Trace, other: Trace) -> bool:
    """Whether the headline of each names somebody or something that the other never speaks of: one form, filled in twice."""
    return all(
        content(mine.headline) & (mine.capitals | mine.place) - theirs.words - theirs.opening
        for mine, theirs in ((one, other), (other, one))
    )


def exchanged(one: Trace, other: Trace) -> bool:
    """Whether in one headline a word stands in the place of a word of the other, and the news of neither has that of the other in any
    form: a baker is convicted in the one, a brewer in the other."""
    return any(_unheard(mine, other) and _unheard(theirs, one) for mine, theirs in _slots(one, other))


def others_act(one: Trace, other: Trace) -> bool:
    """Whether one name stands in the place of another, and is not in the news of the other: one firm does what another did, of
    whom it may speak further down."""
    return any(
        _unheard(mine & one.names, other) and _unheard(theirs & other.names, one) for mine, theirs in _slots(one, other)
    )


def _unheard(words: Set[str], story: Trace) -> bool:
    """Whether one of the words is in no form in the news of the story."""
    return bool({stem(word) for word in words} - _UNSAYING - {stem(word) for word in story.news})


def _slots(one: Trace, other: Trace) -> Iterator[tuple[set[str], set[str]]]:
    """The words of two headlines that stand in each other's place, before words that are the same."""
    steps = SequenceMatcher(None, one.headline[:LINE], other.headline[:LINE], autojunk=False).get_opcodes()
    for (step, a, b, c, d), after in pairwise(steps):
        if step == "replace" and b - a <= PHRASE and d - c <= PHRASE and after[0] == "equal":
            mine, theirs = one.headline[a:b], other.headline[c:d]
            yield {word for word in mine if not word[0].isdigit()}, {word for word in theirs if not word[0].isdigit()}


def other_measures(one: Trace, other: Trace) -> bool:
    """Whether the headlines measure with decimals, and what the one measures the other never speaks of: that is how strong quakes
    are told apart, or the rates of banks; the dead of one accident are counted in whole numbers."""
    mine, theirs = ({word for word in told.headline if "." in word} for told in (one, other))
    return bool(mine and theirs) and not (mine & (theirs | other.numbers) or theirs & one.numbers)


def other_figures(one: Trace, other: Trace) -> bool:
    """Whether short texts have figures and share none: two races in one form of words, not one and what is new of it."""
    return min(len(one.numbers), len(other.numbers)) >= 2 and not one.numbers & other.numbers


def same_measures(one: Trace, other: Trace) -> bool:
    """Whether short texts agree in half of their figures; true where there are too few of them to tell."""
    return min(len(one.numbers), len(other.numbers)) < 2 or share(one.numbers, other.numbers) >= 0.5


def goes_on(alert: Trace, story: Trace) -> bool:
    """Whether a story's headline begins with what the alert told, and tells what happened too, not only to whom: what follows
    from the news, or is said of it, begins with who does or says so ("Leaders mourn as president dies")."""
    first = next((word for word in story.headline if word not in COMMON and word not in NUMERALS), "")
    if first not in content(alert.headline) | alert.words:
        return False
    happened = content(alert.headline) - alert.names - story.names - alert.place - story.place
    if not happened:
        return content(alert.headline) <= content(story.headline)
    again = set(map(stem, happened)) & set(map(stem, story.headline))
    return 2 * len(again) >= len(happened)


def told(alert: Trace, story: Trace) -> float:
    """How much of an alert's headline the story has, anywhere."""
    wanted = content(alert.headline)
    return len(wanted & story.words) / len(wanted) if wanted else 0.0


def share(one: Collection[object], other: Collection[object]) -> float:
    """The share of the smaller collection that is in both; 0 when one is empty."""
    smaller = min(len(one), len(other))
    return len(frozenset(one) & frozenset(other)) / smaller if smaller else 0.0


def because(earlier: Trace, later: Trace, reason: str) -> str:
    """A reason, with the marker that says so."""
    marker = later.marker or earlier.marker
    return f"“{marker}”, {reason}" if marker else reason
