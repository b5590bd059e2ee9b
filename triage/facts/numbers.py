"""Numbers as a text writes them: "2,500", "2.5 million", "1,50,000", "5 1/2", "twenty-five", "half a dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from triage.facts.wordlist import any_word
from triage.model.fact import Span

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL = {
    **{word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}
"""Numbers that are one word below a hundred."""

_LAKH, _CRORE = 10**5, 10**7

MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "dozen": 12, "lakh": _LAKH, "lac": _LAKH, "crore": _CRORE, "lakh crore": _LAKH * _CRORE,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "trln": 10**12,
    "cr": _CRORE, "mm": 10**6, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
"""What multiplies the number before it. One letter alone is one only where the context says so: "$3m", never "3m"."""

_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "1/2": Decimal("0.5"),
              "1/4": Decimal("0.25"), "3/4": Decimal("0.75"), "half": Decimal("0.5"), "quarter": Decimal("0.25")}  # fmt: skip

DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}"
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,6}|[1-9][0-9]{0,2}(?:(?:\s[0-9]{3}){2,6}|(?:\s000){1,5})|[0-9]{1,15})"
    r"(?:\.[0-9]{1,9})?(?![.,]?[0-9])"
    r"(?:[½¼¾]|[ -](?:1/2|1/4|3/4)(?![0-9/]))?"
)
"""A number in digits: grouped by thousands or as in India, with decimals or a plain fraction. Plain spaces group thousands
where there are two groups at least or nothing but zeros: "100 000", never "40 200"."""

_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
_MULTIPLE = r"hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh\scrore|lakh|crore"

MAGNITUDE = rf"(?:(?:{_MULTIPLE})\b|(?:mln|mn|bln|bn|trln|trn|tn|lac)\b(?:\.(?=\s(?-i:[a-z])))?)"
"""A magnitude that is one whatever stands around it."""

_SPELLED = (
    rf"(?:(?:half[\s-]an?|half|an?|(?:a\squarter|three[\s-]quarters)(?:\sof\san?)?)[\s-](?:{_MULTIPLE})(?:[\s-](?:{_MULTIPLE})){{0,2}}\b"
    rf"|(?:{_WORD})(?:[\s-](?:and[\s-])?(?:{_WORD}|{_MULTIPLE})\b|[\s-]and[\s-]a[\s-]half\b){{0,8}})"
)

NUMBER = rf"(?:{DIGITS}(?ai:[\s-]?{MAGNITUDE}){{0,2}}|(?ai:{_SPELLED})\b)"
"""A number in digits or in words, its magnitude included."""

_NUMERAL = re.compile(
    rf"(?<![\w.$€£¥₹#§№])(?<![\w)][-–./:,'’+])(?<!third\sof\s)(?<!thirds\sof\s)(?<!half\sof\s){NUMBER}(?!(?:st|nd|rd|th|s|x|D|G)\b|[:/][0-9])"
)
_ALONE = re.compile(rf"(?ai:(?:{_WORD})(?:[\s-](?:{_MULTIPLE})){{0,2}})\b")
"""The first of two numbers that make none together: "five and seven million"."""

_FIRST = re.compile(rf"[0-9]+|\b{any_word((*SMALL, 'a', 'an', 'half'))}")

_LEADING_DIGITS = re.compile(r"[0-9]+(?:[\s\u00a0\u2009\u202f][0-9]{3}(?![0-9/]))*(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands; `spelled` when it is written in words."""

    span: Span
    value: Decimal
    spelled: bool


@lru_cache(maxsize=256)  # sums of money and quantities read the same paragraphs, one after the other
def numerals(text: str, within: Span) -> tuple[Numeral, ...]:
    """The numbers in that part of the text that are no part of a longer sign: not "S-400", "3:1", "F35" or "2.5.1"."""
    found: list[Numeral] = []
    for word in _FIRST.finditer(text, within.start, within.end):
        if found and word.start() < found[-1].span.end:
            continue
        match = _NUMERAL.match(text, word.start(), within.end)
        value = value_of(match[0]) if match else None
        if match and value is None and (match := _ALONE.match(text, word.start(), within.end)):
            value = value_of(match[0])
        if match and value is not None:
            found.append(Numeral(Span(*match.span()), value, not word[0].isdigit()))
    return tuple(found)


def value_of(written: str) -> Decimal | None:
    """The number that was written, None when the words make none ("two three")."""
    bare = written.lower().replace(",", "")
    digits = _LEADING_DIGITS.match(bare)
    if not digits:
        return _spelled(re.split(r"[\s-]+", bare))
    number = Decimal(re.sub(r"[^0-9.]", "", digits[0]))
    for word in re.findall(r"[½¼¾]|[0-9]/[0-9]|[a-z]+", bare[digits.end() :]):
        number = number + _FRACTIONS[word] if word in _FRACTIONS else number * MAGNITUDES[word]
    return number


def plain(number: Decimal) -> int | float:
    """The number for JSON: whole where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def _spelled(words: list[str]) -> Decimal | None:
    total, current = Decimal(0), Decimal(0)
    begun = False
    for word in words:
        if word in SMALL:
            if not _fits(current, SMALL[word]):
                return None
            current += SMALL[word]
        elif word in _FRACTIONS:
            current += _FRACTIONS[word]
        elif word == "quarters":
            current *= _FRACTIONS["quarter"]
        elif word in MAGNITUDES:
            product = (current or Decimal(1)) * MAGNITUDES[word]
            total, current = (total, product) if MAGNITUDES[word] <= 100 else (total + product, Decimal(0))
        else:
            continue
        begun = True
    return total + current if begun else None


def _fits(current: Decimal, word: int) -> bool:
    """Whether the word can follow what was counted so far: "twenty five", "two hundred six", never "two six"."""
    tail = current % 100
    return tail == 0 or (tail >= 20 and tail % 10 == 0 and word < 10)
