"""Sums of money: "$2.5 billion", "500,000 yuan", "Rs 50 crore", "between $3 million and $5 million".

A sum of unknown size ("millions of dollars") is no fact: unknown is never a guess.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from triage.facts.currencies import Meant, currencies, either, of_name, of_sign
from triage.facts.joining import Finding, joined
from triage.facts.numbers import DIGITS, MAGNITUDE, MAGNITUDES, NUMBER, Numeral, numerals, plain, value_of
from triage.facts.reading import readable
from triage.model.fact import Fact, FactKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from triage.facts.extractor import FactsSoFar
    from triage.model.story import Story

KIND = FactKind.MONEY
VERSION = 5
REQUIRES: frozenset[FactKind] = frozenset()

_SIGNS = {sign for one in currencies() for sign in one.signs}
_SYMBOL = r"$€£¥₹₽₩₪₺₴₦฿₫₱₵₡₲₸₾₼¢₿"
_SIGN = rf"[A-Zdz{_SYMBOL}][A-Za-zčł./{_SYMBOL}]{{0,4}}"
"""What may be a sign: whether it is one, the list of currencies says."""

_SHORT = r"(?:k|m|b|t|K|M|B|T|MM)\b"
_SIZE = rf"(?ai:[\s-]?{MAGNITUDE}(?:\s(?:crore|million|billion)\b)?|{_SHORT}|\s?cr\b)"
_CENTS = r"(?<=[$£€])\.[0-9]{2}(?![0-9])"
"""An amount below one, without the nought: "$.50"."""

_SIGNED = re.compile(rf"(?P<sign>{_SIGN}?)[\s\u00a0]?(?P<number>{DIGITS}|{_CENTS})(?P<size>{_SIZE})?(?![\w%])")
_SIGNED_TAIL = re.compile(
    rf"(?:\s?[-–—]\s?|\s(?P<to>to)\s|\s(?P<and>and|or)\s)(?P<sign>{_SIGN})?[\s\u00a0]?(?P<number>{DIGITS})(?P<size>{_SIZE})?(?![\w%])"
)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_CODES = {one.code for one in currencies()} & _SIGNS
_SIGN_BEHIND = re.compile(
    rf"(?P<size>{_SIZE})?(?:[\s\u00a0]?(?P<sign>€|₽|₺|₴|₪|¢|zł|Kč)|[\s\u00a0](?P<code>{either(_CODES)}))(?![\w])"
)
_PENCE = re.compile(r"p(?=\s(?:a|per|each|to|from|on|at|in|and|by)\b|[.,;:)]|$)")

_STERLING = re.compile(r"£|\b(?:pounds|pence)\b")
"""Where it stands in the story "9.5p" is pence, and no page."""

_ADJECTIVES = {adjective for one in currencies() for adjective in one.adjectives}
_NOUNS = {noun for one in currencies() for noun in (*one.nouns, *one.names)}
_NAMED = re.compile(
    rf"(?P<size>{_SHORT})?[\s-](?:(?P<adjective>{either(_ADJECTIVES)})[\s-])?"
    rf"(?P<noun>(?ai:(?:{either(_NOUNS)})s?)|cents?|cts|pence|euro\scents)\b(?!-)"
)
_NAMED_TAIL = re.compile(rf"(?:\s?[-–—]\s?|\sto\s|\s(?P<and>and|or)\s)(?P<number>{NUMBER})(?P<more>{_SHORT})?(?=[\s-])")

_PARTS = {"cent": ("dollar", Decimal("0.01")), "cents": ("dollar", Decimal("0.01")),
          "cts": ("dollar", Decimal("0.01")),
          "euro cents": ("euro", Decimal("0.01")), "pence": ("pound", Decimal("0.01"))}  # fmt: skip


def extract(doc: Doc, story: Story, found: FactsSoFar) -> Iterator[Fact]:  # noqa: ARG001 - as every extractor
    """The sums that the story names; the same sum is one fact."""
    findings = [one for part in readable(story) for one in (*_signed(story, part), *_named(story, part))]
    yield from joined(KIND, doc, story, [_as_elsewhere(one, findings) for one in findings])


def _as_elsewhere(one: Finding, stated: Sequence[Finding]) -> Finding:
    """The sum in the currency that a surer mention of the same amount gives: "8.4 bln crowns", then "8.4 billion Norwegian crowns"."""
    same = [other for other in stated if other.value["amount"] == one.value["amount"]]
    surest = max(same, key=lambda other: other.confidence)
    doubtful = one.confidence < _DOUBTFUL <= surest.confidence
    return replace(one, value=surest.value) if doubtful and one.by == surest.by else one


_DOUBTFUL = 0.85
"""How sure a currency is that an adjective names or that only one country has."""


def _signed(story: Story, part: Span) -> Iterator[Finding]:
    """Sums with a sign or a code before the number."""
    at = part.start
    while match := _SIGNED.search(story.text, at, part.end):
        sign = match["sign"]
        at = match.start() + 1
        joined_on = sign[0].isalpha() and story.text[at - 2 : at - 1].isalnum()
        meant = of_sign(sign, story) if sign in _SIGNS and not joined_on else None
        if meant is None:
            continue
        at = match.end()
        by = "money.code" if re.fullmatch("[A-Z]{3}", sign) else "money.symbol"
        tail = _SIGNED_TAIL.match(story.text, at, part.end)
        if tail and _is_range(match, tail, story.text):
            at = tail.end()
            span = Span(match.start(), at)
            yield _sum(match["number"], match["size"] or _shared_size(match, tail), span, meant, by)
            yield _sum(tail["number"], tail["size"], span, meant, by)
        else:
            yield _sum(match["number"], match["size"], Span(*match.span()), meant, by)


def _is_range(first: re.Match[str], tail: re.Match[str], text: str) -> bool:
    """Whether two numbers share a magnitude or a sign: "$1.2-1.5 billion", "between $3 and $5 million"."""
    if tail["sign"] and tail["sign"] not in _SIGNS:
        return False
    if first["size"] and (tail["sign"] or not tail["size"]):
        return False
    if tail["sign"] and not tail["size"]:
        return False
    if tail["and"]:
        return bool(tail["sign"]) and _is_between(text, first.start())
    return not tail["to"] or bool(tail["size"])


def _shared_size(first: re.Match[str], tail: re.Match[str]) -> str | None:
    """The second number's magnitude where the first has it too: in "$5 to $6 million", not in "$750,000 to $1 million"."""
    low, high = value_of(first["number"]), value_of(tail["number"])
    return tail["size"] if low is not None and high is not None and low <= high else None


def _is_between(text: str, at: int) -> bool:
    return _BETWEEN.search(text, max(0, at - 12), at) is not None


def _sum(number: str, size: str | None, span: Span, meant: Meant, by: str) -> Finding:
    amount = value_of(f"0{number}" if number.startswith(".") else number)
    assert amount is not None
    return _finding(amount * _scale(size), span, meant, by)


def _finding(amount: Decimal, span: Span, meant: Meant, by: str) -> Finding:
    return Finding(span, {"amount": plain(amount), "currency": meant.code}, by, meant.confidence)


def _scale(size: str | None) -> Decimal:
    scale = Decimal(1)
    for word in re.findall("[a-z]+", (size or "").lower()):
        scale *= MAGNITUDES[word]
    return scale


def _named(story: Story, part: Span) -> Iterator[Finding]:
    """Sums whose currency is named or marked behind the number."""
    free = part.start
    for numeral in numerals(story.text, part):
        found = list(_behind(story, part, numeral)) if numeral.span.start >= free else []
        free = max([free, *(one.span.end for one in found)])
        yield from found


def _behind(story: Story, part: Span, numeral: Numeral) -> Iterator[Finding]:
    text, start, end = story.text, numeral.span.start, numeral.span.end
    sign = _SIGN_BEHIND.match(text, end, part.end)
    if sign and not numeral.spelled:
        scale = _scale(sign["size"]) * (Decimal("0.01") if sign["sign"] == "¢" else 1)
        meant = of_sign("$" if sign["sign"] == "¢" else sign["sign"] or sign["code"], story)
        if meant:
            yield _finding(numeral.value * scale, Span(start, sign.end()), meant, "money.symbol")
        return
    if (pence := _PENCE.match(text, end, part.end)) and not numeral.spelled:
        meant = of_name("pound", "", large=_STERLING.search(text) is not None, story=story)
        if meant:
            yield _finding(numeral.value / 100, Span(start, pence.end()), meant, "money.name")
        return
    if name := _NAMED.match(text, end, part.end):
        yield from _with_name(story, (numeral.value,), start, name)
    elif (tail := _NAMED_TAIL.match(text, end, part.end)) and not (tail["and"] and not _is_between(text, start)):
        name, second = _NAMED.match(text, tail.end(), part.end), value_of(tail["number"])
        if name and second is not None:
            scale, second = _shared_scale(tail["number"], tail["more"]), second * _scale(tail["more"])
            first = numeral.value if numeral.value >= 1000 else numeral.value * scale
            yield from _with_name(story, (first, second), start, name)


def _shared_scale(number: str, more: str | None) -> Decimal:
    """What the magnitudes behind the second of two numbers make of the first: the million of "five to seven million"."""
    return _scale(more) * _scale(" ".join(word for word in re.findall("[a-z]+", number.lower()) if word in MAGNITUDES))


def _with_name(story: Story, amounts: tuple[Decimal, ...], start: int, name: re.Match[str]) -> Iterator[Finding]:
    noun, part = _PARTS.get(re.sub(r"\s", " ", name["noun"]), (name["noun"], Decimal(1)))
    scale = _scale(name["size"]) * part
    if noun == "won" and not _is_korean(amounts[0] * scale, story.text, name.end()):
        return
    weighed = story.text.startswith(" of ", name.end())
    large = (amounts[0] * scale >= _LARGE and not weighed) or part != 1
    meant = of_name(noun, name["adjective"] or "", large, story)
    if noun == "dollar" and part != 1 and _EUROS.search(story.text, max(0, start - _NEAR), start):
        meant = of_name("euro", "", large, story)
    if meant is None:
        return
    for amount in amounts:
        yield _finding(amount * scale, Span(start, name.end()), meant, "money.name")


_NEAR = 120
_EUROS = re.compile(r"(?:€\s?[0-9]|[0-9n]\seuros?\b)(?![^;\n]*(?:\$|\bdollars?\b))(?:[^.;\n]|\.(?=\S|\s[0-9]))*$")
"""A sum in euros before cents in their sentence: these are a euro's."""

_LARGE = 10**5
"""What weighs in at as many pounds is rarely weighed in pounds."""

_WINNING = re.compile(r"\s(?:the|a|an|their|its|his|her|all|by|in|at|gold|silver|bronze)\b")


def _is_korean(amount: Decimal, text: str, end: int) -> bool:
    """Whether "won" is money and no victory: "2018 won the", "all 12 won"."""
    return amount >= 10**4 or (amount >= 100 and not 1900 <= amount <= 2100 and not _WINNING.match(text, end))
