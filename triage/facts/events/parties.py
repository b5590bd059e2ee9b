"""Whom a noun phrase means: an entity of the story, a group described in words, or a thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.coreference import references
from triage.facts.entities import entities
from triage.facts.events.stand_ins import AMOUNTS, counts_people, is_actor_noun, looks_named, who_tells
from triage.facts.gazetteer import gazetteer
from triage.facts.lexicon import words
from triage.facts.mention import Label
from triage.facts.vocabulary import vocabulary
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from triage.facts.entities import Entity
    from triage.facts.events.parse import Parse
    from triage.model.story import Story

_BEFORE = words("amod compound nummod nmod:poss advmod nmod flat flat:name appos goeswith quantmod det:predet")
_ARTICLES = words("a an the this that these those its their his her our your my such whose")
_QUANTIFIERS = words("both all some several many no")
_MEN = words("leaders leader members member others")
"""Those of them who are people, whatever they belong to."""

_MODIFIERS = frozenset(("at least", "at most", "up to", "more than", "less than", "fewer than", "as many"))

_NO_NOUN = words("JJ JJR JJS CD RB VB VBD VBP VBZ VBN MD")
_SCALES = words("thousand million billion trillion mln bln mn bn")
_UNFINISHED = words("NN JJ CD")
_LOOSE = words("xcomp conj dep appos obj obl")

_LONGEST = 14
"""Words of a phrase that are given; a longer one is given without what follows its noun."""

_SIGNS = ("$", "€", "£", "¥")
_KEPT = "triage_parties"


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase with its noun at `at`. `sort` is what it means: one of Label's, group, number (of people), thing or pronoun."""

    at: int
    name: str
    sort: str
    sure: float
    entity: Entity | None = None

    @property
    def acts(self) -> bool:
        """Whether it is somebody: who can act, and be acted upon."""
        return self.sort not in ("thing", "pronoun", "number")


class Parties:
    """The parties of one story. Made once for a Doc, as events and casualties both ask."""

    def __init__(self, doc: Doc, story: Story, parse: Parse) -> None:
        self._parse = parse
        self._text = story.text
        self._owners: dict[int, tuple[Entity, Span]] = {}
        named = ((one, mention.span) for one in entities(doc, story) for mention in one.mentions)
        for one, span in sorted(named, key=lambda pair: pair[0].label is not Label.NATIONALITY):
            for at in self.tokens(span):
                self._owners[at] = (one, span)
        self._meant = {at: one for one in references(doc, story) for at in self.tokens(one.span)}

    def tokens(self, span: Span) -> range:
        """The tokens that begin in the span."""
        starts = self._parse.starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def entity(self, at: int) -> Entity | None:
        """The entity that the token names a part of."""
        owner = self._owners.get(at)
        return owner[0] if owner else None

    def party(self, at: int) -> Party:
        """Whom the phrase with its noun at the token means."""
        parse = self._parse
        at = self._whole(at)
        if meant := self._meant.get(at):
            return Party(at, meant.entity.name, meant.entity.label.value, meant.confidence, meant.entity)
        if (teller := who_tells(parse, at)) is not None:
            one = self.party(teller)
            return replace(one, at=at, sure=one.sure * 0.9)
        if counts_people(parse, at):
            of = any(parse.case(one) == "of" for one in parse.children(at, "nmod"))
            return Party(at, self.phrase(at), "group" if of else "number", 0.8)
        if self._is_cut_short(at):
            return Party(at, self._text[parse.starts[at] : parse.ends[at]], "pronoun", 0.0)
        if owner := self._named(at):
            entity = owner[0]
            if entity.label is Label.ORGANIZATION and (longer := self._longer(at, owner[1])):
                return Party(at, longer, "organization", 0.7, entity)
            if entity.label is not Label.NATIONALITY:
                return Party(at, entity.name, entity.label.value, min(0.95, entity.surest.confidence), entity)
            return Party(at, self.phrase(at), "nationality", 0.85, entity)
        return self._described(at)

    def _described(self, at: int) -> Party:
        """Whom or what a phrase without a name means."""
        parse = self._parse
        name = self.phrase(at)
        if name.split(" ")[0].lower() in _ASKING:
            return Party(at, name, "pronoun", 0.0)  # a question that the parser has taken for a phrase
        if self._is_group(at):
            return Party(at, name, "group", 0.85)
        if parse.tags[at] in ("NNP", "NNPS") and not parse.texts[at].isdigit():
            return Party(at, name, "unknown" if looks_named(parse, at) else "thing", 0.6)
        return Party(at, name, "thing", 0.7)

    def owner(self, at: int) -> Party | None:
        """Who is named by the word that says whose a thing is: Israel, of "Israeli" as of "Israel's"."""
        entity = self.entity(at)
        if entity is None or entity.label is Label.PERSON:
            return None
        if entity.label is not Label.NATIONALITY:
            return self.party(at)
        country = gazetteer().country_of(entity.surest.country)
        return Party(at, country, "place", 0.7, entity) if country else None

    def _is_cut_short(self, at: int) -> bool:
        """Whether the token is a pronoun, or no noun: a phrase without its end."""
        parse = self._parse
        if parse.tags[at] in ("PRP", "WP", "WDT", "PRP$", "EX") or parse.low[at] in _POINTING:
            return True
        if parse.tags[at] == "CD" and any(parse.case(one) == "of" for one in parse.children(at, "nmod")):
            return False  # "34 of 51 drones"
        return parse.tags[at] in _NO_NOUN and at not in self._owners and not self._is_group(at)

    def _whole(self, at: int) -> int:
        """The noun of the phrase: "convoy" of "a fuel convoy", where a parser has taken the one before it."""
        parse = self._parse
        if parse.low[at] in _SCALES and at not in self._owners:
            at = self._counted(at)
        for _ in range(2):
            following = at + 1
            if following >= len(parse.tags) or parse.tags[at] not in _UNFINISHED or at in self._owners:
                break
            loose = parse.rels[following] in _LOOSE and parse.child(following, "case", "det") is None
            beside = parse.heads[following] in (at, parse.heads[at]) or parse.tags[at] != "NN"
            if not (loose and beside and parse.tags[following] in ("NN", "NNS", "JJ")):
                break
            at = following
        return at

    def _counted(self, scale: int) -> int:
        """The noun that a number counts, where a parser has taken "mln" for it: "one mln preferred [shares]"."""
        tags = self._parse.tags
        for one in range(scale + 1, min(scale + 4, len(tags))):
            if tags[one] in ("NN", "NNS"):
                return one
            if tags[one] not in ("JJ", "VBN", "VBD", "NNP"):
                break
        return scale

    def _named(self, at: int) -> tuple[Entity, Span] | None:
        """The entity that the phrase is about: its noun is of the name, or a person's name follows it ("its head, Jane Roe")."""
        parse = self._parse
        if owner := self._owners.get(at):
            end = parse.ends[at]
            rest = parse.texts[at + 1 : at + 2]
            if owner[1].end <= end or not rest or owner[1].covers(Span(parse.starts[at], end)):
                return owner
        for one in parse.children(at, "appos", "flat", "flat:name", "compound", "nmod:desc"):
            owner = self._owners.get(one)
            if owner and owner[0].label is Label.PERSON and one > at:
                near = abs(one - at) <= 4 or parse.rels[one] == "appos"
                if near and self._is_group(at):
                    return owner
        return None

    def _longer(self, at: int, span: Span) -> str | None:
        """The name with the capitalised words before it that belong to it, where whoever found it has left them out."""
        whole = self.span(at)
        before = self.tokens(Span(whole.start, span.start))
        texts = [self._parse.texts[one] for one in before]
        named = texts and all(
            self._parse.rels[one] == "compound" and text[0].isupper() for one, text in zip(before, texts, strict=True)
        )
        if named and (is_actor_noun(texts[0].lower()) or texts[0].lower() in vocabulary().ordinary):
            return None  # "Shareholder Capra Capital" opens a sentence
        return self.phrase(at) if named and whole.end >= span.end and len(before) < 4 else None

    def _is_group(self, at: int) -> bool:
        parse = self._parse
        low = parse.low[at]
        if low in AMOUNTS:
            for one in parse.children(at, "nmod"):
                if parse.case(one) == "of":
                    return low in _MEN or one in self._owners or self._is_group(one)
            return low in _MEN and not parse.texts[at].isupper()
        return is_actor_noun(low)

    def phrase(self, at: int) -> str:
        """The words of the phrase, without article and clauses, on one line."""
        return " ".join(self.span(at).of(self._text).split())

    def span(self, at: int) -> Span:
        """Where they stand."""
        first, last = self._extent(at)
        parse = self._parse
        return Span(parse.starts[first], parse.ends[last])

    def _extent(self, at: int) -> tuple[int, int]:
        parse = self._parse
        first = at
        for one in reversed(parse.below[at]):
            if (
                one < first
                and (parse.rels[one] in _BEFORE or parse.low[one] in _QUANTIFIERS)
                and not _set_off(parse, one, first)
            ):
                first = min(first, self._left(one))
        while first < at and self._leads_in(first):
            first += 1
        if (owner := self._owners.get(first)) and owner[1].start < parse.starts[first]:
            first = self.tokens(owner[1])[0]  # "South" of "South Korean"
        if first and " ".join(parse.low[first - 1 : first + 1]) in _MODIFIERS:
            first -= 1  # "at least": a parser may hang "at" elsewhere
        elif first > 1 and " ".join(parse.low[first - 2 : first]) in _MODIFIERS:
            first -= 2  # "more than": it may be hung on the verb
        while first > 1 and parse.texts[first - 1] == "-" and parse.starts[first] == parse.ends[first - 1]:
            first -= 2  # "U.S.-backed"
        last = self._end(at, first)
        return max(first, last - 2 * _LONGEST), last

    def _end(self, at: int, first: int) -> int:
        """The last token: of the name, or of what "of" joins to the noun."""
        parse = self._parse
        last = at
        for one in parse.below[at]:
            if one == last + 1 and parse.rels[one] in ("flat", "flat:name", "compound", "nummod"):
                last = one
        if parse.texts[at] in _SIGNS:
            last = max((one for one in parse.children(at, "nummod", "compound") if one > at), default=at)
        of = next((one for one in parse.children(at, "nmod") if one > last and parse.case(one) == "of"), None)
        if of is not None:
            end = self._extent(of)[1]
            if end - first < _LONGEST and parse.sentence[end] == parse.sentence[at]:
                last = end
        if owner := self._owners.get(last):
            last = max(last, min(bisect_right(parse.starts, owner[1].end - 1) - 1, last + _LONGEST))
        return last

    def _leads_in(self, at: int) -> bool:
        """Whether a phrase does not begin with the token yet: an article, a preposition, a mark."""
        parse = self._parse
        if " ".join(parse.low[at : at + 2]) in _MODIFIERS:
            return False
        small = parse.low[at] in _ARTICLES or parse.tags[at] in ("IN", "TO", "RP", "CC")
        return small or not (parse.texts[at][0].isalnum() or parse.texts[at] in "$€£")

    def _left(self, at: int) -> int:
        """The first token of what hangs on a modifier."""
        for _ in range(_LONGEST):
            before = next(iter(self._parse.below[at]), at)
            if before >= at or self._parse.rels[before] in ("cc", "punct", "det"):
                return before if before < at and self._parse.rels[before] == "det" else at
            at = before
        return at


_POINTING = words(
    "itself himself herself themselves one another this that these those which who whom it something nothing everything anything there what"
)


_ASKING = words("why how what when where whether")


def _set_off(parse: Parse, one: int, first: int) -> bool:
    """Whether a comma or a bracket stands between a modifier and what it is said of."""
    return any(text in ',;:()–—-"”“' for text in parse.texts[one + 1 : first]) and parse.rels[one] != "amod"


def parties(doc: Doc, story: Story, parse: Parse) -> Parties:
    """The parties of the story, kept with the Doc."""
    found: Parties | None = doc.user_data.get(_KEPT)
    if found is None:
        found = doc.user_data[_KEPT] = Parties(doc, story, parse)
    return found


def names(found: Iterable[Party]) -> tuple[str, ...]:
    """Their names, each once."""
    return tuple(dict.fromkeys(one.name for one in found))
