"""Where sentences start: a component for pipelines without a parser, used with every pipeline alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy
from spacy.language import Language

from triage.facts.columns import columns
from triage.facts.lexicon import words
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

NAME = "triage_sentences"
"""The component's name in a pipeline."""

LEDE = "triage_lede"
"""The key in `doc.user_data` of the offset at which the dateline ends: what follows is a sentence by itself, for a parser takes
the place for its subject."""

_CLOSING = frozenset("”’\"')]»“'") | {"''"}
"""Marks that may stand between the end of a sentence and the start of the next. A curly or straight opening mark is told
from a closing one by the space before it."""

_NEVER_LAST = words(
    "mr mrs ms dr prof st gen lt col maj capt cmdr adm sgt cpl pvt rev fr hon gov sen rep reps sens pres amb messrs mt ft "
    "nos vs v art fig op cf e.g i.e approx jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations that something always follows: titles, months before a day, numbers."""

_ENDING = ".!?…\n"

_STARTERS = words(
    "The A An In On At But And He She It They We I You His Her Its Their This That These Those There As For From With By "
    "When While After Before Since If Although Though However Meanwhile Last Some Many Most Both Other Another Earlier "
    "Also What Who How Why Where No Not"
)
"""Words that are capitalised only where a sentence starts: they decide after "U.S." and "Inc."."""

_SAYING = words("said says told asked added replied wrote")


@Language.component(NAME, assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Marks every token as one that starts a sentence or not. No sentence runs across a blank line."""
    starts = numpy.full(len(doc), -1, dtype="int64")
    after = 0
    # Few tokens can end a sentence: their last character says so, which spares the others the look at the Doc.
    for at in [token.i for token in doc if token.text[-1] in _ENDING]:
        if at >= after:
            after, start = _boundary(doc, at)
            if start is not None and start < len(doc):
                starts[start] = 1
    if len(doc):
        starts[0] = 1
    lede = doc.user_data.get(LEDE)
    if lede is not None and (at := bisect_left([token.idx for token in doc], lede)) < len(doc):
        starts[at] = 1
    # One array for all tokens: setting them one by one makes spaCy look through the whole Doc each time.
    doc.from_array(["SENT_START"], starts.astype("uint64")[:, None])  # type: ignore[arg-type]  # the stub wants a type that numpy arrays are not
    return doc


def _boundary(doc: Doc, at: int) -> tuple[int, int | None]:
    """The index to go on from, and the start of a sentence if what stands at `at` ends one."""
    token = doc[at]
    if token.is_space:
        return at + 1, at + 1 if "\n\n" in token.text or "\r\n\r\n" in token.text else None
    if not _may_end(token):
        return at + 1, None
    following = at + 1
    while following < len(doc) and _closes(doc[following]):
        following += 1
    return following, following if following < len(doc) and _may_start(doc, following, token) else None


def _may_end(token: Token) -> bool:
    text = token.text
    if text in (".", "!", "?", "…", "?!", "!!") or set(text) == {"."}:
        return not (text == "." and _abbreviates(token))
    if len(text) > 1 and text.endswith("."):
        return text[:-1].lower() not in _NEVER_LAST and text != "No."
    return False


def _abbreviates(token: Token) -> bool:
    """Whether the lone full stop belongs to an abbreviation or an initial before it."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    if before.whitespace_:
        return False
    if before.text.lower() == "no":
        return token.i + 1 < len(token.doc) and token.nbor(1).text[0].isdigit()  # "No. 5"; else what somebody said
    return before.text.lower() in _NEVER_LAST or (len(before.text) == 1 and before.text.isupper())


def _closes(token: Token) -> bool:
    return token.text in _CLOSING and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space


def _may_start(doc: Doc, at: int, end: Token) -> bool:
    """Whether a sentence can start at `at` when `end` is what closed the one before."""
    token = doc[at]
    if token.is_space or not doc[at - 1].whitespace_:
        return False
    first = token
    while first.i < len(doc) - 1 and (first.is_quote or first.text in "([«‘“"):
        first = first.nbor(1)
    if first.text[0].islower() or (first.is_punct and first is not token):
        return False
    if len(end.text) > 1 and end.text[-1] == "." and set(end.text) != {"."}:
        return first.text in _STARTERS or token.is_quote
    quoted = doc[at - 1].text in _CLOSING
    said = first.i < len(doc) - 1 and first.nbor(1).text in _SAYING
    return not (quoted and end.text in "?!" and said)


def sentence_at(doc: Doc, offset: int) -> Span:
    """The sentence that holds the character at `offset`, without the space around it."""
    spans: list[Span] | None = doc.user_data.get(_KEPT)
    if spans is None:
        spans = doc.user_data[_KEPT] = list(_spans(doc))
    at = bisect_right(spans, offset, key=lambda one: one.start) - 1
    return spans[max(at, 0)] if spans else Span(offset, offset + 1)


def _spans(doc: Doc) -> Iterator[Span]:
    whole = columns(doc).text
    for sent in doc.sents:
        begin = sent.start_char
        text = whole[begin : sent.end_char]
        start = begin + len(text) - len(text.lstrip())
        yield Span(start, max(start + 1, begin + len(text.rstrip())))


_KEPT = "triage_sentences"
