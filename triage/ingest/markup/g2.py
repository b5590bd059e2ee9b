"""One item of NewsML-G2: what it states, and its text from NITF, XHTML or an agency's own markup."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import or_taken_back, stated
from triage.ingest.decoding import decode
from triage.ingest.faults import no_story
from triage.ingest.markup.blocks import Blocks, blocks, html_blocks
from triage.ingest.markup.nitf import read_nitf
from triage.ingest.markup.xml import attribute, child, children, inside, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.xml import Element

_OTHER_MARKUP = {
    "events": "a list of events",
    "sports-content": "a table of sports results",
    "concept": "a concept",
    "concepts": "a list of terms",
    "conceptSet": "a list of terms",
}
_CAPTION_ROLES = ("caption",)
_INTERNAL = ("closingline", "contacts", "address")
_TAKEN_BACK = ("canceled", "cancelled", "withheld")
_SIGNALS = ("correction", "update", "kill")
_EARLIER = ("previousVersion", "evolvedFrom", "supersedes", "replaces", "revisionOf")
_PICTURES = ("picture", "graphic", "video", "photo", "image", "audio", "animated")


def read_item(root: Element, path: str | None) -> tuple[Header, Blocks]:
    """What a news item or a package states, and its paragraphs. Raises ReadError for an item that holds no story."""
    meta, content = child(root, "itemMeta"), child(root, "contentMeta")
    if local(root) == "contentMeta":
        content = root
    header = _header(root, meta, content)
    found = Blocks([], [], [])
    inner = None
    for one in _inline(root):
        inner, written = _content(one)
        found.body.extend(written.body)
        found.captions.extend(written.captions)
        header = header._replace(photographers=(*header.photographers, *written.photographers))
        if written.body or written.captions:
            break  # further ones are renditions of the same text
    if inner:
        if inner.byline and not _all(content, "by"):  # who made the item may be but initials
            header = header._replace(byline="", authors=())
        header = header.over(inner)
    described = list(_descriptions(content))
    if not found.body:
        for role, text in described:
            is_caption = role in _CAPTION_ROLES or _kind(meta) in _PICTURES
            (found.captions if is_caption else found.body).append(text)
    found.body.extend(_references(root))
    header = header if found.body or found.captions else or_taken_back(header)
    if not (found.body or found.captions or header.headline):
        other = next((_OTHER_MARKUP[local(one)] for one in inside(root, *_OTHER_MARKUP)), "")
        raise no_story(path, f"the NewsML-G2 {local(root)} carries {other or 'no text'}")
    return header, found


def _header(root: Element, meta: Element | None, content: Element | None) -> Header:
    rights = child(root, "rightsInfo")
    located = child(content, "located")
    provider, source = child(meta, "provider"), child(content, "infoSource")
    creators = _all(content, "creator")
    status = _code(child(meta, "pubStatus"))
    created = text_of(child(content, "contentCreated")) or text_of(child(meta, "firstCreated"))
    version_created = text_of(child(meta, "versionCreated"))
    name = _named(provider)
    tag = attribute(child(content, "language"), "tag") or attribute(content, "lang") or attribute(root, "lang")
    return stated(
        headline=_headline(content) or text_of(child(meta, "title")),
        section=next((_named(one, literal=False) for one in _all(meta, "service")), ""),
        bylines=[text_of(one) for one in _all(content, "by")] or [_person(one) for one in creators],
        dateline=text_of(child(content, "dateline")) or (_named(located, literal=False) if not _pictured(meta) else ""),
        slug=text_of(child(content, "slugline")),
        source=_named(source) or name,
        agency=EVERYBODYS.known(name),
        urgency_written=text_of(child(content, "urgency")) or text_of(child(meta, "urgency")),
        embargo=text_of(child(meta, "embargoed")),
        ednotes=[
            *([f"Status: {status}."] if status in _TAKEN_BACK else []),
            *(f"Signal: {code}." for one in _all(meta, "signal") if (code := _code(one)) in _SIGNALS),
            *_notes(meta),
        ],
        keywords=[text_of(one) for one in _all(content, "keyword")],
        subjects=[_subject(one, tag) for one in _all(content, "subject")],
        language_tag=tag,
        published=created or version_created,
        updated=version_created,
        version=attribute(root, "version"),
        chain=attribute(root, "guid"),
        follows=[
            attribute(one, "residref", "guidref", "href")
            for one in _all(meta, "link")
            if attribute(one, "rel").rpartition(":")[2] in _EARLIER
        ],
        usage_terms=" ".join(text_of(one) for one in _all(rights, "usageTerms")),
        copyright_notice=text_of(child(rights, "copyrightNotice")) or _named(child(rights, "copyrightHolder")),
        photographers=[_person(one) for one in creators] if _pictured(meta) else [],
    )


def _content(inline: Element) -> tuple[Header | None, Blocks]:
    nitf = next(inside(inline, "nitf"), None)
    if nitf is not None:
        header, found = read_nitf(nitf)
        return header, found
    if len(inline) == 0:  # XHTML or NITF put in as escaped text
        return None, html_blocks(_unpacked(inline))
    if any(local(one) in _OTHER_MARKUP for one in inline):
        return None, Blocks([], [], [])
    return None, blocks(inline)


def _inline(root: Element) -> Iterator[Element]:
    """What holds text in a content set: first what is XML, then what is escaped, plain or packed."""
    sets = list(children(root, "contentSet"))
    for one in (*children(root, "inlineXML"), *(one for holder in sets for one in inside(holder, "inlineXML"))):
        if len(one) or (one.text or "").strip():
            yield one
    for one in (one for holder in sets for one in inside(holder, "inlineData")):
        kind = attribute(one, "contenttype").lower()
        if (not kind or "text" in kind or "ml" in kind) and _unpacked(one).strip():
            yield one


def _unpacked(inline: Element) -> str:
    """The text of inline data: as it stands, or out of the one encoding that mail has made everybody's; "" for others."""
    text = inline.text or ""
    encoding = re.split(r"[:/#]", attribute(inline, "encoding"))[-1].lower()
    if not encoding:
        return text
    if encoding != "base64":
        return ""
    try:
        return decode(base64.b64decode(text), None)
    except (ValueError, ReadError):  # what does not hold text
        return ""


def _descriptions(content: Element | None) -> Iterator[tuple[str, str]]:
    for one in _all(content, "description"):
        text = text_of(one)
        if text:
            yield attribute(one, "role").rpartition(":")[2].lower(), text


def _references(root: Element) -> list[str]:
    """The titles of what a package points to."""
    if local(root) != "packageItem":
        return []
    found = []
    for one in inside(root, "itemRef"):
        parts = [text_of(child(one, name)) for name in ("title", "headline", "description")]
        found += [part for part in parts if part]
    return list(dict.fromkeys(found))


def _headline(content: Element | None) -> str:
    """The main headline: one without a role, or with that of the main one, before all others."""
    all_of_them = [one for one in _all(content, "headline") if text_of(one)]
    main = [one for one in all_of_them if attribute(one, "role").rpartition(":")[2].lower() in ("", "main", "headline")]
    return text_of((main or all_of_them or [None])[0])


def _all(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else list(children(element, name))


def _named(element: Element | None, *, literal: bool = True) -> str:
    """What an element calls its concept: by name, else by its literal, else by what its qcode says after the scheme."""
    name = text_of(child(element, "name"))
    if name or not literal:
        return name
    site = re.match(r"https?://(?:www\.)?([^/]+)", attribute(element, "uri"))
    return attribute(element, "literal") or (site[1] if site else _code(element))


def _subject(element: Element, tag: str) -> tuple[str, str]:
    """Code and name, in the story's language if it has that; of a subject that is made of facets those of its main concept."""
    main = child(element, "mainConcept")
    one = element if main is None else main
    spoken = (text_of(name) for name in children(one, "name") if tag and attribute(name, "lang")[:2] == tag[:2])
    return attribute(one, "qcode", "uri", "literal"), next(spoken, "") or _named(one, literal=False)


def _person(element: Element) -> str:
    return text_of(child(element, "name")) or attribute(element, "literal")


def _code(element: Element | None) -> str:
    code = attribute(element, "qcode").rpartition(":")[2]
    return code or attribute(element, "uri").partition("#")[0].rstrip("/").rpartition("/")[2]


def _kind(meta: Element | None) -> str:
    return _code(child(meta, "itemClass"))


def _pictured(meta: Element | None) -> bool:
    return _kind(meta) in _PICTURES


def _notes(meta: Element | None) -> list[str]:
    """Notes to editors; of one that repeats others in full, and its like, only those others."""
    notes = [text for one in _all(meta, "edNote") if not _is_internal(one) and (text := text_of(one))]
    return [note for note in notes if not any(other in note for other in notes if other != note)]


def _is_internal(note: Element) -> bool:
    role = attribute(note, "role").lower()
    return any(word in role for word in _INTERNAL) or attribute(note, "pubconstraint") != ""
