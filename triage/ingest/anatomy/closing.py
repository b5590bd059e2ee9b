"""What closes a story: who reported, wrote and edited it, the desk's sign-off, the agency's last words."""

from __future__ import annotations

import re

from triage.ingest.anatomy.agencies import EVERYBODYS, Agencies
from triage.ingest.anatomy.names import is_name, names_with_places
from triage.ingest.anatomy.vocabulary import CREDIT_WORDS
from triage.model.story import Credit

_VERBS = {
    "reporting": "reporting", "reported": "reporting", "writing": "writing", "written": "writing", "compiled": "writing",
    "editing": "editing", "edited": "editing",
}  # fmt: skip

# Few paragraphs get as far as these patterns, so they are compiled when one does.
_ROLE = (
    r"(?i)(?P<more>additional |further |more |extra )?"
    rf"(?P<verbs>(?:{'|'.join(sorted(CREDIT_WORDS))})(?:(?:,| and| &|, and) (?:additional |further )?(?:[a-z]+ing|[a-z]+ed|research|translation|graphics))*)"
    r"(?: assistance| help)? ?(?:by|:)[:\s]\s*"
)
_CONTRIBUTED = (
    r"(?P<who>.{0,40}?\b(?:journalists?|writers?|correspondents?|reporters?|staff|editors?)\s+)?(?P<names>.{5,300}?),? (?:also )?"
    r"(?:contributed|helped)(?: reporting| (?:to|with) (?:this|the) (?:report|story|article|reporting|dispatch|coverage))\b"
    r"(?: from (?P<place>[^\W\d_].{2,60}?)|.{0,60}?)\.?"
)
_SIGN_OFF = (
    r"Enditem|(?:END )?(?:REUTERS?|Reuters?)|==\s?\w+|-{0,2}\s?(?:ENDS?|30|MORE|more)\s?-{0,2}|\((?:MORE|END)\)"  # REUTER, ==Kyodo, -30-
    r"|\([a-z]{2,4}(?:[-/][a-z]{2,4}){0,3}\)|\([A-Z]{2,5}\\?/[a-z]{2,4}\)|dpa(?: [a-z]{2,4})+"  # (cm-kjd), (SDA/sj)
    r"|\d{6}(?: GMT)? [A-Za-z]{3} \d\d|[A-Z]{2,4}(?:-\d\d:\d\d)?(?:-\d\d){3}"  # 101137 GMT Dez 18
    r"|(?:\(\(|-{1,2} ?)[^.]{0,80}\d[\d ()+-]{4,}\d\)*\.?|[A-Z][^.]{2,60}(?:[Nn]ews ?(?:room|desk)|[Bb]ureau|[Dd]esk)\b[^.]{0,40}\d[\d ()+-]{4,}\d"
    r"|(?:-{1,2}\s?)[A-Z][\w .,&'/]{2,60}(?:[Nn]ewsroom|[Bb]ureau|[Nn]ewsdesk|[Dd]esk)\b.{0,80}|\(\(.{3,200}\)\)"
    r"|\(?(?:©|Copyright\b|COPYRIGHT\b).{0,300}|.{0,200}\b[Aa]ll rights reserved\b.{0,120}|Our Standards: ?.{0,80}"
    r"|Follow .{3,80} (?:on|at) .{0,20}(?:Twitter|Facebook|Instagram).{0,100}|Keywords?: [A-Z].{0,120}|\(?Our correspondents?\b.{0,100}"
)
_LONGEST = 1500
_SIGNED = ("(", "-", "=", "©", "Our ", "Copyright", "COPYRIGHT", "Follow ", "Keyword")
_SIGNED_BY = r"[A-Z][\w .&]{1,30}?\s?[—–:-]\s?(?=(?i:reporting|writing|editing|additional reporting)\b)"
_CONTACT = r"[;,.]?\s*(?:\(\(.*|[\w.]+@\S+.*|\+\d[\d ()-]{6,}.*|https?://.*|Our Standards:.*)$"
_DOTTED = r"(?:\b[A-Z]|\bJr|\bSr)\.$"
_TRAILING = re.compile(
    r"\s(\((?:[^()]{0,40}(?:ing|ed) by .{4,400}|[a-z]{2,3}[-/][a-z]{2,3}\))|--? [A-Z][\w ]{3,30}(?:Newsroom|Bureau) .{6,60}|Enditem)$"
    r"|(?<=[.!?”\"])\s((?:Additional reporting|Reporting|Writing|Editing) by [A-Z].{3,400})$"
)


def split_trailing(text: str) -> tuple[str, str] | None:
    """A paragraph and the credits that stand at its end, None if none do; they may still turn out to be none."""
    if text[-1] not in ")m0123456789" and "ing by " not in text:
        return None
    match = _TRAILING.search(text, max(0, len(text) - 460))
    return (text[: match.start()].rstrip(), match[1] or match[2]) if match else None


def find_credits(text: str) -> tuple[Credit, ...] | None:
    """The credits that a whole paragraph is, None if it is none. A sign-off without names has none: ()."""
    if len(text) > _LONGEST:
        return None
    bare = text.strip("()[] -*•_")
    signed = re.match(_SIGNED_BY, bare) if "—" in bare[:40] or "–" in bare[:40] or ":" in bare[:40] else None
    bare = bare[signed.end() :] if signed else bare
    if bare.split(" ", 1)[0].rstrip(":,").lower() in CREDIT_WORDS and re.match(_ROLE, bare):
        return _parse(re.sub(_CONTACT, "", bare).rstrip(" ;)"))
    if _may_sign_off(text) and re.fullmatch(_SIGN_OFF, text):
        return ()
    if "contributed" in text or "helped" in text:
        contributed = re.fullmatch(_CONTRIBUTED, text.strip("()_ "))
        if contributed:
            found = _credits("additional reporting", contributed["names"].removeprefix("by "))
            return found and tuple(Credit(one.role, one.names, one.place or contributed["place"]) for one in found)
    return None


def closing_agency(text: str, agencies: Agencies) -> str | None:
    """The agency that a closing line names ("REUTER", "==Kyodo", "(SDA/sj)"), None if it names none."""
    words = re.findall(r"[^\W\d_]{2,12}", text[:60])
    return next((name for word in words if (name := agencies.known(word))), None)


def _may_sign_off(text: str) -> bool:
    return len(text) <= 400 and (
        text.startswith(_SIGNED) or text[-1].isdigit() or len(text) < 12 or "ll rights reserved" in text
    )


def _parse(text: str) -> tuple[Credit, ...] | None:
    found: list[Credit] = []
    starts = [match for match in re.finditer(rf"\b{_ROLE[4:]}", text, re.IGNORECASE) if _begins(text, match)]
    for match, after in zip(starts, [*starts[1:], None], strict=True):
        names = text[match.end() : after.start() if after else None].strip(" ;,()-").removesuffix(" and")
        for role in _roles(match):
            some = _credits(role, names)
            if some is None and not found:
                return None
            if role in _VERBS.values() or role == "additional reporting":
                found += some or ()
    return tuple(found)


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a role begins there: with a capital, or after a mark that ends the role before it."""
    before = text[: match.start()].rstrip(" (")
    return not before or text[match.start()].isupper() or before.endswith((";", ".", ",", ")", "/", " and", "-"))


def _roles(match: re.Match[str]) -> list[str]:
    """The roles that one list of names has: "Reporting and writing by" are two; ours where we know them."""
    roles = []
    more = match["more"] is not None
    for verb in re.findall(r"\w+", match["verbs"].lower()):
        if verb in ("additional", "further"):
            more = True
        elif verb != "and":
            role = _VERBS.get(verb, verb)
            roles.append("additional reporting" if more and role == "reporting" else role)
    return list(dict.fromkeys(roles))


def _credits(role: str, names: str) -> tuple[Credit, ...] | None:
    groups = names_with_places(names if re.search(_DOTTED, names) else names.rstrip("."))
    listed = [name for group, _ in groups for name in group]
    if not listed or not all(_is_credited(name) for name in listed):
        return None
    return tuple(Credit(role, group, place) for group, place in groups)


def _is_credited(name: str) -> bool:
    if is_name(name) or EVERYBODYS.known(name):
        return True
    return re.fullmatch(r"(?:the )?[\w. ]{2,30} (?:news)?(?:room|bureau|desk|staff|team)s?", name) is not None
