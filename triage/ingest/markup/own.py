"""XML of an agency's own making: elements are taken for what their names say, as in agencies' JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triage.ingest.assembling import assemble
from triage.ingest.faults import no_story
from triage.ingest.many import numbered
from triage.ingest.markup.blocks import blocks
from triage.ingest.markup.spans import split
from triage.ingest.markup.xml import local, parse, text_of
from triage.ingest.record_names import BODIES, HEADLINES
from triage.ingest.records import is_story, named, tell
from triage.model.story import story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.markup.xml import Element
    from triage.ingest.reader import Origin
    from triage.model.story import Story

_DEEPEST = 4
_MOST_ELEMENTS = 500_000
"""Elements of a document of many stories."""

_MOST = 400
"""How many elements and attributes of one story are looked at."""


def read_own(data: bytes, style: str, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of a document: its root, or the elements of one name in it that each are one."""
    root = parse(data, "XML", origin.path, most=_MOST_ELEMENTS)
    if _tells(root):
        yield _story(root, data, style, origin)
        return
    holders = list(_stories(root, 0))
    if not holders:
        raise no_story(origin.path, f"the XML <{local(root)}> has no headline and no text under any name that is known")
    if len(holders) == 1:
        yield _story(holders[0], data, style, origin)
        return
    feed = split(data, *dict.fromkeys(local(one) for one in holders))

    def read(entry: Any, place: Origin) -> Story:
        element = parse(
            entry.source, "XML", place.path, line=entry.line, declarations=feed.declarations, encoding=feed.encoding
        )
        return _story(element, entry.source, style, place)

    yield from numbered(feed.entries, origin, read)


def _stories(root: Element, depth: int) -> Iterator[Element]:
    """The outermost elements that each are a story."""
    for one in root:
        if _tells(one):
            yield one
        elif depth < _DEEPEST:
            yield from _stories(one, depth + 1)


def _tells(element: Element) -> bool:
    """Whether an element has a headline and a text right inside, or a step further in."""
    fields = named(_fields(element))
    has_text = any(name in fields for name in BODIES)
    return has_text and (any(name in fields for name in HEADLINES) or len(fields) > 3) and is_story(fields)


def _fields(element: Element) -> dict[str, Any]:
    """The object that an element stands for: attributes and children by name, markup of a text as its paragraphs."""
    fields: dict[str, Any] = {}
    for name, value in list(element.attrib.items())[:_MOST]:
        fields.setdefault(str(name).rpartition("}")[2], str(value))
    for one in list(element)[:_MOST]:
        name = local(one)
        if not name:
            continue
        value = _value(one, name)
        if name in fields and value:
            before = fields[name] if isinstance(fields[name], list) else [fields[name]]
            fields[name] = [*before, value]
        elif value:
            fields[name] = value
    return fields


def _value(element: Element, name: str) -> str:
    if len(element) and next(iter(named({name: "x"}))) in BODIES:
        return "\n\n".join(blocks(element).body)
    if len(element) and not (element.text or "").strip():
        return ", ".join(text for child in element if (text := text_of(child)))
    return "".join(element.itertext())


def _story(element: Element, source: bytes, style: str, origin: Origin) -> Story:
    header, found = tell(_fields(element), origin.path)
    header = header._replace(photographers=(*header.photographers, *found.photographers))
    return assemble(story_id(source), style, origin, header, found.body, found.captions)
