"""Facts as lines of the pane: grouped by what a reader asks (who, where, with what, how much, when, who said).

A fact that a person has corrected stands under its corrected kind; one that is rejected comes last in its group.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.model.deeds import actor, besides, deed, fate, hurt
from triage.model.fact import Fact, FactKind
from triage.model.verdict import Verdicts, counts_as
from triage.tui.paint import CORRECTED, DOUBT, REJECTED
from triage.tui.words import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

GROUPS: tuple[tuple[str, tuple[FactKind, ...]], ...] = (
    ("who", (FactKind.PERSON,)),
    ("organizations", (FactKind.ORGANIZATION,)),
    ("where", (FactKind.PLACE,)),
    ("nationalities", (FactKind.NATIONALITY,)),
    ("weapons", (FactKind.WEAPON,)),
    ("how much", (FactKind.MONEY, FactKind.QUANTITY)),
    ("when", (FactKind.DATE,)),
    ("said", (FactKind.QUOTE,)),
    ("did", (FactKind.EVENT,)),
    ("casualties", (FactKind.CASUALTY,)),
)

DOUBTFUL = 0.6
"""Confidence below which a fact is shown as doubtful."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """A heading (no fact; `folded` facts when they are not shown), or a fact: its name, what is known of it, how often it is mentioned; and the kind that it
    counts as, None when it is rejected."""

    name: str
    rest: str = ""
    times: int = 1
    fact: Fact | None = None
    kind: FactKind | None = None
    folded: int = 0

    @property
    def stop(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.fact is not None or self.folded > 0

    @property
    def mark(self) -> str:
        """The glyph that says what a person made of the fact, or else that it is doubtful; "" for neither."""
        if self.fact is None:
            return ""
        if self.kind is not self.fact.kind:
            return CORRECTED if self.kind else REJECTED
        return DOUBT if doubtful(self.fact) else ""


def doubtful(fact: Fact) -> bool:
    """Whether the fact is unsure enough to say so."""
    return fact.provenance.confidence < DOUBTFUL


def fact_lines(facts: Sequence[Fact], verdicts: Verdicts, folded: Collection[str] = ()) -> list[FactLine]:
    """The lines for a story's facts after the verdicts on them; groups without a fact are left out, of those whose
    heading is `folded` only that is shown."""
    counted = {fact.id: counts_as(fact, verdicts) for fact in facts}
    lines: list[FactLine] = []
    for heading, kinds in GROUPS:
        group = [fact for fact in facts if (counted[fact.id] or fact.kind) in kinds]
        if group and heading in folded:
            lines.append(FactLine(heading, folded=len(group)))
        elif group:
            lines.append(FactLine(heading))
            group.sort(key=lambda fact: (counted[fact.id] is None, fact.mentions[0].start))
            lines += [_line(fact, counted[fact.id]) for fact in group]
    return lines


def _line(fact: Fact, kind: FactKind | None) -> FactLine:
    name, rest = _words(fact)
    if kind is None:
        rest = f"{rest} · rejected" if rest else "rejected"
    elif kind is not fact.kind:
        rest = f"was {fact.kind.value}"  # what else was known of it was known of another kind
    times = 1 if fact.kind is FactKind.QUOTE else len(fact.mentions)
    return FactLine(clean(name), clean(rest), times, fact, kind)


def _words(fact: Fact) -> tuple[str, str]:
    """A fact's name and what is known of it."""
    value = {name: "" if part is None else str(part) for name, part in fact.value.items()}
    match fact.kind:
        case FactKind.PERSON:
            return value["name"], ", ".join(part for part in (value["role"], value["of"]) if part)
        case FactKind.ORGANIZATION:
            return value["name"], "" if value["type"] == "other" else value["type"]
        case FactKind.PLACE:
            kind = "" if value["type"] in ("other", "country") else value["type"]
            return value["name"], " ".join(part for part in (value["country"], kind) if part)
        case FactKind.NATIONALITY:
            return value["name"], value["country"]
        case FactKind.WEAPON:
            return value["name"], value["class"]
        case FactKind.MONEY:
            return fact.text, f"{_number(fact.value['amount'])} {value['currency']}".strip()
        case FactKind.QUANTITY:
            return " ".join(
                part for part in (value["modifier"], _number(fact.value["number"]), value["unit"]) if part
            ), ""
        case FactKind.DATE:
            return fact.text, dates(value["start"], value["end"])
        case FactKind.QUOTE:
            said = f"“{value['content']}”" if fact.value.get("direct", True) else value["content"]
            return value["speaker"] or value["speaker_text"] or "unnamed", said
        case _:
            return _deed(fact)


def _deed(fact: Fact) -> tuple[str, str]:
    """What somebody did, or what became of people."""
    if fact.kind is FactKind.CASUALTY:
        return hurt(fact.value), fate(fact.value)
    return actor(fact.value), " · ".join(part for part in (deed(fact.value), besides(fact.value)) if part)


def dates(start: str, end: str) -> str:
    """One day; from and to, with what both share said once: 2018-04-23 – 29; whole months and years by their name. An
    open end is left open."""
    if not (start and end):
        return f"{start or '…'} – {end or '…'}"
    start, end = _whole(start, end)
    shared = next((at for at in (8, 5) if start[:at] == end[:at] and len(start) == len(end) > at), 0)
    return start if start == end else f"{start} – {end[shared:]}"


def _whole(start: str, end: str) -> tuple[str, str]:
    """Both ends without the day, or the month and the day, where they begin and end with a month or a year."""
    if start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4], end[:4]
    if start[8:] == "01" and end[8:].isdecimal() and int(end[8:]) == monthrange(int(end[:4]), int(end[5:7]))[1]:
        return start[:7], end[:7]
    return start, end


def _number(number: object) -> str:
    """A number as people write it: 2,500,000,000; 2.5."""
    return f"{number:,}" if isinstance(number, int | float) else ""
