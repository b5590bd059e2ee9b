"""Numbers with what they count: "more than 100 F-35 aircraft", "20 percent", "12 miles", "two-thirds of voters".

Of a range ("20 to 30 tanks") both ends are facts, one "from" and one "to". "Dozens of tanks" says no number and is none;
nor is how long something lasts, from an hour on: that is a matter of dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from triage.facts.counted import Counted, counted, measured, units
from triage.facts.currencies import is_currency
from triage.facts.joining import Finding, joined
from triage.facts.lexicon import words
from triage.facts.numbers import NUMBER, Numeral, numerals, plain, value_of
from triage.facts.reading import readable
from triage.facts.shares import shares
from triage.model.fact import Fact, FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.QUANTITY
VERSION = 5
REQUIRES = frozenset((FactKind.MONEY, FactKind.DATE))

_MODIFIER = re.compile(
    r"(?<![\w-])(?P<modifier>more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|as\s(?:many|much|few|little|high|low|long|deep|large|big|small|heavy|fast)\sas"
    r"|no\s(?:more|fewer|less)\sthan|not\smore\sthan|(?:well|just)\s(?:over|under)|over|under|about|around|some|nearly|almost"
    r"|roughly|approximately|close\sto|an\sestimated|estimated|upwards\sof|in\sexcess\sof|above|below|another|a\sfurther"
    r"|an\sadditional)\s$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?P<modifier>or\s(?:so|more|fewer|less))(?=\s)|(?:-odd|-plus|\+)(?=\s)")
_PERCENT = re.compile(r"\s?(?:%|pct?\b)|[\s-](?:percent|per\scent|pct)\b|\s(?P<points>(?:percentage|basis)\spoints?)\b")
_RANGE = re.compile(rf"(?:\s?[-–]\s?|\s(?:to|and|or)\s)(?P<number>{NUMBER})(?=[\s%-])")

_BEFORE = re.compile(r"(?P<word>[\w.’'-]+)\s$")
_STARTS = re.compile(r"(?:^|[.!?:;—–_(\[“\"‘]|[-–—]\s|[.!?][”\"’]\s|\n)\s*$")
_GROUP = re.compile(
    r"\b(?:Group|Gang|Big|Committee|Council|Party|G|No\.?|Nos\.?|number|page|verse|chapter|article)\s(?:of\s)?$",
    re.IGNORECASE,
)
_OPENERS = words(
    "in on at by from to of for with within over under about around after before during since until some only almost nearly "
    "more than least most the a an its his her their our my your these those another other and or but when where while as "
    "if that which who there here also just even including killing wounding up down between among against across nearly "
    "roughly approximately all both was were is are has have had said an estimated"
)
"""Words that may be capitalised before a number without naming anything."""

_KNOWN = words("the these those both")
_ORDERING = words("last first next other every past previous final top each following")
_ANYWHERE = words("people men women children civilians soldiers")
"""What is counted even right behind a name: "in Kabul 19 people died"."""


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:
    """The counts and measures that the story states, those of its sums of money and its dates left out."""
    taken = [span for kind in REQUIRES for fact in found.get(kind, ()) for span in fact.mentions]
    stated = (one for part in readable(story) for one in _stated(story.text, part))
    yield from joined(KIND, doc, story, (one for one in stated if not any(one.span.overlaps(span) for span in taken)))


def _stated(text: str, part: Span) -> Iterator[Finding]:
    """Shares, and counts and measures that are no part of one."""
    found = list(shares(text, part))
    yield from found
    yield from (one for one in _counts(text, part) if not any(one.span.overlaps(share.span) for share in found))


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number, or the two ends of a range; `span` from the modifier to the last number."""

    first: Numeral
    numbers: tuple[Decimal, ...]
    modifier: str | None
    span: Span

    def findings(self, unit: str, end: int, by: str, confidence: float) -> Iterator[Finding]:
        """What the amount of `unit` states, in a span that ends at `end`."""
        ends = ("from", "to") if len(self.numbers) == 2 else (self.modifier,)
        for number, modifier in zip(self.numbers, ends, strict=True):
            value = {"number": plain(number), "unit": unit, "modifier": modifier}
            yield Finding(Span(self.span.start, end), value, by, confidence)


def _counts(text: str, part: Span) -> Iterator[Finding]:
    free = part.start
    for numeral in numerals(text, part):
        if numeral.span.start < free:
            continue
        amount = _amount(text, part, numeral)
        for finding in _of(text, part, amount):
            whole = re.search(r"\sof\s(?:\w+\s)?(?=[0-9])", text[amount.span.end : finding.span.end])
            free = amount.span.end + whole.end() if whole else finding.span.end  # "18 of its 412 shops" states both
            yield finding


def _amount(text: str, part: Span, numeral: Numeral) -> _Amount:
    """The number with the words that modify it; "20 to 30" and "between two and three million" are one amount."""
    start, end = numeral.span.start, numeral.span.end
    if below := _MINUS.search(text, max(part.start, start - 6), start):
        start, numeral = below.start(), replace(numeral, value=-numeral.value)
    numbers: tuple[Decimal, ...] = (numeral.value,)
    if millions := _MILLIONS.match(text, end, part.end):
        numbers, end = (numeral.value * 10**6,), end + 1
    tail = None if millions else _RANGE.match(text, end, part.end)
    between = _BETWEEN.search(text, max(part.start, start - 12), start)
    second = value_of(tail["number"]) if tail else None
    if tail and second and not (_LISTING.match(tail[0]) and not between):
        scale = next((scale for scale in _SCALES if second >= scale > numeral.value), 1)
        first = numeral.value * scale
        if first < second:
            numbers, end = (first, second), tail.end()
    before = between if between and len(numbers) == 2 else _MODIFIER.search(text, max(part.start, start - 20), start)
    behind = _BEHIND.match(text, end, part.end)
    modifier = re.sub(r"\s", " ", before["modifier"].lower()) if before else None
    if behind and before is None:
        modifier = re.sub(r"\s", " ", behind["modifier"] or "") or None
    return _Amount(
        numeral, numbers, modifier, Span(before.start() if before else start, behind.end() if behind else end)
    )


_MINUS = re.compile(r"(?:(?<!plus or )(?<!plus and )\bminus\s|(?<=\s)[-−])$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?P<modifier>between)\s$", re.IGNORECASE)
_MILLIONS = re.compile(
    r"m(?=\s(?:people|users|customers|voters|children|jobs|homes|households|barrels|tonnes|tons|shares|vehicles|cars|doses"
    r"|migrants|refugees|passengers|viewers|followers|subscribers|workers|members|bpd)\b)"
)
_LISTING = re.compile(r"\s(?:and|or)\s")
_SCALES = (Decimal(10**9), Decimal(10**6), Decimal(10**3))


def _of(text: str, part: Span, amount: _Amount) -> Iterator[Finding]:
    """What the amount is of: percent, a measure, or things that are counted."""
    end = amount.span.end
    if percent := _PERCENT.match(text, end, part.end):
        points = re.sub(r"\s", " ", percent["points"] or "percent")
        yield from amount.findings(points, percent.end(), "quantity.percent", 0.97)
    elif (unit := measured(text, end, part.end)) and not _is_compound(text, part, amount, unit):
        if not _is_label(text, part, amount, named=False):
            yield from amount.findings(_words(unit, text), unit.span.end, "quantity.measure", 0.93)
    elif unit := counted(text, end, part.end, one=amount.numbers == (Decimal(1),)):
        if amount.modifier == "over" and _words(unit, text) in _STAGES:
            amount = replace(amount, modifier=None, span=Span(amount.first.span.start, end))
        confidence = _sureness(text, part, amount, unit)
        if confidence:
            yield from amount.findings(_words(unit, text), unit.span.end, "quantity.counted", confidence)


def _is_compound(text: str, part: Span, amount: _Amount, unit: Counted) -> bool:
    """Whether the measure only says of what kind the things are that are counted: "three barrel bombs"."""
    name = _words(unit, text)
    apart = text[unit.span.start - 1].isspace() and amount.numbers != (Decimal(1),)
    things = counted(text, amount.span.end, part.end) if apart and f"{name}s" in units() else None
    return things is not None and things.span.end > unit.span.end


_STAGES = words("legs rounds sets sessions innings")
"""What is played over two of them is not played over more than two."""


def _words(unit: Counted, text: str) -> str:
    return re.sub(r"\s+", " ", unit.span.of(text))


def _sureness(text: str, part: Span, amount: _Amount, unit: Counted) -> float | None:
    """How sure it is that something is counted, None when the number only names or points back."""
    noun = _words(unit, text)
    if _is_label(text, part, amount, named=noun not in _ANYWHERE) or _points_back(text, part, amount):
        return None
    if is_currency(noun.rsplit(" ", 1)[-1]):
        return None  # a side of a rate of exchange
    if unit.kind == "time":
        return 0.6 if _measures_time(text, part, amount, unit) else None
    if amount.numbers == (Decimal(1),) and _NONE.search(
        text, max(part.start, amount.span.start - 4), amount.span.start
    ):
        return None
    if amount.numbers == (Decimal(1),) and amount.modifier is None and _SPEAKS.match(text, unit.span.end, part.end):
        return None
    bare = not amount.first.spelled and "," not in amount.first.span.of(text)
    if bare and amount.modifier is None and 1900 <= amount.numbers[0] <= 2099 and noun not in _ANYWHERE:
        return None
    return 0.92 if unit.kind else 0.88


def _measures_time(text: str, part: Span, amount: _Amount, unit: Counted) -> bool:
    """Whether a time is short enough to be a measure, no age, and whole: "3 minutes 34 seconds" is neither of its halves."""
    more = _AGE_OR_MORE.match(text, unit.span.end, part.end) or _MINUTES.search(text[: amount.span.start], part.start)
    return _words(unit, text) in _MEASURED_TIME and not more


_MEASURED_TIME = words("second seconds minute minutes")
_MINUTES = re.compile(r"\b(?:hours?|minutes?),?\s(?:and\s)?$")
_AGE_OR_MORE = re.compile(r"\s(?:old|of\sage)\b|-old\b|,?\s(?:and\s)?[0-9]")
_NONE = re.compile(r"\bnot\s$", re.IGNORECASE)
_SPEAKS = re.compile(r"\s(?:said|says|told|asked|put|wrote|who\ssaid)\b")
"""Behind "one diplomat" it makes somebody of the number."""


def _is_label(text: str, part: Span, amount: _Amount, named: bool) -> bool:
    """Whether the number is part of a name, a number of something or a telephone's: "Flight 370", "Six Nations".

    `named`: a capitalised word right before a number of few digits makes it a name.
    """
    first, end = amount.first, amount.span.end
    head = text[max(part.start, first.span.start - 24) : first.span.start]
    if re.search(r"[0-9]\s$", head) or re.match(r"\s[0-9]", text[end : end + 2]) or _GROUP.search(head):
        return True
    starts = _STARTS.search(head) is not None
    if first.spelled:
        return text[first.span.start].isupper() and not starts and not _is_title(text, part)
    before = _BEFORE.search(head)
    if not named or before is None or starts or amount.modifier or not before["word"][0].isupper():
        return False
    return before["word"].lower() not in _OPENERS and "," not in first.span.of(text) and not _is_title(text, part)


def _is_title(text: str, part: Span) -> bool:
    """Whether the words of this part are capitalised as in a headline."""
    if part.end - part.start > 160:
        return False
    found = re.findall(r"[A-Za-z]{4,}", part.of(text))
    capitalised = [word for word in found if word[0].isupper()]
    return len(capitalised) > 0.7 * len(found)


def _points_back(text: str, part: Span, amount: _Amount) -> bool:
    """Whether the number only points to what is known ("the two leaders") or orders it ("the last three games")."""
    if amount.modifier:
        return False
    before = _BEFORE.search(text[max(part.start, amount.span.start - 16) : amount.span.start])
    word = before["word"].lower() if before else ""
    return word in _ORDERING or (word in _KNOWN and amount.first.spelled and amount.numbers[0] <= 10)
