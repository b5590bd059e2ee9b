"""What a person finds: the list that a query makes, its days and orders, saved views, and what can be typed next."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triage.session.days import Days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from triage.index import Index
    from triage.locations import Locations
    from triage.model.fact import Fact
    from triage.model.order import Order
    from triage.model.query import Field
    from triage.model.story import StoryId
    from triage.query.completing import Completion
    from triage.session.listing import Listing
    from triage.session.views import View
    from triage.settings import Settings
    from triage.store import TagStore


class Finding:
    """The verbs that find. A query's text says all there is to say of a view: its day, what is asked, its order."""

    settings: Settings
    locations: Locations
    user: str
    index: Index
    _within: dict[tuple[float, float], tuple[StoryId, ...]]
    """The day that was listed last: most lists are of it."""
    _everyone: frozenset[StoryId] | None
    """What `there` said last."""

    @property
    def store(self) -> TagStore:
        """The store of decisions."""
        raise NotImplementedError

    @property
    def taken_in(self) -> int:
        """The index's mark at the last `renew`."""
        raise NotImplementedError

    @property
    def everything(self) -> tuple[StoryId, ...]:
        """All stories, newest first."""
        raise NotImplementedError

    def known_tags(self) -> tuple[str, ...]:
        """Every tag there is."""
        raise NotImplementedError

    @property
    def days(self) -> Days:
        """The days of the inbox."""
        return Days(self.index, self.zone)

    @cached_property
    def zone(self) -> dt.tzinfo | None:
        """The time zone of the settings; None is the system's."""
        return self.settings.zone

    def listing(self, text: str = "", *, typing: bool = False, whole: bool = False) -> Listing:
        """The stories that the query `text` lists. Raises QueryError; while it is being typed, forgives what is unfinished.

        A query for nothing but a day leaves out what is put off until later, unless the `whole` list is wanted.
        """
        from triage.query import parse
        from triage.session.judge import Judge

        return Judge(self.index, self.store, self).listing(text, parse(text, typing=typing), whole=whole)

    def kept_to(self, typed: str, day: dt.date | None) -> str:
        """A query that is being typed, as it is understood so far: its last word is the beginning of one. It is kept to the
        day, if any, unless it says itself which time is meant. Raises QueryError."""
        from triage.model.query import TIME_FIELDS, fields
        from triage.query import parse, words

        query = parse(typed, typing=True)
        return words(query) if day is None or fields(query) & TIME_FIELDS else self.on_day(words(query), day)

    def check(self, text: str) -> None:
        """Raise QueryError for what is wrong with a query, and would be forgiven while it is typed."""
        from triage.query import parse

        parse(text)

    def first_view(self) -> str:
        """The query for the newest day, "" while there is no story."""
        day = self.days.newest()
        return f"day:{day}" if day else ""

    def on_day(self, text: str, day: dt.date | None) -> str:
        """The query `text` kept to another day, None: to none. Raises QueryError."""
        from triage.model.query import Everything, Field, apart, together
        from triage.query import parse, words

        rest, _ = apart(parse(text), "day")
        return words(together(Field("day", day.isoformat()) if day else Everything(), rest))

    def in_order(self, text: str, order: Order) -> str:
        """The query `text` in another order. Raises QueryError."""
        from triage.model.query import Field, apart, together
        from triage.query import parse, words

        rest, _ = apart(parse(text), "sort")
        return words(together(rest, Field("sort", order.value)))

    def query_for(self, fact: Fact) -> str | None:
        """The query for the stories that share a fact; None when it has no name to ask for."""
        from triage.index.terms import exactly
        from triage.model.query import Field
        from triage.query import words

        asked = exactly(fact)
        return words(Field(*asked)) if asked else None

    def sharing(self, fact: Fact) -> Listing | None:
        """The stories that share a fact, newest first; None when it has no name to ask for."""
        text = self.query_for(fact)
        return self.listing(text) if text else None

    # Saved views

    @cached_property
    def last_sat(self) -> float | None:
        """When the person's last session at this desk ended, before this one; None when there was none."""
        from triage.session.sittings import last_ended

        return last_ended(self.locations.sittings, self.user)

    def rise(self) -> None:
        """Note that the person's session at this desk ends now."""
        from triage.session.sittings import end

        end(self.locations.sittings, self.user)

    def splits(self) -> dict[str, float]:
        """Where the person left the lines between the panes, as shares by the layouts' names."""
        from triage.session.splits import load

        return load(self.locations.splits)

    def keep_splits(self, splits: Mapping[str, float]) -> None:
        """Keep where those lines stand now."""
        from triage.session.splits import save

        save(self.locations.splits, splits)

    def views(self) -> dict[str, View]:
        """The saved views by their keys, 1 to 9. Raises SettingsError when their file cannot be read."""
        from triage.session.views import load

        return load(self.locations.views)

    def save_view(self, key: str, view: View | None) -> None:
        """Keep a view under a key; None forgets the one there. Raises SettingsError when that cannot be written."""
        from triage.session.views import save

        save(self.locations.views, key, view)

    def complete(self, text: str, cursor: int) -> Completion:
        """What can stand at the cursor of a query that is being typed: names of fields, or a field's values."""
        from triage.query.completing import complete

        return complete(text, cursor, self._values)

    def complete_verb(self, line: str, cursor: int) -> Completion:
        """What can stand at the cursor of a line with a verb of the command line: verbs, then what a query takes."""
        from triage.model.verb import VERBS
        from triage.query.completing import Completion

        verb, blank, _ = line[:cursor].partition(" ")
        if blank:
            return self.complete(line, cursor)
        found = tuple(name for name in VERBS if name.startswith(verb))
        return Completion(0, cursor, tuple(f"{name} " for name in found), found)

    def _values(self, field: str, beginning: str) -> Sequence[str]:
        """The values of a field that are in this desk's stories and decisions."""
        if field == "tag":
            folded = beginning.casefold()
            return [tag for tag in self.known_tags() if tag.casefold().startswith(folded)]
        if field == "day":
            return self._recent_days()
        return self.index.values(field, beginning)

    def _recent_days(self) -> list[str]:
        day, found = self.days.newest(), list[str]()
        while day and len(found) < 10:
            found.append(day.isoformat())
            day = self.days.beside(day, -1)
        return found

    # What only the desk can tell of a query

    def period(self, day: Field) -> tuple[float, float]:
        """From when until when `day:` means."""
        return self.days.period(day)

    def within(self, bounds: tuple[float, float]) -> tuple[StoryId, ...]:
        """The stories that the inbox had between the bounds at the last `renew`, newest first."""
        raise NotImplementedError

    def listed(self, bounds: tuple[float, float] | None, *, every_version: bool) -> Sequence[StoryId]:
        """All stories, or those between the bounds, newest first."""
        if not every_version:
            return self.within(bounds) if bounds else self.everything
        return self.index.within(*bounds, every_version=True) if bounds else self.index.ids(every_version=True)

    def there(self, *, every_version: bool) -> frozenset[StoryId]:
        """All stories, whatever their order."""
        if every_version:
            return frozenset(self.listed(None, every_version=True))
        if self._everyone is None:
            self._everyone = frozenset(self.everything)
        return self._everyone

    def without_facts(self, *, every_version: bool) -> int:
        """How many of all stories have no facts yet."""
        return self.index.count_without_facts(
            every_version=every_version, until=None if every_version else self.taken_in
        )

    def single_day(self, bounds: tuple[float, float]) -> dt.date | None:
        """The day between the bounds, None when they hold more."""
        return self.days.single(bounds)

    def timed(self, leaf: Field) -> Field:
        """`day:newest` and `since:last` with the times that they mean."""
        return self.days.timed(leaf, self.last_sat if leaf.value == "last" else None)

    def tags_key(self) -> Callable[[StoryId], tuple[int, ...]]:
        """What brings stories with the same tags together: tags given, or suggested to the undecided, in the settings' order."""
        from triage.index.terms import WHOLE
        from triage.model.query import Field

        places = {tag: place for place, tag in enumerate(self.known_tags())}
        suggested = [self.index.matching(Field("suggested", WHOLE + tag)) for tag in places]
        offered: frozenset[StoryId] = frozenset().union(*suggested)
        undecided = offered - self.store.matching(Field("is", "decided"))
        given: dict[tuple[str, ...], tuple[int, ...]] = {}  # most stories have the same few tags

        def key(story: StoryId) -> tuple[int, ...]:
            tags = self.store.tags(story)
            if tags not in given:
                given[tags] = tuple(sorted(places[tag] for tag in tags if tag in places))
            if given[tags]:
                return (0, *given[tags])
            if story in undecided:
                return (1, *(place for place, stories in enumerate(suggested) if story in stories))
            return (2,)

        return key
