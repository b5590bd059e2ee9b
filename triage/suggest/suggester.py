"""From what a story says to the tags it probably wants.

Each word, name, weapon or country of a tag's definition that the story has is a clue. It is worth what its best place is
worth, a little more when it comes again, and less when it only speaks softly (countries, events). Clues add up, the words against
are taken off, and the sum is bent to a score between 0 and 1.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from triage.model.fact import Fact, FactKind
from triage.model.story import Role, Story
from triage.model.suggestion import Suggestion
from triage.suggest.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triage.settings import TagDefinition

VERSION = 2
"""Goes up whenever the same definitions suggest otherwise; the index then asks again."""

THRESHOLD = 0.5
REASONS = 4
_AGAIN, _AGAIN_AT_MOST = 0.2, 4
_AGAINST = 0.8
_SOFTLY, _SOFTLY_AT_MOST = 0.25, 0.4
_BEND = 0.9


class Place(Enum):
    """Where in the story a clue stands; the value is what it is worth there."""

    HEADLINE = 1.6
    LABEL = 1.0
    """The slug, the keywords or the section: what the desk that sent it calls it."""
    LEDE = 0.75
    BODY = 0.3


@dataclass(slots=True)
class Clue:
    """One term of a definition as the story has it: best place, how often, and how it is written first."""

    text: str
    place: Place
    count: int
    quoted: bool = True

    @property
    def worth(self) -> float:
        """Points."""
        return self.place.value + _AGAIN * min(self.count - 1, _AGAIN_AT_MOST)

    @property
    def reason(self) -> str:
        """In words: “sanctions” in the headline, NATO ×3."""
        text = f"“{self.text}”" if self.quoted else self.text
        if self.quoted and self.place is Place.HEADLINE:
            return f"{text} in the headline"
        return f"{text} ×{self.count}" if self.count > 1 else text


@dataclass(slots=True)
class Clues:
    """What speaks for one tag and against it in one story, by term."""

    firmly: dict[str, Clue] = field(default_factory=dict)
    softly: dict[str, Clue] = field(default_factory=dict)
    against: dict[str, Clue] = field(default_factory=dict)

    def score(self) -> float:
        """Between 0 and 1."""
        softly = min(_SOFTLY * _worth(self.softly), _SOFTLY_AT_MOST)
        points = _worth(self.firmly) + softly - _AGAINST * _worth(self.against)
        return 1 - math.exp(-_BEND * max(points, 0.0))

    def reasons(self) -> tuple[str, ...]:
        """What speaks for the tag, strongest first."""
        firmly = sorted(self.firmly.values(), key=lambda clue: -clue.worth)
        softly = sorted(self.softly.values(), key=lambda clue: -clue.worth)
        return tuple(dict.fromkeys(clue.reason for clue in (*firmly, *softly)))[:REASONS]


def _worth(clues: dict[str, Clue]) -> float:
    return sum(clue.worth for clue in clues.values())


@dataclass(frozen=True, slots=True)
class _Term:
    tag: int
    name: str
    quoted: bool
    against: bool


class Suggester:
    """The definitions of the tags, made ready for many stories."""

    def __init__(self, tags: Sequence[TagDefinition]) -> None:
        self._names = tuple(tag.name for tag in tags)
        self._vocabulary = Vocabulary((text, term.tag, term) for text, term in _terms(tags))
        self._entities = _lookup((name, number) for number, tag in enumerate(tags) for name in tag.entities)
        self._weapons = _lookup((name, number) for number, tag in enumerate(tags) for name in tag.weapons)
        self._countries = _lookup((code, number) for number, tag in enumerate(tags) for code in tag.countries)
        self._events = _lookup((name, number) for number, tag in enumerate(tags) for name in tag.events)
        self._only_countries = frozenset(
            number for number, tag in enumerate(tags) if not (tag.words or tag.entities or tag.weapons or tag.events)
        )

    def suggest(self, story: Story, facts: Sequence[Fact]) -> tuple[Suggestion, ...]:
        """The tags that the story probably wants, surest first."""
        clues = [Clues() for _ in self._names]
        places = _Places(story)
        for place, text in places.texts():
            for match in self._vocabulary.find(text):
                term = match.owner
                side = clues[term.tag].against if term.against else clues[term.tag].firmly
                _note(side, term.name, Clue(match.text, place, 1, term.quoted))
        for fact in facts:
            self._weigh(fact, places, clues)
        found = []
        for name, its in zip(self._names, clues, strict=True):
            score = its.score() if its.firmly or its.softly else 0.0
            if score >= THRESHOLD:
                found.append(Suggestion(name, score, its.reasons()))
        return tuple(sorted(found, key=lambda suggestion: -suggestion.score))

    def _weigh(self, fact: Fact, places: _Places, clues: list[Clues]) -> None:
        match fact.kind:
            case FactKind.PERSON | FactKind.ORGANIZATION:
                for tag, name in _named(self._entities, fact):
                    clue = _clue(fact, places)
                    words = clues[tag].firmly.get(name)
                    if words is None or words.worth <= clue.worth:  # the text may hold the name too: the same clue
                        clues[tag].firmly[name] = clue
            case FactKind.WEAPON:
                for tag in {tag for tag, _ in _named(self._weapons, fact)}:
                    clues[tag].firmly[f"weapon {fact.id}"] = _clue(fact, places)
            case FactKind.EVENT | FactKind.CASUALTY:
                for tag, deed in _named_deeds(self._events, fact):
                    _note(clues[tag].softly, deed, _clue(fact, places))
            case FactKind.PLACE | FactKind.NATIONALITY:
                country = str(fact.value.get("country") or "").casefold()
                for tag in self._countries.get(country, ()):
                    side = clues[tag].firmly if tag in self._only_countries else clues[tag].softly
                    _note(side, f"country {country}", _clue(fact, places))


class _Places:
    """The parts of one story that clues are looked for in. Credits, bylines and notes to editors are none."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._headline = [p for p in story.paragraphs if p.role is Role.HEADLINE]
        body = story.body()
        self._lede = next(([p] for p in body if p.role is Role.BODY), [])
        self._rest = [p for p in body if p not in self._lede]

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Each part's text, as it is read, the labels last; a headline made from the lede is not a part of its own."""
        story = self._story
        parts = ((Place.HEADLINE, self._headline), (Place.LEDE, self._lede), (Place.BODY, self._rest))
        for place, paragraphs in parts:
            yield place, "\n".join(story.text[p.start : p.end] for p in paragraphs)
        yield Place.LABEL, "\n".join((story.slug or "", story.section or "", *story.keywords))

    def of(self, offset: int) -> Place:
        """The place of a mention that starts at `offset`."""
        if any(p.start <= offset < p.end for p in self._headline):
            return Place.HEADLINE
        if any(p.start <= offset < p.end for p in self._lede):
            return Place.LEDE
        return Place.BODY


def digest(tags: Sequence[TagDefinition]) -> str:
    """What the suggestions depend on: another digest, other suggestions. Keys and colours do not matter."""
    said = [(tag.name, tag.words, tag.entities, tag.countries, tag.weapons, tag.events, tag.against) for tag in tags]
    return hashlib.sha256(repr((VERSION, said)).encode()).hexdigest()[:16]


def _terms(tags: Sequence[TagDefinition]) -> Iterator[tuple[str, _Term]]:
    for number, tag in enumerate(tags):
        for name in tag.entities:
            yield name, _Term(number, name.casefold(), quoted=False, against=False)
        for word in tag.words:
            yield word, _Term(number, word.casefold(), quoted=True, against=False)
        for word in tag.against:
            yield word, _Term(number, word.casefold(), quoted=True, against=True)


def _lookup(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for name, tag in pairs:
        found[name.casefold()] = (*found.get(name.casefold(), ()), tag)
    return found


def _named(wanted: dict[str, tuple[int, ...]], fact: Fact) -> Iterator[tuple[int, str]]:
    """The tags that want this fact, and by which name: its whole name, or the end of a person's name or a weapon's class."""
    name = str(fact.value.get("name") or fact.text).casefold()
    yield from ((tag, name) for tag in wanted.get(name, ()))
    longer = name if fact.kind is FactKind.PERSON else str(fact.value.get("class") or "").casefold()
    if longer:
        words = longer.split()
        for start in range(len(words)):
            ending = " ".join(words[start:])
            if ending != name:
                yield from ((tag, ending) for tag in wanted.get(ending, ()))


def _named_deeds(wanted: dict[str, tuple[int, ...]], fact: Fact) -> Iterator[tuple[int, str]]:
    """The tags that want such an event, and by what: its type or its action; a casualty by its outcome."""
    keys = ("outcome",) if fact.kind is FactKind.CASUALTY else ("type", "action")
    for name in dict.fromkeys(str(fact.value[key]).casefold() for key in keys):
        yield from ((tag, name) for tag in wanted.get(name, ()))


def _clue(fact: Fact, places: _Places) -> Clue:
    return Clue(fact.text, places.of(fact.mentions[0].start), len(fact.mentions), quoted=False)


def _note(side: dict[str, Clue], name: str, clue: Clue) -> None:
    """Add a clue to what is known of its term; the way it is written first stays."""
    known = side.setdefault(name, clue)
    if known is not clue:
        known.count += clue.count
        known.place = max(known.place, clue.place, key=lambda place: place.value)
