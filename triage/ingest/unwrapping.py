"""Lines to paragraphs: which line ends are an editor's, and which are only where the line was full.

Agencies separate paragraphs by blank lines, by indents, or by nothing but line ends, and hard-wrap at widths of their own.
One idea covers all of it: **a line end is a wrap if the next word would not have fitted on the line.** The width is read off
the file. Where most lines end a sentence, nothing is wrapped and every line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_CLOSERS = "\"'”’»)]"
_INITIAL = re.compile(r"(?:^|[\W_])[A-Z]\.$")
_BULLET = re.compile(r"[-*•·–—●▪►>]\s+\S|\d{1,2}[.)]\s+\S")
_RULE = re.compile(r"[\W_]*")
_JOINED = re.compile(r"[^\W_][-/]$")


class _Line(NamedTuple):
    text: str
    indent: int
    gap: bool
    """Whether a blank line stands before it."""


def paragraphs(text: str, begins: Callable[[str], bool], opens: Callable[[str], bool]) -> list[str]:
    """The paragraphs of clean `text`, each on one line, runs of space as one.

    `begins` says of a line that it certainly begins a paragraph (a byline, a credit), `opens` that it opens the story (a
    dateline). Rules of asterisks or underscores only are dropped.
    """
    lines = list(_lines(text))
    width = _width(lines)
    found: list[list[str]] = []
    head = True
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or line.gap or begins(line.text) or opens(line.text) or _parts(before, line, width, head):
            found.append([])
        found[-1].append(line.text)
        head = head and len(line.text) < 0.85 * width and not opens(line.text)
    whole = (_join(part) for part in found)
    return [one for one in whole if not _RULE.fullmatch(one)]


def _lines(text: str) -> Iterator[_Line]:
    gap = False
    for raw in text.split("\n"):
        line = raw.expandtabs(4)
        squeezed = " ".join(line.split())
        if not squeezed:
            gap = True
            continue
        yield _Line(squeezed, len(line) - len(line.lstrip()), gap)
        gap = False


def _width(lines: Sequence[_Line]) -> int:
    """The length that lines were wrapped at; 0 if every line end is an editor's."""
    going_on = [line for line, after in pairwise(lines) if not after.gap]
    if not going_on:
        return 0
    unfinished = sum(1 for line in going_on if not _ends_sentence(line.text))
    if unfinished < 0.4 * len(going_on):
        return 0
    lengths = sorted(line.indent + len(line.text) for line in going_on)
    typical = lengths[len(lengths) * 3 // 4]
    return max(length for length in lengths if length <= 1.2 * typical + 3)


def _parts(before: _Line, line: _Line, width: int, head: bool) -> bool:
    """Whether the end of the line `before` is also the end of its paragraph."""
    if not width:
        return True
    used = before.indent + len(before.text)
    word = 1 if _is_wide(line.text[0]) else len(line.text.split(" ", 1)[0])
    fitted = used + 1 + word <= width
    ended = _ends_sentence(before.text)
    if line.indent >= before.indent + 2 or (line.indent >= 2 and line.indent == before.indent and (fitted or ended)):
        return True
    if not fitted or (line.text[0].islower() and not ended):
        return False
    return ended or used + word < (0.9 if head else 0.75) * width or _BULLET.match(line.text) is not None


def _ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does; an initial or "U.S." ends none."""
    bare = text.rstrip(_CLOSERS)
    return (
        bare[-1:] in tuple("!?:;…。！？")
        or (bare[-1:] == "." and not _INITIAL.search(bare, max(0, len(bare) - 3)))
        or (bare != text and bare.count('"') % 2 == 1)
    )


def _is_wide(char: str) -> bool:
    """Whether `char` is of a script that is written without spaces (Chinese, Japanese)."""
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def _join(lines: Sequence[str]) -> str:
    whole = lines[0]
    for line in lines[1:]:
        close = _JOINED.search(whole) or (_is_wide(whole[-1]) and _is_wide(line[0]))
        whole += line if close else f" {line}"
    return whole
