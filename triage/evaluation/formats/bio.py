"""Token files: a word and its BIO tag a line, blank lines between sentences, -DOCSTART- between documents."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.evaluation.labels import Scheme, known
from triage.evaluation.sample import Annotated, Mark, Sample
from triage.evaluation.spacing import divides_hyphens, laid_out, spaces
from triage.evaluation.spans import mark, settled
from triage.evaluation.stories import from_sentences
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triage.evaluation.sample import Place

NAME = "BIO"

_START = "-DOCSTART-"
_TAG = re.compile(r"O|[BI]-\S+")

_Sentence = list[tuple[str, str]]
"""Words with their tags."""


def can_read(text: str) -> bool:
    """Whether the first line that is neither blank nor a comment is a word with a tag."""
    return next((_fields(line) is not None for line in text.splitlines() if line and line[0] != "#"), False)


def read(text: str, place: Place) -> Annotated:
    """Each document as a story; in a file that divides none, each sentence. Raises ReadError for unknown labels."""
    documents = list(_documents(text, place.name))
    sentences = [sentence for document in documents for sentence in document]
    scheme = known((tag[2:] for sentence in sentences for _, tag in sentence if tag != "O"), place.name)
    stories = documents if f"\n{_START}" in f"\n{text}" else [[sentence] for sentence in sentences]
    hyphens = divides_hyphens(word for sentence in sentences for word, _ in sentence)
    samples = [_sample(f"{place.name}#{number}", one, scheme, hyphens) for number, one in enumerate(stories, start=1)]
    return Annotated(place.name, scheme.name, samples)


def _documents(text: str, name: str) -> Iterator[list[_Sentence]]:
    document: list[_Sentence] = []
    for blank, lines in groupby(enumerate(text.splitlines(), start=1), key=lambda line: not line[1].strip()):
        if blank:
            continue
        sentence: _Sentence = []
        for number, line in lines:
            if line.startswith(_START):
                if document:
                    yield document
                document = []
            elif not (line.startswith("# ") and not sentence):
                sentence.append(_checked(line, number, name))
        if sentence:
            document.append(sentence)
    if document:
        yield document


def _checked(line: str, number: int, name: str) -> tuple[str, str]:
    fields = _fields(line)
    if fields is None:
        raise ReadError(
            f"{name}, line {number}: no word with a BIO tag: {line[:40]!r}", title="BIO file", hint="Mend the line"
        )
    return fields


def _fields(line: str) -> tuple[str, str] | None:
    """Word and tag: the first and the last column."""
    columns = line.split("\t") if "\t" in line else line.split()
    if len(columns) < 2 or not columns[0].strip() or not _TAG.fullmatch(columns[-1].strip()):
        return None
    return columns[0].strip(), columns[-1].strip()


def _sample(name: str, document: Sequence[_Sentence], scheme: Scheme, hyphens: bool) -> Sample:
    texts, spans = [], []
    for sentence in document:
        words = [word for word, _ in sentence]
        text, places = laid_out(words, spaces(words, hyphens=hyphens))
        texts.append(text)
        spans.append(places)
    story, starts = from_sentences(name, texts)
    marks: list[Mark] = []
    for sentence, places, at in zip(document, spans, starts, strict=True):
        for label, first, last in labelled(tag for _, tag in sentence):
            known = scheme.label(label)
            if known:
                marks.append(mark(story.text, Span(at + places[first].start, at + places[last].end), known))
    return Sample(story, scheme.kinds(), scheme.inner(), settled(story, marks))


def labelled(tags: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Label, first and last word of each entity; an I- that continues nothing begins one."""
    label, first, last = "", 0, 0
    for at, tag in enumerate(tags):
        if label and tag == f"I-{label}":
            last = at
            continue
        if label:
            yield label, first, last
        label, first, last = ("" if tag == "O" else tag[2:]), at, at
    if label:
        yield label, first, last
