"""The families of events: which words say that something of a type happened, and where their parties stand.

`lexicon/events/README.md` explains the columns. A newsroom adds files of its own in the same form.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from triage.errors import FactsError
from triage.facts import lexicon
from triage.facts.events.forms import noun_forms, verb_forms
from triage.facts.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

FOLDER = "events"
"""Our own families, a folder among the lexicons."""

ROLES = ("actor", "target", "object")
NAMED_CLASSES = frozenset(("somebody", "person", "organization", "place", "body", "victim", "something"))
"""Classes that are told by what the phrase means; all others are lists of nouns."""

MARKS = frozenset(("both", "both!", "states", "weapon", "inf", "inf!", "active"))
NOUN = "n:"
LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Slot:
    """A role, where it may stand, of what class it must be, and whether the event is none without it."""

    role: str
    sources: tuple[str, ...]
    sort: str | None = None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a family.

    `light` are the nouns of a verb that says little by itself ("launch an attack"); `particle` follows the verb. `marks`
    say what is special, as README.md of the folder explains.
    """

    type: str
    action: str
    words: tuple[str, ...]
    noun: bool
    particle: str | None
    light: frozenset[str]
    slots: tuple[Slot, ...]
    marks: frozenset[str] = field(default_factory=frozenset)

    @property
    def weight(self) -> tuple[int, int]:
        """The more words a rule asks for, the sooner it is tried."""
        return bool(self.light) + (self.particle is not None), sum(slot.needed for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Families:
    """All rules by the forms of their first word, in lower case. `digest` is another for other rules."""

    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, tuple[Rule, ...]]
    digest: str


@cache
def families(own: Path | None = None) -> Families:
    """Our families and those in the folder `own`; an own file replaces one of ours that has its name.

    Raises FactsError naming the file and the line that cannot be meant.
    """
    texts = {one.name: one for one in _tables(files(lexicon).joinpath(FOLDER))}
    if own is not None:
        try:
            texts |= {one.name: one for one in _tables(own)}
        except OSError as error:
            raise _trouble(str(own), error.strerror or str(error)) from error
    verbs: dict[str, list[Rule]] = {}
    nouns: dict[str, list[Rule]] = {}
    for name, text in sorted(texts.items()):
        for rule in _rules(name.removesuffix(".tsv"), text):
            for word in rule.words:
                for form in dict.fromkeys(noun_forms(word) if rule.noun else verb_forms(word)):
                    (nouns if rule.noun else verbs).setdefault(form, []).append(rule)
    return Families(_ordered(verbs), _ordered(nouns), _digest(texts))


def is_of(sort: str, noun: str) -> bool:
    """Whether a noun, in lower case, is of a listed class."""
    listed = _classes()[sort]
    return noun in listed or (noun.endswith("s") and noun[:-1] in listed)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("event_nouns")}


def _ordered(rules: Mapping[str, list[Rule]]) -> dict[str, tuple[Rule, ...]]:
    return {form: tuple(sorted(same, key=lambda rule: rule.weight, reverse=True)) for form, same in rules.items()}


def _digest(texts: Mapping[str, Traversable]) -> str:
    whole = b"\0".join(name.encode() + text.read_bytes() for name, text in sorted(texts.items()))
    return hashlib.sha256(whole).hexdigest()[:8]


def _tables(folder: Traversable) -> Iterable[Traversable]:
    return [one for one in folder.iterdir() if one.name.endswith(".tsv")]


def _rules(type_: str, text: Traversable) -> Iterator[Rule]:
    try:
        lines = text.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _trouble(str(text), str(error)) from error
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            try:
                yield _rule(type_, [column.strip() for column in line.split("\t")])
            except ValueError as error:
                raise _trouble(f"{text}, line {number}", str(error)) from error


def _rule(type_: str, columns: list[str]) -> Rule:
    if not 3 <= len(columns) <= 4:
        raise ValueError(f"expected three or four columns with tabs between them, found {len(columns)}")
    phrase, frame, action, *marks = columns
    first, *rest = phrase.removeprefix(NOUN).split()
    light = frozenset(form for one in rest if one[0] == "+" for noun in one[1:].split("|") for form in noun_forms(noun))
    particles = [one for one in rest if one[0] != "+"]
    if not action or len(particles) > 1:
        raise ValueError(f"expected a word, at most one particle, and +nouns, found {phrase!r}")
    marked = frozenset(marks[0].split()) if marks else frozenset[str]()
    if unknown := marked - MARKS:
        raise ValueError(f"expected the marks {', '.join(sorted(MARKS))}, found {', '.join(sorted(unknown))}")
    slots = () if frame == "-" else tuple(_slot(one) for one in _split(frame))
    return Rule(
        type_,
        action,
        tuple(first.split("|")),
        phrase.startswith(NOUN),
        next(iter(particles), None),
        light,
        slots,
        marked,
    )


def _split(frame: str) -> Iterator[str]:
    """The slots of a frame; a blank within one ("in support of") is no end of it."""
    slot = ""
    for part in frame.split():
        if "=" in part and slot:
            yield slot
            slot = part
        else:
            slot = f"{slot} {part}".strip()
    yield slot


def _slot(text: str) -> Slot:
    role, _, rest = text.partition("=")
    needed = "!" in rest
    sources, _, sort = rest.replace("!", "").partition("@")
    if role not in ROLES or not sources:
        raise ValueError(f"expected {'=..., '.join(ROLES)}=..., found {text!r}")
    if sort and sort not in NAMED_CLASSES and sort not in _classes():
        known = ", ".join(sorted(NAMED_CLASSES | _classes().keys()))
        raise ValueError(f"expected one of the classes {known}, found {sort!r}")
    return Slot(role, tuple(one.strip() for one in sources.split(",")), sort or None, needed)


def _trouble(where: str, what: str) -> FactsError:
    return FactsError(
        f"{where}: {what}", title="Events not understood", hint="README.md of lexicon/events says how a line is made"
    )
