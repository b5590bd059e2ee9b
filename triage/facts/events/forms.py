"""The forms of verbs and nouns, so that a list names each word once: "sign" finds signs, signed and signing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = "aeiou"


def verb_forms(verb: str) -> Iterator[str]:
    """Every form of a verb, itself first; what is irregular is in `irregular.tsv`."""
    yield verb
    yield from _irregular().get(verb, ())
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield verb[:-1] + "ies"
    else:
        yield verb + "s"
    yield (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        yield verb[:-1] + "ied"
    else:
        yield verb.removesuffix("e") + "ed"
    if len(verb) > 2 and verb[-1] not in "wxy" + _VOWELS and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        yield from (verb + verb[-1] + ending for ending in ("ed", "ing"))


def noun_forms(noun: str) -> tuple[str, str]:
    """Singular and plural."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun, noun + "es"
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in rows("irregular")}
