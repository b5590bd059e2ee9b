"""What changed from one version of a story to the next: in its words, and in its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from triage.ingest.chain_traces import trace
from triage.ingest.chains import joined
from triage.model.fact import FactKind
from triage.model.story import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.index import Index
    from triage.model.entry import Entry
    from triage.model.fact import Fact
    from triage.model.story import Story

LONGEST = 1500
"""Words of a paragraph up to which it is compared word by word: the time that takes grows with their square."""

ALIKE = 0.4
"""The share of words from which on two paragraphs are one that was rewritten."""

AROUND = 1
"""Words that are shown before, and after, what differs in a saying."""

_READ = (Role.HEADLINE, Role.BODY, Role.CAPTION, Role.EDNOTE)
_WORD = re.compile(r"\S+")

_ORDER = (
    FactKind.CASUALTY, FactKind.QUANTITY, FactKind.MONEY, FactKind.PERSON, FactKind.QUOTE, FactKind.ORGANIZATION,
    FactKind.WEAPON, FactKind.EVENT, FactKind.PLACE, FactKind.NATIONALITY, FactKind.DATE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: in both versions (" "), only in the older ("-"), only in the newer ("+")."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that came ("+"), went ("-") or changed ("~"): its kind, what it is about, what was said before and after."""

    sign: str
    kind: FactKind
    about: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a story, paragraph by paragraph, and their facts; `reason` is why they are versions of one."""

    reason: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    facts: tuple[FactChange, ...]


def compare(index: Index, older: Entry, newer: Entry) -> Comparison:
    """What changed from one version that the index has to another, and why they are taken for versions of one story."""
    before, after = index.story(older.id), index.story(newer.id)
    reason = joined(trace(before, older.when), trace(after, newer.when)) if before and after else None
    facts: tuple[FactChange, ...] = ()
    if before and after and older.extracted and newer.extracted:
        facts = compare_facts(index.facts(older.id), index.facts(newer.id), (before.text, after.text))
    return Comparison(reason or "what stands between them", compare_texts(before, after), facts)


def compare_texts(older: Story | None, newer: Story | None) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of both, in order, each in pieces."""
    before, after = _paragraphs(older), _paragraphs(newer)
    found: list[tuple[Piece, ...]] = []
    for how, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found += [(Piece(" ", text),) for text in after[b1:b2]]
        else:
            found += _rewritten(before[a1:a2], after[b1:b2])
    return tuple(found)


def compare_facts(
    older: Sequence[Fact], newer: Sequence[Fact], texts: tuple[str, str] = ("", "")
) -> tuple[FactChange, ...]:
    """What differs, changes first: a fact that went and one that came about the same thing are one that changed. `texts` are
    the stories' own, in which facts that stand in the same sentence are about the same thing."""
    before, after = {_key(fact): fact for fact in older}, {_key(fact): fact for fact in newer}
    gone = [fact for key, fact in before.items() if key not in after]
    came = [fact for key, fact in after.items() if key not in before]
    changes = []
    for fact in tuple(gone):
        sentence = fact.sentence.of(texts[0])
        same = (one for one in came if _about_the_same(fact, one) or _in_its_place(fact, one, sentence, texts[1]))
        other = next(same, None)
        if other:
            gone.remove(fact)
            came.remove(other)
            if _said(fact) != _said(other):
                said = (
                    _shortened(_said(fact), _said(other))
                    if fact.kind is FactKind.QUOTE
                    else (_said(fact), _said(other))
                )
                changes.append(FactChange("~", fact.kind, _about(other), *said))
    changes += [FactChange("+", fact.kind, _about(fact), after=_said(fact)) for fact in came]
    changes += [FactChange("-", fact.kind, _about(fact), before=_said(fact)) for fact in gone]
    counted = {(one.before, one.after) for one in changes if one.kind is FactKind.CASUALTY}
    told = [one for one in changes if one.kind is not FactKind.QUANTITY or (one.before, one.after) not in counted]
    return tuple(sorted(told, key=lambda one: ("~+-".index(one.sign), _ORDER.index(one.kind))))


def _paragraphs(story: Story | None) -> list[str]:
    if story is None:
        return []
    return [story.text[p.start : p.end] for p in story.paragraphs if p.role in _READ]


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Each new paragraph against the next old one that it could be; what has no counterpart went, or came, as a whole."""
    left = list(before)
    for text in after:
        at = next((n for n, old in enumerate(left) if _likeness(old, text) >= ALIKE), None)
        if at is None:
            yield (Piece("+", text),)
            continue
        yield from ((Piece("-", old),) for old in left[:at])
        yield tuple(_word_by_word(left[at], text))
        del left[: at + 1]
    yield from ((Piece("-", old),) for old in left)


def _likeness(one: str, other: str) -> float:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / (min(len(words), len(others)) or 1)


def _word_by_word(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > LONGEST:
        yield from (Piece("-", before), Piece("+", after))
        return
    for how, a1, a2, b1, b2 in _readable(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if how == "equal":
            yield Piece(" ", " ".join(new[b1:b2]))
            continue
        if a2 > a1:
            yield Piece("-", " ".join(old[a1:a2]))
        if b2 > b1:
            yield Piece("+", " ".join(new[b1:b2]))


Code = tuple[str, int, int, int, int]


def _readable(codes: Sequence[Code]) -> list[Code]:
    """A single word that stayed between two changes is one with them: nobody reads a sentence in splinters."""
    found: list[Code] = []
    for number, code in enumerate(codes):
        how, a1, a2, b1, b2 = code
        between = 0 < number < len(codes) - 1
        if how == "equal" and a2 - a1 == 1 and between:
            how = "replace"
        if found and found[-1][0] != "equal" and how != "equal":
            _, from_a, _, from_b, _ = found[-1]
            found[-1] = ("replace", from_a, a2, from_b, b2)
        else:
            found.append((how, a1, a2, b1, b2))
    return found


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes two facts of two stories the same."""
    value = fact.value
    if fact.kind is FactKind.QUOTE:
        return (fact.kind, " ".join(str(value.get("content") or fact.text).casefold().split()))
    return (fact.kind, *(str(value.get(name)) for name in sorted(value) if name not in ("cue", "speaker_text")))


def _about_the_same(old: Fact, new: Fact) -> bool:
    """Whether the newer fact stands in the older one's place: another number of the same, a name or a role put right."""
    if old.kind is not new.kind:
        return False
    match old.kind:
        case FactKind.CASUALTY:
            return old.value.get("outcome") == new.value.get("outcome") and old.value.get("who") == new.value.get("who")
        case FactKind.QUANTITY:
            return bool(old.value.get("unit")) and old.value.get("unit") == new.value.get("unit")
        case FactKind.PERSON | FactKind.ORGANIZATION | FactKind.PLACE | FactKind.WEAPON:
            return SequenceMatcher(None, _name(old), _name(new)).ratio() >= 0.8
        case FactKind.QUOTE:
            return _likeness(_said(old), _said(new)) >= 0.7
        case FactKind.EVENT:  # the same words in another sentence, or beside another day, are no other deed
            return old.text.casefold() == new.text.casefold()
        case _:
            return False


def _in_its_place(old: Fact, new: Fact, sentence: str, text: str) -> bool:
    """Whether two facts of the same kind, figures or days, stand in what is the same sentence otherwise."""
    kinds = (FactKind.DATE, FactKind.MONEY, FactKind.QUANTITY, FactKind.CASUALTY)
    if old.kind is not new.kind or old.kind not in kinds or not sentence:
        return False
    return _likeness(sentence, new.sentence.of(text)) >= 0.7


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Two long sayings from where they begin to differ to where they no longer do, with some words around."""
    old, new = before.split(), after.split()
    shorter = min(len(old), len(new))
    same = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - same) if old[-1 - n] != new[-1 - n]), shorter - same)
    first, last = max(0, same - AROUND), max(0, tail - AROUND)
    parts = (" ".join(words[first : len(words) - last]) for words in (old, new))
    one, other = (f"{'… ' if first else ''}{part}{' …' if last else ''}" for part in parts)
    return one, other


def _name(fact: Fact) -> str:
    return str(fact.value.get("name") or fact.text)


def _about(fact: Fact) -> str:
    """What the fact is about, in a few words."""
    value = fact.value
    match fact.kind:
        case FactKind.CASUALTY:
            return " ".join(str(part) for part in (value.get("who"), value.get("outcome")) if part)
        case FactKind.QUANTITY:
            return str(value.get("unit") or "")
        case FactKind.QUOTE:
            return str(value.get("speaker") or value.get("speaker_text") or "")
        case _:
            return ""


def _said(fact: Fact) -> str:
    """The fact's value in words."""
    value = fact.value
    if fact.kind in (FactKind.CASUALTY, FactKind.QUANTITY):
        number = value.get("number")
        whole = int(number) if isinstance(number, float) and number.is_integer() else number
        figure = f"{whole:,}" if isinstance(whole, int | float) else fact.text
        return " ".join(str(part) for part in (value.get("modifier"), figure) if part)
    if fact.kind is FactKind.QUOTE:
        content = str(value.get("content") or fact.text).rstrip(",")
        return f"“{content}”" if value.get("direct") else content
    if fact.kind is FactKind.PERSON:
        role = " ".join(str(part) for part in (value.get("role"), value.get("of")) if part)
        return f"{_name(fact)}, {role}" if role else _name(fact)
    return fact.text
