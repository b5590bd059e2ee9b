"""Who speaks: from the noun phrase beside a verb of speech to a person, an organization or a description.

A story is walked from its first paragraph to its last, so that "he", "they" and "the official" can be joined to what came
before. Nothing is joined where the story leaves it open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.coreference_cast import FEMALE, MALE, gender_before, gender_of_name, gender_of_noun, is_somebody
from triage.facts.lexicon import words
from triage.facts.mention import Label
from triage.facts.phrases import OBJECTIVE, WHO, Frame, Run, pronoun
from triage.facts.speaker_words import capital_name, counted_group, head_noun
from triage.facts.vocabulary import LETTERS, vocabulary
from triage.model.fact import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triage.facts.coreference import Reference


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` is None for somebody without one; `text` is what stands for them, `span` where it stands."""

    name: str | None
    text: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person or an organization. `gender` is "male", "female" or "" where nothing tells."""

    span: Span
    name: str
    person: bool
    gender: str
    role: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """Somebody who was a subject at `at`: a candidate for what later words refer to."""

    speaker: Speaker
    paragraph: int
    at: int
    person: bool
    plural: bool
    gender: str
    head: str
    spoke: bool = True


_LINKS = words("of for from at with in to by on and")
_PLURAL, _THING = "plural", "thing"
_PRONOUNS = {"he": MALE, "she": FEMALE, "they": _PLURAL, "it": _THING}
_INDEFINITE = words("a an one another some any")
_OWNERS = words("his her its their")
_REACH = 4
"""Paragraphs back in which a pronoun's antecedent may stand."""

_MEMORY = 100
"""Subjects back that are looked through: enough for any story, and a bound for hostile ones."""


class Voices:
    """Everybody who has been a subject in the story so far."""

    def __init__(
        self, text: str, people: Iterable[Fact], organizations: Iterable[Fact],
        meant: Iterable[Reference] = (), unnamed: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        self._text = text
        self._unnamed = unnamed
        self._meant = {one.span.start: one for one in meant}
        named = (*_named(text, people, person=True), *_named(text, organizations, person=False))
        self._named = sorted(named, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._named]
        self._by_name = {one.name: one for one in reversed(self._named)}
        self._holders: dict[str, dict[str, int]] = {}
        for one in self._named:
            if one.role:
                self._holders.setdefault(_last_word(one.role), {}).setdefault(one.name, one.span.start)
        self._heard: list[_Heard] = []

    def walk(self, frame: Frame, paragraph: int, sources: Sequence[Run]) -> dict[Run, Speaker]:
        """The speakers of a paragraph's sources. Those who merely open a sentence are remembered too."""
        opened = list(self._openers(frame))
        out: dict[Run, Speaker] = {}
        for run in sorted(sources):
            while opened and opened[0].span.start < frame[run[0]].start:
                self._remember_named(opened.pop(0), paragraph)
            out[run] = self.speaker(frame, run, paragraph)
        for one in opened:
            self._remember_named(one, paragraph)
        return out

    def speaker(self, frame: Frame, run: Run, paragraph: int) -> Speaker:
        """Who the noun phrase means; remembered for what comes after."""
        phrase = frame[run[0] : run[1]]
        span = Span(phrase[0].start, phrase[-1].end)
        if len(phrase) == 1 and (word := pronoun(phrase[0]) or OBJECTIVE.get(phrase[0].low, "")):
            return self._pronoun(frame, run[0], word, paragraph)
        core = next((at for at, word in enumerate(phrase) if at and word.low in WHO), len(phrase))
        if two := self._joint(phrase):
            return self._remember_joint(two, paragraph)
        if one := self._head(phrase[:core], Span(phrase[0].start, phrase[core - 1].end)):
            self._remember_named(one, paragraph, spoke=True)
            return Speaker(one.name, one.span.of(self._text), one.span, 0.95)
        if name := capital_name(frame, (run[0], run[0] + core)):
            return self._remember(Speaker(name.of(self._text), name.of(self._text), name, 0.8), paragraph, phrase)
        return self._described(phrase[:core], span, paragraph)

    def before(self, at: int, paragraph: int) -> Speaker | None:
        """Who was the last subject before the offset, in this paragraph or else in the one before it, if it was one of speech."""
        recent = [one for one in self._heard[-_MEMORY:] if paragraph - 1 <= one.paragraph <= paragraph and one.at < at]
        last = max(recent, key=lambda one: (one.paragraph, one.at), default=None)
        return last.speaker if last and last.spoke else None

    def goes_on(self, speaker: Speaker, at: int, paragraph: int) -> None:
        """Remembers that somebody goes on speaking, without a word that says so."""
        known = next((one for one in reversed(self._heard[-_MEMORY:]) if one.speaker == speaker), None)
        if known:
            self._heard.append(replace(known, paragraph=paragraph, at=at))

    def _openers(self, frame: Frame) -> Iterator[Named]:
        """The people and organizations that a sentence begins with, a title before them allowed."""
        for at, word in enumerate(frame):
            if word.is_word and word.sentence == at:
                ahead = frame[min(at + 7, len(frame) - 1)].end
                one = next(self._within(word.start, ahead), None)
                if one and not self._owns(one):
                    yield one

    def _within(self, start: int, end: int) -> Iterator[Named]:
        at = bisect_left(self._starts, start)
        while at < len(self._named) and self._starts[at] < end:
            yield self._named[at]
            at += 1

    def _owns(self, one: Named) -> bool:
        """Whether the name is a possessive: "Erdogan's spokesman"."""
        return self._text[one.span.end : one.span.end + 2] in ("’s", "'s") or one.span.of(self._text).endswith(
            ("’s", "'s")
        )

    def _head(self, phrase: Frame, span: Span) -> Named | None:
        """The name that the noun phrase is about, not one that only qualifies it ("a spokesman for NATO")."""
        inside = [one for one in self._within(span.start, span.end) if one.span.end <= span.end and not self._owns(one)]
        for one in sorted(inside, key=lambda named: (not named.person, -named.span.start)):
            before = [word for word in phrase if word.end <= one.span.start]
            after = [word for word in phrase if word.start >= one.span.end]
            links = [word for word in before if word.low in _LINKS - {"and"}]
            somebody = before[:1] and before[0].low in _INDEFINITE  # "a member of the Navy" is not the Navy
            near = links and links[-1] in before[-2:] and not self._after_office(one)
            linked = links and (not one.person or somebody or near)
            after = after[1:] if after and after[0].text in LETTERS else after
            if not linked and (not after or after[0].low in _LINKS or not after[0].text[0].isalnum()):
                return one
        return None

    def _joint(self, phrase: Frame) -> tuple[Named, Named] | None:
        """The two names that speak as one: "Pierre Lamont and Carl Boyd", "Lamont and his counterpart, Carl Boyd"."""
        at = next((at for at, word in enumerate(phrase) if word.low == "and"), 0)
        joint = phrase[at]
        inside = [one for one in self._within(phrase[0].start, phrase[-1].end) if not self._owns(one)]
        first = next((one for one in reversed(inside) if one.span.end <= joint.start), None)
        second = next((one for one in inside if one.span.start >= joint.end), None)
        if first is None or second is None or first.person != second.person:
            return None
        linked = any(word.low in _LINKS - {"and"} and word.start < first.span.start for word in phrase[:at])
        return (first, second) if not linked and self._text[first.span.end : joint.start].isspace() else None

    def _remember_joint(self, two: tuple[Named, Named], paragraph: int) -> Speaker:
        """Two who speak as one are nobody by name: neither's name alone is the speaker's."""
        for one in two:
            self._remember_named(one, paragraph, spoke=True)
        span = Span(two[0].span.start, two[1].span.end)
        speaker = Speaker(None, span.of(self._text), span, 0.9)
        self._heard.append(_Heard(speaker, paragraph, span.start, False, True, "", ""))
        return speaker

    def _after_office(self, one: Named) -> bool:
        """Whether the whole office stands before the name: "Secretary of State Roe"."""
        return bool(one.role) and self._text[: one.span.start].rstrip().lower().endswith(one.role.lower())

    def _pronoun(self, frame: Frame, at: int, low: str, paragraph: int) -> Speaker:
        word = frame[at]
        wanted = _PRONOUNS.get(low, "")
        span = Span(word.start, word.end if word.low in OBJECTIVE else word.start + len(low))
        text = span.of(self._text)
        if wanted == _PLURAL and (group := counted_group(self._text, frame, at)):
            return Speaker(None, group, span, 0.75)
        if (meant := self._referred(span)) is not None:
            self._remember_named(meant, paragraph, spoke=True)
            return Speaker(meant.name, text, span, self._meant[span.start].confidence)
        for one in reversed(self._heard[-_MEMORY:]):
            if paragraph - one.paragraph > _REACH:
                break
            if not _agrees(one, wanted):
                continue
            if one.speaker.name and span.start in self._unnamed:
                if one.paragraph == paragraph:
                    break  # nobody unnamed of an earlier paragraph is nearer than who speaks in this one
            else:
                self._heard.append(replace(one, paragraph=paragraph, at=word.start))
                sure = 0.85 if paragraph - one.paragraph < 2 else 0.7
                return Speaker(one.speaker.name, text if one.speaker.name else one.speaker.text, span, sure)
        return Speaker(None, text, span, 0.6)

    def _referred(self, span: Span) -> Named | None:
        """Whom the words mean, by what the whole story says of them; as somebody named where they stand."""
        one = self._meant.get(span.start)
        if one is None or one.span.end > span.end or one.entity.label not in (Label.PERSON, Label.ORGANIZATION):
            return None
        known = self._by_name.get(one.entity.name)
        return replace(known, span=span) if known else None

    def _described(self, phrase: Frame, span: Span, paragraph: int) -> Speaker:
        """Somebody without a name. "The official" is the one described before, or the person who holds that office."""
        owned = phrase[0].low in _OWNERS  # "his lawyer" is not he
        if not owned and (meant := self._referred(span)) is not None:
            self._remember_named(meant, paragraph, spoke=True)
            return Speaker(meant.name, span.of(self._text), span, self._meant[span.start].confidence)
        head = head_noun(phrase)
        if phrase[0].low in ("the", "that", "this") and not any(word.low in _LINKS for word in phrase):
            for one in reversed(self._heard[-_MEMORY:]):
                if one.head == head:
                    self._heard.append(replace(one, paragraph=paragraph, at=span.start))
                    name = one.speaker.name
                    return Speaker(name, span.of(self._text) if name else one.speaker.text, span, 0.8)
            if holder := self._holder(head, span.start):
                return self._remember(Speaker(holder, span.of(self._text), span, 0.7), paragraph, phrase)
        return self._remember(Speaker(None, span.of(self._text), span, 0.9), paragraph, phrase)

    def _holder(self, head: str, before: int) -> str | None:
        """The one person mentioned before whose role the noun names; None when there are several or none."""
        names = [name for name, start in self._holders.get(head, {}).items() if start < before]
        return names[0] if len(names) == 1 else None

    def _remember_named(self, one: Named, paragraph: int, *, spoke: bool = False) -> None:
        speaker = Speaker(one.name, one.span.of(self._text), one.span, 0.95)
        head = _last_word(one.role)
        self._heard.append(_Heard(speaker, paragraph, one.span.start, one.person, False, one.gender, head, spoke))

    def _remember(self, speaker: Speaker, paragraph: int, phrase: Frame) -> Speaker:
        head = head_noun(phrase)
        plural = speaker.name is None and head.endswith("s") and not head.endswith("ss")
        person = not plural and (is_somebody(head) if speaker.name is None else " " in speaker.name)
        self._heard.append(_Heard(speaker, paragraph, speaker.span.start, person, plural, gender_of_noun(head), head))
        return speaker


def _last_word(role: str) -> str:
    return role.lower().rsplit(" ", 1)[-1]


def _named(text: str, facts: Iterable[Fact], *, person: bool) -> Iterator[Named]:
    for fact in facts:
        name, role = str(fact.value["name"]), str(fact.value.get("role") or "") if person else ""
        gender = (gender_before(text, fact.mentions) or gender_of_name(name.split(" ", 1)[0])) if person else ""
        for span in fact.mentions:
            yield Named(span, name, person, gender, role)


def _agrees(one: _Heard, wanted: str) -> bool:
    if wanted == _PLURAL:
        return one.plural or not one.person
    if wanted == _THING:
        return (
            not one.person and not one.plural and one.head not in vocabulary().modifiers
        )  # "the campaign", "the city"
    return one.person and wanted in (MALE, FEMALE) and one.gender in ("", wanted)
