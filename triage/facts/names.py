"""Every mention of a name in a story, in order: candidates first, then what the whole story says about each of them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from triage.facts.dateline import dateline_places
from triage.facts.gazetteer import Gazetteer, gazetteer
from triage.facts.mention import Label, Mention, Office
from triage.facts.names_evidence import context, team
from triage.facts.names_parse import Known, Parser, Piece, starts_sentence
from triage.facts.names_roles import office_beside
from triage.facts.names_runs import without_nickname
from triage.facts.names_settle import THING, settle
from triage.facts.names_shape import shape
from triage.facts.names_teams import dated_places, in_row, in_sport, written
from triage.facts.names_things import names_class, names_thing
from triage.facts.nominals import nominals
from triage.facts.pipeline import LEXICON
from triage.facts.reading import readable
from triage.facts.teams import nicknamed, row, staffed, team_sport
from triage.facts.trained import with_model
from triage.facts.vocabulary import Vocabulary, of_story, vocabulary
from triage.facts.wordstream import Word, stream
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

    from triage.model.story import Story

_INFLECTED = ("s", "ly", "ing", "ed")
"""The ends of ordinary words that no list of them holds."""

_LABELS = frozenset(("COUNTRY", "REGION", "NATIONALITY", "ORG"))


def mentions(doc: Doc, story: Story) -> tuple[Mention, ...]:
    """The story's names with their labels, in order; no two overlap."""
    known = gazetteer()
    words = of_story(vocabulary(), _in_small_letters(story.text))
    phrases = _phrases(doc)
    ranges = readable(story)
    found = list(dateline_places(story, known))
    body = tuple(one for one in ranges if not any(one.covers(place.span) and _starts(story, one) for place in found))
    headings: list[list[Word]] = []
    sport = team_sport(story.text)
    for sentence in doc.sents:
        line = stream(sentence, story.text, known, words)
        for part in _readable(line, body):
            if dated := dated_places(story.text[part[0].start : part[-1].end], part[0].start, known):
                found += dated
            elif sport and (teams := row(part, known, words)):
                found += [in_row(part, start, end, known) for start, end in teams]
            elif _heading(part, words):
                headings.append(part)
            else:
                found += _candidates(part, phrases, known, words, sport)
    weapons = [Span(one.start_char, one.end_char) for one in doc.spans.get(LEXICON, ()) if one.label_ == "WEAPON"]
    found = [one for one in found if one.label or not any(weapon.overlaps(one.span) for weapon in weapons)]
    named = [
        one
        for one in settle(story.text, with_model(doc, ranges, found), headings, known, words)
        if not _agency(one, story)
    ]
    return tuple(sorted((*named, *nominals(story.text, ranges, named)), key=lambda one: one.span))


def _in_small_letters(text: str) -> frozenset[str]:
    """The words that the story writes in small letters."""
    stripped = (word.strip(".,;:!?\"“”‘’'()") for word in text.split())
    return frozenset(word for word in stripped if word.islower() and word.isalpha())


def _starts(story: Story, one: Span) -> bool:
    """Whether that range is the dateline's place."""
    return story.dateline is not None and one.start == story.dateline.place_start


def _agency(one: Mention, story: Story) -> bool:
    """Whether the mention is of the agency that tells the story: "told Reuters" makes no organization of it."""
    tellers = [name for name in (story.agency, story.source) if name]
    return one.text in tellers or (one.label is Label.ORGANIZATION and one.normal in tellers)


def _readable(line: Sequence[Word], ranges: Sequence[Span]) -> Iterator[list[Word]]:
    """The line's words in each range that counts: a dateline's place is apart from the lede."""
    if not line:
        return
    first = bisect_right(ranges, line[0].start, key=lambda one: one.end)
    for one in ranges[first:]:
        if one.start >= line[-1].end:
            return
        part = [word for word in line if one.start <= word.start and word.end <= one.end]
        if part:
            yield part


def _phrases(doc: Doc) -> dict[int, list[Tokens]]:
    """The lexicon's phrases by the offset where they start, the longest first."""
    found: dict[int, list[Tokens]] = {}
    for span in doc.spans.get(LEXICON, ()):
        if span.label_ in _LABELS:
            found.setdefault(span.start_char, []).append(span)
    return {start: sorted(spans, key=lambda span: -len(span)) for start, spans in found.items()}


def _heading(line: Sequence[Word], words: Vocabulary) -> bool:
    """Whether the line's capitals say nothing, because nearly every word has one."""
    spoken = [word for word in line if word.text[0].isalpha() and len(word.text) > 1]
    if len(spoken) > 2 and all(word.loud for word in spoken):
        return True
    ordinary = [word for word in line if word.low in words.ordinary and len(word.text) > 3]
    shouted = sum(word.loud for word in ordinary)
    if shouted > 1 and shouted > 0.7 * len(ordinary):
        return True
    capitals = sum(word.text[0].isupper() for word in ordinary)
    return len(ordinary) > 2 and capitals > 0.7 * len(ordinary) and line[-1].text not in (".", "”", '"')


def _candidates(
    line: Sequence[Word], phrases: Mapping[int, list[Tokens]], known: Gazetteer, words: Vocabulary, sport: bool
) -> Iterator[Mention]:
    parser = Parser(line, _known_in(line, phrases), known, words)
    for piece in parser.pieces():
        if piece.shape == "none":
            if piece.title is not None and piece.end - piece.start == 1 and not starts_sentence(line, piece.start):
                word = line[piece.start]  # "King" may be somebody whom the story names in full
                yield Mention(Span(word.start, word.end), word.text)
            continue
        yield (in_sport(line, piece, known) if sport else None) or _mention(line, piece, known, words, sport)


def _known_in(line: Sequence[Word], phrases: Mapping[int, list[Tokens]]) -> dict[int, Known]:
    """The lexicon's phrases as words of the line; one that ends inside a word is none."""
    ends = {word.end: at for at, word in enumerate(line)}
    found: dict[int, Known] = {}
    for at, word in enumerate(line):
        for span in phrases.get(word.start, ()):
            if span.end_char in ends:
                found[at] = Known(at, ends[span.end_char] + 1, span.label_, span.id_)
                break
    return found


_CARRIERS = frozenset(("airline", "carrier"))
"""Before a country's or a region's name they make it that of a firm: "the carrier Emirates"."""


def _mention(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary, sport: bool) -> Mention:
    first, last = line[piece.start], line[piece.end - 1]
    run = line[piece.start : piece.end]
    text = written(run)
    span = Span(first.start, last.end)
    if piece.known is not None and piece.start and line[piece.start - 1].low in _CARRIERS:
        return Mention(span, text, Label.ORGANIZATION, by="organization word", confidence=0.85)
    if piece.title is None and names_class(line, piece.end):
        return Mention(span, text, by=THING)
    if piece.known is not None and not (piece.known.label == "REGION" and team(line, piece.start, piece.end)):
        return _from_lexicon(piece.known, span, text, known)
    if piece.shape == "organization":
        return Mention(span, text, Label.ORGANIZATION, by="organization word", confidence=0.85)
    if piece.shape == "place":
        return Mention(span, text, Label.PLACE, by="place word", confidence=0.8)
    office = office_beside(line, piece, known, words)
    if piece.title is not None and piece.title.sort != "role":
        return Mention(span, text, Label.PERSON, by="title", confidence=0.95, office=office)
    if piece.title is None and names_thing(line, piece.start, piece.end):
        return Mention(span, text, by=THING)
    scores = _scores(line, piece, office, known, words)
    if sport and staffed(line, piece.start, piece.end):
        scores[Label.ORGANIZATION] += 2.0
        scores[Label.PERSON] -= 1.5
    if sport and nicknamed(line, piece.start, piece.end, known, words):
        scores[Label.ORGANIZATION] += 2.0
    return Mention(span, text, scores=scores, office=office)


def _scores(
    line: Sequence[Word], piece: Piece, office: Office | None, known: Gazetteer, words: Vocabulary
) -> dict[Label, float]:
    """What speaks for each label: the name itself, and what stands beside it."""
    run = without_nickname(line[piece.start : piece.end])
    text = written(run)
    scores = shape(run, known, words)
    for label, score in context(line, piece.start, piece.end, known, words).items():
        scores[label] += score
    if piece.title is not None:
        scores[Label.PERSON] += 1.6
    elif office and office.role:
        scores[Label.PERSON] += 0.8
    if scores[Label.PLACE] > 0 and team(line, piece.start, piece.end):
        scores[Label.ORGANIZATION] += scores[Label.PLACE] + 1.0
    if len(run) == 1 and starts_sentence(line, piece.start) and text not in words.family and text not in words.given:
        scores[Label.PERSON] -= 1.0 if run[0].low in words.ordinary or text.endswith(_INFLECTED) else 0.5
    return scores


def _from_lexicon(phrase: Known, span: Span, text: str, known: Gazetteer) -> Mention:
    if phrase.label == "NATIONALITY":
        name, code = known.nationalities.get(phrase.name, (phrase.name, None))
        return Mention(span, text, Label.NATIONALITY, {}, "lexicon", 0.95, name, country=code)
    if phrase.label == "ORG":
        return Mention(span, text, Label.ORGANIZATION, {}, "lexicon", 0.95, phrase.name)
    place = known.places[phrase.name]
    return Mention(span, text, Label.PLACE, {}, "lexicon", 0.95, place.name, place.type, place.country)
