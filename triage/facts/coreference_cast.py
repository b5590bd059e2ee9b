"""Who and what a story is about, for coreference: persons with their gender and offices, bodies, states, and the unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from triage.facts.lexicon import rows, words
from triage.facts.mention import Label
from triage.facts.names_occupations import surely_calling
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage.facts.entities import Entity
    from triage.model.fact import Span

MALE, FEMALE = "male", "female"

HONORIFICS = {"mr": MALE, "mr.": MALE, "sir": MALE, "lord": MALE, "king": MALE, "prince": MALE, "mrs": FEMALE,
              "mrs.": FEMALE, "ms": FEMALE, "ms.": FEMALE, "miss": FEMALE, "queen": FEMALE, "lady": FEMALE,
              "princess": FEMALE, "dame": FEMALE}  # fmt: skip
_MEN = words(
    "man boy father son brother husband king prince uncle grandfather businessman widower gentleman monk priest imam"
)
_WOMEN = words(
    "woman girl mother daughter sister wife queen princess aunt grandmother actress widow nun hostess heiress duchess"
)
_PEOPLE = words(
    "official source person boy girl man woman member voter witness mother father parent friend neighbor neighbour fan critic "
    "supporter opponent ally narrator worker teen teenager victim survivor refugee migrant guest caller patient passenger "
    "clerk guard nurse driver shopkeeper priest nun monk imam rabbi cleric judge detective sheriff firefighter protester "
    "demonstrator organizer volunteer insider tourist customer insurgent fighter hostage prisoner inmate broker banker"
)


class Sort(StrEnum):
    """What can be meant."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """Somebody or something that words can mean. `entity` is None for what has no name, or none that the story's entities
    have; `heads` are nouns that describe it, more of them as the story goes on. A `stranger` is a name that is nobody's."""

    entity: Entity | None
    sort: Sort
    gender: str = ""
    plural: bool = False
    heads: set[str] = field(default_factory=set)
    country: str | None = None
    stranger: bool = False


class Seen(NamedTuple):
    """Somebody or something where it was mentioned, at words `first` to `end`: whether as a subject, as an owner ("Lund's"),
    as one who speaks, and inside a quotation."""

    who: Referent
    first: int
    end: int
    subject: bool
    owner: bool
    spoke: bool
    quoted: bool


class Guess(NamedTuple):
    """What is meant, by which rule, and how sure that is."""

    who: Referent
    by: str
    confidence: float


def referent(entity: Entity, text: str) -> Referent:
    """What the entity is among those who can be meant."""
    if entity.label is Label.PERSON:
        roles = [one.office.role for one in entity.mentions if one.office is not None and one.office.role]
        gender = _gender(entity, text, roles)
        return Referent(entity, Sort.PERSON, gender, heads={_last(role) for role in roles})
    if entity.label is Label.ORGANIZATION:
        return Referent(entity, Sort.BODY)
    country = next((one.country for one in entity.mentions if one.country), None)
    if entity.label is Label.PLACE and any(one.type == "country" for one in entity.mentions):
        return Referent(entity, Sort.STATE, country=country)
    return Referent(entity, Sort.PLACE, country=country)


def somebody(head: str) -> Referent:
    """A person without a name."""
    return Referent(None, Sort.PERSON, gender_of_noun(head), heads={head})


def is_somebody(head: str) -> bool:
    """Whether a noun means a person: somebody with an office or a calling, a woman, a 62-year-old."""
    if head in _PEOPLE or head in _MEN or head in _WOMEN:
        return True
    return (
        head in vocabulary().titles
        or surely_calling(head)
        or head.endswith(("man", "woman", "person", "-old", "ist", "ician"))
    )


def gender_of_noun(head: str) -> str:
    """What the noun itself says: a spokeswoman is a woman. A chairman or a spokesman is a man in older copy only."""
    if head in _WOMEN or head.endswith("woman"):
        return FEMALE
    return MALE if head in _MEN or head.endswith("man") else ""


def gender_of_name(given: str) -> str:
    """What the given name says."""
    return _genders().get(given, "")


def gender_before(text: str, spans: Iterable[Span]) -> str:
    """What the title before one of the mentions says: "Mrs."."""
    for span in spans:
        before = text[max(0, span.start - 10) : span.start].split()
        if before and before[-1].lower() in HONORIFICS:
            return HONORIFICS[before[-1].lower()]
    return ""


def _gender(entity: Entity, text: str, roles: Iterable[str]) -> str:
    told = gender_before(text, (one.span for one in entity.mentions)) or gender_of_name(entity.name.split(" ", 1)[0])
    return told or next((found for role in roles if (found := gender_of_noun(_last(role)))), "")


_OF = re.compile(r" (?:of|for|at|to|in|on)\b.*")


def _last(role: str) -> str:
    """The noun of an office: secretary, for "Secretary of State"."""
    return _OF.sub("", role.lower()).rsplit(" ", 1)[-1]


@cache
def _genders() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("given_name_genders")}
