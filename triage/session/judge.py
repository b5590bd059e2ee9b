"""Answers queries: each leaf by the index or the store as a set of stories, combined here."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    fields,
)
from triage.model.verdict import REJECTED
from triage.session.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.index import Index
    from triage.model.story import StoryId
    from triage.store import TagStore

VERSION_FIELDS = frozenset({"chain", "id", "path"})
"""Fields that name one version of a story rather than the story."""

WORDED_FIELDS = frozenset({"quote"})
"""Fields of facts that look for words in a text: verdicts make no difference to what was written."""


class Judge:
    """Answers queries: each leaf by the index or the store as a set of stories, combined here."""

    def __init__(self, index: Index, store: TagStore) -> None:
        self._index = index
        self._store = store

    def listing(self, text: str, query: Query, everything: Sequence[StoryId], *, put_off: bool = True) -> Listing:
        """What `query` lists of `everything`, in its order.

        Stories put off until later are left out of the empty query while others are left, unless `put_off` is false. Older
        versions of a story, which are not in `everything`, are listed where the query names what only one version has.
        """
        if isinstance(query, Everything):
            if not put_off:
                return Listing(text, tuple(everything), len(everything))
            later = self._store.matching(Field("is", "later"))
            ids = [story for story in everything if story not in later] if later else everything
            shown = ids or everything
            return Listing(text, tuple(shown), len(everything), put_off=len(everything) - len(shown))
        every_version = self._index.ids(every_version=True)
        listed = every_version if _names_versions(query) else everything
        there = frozenset(listed)
        matching = self._stories(query, there)
        ids = [story for story in listed if story in matching]
        gone = sorted(matching.difference(every_version))  # decided stories whose files have gone: they come last
        return Listing(text, (*ids, *gone), len(everything), missing=self._missing(query, there))

    def _missing(self, query: Query, there: frozenset[StoryId]) -> int:
        if not fields(query) & FACT_FIELDS:
            return 0
        judged = self._index.matching(Field("is", "extracted")) | self._index.matching(Field("is", "unreadable"))
        return len(there.difference(judged))

    def _stories(self, query: Query, there: frozenset[StoryId]) -> frozenset[StoryId]:
        match query:
            case Everything():
                return there
            case Not(part=part):
                return there - self._stories(part, there)
            case And(parts=parts):
                return frozenset.intersection(*(self._stories(part, there) for part in parts))
            case Or(parts=parts):
                return frozenset.union(*(self._stories(part, there) for part in parts))
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
