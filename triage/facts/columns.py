"""The words of a story as plain columns: to ask a token of spaCy's for anything costs more than most of what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

_KEPT = "triage_columns"


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a token, but for the whole `text`: text, lower case, lemma, fine tag, part of speech, relation, head (a root is its own), and offset.

    `sentences` are numbered from 0. Where the pipeline has no parser, `parsed` is false, and no word hangs on another.
    """

    text: str
    texts: Sequence[str]
    lows: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    parts: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    starts: Sequence[int]
    sentences: Sequence[int]
    parsed: bool


def columns(doc: Doc) -> Columns:
    """The columns of a Doc that all components have seen. Read once and kept with it."""
    found: Columns | None = doc.user_data.get(_KEPT)
    if found is None:
        found = doc.user_data[_KEPT] = _read(doc)
    return found


def _read(doc: Doc) -> Columns:
    table = doc.to_array(["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP"]).T.tolist() if len(doc) else [[]] * 6
    texts, lows, lemmas, tags, parts, deps = (_words(column, doc.vocab.strings) for column in table)
    numbers = doc.to_array(["HEAD", "IDX", "SENT_START"]).astype("int64").T.tolist() if len(doc) else [[]] * 3
    parsed = doc.has_annotation("DEP")
    heads = [at + by for at, by in enumerate(numbers[0])] if parsed else list(range(len(doc)))
    sentences, number = [], -1
    for begins in numbers[2]:
        number += begins == 1 or number < 0
        sentences.append(number)
    return Columns(doc.text, texts, lows, lemmas, tags, parts, deps, heads, numbers[1], sentences, parsed)


def _words(keys: Iterable[int], strings: Any) -> list[str]:
    """The strings behind the keys, each looked up once."""
    keys = list(keys)
    known = {key: strings[key] if key else "" for key in set(keys)}
    return [known[key] for key in keys]
