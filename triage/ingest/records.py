"""A JSON object as a story: ninjs of any version, and the names that agencies' own interfaces have for the same things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import or_taken_back, stated
from triage.ingest.faults import ExceededError, no_story
from triage.ingest.markup.blocks import Blocks, html_blocks, plain_blocks
from triage.ingest.record_names import (
    AROUND,
    BODIES,
    BYLINES,
    CAPTIONS,
    EARLIER,
    EDNOTES,
    HEADLINES,
    IDENTITIES,
    KEYWORDS,
    OTHERS,
    PROSE,
    PUBLISHED,
    SLUGS,
    SOURCES,
    SUBJECTS,
    SUMMARIES,
    UPDATED,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triage.ingest.anatomy.header import Header

_VALUES = (
    "value",
    "byline",
    "by",
    "text",
    "rendered",
    "content",
    "html",
    "name",
    "literal",
    "title",
    "label",
    "fullname",
    "basic",
    "main",
    "original",
)
_HOLDING = ("rightsinfo", "fields", "credits")
"""Objects in which some have what others have beside them."""
_NO_STORIES = {
    "event": "an event, not the news of it", "planning": "a plan of coverage, not the news itself", "concept": "a concept, for lists of terms",
    "person": "a concept, for lists of terms", "place": "a concept, for lists of terms",
}  # fmt: skip
_PICTURES = ("picture", "photo", "image", "graphic", "video", "audio")
_MAIN = ("", "main", "headline", "text", "title")
_MOST_TEXTS = 2000
_MOST_FIELDS = 20_000


class Told(NamedTuple):
    """What an object states, and its paragraphs."""

    header: Header
    found: Blocks


def named(given: Mapping[str, Any]) -> dict[str, Any]:
    """The object with its names as the lists here have them; the first of several that come to the same counts. Raises
    ExceededError for more names than any has."""
    if len(given) > _MOST_FIELDS:
        raise ExceededError(f"an object with more than {_MOST_FIELDS:,} names")
    out: dict[str, Any] = {}
    for name, value in given.items():
        if value not in (None, "", [], {}):
            out.setdefault(re.sub(r"[_\-.\s$@]", "", str(name)).lower(), value)
    return out


def is_story(given: Mapping[str, Any]) -> bool:
    """Whether an object has a headline or a text under one of their names, or takes a story back."""
    names = named(given)
    text = _taken_back(names) or any(texts(names.get(name)) for name in (*HEADLINES[:-1], *BODIES))
    return text and not ("properties" in names and "schema" in names)


def is_around(given: Mapping[str, Any]) -> bool:
    """Whether an object has no text of its own but stories that have, though its title could be a headline: a feed in JSON."""
    names = named(given)
    if any(texts(names.get(name)) for name in BODIES if name not in AROUND):
        return False
    lists = (names[name] for name in AROUND if isinstance(names.get(name), list))
    return any(isinstance(one, dict) and is_story(one) for value in lists for one in value[:50])


def tell(given: Mapping[str, Any], path: str | None) -> Told:
    """An object as header and paragraphs. Raises ReadError for one that holds no story."""
    fields = named(given)
    for name in _HOLDING:
        inner = fields.get(name)
        fields = {**named(inner), **fields} if isinstance(inner, dict) else fields
    kind = first(fields, ("type", "itemclass", "itemtype")).rpartition(":")[2].lower()
    if kind in _NO_STORIES:
        raise no_story(path, f"the object is {_NO_STORIES[kind]}")
    found = _found(fields, kind)
    header = _header(fields, kind)
    header = header if found.body or found.captions else or_taken_back(header)
    if not (found.body or found.captions or header.headline):
        raise no_story(path, "the object has no headline and no text under any name that is known")
    return Told(header, found)


def texts(value: object, depth: int = 0) -> list[str]:
    """The texts in a value: its own, or those of a list, or what an object calls its value or name."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if depth > 3:
        return []
    if isinstance(value, list):
        return [text for one in value[:_MOST_TEXTS] for text in texts(one, depth + 1)]
    if isinstance(value, dict):
        inner = named(value)
        return next((found for name in _VALUES if (found := texts(inner.get(name), depth + 1))), [])
    return []


def first(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first text under any of `names`; "" if there is none."""
    return next((found[0] for name in names if (found := texts(fields.get(name)))), "")


def _header(fields: Mapping[str, Any], kind: str) -> Header:
    source = first(fields, SOURCES)
    written = next((found for name in BYLINES if (found := _not_numbers(texts(fields.get(name))))), [])
    others = {key: first(fields, names) for key, names in OTHERS.items()}
    if kind in _PICTURES:
        others["dateline"] = ""
    return stated(
        headline=_main(fields, HEADLINES),
        bylines=[" and ".join(written)] if len(written) > 1 else written,
        slug=first(fields, SLUGS),
        source=source,
        agency=EVERYBODYS.known(source),
        ednotes=[
            *([f"Status: {status}."] if (status := _taken_back(fields)) else []),
            *(text for name in EDNOTES for text in texts(fields.get(name))),
        ],
        keywords=[
            word.strip() for name in KEYWORDS for text in texts(fields.get(name)) for word in re.split(r"[;,|]", text)
        ],
        subjects=[subject for name in SUBJECTS for subject in _subjects(fields.get(name))],
        published=first(fields, PUBLISHED),
        updated=first(fields, UPDATED),
        chain=_identity(fields),
        follows=[text for name in EARLIER for text in _references(fields.get(name))],
        photographers=written if kind in _PICTURES else [],
        **others,
    )


def _not_numbers(given: list[str]) -> list[str]:
    """Texts without those that are somebody's number in the source's own list."""
    return [text for text in given if not text.isdigit()]


def _taken_back(fields: Mapping[str, Any]) -> str:
    """The status by which an object says that its story must not be used, "" if it may be."""
    status = first(fields, ("pubstatus", "status")).rpartition(":")[2].lower()
    return status if status in ("canceled", "cancelled", "withheld") else ""


def _identity(fields: Mapping[str, Any]) -> str:
    """What the source calls the story by: an identifier that all its versions have before one that may be of this one only."""
    others = fields.get("altids")
    lasting = first(named(others), ("itemid",)) if isinstance(others, dict) else ""
    return lasting or first(fields, IDENTITIES)


def _references(value: object) -> Iterator[str]:
    """The identifiers in a value: its own, or those of the objects in it."""
    for one in value[:_MOST_TEXTS] if isinstance(value, list) else [value]:
        yield from [_identity(named(one))] if isinstance(one, dict) else texts(one)


def _found(fields: Mapping[str, Any], kind: str) -> Blocks:
    found = _body(fields)
    for text in _captions(fields):
        found.captions.extend(html_blocks(text).body)
    if found.body:
        return found
    main = [text for role, text in _by_role(fields, SUMMARIES) if role in _MAIN] or [
        text for _, text in _by_role(fields, SUMMARIES)
    ]
    target = found.captions if kind in _PICTURES else found.body
    for text in main[:1]:
        target.extend(html_blocks(text).body)
    return found


def _body(fields: Mapping[str, Any]) -> Blocks:
    """The body in the variant that has paragraphs, unless another has much more text."""
    best, most = Blocks([], [], []), 0
    prose = [name for name in PROSE if _is_paragraphs(fields.get(name))]
    for name in (*BODIES, *prose):
        if isinstance(fields.get(name), list) and len(fields[name]) > _MOST_TEXTS:
            raise ExceededError(f"a “{name}” of more than {_MOST_TEXTS:,} pieces")
        variants = _variants(fields.get(name)) if name == "bodies" else ["\n\n".join(texts(fields.get(name)))]
        for text in variants:
            if not text.strip() or re.fullmatch(r"https?://\S+", text.strip()):
                continue
            marked = re.search(r"<[A-Za-z][^<>]{0,200}>", text) is not None
            found = html_blocks(text) if marked else Blocks(plain_blocks(text), [], [])
            size = sum(map(len, found.body))
            if size > 1.5 * most:
                best, most = found, size
    return best


def _is_paragraphs(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _variants(value: object) -> list[str]:
    """The bodies of ninjs 2 and 3, those with markup first."""
    bodies = [named(one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    marked = ("html", "xhtml", "nitf", "xml")
    ordered = sorted(bodies, key=lambda one: not any(word in first(one, ("contenttype", "role")) for word in marked))
    return [first(one, _VALUES) for one in ordered] or texts(value)


def _by_role(fields: Mapping[str, Any], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Texts under `names` with the role that each is given, "" for none."""
    for name in names:
        value = fields.get(name)
        for one in value if isinstance(value, list) else [value]:
            role = first(named(one), ("role",)) if isinstance(one, dict) else ""
            for text in texts(one):
                yield role.rpartition(":")[2].lower(), text


def _captions(fields: Mapping[str, Any]) -> Iterator[str]:
    """The captions of the object itself and of the pictures that belong to it."""
    yield from (text for name in CAPTIONS for text in texts(fields.get(name)))
    yield from (text for role, text in _by_role(fields, ("descriptions",)) if role == "caption")
    pictures = fields.get("associations", fields.get("images", ()))
    for one in pictures.values() if isinstance(pictures, dict) else pictures if isinstance(pictures, list) else ():
        inner = named(one) if isinstance(one, dict) else {}
        if first(inner, ("type",)).lower() in _PICTURES or first(inner, ("mimetype",)).startswith("image/"):
            caption = next(_captions({name: value for name, value in inner.items() if name != "associations"}), "")
            yield caption or first(inner, SUMMARIES)


def _main(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    """The headline: that of the main role where roles are given."""
    for name in names:
        found = list(_by_role(fields, (name,)))
        main = [text for role, text in found if role in _MAIN]
        if found and not (name == "subject" and isinstance(fields.get(name), list)):
            return (main or [found[0][1]])[0]
    return ""


def _subjects(value: object) -> Iterator[tuple[str, str]]:
    for one in value[:_MOST_TEXTS] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            inner = named(one)
            yield first(inner, ("code", "qcode", "uri", "literal", "id")), first(inner, ("name", "label", "title"))
        elif isinstance(value, list):
            yield from (("", text) for text in texts(one))
