"""What closes a story: who reported, wrote and edited it, the desk's sign-off, the agency's last words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from triage.ingest.anatomy.agencies import EVERYBODYS, Agencies
from triage.ingest.anatomy.credits import find_names
from triage.ingest.anatomy.vocabulary import CREDIT_CUES, CREDIT_WORDS

if TYPE_CHECKING:
    from triage.model.story import Credit

# Few paragraphs get as far as these patterns, so they are compiled when one does.
_SIGN_OFF = (
    r"Enditem|(?:END )?(?:REUTERS?|Reuters?)|==\s?\w+|-{0,2}\s?(?:ENDS?|30|MORE|more)\s?-{0,2}|\((?:MORE|END)\)"  # REUTER, ==Kyodo, -30-
    r"|\([a-z]{2,4}(?:[-/][a-z]{2,4}){0,3}\)|\([A-Z]{2,5}\\?/[a-z]{2,4}\)|dpa(?: [a-z]{2,4})+"  # (cm-kjd), (SDA/sj)
    r"|\d{6}(?: GMT)? [A-Za-z]{3} \d\d|[A-Z]{2,4}(?:-\d\d:\d\d)?(?:-\d\d){3}"  # 101137 GMT Dez 18
    r"|(?:\(\(|-{1,2} ?)[^.]{0,80}\d[\d ()+-]{4,}\d\)*\.?|[A-Z][^.]{2,60}(?:[Nn]ews ?(?:room|desk)|[Bb]ureau|[Dd]esk)\b[^.]{0,40}\d[\d ()+-]{4,}\d"
    r"|(?:-{1,2}\s?)[A-Z][\w .,&'/]{2,60}(?:[Nn]ewsroom|[Bb]ureau|[Nn]ewsdesk|[Dd]esk)\b.{0,80}|\(\(.{3,200}\)\)"
    r"|\(?(?:©|Copyright\b|COPYRIGHT\b).{0,300}|.{0,200}\b[Aa]ll rights reserved\b.{0,120}|Our Standards: ?.{0,80}"
    r"|Follow .{3,80} (?:on|at) .{0,20}(?:Twitter|Facebook|Instagram).{0,100}|Keywords?: [A-Z].{0,120}|\(?Our correspondents?\b.{0,100}"
)
_INITIALS = (
    r"(?:[-–—]{1,2} ?)?(?:\(?[A-Za-z]{2,12}\)?[ /])?[a-z]{2,5}(?:[-/][a-z]{2,5}){1,7}"  # corvo rh/ib, pp/kl, bur-jr/tp/ab
    r"|(?:PTI|IANS|UNI|ANI|AAP|EFE|ANSA|TASS)(?:[ /-][A-Z]{2,5}){1,7}"  # PTI VN DIV DIV
    r"|[A-Z]{2,6}(?:[-/][A-Z]{2,6})?[ /](?:\d{4}-\d\d-\d\d )?\d{4} ?(?:GMT|UTC|\d\d/\d\d(?:/\d\d)?)"  # KN-TML 1910GMT
)
"""Initials of those who wrote and edited, after the agency's name or alone, and the time at which a desk let go."""
_LONGEST = 1500
_LONGEST_CLOSING = 600
_SIGNED = ("(", "-", "=", "©", "Our ", "Copyright", "COPYRIGHT", "Follow ", "Keyword")
_TRAILING = re.compile(
    r"\s(\((?:[^()]{0,40}(?:ing|ed) by .{4,400}|[a-z]{2,3}[-/][a-z]{2,3}\))|--? [A-Z][\w ]{3,30}(?:Newsroom|Bureau) .{6,60}|Enditem)$"
    r"|(?<=[.!?”\"])\s((?:Additional reporting|Reporting|Writing|Editing) by [A-Z].{3,400})$"
)
_TRAILING_CLOSING = (
    r"(?<=[.!?”\"’'])\s([(\[](?:[^()\[\]]|\([^()]*\)){4,400}[)\]]\.?"
    r"|[-–—]{1,2} ?(?:[Ww]ith|[Aa]dditional|[Rr]eporting|[Ww]riting|[Ee]dit(?:ing|ed)|[Cc]ompiled)\b.{4,400}"
    r"|[^.]{5,250}? contributed (?:reporting|(?:to|with) this (?:report|story|article))\.)$"
)


def split_trailing(text: str, *, closing: bool = False) -> tuple[str, str] | None:
    """A paragraph and the credits that stand at its end, None if none do; they may still turn out to be none.

    `closing` says that the paragraph stands near the end of the story.
    """
    if text[-1] in ")m0123456789" or "ing by " in text:
        match = _TRAILING.search(text, max(0, len(text) - 460))
        if match:
            return text[: match.start()].rstrip(), match[1] or match[2]
    if not closing or not (
        text.endswith((")", "]", ").")) or "contributed" in text or " -" in text or " —" in text or " –" in text
    ):
        return None
    match = re.search(_TRAILING_CLOSING, text[-460:])
    return (text[: len(text) - len(match[0])].rstrip(), match[1]) if match else None


def find_credits(text: str, *, closing: bool = False) -> tuple[Credit, ...] | None:
    """The credits that a whole paragraph is, None if it is none. A sign-off without names has none: ().

    `closing` says that it stands near the end of the story, where more forms are credits than elsewhere.
    """
    return None if len(text) > _LONGEST else _credits(text, closing)


@lru_cache(maxsize=64)  # a paragraph is looked at where roles are found, and where the story is composed
def _credits(text: str, closing: bool) -> tuple[Credit, ...] | None:
    found = find_names(text, closing) if _may_credit(text, closing) else None
    if found is not None:
        return found
    if _may_sign_off(text) and re.fullmatch(_SIGN_OFF, text):
        return ()
    if closing and len(text) <= 60 and (EVERYBODYS.known(text.strip("()-–— .")) or re.fullmatch(_INITIALS, text)):
        return ()
    return None


def closing_agency(text: str, agencies: Agencies) -> str | None:
    """The agency that a closing line names ("REUTER", "==Kyodo", "(SDA/sj)"), None if it names none."""
    words = re.findall(r"[^\W\d_]{2,12}", text[:60])
    return next((name for word in words if (name := agencies.known(word))), None)


def _may_credit(text: str, closing: bool) -> bool:
    """Whether it is worth a closer look: it begins as credits do, says so, or near the end is mostly names."""
    first = text.lstrip("([ -–—*•_").split(" ", 1)[0].rstrip(":,").lower()
    if first in CREDIT_WORDS or "ing by " in text or "contributed" in text or "helped" in text or "this report" in text:
        return True
    if not closing or len(text) > _LONGEST_CLOSING:
        return False
    words = text.replace("/", " ").split()
    small = sum([word[0].islower() for word in words])  # a list, as it is made for the last paragraphs of every story
    if len(text) > 60 and small > 0.6 * len(words) and not text.startswith("To contact "):
        return False
    return not CREDIT_CUES.isdisjoint([word.strip("()[].,:;-–—").lower() for word in words])


def _may_sign_off(text: str) -> bool:
    return len(text) <= 400 and (
        text.startswith(_SIGNED) or text[-1].isdigit() or len(text) < 12 or "ll rights reserved" in text
    )
