"""Quotation marks: which of them open, which close, and the pieces of quoted text between them.

A mark that never closes costs one quotation at most: the end of its paragraph closes it, and where other marks follow it
in the paragraph, theirs stand and it goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """Quoted text: `inner` without its marks, `outer` with them.

    `closed` is False where the paragraph's end had to close it; `single` says that the marks are single ones.
    """

    inner: Span
    outer: Span
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """A mark that opens and the one that closes it. `depth` counts the open marks around it."""

    opening: re.Match[str]
    closing: re.Match[str]
    depth: int


_DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
_SINGLE = re.compile(r"[‘’']")
_BEFORE_OPENING = frozenset("([{—–-/“”„«\"‘'")
_ELISION = re.compile(r"[‘’'](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|n[’' ])", re.IGNORECASE)


def pieces(text: str, paragraph: Span, goes_on: bool) -> list[Piece]:
    """The outermost quoted pieces of a paragraph, in order. Quotations inside quotations are part of those around them.

    `goes_on` says that the next paragraph begins with a mark that opens, as it does in a quotation of several paragraphs.
    """
    double = _double(text, paragraph, goes_on)
    single = (piece for gap in _gaps(paragraph, double) for piece in _singles(text, gap))
    return sorted((*double, *single), key=lambda piece: piece.outer)


def begins_quoted(text: str, paragraph: Span) -> bool:
    """Whether the paragraph begins with a mark that opens a quotation."""
    mark = _DOUBLE.match(text, paragraph.start, paragraph.end)
    return mark is not None and _direction(text, paragraph, mark, "") > 0


def _double(text: str, paragraph: Span, goes_on: bool) -> list[Piece]:
    opened: list[re.Match[str]] = []
    pairs: list[_Pair] = []
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        direction = _direction(text, paragraph, mark, opened[-1][0] if opened else "")
        if direction > 0:
            opened.append(mark)
        elif direction < 0 and opened:
            pairs.append(_Pair(opened.pop(), mark, len(opened)))
    if not opened:
        return list(_made(text, (pair for pair in pairs if pair.depth == 0)))
    lost = opened[0]
    before = [pair for pair in pairs if pair.closing.end() <= lost.start()]
    after = [pair for pair in pairs if pair.opening.start() > lost.start()]
    # A mark inside that is the same as the one around it is no quotation in a quotation: the first was left open.
    if after and not (goes_on and all(pair.opening[0] != lost[0] for pair in after)):
        return list(_made(text, (*(pair for pair in before if pair.depth == 0), *_outermost(after))))
    inner = _trimmed(text, lost.end(), paragraph.end)
    rest = [Piece(inner, Span(lost.start(), paragraph.end), closed=False)] if inner else []
    return [*_made(text, (pair for pair in before if pair.depth == 0)), *rest]


def _direction(text: str, paragraph: Span, mark: re.Match[str], around: str) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 for one that is none. `around` is the innermost open mark."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closing = not before.isspace() and not after.isalnum()
    kind = mark[0]
    if kind == "„" or kind == "``":
        return 1
    if kind in "“‟":  # closes what „ opened, and what a careless typesetter opened
        return -1 if around and (around == "„" or (closing and not opening)) else 1
    if kind in "”«»":  # Swedes open with ”, Danes and some Germans write »so«
        usual = 1 if kind == "«" else -1
        reversed_ = (not around and opening and not closing) if usual < 0 else around == "»"
        return -usual if reversed_ else usual
    if not around and before.isdigit():
        return 0  # inches
    if opening != closing:
        return 1 if opening else -1
    return -1 if around else 1


def _outermost(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    end = -1
    for pair in sorted(pairs, key=lambda one: one.opening.start()):
        if pair.opening.start() >= end:
            end = pair.closing.end()
            yield pair


def _made(text: str, pairs: Iterable[_Pair]) -> Iterator[Piece]:
    for pair in sorted(pairs, key=lambda one: one.opening.start()):
        inner = _trimmed(text, pair.opening.end(), pair.closing.start())
        if inner:
            yield Piece(inner, Span(pair.opening.start(), pair.closing.end()))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without white space at its ends; None when nothing is left."""
    quoted = text[start:end]
    start += len(quoted) - len(quoted.lstrip())
    end -= len(quoted) - len(quoted.rstrip())
    return Span(start, end) if start < end else None


def _gaps(paragraph: Span, taken: Sequence[Piece]) -> Iterator[Span]:
    start = paragraph.start
    for piece in taken:
        yield Span(start, piece.outer.start)
        start = piece.outer.end
    yield Span(start, paragraph.end)


def _singles(text: str, gap: Span) -> Iterator[Piece]:
    """Pieces between single marks, told from apostrophes."""
    opening = -1
    closings: list[int] = []
    for mark in (*_SINGLE.finditer(text, gap.start, gap.end), None):
        if mark is None or _opens_single(text, gap, mark):
            if opening >= 0 and closings:
                piece = _single(text, opening, closings)
                yield from (piece,) if piece else ()
            closings = []
            opening = mark.start() if mark else -1
        elif opening >= 0 and _closes_single(text, gap, mark.start()):
            closings.append(mark.start())


def _single(text: str, opening: int, closings: Sequence[int]) -> Piece | None:
    """The piece up to the first mark that is no plural's possessive ("the senators’ view"), if there is a choice."""
    possessive = re.compile(r"s[’'] [a-z]")
    closing = next((at for at in closings if not possessive.match(text, at - 1)), closings[0])
    inner = _trimmed(text, opening + 1, closing)
    return Piece(inner, Span(opening, closing + 1), single=True) if inner else None


def _opens_single(text: str, gap: Span, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() > gap.start else " "
    after = text[mark.end()] if mark.end() < gap.end else " "
    free = before.isspace() or before in "([{—–-:"
    return mark[0] in "‘'" and free and (after.isalnum() or after in "$£€…") and not _ELISION.match(text, mark.start())


def _closes_single(text: str, gap: Span, at: int) -> bool:
    after = text[at + 1] if at + 1 < gap.end else " "
    return not text[at - 1].isspace() and not after.isalnum()
