"""Weapons that the lexicon names, found however a story writes them: "S400", "F-16C", "Javelins", "SU-35"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows, words
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

ATOM = re.compile(r"[^\W\d_]+|\d+")
"""A designator falls into runs of letters and runs of digits, whatever joins them."""

_JOIN = re.compile(r"[-‐‑–./'’ \n]{0,2}")
_NUMBER = re.compile(r"[-‐‑–](?:\d|[IVX]+\b)")
"""What makes another system of a name: "Agni" is not "Agni-VI"."""

_VARIANT = re.compile(r"[A-Z]{0,3}\d{0,2}[A-Z]{0,2}s?(?!\w)")
"""What may follow the number of a known system: "F-16C", "T-72B3", "Su-30MKIs"."""

_WORD = re.compile(r"\w[\w/-]*")
_DETERMINERS = words(
    "The A An Two Three Four Five Six Both Several Some Many Its Their His Her More Those These U.S. US"
)
_TITLES = words("Mr Mrs Ms Dr Gen General Col President Senator Sen England")
_BEFORE, _AFTER = 4, 6
"""How many words around a guarded name may hold the word that makes it a weapon."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a weapon's name. `near` holds the words of which one must stand near it; empty, it needs none."""

    name: str
    type: str
    atoms: tuple[str, ...]
    joins: tuple[str, ...]
    near: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form of a name in the text."""

    form: Form
    span: Span


def candidates(text: str, where: Span) -> Iterator[tuple[Candidate, ...]]:
    """What may be a weapon's name in a range of the text, left to right, never overlapping.

    Several candidates for one place are one name that more than one weapon has. The longest form wins.
    """
    arsenal, at = _arsenal(), where.start
    while start := arsenal.starts.search(text, at, where.end):
        here = _longest(text, Span(start.start(), where.end), arsenal.root) if _may_start(text, start.start()) else ()
        if here:
            here = tuple(_with_nickname(text, one, where.end) for one in here)
            yield here
        at = here[0].span.end if here else start.end()


def is_near(text: str, sentence: Span, one: Candidate) -> bool:
    """Whether a word that the guarded name needs stands near it in its sentence, and no title or surname with it."""
    before = [word[0] for word in _WORD.finditer(text, max(sentence.start, one.span.start - 60), one.span.start)]
    after = [word[0] for word in _WORD.finditer(text, one.span.end, min(sentence.end, one.span.end + 90))]
    if before and before[-1] in _TITLES:
        return False
    near = {word.casefold() for word in (*before[-_BEFORE:], *after[:_AFTER])}
    return not near.isdisjoint(one.form.near)


def stands_alone(text: str, span: Span) -> bool:
    """Whether no other capitalised word is joined to the name, as in "Patriot Act" or "Omar Bradley"."""
    after = _WORD.match(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    before = re.search(r"(\S+) $", text[max(0, span.start - 40) : span.start])
    if after and after[0][0].isupper():
        return False
    return not (before and before[1][0].isupper() and before[1].isalpha() and before[1] not in _DETERMINERS)


def _with_nickname(text: str, one: Candidate, end: int) -> Candidate:
    """The candidate with the nickname behind the letters of its variant: "C-130J Hercules"."""
    match = _NICKNAME.match(text, one.span.end, end)
    if match is None or match[1] not in _arsenal().nicknames.get(one.form.name, ()):
        return one
    return Candidate(one.form, Span(one.span.start, match.end()))


_NICKNAME = re.compile(r"[ \n]([A-Z][a-z]+)(?!\w)")


def _may_start(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before in "_$€£#@" or (before in "-." and text[max(0, start - 2)].isalnum()))


def _longest(text: str, where: Span, root: _Node) -> tuple[Candidate, ...]:
    """The candidates that begin where the range does and have the longest form."""
    node: _Node | None = root
    best: tuple[Candidate, ...] = ()
    run: list[re.Match[str]] = []
    at = where.start
    while node and (atom := ATOM.match(text, at, where.end)):
        run.append(atom)
        word = atom[0].casefold()
        singular = node.next.get(word.removesuffix("s")) if word.endswith("s") else None
        node = node.next.get(word)
        for reached in (singular, node):
            if reached and reached.forms:
                best = _complete(text, run, reached.forms) or best
        join = _JOIN.match(text, atom.end(), where.end)
        at = join.end() if join else where.end
    return best


def _complete(text: str, run: list[re.Match[str]], forms: list[Form]) -> tuple[Candidate, ...]:
    """The forms that are really written in the run of atoms, with the letters of a variant and the plural s after it."""
    end = run[-1].end()
    if text[end - 1].isdigit():
        variant = _VARIANT.match(text, end)
        end = variant.end() if variant else end
    if text[end : end + 1].isalnum() or (text[end - 1].isalpha() and _NUMBER.match(text, end)):
        return ()
    written = [atom[0] for atom in run]
    joins = [text[one.end() : two.start()] for one, two in pairwise(run)]
    span = Span(run[0].start(), end)
    return tuple(Candidate(form, span) for form in forms if _is_written(form, written, joins))


def _is_written(form: Form, written: list[str], joins: list[str]) -> bool:
    cased = all(_case_fits(wanted, found) for wanted, found in zip(form.atoms, written, strict=True))
    return cased and all(
        _join_fits(wanted, found, before) for wanted, found, before in zip(form.joins, joins, written, strict=False)
    )


def _case_fits(wanted: str, found: str) -> bool:
    """Capitals are kept; long acronyms may be written as British papers do ("Himars")."""
    if len(wanted) > 1 and wanted.isupper():
        return found.removesuffix("s").isupper() or (len(wanted) >= 5 and found.istitle())
    return not wanted[0].isupper() or found[0].isupper()


def _join_fits(wanted: str, found: str, before: str) -> bool:
    """ "S-400" may be written "S400" and "S 400", but "A-10" not "A 10": that is an article and a number."""
    wanted, found = (re.sub("[‐‑–]", "-", join).replace("’", "'").replace("\n", " ") for join in (wanted, found))
    if wanted == found or (wanted in ("", " ") and found == "-"):
        return True
    if wanted == "-" and found in ("", " "):
        return len(before) > 1 or before in ("FST" if found == "" else "FS")
    return False


@dataclass(frozen=True, slots=True)
class _Arsenal:
    """The tree of all forms, what their first characters look like, and the words behind a number in each weapon's forms."""

    root: _Node
    starts: re.Pattern[str]
    nicknames: dict[str, set[str]]


@cache
def _arsenal() -> _Arsenal:
    """Built once, never changed."""
    root, small = _Node(), set[str]()
    nicknames: dict[str, set[str]] = {}
    for form in _forms():
        node = root
        for atom in form.atoms:
            node = node.next.setdefault(atom.casefold(), _Node())
        node.forms.append(form)
        small.update(form.atoms[:1] if form.atoms[0].islower() else ())
        if form.atoms[-1].istitle() and any(atom.isdigit() for atom in form.atoms):
            nicknames.setdefault(form.name, set()).add(form.atoms[-1])
    starts = re.compile(rf"(?<![^\W_])(?:[A-ZÀ-ÖØ-Þ]|\d|{'|'.join(map(re.escape, sorted(small)))})")
    return _Arsenal(root, starts, nicknames)


def _forms() -> Iterator[Form]:
    for name, type_, *aliases in rows("weapons"):
        yield from (_form(name, type_, form) for form in {name: 0, **dict.fromkeys(_split(aliases, 0))})
    for name, type_, *rest in rows("weapons_guarded"):
        near = words(rest[1].casefold())
        yield from (_form(name, type_, form, near) for form in _split(rest, 0))
        yield from (_form(name, type_, form) for form in _split(rest, 2))


def _split(columns: list[str], column: int) -> list[str]:
    return [form for form in columns[column].split("|") if form] if len(columns) > column else []


def _form(name: str, type_: str, written: str, near: frozenset[str] = frozenset()) -> Form:
    atoms = list(ATOM.finditer(written))
    joins = tuple(written[one.end() : two.start()] for one, two in pairwise(atoms))
    return Form(name, type_, tuple(atom[0] for atom in atoms), joins, near)
