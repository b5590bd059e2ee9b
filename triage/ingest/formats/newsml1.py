"""IPTC NewsML 1.0 to 1.2: one news item a file, or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.sniffing import root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "newsml1"
VERSION = 4
PRIORITY = 50
MANY = True


def can_read(head: bytes) -> bool:
    """Whether the root is `NewsML`."""
    return root_name(head) in ("NewsML", "NewsItem")


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of the file's items. A file of one item is that story, envelope and all."""
    from triage.ingest.faults import broken, no_story
    from triage.ingest.many import numbered
    from triage.ingest.markup.spans import split

    feed = split(data, "NewsItem")
    if len(feed.entries) == 1:
        yield _story(data, origin)
        return
    if not feed.entries and b"NewsML>" not in data[-200:]:
        raise broken(origin.path, "NewsML 1.2", "it has no end")
    if not feed.entries:
        raise no_story(origin.path, "the NewsML 1.2 file carries no item")
    yield from numbered(
        feed.entries,
        origin,
        lambda entry, place: _story(entry.source, place, entry.line, feed.declarations, feed.encoding),
    )


def _story(source: bytes, origin: Origin, line: int = 1, declarations: str = "", encoding: str = "") -> Story:
    from triage.ingest.assembling import assemble
    from triage.ingest.markup.newsml1 import read_item
    from triage.ingest.markup.xml import inside, parse
    from triage.model.story import story_id

    root = parse(source, "NewsML 1.2", origin.path, line=line, declarations=declarations, encoding=encoding)
    header, found = read_item(next(inside(root, "NewsItem"), root), origin.path)
    header = header._replace(photographers=(*header.photographers, *found.photographers))
    return assemble(story_id(source), NAME, origin, header, found.body, found.captions)
