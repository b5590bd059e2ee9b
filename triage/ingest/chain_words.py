"""Words as chaining compares them: small letters without accents, and which of them mean something."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*", re.UNICODE)
_ACCENTS = re.compile("[\u0300-\u036f]")


def listed(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
COMMON = WEEKDAYS | listed("""
a an and are as at be been but by for from had has have he her his how if in into is it its more new no not of on or our
over said says she so than that the their them then there they this to two up was we were what when where which who why
will with would you after about against also all before one three us mr mrs ms
january february march april may june july august september october november december
""")

NUMERALS = listed("""
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty dozen dozens hundreds thousands least many several some scores
""")
"""Words that say how many."""


def content(words: Iterable[str]) -> frozenset[str]:
    """Those of `words` that mean something."""
    return frozenset(word for word in words if word not in COMMON)


def stem(word: str) -> str:
    """What a word begins with, whatever its ending ("dies", "died"); near enough to tell that a story never uses it."""
    return word[: max(3, min(4, len(word) - 1))]


def folded(text: str) -> list[str]:
    """The words of `text`, folded."""
    return " ".join(WORD.findall(plain(text))).lower().split()


def plain(text: str) -> str:
    """`text` without accents."""
    if text.isascii():
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'")))


def small(words: Sequence[str]) -> list[str]:
    """`words` in small letters."""
    return " ".join(words).lower().split()


def runs(words: Sequence[str], length: int) -> frozenset[int]:
    """A number for each run of so many words; the same in every process, for those of whole numbers are no secret."""
    codes = [_code(word) for word in words]
    return frozenset(map(hash, zip(*(codes[n:] for n in range(length)), strict=False)))


@lru_cache(1 << 16)
def _code(word: str) -> int:
    return zlib.crc32(word.encode())
