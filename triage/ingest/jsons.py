"""JSON files: an object, an array, an array within an object, a line each. The bytes of each story stay as they stand."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from triage.errors import ReadError
from triage.ingest.assembling import assemble
from triage.ingest.decoding import decode
from triage.ingest.faults import ExceededError, broken, no_story
from triage.ingest.many import numbered
from triage.ingest.reader import MOST_BYTES
from triage.ingest.records import is_around, is_story, tell
from triage.model.story import story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.reader import Origin
    from triage.model.story import Story

_DEEPEST = 4
"""How far inside an object its stories may be."""

_ARRAY = re.compile(
    r'"(?:articles|collection|docs|documents|entries|feed|hits|items|list|news|newsitems|posts|records|response|results|stories|value)"'
    r"\s*:\s*(?=\[\s*\{)",
    re.IGNORECASE,
)
"""Where stories begin in an object that is broken somewhere: those that are whole are read all the same."""

_ANY_ARRAY = re.compile(r'"[^"\\\n]{1,60}"\s*+:\s*+(?=\[\s*+\{)')
_MOST_ARRAYS = 10
_MOST_TOKENS = 500_000
"""Strings, brackets and commas that one element of an array may have."""

_MOST_WRAPPED, _MOST_BESIDE = 5, 10
"""Elements of an array that are opened to see whether a story is in them, and the values that such a one may have."""

_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(
    r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL
)  # a string without an end goes on to that of the text
_LINE = re.compile(rb"[^\n]+")


class _Part(NamedTuple):
    """One story's own JSON: its bytes and its text, and the line in which it begins."""

    source: bytes
    text: str
    line: int


def read_json(data: bytes, style: str, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of a file: of an object one, of an array or an object around one as many as that has."""
    text = decode(data, origin.path)
    start = _skip(text, 0)
    if text[start : start + 1] == "[":
        yield from numbered(_elements(text, data, start), origin, lambda part, place: _part(part, style, place))
        return
    if len(data) > MOST_BYTES:  # no one story: a whole object of many takes twenty times its size in memory
        yield from _large(text, data, start, style, origin)
        return
    try:
        value, end = _decoded(text, start, style, origin.path)
    except ReadError:
        array = _ARRAY.search(text)
        if not array:
            raise
        yield from numbered(_elements(text, data, array.end()), origin, lambda part, place: _part(part, style, place))
        return
    if text[end:].lstrip().startswith("{"):
        yield from read_lines(data, "jsonl", origin)
    elif text[end:].strip():
        raise broken(origin.path, style, "something stands after its end", f"line {text.count(chr(10), 0, end) + 1}")
    elif is_story(value) and not is_around(value):
        yield _story(value, data, style, origin)
    else:
        yield from _within(value, text, data, start, style, origin)


def _large(text: str, data: bytes, start: int, style: str, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of an object that is larger than a story: a line each, or the first array in it that begins with one."""
    line = text[start : text.find("\n", start) + 1].rstrip()
    if line and _decodes(line):
        yield from read_lines(data, "jsonl", origin)
        return
    for array in islice(_ANY_ARRAY.finditer(text, start), _MOST_ARRAYS):
        one = next(_elements(text, data, array.end()), None)
        value = _decodes(one.text) if one else None
        if isinstance(value, dict) and (is_story(value) or _way(value)):
            yield from numbered(
                _elements(text, data, array.end()), origin, lambda part, place: _part(part, style, place)
            )
            return
    raise ExceededError(f"more than {MOST_BYTES >> 20} MB and no list of stories")


def _decodes(text: str) -> Any:
    """What a whole text of JSON says, None for what is none."""
    try:
        value, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return None if text[end:].strip() else value


def read_lines(data: bytes, style: str, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of a file with an object a line."""
    decode(data[:4096], origin.path)  # that it is text at all
    full = ((number, line.strip(b" \t\r\x1e")) for number, line in _lines(data.removeprefix(b"\xef\xbb\xbf")))
    parts = (_Part(line, decode(line, origin.path), number) for number, line in full if line)
    yield from numbered(parts, origin, lambda part, place: _part(part, style, place))


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that have anything in them, each with its number."""
    number, counted = 1, 0
    for line in _LINE.finditer(data):
        number += data.count(b"\n", counted, line.start())
        counted = line.start()
        yield number, line[0]


def _within(value: Any, text: str, data: bytes, start: int, style: str, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of an object that is around them: the first array of stories in it, or the one story."""
    path = _way(value)
    if path is None:
        raise no_story(origin.path, "the object has no headline and no text under any name that is known")
    for name in path:
        value = value[name]
        start = _value_at(text, start, name)
    if isinstance(value, list):
        yield from numbered(_elements(text, data, start), origin, lambda part, place: _part(part, style, place))
    else:
        yield _story(value, data, style, origin)


def _way(value: Any, depth: int = 0) -> list[str] | None:
    """The names that lead to an array of stories or to a story, the shortest way first."""
    if depth > _DEEPEST or not isinstance(value, dict):
        return None
    for name, inner in value.items():
        if isinstance(inner, dict) and is_story(inner):
            return [name]
        if isinstance(inner, list) and any(isinstance(one, dict) and is_story(one) for one in inner[:50]):
            return [name]
    for name, inner in value.items():
        way = _way(inner, depth + 1)
        if way:
            return [name, *way]
        if isinstance(inner, list) and any(_is_wrapped(one) for one in inner[:_MOST_WRAPPED]):
            return [name]
    return None


def _is_wrapped(value: Any) -> bool:
    """Whether an object has a story for one of its few values: `{"item": {...}}`, `{"node": {...}, "cursor": 1}`."""
    if not isinstance(value, dict) or len(value) > _MOST_BESIDE:
        return False
    return any(isinstance(one, dict) and is_story(one) for one in value.values())


def _value_at(text: str, start: int, name: str) -> int:
    """Where the value of `name` begins in the object that begins at `start`."""
    at = start + 1
    found = start
    while True:
        at = _skip(text, at)
        if text[at] == "}":
            return found
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if key == name:
            found = at  # of several with one name the last counts, as in the value
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at += 1


def _elements(text: str, data: bytes, start: int) -> Iterator[_Part]:
    """The elements of the array at `start`: by their brackets, so that a broken one does not hide the others."""
    exact = _exact(text, data)
    at, depth, line, counted = start + 1, 0, text.count("\n", 0, start) + 1, start
    tokens = 0
    for token in _TOKEN.finditer(text, start + 1):
        mark = token[0]
        tokens += 1
        if tokens > _MOST_TOKENS:
            raise ExceededError(f"more than {_MOST_TOKENS:,} strings, brackets and commas in one element of its list")
        if mark in "[{":
            depth += 1
        elif depth and mark in "]}":
            depth -= 1
        elif depth == 0 and mark in ",]":
            part = text[at : token.start()]
            bare = part.strip()
            if bare:
                begin = at + len(part) - len(part.lstrip())
                line += text.count("\n", counted, begin)
                counted = begin
                yield _Part(exact(bare), bare, line)
            at, tokens = token.end(), 0
            if mark == "]":
                return
    if text[at:].strip():
        yield _Part(exact(text[at:].strip()), text[at:].strip(), text.count("\n", 0, at) + 1)


def _exact(text: str, data: bytes) -> Any:
    """What gives the bytes of a piece of `text` as they stand in `data`."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "latin-1"):
        try:
            if data[-400:].endswith(text[-20:].encode(encoding)) and data.decode(encoding).endswith(text):
                return lambda piece: piece.encode(encoding)
        except UnicodeError:
            continue
    return lambda piece: piece.encode("utf-8", "replace")


def _part(part: _Part, style: str, place: Origin) -> Story:
    value, end = _decoded(part.text, 0, style, place.path, part.line)
    if part.text[end:].strip():
        raise broken(place.path, style, "something stands after its end", f"line {part.line}")
    if not isinstance(value, dict):
        raise no_story(place.path, "it is a bare value")
    way = [] if is_story(value) else _way(value) or []
    for name in way:
        value = value[name]
    if isinstance(value, list):
        raise no_story(place.path, "it is a list within a list")
    return _story(value, part.source, style, place)


def _story(value: Any, source: bytes, style: str, origin: Origin) -> Story:
    header, found = tell(value, origin.path)
    header = header._replace(photographers=(*header.photographers, *found.photographers))
    return assemble(story_id(source), style, origin, header, found.body, found.captions)


def _decoded(text: str, start: int, style: str, path: str | None, line: int = 1) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise broken(path, style, error.msg, f"line {error.lineno + line - 1} column {error.colno}") from error
    except RecursionError:
        raise broken(path, style, "it is nested too deeply", f"line {line}") from None


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _figures(written: str) -> str:
    """A number as it is written: nothing is calculated with it, and a hostile one has a million digits."""
    return written[:40]


_DECODER = json.JSONDecoder(strict=False, parse_int=_figures, parse_float=_figures, parse_constant=_figures)
