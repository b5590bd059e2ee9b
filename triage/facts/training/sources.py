"""The sets that the pipeline is trained on: the public ones that may be trained on, and sentences of our own."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from triage.errors import FactsError
from triage.facts.training.labels import COUNTRY, NATIONALITY, ORG, OTHER, PERSON, PLACE, TEAM, WEAPON, mended
from triage.facts.training.sample import Sample, Tree
from triage.facts.training.spacing import spaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.language import Language

_LABELS = (PERSON, ORG, PLACE, NATIONALITY, WEAPON, OTHER, TEAM, COUNTRY)
_MARK = re.compile(rf"\[({'|'.join(_LABELS)}) ([^\[\]]+)\]")

Paragraph = tuple[Sample, ...]
"""Sentences that follow each other; what stands between blank lines or in one document."""


def named(path: Path) -> list[Paragraph]:
    """The sentences of a file of tokens with entities: a word, a tab and its tag a line, blank lines between sentences."""
    documents: list[list[Sample]] = [[]]
    for block in _blocks(path):
        lines = [line.split("\t") for line in block if not line.startswith("#")]
        if lines and lines[0][0] == "-DOCSTART-":
            documents.append([])
            continue
        words = tuple(line[0] for line in lines if line[0])
        if words:
            tags = mended(words, [line[-1] for line in lines if line[0]])
            documents[-1].append(Sample(words, spaces(words), tags))
    return [tuple(one) for one in documents if one]


def parsed(path: Path) -> list[Paragraph]:
    """The sentences of a treebank in CoNLL-U, a paragraph each. Empty nodes are left out, of a contraction the words stay."""
    paragraphs: list[list[Sample]] = []
    for block in _blocks(path):
        if not paragraphs or any(line.startswith(("# newpar", "# newdoc")) for line in block):
            paragraphs.append([])
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        paragraphs[-1].append(_tree_of(rows))
    return [tuple(one) for one in paragraphs if one]


def own(nlp: Language) -> list[Paragraph]:
    """Our own sentences, each in a file of `sentences/`, names marked as `[PERSON Jane Smith]`. Raises FactsError."""
    found: list[Paragraph] = []
    for file in sorted(files("triage.facts.training").joinpath("sentences").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".txt"):
            lines = file.read_text(encoding="utf-8").splitlines()
            found += [(marked(line, nlp, file.name),) for line in lines if line.strip() and line[0] != "#"]
    return found


def _blocks(path: Path) -> Iterator[list[str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            yield from _split(line.rstrip("\n") for line in file)
    except OSError as error:
        raise FactsError(
            f"{path} cannot be read: {error.strerror or error}", title="Training data", hint="Name the corpora's folder"
        ) from error


def _split(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _tree_of(rows: list[list[str]]) -> Sample:
    rows = [row for row in rows if row[0].isdecimal()]
    trees = [
        Tree(row[4], row[3], "" if row[5] == "_" else row[5], row[2], int(row[6]) - 1 if row[6] != "0" else at, row[7])
        for at, row in enumerate(rows)
    ]
    trees = [Tree(one.tag, one.pos, one.morph, one.lemma, one.head, _short(one.dep)) for one in trees]
    after = tuple("SpaceAfter=No" not in row[9] for row in rows)
    return Sample(tuple(row[1] for row in rows), after, trees=tuple(trees))


def _short(relation: str) -> str:
    """Relations without their subtypes, but for those that rules ask for."""
    kept = ("nsubj:pass", "aux:pass", "obl:tmod", "obl:agent", "nmod:poss", "csubj:pass", "compound:prt", "acl:relcl")
    return "ROOT" if relation == "root" else relation if relation in kept else relation.split(":")[0]


def marked(line: str, nlp: Language, file: str) -> Sample:
    """The sentence of a line with marks. Raises FactsError, which names the `file`, for a mark that is none."""
    text, marks = "", []
    at = 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        marks.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    text += line[at:]
    if "[" in text or "]" in text:
        raise FactsError(f"{file}: a mark is not one of {', '.join(_LABELS)}: {line}", title="Training data")
    doc = nlp.make_doc(text)
    tags = ["O"] * len(doc)
    for start, end, label in marks:
        span = doc.char_span(start, end, alignment_mode="expand")
        for token in span or ():
            tags[token.i] = f"{'B' if span and token.i == span.start else 'I'}-{label}"
    return Sample(tuple(token.text for token in doc), tuple(bool(token.whitespace_) for token in doc), tuple(tags))
