"""RSS 0.9 to 2.0, RDF feeds and Atom: an entry a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.sniffing import root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.spans import Entry, Feed
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "rss"
VERSION = 3
PRIORITY = 50
MANY = True


def can_read(head: bytes) -> bool:
    """Whether the root is `rss`, `feed` or `RDF`, or an entry stands alone."""
    return root_name(head) in ("rss", "feed", "RDF", "item", "entry")


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of the entries, in their order; one that is broken is an error in its place."""
    from triage.ingest.faults import broken, no_story
    from triage.ingest.many import numbered
    from triage.ingest.markup.feed import read_channel
    from triage.ingest.markup.spans import split

    feed = split(data, "item", "entry")
    if not feed.entries:
        if not data.rstrip(b"\0 \t\r\n").endswith(b">"):
            raise broken(origin.path, "a feed", "it has no end")
        raise no_story(origin.path, "the feed has no entries")
    channel = read_channel(feed)
    yield from numbered(feed.entries, origin, lambda entry, place: _story(entry, place, feed, channel))


def _story(entry: Entry, origin: Origin, feed: Feed, channel: Header) -> Story:
    from triage.ingest.assembling import assemble
    from triage.ingest.markup.feed import read_entry
    from triage.ingest.markup.xml import parse
    from triage.model.story import story_id

    root = parse(
        entry.source, "a feed", origin.path, line=entry.line, declarations=feed.declarations, encoding=feed.encoding
    )
    header, found = read_entry(root, channel)
    header = header._replace(photographers=(*header.photographers, *found.photographers))
    return assemble(story_id(entry.source), NAME, origin, header, found.body, found.captions)
