"""Events: who did what to whom, one fact for one actor, action and target.

A fact's `text` is the words that say it, from the first verb to the last: "agreed to sign", "launched an attack". `target` is
whom it was done to, or what, where nobody was; `object` what else it was about: the treaty that is signed with somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.events.families import families
from triage.facts.events.finding import Finder
from triage.facts.events.parse import read
from triage.facts.events.parties import parties
from triage.facts.events.telling import told
from triage.facts.pipeline import FAMILIES
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.fact import Fact
    from triage.model.story import Story

KIND = FactKind.EVENT
VERSION = 5
REQUIRES = frozenset((FactKind.MONEY, FactKind.QUANTITY, FactKind.DATE, FactKind.WEAPON, FactKind.QUOTE))


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """Every event in the story; none where the pipeline has no parser."""
    parse = read(doc)
    if parse is None:
        return
    parts = parties(doc, story, parse)
    events = Finder(parse, parts, families(doc.user_data.get(FAMILIES))).events()
    yield from told(events, parse, parts, story, found)
