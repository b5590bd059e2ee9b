"""The one place that loads a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.pipeline import SpanRuler
from spacy.util import compile_infix_regex
from thinc.api import use_ops

from triage.errors import FactsError
from triage.facts import sentences
from triage.facts.flags import flagged
from triage.facts.lexicons import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEXICON = "lexicon"
"""The key in `doc.spans` of the phrases found: label as in the table of lexicons, `id_` the entry's name. They overlap."""

SHIPPED = Path(__file__).parent / "model"
"""The pipeline that the program brings along; `triage/facts/training` makes it."""

RULES = "rules"
"""The name of the pipeline that has no trained components: lists and rules alone."""

ENTITY_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE",
    "NORP": "NATIONALITY", "NATIONALITY": "NATIONALITY",
    "WEAPON": "WEAPON",
    "PRODUCT": "OTHER", "EVENT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER", "LANGUAGE": "OTHER", "MISC": "OTHER", "OTHER": "OTHER",
}  # fmt: skip
"""What the labels of trained pipelines are called here."""


CHOSEN = "triage_chosen"
"""The key in `doc.user_data` of a pipeline that a person has chosen: its word for a name is enough."""


FAMILIES = "triage_families"
"""The key in `doc.user_data` of the folder with a newsroom's own families of events."""


@Language.component(CHOSEN)
def chosen_by_hand(doc: Doc) -> Doc:
    """Tells those who read the Doc that its pipeline was chosen by a person."""
    doc.user_data[CHOSEN] = True
    return doc


def load(name: str | None) -> Language:
    """The pipeline that annotates stories: our own components on the one that the program ships, or that `name` names.

    `name` is a package, a path, or RULES for none but our own. Raises FactsError when it cannot be loaded.
    """
    chosen = name not in (None, RULES)
    name = name or str(SHIPPED)
    nlp = tokenized(spacy.blank("en", meta={"name": RULES})) if name == RULES else _named(name)
    if chosen:
        nlp.add_pipe(CHOSEN)
    flagged(nlp)
    nlp.add_pipe(sentences.NAME, first=True)
    ruler = nlp.add_pipe("span_ruler", name="triage_lexicon", config={"spans_key": LEXICON})
    assert isinstance(ruler, SpanRuler)
    patterns: list[dict[str, str | list[dict[str, Any]]]] = [
        {"label": one.label, "pattern": one.form, "id": one.normal} for one in phrases()
    ]
    with nlp.select_pipes(enable=[]):
        ruler.add_patterns(patterns)
    return nlp


def identity(nlp: Language) -> str:
    """The pipeline's name and version, for the signature of what it found."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def tokenized(nlp: Language) -> Language:
    """The pipeline, with words divided as we do it: "U.S.-led" and "F-35/S-400" are two each; spaCy keeps them whole."""
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
        with use_ops(
            "numpy", use_blis=False
        ):  # numpy multiplies matrices of this size in half the time that BLIS takes
            return spacy.load(Path(name) if Path(name).exists() else name)
    except (OSError, ValueError, ImportError) as error:
        raise FactsError(
            f"The spaCy pipeline {name} cannot be loaded: {_first_line(error)}",
            title="Pipeline not loaded",
            hint=f"Install it with `python -m spacy download {name}`, name a folder, or leave it out to use the program's own",
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
