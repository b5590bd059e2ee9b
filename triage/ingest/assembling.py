"""What a format states and the paragraphs that it carries, to a story.

What the format states wins; what it leaves open is read from the text as from any plain story.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.anatomy.bylines import find_byline, parse_byline
from triage.ingest.anatomy.dateline import find_opening
from triage.ingest.anatomy.header import Header, language, urgency
from triage.ingest.anatomy.names import is_name
from triage.ingest.anatomy.roles import Piece, agencies_of, assign, is_dateline, is_prose
from triage.ingest.cleaning import one_line
from triage.ingest.composing import DATELINE_DASH, compose, restated
from triage.ingest.faults import no_story
from triage.ingest.stamps import stamp
from triage.model.story import Role, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage.ingest.reader import Origin
    from triage.model.story import Story, StoryId

TAKEN_BACK = "Taken back by its source"
"""The headline of an item that has none and says that a story must not be used."""

_OWN_DATELINE = re.compile(r"[^.!?:()\d]{2,60}\([^()]{1,40}\)\s*[-–—―]{1,2}\s")
"""How a dateline looks in any language, of whichever agency: a name, brackets, a dash."""

_LONGEST_FIELD = 2000
_SIGNING = ("by", "from", "von", "par", "por", "de", "van", "di", "da", "af", "av")
_SMALL_BY = re.compile(r"^(?:by|par|por)\s+(?=[^\W\d_])(?=\S*[^a-zß-ÿ])")
"""Words that are no name's own, unlike "von" and "de", before what begins as one."""
_MOST_WORDS = 300
"""How many keywords or subjects a story can have."""
_MOST_FOLLOWED = 8
"""How many stories it can say that it goes on from: the last of a thread count."""


def stated(
    *,
    headline: str | None = None,
    section: str | None = None,
    bylines: Iterable[str] = (),
    dateline: str | None = None,
    slug: str | None = None,
    source: str | None = None,
    agency: str | None = None,
    urgency_written: str | None = None,
    embargo: str | None = None,
    ednotes: Iterable[str] = (),
    keywords: Iterable[str] = (),
    subjects: Iterable[tuple[str | None, str | None]] = (),
    language_tag: str | None = None,
    published: str | None = None,
    updated: str | None = None,
    version: str | None = None,
    chain: str | None = None,
    follows: Iterable[str] = (),
    usage_terms: str | None = None,
    copyright_notice: str | None = None,
    photographers: Iterable[str] = (),
) -> Header:
    """The header that a format's fields make, whatever is in them."""
    until = stamp(embargo)
    written = _unique(bylines)
    return Header(
        headline=_field(headline),
        section=_field(section),
        byline="; ".join(written),
        ednote=" ".join(_unique(ednotes)),
        slug=_field(slug) or None,
        source=_field(source) or None,
        agency=_field(agency) or None,
        urgency=urgency(_field(urgency_written)),
        embargo=until.iso() if until else _field(embargo) or None,
        keywords=_unique(keywords)[:_MOST_WORDS],
        language=language(_field(language_tag).replace("_", "-")),
        published=stamp(published),
        updated=stamp(updated),
        authors=tuple(dict.fromkeys(name for one in written for name in authors_in(one))),
        dateline=_field(dateline).rstrip(" -–—―=:"),
        version=_field(version) or None,
        chain=_field(chain) or None,
        follows=_unique(follows)[-_MOST_FOLLOWED:],
        subjects=_subjects(subjects),
        usage_terms=_field(usage_terms) or None,
        copyright=_field(copyright_notice) or None,
        photographers=_unique(photographers),
    )


def assemble(
    identity: StoryId,
    style: str,
    origin: Origin,
    header: Header,
    body: Sequence[str],
    captions: Sequence[str] = (),
) -> Story:
    """The story of clean one-line paragraphs. Raises ReadError where neither they nor the header have any words."""
    blocks = [block for number, block in enumerate(body) if number > 2 or not _same(block, header.headline)]
    pieces = [*_stated_pieces(header, blocks), *_with_dateline(assign(blocks, header) if blocks else [], header)]
    there = {piece.text for piece in pieces}
    pieces += [Piece(Role.CAPTION, text) for text in dict.fromkeys(captions) if text and text not in there]
    if not pieces:
        raise no_story(origin.path, "it holds no words")
    return compose(identity, style, origin, pieces, header)


def or_taken_back(header: Header) -> Header:
    """The header, with a headline where all that an item says is that the story must not be used."""
    alone = not header.headline and header.ednote.startswith("Status: ")
    return header._replace(headline=header.slug or TAKEN_BACK) if alone else header


def authors_in(written: str) -> tuple[str, ...]:
    """The names in a byline that a format states; what is no name ("Subtitle of the story") has none."""
    written = _SMALL_BY.sub("", written)
    byline = find_byline(written) or parse_byline(written)
    if byline:
        return byline.names
    bare = written.removeprefix("By ").removeprefix("by ").strip(" .,;")
    if EVERYBODYS.known(bare) or len(bare) > 80:
        return ()
    names = [part.strip() for part in bare.replace(" and ", ",").replace(";", ",").split(",")]
    plain = [name.title() if name.isupper() and " " in name else name for name in names]
    return tuple(name for name, shown in zip(names, plain, strict=True) if is_name(shown, 5) or _is_signature(name))


def _is_signature(name: str) -> bool:
    """Initials or one name, as desks sign ("rh", "tsafos")."""
    return 1 < len(name) <= 30 and " " not in name and name.replace(".", "").replace("-", "").isalpha()


def _stated_pieces(header: Header, blocks: Sequence[str]) -> list[Piece]:
    written = (header.byline, *(f"{word} {header.byline}" for word in _SIGNING))
    signed = any(_same(block, one) for block in blocks[:3] for one in written)
    byline = "" if signed else header.byline
    fields = (
        (Role.SECTION, header.section),
        (Role.HEADLINE, header.headline),
        (Role.BODY if _is_subtitle(header) else Role.BYLINE, byline),
        (Role.EDNOTE, header.ednote),
    )
    return [Piece(role, text) for role, text in fields if text]


def _is_subtitle(header: Header) -> bool:
    """Whether a format's byline is a second headline: some put it there."""
    words = header.byline.split()
    return not header.authors and len(words) > 4 and words[0].lower() not in _SIGNING


def _with_dateline(pieces: list[Piece], header: Header) -> list[Piece]:
    """The dateline that the format states goes before the lede, where wires have it, if the text has none of its own."""
    if not header.dateline:
        return pieces
    body = [number for number, piece in enumerate(pieces) if piece.role is Role.BODY]
    agencies = agencies_of(header)
    prose = False
    for number in body[:6]:
        text = pieces[number].text
        opening = find_opening(text, agencies)
        if opening and is_dateline(opening, text[opening.end :], prose):
            return pieces
        prose = prose or is_prose(text)
    lede = next((number for number in body[:6] if is_prose(pieces[number].text)), body[0] if body else None)
    if lede is None:
        return pieces
    if restated(pieces[lede].text, header.dateline) or _OWN_DATELINE.match(pieces[lede].text):
        return pieces
    dated = Piece(Role.BODY, f"{header.dateline}{DATELINE_DASH}{pieces[lede].text}")
    return [*pieces[:lede], dated, *pieces[lede + 1 :]]


def _same(block: str, other: str) -> bool:
    return (
        bool(other) and len(block) <= len(other) + 4 and block.strip(" .=").casefold() == other.strip(" .=").casefold()
    )


def _field(text: str | None) -> str:
    return one_line(text[: 4 * _LONGEST_FIELD])[:_LONGEST_FIELD].strip() if text else ""


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field for text in texts if text and (field := _field(text))))


def _subjects(given: Iterable[tuple[str | None, str | None]]) -> tuple[Subject, ...]:
    found = dict.fromkeys(Subject(_field(code) or None, _field(name) or None) for code, name in given)
    return tuple(subject for subject in found if subject.code or subject.name)[:_MOST_WORDS]
