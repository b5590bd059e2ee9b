"""The table of lexicons: which list gives which label, and the phrases that the pipeline looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list in `lexicon/` and the label of its phrases. `aliases` is the column that holds other forms, split by "|"."""

    name: str
    label: str
    aliases: int | None = None


LEXICONS: tuple[Lexicon, ...] = (
    Lexicon("countries", "COUNTRY", aliases=2),
    Lexicon("nationalities", "NATIONALITY", aliases=2),
    Lexicon("regions", "REGION", aliases=3),
    Lexicon("organizations", "ORG", aliases=2),
    Lexicon("weapons", "WEAPON", aliases=2),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One form as it stands in a text; `normal` is the entry's name, which becomes the `id_` of the matched span."""

    label: str
    normal: str
    form: str


def phrases() -> Iterator[Phrase]:
    """Every form of every entry of every list."""
    for lexicon in LEXICONS:
        for row in rows(lexicon.name):
            for form in dict.fromkeys((row[0], *_aliases(row, lexicon.aliases))):
                yield Phrase(lexicon.label, row[0], form)


def _aliases(row: list[str], column: int | None) -> list[str]:
    if column is None or len(row) <= column:
        return []
    return [one.strip() for one in row[column].split("|") if one.strip()]
