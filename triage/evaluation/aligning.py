"""Where the characters of a raw text stand in the story that our readers made of it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\S+")
_SLACK = 8
"""Characters by which a span may be longer in the story than in the raw text."""


class Alignment:
    """Maps spans of `raw` to spans of `text`: word by word, and within words that differ character by character."""

    def __init__(self, raw: str, text: str) -> None:
        self._raw = raw
        self._places: dict[int, int] = dict(_pairs(raw, text))

    def span(self, start: int, end: int) -> Span | None:
        """The span in the story's text; None if the story has left it out. Blanks at the ends do not count."""
        written = self._raw[start:end]
        start, end = start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())
        if start >= end:
            return None
        first, last = self._places.get(start), self._places.get(end - 1)
        if first is None or last is None or not 0 <= last - first < end - start + _SLACK:
            return None
        return Span(first, last + 1)


def _pairs(raw: str, text: str) -> Iterator[tuple[int, int]]:
    """Every character of `raw` that is in `text` too, with both offsets."""
    ours, theirs = list(_WORD.finditer(raw)), list(_WORD.finditer(text))
    words = [[word.group() for word in side] for side in (ours, theirs)]
    for how, a, b, c, d in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        left, right = _places(ours[a:b]), _places(theirs[c:d])
        if how == "equal":
            yield from zip(left, right, strict=True)
        elif how == "replace":
            matcher = SequenceMatcher(None, [raw[at] for at in left], [text[at] for at in right], autojunk=False)
            for one in matcher.get_matching_blocks():
                yield from zip(left[one.a : one.a + one.size], right[one.b : one.b + one.size], strict=True)


def _places(words: Sequence[re.Match[str]]) -> list[int]:
    return [at for word in words for at in range(word.start(), word.end())]
