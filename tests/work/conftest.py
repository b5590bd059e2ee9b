"""An inbox into which versions of one story come, with real files, a real index and a real store."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.model.decision import Wish
from triage.model.fact import FactKind, Provenance, Span, make_fact
from triage.store import TagStore
from triage.work.carrying import Carrying
from triage.work.chaining import Chaining
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.identity import FactId
    from triage.model.story import StoryId

HEADER = "Date: 2026-03-04T{hour:02}:00:00+00:00\nSlug: OSTBY-FIRE/\nSource: Sample Wire\n\n"
BODY = (
    "OSTBY (Sample Wire) - A fire in the old customs house of Ostby killed {dead} people on Wednesday, the fire chief said, and "
    "smoke could be seen from the island of Lunde.\n\n“It began in the cellar, where they kept the paint,” Chief Ragna "
    "Hellum told reporters in the rain. She would not say who had the keys.\n\nThe house, built in 1871, was to "
    "become a hotel. The mayor, Torstein Aas, called it the saddest morning of his time in office.\n"
)


class Wire:
    """An inbox into which versions of one story come, and a person's store beside it."""

    def __init__(self, desk, index: Index) -> None:
        self.desk, self.index = desk, index
        self.carrying = Carrying(desk.store, index)
        self.reading, self.chaining = Reading(desk.inbox, index, self.carrying.rewritten), Chaining(index)
        self.person = TagStore.open(desk.store, "anna")

    def comes(self, name: str, headline: str, hour: int, dead: int, more: str = "") -> StoryId:
        text = f"{HEADER.format(hour=hour)}{headline}\n\n{BODY.format(dead=dead)}{more}"
        self.desk.add(f"{name}.txt", text, age=60 - hour)
        self.look()
        return next(entry.id for entry in self.entries() if entry.path == f"{name}.txt")

    def look(self) -> None:
        self.reading.look()
        while self.reading.busy:
            self.reading.slice()
        while (stories := self.chaining.slice()) is not None:
            self.carrying.into(stories)
        self.carrying.keep_up()
        self.person.refresh()

    def entries(self):
        return self.index.entries(self.index.ids(every_version=True))

    def states(self, story: StoryId, **places: str) -> dict[str, FactId]:
        """Facts are extracted: that these places of the text are in those countries; the fact's id by the place."""
        text = self.index.story(story).text
        facts = {
            name: make_fact(
                story, FactKind.PLACE, text, {"name": name, "country": country, "type": "city"},
                (Span(text.index(name), text.index(name) + len(name)),), Span(0, len(text)), Provenance("rule", 0.9),
            )
            for name, country in places.items()
        }  # fmt: skip
        self.index.put_facts([(story, tuple(facts.values()), ())], "rules")
        self.carrying.extracted([story])
        self.person.refresh()
        return {name: fact.id for name, fact in facts.items()}

    def verdicts(self, story: StoryId) -> dict[FactId, str]:
        decision = self.person.decision(story)
        return dict(decision.facts) if decision else {}

    def decide(self, story: StoryId, **wanted) -> None:
        self.person.act("decide", [Wish(story, "A headline", "a.txt", **wanted)])


@pytest.fixture
def wire(desk) -> Iterator[Wire]:
    with closing(Index.open(desk.locations.index, write=True)) as index:
        yield Wire(desk, index)


@pytest.fixture
def in_a_hurry(monkeypatch):
    """What the worker does after seconds in which nobody wants anything, it does sooner."""
    monkeypatch.setattr("triage.work.server.GRACE", 0.5)
    monkeypatch.setattr("triage.work.watching.AGAIN", 0.2)
    monkeypatch.setattr("triage.work.desk.LOOK_EVERY", 0.2)
