"""CoNLL-U with entities in the last column (`Entity=(3-person-...`, `3)`), as GUM has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.errors import ReadError
from triage.evaluation.labels import Scheme, known
from triage.evaluation.sample import Annotated, Mark, Sample
from triage.evaluation.spacing import laid_out
from triage.evaluation.spans import mark, settled
from triage.evaluation.stories import from_sentences
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.evaluation.sample import Place

NAME = "CoNLL-U"

_COLUMNS = 10
_ROW = re.compile(r"\d+(?:[-.]\d+)?(?:\t[^\t]*){9}")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\((?P<opens>[^-()]+)-(?P<label>[a-z]+)[^()]*(?P<one>\))?|(?P<closes>[^()]+?)\)")


class _Word(NamedTuple):
    """A word: its form, part of speech, the number of its head (0 for none), whether a space follows, the last column."""

    form: str
    sort: str
    head: int
    space: bool
    misc: str


class _Entity(NamedTuple):
    """The label of the words `first` to `last`, counted from 0."""

    label: str
    first: int
    last: int


def can_read(text: str) -> bool:
    """Whether the first line that is neither blank nor a comment has the ten columns."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return _ROW.fullmatch(next(lines, "")) is not None


def read(text: str, place: Place) -> Annotated:
    """Each document as a story; nothing when no entities are marked. Raises ReadError."""
    documents = list(_documents(text, place.name))
    found = [[_entities(sentence) for sentence in document] for document in documents]
    labels = {one.label for document in found for sentence in document for one in sentence}
    if not labels:
        return Annotated(place.name, NAME, (), ("no entities are marked, so there is nothing to score",))
    scheme = known(labels, place.name)
    samples = [
        _sample(f"{place.name}#{number}", document, entities, scheme)
        for number, (document, entities) in enumerate(zip(documents, found, strict=True), start=1)
    ]
    return Annotated(place.name, scheme.name, samples)


def _documents(text: str, name: str) -> Iterator[list[list[_Word]]]:
    document: list[list[_Word]] = []
    sentence: list[_Word] = []
    for number, line in enumerate([*text.splitlines(), "", "# newdoc"], start=1):
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        if not line.strip() and sentence:
            document.append(sentence)
            sentence = []
        elif line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != _COLUMNS:
                raise ReadError(f"{name}, line {number}: not ten columns", title=NAME, hint="Mend the line")
            if columns[0].isdecimal():  # ranges and empty nodes are not words of the tree
                head = int(columns[6]) if columns[6].isdecimal() else 0
                sentence.append(_Word(columns[1], columns[3], head, "SpaceAfter=No" not in columns[9], columns[9]))


def _entities(sentence: Sequence[_Word]) -> list[_Entity]:
    """The entities of a sentence, those within others included."""
    found: list[_Entity] = []
    opened: list[tuple[str, str, int]] = []
    for at, word in enumerate(sentence):
        column = _ENTITY.search(word.misc)
        for bracket in _BRACKET.finditer(column[1] if column else ""):
            if bracket["one"]:
                found.append(_Entity(bracket["label"], at, at))
            elif bracket["opens"]:
                opened.append((bracket["opens"], bracket["label"], at))
            else:
                begun = next((one for one in reversed(opened) if one[0] == bracket["closes"]), None)
                if begun:
                    opened.remove(begun)
                    found.append(_Entity(begun[1], begun[2], at))
    return found


def _sample(
    name: str, document: Sequence[Sequence[_Word]], entities: Sequence[Sequence[_Entity]], scheme: Scheme
) -> Sample:
    laid = [laid_out([word.form for word in words], [word.space for word in words]) for words in document]
    story, starts = from_sentences(name, [text for text, _ in laid])
    marks: list[Mark] = []
    for words, found, (_, places), start in zip(document, entities, laid, starts, strict=True):
        for one in found:
            label = scheme.label(one.label)
            if label is None or label.kind is None:
                continue
            span = Span(start + places[one.first].start, start + places[one.last].end)
            named = _headed_by_name(words, one)
            marks.append(mark(story.text, span, label) if named else Mark(span, (label.kind,), counts=False))
    return Sample(story, scheme.kinds(), scheme.inner(), settled(story, marks))


def _headed_by_name(words: Sequence[_Word], entity: _Entity) -> bool:
    """Whether the word that the others of the entity hang on is a proper noun."""
    inside = range(entity.first + 1, entity.last + 2)
    return any(
        words[at].head not in inside and words[at].sort == "PROPN" for at in range(entity.first, entity.last + 1)
    )
