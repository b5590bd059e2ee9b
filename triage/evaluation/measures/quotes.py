"""Quotations by the words that they share with what is marked, and by who says them."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from triage.evaluation.measures.names import shown
from triage.model.fact import Fact, FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from triage.evaluation.sample import Attribution, Sample
    from triage.evaluation.tallies import Tallies

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_MARKS = re.compile(r"[“”\"]|``|''|\n\n")
_CLOSER = {"“": "”", '"': '"', "``": "''", "''": "''"}
_FEWEST = 2
"""Quoted words that make a quotation."""

_ENOUGH = 0.5
"""The F1 of shared words from which on a quotation counts as found."""

_ARTICLES = frozenset(("a", "an", "the"))


_UNMARKED = 4
"""Words outside marks that make a quotation with marks in it a mixed one."""


class _Marked(NamedTuple):
    """The words that are compared, by where each begins, the whole content that they stand in, and all who are said to say
    them."""

    words: frozenset[int]
    content: frozenset[int]
    sources: tuple[str | None, ...]


_Given = tuple[Fact, frozenset[int]]
"""A quotation of ours with where its words begin."""


def score(sample: Sample, facts: Sequence[Fact], tallies: Tallies) -> None:
    """Count quotations, their words, and the speakers of those that are found.

    Direct ones are compared by their words in marks, indirect ones (none in marks) and mixed ones (some) by all their words.
    """
    if sample.quotes is None:
        return
    text, story = sample.story.text, sample.story.path or ""
    inside = _words(text, quoted(text))
    quotes = [(fact, _words(text, fact.mentions)) for fact in facts if fact.kind is FactKind.QUOTE]
    direct = [one for one in quotes if one[0].value["direct"]]
    marked = _marked(text, sample.quotes, lambda words: words & inside, lambda words: len(words & inside) >= _FEWEST)
    _count_words(marked, direct, tallies)
    _count(marked, direct, tallies, ("quotation", "speaker"), text, story)
    ways: dict[str, Callable[[frozenset[int]], bool]] = {
        "indirect": lambda words: len(words & inside) < _FEWEST,
        "mixed": lambda words: len(words & inside) >= _FEWEST and len(words - inside) >= _UNMARKED,
    }
    for way, fits in ways.items():
        whole = _marked(text, sample.quotes, frozenset, fits)
        given = [one for one in quotes if not one[0].value["direct"] and fits(one[1])]
        _count_shared(whole, given, tallies, f"{way} words")
        _count(whole, given, tallies, (way, f"{way} speaker"), text, story)


def _count(
    marked: Sequence[_Marked], given: Sequence[_Given], tallies: Tallies, ways: tuple[str, str], text: str, story: str
) -> None:
    """Count in two rows which are found and, of these, whose speaker is the right one."""
    found, speaker = (tallies.row(FactKind.QUOTE, way) for way in ways)
    found.gold += len(marked)
    found.given += len(given)
    pairs = list(_pairs(marked, given))
    for one, fact in pairs:
        right = any(is_speaker(fact, source) for source in one.sources)
        found.right += 1
        speaker.gold += 1
        speaker.given += 1
        speaker.right += right
        tallies.sure(FactKind.QUOTE, fact.provenance.confidence, right=right)
        if not right:
            speaker.errors.append(
                f"{story}  other   {fact.value['speaker_text']!r}, not {one.sources}: {fact.text[:60]!r}"
            )
    missed = [one for one in marked if one not in [each for each, _ in pairs]]
    false = [fact for fact, _ in given if fact not in [each for _, each in pairs]]
    for fact in false:
        tallies.sure(FactKind.QUOTE, fact.provenance.confidence, right=False)
    found.errors += [f"{story}  missed  {shown(text, _range(text, one.words))}" for one in missed]
    found.errors += [f"{story}  false   {shown(text, fact.mentions[0])}" for fact in false]


def quoted(text: str) -> Iterator[Span]:
    """What stands between quotation marks; a paragraph's end closes what no mark has closed."""
    start, closer = -1, ""
    for mark in _MARKS.finditer(f"{text}\n\n"):
        if start >= 0 and mark[0] in (closer, "\n\n"):
            yield Span(start, mark.start())
            start = -1
        elif start < 0 and mark[0] in _CLOSER:
            start, closer = mark.end(), _CLOSER[mark[0]]


def is_speaker(fact: Fact, source: str | None) -> bool:
    """Whether the fact names the marked source: all words as written are in it, or the speaker's last name is."""
    written = _parts(fact.value.get("speaker_text"))
    name = _parts(fact.value.get("speaker"))
    if source is None:
        return not written and not name
    theirs = set(_parts(source))
    return bool(written and set(written) <= theirs) or bool(name and name[-1] in theirs)


def _parts(words: object) -> list[str]:
    return [word for word in _WORD.findall(str(words or "").lower().replace("’s", "")) if word not in _ARTICLES]


def _marked(
    text: str, attributions: Sequence[Attribution], compared: Callable[[frozenset[int]], frozenset[int]],
    fits: Callable[[frozenset[int]], bool],
) -> list[_Marked]:  # fmt: skip
    """The attributions whose content fits, by its words that are compared; what two attribute to different sources is one."""
    joined: dict[frozenset[int], _Marked] = {}
    for one in attributions:
        content = _words(text, one.content)
        words = compared(content)
        if fits(content) and len(words) >= _FEWEST:
            before = joined.get(words)
            sources = (*(before.sources if before else ()), one.source)
            joined[words] = _Marked(words, content | (before.content if before else frozenset()), sources)
    return list(joined.values())


def _words(text: str, spans: Sequence[Span] | Iterator[Span]) -> frozenset[int]:
    """Where each word within the spans begins."""
    return frozenset(word.start() for span in spans for word in _WORD.finditer(text, span.start, span.end))


def _range(text: str, words: frozenset[int]) -> Span:
    """From the first of the words to the end of the last."""
    last = max(words)
    word = _WORD.match(text, last)
    return Span(min(words), word.end() if word else last)


def _count_words(marked: Sequence[_Marked], given: Sequence[_Given], tallies: Tallies) -> None:
    _count_shared([one._replace(content=one.words) for one in marked], given, tallies, "quoted words")
    _count_shared(marked, given, tallies, "content words")


def _count_shared(marked: Sequence[_Marked], given: Sequence[_Given], tallies: Tallies, by: str) -> None:
    """Count the words of the contents that are in ours."""
    ours = frozenset[int]().union(*(words for _, words in given))
    theirs = frozenset[int]().union(*(one.content for one in marked))
    row = tallies.row(FactKind.QUOTE, by)
    row.gold += len(theirs)
    row.given += len(ours)
    row.right += len(ours & theirs)


def _pairs(marked: Sequence[_Marked], given: Sequence[_Given]) -> Iterator[tuple[_Marked, Fact]]:
    """Which fact is which, those first that share most; each at most once."""
    shares = [
        (_f1(one.words, words), at, place)
        for (at, one), (place, (_, words)) in product(enumerate(marked), enumerate(given))
    ]
    taken: set[int] = set()
    used: set[int] = set()
    for share, at, place in sorted(shares, reverse=True):
        if share >= _ENOUGH and at not in taken and place not in used:
            taken.add(at)
            used.add(place)
            yield marked[at], given[place][0]


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
