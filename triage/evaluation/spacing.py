"""Words to text: where a file does not say which words a space follows, the usual rules do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CLOSING = re.compile(r"[.,;:!?%…)\]}”’]+|''|\.\.\.|[Nn][’']t|['’](?:[sSmMdD]|re|ve|ll|RE|VE|LL)")
_OPENING = re.compile(r"[(\[{“‘#]|``|`|[A-Z]{0,2}[$£€¥]")
_INNER_HYPHEN = re.compile(r"\w-\w")


def divides_hyphens(words: Iterable[str]) -> bool:
    """Whether a file divides words at hyphens: hyphens by themselves are more than those within words."""
    alone = inner = 0
    for word in words:
        alone += word == "-"
        inner += _INNER_HYPHEN.search(word) is not None
    return alone > inner


def laid_out(words: Sequence[str], spaces: Sequence[bool]) -> tuple[str, list[Span]]:
    """The text of the words, with where each stands in it; `spaces` says which are followed by one."""
    parts, spans, at = [], [], 0
    for word, space in zip(words, spaces, strict=True):
        spans.append(Span(at, at + len(word)))
        parts.append(word + " " * space)
        at += len(word) + space
    return "".join(parts).rstrip(), spans


def spaces(words: Sequence[str], *, hyphens: bool) -> list[bool]:
    """Whether a space follows each word. `hyphens`: one by itself joins its neighbours; else it is a dash.

    Straight quotation marks open and close in turn.
    """
    after = [True] * len(words)
    opened = {'"': False, "'": False}
    for at, word in enumerate(words):
        joins = word == "/" or (hyphens and word == "-")
        opens, closes = _OPENING.fullmatch(word) is not None, _CLOSING.fullmatch(word) is not None
        if word in opened:
            genitive = word == "'" and at > 0 and words[at - 1].endswith("s")
            opens = opened[word] = not opened[word] and not genitive
            closes = not opens
        if at and (closes or joins):
            after[at - 1] = False
        if opens or joins:
            after[at] = False
    return after
