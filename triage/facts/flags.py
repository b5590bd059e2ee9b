"""What the lists say of a word, as features of it: a trained pipeline learns how much to believe them, here and there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import IDS  # type: ignore[import-not-found]  # compiled, and without a stub

from triage.facts.gazetteer import gazetteer
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

GIVEN, FAMILY, PLACE, ORDINARY = "FLAG60", "FLAG61", "FLAG62", "FLAG63"
"""spaCy's names for flags of a program's own; `training/config.cfg` has them among the attributes of a word. All four are
the last that it has room for, far from those that it may come to use itself."""


def flagged(nlp: Language) -> Language:
    """The pipeline, its words marked as given names, family names, places, and ordinary words, as far as lists know them."""
    words, known = vocabulary(), gazetteer()
    tests: dict[str, Callable[[str], bool]] = {
        GIVEN: lambda text: _name(text) in words.given,
        FAMILY: lambda text: _name(text) in words.family,
        PLACE: lambda text: known.place(_name(text)) is not None,
        ORDINARY: lambda text: text.lower() in words.ordinary,
    }
    for flag, test in tests.items():
        nlp.vocab.add_flag(test, IDS[flag])
    return nlp


def _name(text: str) -> str:
    """A shouted name as it is written elsewhere."""
    return text.title() if text.isupper() and len(text) > 3 else text
