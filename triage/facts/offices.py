"""What the whole story says of somebody's office: whom "its chairman" and "his French counterpart" point back to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triage.facts.mention import Label, Mention, Office
from triage.facts.organizations import type_of
from triage.facts.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

_NEAR = 300
"""Characters back within which somebody's equal was named."""

_OPENING = 5
"""Characters before the name that opens a sentence: an article, a quotation mark."""

_SERVING = ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "aide", "adviser", "advisor")
"""Callings that one has for a person; of other offices "his" tells a colleague or a cabinet."""

_TYPES = {"company": "company", "bank": "company", "firm": "company", "group": "company", "maker": "company",
          "retailer": "company", "airline": "company", "carmaker": "company", "broker": "company", "party": "party",
          "ministry": "government", "court": "government"}  # fmt: skip
"""What type of body a noun points back to."""


def with_referents(found: Sequence[Mention], doc: Doc) -> tuple[Mention, ...]:
    """The mentions, their offices told in full as far as the sentences before say whom they point back to."""
    out: list[Mention] = []
    for at, one in enumerate(found):
        if one.office is not None and one.office.back is not None:
            out.append(replace(one, office=_resolved(one, one.office, out[max(0, at - 40) :], doc)))
        else:
            out.append(one)
    return tuple(out)


def _resolved(one: Mention, office: Office, before: Sequence[Mention], doc: Doc) -> Office:
    if office.back == "counterpart":
        near = [each for each in before if one.span.start - each.span.end < _NEAR and each.label is Label.PERSON]
        roles = [each.office.role for each in near if each.office is not None and each.office.role is not None]
        return Office(roles[-1] if roles else None, office.of)
    if office.back in ("his", "her"):
        serves = (office.role or "").lower().rsplit(" ", 1)[-1] in _SERVING
        whose = _opener(one, before, doc, same=True) if serves else None
        return Office(office.role, whose.text if whose is not None and whose.label is Label.PERSON else None)
    if office.back == "its":
        body = _opener(one, before, doc, same=True) or _opener(one, before, doc, same=False)
        return Office(office.role, body.text if body is not None and _can_have(body) else None)
    return Office(office.role, _meant(one, _TYPES.get(office.back or ""), before, doc))


def _can_have(one: Mention) -> bool:
    """Whether "its" can point back to the mention."""
    return one.label is Label.ORGANIZATION or (one.label is Label.PLACE and one.type == "country")


def _opener(one: Mention, before: Sequence[Mention], doc: Doc, *, same: bool) -> Mention | None:
    """The mention that opens the sentence of `one`, or the sentence before it."""
    start = sentence_at(doc, one.span.start).start
    if not same:
        if not start:
            return None
        start = sentence_at(doc, start - 1).start
    opener = next((each for each in before if 0 <= each.span.start - start <= _OPENING), None)
    owner = opener is not None and doc.text.startswith(("'s", "’s"), opener.span.end)
    return None if owner else opener


def _meant(one: Mention, kind: str | None, before: Sequence[Mention], doc: Doc) -> str | None:
    """The one body of that type in the sentence and the one before it; None when there are several or none."""
    start = sentence_at(doc, one.span.start).start
    start = sentence_at(doc, start - 1).start if start else 0
    bodies = [each for each in before if each.label is Label.ORGANIZATION and each.span.start >= start]
    names = {each.normal or each.text for each in bodies}
    names = {name for name in names if kind is not None and type_of(name) == kind}
    return names.pop() if len(names) == 1 else None


def office_of(mentions: Iterable[Mention]) -> Office:
    """The office that most mentions give, a longer one before a shorter; with the holder, if any mention names it."""
    offices = [one.office for one in mentions if one.office is not None]
    roles = [one.role for one in offices if one.role]
    if not roles:
        return Office(None, next((one.of for one in offices if one.of), None))
    role = max(dict.fromkeys(roles), key=lambda each: (_support(each, roles), len(each)))
    holders = [one.of for one in offices if one.of and one.role and _within(one.role, role)]
    others = [one.of for one in offices if one.of and one.role is None]
    return Office(role, next(iter((*holders, *others)), None))


def _support(role: str, roles: Sequence[str]) -> int:
    """How many mentions say this role or a shorter form of it: "Minister" speaks for "Finance Minister" too."""
    return sum(_within(each, role) for each in roles)


def _within(short: str, role: str) -> bool:
    return role == short or role.endswith(f" {short}") or role.startswith(f"{short} ")
