"""Answers queries: each leaf by the index or the store as a set of stories, combined here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from triage.model.order import Order
from triage.model.query import (
    FACT_FIELDS,
    INDEX_STATES,
    STORE_FIELDS,
    And,
    Everything,
    Field,
    Not,
    Or,
    Query,
    Words,
    apart,
    demanded,
    fields,
    searched,
    together,
)
from triage.model.verdict import REJECTED
from triage.query import words
from triage.session.listing import Listing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from triage.index import Index
    from triage.model.story import StoryId
    from triage.store import TagStore

VERSION_FIELDS = frozenset({"chain", "id", "path"})
"""Fields that name one version of a story rather than the story."""

WORDED_FIELDS = frozenset({"quote"})
"""Fields of facts that look for words in a text: verdicts make no difference to what was written."""

RANKED = 5_000
"""Stories, of every day, up to which a list of those with some words begins with the best match by itself: words that more have
say little about which is meant, and the newest is the better guess."""


class Asker(Protocol):
    """What only a desk can tell of a query: its days, its settings' tags."""

    def period(self, day: Field) -> tuple[float, float]:
        """From when until when `day:` means, in seconds since the epoch."""

    def listed(self, bounds: tuple[float, float] | None, *, every_version: bool) -> Sequence[StoryId]:
        """What a list is of, newest first: all stories, or those between the bounds."""

    def there(self, *, every_version: bool) -> frozenset[StoryId]:
        """All stories, whatever their order."""

    def without_facts(self, *, every_version: bool) -> int:
        """How many of them have no facts yet."""

    def single_day(self, bounds: tuple[float, float]) -> dt.date | None:
        """The day between the bounds, None when they hold more."""

    def timed(self, leaf: Field) -> Field:
        """`day:newest` and `since:last` with the times that they mean."""

    def tags_key(self) -> Callable[[StoryId], tuple[int, ...]]:
        """What brings stories with the same tags together, in the settings' order."""


class Judge:
    """Answers queries: each leaf by the index or the store as a set of stories, combined here."""

    def __init__(self, index: Index, store: TagStore, desk: Asker) -> None:
        self._index = index
        self._store = store
        self._desk = desk

    def listing(self, text: str, query: Query, *, whole: bool = False) -> Listing:
        """What `query` lists, in the order that it says, the best match first where it looks for words and says none.

        Unless the `whole` list is wanted, stories put off until later are left out of a query for nothing but a day, while
        others are left, and so are older versions of a story unless the query names what only one version has.
        """
        sorted_by, leaf = apart(query, "sort")
        asked, day = apart(sorted_by, "day")
        order = Order(leaf.value) if leaf else Order.MATCH if searched(asked) else Order.TIME
        bounds = self._desk.period(day) if day else None
        if day and day.value == "newest":  # a list keeps to its day when another begins
            text = words(together(self._desk.timed(day), apart(query, "day")[0]))
        every_version = whole or _names_versions(query)
        if isinstance(asked, Everything):
            found = self._put_off(bounds, whole)
        else:
            found = self._asked(asked, bounds, every_version)
        if leaf is None and len(found.ids) + found.elsewhere > RANKED:
            order = Order.TIME
        return replace(
            found,
            text=text,
            ids=self._sorted(found.ids, order, asked),
            day=self._desk.single_day(bounds) if bounds else None,
            asked=words(asked),
            order=order,
        )

    def _put_off(self, bounds: tuple[float, float] | None, whole: bool) -> Listing:
        """All stories, or those between the bounds."""
        ids = self._desk.listed(bounds, every_version=whole)
        later = frozenset() if whole else self._store.matching(Field("is", "later"))
        kept = [story for story in ids if story not in later] if later else ids
        shown = tuple(kept or ids)
        total = self._index.count(every_version=whole)
        return Listing("", shown, total, put_off=len(ids) - len(shown), elsewhere=total - len(ids))

    def _asked(self, asked: Query, bounds: tuple[float, float] | None, every_version: bool) -> Listing:
        there = self._desk.there(every_version=every_version)
        matching = self._stories(asked, there)
        if not every_version and (older := self._index.matching(Field("is", "superseded")) - there):
            matching -= older
        missing = self._desk.without_facts(every_version=every_version) if fields(asked) & FACT_FIELDS else 0
        ids = [story for story in self._desk.listed(bounds, every_version=every_version) if story in matching]
        if bounds:
            return Listing("", tuple(ids), len(there), 0, missing, elsewhere=len(matching) - len(ids))
        if len(ids) < len(matching):
            ids += sorted(matching - there)  # decided stories whose files have gone: they come last
        return Listing("", tuple(ids), len(there), 0, missing)

    def _sorted(self, ids: tuple[StoryId, ...], order: Order, asked: Query) -> tuple[StoryId, ...]:
        """`ids`, which come newest first, in that order."""
        match order:
            case Order.OLDEST:
                return ids[::-1]
            case Order.TAGS:
                return tuple(sorted(ids, key=self._desk.tags_key()))
            case Order.MATCH:
                all_of_them = demanded(asked)
                ranks = self._index.ranks(all_of_them or searched(asked), all_of_them=bool(all_of_them))
                return tuple(sorted(ids, key=lambda story: ranks.get(story, 0.0)))
            case Order.SOURCE | Order.PRIORITY:
                places = {story: n for n, equals in enumerate(self._index.ahead(order)) for story in equals}
                ahead = sorted((story for story in ids if story in places), key=places.__getitem__)
                return (*ahead, *(story for story in ids if story not in places))
            case _:
                return ids

    def _stories(self, query: Query, there: frozenset[StoryId]) -> frozenset[StoryId]:
        match query:
            case Everything():
                return there
            case Not(part=part):
                return there - self._stories(part, there)
            case And(parts=parts):
                worded = [part for part in parts if isinstance(part, Words)]
                found = [self._stories(part, there) for part in parts if not isinstance(part, Words)]
                return frozenset.intersection(*found, *([self._index.with_all(worded)] if worded else ()))
            case Or(parts=parts):
                return frozenset.union(*(self._stories(part, there) for part in parts))
            case Field(name="day" | "since"):
                return self._index.matching(self._desk.timed(query))
            case Field() if query.name in STORE_FIELDS and query.value not in INDEX_STATES:
                return self._decided(query, there)
            case Field() if query.name in FACT_FIELDS - WORDED_FIELDS:
                return self._stating(query, there)
            case Field() | Words():
                return self._index.matching(query)

    def _stating(self, leaf: Field, there: frozenset[StoryId]) -> frozenset[StoryId]:
        """Leaves about facts: the index answers for facts as extracted, people's verdicts on them count for more."""
        found = self._index.matching(leaf)
        judged = {story: verdicts for story, verdicts in self._store.judged().items() if story in there}
        if not judged:
            return found
        from triage.index.terms import asks_for, fact_terms  # late: few stories have verdicts

        for story, verdicts in judged.items():
            if story in found or any(verdict != REJECTED for verdict in verdicts.values()):
                terms = fact_terms(self._index.facts(story), verdicts)
                states = any(asks_for(leaf, term) for term in terms)
                found = found | {story} if states else found - {story}
        return found

    def _decided(self, leaf: Field, there: frozenset[StoryId]) -> frozenset[StoryId]:
        """Leaves of the store; new and undecided are what it holds no document of, so they are complements."""
        if leaf == Field("is", "undecided", leaf.position):
            return there - self._store.matching(Field("is", "decided"))
        if leaf == Field("is", "new", leaf.position):
            known = (self._store.matching(Field("is", state)) for state in ("read", "later", "decided"))
            return there.difference(*known)
        return self._store.matching(leaf)


def _names_versions(query: Query) -> bool:
    """Whether a query asks for what tells versions of one story apart."""
    match query:
        case Field(name=name, value=value):
            return name in VERSION_FIELDS or (name, value) == ("is", "superseded")
        case Not(part=part):
            return _names_versions(part)
        case And(parts=parts) | Or(parts=parts):
            return any(_names_versions(part) for part in parts)
        case _:
            return False
