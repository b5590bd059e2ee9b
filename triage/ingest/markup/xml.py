"""XML to elements. Nothing outside the bytes is looked at, no entity is expanded, and small faults are mended.

The document type is cut away before the parser sees the text: with no declarations there is nothing to load and nothing
to expand. Names that HTML gives to characters are known all the same, for feeds use them without declaring them.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from triage.ingest.decoding import decode, decode_stated
from triage.ingest.faults import ExceededError, broken
from triage.ingest.markup.spans import declared_encoding
from triage.ingest.reader import MOST_ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
"""An lxml element; the library ships no types."""

DEEPEST = 200
"""How deep elements may be nested; a tenth of it is much."""

# Encodings that wires use; others that Python knows are slow or no encodings of text.
_ENCODINGS = re.compile(
    r"(?:x-)?(?:iso[-_]?8859|latin|windows-?|cp|ms|mac|koi8|big5|gb|euc|shift|sjis|us-?ascii|tis|utf-16-[lb]e)[\w-]*",
    re.I,
)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(
    r"<!DOCTYPE\b(?:[^\[\]>\"']++|\"[^\"]*+\"|'[^']*+')*+(?:\[(?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')*+\]\s*+)?>",
    re.IGNORECASE,
)
_BARE_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>]*>?", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:(#\d{1,8};|#[xX][0-9a-fA-F]{1,7};)|([A-Za-z][A-Za-z0-9]{1,31});)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_PREFIXES = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s=/>])")
# The parser counts from the fragment, we from the file; what its callers could ask for is nothing to a reader of news.
_IN_LINE = re.compile(r",? line \d+(?:, column \d+)?|,? use XML_PARSE_HUGE option")
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))
_WRAPPER = "triage-wrapper"


def parse(
    source: bytes,
    style: str,
    path: str | None,
    *,
    line: int = 1,
    declarations: str = "",
    encoding: str = "",
    most: int = MOST_ELEMENTS,
) -> Element:
    """The root element of a document or of a fragment that has one; the element around them where it has several.

    `style` names the format and `line` is the one that `source` begins in, for errors; `most` says how many elements there may be. `declarations` are attributes that
    declare prefixes, `encoding` is that of the document which a fragment is from. Raises ReadError for what is not well-formed, ExceededError for too many elements.
    """
    text = _without_doctype(_PROLOG.sub("", _decode(source, path, encoding), count=1))
    text = _mended(text)
    known = set(re.findall(r"\bxmlns:([A-Za-z_][\w.-]*)\s*=", text + declarations)) | {"xml", "xmlns"}
    unknown = sorted(set(_PREFIXES.findall(text)) - known)
    attributes = "".join(f' xmlns:{name}="urn:undeclared:{name}"' for name in unknown)
    whole = f"<{_WRAPPER}{attributes} {declarations}>{text}</{_WRAPPER}>"
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        wrapper = etree.fromstring(whole.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        at = getattr(error, "lineno", None) or 1
        reason = _IN_LINE.sub("", str(getattr(error, "msg", None) or error)).replace(_WRAPPER, "the end")
        raise broken(path, style, reason, f"line {at + line - 1}") from error
    limited(wrapper, most)
    if len(wrapper) == 1 and not (wrapper.text or "").strip():
        return wrapper[0]
    return wrapper


def limited(root: Element, most: int = MOST_ELEMENTS) -> Element:
    """`root`, if it has no more elements than a story has, or than `most`. Raises ExceededError, before anybody has gone through them."""
    if root.xpath("count(//*)") > most:
        raise ExceededError(f"more than {most:,} elements")
    return root


def local(element: Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements directly inside that have one of `names`, whatever their namespace."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names, None if it is not there."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def inside(element: Element, *names: str) -> Iterator[Element]:
    """The elements anywhere inside that have one of `names`, in order."""
    return cast("Iterator[Element]", element.iter(*(f"{{*}}{name}" for name in names)))


def text_of(element: Element | None) -> str:
    """All the text of an element on one line; "" for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def attribute(element: Element | None, *names: str) -> str:
    """The first of the attributes that is there and not blank, whatever its namespace; "" for none."""
    if element is None:
        return ""
    given = {str(key).rpartition("}")[2]: str(value).strip() for key, value in element.attrib.items()}
    return next((given[name] for name in names if given.get(name)), "")


def _decode(source: bytes, path: str | None, encoding: str) -> str:
    name = encoding or declared_encoding(source)
    if _ENCODINGS.fullmatch(name):
        try:
            return decode_stated(source, name)
        except (LookupError, UnicodeDecodeError):
            pass  # it says what it is not
    return decode(source, path)


def _without_doctype(text: str) -> str:
    """The text with line feeds in the place of its document type, so that lines keep their numbers."""
    start = re.search(r"<!DOCTYPE\b", text[:20_000], re.IGNORECASE)
    if not start:
        return text
    match = _DOCTYPE.match(text, start.start()) or _BARE_DOCTYPE.match(text, start.start())
    assert match
    return text[: match.start()] + "\n" * match[0].count("\n") + text[match.end() :]


def _mended(text: str) -> str:
    """The text without what XML forbids: control characters, references to what nobody declared, bare ampersands."""
    text = _FORBIDDEN.sub("", text)
    if "&" not in text:
        return text
    parts = _CDATA.split(text) if "<![CDATA[" in text else [text]
    return "".join(part if part.startswith("<![CDATA[") else _REFERENCE.sub(_meaning, part) for part in parts)


def _meaning(reference: re.Match[str]) -> str:
    number, name = reference.groups()
    if number:
        code = int(number[2:-1], 16) if number[1] in "xX" else int(number[1:-1])
        allowed = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
        return reference[0].replace("X", "x", 1) if allowed else ""
    if name in _PREDEFINED:
        return reference[0]
    known = html5.get(f"{name};") if name else None
    if known:
        return known.replace("&", "&amp;").replace("<", "&lt;")
    return "&amp;" + reference[0][1:]
