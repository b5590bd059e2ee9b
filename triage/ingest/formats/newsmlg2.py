"""IPTC NewsML-G2: news items, packages, and messages that carry many of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.sniffing import root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "newsmlg2"
VERSION = 4
PRIORITY = 50
MANY = True

_ITEMS = ("newsItem", "packageItem")
_NO_STORIES = {
    "conceptItem": "a concept, for lists of terms",
    "knowledgeItem": "a list of terms",
    "catalogItem": "a catalog of schemes",
    "catalog": "a catalog of schemes",
    "planningItem": "a plan of coverage, not the news itself",
    "hopHistory": "the history of a transmission",
    "itemMeta": "a piece of an item",
    "groupSet": "a piece of a package",
}
_ROOTS = frozenset((*_ITEMS, *_NO_STORIES, "newsMessage", "contentMeta", "contentSet"))


def can_read(head: bytes) -> bool:
    """Whether the root is an item of the standard, or a message of them."""
    return root_name(head) in _ROOTS


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of an item or a message. Packages count in a message only if it has nothing else to read."""
    from triage.ingest.faults import no_story

    root = root_name(data[:4096])
    if root in _NO_STORIES:
        raise no_story(origin.path, f"the NewsML-G2 {root} is {_NO_STORIES[root]}")
    if root != "newsMessage":
        yield _story(data, origin)
        return
    yield from _message(data, origin)


def _message(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    from triage.ingest.faults import broken, no_story
    from triage.ingest.many import numbered
    from triage.ingest.markup.spans import split

    feed = split(data, *_ITEMS)
    news = [entry for entry in feed.entries if entry.name == "newsItem"]
    if not feed.entries:
        others = [name for name in _NO_STORIES if f"<{name}".encode() in data]
        if b"newsMessage>" not in data:
            raise broken(origin.path, "NewsML-G2", "the message has no end")
        what = _NO_STORIES[others[0]] if others else "nothing"
        raise no_story(origin.path, f"the NewsML-G2 message carries {what}")
    entries = news or feed.entries
    yield from numbered(
        entries,
        origin,
        lambda entry, place: _story(entry.source, place, entry.line, feed.declarations, feed.encoding),
    )


def _story(source: bytes, origin: Origin, line: int = 1, declarations: str = "", encoding: str = "") -> Story:
    from triage.ingest.assembling import assemble
    from triage.ingest.markup.g2 import read_item
    from triage.ingest.markup.xml import parse
    from triage.model.story import story_id

    root = parse(source, "NewsML-G2", origin.path, line=line, declarations=declarations, encoding=encoding)
    header, found = read_item(root, origin.path)
    return assemble(story_id(source), NAME, origin, header, found.body, found.captions)
