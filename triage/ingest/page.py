"""A web page: its main text, found by trafilatura, and what it says of itself in JSON-LD and in its head."""

from __future__ import annotations

import json
import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import authors_in, stated
from triage.ingest.decoding import decode, decode_stated
from triage.ingest.markup.blocks import Blocks, blocks, captions_in, html_blocks, parse_html
from triage.ingest.markup.spans import declared_encoding
from triage.ingest.markup.xml import attribute, inside, text_of
from triage.ingest.record_names import BYLINES, KEYWORDS
from triage.ingest.records import first, named, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.xml import Element

_LARGEST = 600_000
"""Characters of markup, scripts aside, beyond which the main text is not looked for but all text taken: that takes seconds."""

_MOST_ELEMENTS, _MOST_BLOCKS = 20_000, 3_000
"""Elements, and paragraphs, beyond which the same holds: the library compares short paragraphs with all their neighbours."""

_DATA = re.compile(
    r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>(.{0,300000}?)</script\s{0,9}>", re.IGNORECASE | re.DOTALL
)
_NOISE = re.compile(r"<(script|style|svg|template|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"(?:x-)?(?:iso-?8859|windows-?|cp|latin|koi8|big5|gb|euc|shift|sjis|mac|tis)[\w-]*", re.IGNORECASE
)
_STORIES = ("article", "report", "posting", "liveblog")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
    "date", "pubdate", "publishdate", "publish_date", "publish-date", "sailthru.date", "parsely-pub-date", "article.published", "cxenseparse:recs:publishtime",
    "dcterms.issued", "originalpublicationdate", "article_date_original", "iso-8601-publish-date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "article.updated", "dc.date.modified",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "byl",
    "sailthru.author",
    "og:article:author",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "copyright", "publisher")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "article:tag")
_SIGNS = frozenset(("author", "authors", "byline"))
_AROUND = ("nav", "header", "footer", "aside", "form", "menu")
"""Elements beside the story."""


def read_page(data: bytes, path: str | None) -> tuple[Header, Blocks]:
    """What a page states, and its paragraphs."""
    markup = _text(data, path)
    linked = list(_linked(markup))
    bare = _COMMENT.sub(" ", _NOISE.sub(" ", markup))
    root = parse_html(bare)
    if root is None:
        return stated(), Blocks([], [], [])
    names = [*_all(_meta(root), _TITLES), *(text_of(one) for one in inside(root, "h1", "title"))]
    linked = [one for one in linked if _is_called(first(one, ("headline", "name")), names)] or linked
    header = _linked_header(linked).over(_meta_header(root))
    found = _main(bare, root)
    written = next((text for one in linked for text in texts(one.get("articlebody"))), "")
    if len(written) > 2 * sum(map(len, found.body)):
        found = html_blocks(written)._replace(captions=found.captions)
    return header, found


def _is_called(headline: str, names: list[str]) -> bool:
    """Whether a headline is what the page calls itself: pages describe other stories too, and some of them first."""
    wanted = headline.casefold()
    return bool(wanted) and any(wanted in name.casefold() or name.casefold() in wanted for name in names if name)


def _text(data: bytes, path: str | None) -> str:
    said = _CHARSET.search(data[:4096])
    name = said[1].decode() if said else declared_encoding(data)
    if _ENCODINGS.fullmatch(name):
        try:
            return decode_stated(data, name)
        except (LookupError, UnicodeDecodeError):
            pass  # pages often say what they once were
    return decode(data, path)


def _main(markup: str, root: Element) -> Blocks:
    """The main text; of a page that the library finds none in, or that is too large for it, all text."""
    everything = blocks(root, _AROUND)
    pictures = [one for name in ("article", "main") for one in inside(root, name)][:1] or [root]
    captions = captions_in(pictures[0])
    many = next(islice(root.iter(), _MOST_ELEMENTS, None), None) is not None
    if len(markup) > _LARGEST or many or not 0 < len(everything.body) <= _MOST_BLOCKS:
        return everything
    found = _extract(markup)
    if found is None:
        return everything
    body = [block for block in blocks(found).body if block not in captions]
    if len(body) == 1:
        body = _apart(body[0], blocks(pictures[0], _AROUND).body, everything.body)
    if sum(map(len, body)) < 200 and sum(map(len, everything.body)) < 4000:  # a flash, or a piece of a page
        return everything
    return Blocks(body, captions, [])


def _apart(run: str, *places: list[str]) -> list[str]:
    """The paragraphs of a short story, which the library runs together to one, byline and captions too: as they stand in the
    first of `places` that has more than one of them."""
    found = ([block for block in place if block in run] for place in places)
    return next((paragraphs for paragraphs in found if len(paragraphs) > 1), [run])


def _extract(markup: str) -> Element | None:
    """The element that the library takes for the main text, None if it finds none or fails."""
    from trafilatura import bare_extraction  # late: half a second of imports

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            markup, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False, fast=False
        )
    except Exception:  # noqa: BLE001 - what broken markup makes it raise is its own; all text is there instead
        return None
    return getattr(document, "body", None)


def _linked(markup: str) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that describe a story."""
    stories: list[dict[str, Any]] = []
    known: dict[str, Any] = {}
    for match in _DATA.finditer(markup):
        try:
            waiting = [json.loads(match[1].strip(), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value[:50]
            elif isinstance(value, dict):
                inner = named(value)
                known.setdefault(str(inner.get("id")), value)
                if any(word in kind.lower() for kind in texts(inner.get("type")) for word in _STORIES):
                    stories.append(inner)
                waiting += [inner[name] for name in ("graph", "mainentity", "mainentityofpage") if name in inner]
    for story in stories:
        yield {name: _meant(value, known) for name, value in story.items()}


def _meant(value: object, known: Mapping[str, Any]) -> object:
    """What a value points to with nothing but an "@id", else the value itself."""
    if isinstance(value, list):
        return [_meant(one, known) if isinstance(one, dict) else one for one in value[:50]]
    return known.get(str(value["@id"]), value) if isinstance(value, dict) and value.keys() == {"@id"} else value


def _linked_header(linked: list[dict[str, Any]]) -> Header:
    if not linked:
        return stated()
    fields: Mapping[str, Any] = linked[0]
    publisher = first(fields, ("publisher", "sourceorganization", "provider"))
    return stated(
        headline=first(fields, ("headline", "name")),
        section=first(fields, ("articlesection",)),
        bylines=_joined(texts(fields.get("author")) or _written(fields)),
        dateline=first(fields, ("dateline",)),
        source=publisher,
        agency=EVERYBODYS.known(publisher),
        keywords=[word for name in KEYWORDS for text in texts(fields.get(name)) for word in re.split(r"[;,|]", text)],
        subjects=[(None, text) for text in texts(fields.get("about"))],
        language_tag=first(fields, ("inlanguage",)),
        published=first(fields, ("datepublished", "datecreated")),
        updated=first(fields, ("datemodified",)),
        version=first(fields, ("version",)),
        usage_terms=first(fields, ("usageinfo", "license")),
        copyright_notice=first(fields, ("copyrightnotice",)),
    )


def _meta_header(root: Element) -> Header:
    meta = _meta(root)
    site = _one(meta, _SITES)
    times = [attribute(one, "datetime") for one in inside(root, "time") if attribute(one, "datetime")]
    return stated(
        headline=_headline(root, meta),
        section=_one(meta, ("article:section", "section", "og:article:section")),
        bylines=_joined([name for name in _all(meta, _AUTHORS) if not name.startswith("http")]) or _signed(root),
        source=site,
        agency=EVERYBODYS.known(site),
        keywords=[word for text in _all(meta, _KEYWORDS) for word in re.split(r"[;,|]", text)],
        language_tag=attribute(root, "lang")
        or _one(meta, ("language", "dc.language", "content-language", "og:locale")),
        published=_one(meta, _PUBLISHED) or next(iter(times), ""),
        updated=_one(meta, _UPDATED),
        copyright_notice=_one(meta, ("copyright", "dcterms.rights", "rights")),
        usage_terms=_one(meta, ("usageterms", "dcterms.license")),
    )


def _headline(root: Element, meta: Mapping[str, list[str]]) -> str:
    """The page's one large heading, or what it calls itself, without the name of the site."""
    given = _one(meta, _TITLES)
    headings = [text for one in inside(root, "h1") if (text := text_of(one))]
    title = text_of(next(inside(root, "title"), None))
    shown = given or title
    for heading in headings:
        if not shown or heading.casefold() in shown.casefold() or shown.casefold() in heading.casefold():
            return heading
    if len(headings) == 1 and len(headings[0].split()) > 3:
        return headings[0]
    site = _one(meta, ("og:site_name",))
    parts = re.split(r"\s[|–—-]\s", shown)
    return (
        " - ".join(parts[:-1]) if len(parts) > 1 and (parts[-1].casefold() == site.casefold() or not given) else shown
    )


def _signed(root: Element) -> list[str]:
    """The byline that stands in the head of the story itself, which is no part of its main text."""
    heads = (head for name in ("article", "main") for story in inside(root, name) for head in inside(story, "header"))
    for one in (one for head in islice(heads, 1) for one in head.iter()):
        marks = {
            *attribute(one, "class").lower().split(),
            attribute(one, "rel").lower(),
            attribute(one, "itemprop").lower(),
        }
        if marks & _SIGNS and authors_in(text_of(one)):
            return [text_of(one)]
    return []


def _meta(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in inside(root, "meta"):
        for name in ("property", "name", "itemprop", "http-equiv"):
            key, content = attribute(one, name).lower(), attribute(one, "content")
            if key and content:
                found.setdefault(key, []).append(content)
                break
    return found


def _one(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _all(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return next((meta[name] for name in names if name in meta), [])


def _written(fields: Mapping[str, Any]) -> list[str]:
    return next((found for name in BYLINES if (found := texts(fields.get(name)))), [])


def _joined(names: list[str]) -> list[str]:
    return [" and ".join(dict.fromkeys(names))] if len(names) > 1 else names
