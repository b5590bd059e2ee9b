"""NITF, as a document of its own and inside NewsML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.assembling import authors_in, stated
from triage.ingest.markup.blocks import Blocks, blocks
from triage.ingest.markup.xml import attribute, child, children, inside, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.xml import Element

_TAKEN_BACK = ("canceled", "cancelled", "withheld")
_TELLING = ("kill", "withdrawal", "correction", "update")


def read_nitf(root: Element) -> tuple[Header, Blocks]:
    """What an NITF document states, and its paragraphs."""
    body = _first(root, "body")
    head = _first(root, "body.head")
    issued, released = _norm(root, "date.issue"), _norm(root, "date.release")
    headline = text_of(_first(head, "hl1")) or text_of(_first(head, "hedline"))
    abstract = _first(head, "abstract")
    content = child(body, "body.content")  # notes in the head have one too
    header = stated(
        headline=headline or text_of(child(root, "head", "title")),
        section=attribute(_first(root, "pubdata"), "position.section") or attribute(_first(root, "fixture"), "fix-id"),
        bylines=[_byline(one) for one in children(head, "byline")] if head is not None else [],
        dateline=_dateline(child(head, "dateline")),
        slug=attribute(_first(root, "du-key"), "key")
        or _meta(root, "slug", "slugline", "anpa-keyword")
        or attribute(_first(root, "series"), "series.name"),
        source=text_of(_first(head, "distributor")) or attribute(_first(root, "doc.copyright"), "holder"),
        urgency_written=attribute(_first(root, "urgency"), "ed-urg") or _meta(root, "urgency", "priority"),
        embargo=released if issued and released > issued else None,
        ednotes=[
            *_managed(root),
            *_take(root),
            *(f"Correction: {attribute(one, 'info')}".rstrip(": ") for one in inside(root, "correction")),
            *(_message(one) for one in inside(root, "ed-msg")),
            *(text_of(one) for one in (children(head, "note") if head is not None else ())),
        ],
        keywords=[attribute(one, "key") for one in inside(root, "keyword")],
        subjects=[
            *(_subject(one) for one in inside(root, "tobject.subject")),
            *((None, _event_place(one)) for one in inside(root, "evloc")),
        ],
        language_tag=attribute(root, "lang", "baselang")
        or attribute(body, "lang")
        or attribute(content, "lang")
        or attribute(_first(root, "lang"), "lang"),
        published=issued or attribute(_first(root, "pubdata"), "date.publication") or released,
        version=_version(_first(root, "du-key")),
        chain=_identity(_first(root, "doc-id")),
        follows=[
            attribute(_first(root, "docdata"), "management-doc-idref"),
            *(_identity(one) for one in inside(root, "correction")),
        ],
        usage_terms=" ".join(_terms(one) for one in inside(root, "rights", "doc.rights") if _terms(one)),
        copyright_notice=_copyright(_first(root, "doc.copyright")),
    )
    content = content if content is not None else _first(root, "body.content")
    if head is not None:
        header = header._replace(
            authors=tuple(dict.fromkeys(name for one in children(head, "byline") for name in _authors(one)))
        )
    found = blocks(content if content is not None else root if body is None else body, ("body.head", "body.end"))
    if not found.body and abstract is not None:
        found.body.extend(blocks(abstract).body)
    tail = _first(root, "body.end")
    if tail is not None:
        found.body.extend(blocks(tail, ("bibliography",)).body)
    return header, found


def _byline(element: Element) -> str:
    """A byline as written, with a comma before the title of who signs."""
    title = text_of(child(element, "byttl"))
    whole = text_of(element)
    before, _, after = whole.partition(title) if title else ("", "", "")
    return f"{before.strip(' ,')}, {title}{after}" if before.strip(" ,") else whole


def _authors(element: Element) -> tuple[str, ...]:
    """The names in a byline, without the title that stands apart in it: "Correspondent" is nobody."""
    title = text_of(child(element, "byttl"))
    whole = text_of(element)
    before = whole.partition(title)[0].strip(" ,") if title else whole
    return authors_in(before or whole)


def _managed(root: Element) -> Iterator[str]:
    """That the document, or the one that it speaks of, must not be used."""
    data = _first(root, "docdata")
    for name in ("management-status", "management-idref-status"):
        status = attribute(data, name).lower()
        if status in _TAKEN_BACK:
            yield f"Status: {status}."


def _take(root: Element) -> Iterator[str]:
    """Which of the takes of a story this is, in the words that desks have for it."""
    series, key = _first(root, "series"), _first(root, "du-key")
    part, of = attribute(series, "series.part") or attribute(key, "part"), attribute(series, "series.totalpart")
    if not re.fullmatch("[1-9][0-9]?", part) or of == "1":
        return
    if re.fullmatch("[1-9][0-9]?", of):
        yield f"Take {part} of {of}."
    elif part != "1":  # some write a part into every file, and most stories have one
        yield f"Take {part}."


def _message(element: Element) -> str:
    """A message to editors, opened by its type where that says what has happened to the story."""
    kind, info = attribute(element, "msg-type"), attribute(element, "info")
    return f"{kind.capitalize()}: {info}" if kind.lower() in _TELLING else info


def _version(key: Element | None) -> str:
    """Which of the versions with this key it is; some count them as generations, and leave every version at 0."""
    given = attribute(key, "version"), attribute(key, "generation")
    return next((number for number in given if number.strip("0")), next(filter(None, given), ""))


def _identity(element: Element | None) -> str:
    """A document's own identifier, unique among those of who registered it."""
    parts = (attribute(element, "regsrc"), attribute(element, "id-string"))
    return ":".join(part for part in parts if part) if parts[1] else ""


def _event_place(element: Element) -> str:
    """Where what is told took place, from the smallest to the largest."""
    parts = (attribute(element, name) for name in ("city", "county-dist", "state-prov", "iso-cc"))
    return ", ".join(part for part in (text_of(element), *parts) if part)


def _first(root: Element | None, name: str) -> Element | None:
    return None if root is None else next(inside(root, name), None)


def _norm(root: Element, name: str) -> str:
    return attribute(_first(root, name), "norm")


def _meta(root: Element, *names: str) -> str:
    given = {attribute(one, "name").lower(): attribute(one, "content") for one in inside(root, "meta")}
    return next((given[name] for name in names if given.get(name)), "")


def _dateline(element: Element | None) -> str:
    """The dateline as written; where its place and its date are elements without anything between them, with a comma."""
    if element is None:
        return ""
    parts = [text_of(element)] if (element.text or "").strip() else list(_parts(element))
    return ", ".join(part.strip(" ,") for part in parts if part.strip(" ,"))


def _parts(element: Element) -> Iterator[str]:
    for one in element:
        yield f"{text_of(one)}{' '.join((one.tail or '').split())}"


def _terms(element: Element) -> str:
    """The terms of use as written, without whose rights they are, or the limits that the standard puts into an attribute."""
    whose = [
        text_of(one)
        for one in children(element, "rights.owner", "rights.owner.contact", "rights.agent", "rights.agent.contact")
    ]
    terms = text_of(element)
    for one in whose:
        terms = terms.replace(one, "", 1).strip()
    return terms or attribute(element, "limitations")


def _subject(element: Element) -> tuple[str, str]:
    name = attribute(element, "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
    return attribute(element, "tobject.subject.refnum", "tobject.subject.code", "tobject.subject.ipr"), name


def _copyright(element: Element | None) -> str:
    parts = (attribute(element, "year"), attribute(element, "holder"))
    return f"© {' '.join(part for part in parts if part)}" if any(parts) else ""
