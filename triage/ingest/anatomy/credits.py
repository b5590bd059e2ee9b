"""Credits: the lines that say who reported, wrote, edited and photographed a story, in the forms of many agencies.

A credit line is statements, a statement is clauses, and a clause is a role and the people who had it ("Editing by Jane Roe in
Ankara", "Text: A. Kaya", "with inputs from AFP"). **Every clause must hold names and nothing else**: that tells credits from
sentences that begin alike ("Reporting by the newspaper showed ...").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.anatomy.names import is_name, names_with_places
from triage.ingest.anatomy.vocabulary import CREDIT_ROLES, CREDIT_WORDS, JOURNALISTS, SENTENCE_OPENERS
from triage.model.story import Credit

if TYPE_CHECKING:
    from collections.abc import Sequence

_MORE = "additional reporting"
_KEPT = frozenset(("reporting", _MORE, "writing", "editing", "photo"))
"""The roles of the contract; the names of translators, graphic artists and others are read over."""

# Few paragraphs get as far as these patterns, so they are compiled when one does.
_KIND = r"(?:(?:copy|web|online|photo|picture|video|news|desk|night|production|managing|lead|original|local|special|staff)[ -])?"
_AND = r"(?:\s*[,/&+]\s*(?:and\s|&\s)?|,?\s+(?:and|und|et|y|e)\s)\s*(?:additional |further )?"
_FROM = r"(?:from|by|of|via|de|von|par|por|da|di)\b:?"
_INPUTS = r"(?:inputs?|assistance|help|files?|contributions?|reports?|reporting|material|informations?|información|informações)"
_WITH = rf"(?:(?i:with|plus|mit|avec|con|com)\s+(?:(?i:additional |further |extra |agency )?(?i:{_INPUTS})\s+(?i:{_FROM})\s*)?(?=[^\W\d_]))"
_CONTACT_HEAD = (
    r"(?:(?i:to contact the)\s+(?:\w+\s)?(?P<contact>(?i:reporters?|editors?|authors?|writers?))\b[^:]{0,60}:\s*)"
)
_BY = r"(?:By|BY|by|Von|Par|Por|Di|A cura di)\s*:?\s+(?=[^\W\d_])"
_BARE = r"\b(?P<bare>(?i:reportage|version française|editors?|reporters?))\s+(?=[^\W\d_a-z])"
_MADE_OF = (
    rf"(?i:some |additional )?(?i:information|material)s? (?:(?:for|in) (?:this|the) \w+ (?:came|comes|is|was|were)(?: provided| taken)? {_FROM} (?P<given>.+)"
    r"|(?:from|by) (?P<used>.+?) (?:was|were) used (?:for|in) (?:this|the) \w+)\.?"
)
_CONTRIBUTED = (
    r"(?P<names>.{5,300}?),? (?:also )?(?:contributed|helped)"
    r"(?: reporting| (?:to|with) (?:this|the) (?:report|story|article|reporting|dispatch|coverage))\b"
    r"(?: from (?P<place>[^\W\d_].{2,60}?)|.{0,60}?)\.?"
)
_AT_WORK = r",? (?:also )?(?P<verb>contributed|reported|assisted)(?: reporting)?(?=\.?$| (?:from|in)\b)"
_STATEMENT = r"(?<=[\w)\]]{2})(?<!\b(?:Jr|Sr|St|Dr|Mr|Ft|Mt))(?<!\bMrs)\.\s+(?=[^\W\d_a-z(])"
_ASIDE = r"[^\W\d_][\w ]{2,30}:\s?[\d ,;/.&-]+"
_SIGNED_BY = r"[A-Z][\w .&]{1,30}"
_CONTACTS = (
    r"(?i)(?<=\S\s)\(\(.*|our standards:.*|(?:\s+at)?\s+[\w.+-]+@[\w-]+(?:\.[\w-]+)+|<[\w.+-]+@[^<>]+>|@\w+|https?://\S+"
    r"|\b(?:tel|phone|mobile|e-?mail|twitter|reuters messaging|messaging)\b\.?:?(?=\W*(?:$|[;,)<+\d]))|<?\+\d[\d ()-]{6,}>?"
)
_MARKS = " ;,:()[]-–—|/•·*_~="
_DOTTED = r"(?:\b[^\W\d_a-z]|\bJr|\bSr)\.$"
_DESK = (
    r"(?i)(?:the |our )?[\w. ]{2,30} (?:news)?(?:room|bureau|desk|staff|team)s?|(?:our |the |news |wire |other )*(?:bureaus?|correspondents?|agenc(?:y|ies)|"
    r"agency reports|news services?|wires?|wire services?|staff|newsroom)"
)


class _Clause(NamedTuple):
    """Where a role is named in a statement, the roles, and whether only a closing line can begin so."""

    start: int
    end: int
    roles: tuple[str, ...]
    loose: bool


def find_names(text: str, closing: bool) -> tuple[Credit, ...] | None:
    """The credits that a whole paragraph is, None if it is anything else; () for roles that are none of the contract's.

    Only `closing` lines, those near the end of a story, may begin with a word that begins other lines too ("Text: ...",
    "With ...", "By ...").
    """
    bare = re.sub(_CONTACTS, "", text).strip(" -–—*•·_")
    bare = _out_of_brackets(bare)
    parted = re.split(_STATEMENT, bare)
    found = _statements(parted, closing)
    return _statements([bare], closing) if found is None and len(parted) > 1 else found  # "Yu. Roe" is one statement


def _statements(statements: Sequence[str], closing: bool) -> tuple[Credit, ...] | None:
    found: list[Credit] = []
    told = False
    for statement in statements:
        some = _statement(statement.strip(_MARKS), closing, told)
        if some is None:
            return None
        told = told or some != _NOTHING
        found += some
    return tuple(one for one in found if one.role in _KEPT) if told else None


_NOTHING: tuple[Credit, ...] = ()


def _statement(text: str, closing: bool, told: bool) -> tuple[Credit, ...] | None:
    """The credits of one statement, None if it is none; an aside ("Earlier stories: 1142") has none but is allowed."""
    if not text or (closing and re.fullmatch(_ASIDE, text)):
        return _NOTHING
    return _work(text, closing or told) or _clauses(text, closing or told)


def _work(text: str, closing: bool) -> tuple[Credit, ...] | None:
    """What a sentence about the work says: "A in Rome contributed to this report", "Material from A was used in this report"."""
    if "contributed" in text or "helped" in text:
        match = re.fullmatch(_CONTRIBUTED, text)
        if match:
            names = match["names"].removeprefix("by ")
            some = _credits((_MORE,), names)
            return some and tuple(Credit(one.role, one.names, one.place or match["place"]) for one in some)
    made = re.fullmatch(_MADE_OF, text) if " this " in text or " the " in text else None
    if made:
        return _credits((_MORE,), made["given"] or made["used"])
    verb = re.search(_AT_WORK, text) if closing else None
    if not verb:
        return None
    some = _credits((_MORE if verb["verb"] != "reported" else "reporting",), text[: verb.start()] + text[verb.end() :])
    names = [name for one in some or () for name in one.names]
    if (
        verb["verb"] == "reported"
    ):  # by surname, where the byline gives the names in full; what an agency reports is news
        sure = verb.end() < len(text) - 1 and all(is_name(name) and _is_a_persons(name) for name in names)
    else:
        sure = all(_is_surely_credited(name) for name in names)
    return some if sure else None


def _clauses(text: str, closing: bool) -> tuple[Credit, ...] | None:
    heads = _heads(text)
    if not heads or (heads[0].loose and not closing):
        return None
    found: list[Credit] = []
    before = text[: heads[0].start].strip(_MARKS)
    if before and not re.fullmatch(_SIGNED_BY if heads[0].start < 40 and _dashed(text, heads[0]) else _ASIDE, before):
        some = _credits(("reporting",), before) if closing else None
        if not some or not all(_is_surely_credited(name) for one in some for name in one.names):
            return None
        found += some
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        some = _credits(head.roles, text[head.end : after.start if after else None])
        if some is None and (head.loose or not found):
            return None
        if (
            head.loose
            and len(heads) == 1
            and not all(_is_surely_credited(name) for one in some or () for name in one.names)
        ):
            return None
        found += some or ()
    return tuple(found)


def _dashed(text: str, head: _Clause) -> bool:
    """Whether the mark before a head is one that sets off who signs ("Somebody — reporting by ...")."""
    return text[: head.start].rstrip().endswith(("—", "–", "-", ":"))


def _heads(text: str) -> list[_Clause]:
    """The places in `text` where a role is named, in order."""
    found: list[_Clause] = []
    for match in re.finditer(_head_pattern(), text):
        if found and match.start() < found[-1].end:
            continue
        if match["with"] or match["contact"] or match["by"]:
            role = CREDIT_ROLES[match["contact"].lower()] if match["contact"] else "reporting" if match["by"] else _MORE
            found.append(_Clause(match.start(), match.end(), (role,), loose=True))
        elif _begins(text, match) and match["bare"]:
            role = CREDIT_ROLES.get(match["bare"].lower(), "")
            found.append(_Clause(match.start(), match.end(), (role,), loose=True))
        elif _begins(text, match):
            first = match[0].split(" ", 1)[0].rstrip(":,").lower()
            loose = first not in CREDIT_WORDS or match["joint"].strip() not in (":", "by", "by:")
            found.append(_Clause(match.start(), match.end(), _roles(match["verbs"], match["more"] is not None), loose))
    return found


@cache
def _head_pattern() -> re.Pattern[str]:
    # What lists the roles is atomic, as a list can be read in many ways and each would be tried.
    words = "|".join(re.escape(word) for word in sorted(CREDIT_ROLES, key=len, reverse=True))
    one = rf"{_KIND}(?:{words}|(?<=and )[a-z-]+(?:ing|ed))(?:\(s\))?"
    role = (
        rf"(?i:\b(?P<more>(?:(?:with|plus|avec|mit|con)\s+)?(?:additional|further|more|extra)\s+|(?:with|plus|avec|mit|con)\s+)?(?P<verbs>(?>{one}(?:{_AND}{one}){{0,5}}))"
        r"(?:\s(?:adicional|additionnel|assistance|help|support))?(?:\s(?:in|en|em|auf) [a-zñ]+)?"
        r"\s*(?P<joint>:|(?<=\s)[-–—](?=\s)|\b(?:by|par|por|von|de|di)\b:?|(?(more)from\b:?|:))\s*)"
    )
    return re.compile(rf"{role}|(?P<with>\b{_WITH})|{_CONTACT_HEAD}|(?P<by>^{_BY})|{_BARE}")


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a role begins there: with a capital, or after a mark that ends the role before it."""
    before = text[: match.start()].rstrip(" ([")
    return (
        not before or text[match.start()].isupper() or before.endswith((*";.,)]/-–—|:•·", " and", " y", " et", " und"))
    )


def _roles(verbs: str, more: bool) -> tuple[str, ...]:
    """The roles that one list of names has: "Reporting and writing by" are two; ours where we know them."""
    roles = []
    words = re.findall(r"[\w-]+", verbs.lower())
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in ("additional", "further"):
            more = True
        elif word in CREDIT_ROLES and after not in CREDIT_ROLES:  # the "photo" of "photo editing" is no role
            role = CREDIT_ROLES[word]
            roles.append(_MORE if more and role == "reporting" else role)
    return tuple(dict.fromkeys(roles)) or ("",)


def _credits(roles: Sequence[str], text: str) -> tuple[Credit, ...] | None:
    """The credits of those who are listed in `text`, once for each role; None where it holds anything but names and places."""
    plain = re.sub(r"\s*[(\[]([^()\[\]]{2,40})[)\]]", _bracketed, text).strip(_MARKS)
    plain = re.sub(r"(?i)\s(?:and|y|et|und|at|inputs?|reports|dispatches)$", "", plain)
    groups = names_with_places(plain if re.search(_DOTTED, plain) else plain.rstrip(". "))
    named = [(tuple(_untitled(name) for name in group), place) for group, place in groups]
    if not named or not all(_is_credited(name) for group, _ in named for name in group):
        return None
    return tuple(Credit(role, group, place) for role in roles for group, place in named)


def _bracketed(match: re.Match[str]) -> str:
    """What brackets after a name say: its place, unless it is its agency."""
    return "" if EVERYBODYS.known(match[1]) or not match[1][0].isupper() else f" in {match[1]}"


def _untitled(name: str) -> str:
    """A name without what a journalist is and whose ("AP writer Jane Roe", "Kyodo's Jane Roe")."""
    for title in (
        rf"(?i:(?:[^.;:]|(?-i:(?<=[A-Z]))\.){{0,60}}?\b(?:{JOURNALISTS})s?)[,:]?\s+(?=\S)",
        r"[A-Z][\w.& ]{1,30}?(?:s['’]|['’]s)\s+(?=\S)",
    ):
        match = re.match(title, name)
        if match and is_name(name[match.end() :]):
            return _untitled(name[match.end() :])
    return name


def _is_credited(name: str) -> bool:
    return is_name(name) or EVERYBODYS.known(name) is not None or re.fullmatch(_DESK, name) is not None


def _is_a_persons(name: str) -> bool:
    return EVERYBODYS.known(name) is None and name.lower() not in SENTENCE_OPENERS


def _is_surely_credited(name: str) -> bool:
    """Whether a name alone tells that it is one: a word such as "Friday" does not."""
    return _is_credited(name) and (
        " " in name or EVERYBODYS.known(name) is not None or re.fullmatch(_DESK, name) is not None
    )


def _out_of_brackets(text: str) -> str:
    """`text` without the brackets around the whole of it, or around one end where the other was lost."""
    if text[:1] in tuple("([") and (
        text[-1:] in tuple(")]") or text.count(text[0]) > text.count(")") + text.count("]")
    ):
        text = text[1:]
    opened = text.count("(") + text.count("[")
    return text[:-1] if text.rstrip(".")[-1:] in tuple(")]") and text.count(")") + text.count("]") > opened else text
