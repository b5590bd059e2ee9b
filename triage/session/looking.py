"""What a person sees of many stories at once: the dossier of an entity, the day at a glance.

Both are told bit by bit, ever fuller. What they need of the store is taken when they are asked for; the telling itself reads
the index through a connection of its own, and belongs in a thread of its own: it takes as long as there are stories.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from triage.model.identity import is_story

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Generator, Mapping, Sequence

    from triage.index import Index
    from triage.index.glancing import Counted
    from triage.locations import Locations
    from triage.model.entity import Entity
    from triage.model.fact import Fact
    from triage.model.story import StoryId
    from triage.model.verdict import Verdicts
    from triage.session.beats import Axis
    from triage.session.dossier import Dossier, Gathering
    from triage.session.glance import Glance
    from triage.settings import Settings
    from triage.store import TagStore

AT_FIRST, AT_ONCE = 40, 500
"""Stories that are read for a dossier's first lines, and between two tellings after that."""

COMPANY, ALIKE = 40, 6
"""Entities that are named beside the dossier's own, and others of its name."""

MOST_NAMED, MOST_RUNNING = 60, 30
"""Entities of each kind, and running stories, of a glance."""

MOST_TAGS = 6
"""Tags of a glance: those of the settings, then the most used."""

FOREVER = (float("-inf"), float("inf"))


class Looking:
    """The verbs that look at many stories at once."""

    settings: Settings
    locations: Locations
    index: Index

    @property
    def zone(self) -> dt.tzinfo | None:
        """The time zone of the settings."""
        raise NotImplementedError

    @property
    def store(self) -> TagStore:
        """The store of decisions."""
        raise NotImplementedError

    def known_tags(self) -> tuple[str, ...]:
        """Every tag there is."""
        raise NotImplementedError

    def entity(self, story: StoryId, fact: Fact) -> Entity | None:
        """Whom or what a fact is about: itself, a quote's speaker, an event's actor or target, the place of casualties; None
        when it names nobody."""
        from triage.index.folding import fold
        from triage.model.entity import ENTITIES, Entity
        from triage.model.fact import FactKind
        from triage.model.verdict import counts_as

        decision = self.store.decision(story)
        kind = counts_as(fact, decision.facts if decision else {}) or fact.kind
        value = {name: str(part) for name, part in fact.value.items() if part}
        if kind in ENTITIES:
            name = value.get("name", fact.text)
            return Entity(kind, name, value.get("country", "")) if fold(name) else None
        parts = {FactKind.QUOTE: ("speaker",), FactKind.EVENT: ("actor", "target"), FactKind.CASUALTY: ("place",)}
        names = [value[part] for part in parts.get(kind, ()) if part in value]
        for name in names:
            for other in self.index.facts(story):
                if other.kind in ENTITIES and fold(str(other.value.get("name"))) == fold(name):
                    return Entity(other.kind, name, str(other.value.get("country") or ""))
        return Entity(FactKind.PERSON, names[0]) if names and kind is FactKind.QUOTE else None

    def query_about(self, entity: Entity) -> str:
        """The query for the stories that name an entity."""
        from triage.index.terms import FIELD_KINDS, WHOLE
        from triage.model.query import Field
        from triage.query import words

        field = next((name for name, kinds in FIELD_KINDS.items() if entity.kind in kinds), entity.kind.value)
        return words(Field(field, WHOLE + entity.name))

    def dossier(self, entity: Entity, day: dt.date | None = None) -> Generator[Dossier]:
        """What the stories of a day (None: all) say of an entity, ever fuller until it is `whole`."""
        return _dossier(self.locations, self.zone, dict(self.store.judged()), entity, day)

    def glance(self, day: dt.date | None = None) -> Generator[Glance]:
        """A day (None: all of the inbox) at a glance, ever fuller until names are there."""
        from triage.model.query import Field

        own = [tag.name for tag in self.settings.tags]
        used = [tag for tag in self.store.known_tags() if tag not in own]
        tagged = {tag: self.store.matching(Field("tag", tag)) for tag in (*own, *used)[:MOST_TAGS]}
        decided = self.store.matching(Field("is", "decided"))
        return _glance(self.locations, self.zone, dict(self.store.judged()), decided, tagged, day)


def _dossier(
    locations: Locations,
    zone: dt.tzinfo | None,
    judged: Mapping[StoryId, Verdicts],
    entity: Entity,
    day: dt.date | None,
) -> Generator[Dossier]:
    from contextlib import closing
    from functools import lru_cache

    from triage.index import Index
    from triage.index.folding import fold
    from triage.session.days import Days
    from triage.session.dossier import Dossier, Gathering

    with closing(Index.open(locations.index, zone=zone)) as index:
        bounds = Days(index, zone).bounds(day) if day else FOREVER
        stories = index.naming(entity, *bounds)
        stories += _judged(index, judged, bounds, frozenset(stories))
        axis, waiting = _axis(index, bounds, day, zone), index.waiting(*bounds)
        dossier = Dossier(entity, day, len(stories), axis, waiting=waiting)
        gathering = Gathering(dossier, lru_cache(maxsize=20_000)(fold))
        done = 0
        while done < len(stories):
            batch = stories[done : done + (AT_ONCE if done else AT_FIRST)]
            done += len(batch)
            _gather(index, batch, gathering, judged)
            if done < len(stories):
                yield gathering.so_far()
        yield _with_others(index, gathering.so_far(), stories, bounds)


def _gather(index: Index, stories: Sequence[StoryId], gathering: Gathering, judged: Mapping[StoryId, Verdicts]) -> None:
    entries = {entry.id: entry for entry in index.entries(stories)}
    for story, facts in index.stating(stories, gathering.wants):
        if story in entries:
            verdicts = judged.get(story, {})
            gathering.take(entries[story], index.facts(story) if verdicts else facts, verdicts)


def _with_others(index: Index, dossier: Dossier, stories: Sequence[StoryId], bounds: tuple[float, float]) -> Dossier:
    """The dossier with whom the same stories name, and with others of the entity's name."""
    from dataclasses import replace

    from triage.index.folding import fold
    from triage.model.entity import Entity
    from triage.model.fact import FactKind
    from triage.session.dossier import Named, most_named

    entity = dossier.entity
    counted = index.counted_among((FactKind.PERSON, FactKind.ORGANIZATION), stories)
    counted.pop((entity.kind, fold(entity.name), entity.country), None)
    alike = index.namesakes(entity, *bounds)[:ALIKE] if entity.kind is FactKind.PERSON else ()
    named = tuple(Named(Entity(entity.kind, name), uses) for name, uses in alike)
    elsewhere = len(index.naming(entity, *FOREVER)) - len(stories) if dossier.day else 0
    return replace(
        dossier, read=dossier.total, elsewhere=max(0, elsewhere), company=most_named(counted, COMPANY), namesakes=named
    )


def _glance(
    locations: Locations,
    zone: dt.tzinfo | None,
    judged: Mapping[StoryId, Verdicts],
    decided: frozenset[StoryId],
    tagged: Mapping[str, frozenset[StoryId]],
    day: dt.date | None,
) -> Generator[Glance]:
    from contextlib import closing
    from dataclasses import replace

    from triage.index import Index
    from triage.session.days import Days
    from triage.session.dossier import most_named
    from triage.session.glance import NAMES, RECENT, Glance, Running, pace
    from triage.session.listing import Shift
    from triage.store import decided_since

    with closing(Index.open(locations.index, zone=zone)) as index:
        bounds = Days(index, zone).bounds(day) if day else FOREVER
        there = [(story, when) for story, when in index.stamps(*bounds) if is_story(story)]
        axis = _axis(index, bounds, day, zone)
        stories = frozenset(story for story, _ in there)

        def over_time(some: frozenset[StoryId]) -> tuple[int, ...]:
            return axis.count(when for story, when in there if story in some)

        done = len(stories & decided)
        glance = Glance(
            day,
            axis,
            Shift(done, len(stories)),
            axis.count(when for _, when in there),
            over_time(decided),
            {tag: over_time(some) for tag, some in tagged.items()},
            index.waiting(*bounds),
        )
        yield glance
        now = time.time()
        lately = decided_since(locations.store, now - RECENT * 3600.0)
        times = [at for story, at in lately.items() if story in stories and story in decided]
        running = tuple(Running(tuple(versions)) for versions in index.running(*bounds, MOST_RUNNING))
        glance = replace(glance, pace=pace(times, len(stories) - done, now), running=running)
        yield glance
        names = {}
        counted = _after_verdicts(index, index.counted(NAMES, *bounds), judged, stories)
        for kind in NAMES:
            names[kind] = most_named({key: one for key, one in counted.items() if key[0] is kind}, MOST_NAMED)
        yield replace(glance, names=names)


def _after_verdicts(
    index: Index, counted: Counted, judged: Mapping[StoryId, Verdicts], stories: frozenset[StoryId]
) -> Counted:
    """The counts as people's verdicts on single facts make them."""
    from triage.index.terms import fact_terms
    from triage.model.entity import ENTITIES
    from triage.model.fact import FactKind

    for story in judged.keys() & stories:
        facts = index.facts(story)
        for by, terms in ((-1, fact_terms(facts)), (1, fact_terms(facts, judged[story]))):
            for kind, name, country, shown in {
                (term.kind, term.words.partition("|")[0], term.country, term.shown) for term in terms
            }:
                if kind in ENTITIES:
                    key = (FactKind(kind), name, country)
                    known, uses = counted.get(key, (shown, 0))
                    counted[key] = (known, uses + by)
    return counted


def _judged(
    index: Index, judged: Mapping[StoryId, Verdicts], bounds: tuple[float, float], known: frozenset[StoryId]
) -> list[StoryId]:
    """Other stories of the period with verdicts: one may say that a fact is about the entity after all."""
    others = index.entries([story for story in judged if story not in known])
    return [
        one.id
        for one in others
        if bounds[0] <= one.when < bounds[1] and (one.versions == 1 or one.version == one.versions)
    ]


def _axis(index: Index, bounds: tuple[float, float], day: dt.date | None, zone: dt.tzinfo | None) -> Axis:
    """The hours of the day; without one, the time from the first story to the last that is not from the future."""
    from triage.session.beats import hours, stretch
    from triage.session.days import AHEAD

    if day:
        return hours(*bounds, zone)
    last = index.newest(time.time() + AHEAD)
    first = index.beside(*bounds[::-1], 1)
    return stretch(first or 0.0, last or first or 0.0, zone)
