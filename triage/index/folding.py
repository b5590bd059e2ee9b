"""Text as it is compared: no case, no accents, words apart by one blank."""

from __future__ import annotations

import re

_WITHIN_WORDS = re.compile(r"['’ʼ`´]|\.(?!\d)")
"""O'Brien is obrien and U.S. is us, however they are typed; 2.5 stays two numbers."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"})
"""Letters that Unicode does not take apart, written as agencies without them write them."""


def fold(text: str) -> str:
    """The words of `text` with a blank before and after each, "" when it has none: `Çavuşoğlu, M.` is ` cavusoglu m `."""
    if not text.isascii():
        import unicodedata  # late: a megabyte of tables that most queries do not need

        decomposed = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)
    words = _BETWEEN_WORDS.sub(" ", _WITHIN_WORDS.sub("", text.lower())).strip()
    return f" {words} " if words else ""
