"""The one place that loads a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.pipeline import SpanRuler
from spacy.util import compile_infix_regex

from triage.errors import FactsError
from triage.facts import sentences  # noqa: F401 - registers the sentence component
from triage.facts.lexicons import phrases

if TYPE_CHECKING:
    from spacy.language import Language

LEXICON = "lexicon"
"""The key in `doc.spans` of the phrases found: label as in the table of lexicons, `id_` the entry's name. They overlap."""

ENTITY_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "NORP": "NATIONALITY",
    "PRODUCT": "PRODUCT",
}  # fmt: skip
"""What the labels of trained pipelines are called here."""


def load(name: str | None) -> Language:
    """The pipeline that annotates stories: our own components on a blank one, or on the one that `name` names.

    `name` is a package or a path. Raises FactsError when it cannot be loaded.
    """
    nlp = _own() if name is None else _named(name)
    nlp.add_pipe("triage_sentences", first=True)
    ruler = nlp.add_pipe("span_ruler", name="triage_lexicon", config={"spans_key": LEXICON})
    assert isinstance(ruler, SpanRuler)
    patterns: list[dict[str, str | list[dict[str, Any]]]] = [
        {"label": one.label, "pattern": one.form, "id": one.normal} for one in phrases()
    ]
    with nlp.select_pipes(enable=[]):
        ruler.add_patterns(patterns)
    return nlp


def identity(nlp: Language, name: str | None) -> str:
    """The pipeline's name and version, for the signature of what it found."""
    if name is None:
        return "own"
    return f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}-{nlp.meta.get('version')}"


def _own() -> Language:
    nlp = spacy.blank("en")
    # "U.S.-led" and "F-35/S-400" are two words each; spaCy keeps them whole.
    infixes = (
        *(nlp.Defaults.infixes or ()),
        r"(?<=[A-Za-z]\.)-(?=[A-Za-z])",
        r"(?<=[A-Za-z0-9])/(?=[A-Za-z])",
        r"—|–|--+",
    )
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]  # spaCy's own idiom
    return nlp


def _named(name: str) -> Language:
    try:
        return spacy.load(Path(name) if Path(name).exists() else name)
    except (OSError, ValueError, ImportError) as error:
        raise FactsError(
            f"The spaCy pipeline {name} cannot be loaded: {_first_line(error)}",
            title="Pipeline not loaded",
            hint=f"Install it with `python -m spacy download {name}`, name a folder, or leave it out to use the program's own",
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
