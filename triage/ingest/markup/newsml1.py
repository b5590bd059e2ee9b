"""One NewsItem of NewsML 1.2: its news lines, its metadata, its text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import or_taken_back, stated
from triage.ingest.faults import ExceededError, no_story
from triage.ingest.markup.blocks import Blocks, blocks, html_blocks
from triage.ingest.markup.nitf import read_nitf
from triage.ingest.markup.xml import attribute, child, children, inside, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.anatomy.header import Header
    from triage.ingest.markup.xml import Element

_SUBJECTS = ("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")
_TEASERS = ("short", "summary", "synopsis", "teaser", "title", "abstract", "lead", "headline")
_CAPTIONS = ("caption", "photo caption", "picture", "image", "photo")
_TAKEN_BACK = ("canceled", "cancelled", "withheld", "embargoed")

_MOST_CONTENTS = 500
"""Components with text of one item; ten are many."""

_NESTED = 20
"""Elements around a text in which its role may be stated."""


def read_item(root: Element, path: str | None) -> tuple[Header, Blocks]:
    """What a NewsItem states, and its paragraphs. Raises ReadError for an item that holds no story."""
    header = _header(root)
    found = Blocks([], [], [])
    teasers: list[str] = []
    told: dict[str, None] = {}
    for role, inner, text in _contents(root):
        if inner:
            header = header.over(inner)
        if role in _TEASERS:
            teasers += text.body
        elif role in _CAPTIONS:
            found.captions.extend(text.body)
        else:
            told.update(dict.fromkeys(text.body))
        found.captions.extend(text.captions)
        found.photographers.extend(text.photographers)
    found.body.extend(told or dict.fromkeys(teasers))
    header = header if found.body or found.captions else or_taken_back(header)
    if not (found.body or found.captions or header.headline):
        raise no_story(path, "the NewsML 1.2 item carries no text")
    return header, found


def _header(root: Element) -> Header:
    management = child(root, "NewsManagement")
    sent = next((one for one in _around(root, "NewsEnvelope")), None)
    status = attribute(child(management, "Status"), "FormalName").lower()
    provider = _party(root, "Provider")
    return stated(
        headline=_line(root, "HeadLine"),
        bylines=[_line(root, "ByLine")],
        dateline=_line(root, "DateLine"),
        slug=_line(root, "SlugLine") or text_of(child(root, "Identification", "NameLabel")),
        source=_party(root, "Source") or provider or _line(root, "CreditLine") or _sender(sent),
        agency=EVERYBODYS.known(provider),
        urgency_written=attribute(child(management, "Urgency"), "FormalName")
        or attribute(child(sent, "Priority"), "FormalName"),
        embargo=_embargo(root),
        ednotes=[
            *([f"Status: {status}."] if status in _TAKEN_BACK else []),
            *(text_of(one) for one in _all(management, "Instruction")),
            *_typed_lines(root, "note", "ednote", "editorialnote", "advisory", "advisoryline"),
        ],
        keywords=_keywords(root),
        subjects=[(attribute(one, "FormalName"), attribute(one, "Name", "cat")) for one in inside(root, *_SUBJECTS)],
        language_tag=attribute(next(inside(root, "Language"), None), "FormalName") or _language(root),
        published=text_of(child(management, "FirstCreated")),
        updated=text_of(child(management, "ThisRevisionCreated")),
        version=text_of(child(root, "Identification", "NewsIdentifier", "RevisionId")),
        chain=_identity(root),
        follows=[attribute(one, "NewsItem").removeprefix("urn:newsml:") for one in children(management, "DerivedFrom")]
        if management is not None
        else (),
        usage_terms="; ".join(_terms(root)),
        copyright_notice=_line(root, "CopyrightLine"),
    )


def _identity(root: Element) -> str:
    """What all revisions of an item have in common: provider, day and item, as the standard has it."""
    names = ("ProviderId", "DateId", "NewsItemId")
    provider, day, item = (text_of(child(root, "Identification", "NewsIdentifier", name)) for name in names)
    return ":".join(part for part in (provider, day[:8], item) if part) if item else ""


def _terms(root: Element) -> dict[str, None]:
    """Under which terms an item may be used: the parts of each right, and what is to be shown of them."""
    rights = (part for one in inside(root, "UsageRights") for part in (one if len(one) else [one]))
    return dict.fromkeys(text for one in (*rights, *inside(root, "RightsLine")) if (text := text_of(one)))


def _contents(root: Element) -> Iterator[tuple[str, Header | None, Blocks]]:
    """The role of each component with text, what its NITF states, and its paragraphs."""
    known: dict[Element, str] = {}
    taken: dict[Element, Element] = {}
    for number, one in enumerate(inside(root, "DataContent")):
        if number == _MOST_CONTENTS:
            raise ExceededError(f"more than {_MOST_CONTENTS} components with text")
        if _is_repeated(one, taken):
            continue
        found = _content(one)
        if found:
            yield (_role(one, known), *found)


def _is_repeated(element: Element, taken: dict[Element, Element]) -> bool:
    """Whether an element says in another language or shape what was said already: of a list of equivalents the first counts. `taken`
    are those that do, by their lists."""
    inner = element
    for one in islice(element.iterancestors(), _NESTED):
        if (
            local(one) == "NewsComponent"
            and attribute(one, "EquivalentsList") == "yes"
            and local(inner) == "NewsComponent"
        ):
            return taken.setdefault(one, inner) is not inner
        inner = one
    return False


def _content(element: Element) -> tuple[Header | None, Blocks] | None:
    nitf = next(inside(element, "nitf"), None)
    if nitf is not None:
        header, found = read_nitf(nitf)
        return header, found
    if len(element):
        return None, blocks(element)
    return (None, html_blocks(element.text)) if (element.text or "").strip() else None


def _role(element: Element, known: dict[Element, str]) -> str:
    """The role of the component that an element stands in, in small letters; "" if none is stated; `known` are
    those of components that were asked before."""
    for one in islice(element.iterancestors(), _NESTED):
        if local(one) == "NewsItem":
            break
        if local(one) == "NewsComponent":
            if one not in known:
                known[one] = attribute(child(one, "Role"), "FormalName").lower()
            if known[one]:
                return known[one]
    return ""


def _line(root: Element, name: str) -> str:
    """The first news line of that name with anything in it."""
    return next((text for one in inside(root, name) if (text := text_of(one))), "")


def _typed_lines(root: Element, *types: str) -> list[str]:
    """The texts of free news lines whose type is one of `types`."""
    return [
        text_of(child(one, "NewsLineText"))
        for one in inside(root, "NewsLine")
        if attribute(child(one, "NewsLineType"), "FormalName").lower().replace(" ", "") in types
    ]


def _keywords(root: Element) -> list[str]:
    given = [text_of(one) for one in inside(root, "KeywordLine")]
    given += [attribute(one, "Value") for one in inside(root, "Property") if attribute(one, "FormalName") == "Keyword"]
    return [word.strip() for one in given for word in one.split(";")]


def _party(root: Element, name: str) -> str:
    """Who the provider or the source is."""
    for one in inside(root, name):
        for party in children(one, "Party"):
            if attribute(party, "FormalName"):
                return attribute(party, "FormalName")
    return ""


def _sender(envelope: Element | None) -> str:
    """Whom the transmission is from."""
    sent_from = child(envelope, "SentFrom")
    return "" if sent_from is None else next((attribute(one, "FormalName") for one in children(sent_from, "Party")), "")


def _embargo(root: Element) -> str:
    """When the status becomes usable, if it is not yet."""
    for one in inside(root, "StatusWillChange"):
        if attribute(child(one, "FutureStatus"), "FormalName").lower() == "usable":
            return text_of(child(one, "DateAndTime"))
    return ""


def _language(root: Element) -> str:
    """The language that a component says it is in."""
    return attribute(root, "lang") or next(
        (tag for one in inside(root, "NewsComponent") if (tag := attribute(one, "lang"))), ""
    )


def _around(root: Element, name: str) -> Iterator[Element]:
    """Elements of that name beside the item."""
    parent = root.getparent()
    return iter(()) if parent is None else children(parent, name)


def _all(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else list(children(element, name))
