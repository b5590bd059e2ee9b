"""What the fields of a query look for in a story: its terms, and those of its facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from triage.index.folding import fold
from triage.index.rows import storable
from triage.model.fact import Fact, FactKind, Value
from triage.model.verdict import Verdicts, counts_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triage.model.query import Field
    from triage.model.story import Story
    from triage.model.suggestion import Suggestion


class Part(IntEnum):
    """What of a story a term is from: each part is replaced as a whole."""

    HEADERS = 0
    FACTS = 1
    SUGGESTIONS = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A name that stories share, `kind` being the field that looks for it.

    `words` are folded: first the name, by which stories share it, then, each after a bar, what else finds it. `shown` is
    for completion.
    """

    kind: str
    words: str
    shown: str
    country: str = ""


FIELD_KINDS = {"org": (FactKind.ORGANIZATION.value,), "source": ("source", "agency")}
"""The kinds of term that a field looks through, where that is not the one with the field's own name."""

WHOLE = "="
"""Before a field's value: the name as a whole, not the beginning of one of its words."""

COUNTRY_KINDS = frozenset({FactKind.PLACE.value, FactKind.NATIONALITY.value})
"""Kinds whose field also takes a country's code."""


def story_terms(story: Story) -> Iterator[Term]:
    """The terms of a story's headers."""
    headers = {
        "source": story.source,
        "agency": story.agency,
        "slug": story.slug,
        "section": story.section,
        "lang": story.language,
    }
    return (term for kind, text in headers.items() if text and (term := _term(kind, text)).words)


def fact_terms(facts: Iterable[Fact], verdicts: Verdicts = MappingProxyType({})) -> Iterator[Term]:
    """The terms of facts: each one's own, but a quote's is its speaker, and the kinds there are.

    After verdicts on them a rejected fact has none, and a corrected one is under its corrected kind.
    """
    kinds: set[str] = set()
    for fact in facts:
        kind = counts_as(fact, verdicts)
        if kind is None:
            continue
        kinds.add(kind.value)
        term = fact_term(fact)
        if term.words:
            yield term if kind is fact.kind else replace(term, kind=kind.value)
        if kind is FactKind.EVENT:
            yield from _parties(fact)
    for name in kinds:
        yield _term("kind", name)


def asks_for(field: Field, term: Term) -> bool:
    """Whether a field that the index answers by terms finds the stories with this one: what `matching` asks of the file."""
    folded = fold(field.value)
    if not folded or term.kind not in FIELD_KINDS.get(field.name, (field.name,)):
        return False
    if field.value.startswith(WHOLE):
        return storable(folded) == term.words.partition("|")[0]
    if len(field.value) == 2 and field.value.isascii() and field.value.isalpha() and term.kind in COUNTRY_KINDS:
        if term.country == field.value.upper():
            return True
        if field.value.isupper():
            return False
    if term.kind == "kind" and any(folded == fold(kind) for kind in FactKind):
        return term.words == folded
    return storable(folded.rstrip()) in term.words


def exactly(fact: Fact) -> tuple[str, str] | None:
    """The field and the value that ask for the stories with the same fact; None when the fact has no name."""
    if fact.kind is FactKind.QUOTE:
        content = _text(fact.value, "content")
        return ("quote", content) if fold(content) else None
    term = fact_term(fact)
    kind = next((name for name, kinds in FIELD_KINDS.items() if term.kind in kinds), term.kind)
    return (kind, WHOLE + term.shown) if term.words else None


def suggestion_terms(suggestions: Iterable[Suggestion]) -> Iterator[Term]:
    """The terms of suggested tags."""
    return (term for one in suggestions if (term := _term("suggested", one.tag)).words)


def fact_term(fact: Fact) -> Term:
    """A fact's own term: two facts with the same kind, name and country are one and the same.

    A quote's is its speaker: its words are searched as text.
    """
    if fact.kind is FactKind.QUOTE:
        return _term("speaker", _text(fact.value, "speaker") or _text(fact.value, "speaker_text"))
    name, others = _NAMES.get(fact.kind, _written)(fact)
    country = _text(fact.value, "country") if fact.kind in COUNTRY_KINDS else ""
    return _term(fact.kind.value, name, others, country)


def _parties(fact: Fact) -> Iterator[Term]:
    """Who did it, and whom or what it was done to."""
    for kind, keys in (("actor", ("actor",)), ("target", ("target", "object"))):
        for key in keys:
            term = _term(kind, _text(fact.value, key))
            if term.words:
                yield term


def _term(kind: str, name: str, others: Iterable[str] = (), country: str = "") -> Term:
    words = fold(name)
    for other in others:
        folded = fold(other)
        if words and folded and folded not in words:
            words += "|" + folded
    return Term(kind, storable(words), storable(name), country)


Names = tuple[str, tuple[str, ...]]
"""A fact's name in its normal form, and what else should find it."""


def _named(fact: Fact) -> Names:
    return _text(fact.value, "name"), ()


def _weapon(fact: Fact) -> Names:
    name = _text(fact.value, "name")
    squeezed = fold(name).replace(" ", "")  # s400 finds the S-400
    return name, (squeezed, _text(fact.value, "class"))


def _money(fact: Fact) -> Names:
    return f"{_text(fact.value, 'amount')} {_text(fact.value, 'currency')}", (fact.text,)


def _quantity(fact: Fact) -> Names:
    return " ".join(_text(fact.value, part) for part in ("modifier", "number", "unit")), (fact.text,)


def _date(fact: Fact) -> Names:
    start, end = _text(fact.value, "start"), _text(fact.value, "end")
    return (start if start == end else f"{start or 'open'} to {end or 'open'}"), (start, end)


def _event(fact: Fact) -> Names:
    said = " ".join(_text(fact.value, part) for part in ("action", "object", "target"))
    return f"{said} by {_text(fact.value, 'actor') or 'nobody named'}", (_text(fact.value, "type"), fact.text)


def _casualty(fact: Fact) -> Names:
    return " ".join(_text(fact.value, part) for part in ("outcome", "modifier", "number", "who", "place")), ()


def _written(fact: Fact) -> Names:
    return fact.text, ()


_NAMES: dict[FactKind, Callable[[Fact], Names]] = {
    FactKind.PERSON: _named,
    FactKind.ORGANIZATION: _named,
    FactKind.PLACE: _named,
    FactKind.NATIONALITY: _named,
    FactKind.WEAPON: _weapon,
    FactKind.MONEY: _money,
    FactKind.QUANTITY: _quantity,
    FactKind.DATE: _date,
    FactKind.EVENT: _event,
    FactKind.CASUALTY: _casualty,
}


def _text(value: Value, key: str) -> str:
    """A part of a fact's value as text, "" for what is unknown; a whole number has no point."""
    part = value.get(key)
    if isinstance(part, float) and part.is_integer():
        part = int(part)
    return "" if part is None else str(part)
