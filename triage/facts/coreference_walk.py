"""A walk through a story from its first word to its last, which joins each pronoun and description to what came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts import coreference_descriptions as descriptions
from triage.facts import coreference_pronouns as pronouns
from triage.facts.coreference_capitals import governments
from triage.facts.coreference_cast import Guess, Referent, Seen, Sort, is_somebody, referent, somebody
from triage.facts.coreference_scene import UNREAD, Scene, scene
from triage.facts.entities import entities
from triage.facts.mention import Label
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from triage.model.story import Story

ENOUGH = 0.5
"""How sure a reference must be."""

_ARTICLES = frozenset(("a", "an", "another", "one"))
_PREDICATE = frozenset(("is", "was", "be", "been", "became", "become", "as", "remains", "remained", "named"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_TITLE = 4
"""Words of a title with capitals between a comma and a name."""


def walk(doc: Doc, story: Story) -> Iterator[tuple[Span, Guess]]:
    """All that is meant by pronouns, descriptions and capitals, named or not, with where they stand."""
    cast = [(one, referent(one, story.text)) for one in entities(doc, story) if one.label is not Label.NATIONALITY]
    if not cast:
        return
    told = scene(doc, story)
    ruling = dict(governments(told, cast))
    yield from ruling.items()
    named = {
        told.at(one.span.start): (told.words(one.span)[1], ruling[one.span].who if one.span in ruling else who)
        for entity, who in cast
        for one in entity.mentions
    }
    streams: dict[int, list[int]] = {}
    for at, stream in enumerate(told.streams):
        if stream != UNREAD:
            streams.setdefault(stream, []).append(at)
    for among in streams.values():
        yield from _Walk(told, named).through(among)


class _Walk:
    """The way through one stream of words: everybody and everything seen so far."""

    def __init__(self, told: Scene, named: Mapping[int, tuple[int, Referent]]) -> None:
        self._told = told
        self._named = named
        self._seen: list[Seen] = []
        self._strangers: dict[str, Referent] = {}

    def through(self, among: list[int]) -> Iterator[tuple[Span, Guess]]:
        """What the pronouns and descriptions among the words mean."""
        told, free = self._told, -1
        for at in among:
            if at < free:
                continue
            low = told.lows[at]
            if at in self._named:
                free, who = self._named[at]
                self._name(who, at, free)
            elif low in pronouns.PERSONS or low in pronouns.THINGS:
                find = pronouns.person if low in pronouns.PERSONS else pronouns.thing
                yield from self._resolve(find(told, self._seen, at), at, at + 1)
            elif low == "the" or low in _ARTICLES:
                one = descriptions.phrase(told, at)
                if one is not None and not any(word in self._named for word in range(at, one.end)):
                    free = one.end
                    yield from self._described(one, definite=low == "the")
            elif told.deps[at] in _SUBJECTS and told.tags[at].startswith("NNP"):
                stranger = Referent(None, Sort.THING, stranger=True)
                self._see(self._strangers.setdefault(low, stranger), at, at + 1)
            elif told.deps[at] in _SUBJECTS and told.tags[at].startswith("NN"):
                self._unnamed(low, at, at + 1, plural=told.tags[at].endswith("S"))

    def _described(self, one: descriptions.Described, *, definite: bool) -> Iterator[tuple[Span, Guess]]:
        named = self._told.low(one.end) == "," and self._name_behind(one.end + 1)  # "the lawyer, Philip Roe"
        guess = descriptions.meant(self._told, self._seen, one) if definite and not named else None
        if guess is not None and guess.confidence >= ENOUGH:
            yield from self._resolve(guess, one.first, one.end)
        elif self._is_beside(one.first) and is_somebody(one.head) and self._seen[-1].who.sort is Sort.PERSON:
            self._seen[-1].who.heads.add(one.head)  # "Lund, the lawyer,"
        elif definite or not (self._is_beside(one.first) or self._told.low(one.first - 1) in _PREDICATE):
            self._unnamed(one.head, one.first, one.end, plural=one.plural)

    def _name_behind(self, at: int) -> bool:
        """Whether a name stands there, a title with capitals before it allowed: "the chairman, Dutch Admiral Lund"."""
        while at not in self._named and self._capital(at) and self._capital(at + 1):
            at += 1
        return at in self._named

    def _title_before(self, at: int) -> int:
        """Back over the capitals of a title that stands between a comma and the name at the index."""
        first = at
        while at - 1 not in self._named and self._capital(at - 1) and first - at < _TITLE:
            at -= 1
        return at if at > 0 and self._told.low(at - 1) == "," else first

    def _capital(self, at: int) -> bool:
        told = self._told
        return 0 <= at < len(told.starts) and told.text[told.starts[at]].isupper()

    def _is_beside(self, at: int) -> bool:
        """Whether the words at the index stand behind the last mention and a comma."""
        return bool(self._seen) and self._seen[-1].end == at - 1 and self._told.low(at - 1) == ","

    def _name(self, who: Referent, first: int, end: int) -> None:
        """See a name; what stands before it and says who that is, is no other: "the lawyer, Lund"; "lawyer Lund"."""
        last = self._seen[-1] if self._seen else None
        told = who.sort is Sort.PERSON and last is not None and last.who.entity is None and last.who.sort is Sort.PERSON
        if last is not None and told and (last.end == first or self._is_beside(self._title_before(first))):
            self._seen.pop()
            who.heads.update(last.who.heads)
            self._see(who, first, end)
            if last.subject:
                self._seen.append(self._seen.pop()._replace(subject=True))
        else:
            self._see(who, first, end)

    def _resolve(self, guess: Guess | None, first: int, end: int) -> Iterator[tuple[Span, Guess]]:
        if guess is None or guess.confidence < ENOUGH:
            return
        self._see(guess.who, first, end)
        yield Span(self._told.starts[first], self._told.ends[end - 1]), guess

    def _unnamed(self, head: str, first: int, end: int, *, plural: bool) -> None:
        if not plural and head not in descriptions.BODIES and is_somebody(head):
            self._see(somebody(head), first, end)
        elif self._told.is_subject(first, end) or head in descriptions.BODIES:
            self._see(Referent(None, Sort.THING, plural=plural, heads={head}), first, end)

    def _see(self, who: Referent, first: int, end: int) -> None:
        told = self._told
        owner = told.owns(end) or told.lows[first] in ("his", "its", "hers") or told.deps[first] == "nmod:poss"
        beside = who.sort is not Sort.PERSON and not who.heads and told.qualifies(end)
        subject = not owner and not beside and told.is_subject(first, end)
        self._seen.append(Seen(who, first, end, subject, owner, told.speaks(first, end), told.quoted[first]))
