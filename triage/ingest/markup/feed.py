"""One entry of a feed, RSS or Atom, and what the feed says for all of them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import stated
from triage.ingest.markup.blocks import Blocks, blocks, html_blocks
from triage.ingest.markup.nitf import read_nitf
from triage.ingest.markup.xml import attribute, child, children, inside, local, parse, text_of

if TYPE_CHECKING:
    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.spans import Feed
    from triage.ingest.markup.xml import Element

_TEXTS = ("encoded", "content", "body", "fulltext", "description", "summary", "subtitle")
_EARLIER = ("predecessor-version", "replaces")
_ESCAPED = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
"""A character's name that the feed has escaped once too often."""
_MEDIA = ("group", "content", "thumbnail")


def read_channel(feed: Feed) -> Header:
    """What the feed says for every entry: who it is from, in which language, under which terms.

    A feed that is broken around its entries says nothing.
    """
    try:
        encoding = (
            "utf-8" if feed.encoding.startswith("utf-16") else feed.encoding
        )  # what surrounds entries was recoded
        root = parse(feed.rest, "a feed", None, encoding=encoding)
    except ReadError:
        return stated()
    channel = next(inside(root, "channel"), root)
    title = _line(channel, "title")
    return stated(
        source=title,
        agency=EVERYBODYS.known(title),
        bylines=[
            text_of(child(one, "name")) for one in children(channel, "author")
        ],  # Atom's, of entries that name none
        language_tag=text_of(child(channel, "language")) or attribute(channel, "lang") or attribute(root, "lang"),
        copyright_notice=text_of(child(channel, "copyright")) or text_of(child(channel, "rights")),
    )


def read_entry(root: Element, channel: Header) -> tuple[Header, Blocks]:
    """What an entry states, and its paragraphs."""
    source = child(root, "source")
    named = _line(source, "title") or text_of(source) if source is not None else ""
    header = stated(
        headline=_line(root, "title"),
        bylines=_authors(root),
        source=named or text_of(child(root, "publisher")),
        agency=EVERYBODYS.known(named),
        subjects=[
            (
                attribute(one, "scheme", "domain") and attribute(one, "term"),
                attribute(one, "label") or text_of(one) or attribute(one, "term"),
            )
            for one in children(root, "category", "subject")
        ],
        keywords=[word for one in inside(root, "keywords") for word in text_of(one).split(",")],
        language_tag=text_of(child(root, "language")) or attribute(root, "lang"),
        published=_first(root, "pubDate", "published", "issued", "created", "date"),
        updated=_first(root, "updated", "modified"),
        copyright_notice=_first(root, "rights", "copyright"),
        photographers=[text_of(one) for one in inside(root, "credit")],
        urgency_written=_first(root, "urgency", "priority"),
        slug=_first(root, "slugline", "slug"),
        ednotes=[_first(root, "ednote", "edNote")],
        chain=_first(root, "guid", "id") or attribute(root, "about"),
        follows=[attribute(one, "href") for one in children(root, "link") if attribute(one, "rel") in _EARLIER],
    )
    nitf = next(inside(root, "nitf"), None)
    if nitf is None:
        return header.over(channel), _found(root)
    inner, found = read_nitf(nitf)
    return header.over(inner).over(channel), found


def _found(root: Element) -> Blocks:
    """The longest of the texts that an entry has, and the captions of its pictures."""
    best = Blocks([], [], [])
    for one in children(root, *_TEXTS):
        if attribute(one, "url", "src") or (local(one) == "content" and attribute(one, "medium")):
            continue
        found = blocks(one) if len(one) else html_blocks(one.text or "")
        if sum(map(len, found.body)) > sum(map(len, best.body)):
            best = found
    for one in children(root, *_MEDIA):
        for caption in inside(one, "description"):
            best.captions.extend(html_blocks(text_of(caption)).body)
    return best


def _authors(root: Element) -> list[str]:
    """Names of authors; RSS writes an address, with the name in brackets."""
    found = []
    for one in children(root, "creator", "author"):
        written = text_of(child(one, "name")) or text_of(one)
        if "@" in written:
            written = written.partition("(")[2].rstrip(") ")
        found.append(written)
    return found


def _line(element: Element | None, name: str) -> str:
    """A title as plain text: feeds put markup into it, escaped or not."""
    one = child(element, name)
    if one is None:
        return ""
    text = text_of(one)
    return " ".join(html_blocks(text).body) if "<" in text else unescape(text) if _ESCAPED.search(text) else text


def _first(root: Element, *names: str) -> str:
    return next((text for name in names if (text := text_of(child(root, name)))), "")
