"""What a headline, a slug and notes to editors say about the version that a story is. The words are in `chain_markers.tsv`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from triage.ingest.dates import month_and_day
from triage.model.version import VersionKind

_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)|first|second|third|fourth|fifth|First|Second|Third|Fourth|Fifth|FIRST|SECOND|THIRD|FOURTH|FIFTH)"
_WORDED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_KILLING = re.compile(
    r"\b(?:kill|withdraw|withdrawn|retracts?|disregard|must not be used|do not (?:use|publish)|should not be used)\b",
    re.I,
)
_TO_EDITORS = re.compile(r"\W*(?:attention|attn|note to|eds|editors|kill|clients|subscribers)\b", re.I)
_ADDRESS = re.compile(r"^(?:(?:eds|editors|editor's note|eds note)\s*[:.]|attention\s*[-–—])\s*")
_NOTICE = re.compile(
    r"\W*(?:(?:please note|correction|clarification|attention|editors|eds)\W+)*"
    r"(?:in|with reference to|regarding|re|that) (?:the|our|a|an|its|this|that|[a-z]+day's) (?:[\w-]+ ){0,4}?"
    r"(?:story|stories|report|item|dispatch|article|despatch|copy)\b",
    re.I,
)
_PUTS_RIGHT = re.compile(
    r"\b(?:(?:please|should|to|must) read|read\b.{1,200}?\binstead of|instead of\b.{1,200}?\bread|please correct|erroneously|incorrectly|"
    r"misspelled|misspelt|misstated|we (?:said|wrote) wrongly|wrongly (?:said|reported|stated|gave|named))\b",
    re.I | re.S,
)
_WRONG = re.compile(
    r"(?:[\W_]*(?:attention|editors|eds|clients)\b)*\W*(?:please )?note that (?:the|our|a|an) (?:[\w-]+ ){0,4}?(?:story|item|dispatch)\b"
    r".{1,250}?\b(?:gave|had|stated|used|misstated|was|were) (?:the |an? )?(?:wrong|incorrect|not correct|erroneous)\b",
    re.I | re.S,
)
_QUOTED = re.compile(r"[“\"‘«„]([^“”\"«»\n]{12,200}?)[”\"’»]")
_HEADED = re.compile(
    r"\b(?:headed|headlined|entitled|titled|under the headline)\s*:?\s+(?=[^\s“\"‘«„])([^“”\"\n]{12,200})"
)
_LONGEST_HEADLINE = 16
_LONGEST_SLUG = 200
_TAKE = re.compile(r"\W{0,3}(?:take|add) (\d{1,2})(?: of \d{1,2})?\b(?=\W|$)", re.I)
_PAGE = re.compile(r"(.*[^\s,])[\s,]+(?:page|take) ?(\d{1,2})(?: of \d{1,2})?", re.I)
_CALLED = re.compile(r"(\S.{1,60}?),? stor(?:y|ies)$", re.I)
_SENT = re.compile(r"\bstor(?:y|ies)\b(?: [a-z]+){0,3}? ((?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\b)")
_LABEL = re.compile(r"([A-Z0-9][A-Z0-9&./' ]{2,24}?) ?[-:–—] ?(?=\S)")


class Marks(NamedTuple):
    """What the markers of a headline say, and the headline without them. `counted` is the kind that `number` is one of:
    a corrected second update is one of the updates. `marker` is as written, "" without one; `label` is a column that the source
    runs under ("US STOCKS")."""

    headline: str
    kind: VersionKind = VersionKind.STORY
    number: int = 0
    marker: str = ""
    genre: str = ""
    label: str = ""
    counted: VersionKind = VersionKind.STORY


def read_headline(headline: str) -> Marks:
    """Take the markers off a headline, front and back: "CORRECTED-UPDATE 2-Port closed" is a correction, "Port closed"."""
    known = _known()
    kind = counted = VersionKind.STORY
    number, genre, rest = 0, "", headline.strip()
    written: list[str] = []
    while found := known.front.match(rest) or known.back.search(rest):
        said = found["bracketed"] or found["plain"] or found["numbered"]
        rest = (rest[: found.start()] or rest[found.end() :]).strip()
        name = _key(said)
        if name in known.genres:
            genre = genre or name
        if name not in known.kinds:
            continue
        written.append(said)
        told = known.kinds[name]
        if _number(said) > number:
            number, counted = _number(said), told
        kind = told if kind is VersionKind.STORY or told.rank > kind.rank else kind
    label = _LABEL.match(rest)
    column = label[1].strip() if label else ""
    return Marks(rest, kind, number, "-".join(dict.fromkeys(written)), genre, column, counted)


def read_slug(slug: str) -> Marks:
    """The same of a slug, behind which the number of a page or take stands without a comma too: "FEATURE BEES page 2"."""
    paged = _PAGE.fullmatch(slug) if len(slug) <= _LONGEST_SLUG else None
    if not paged:
        return read_headline(slug)
    take, marker = VersionKind.TAKE, paged[0][paged.end(1) :].strip()
    return Marks(paged[1], take, int(paged[2]), marker, counted=take)


def read_note(note: str) -> VersionKind | None:
    """What a paragraph to editors says of the version: "(Adds details)" an update, "Please kill ..." a kill."""
    if _TO_EDITORS.match(note) and _KILLING.search(note[:300]):
        return VersionKind.KILL
    words = _ADDRESS.sub("", note.lstrip("([*- ").lower())
    for beginning, kind in _known().notes:
        if words.startswith(beginning) and not words[len(beginning) : len(beginning) + 1].isalnum():
            return kind
    return None


def read_notice(text: str) -> VersionKind:
    """A short text that only says what was wrong in another, a correction, or takes it back. A story for all else."""
    if read_note(text) is VersionKind.KILL:
        return VersionKind.KILL
    puts_right = _WRONG.match(text) or (_NOTICE.match(text) and _PUTS_RIGHT.search(text))
    return VersionKind.CORRECTION if puts_right else VersionKind.STORY


def named_headlines(text: str) -> list[str]:
    """What a notice may call stories by: what stands in quotation marks, and after "headed" every beginning of so many words,
    for nobody says where the headline ends."""
    found = _QUOTED.findall(text[:3000])[:8]
    for match in list(_HEADED.finditer(text[:3000]))[:3]:
        words = match[1].split()[:_LONGEST_HEADLINE]
        found += [" ".join(words[:end]) for end in range(3, len(words) + 1)]
    return [name.strip(" ,.;:") for name in found]


class Corrected(NamedTuple):
    """What a notice calls the story that it puts right, and of which month and day that is."""

    name: str
    sent: tuple[int, int]


def corrected(headline: str, text: str) -> Corrected | None:
    """The story that a notice with this headline (without its marker) is about: "Peru-Dam story", "In a story May 19 about ..."."""
    called, said = _CALLED.fullmatch(headline), _SENT.search(text[:300])
    sent = month_and_day(said[1]) if said else None
    return Corrected(called[1], sent) if called and sent else None


def read_take(note: str) -> int:
    """The number of the take that a note says the story is, 0 for any other note."""
    found = _TAKE.match(note)
    return int(found[1]) if found else 0


class _Known(NamedTuple):
    """The list, as patterns and by name."""

    front: re.Pattern[str]
    back: re.Pattern[str]
    kinds: dict[str, VersionKind]
    genres: frozenset[str]
    notes: tuple[tuple[str, VersionKind], ...]


@cache
def _known() -> _Known:
    kinds: dict[str, VersionKind] = {}
    genres, notes, shapes, numbered, spoken = set(), [], [], [], []
    lines = Path(__file__).with_name("chain_markers.tsv").read_text("utf-8").splitlines()
    for where, kind, words in (line.split("\t") for line in lines if line and line[0] != "#"):
        if where == "note":
            notes.append((words, VersionKind(kind)))
            continue
        shapes.append(_shape(words))
        if "#" in words:
            numbered.append(_shape(words))
        if where == "genre":
            genres.add(_key(words))
        else:
            kinds[_key(words)] = VersionKind(kind)
            spoken += [] if words.endswith("!") else [_shape(words)]
    one, sure, said = (f"(?:{'|'.join(sorted(some, key=len, reverse=True))})" for some in (shapes, numbered, spoken))
    # A number makes sure that it is a marker; without one there must be a dash, a colon, or another marker behind it.
    front = re.compile(
        rf"[(\[](?P<bracketed>{one})(?::[^)\]]{{1,120}})?[)\]]\s*[-:–—]?\s*(?=\S)"
        rf"|(?P<plain>{one})(?:\s*[-:–—/]\s*(?=\S)|\s+(?={one}(?:\s*[-:–—/]|\s+{one})))"
        rf"|(?P<numbered>{sure})[\s,]+(?=\S)"
    )
    back = re.compile(
        rf"\s*[(\[](?P<bracketed>(?i:{said})|{one})[)\]]$|\s+[–—-]+\s*(?P<plain>{one})$|\s*[,;]\s*(?P<numbered>{sure})$"
    )
    return _Known(front, back, kinds, frozenset(genres), tuple(notes))


def _shape(words: str) -> str:
    """One line of the list as a pattern: in capitals, or with capitals before small letters unless it ends in "!"."""
    capitals = words.endswith("!")
    shape = ""
    for word in words.rstrip("!").split(" "):
        if word == "?":
            shape += r"(?: ?\d{1,2})?"
        elif word == "#":
            shape += r" ?\d{1,2}"
        elif word == "#th":
            shape += _ORDINAL
        else:
            title = "-".join(part.capitalize() for part in word.split("-"))
            spellings = {word} if capitals else {word, title, word.capitalize()}
            shape += ("[ -]" if shape else "") + f"(?:{'|'.join(sorted(map(re.escape, spellings)))})"
    return rf"\b{shape}(?!\w)"


def _key(words: str) -> str:
    """The words of a marker without its number."""
    bare = re.sub(rf"\b{_ORDINAL}\b|\d{{1,2}}|#th|[#?!]", "", words)
    return " ".join(bare.replace("-", " ").upper().split())


def _number(said: str) -> int:
    digits = re.search(r"\d{1,2}", said)
    if digits:
        return int(digits[0])
    return next((number for word, number in _WORDED.items() if said.lower().startswith(word)), 0)
