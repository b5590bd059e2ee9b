"""The dependency parse as the events read it, whichever labels a pipeline uses."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from triage.facts.events.clauses import clause
from triage.facts.events.parse import read

Token = tuple[str, str, str, int]


def doc(*tokens: Token) -> Doc:
    """A Doc of text, tag, relation and head, the head as an index."""
    return Doc(
        spacy.blank("en").vocab,
        [text for text, _, _, _ in tokens],
        tags=[tag for _, tag, _, _ in tokens],
        pos=["X"] * len(tokens),
        deps=[relation for _, _, relation, _ in tokens],
        heads=[head for _, _, _, head in tokens],
    )


CLEAR = doc(
    ("The", "DT", "det", 1),
    ("base", "NN", "nsubjpass", 4),
    ("was", "VBD", "auxpass", 4),
    ("not", "RB", "neg", 4),
    ("attacked", "VBN", "ROOT", 4),
    ("by", "IN", "agent", 4),
    ("rebels", "NNS", "pobj", 5),
    ("from", "IN", "prep", 4),
    ("out", "IN", "prep", 7),
    ("of", "IN", "prep", 8),
    ("Syria", "NNP", "pobj", 9),
)
UNIVERSAL = doc(
    ("The", "DT", "det", 1),
    ("base", "NN", "nsubj:pass", 4),
    ("was", "VBD", "aux:pass", 4),
    ("not", "RB", "advmod", 4),
    ("attacked", "VBN", "ROOT", 4),
    ("by", "IN", "case", 6),
    ("rebels", "NNS", "obl:agent", 4),
)


def test_both_styles_say_the_same() -> None:
    for annotated in (CLEAR, UNIVERSAL):
        parse = read(annotated)
        assert parse is not None
        one = clause(parse, 4)
        assert (one.subjects, one.objects, one.passive) == ((6,), (1,), True)
        assert (one.mood.modality, one.mood.negated) == ("did", True)


def test_prepositions_are_the_case_of_their_noun() -> None:
    parse = read(CLEAR)
    assert parse is not None
    assert (parse.rels[6], parse.heads[6], parse.case(6)) == ("obl:agent", 4, "by")
    assert (parse.rels[10], parse.heads[10]) == ("obl", 4)
    assert parse.case(10).startswith("from")


def test_a_doc_without_a_parse_has_none() -> None:
    assert read(Doc(spacy.blank("en").vocab, ["Rebels", "attacked"])) is None
    assert read(Doc(spacy.blank("en").vocab, [])) is None
