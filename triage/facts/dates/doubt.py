"""Words that look like dates: when "May" is a person and 2000 a count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.calendar import Unit
from triage.facts.dates.words import ANY_MONTH, S
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from triage.facts.dates.atom import Setting
    from triage.model.fact import Span

_AMBIGUOUS = ("May", "March", "April", "June", "August")

_TIME_WORD = re.compile(
    rf"\b(?P<word>in|since|until|till|during|between|through|throughout|before|after|last|next|this|early|mid|late|each|every|end"
    rf"|by|of|from|to|and|or|for|on)(?:{S}|-)$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(rf"(?:\b(?:the|a|its|their|his|her)|[’']s){S}$", re.IGNORECASE)
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;]|[-–—_(]|[”\"“])[\s\u00a0]*$")
_SAYING = words("said says told asked added replied wrote who was has had")
_NOT_BEFORE_MAY = words("by of from to and or for on after before")
_PEOPLE_CALLED_MAY = re.compile(r"\bTheresa May\b|\b(?:Mrs\.?|Minister|Secretary) May\b")


def is_name(month: str, span: Span, setting: Setting) -> bool:
    """Whether "May", "March", "April", "June" or "August" is a person, a verb or an event here."""
    if month.title() not in _AMBIGUOUS:
        return False
    if _MONTH_BEHIND.match(setting.text, span.end):
        return False
    before, follower = setting.preceded(_TIME_WORD, span.start), setting.word_after(span.end)
    if before is None and setting.preceded(_DETERMINED, span.start):
        return not follower.islower() or follower in ("of", "for", "on", "to", "government")
    if before is None:
        alone = month != "May" and _SENTENCE_STARTS.search(setting.words_before(span.start)) is not None
        return not (alone and follower.islower() and follower not in _SAYING) and (
            month != "August" or not follower.islower()
        )
    if month == "March":
        return follower in ("of", "for", "on", "to")
    named = month == "May" and before["word"].lower() in _NOT_BEFORE_MAY
    return named and _PEOPLE_CALLED_MAY.search(setting.text) is not None


_MONTH_BEHIND = re.compile(rf"(?:\s?[-–/]\s?|{S}(?:to|through|until|till){S}){ANY_MONTH}")

_SURE = re.compile(
    rf"\b(?P<word>in|since|until|till|from|during|between|through|throughout|before|after|early|mid|late|circa|of|year|election"
    rf"|back{S}to|dating{S}to|end|(?:well|far|deep|on){S}into|(?:to|and|well|even){S}beyond)(?:{S}|-)$",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    rf"(?:\b(?:by|for|on|as{S}of|around|about|Act|Bill|Law|Cup|Games|Olympics)|(?:\b(?:the|a|its|his|her|their|our|this)|[’']s)(?:{S}[a-z-]+)?){S}$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(rf"[12][0-9]{{3}}(?:\s?[-–]|,|,?{S}(?:to|and|or|through|until))\s?(?:in\s)?$")
_COUNTED = re.compile(
    rf"{S}(?:people|men|women|children|percent|troops|soldiers|miles|metres|meters|tonnes|tons|votes|points)\b(?![’'])"
)


def sureness_of_year(number: int, span: Span, setting: Setting) -> float | None:
    """How sure the bare number is a year, None when it is none. Years long past need surer words than those of our time."""
    sure = setting.preceded(_SURE, span.start)
    word = sure["word"].lower() if sure else ""
    if not 1900 <= number <= 2099:
        return 0.9 if number >= 1500 and word in ("in", "since", "until", "from") else None
    if setting.before and setting.before[-1].unit is Unit.YEAR and setting.preceded(_AFTER_YEAR, span.start):
        return 0.85
    if _COUNTED.match(setting.text, span.end) and word not in ("in", "since"):
        return None
    if sure:
        return 0.93
    if setting.text[span.start - 1 : span.start] == "(":
        return 0.7
    return 0.8 if setting.preceded(_LIKELY, span.start) else None
