"""What a paragraph says around its quotations: its words outside them, each quoted piece standing as one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.facts.quotations import Piece
    from triage.model.fact import Span

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w’'&/-]*(?:\.\w[\w’'-]*)*\.?|--+|[^\w\s]")
_ABBREVIATIONS = words(
    "mr mrs ms dr prof st gen lt col maj capt cmdr adm sgt cpl rev fr hon gov sen rep reps sens pres amb no jan feb mar apr "
    "jun jul aug sep sept oct nov dec jr sr inc corp ltd co del supt det insp atty asst dist brig pvt msgr mme ald"
)
_ENDS = frozenset(".!?…")


class Word(NamedTuple):
    """A word, a punctuation mark or a quoted piece (`piece` is its number, else -1).

    A tuple, as a story has hundreds and a dataclass takes three times as long to make.

    `low` is its text in lower case; `sentence` is the index in the frame of the word that its sentence begins with.
    """

    text: str
    low: str
    start: int
    end: int
    sentence: int
    piece: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is neither a mark nor a quoted piece; what joins two names is one."""
        return self.piece < 0 and (self.text[0].isalnum() or self.text == "&")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.piece < 0 and self.text[0].isupper()


def frame(text: str, paragraph: Span, pieces: Sequence[Piece]) -> list[Word]:
    """The words of a paragraph around its quoted pieces."""
    out: list[Word] = []
    sentence, ended = 0, False
    for start, end, piece in _tokens(text, paragraph, pieces):
        token = text[start:end]
        if ended and (piece >= 0 or (token[0].isalnum() and not token[0].islower())):
            sentence = len(out)
        out.append(Word(token, token.lower(), start, end, sentence, piece))
        # A sentence ends in a full stop, or in a quotation that ends in one; a mark after it belongs to it.
        last = text[pieces[piece].inner.end - 1] if piece >= 0 else token
        ended = last in _ENDS or (ended and piece < 0 and not token[0].isalnum())
    return out


def _tokens(text: str, paragraph: Span, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    at = paragraph.start
    for number, piece in enumerate((*pieces, None)):
        for match in _WORD.finditer(text, at, piece.outer.start if piece else paragraph.end):
            start, end = match.span()
            if text[end - 1] == "." and end - start > 1 and _is_full_stop(text, match):
                yield start, end - 1, -1
                start = end - 1
            yield start, end, -1
        if piece:
            yield piece.outer.start, piece.outer.end, number
            at = piece.outer.end


def _is_full_stop(text: str, match: re.Match[str]) -> bool:
    """Whether the stop that a word ends with is not an abbreviation's."""
    bare = match[0][:-1]
    abbreviates = "." in bare or (len(bare) == 1 and bare.isupper()) or bare.lower() in _ABBREVIATIONS
    return not abbreviates and text[match.end() : match.end() + 1] not in (",", ")")
