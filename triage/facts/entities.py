"""Mentions joined into entities: one for each person, organization, place and people of the story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention
from triage.facts.names import mentions
from triage.facts.names_short import acronym, surname, western, without_article
from triage.facts.offices import with_referents
from triage.facts.sentences import sentence_at
from triage.facts.trust import believed
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Fact, FactKind, Provenance, Value, make_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from triage.model.story import Story

_KEPT = "triage_entities"


LONGEST_NAME = 12
"""Words of a name that are looked at for its shorter forms."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions are about; they are in order."""

    label: Label
    name: str
    mentions: tuple[Mention, ...]

    @property
    def surest(self) -> Mention:
        """The mention that is surest of its label."""
        return max(self.mentions, key=lambda one: one.confidence)


def entities(doc: Doc, story: Story) -> tuple[Entity, ...]:
    """The story's entities. They are worked out once and kept with the Doc, as several kinds of fact ask for them."""
    found: tuple[Entity, ...] | None = doc.user_data.get(_KEPT)
    if found is None:
        found = tuple(_joined(with_referents(mentions(doc, story), doc)))
        doc.user_data[_KEPT] = found
    return found


def _joined(found: Iterable[Mention]) -> Iterator[Entity]:
    among = list(found)
    for label in Label:
        same = _as_spelt([one for one in among if one.label is label])
        names = _names(label, same)
        groups: dict[str, list[Mention]] = {}
        for one in same:
            groups.setdefault(names[one.normal or one.text], []).append(one)
        for name, group in groups.items():
            yield Entity(label, name, tuple(group))


def _as_spelt(same: list[Mention]) -> list[Mention]:
    """The mentions, an acronym without the long form of a list where the story spells out another that is not that form."""
    written = {one.text for one in same} | {one.normal for one in same if " " in one.text}
    spelt = {acronym(one.text) for one in same if one.label is Label.ORGANIZATION and " " in one.text}
    return [
        replace(one, normal=None) if one.text in spelt and one.normal and one.normal not in written else one
        for one in same
    ]


def _names(label: Label, same: Sequence[Mention]) -> dict[str, str]:
    """For every name as written, the fullest name of the entity."""
    written = list(dict.fromkeys(one.normal or one.text for one in same))
    names = {name: name for name in written}
    if label not in (Label.PERSON, Label.ORGANIZATION):
        return names
    listed = {one.normal for one in same if one.by == "lexicon" and one.text == one.normal}
    fuller: dict[str, str] = {}
    for name in written:
        for form in _forms(label, name):
            other = form in listed and name.startswith(f"{form} ") and not _is_firm(name)
            if len(form) < len(name) and not other:
                fuller.setdefault(form, name)
    names.update({name: fuller[name] for name in written if name in fuller})
    return {name: _end(names, name) for name in written}


def _is_firm(name: str) -> bool:
    """Whether the name ends as a firm's does: "Raytheon Co" is Raytheon, "NATO Military Committee" is not NATO."""
    return vocabulary().orgs.get(name.rsplit(" ", 1)[-1], ("", ""))[1] == "company"


def _end(names: dict[str, str], name: str) -> str:
    for _ in range(3):
        name = names[name]
    return name


def _forms(label: Label, name: str) -> Iterator[str]:
    """The shorter forms that may stand for a name in the same story."""
    parts = name.split()
    if label is Label.ORGANIZATION:
        yield acronym(name)
        for at in range(1, min(len(parts), LONGEST_NAME)):
            yield from (form for form in (" ".join(parts[:at]), " ".join(parts[at:])) if len(form) > 3)
        return
    yield from (surname(name), parts[0], f"{parts[0]} {parts[-1]}")
    yield from western(parts)
    if bare := without_article(parts[-1]):
        yield bare
    for at in range(1, min(len(parts), LONGEST_NAME)):
        yield " ".join(parts[at:])


def entity_fact(kind: FactKind, entity: Entity, value: Value, doc: Doc, story: Story) -> Fact:
    """The fact that an entity is, with all its mentions."""
    spans = tuple(mention.span for mention in entity.mentions)
    surest = entity.surest
    sentence = sentence_at(doc, min(spans).start)
    sure = believed(entity.label, surest.by, surest.confidence)
    return make_fact(story.id, kind, story.text, value, spans, sentence, Provenance(surest.by, sure))
