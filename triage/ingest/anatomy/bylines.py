"""Who wrote the story: the byline under the headline."""

from __future__ import annotations

import re
from typing import NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS, Agencies
from triage.ingest.anatomy.names import is_name, split_names

_BY = re.compile(r"(?:by|By|BY|From|Von|Par|Por)\s*:?\s+(?=\S)")
_PLACE = r"\s+(?:in|In|IN)\s+([^\W\d_].{2,40})$"
_DESK = (
    r"(?i)\b(?:writers?|correspondents?|reporters?|editors?|staff|bureau|chief|special|analyst|columnist|contributor|news(?:room)?|"
    r"desk|agency|press|service|times|post)\b"
)
_TAIL = r"[\s=+|,]+$"


class Byline(NamedTuple):
    """The names of a byline, and what else it tells: the agency, and a dateline's place in capitals at its end."""

    names: tuple[str, ...]
    agency: str | None = None
    place: str | None = None


def find_byline(text: str, agencies: Agencies = EVERYBODYS) -> Byline | None:
    """The byline that a whole line is ("By Jane Smith and Ali Kaya in Ankara"), None if it is none."""
    if len(text) > 160:
        return None
    match = _BY.match(text)
    if match:
        return parse_byline(text[match.end() :], agencies)
    return _unmarked(text, agencies)


def parse_byline(text: str, agencies: Agencies = EVERYBODYS) -> Byline | None:
    """The byline in `text`, with or without its "By"; None where it holds anything but names, titles and agencies."""
    match = _BY.match(text)
    rest = re.sub(_TAIL, "", text[match.end() :] if match else text).removesuffix(".")
    placed = re.search(_PLACE, rest)
    if placed and is_name(placed[1].replace(" and ", " ")):
        rest = rest[: placed.start()]
    names: list[str] = []
    agency = place = None
    desk = False
    for part in split_names(rest):
        name, inner = _out_of_brackets(re.sub(_PLACE, "", part))
        if agencies.known(name):
            agency = agency or agencies.known(name)
        elif re.search(_DESK, name) and is_name(name.lower().title(), 8):
            agency = agency or agencies.known(name.split()[0])
            desk = True
            if not names and agency and not inner:
                names.append(name)  # "Reuters Staff"
        elif names and name.isupper() and not names[0].isupper() and is_name(name):
            place = name
        elif is_name(name) and (" " in name or len(names) > 0):
            names.append(name)
        else:
            return None
        agency = agency or (agencies.known(inner) if inner else None)
    return Byline(tuple(names), agency, place) if names or agency or desk else None


def _unmarked(text: str, agencies: Agencies) -> Byline | None:
    """A byline without "By" must say more than a name: a place, or an agency."""
    if len(text) > 80:
        return None
    placed = re.search(_PLACE, text)
    if placed and is_name(placed[1], 3):
        names = split_names(text[: placed.start()])
        if names and all(is_name(name, 4) and " " in name and not name.isupper() for name in names):
            return Byline(names)
    before, comma, after = text.rpartition(",")
    agency = agencies.known(after) if comma else None
    names = split_names(before) if agency else ()
    if agency and names and all(is_name(name, 4) and " " in name for name in names):
        return Byline(names, agency)
    return None


def _out_of_brackets(part: str) -> tuple[str, str]:
    """A name, and what stands in brackets after it: "Jane Smith (Reuters)"."""
    match = re.match(r"(.*?)\s*[(\[]([^()\[\]]*)[)\]]$", part)
    return (match[1], match[2]) if match else (part, "")
