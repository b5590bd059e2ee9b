"""Lines to paragraphs: which line ends are an editor's, and which are only where the line was full.

Agencies separate paragraphs by blank lines, by indents, or by nothing but line ends, and hard-wrap at widths of their own.
One idea covers all of it: **a line end is a wrap if the next word would not have fitted on the line.** The width is read off
the file. Where most lines end a sentence, nothing is wrapped and every line is a paragraph.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.faults import ExceededError
from triage.ingest.reader import MOST_LINES, MOST_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_NARROWEST = 40
_HANGING = 50
_CLOSERS = "\"'”’»)]"
_INITIAL = re.compile(r"(?:^|[\W_])[A-Z]\.$")
_BULLET = re.compile(r"[-*•·–—●▪►>]\s+\S|\d{1,2}[.)]\s+\S")
_RULE = re.compile(r"[\W_]*")
_JOINED = re.compile(r"[^\W_][-/]")


class _Line(NamedTuple):
    text: str
    indent: int
    gap: bool
    """Whether a blank line stands before it."""
    length: int
    """What it took of the width."""
    first: int
    """The length of its first word; one character in a script without spaces."""
    ended: bool
    """Whether it ends as a sentence does."""


def paragraphs(text: str, begins: Callable[[str], bool], opens: Callable[[str], bool]) -> list[str]:
    """The paragraphs of clean `text`, each on one line, runs of space as one.

    `begins` says of a line that it certainly begins a paragraph (a byline, a credit), `opens` that it opens the story (a
    dateline). Rules of asterisks or underscores only are dropped. Raises ExceededError for more than a story has.
    """
    if text.count("\n") > 2 * MOST_LINES:
        raise ExceededError(f"more than {2 * MOST_LINES:,} line ends")
    lines = list(islice(_lines(text), MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        raise ExceededError(f"more than {MOST_LINES:,} lines")
    width = _width(lines)
    found: list[list[str]] = []
    head = True
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or line.gap or begins(line.text) or opens(line.text) or _parts(before, line, width, head):
            found.append([])
            if len(found) > MOST_PARAGRAPHS:
                raise ExceededError(f"more than {MOST_PARAGRAPHS:,} paragraphs")
        found[-1].append(line.text)
        head = head and len(line.text) < 0.85 * width and not opens(line.text)
    whole = (_join(part) for part in found)
    return [one for one in whole if not _RULE.fullmatch(one)]


def _lines(text: str) -> Iterator[_Line]:
    gap = False
    for raw in text.split("\n"):
        words = raw.split()
        if not words:
            gap = True
            continue
        squeezed = " ".join(words)
        indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4)) if raw[0] in " \t" else 0
        first = 1 if _is_wide(squeezed[0]) else len(words[0])
        yield _Line(squeezed, indent, gap, indent + len(squeezed), first, _ends_sentence(squeezed))
        gap = False


def _width(lines: Sequence[_Line]) -> int:
    """The length that lines were wrapped at; 0 if every line end is an editor's.

    In wrapped text few lines end a sentence; after the others a small letter goes on, or they are full; and hardly a line
    is longer than the width.
    """
    going_on = [(line, after) for line, after in pairwise(lines) if not after.gap]
    unfinished = [(line, after) for line, after in going_on if not line.ended]
    if not unfinished or len(unfinished) < 0.4 * len(going_on):
        return 0
    lengths = sorted(line.length for line, _ in going_on)
    typical = lengths[len(lengths) * 3 // 4]
    width = max(length for length in lengths if length <= 1.2 * typical + 3)
    going_on_small = sum(1 for _, after in unfinished if after.text[0].islower())
    full = sum(1 for line, after in unfinished if not _fits(line, after, width))
    longer = sum(1 for line in lines if line.length > width)
    wrapped = going_on_small > 1 or going_on_small > 0.15 * len(unfinished) or 2 * full >= len(unfinished)
    return width if wrapped and width >= _NARROWEST and longer <= 0.2 * len(lines) else 0


def _fits(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line would have fitted on this one."""
    return line.length + 1 + after.first <= width


def _parts(before: _Line, line: _Line, width: int, head: bool) -> bool:
    """Whether the end of the line `before` is also the end of its paragraph."""
    if not width:
        return not _hangs(before, line)
    fitted = _fits(before, line, width)
    ended = before.ended
    if line.indent >= before.indent + 2 or (line.indent >= 2 and line.indent == before.indent and (fitted or ended)):
        return True
    if not fitted or (line.text[0].islower() and not ended):
        return False
    return ended or before.length + line.first < (0.9 if head else 0.75) * width or _BULLET.match(line.text) is not None


def _hangs(before: _Line, line: _Line) -> bool:
    """Whether an indented line goes on at the margin: in a text that is too short to have a width, the only sign of a wrap."""
    return before.indent >= 2 and line.indent == 0 and before.length >= _HANGING and not before.ended


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
    whole = [lines[0]]
    for before, line in pairwise(lines):
        close = _JOINED.fullmatch(before[-2:]) or (_is_wide(before[-1]) and _is_wide(line[0]))
        whole.append(line if close else f" {line}")
    return "".join(whole)
