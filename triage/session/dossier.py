"""Everything that stories say of one entity, gathered from their facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from triage.model.entity import ENTITIES, Entity
from triage.model.fact import Fact, FactKind
from triage.model.verdict import Verdicts, counts_as

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from triage.index.glancing import Counted
    from triage.model.entry import Entry
    from triage.model.fact import Value
    from triage.session.beats import Axis


class Part(StrEnum):
    """What a dossier has to tell, in the order in which it does."""

    ROLES = "roles"
    HOLDERS = "holders"
    QUOTES = "quotes"
    DEEDS = "deeds"
    SUFFERED = "suffered"
    CASUALTIES = "casualties"
    FIGURES = "figures"
    STORIES = "stories"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, in the first story that states it, and how many stories do."""

    entry: Entry
    fact: Fact
    stories: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, and how many stories name it."""

    entity: Entity
    stories: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a day's stories, or all of the inbox (`day` None), say of an entity.

    `stories` counts those that have been `read` so far and say anything, of `total` that may; `mentions` are counted over the
    steps of `axis`. Each part has what is told once, however many stories tell it: quotes and deeds in the order of time,
    roles the most told first, stories the newest first. `company` are entities that the same stories name, `namesakes`
    those whose names are this one's but for a word more or less; `elsewhere` counts the stories of other days,
    `waiting` those of the time in view whose facts are still to come.
    """

    entity: Entity
    day: dt.date | None
    total: int
    axis: Axis
    read: int = 0
    stories: int = 0
    mentions: tuple[int, ...] = ()
    parts: dict[Part, tuple[Told, ...]] = field(default_factory=dict, hash=False)
    company: tuple[Named, ...] = ()
    namesakes: tuple[Named, ...] = ()
    elsewhere: int = 0
    waiting: int = 0

    @property
    def whole(self) -> bool:
        """Whether all stories have been read."""
        return self.read >= self.total

    def told(self, part: Part) -> tuple[Told, ...]:
        """What one part tells."""
        return self.parts.get(part, ())


class Gathering:
    """Takes in the facts of story after story, and tells what they come to so far."""

    def __init__(self, dossier: Dossier, fold: Callable[[str], str]) -> None:
        self._start = dossier
        self._fold = fold
        self._name = fold(dossier.entity.name)
        self._mentions = [0] * len(dossier.axis)
        self._read = self._stories = 0
        self._told: dict[Part, dict[object, Told]] = {part: {} for part in Part}

    def wants(self, kind: FactKind, value: Value) -> bool:
        """Whether a fact of that kind and value may have to do with the entity."""
        if kind in ENTITIES:
            return self._is(value.get("name")) or self._is(value.get("of"))
        keys = {
            FactKind.QUOTE: ("speaker", "speaker_text"),
            FactKind.EVENT: ("actor", "target", "object", "weapon", "place"),
            FactKind.CASUALTY: ("place", "who"),
            FactKind.QUANTITY: ("unit",),
        }.get(kind, ())
        return any(self._has(value.get(key)) for key in keys)

    def take(self, entry: Entry, facts: Sequence[Fact], verdicts: Verdicts) -> None:
        """Take in the facts of a story that are wanted, after people's verdicts on them."""
        self._read += 1
        before = self._stories
        seen = False
        for fact in facts:
            kind = counts_as(fact, verdicts)
            if kind is None:
                continue
            for part, key in self._sorted(fact, kind, facts):
                seen = True
                if part is Part.STORIES:
                    slot = self._start.axis.slot(entry.when)
                    if slot is not None:
                        self._mentions[slot] += len(fact.mentions)
                    key = entry.id
                self._note(part, key, Told(entry, fact))
        self._stories = before + seen

    def so_far(self) -> Dossier:
        """What has been gathered."""
        parts = {
            part: tuple(sorted(told.values(), key=_ORDER.get(part, _by_time))) for part, told in self._told.items()
        }
        return replace(self._start, read=self._read, stories=self._stories, mentions=tuple(self._mentions), parts=parts)

    def _note(self, part: Part, key: object, told: Told) -> None:
        """The earliest that told it stands for all that do."""
        known = self._told[part].get(key)
        if known is None:
            self._told[part][key] = told
        elif known.entry.id != told.entry.id:
            first = told if told.entry.when < known.entry.when else known
            self._told[part][key] = replace(first, stories=known.stories + 1)

    def _sorted(self, fact: Fact, kind: FactKind, facts: Sequence[Fact]) -> Iterator[tuple[Part, object]]:
        """The parts to which a fact has something to say, each with what makes it the same as another."""
        value = fact.value
        if kind in ENTITIES:
            yield from self._about_itself(fact, kind)
        elif kind is FactKind.QUOTE:
            if self._is(value.get("speaker") or value.get("speaker_text")) and not _within_another(fact, facts):
                yield Part.QUOTES, self._fold(str(value.get("content") or fact.text))
        elif kind is FactKind.EVENT:
            key = tuple(str(value.get(name)) for name in ("actor", "action", "object", "target", "negated", "modality"))
            if self._is(value.get("actor")):
                yield Part.DEEDS, key
            elif any(self._has(value.get(name)) for name in ("target", "object", "weapon", "place")):
                yield Part.SUFFERED, key
        elif kind is FactKind.CASUALTY:
            if any(self._has(value.get(name)) for name in ("place", "who")):
                yield Part.CASUALTIES, tuple(str(value.get(name)) for name in ("number", "outcome", "who", "place"))
        elif kind is FactKind.QUANTITY and self._has(value.get("unit")):
            yield Part.FIGURES, tuple(str(value.get(name)) for name in ("modifier", "number", "unit"))

    def _about_itself(self, fact: Fact, kind: FactKind) -> Iterator[tuple[Part, object]]:
        value, entity = fact.value, self._start.entity
        same_country = kind not in (FactKind.PLACE, FactKind.NATIONALITY) or (
            str(value.get("country") or "") == entity.country or kind is not fact.kind
        )
        if kind is entity.kind and self._is(value.get("name")) and same_country:
            yield Part.STORIES, None
            role = self._fold(" ".join(str(value.get(name) or "") for name in _ROLES.get(kind, ())))
            if role:
                yield Part.ROLES, role
        elif kind is FactKind.PERSON and self._is(value.get("of")):
            yield Part.HOLDERS, self._fold(f"{value.get('name')} {value.get('role')}")

    def _is(self, name: object) -> bool:
        return isinstance(name, str) and self._fold(name) == self._name

    def _has(self, words: object) -> bool:
        """Whether the words have the entity's name among them."""
        return isinstance(words, str) and self._name in self._fold(words)


def _within_another(quote: Fact, facts: Sequence[Fact]) -> bool:
    """Whether its words stand in a longer quote of the same sentence, as those in quotation marks do in what is reported."""
    content = str(quote.value.get("content") or quote.text).rstrip(".,")
    for other in facts:
        if other.kind is FactKind.QUOTE and other.id != quote.id and other.sentence == quote.sentence:
            longer = str(other.value.get("content") or "")
            if len(longer) > len(content) and content in longer:
                return True
    return False


def _by_time(told: Told) -> tuple[object, ...]:
    return told.entry.when, told.entry.path, told.fact.mentions[0].start


def _by_stories(told: Told) -> tuple[object, ...]:
    return -told.stories, *_by_time(told)


def _newest_first(told: Told) -> tuple[object, ...]:
    return -told.entry.when, told.entry.path


_ORDER = {
    Part.ROLES: _by_stories, Part.HOLDERS: _by_stories, Part.FIGURES: _by_stories, Part.STORIES: _newest_first,
}  # fmt: skip

_ROLES = {
    FactKind.PERSON: ("role", "of"), FactKind.ORGANIZATION: ("type",), FactKind.PLACE: ("type",),
    FactKind.WEAPON: ("class",),
}  # fmt: skip
"""What of a value says what the entity is."""


def most_named(counted: Counted, limit: int) -> tuple[Named, ...]:
    """The entities that most of the stories name, the most named first."""
    named = (
        Named(Entity(kind, shown, country), stories)
        for (kind, _, country), (shown, stories) in counted.items()
        if stories > 0
    )
    return tuple(sorted(named, key=lambda one: (-one.stories, one.entity.name))[:limit])
