"""Paragraphs with their roles to a Story: the same for every format, so that a reader only has to find the paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.anatomy.bylines import Byline, find_byline, parse_byline
from triage.ingest.anatomy.captions import find_caption
from triage.ingest.anatomy.closing import closing_agency, find_credits
from triage.ingest.anatomy.dateline import Opening, find_opening
from triage.ingest.anatomy.ednotes import is_marker
from triage.ingest.anatomy.roles import Piece, agencies_of, is_capital_place, is_dateline, is_prose, slug_of
from triage.ingest.dates import Moment, first_moment, month_and_day
from triage.ingest.language import spoken
from triage.ingest.own_date import Clues, own_date
from triage.model.story import Credit, Dateline, Paragraph, Role, Story, StoryId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.ingest.anatomy.agencies import Agencies
    from triage.ingest.anatomy.header import Header
    from triage.ingest.reader import Origin

_SENTENCE = re.compile(
    r".{20,}?[.!?][\"”’)]?(?=\s|$)(?<![A-Z]\.)(?<!\b(?:Mr|Dr|St|Lt|Jr|Sr|No)\.)(?<!\b(?:Gen|Col|Sen|Rep|Gov|Mrs)\.)"
)
_HEADLINE = 90
DATELINE_DASH = " - "
"""What joins a dateline that the format states apart to the lede."""


_AFTER_PLACE = re.compile(r"(?:\s*[,(\[/][^.!?]{0,60}?)?\s*[-–—―]{1,2}\s+")


class _Opening(NamedTuple):
    """The dateline, as found and in its place, and the first paragraph of the body without it."""

    found: Opening | None
    dateline: Dateline | None
    lede: str


class _Signed(NamedTuple):
    """What bylines and time stamps of the head say together."""

    names: tuple[str, ...]
    agency: str | None
    stamp: Moment | None


class _Pictures(NamedTuple):
    """What captions say together: their credits, an agency among them, the texts of those that are not from the files."""

    credits: tuple[Credit, ...]
    agency: str | None
    fresh: tuple[str, ...]


def compose(identity: StoryId, style: str, origin: Origin, pieces: Sequence[Piece], header: Header) -> Story:
    """The story of clean one-line `pieces` in their order; `style` is the format's name. There must be a piece."""
    text, paragraphs = _lay_out(pieces)
    opening = _opening(text, paragraphs, agencies_of(header), header.dateline)
    agencies = agencies_of(header, opening.found)
    signed = _signed(pieces, agencies)
    pictures = _pictures(pieces, agencies)
    published = header.published or signed.stamp
    clues = Clues(
        stated=published or header.updated,
        dateline=opening.dateline.date if opening.dateline else None,
        captions=pictures.fresh,
        body=(opening.lede, *_texts(pieces, Role.BODY)[1:]),
        path=origin.path,
        modified=origin.modified,
    )
    return Story(
        id=identity,
        path=origin.path,
        format=style,
        text=text,
        paragraphs=paragraphs,
        headline=header.headline or _headline(pieces, opening.lede),
        date=own_date(clues),
        section=header.section or _section(pieces),
        slug=header.slug
        or next((slug for piece in pieces if piece.role is Role.SECTION and (slug := slug_of(piece.text))), None),
        byline=header.authors or signed.names,
        dateline=opening.dateline,
        agency=_agency(header, opening, signed, pieces, agencies) or pictures.agency,
        source=header.source,
        published=published.iso() if published else None,
        updated=header.updated.iso() if header.updated else None,
        urgency=header.urgency,
        embargo=header.embargo,
        ednote=" ".join(note for note in _texts(pieces, Role.EDNOTE) if not is_marker(note)) or None,
        keywords=header.keywords,
        language=spoken(header.language, " ".join((*_texts(pieces, Role.BODY), *_texts(pieces, Role.HEADLINE)))),
        version=header.version,
        chain=header.chain,
        follows=header.follows,
        credits=(*_closing(pieces), *pictures.credits, *_photographers(header, pictures)),
        subjects=header.subjects,
        usage_terms=header.usage_terms,
        copyright=header.copyright,
    )


def restated(text: str, dateline: str) -> tuple[int, int] | None:
    """Where the place of a stated dateline and all of the dateline end in a text that opens with it in its own way, or None."""
    place = _place_of(dateline)
    if not place or text[: len(place)].casefold() != place.casefold():
        return None
    after = _AFTER_PLACE.match(text, len(place))
    return (len(place), after.end()) if after else None


def _place_of(dateline: str) -> str:
    return re.split(r"\s*[,(\[/]", dateline)[0]


def _lay_out(pieces: Sequence[Piece]) -> tuple[str, tuple[Paragraph, ...]]:
    paragraphs = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        paragraphs.append(Paragraph(start, end, piece.role))
        start = end + 2
    return "\n\n".join(piece.text for piece in pieces), tuple(paragraphs)


def _texts(pieces: Sequence[Piece], role: Role) -> list[str]:
    return [piece.text for piece in pieces if piece.role is role]


def _opening(text: str, paragraphs: Sequence[Paragraph], agencies: Agencies, stated: str) -> _Opening:
    body = [paragraph for paragraph in paragraphs if paragraph.role is Role.BODY]
    for paragraph in body if stated else ():
        if text.startswith(f"{stated}{DATELINE_DASH}", paragraph.start):
            return _stated_opening(text[paragraph.start : paragraph.end], paragraph.start, stated, agencies)
    prose = False
    for number, paragraph in enumerate(body[:6]):
        whole = text[paragraph.start : paragraph.end]
        found = find_opening(whole, agencies)
        if found and is_dateline(found, whole[found.end :], prose):
            at = paragraph.start
            line = Dateline(found.place, found.date, at, at + found.end, at + found.place_start, at + found.place_end)
            after = body[number + 1 : number + 2]
            lede = whole[found.end :] or (text[after[0].start : after[0].end] if after else "")
            return _Opening(found, line, lede)
        prose = prose or is_prose(whole)
    first = text[body[0].start : body[0].end] if body else ""
    ends = restated(first, stated)
    if ends:
        at = body[0].start
        line = Dateline(first[: ends[0]], None, at, at + ends[1], at, at + ends[0])
        return _Opening(None, line, first[ends[1] :])
    if len(body) > 1 and is_capital_place(first):
        line = Dateline(first, None, body[0].start, body[0].end, body[0].start, body[0].end)
        return _Opening(None, line, text[body[1].start : body[1].end])
    return _Opening(None, _of_byline(text, paragraphs), first)


def _stated_opening(whole: str, at: int, stated: str, agencies: Agencies) -> _Opening:
    """The dateline that the format states, and that stands before the lede: taken even where it looks like none."""
    found = find_opening(whole, agencies)
    end = len(stated) + len(DATELINE_DASH)
    if found and found.end == end:
        start, stop, date = found.place_start, found.place_end, found.date
    else:
        found = None
        start, stop = 0, len(_place_of(stated))
        after = re.sub(r"\s*[(\[/].*$", "", stated[stop:].strip(" ,"))
        date = after if month_and_day(after) or first_moment(after) else None
    line = Dateline(whole[start:stop], date, at, at + end, at + start, at + stop)
    return _Opening(found, line, whole[end:])


def _of_byline(text: str, paragraphs: Sequence[Paragraph]) -> Dateline | None:
    """A place in capitals at the end of the byline ("By Jane Smith, BRUSSELS"), where there is no other dateline."""
    for paragraph in paragraphs:
        if paragraph.role is Role.BYLINE:
            byline = find_byline(text[paragraph.start : paragraph.end])
            if byline and byline.place:
                start = text.index(byline.place, paragraph.start)
                end = start + len(byline.place)
                return Dateline(byline.place, None, start, end, start, end)
    return None


def _headline(pieces: Sequence[Piece], lede: str) -> str:
    """The headline, or for a story without one its first sentence, cut at a word."""
    for piece in pieces:
        if piece.role is Role.HEADLINE:
            return piece.text
    text = lede or next((piece.text for piece in pieces if piece.role is Role.CAPTION), pieces[0].text)
    sentence = _SENTENCE.match(text)
    first = sentence[0] if sentence else text
    if len(first) <= _HEADLINE:
        return first
    cut = first[: _HEADLINE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[20:] else cut).rstrip(" ,;:-–—") + "…"


def _section(pieces: Sequence[Piece]) -> str | None:
    return next(
        (
            text
            for text in _texts(pieces, Role.SECTION)
            if text[0].isupper() and not slug_of(text) and not any(c.isdigit() for c in text)
        ),
        None,
    )


def _signed(pieces: Sequence[Piece], agencies: Agencies) -> _Signed:
    names: list[str] = []
    agency = stamp = None
    for text in _texts(pieces, Role.BYLINE):
        byline: Byline | None = find_byline(text, agencies) or parse_byline(text, agencies)
        if byline:
            names += byline.names
            agency = agency or byline.agency
        else:
            agency = agency or agencies.known(re.sub(r"^Source:\s*|\s*[|,].*$", "", text))
            stamp = stamp or first_moment(text)
    return _Signed(tuple(dict.fromkeys(names)), agency, stamp)


def _pictures(pieces: Sequence[Piece], agencies: Agencies) -> _Pictures:
    found = [(text, caption) for text in _texts(pieces, Role.CAPTION) if (caption := find_caption(text, agencies))]
    names = dict.fromkeys(caption.credit for _, caption in found if caption.credit)
    return _Pictures(
        credits=tuple(Credit("photo", (name,)) for name in names),
        agency=next((caption.agency for _, caption in found if caption.agency), None),
        fresh=tuple(text for text, caption in found if not caption.old),
    )


def _photographers(header: Header, pictures: _Pictures) -> list[Credit]:
    """Those whom the format names, less those whom a caption names already."""
    told = " ".join(name for credit in pictures.credits for name in credit.names).casefold()
    return [Credit("photo", (name,)) for name in header.photographers if name.casefold() not in told]


def _closing(pieces: Sequence[Piece]) -> tuple[Credit, ...]:
    return tuple(credit for text in _texts(pieces, Role.CREDIT) for credit in find_credits(text, closing=True) or ())


def _agency(
    header: Header, opening: _Opening, signed: _Signed, pieces: Sequence[Piece], agencies: Agencies
) -> str | None:
    """The agency, from where it is surest: header, dateline, the header's source, byline, the closing line."""
    if header.agency:
        return EVERYBODYS.known(header.agency) or header.agency
    if opening.found and opening.found.agency:
        return opening.found.agency
    source = EVERYBODYS.in_brackets(header.source or "")
    stated = source[0] if source and source[1] else signed.agency
    closing = (
        closing_agency(text, agencies) for text in _texts(pieces, Role.CREDIT) if not find_credits(text, closing=True)
    )
    return stated or next((agency for agency in closing if agency), None)
