"""Words back into text: where a token file does not say which words a space follows, the usual rules do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}”’]|\.\.\.|''|n't|n’t|['’](?:s|S|m|re|ve|ll|d|M|RE|VE|LL|D)|/")
_NO_SPACE_AFTER = re.compile(r"[(\[{$£€“‘/#]|``|US\$|C\$|A\$")


def spaces(words: Sequence[str]) -> tuple[bool, ...]:
    """Whether a space follows each word. Straight quotation marks open and close in turn."""
    result = [True] * len(words)
    opened = {'"': False, "'": False}
    for at, word in enumerate(words):
        if word in opened:
            opened[word] = not opened[word]
            if opened[word]:
                result[at] = False
            elif at:
                result[at - 1] = False
            continue
        if at and _NO_SPACE_BEFORE.fullmatch(word):
            result[at - 1] = False
        if _NO_SPACE_AFTER.fullmatch(word):
            result[at] = False
    return tuple(result)
