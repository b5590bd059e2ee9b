"""What a paragraph says around its quotations: its words outside them, each quoted piece standing as one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.facts.lexicon import words
from triage.facts.quotations import Piece
from triage.model.fact import Span

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w’'&/-]*(?:\.\w[\w’'-]*)*\.?|--+|[^\w\s]")
_ABBREVIATIONS = words(
    "mr mrs ms dr prof st gen lt col maj capt cmdr adm sgt cpl rev fr hon gov sen rep reps sens pres amb no jan feb mar apr "
    "jun jul aug sep sept oct nov dec jr sr inc corp ltd co del supt det insp atty asst dist brig pvt msgr mme ald"
)
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a punctuation mark or a quoted piece (`piece` is its number, else -1).

    `sentence` is the index in the frame of the word that its sentence begins with.
    """

    text: str
    start: int
    end: int
    sentence: int
    piece: int = -1

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it is neither a mark nor a quoted piece."""
        return self.piece < 0 and self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.piece < 0 and self.text[0].isupper()


def frame(text: str, paragraph: Span, pieces: Sequence[Piece]) -> list[Word]:
    """The words of a paragraph around its quoted pieces."""
    out: list[Word] = []
    sentence = 0
    for start, end, piece in _tokens(text, paragraph, pieces):
        token = text[start:end]
        if out and _ends(text, out, pieces) and not (piece < 0 and (token[0].islower() or not token[0].isalnum())):
            sentence = len(out)
        out.append(Word(token, start, end, sentence, piece))
    return out


def _tokens(text: str, paragraph: Span, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    at = paragraph.start
    for number, piece in enumerate((*pieces, None)):
        for match in _WORD.finditer(text, at, piece.outer.start if piece else paragraph.end):
            yield from _split(text, match)
        if piece:
            yield piece.outer.start, piece.outer.end, number
            at = piece.outer.end


def _split(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """A word and the full stop after it, unless the stop is an abbreviation's."""
    start, end = match.span()
    word = match[0]
    if word.endswith(".") and len(word) > 1 and "." not in word[:-1]:
        bare = word[:-1]
        initial = len(bare) == 1 and bare.isupper()
        if not (initial or bare.lower() in _ABBREVIATIONS or text[end : end + 1] in (",", ")")):
            yield start, end - 1, -1
            start = end - 1
    yield start, end, -1


def _ends(text: str, out: Sequence[Word], pieces: Sequence[Piece]) -> bool:
    """Whether a sentence ends with the last word so far: a full stop, or a quotation that ends in one."""
    last = out[-1]
    if last.piece >= 0:
        inner = pieces[last.piece].inner
        return text[inner.end - 1] in _ENDS
    return last.text in _ENDS
