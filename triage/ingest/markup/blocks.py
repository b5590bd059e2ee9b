"""Markup to paragraphs: the same for HTML, for NITF, and for what agencies invent themselves."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from triage.ingest.anatomy.roles import begins_paragraph, opens_story
from triage.ingest.cleaning import clean
from triage.ingest.faults import ExceededError
from triage.ingest.markup.xml import DEEPEST, inside, limited, local
from triage.ingest.reader import MOST_PARAGRAPHS
from triage.ingest.unwrapping import paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection

    from triage.ingest.markup.xml import Element

# Whatever is not in here ends a paragraph: agencies' own elements are blocks far more often than not.
_INLINE_NAMES = (
    "a abbr acronym alt-code b bdi bdo big chron cite city classifier code copyrite country del dfn em event font frac function hi i "
    "ins kbd label lang location mark money num object.title org person postaddr pronounce q region s samp small span state strike "
    "strong sub sublocation sup time tt u var virtloc"
)
_SKIPPED_NAMES = (
    "head script style noscript template iframe svg math canvas object embed audio video button form input select textarea nav "
    "media-reference media-metadata media-object nitf-colgroup metadata"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_CAPTIONS = frozenset(("figcaption", "media-caption", "caption", "bildtext"))
_PHOTOGRAPHERS = frozenset(("media-producer", "photographer"))
_CELLS = frozenset(("td", "th"))
_CELL_END = " | "
_MOST_ATTRIBUTES = 200
"""Attributes of one element beyond which HTML is not parsed: the parser compares each with all before it."""

_START = re.compile(r"<[A-Za-z](?:[^=>]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+")
_ATTRIBUTE = re.compile(r"[^\s=>\"'/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']++))?")
_SPACE = re.compile(r"[\s\xa0]+")


class Blocks(NamedTuple):
    """The paragraphs of a body, the captions of its pictures, and who took these where the markup says it."""

    body: list[str]
    captions: list[str]
    photographers: list[str]


def captions_in(root: Element) -> list[str]:
    """The captions in an element: what `blocks` finds of them, sooner where there are none."""
    return blocks(root).captions if next(inside(root, *_CAPTIONS), None) is not None else []


def blocks(root: Element, without: Collection[str] = ()) -> Blocks:
    """The paragraphs in an element, clean, each on one line; elements named in `without` are left out."""
    walk = _Walk(without)
    walk.through(root)
    return walk.found


def html_blocks(markup: str) -> Blocks:
    """The paragraphs of an HTML page or a piece of one; of text without any markup too."""
    if "<" not in markup:
        return Blocks(plain_blocks(markup), [], [])
    root = parse_html(markup)
    return Blocks([], [], []) if root is None else blocks(root)


def plain_blocks(text: str) -> list[str]:
    """The paragraphs of plain text, clean, each on one line."""
    return paragraphs(clean(text), begins_paragraph, opens_story)


def parse_html(markup: str) -> Element | None:
    """The root element of HTML, however broken it is; None where there is none. Raises ExceededError for too many elements or attributes."""
    for tag in _START.finditer(markup):
        long = tag.end() - tag.start() > 2 * _MOST_ATTRIBUTES
        if long and next(islice(_ATTRIBUTE.finditer(tag[0]), _MOST_ATTRIBUTES + 1, None), None):
            raise ExceededError(f"an element with more than {_MOST_ATTRIBUTES} attributes")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return limited(lxml_html.document_fromstring(markup.encode("utf-8", "replace") or b" ", parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # nothing but comments, say
        return None


class _Walk:
    """One way through a tree, without recursion: hostile trees are deep."""

    def __init__(self, without: Collection[str]) -> None:
        self._skipped = _SKIPPED.union(without)
        self._text: list[str] = []
        self._target: list[str] = []
        self._verbatim = 0
        self._closed: str | None = None
        self.found = Blocks([], [], [])
        self._target = self.found.body

    def through(self, root: Element) -> None:
        depth = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = local(element).lower()
            if event == "start":
                depth += 1
                skipped = name in self._skipped or depth > DEEPEST
                text = "" if skipped else element.text or ""
                if name == "span":
                    self._space_out(element.get("class"), text)
                self._open(name, text)
                if skipped:
                    walker.skip_subtree()
            else:
                depth -= 1
                self._close(name)
                if element is not root:
                    self._add(element.tail or "")
                self._closed = element.get("class") if name == "span" and not element.tail else None
        self._flush()

    def _open(self, name: str, text: str) -> None:
        if name == "br":
            self._text.append("\n")
        elif name not in _INLINE and name not in _CELLS:
            self._flush()
        if name in _CAPTIONS:
            self._target = self.found.captions
        elif name in _PHOTOGRAPHERS:
            self._target = self.found.photographers
        if name == "pre":
            self._verbatim += 1
        self._add(text)

    def _space_out(self, style: str | None, text: str) -> None:
        """A space before a span that a page's styles alone keep apart from the one before ("Sport" and "AFP", not "SportAFP")."""
        joined = self._closed and style and style != self._closed and self._text
        if joined and text[:1].isupper() and self._text[-1][-1:].islower():
            self._text.append(" ")

    def _close(self, name: str) -> None:
        if name in _CELLS:
            self._text.append(_CELL_END)
        elif name not in _INLINE and name != "br":
            self._flush()
        if name in _CAPTIONS or name in _PHOTOGRAPHERS:
            self._target = self.found.body
        if name == "pre":
            self._verbatim -= 1

    def _add(self, text: str) -> None:
        if text:
            self._text.append(text if self._verbatim else _SPACE.sub(" ", text))

    def _flush(self) -> None:
        if len(self._target) > MOST_PARAGRAPHS:
            raise ExceededError(f"more than {MOST_PARAGRAPHS:,} paragraphs")
        text = "".join(self._text).strip(" |") if self._text else ""
        self._text.clear()
        if not text or text.isspace():
            return
        if "\n" in text:
            self._target += plain_blocks(text)
        else:
            one = " ".join(clean(text).split())
            if one:
                self._target.append(one)
