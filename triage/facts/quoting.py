"""Which verb of speech a quoted piece belongs to, and which pieces make one quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage.facts.attribution import Attribution
from triage.facts.lexicon import words
from triage.facts.phrases import PAST, Frame, Run, name_before, phrase_from

if TYPE_CHECKING:
    from triage.facts.quotations import Piece


@dataclass(frozen=True, slots=True)
class Quoted:
    """Pieces of one paragraph that are one quotation, with what introduces it in that paragraph.

    `cue` and `source` are runs of the paragraph's frame, None where nothing there says who speaks. `rule` says where
    they stand: "after", "before", "sentence" (elsewhere in the sentence), "colon", "dash" or "alone".
    """

    pieces: tuple[int, ...]
    rule: str
    source: Run | None = None
    cue: Run | None = None


Said = Mapping[int, Attribution]
"""The attributions of a frame, by the index of their verb."""

_LONGEST_SENTENCE = 100
_CLAUSES = words(
    "and but while as which that or when because after before if though although who where since until than"
)
_DASHES = ("-", "—", "–", "--", "―")
_SMALL = words("a an the and or of in on at to for with by from de la le as is it")
_NAMES_IT = words(
    "so-called titled entitled dubbed nicknamed named headlined entitled slogan song film movie book show album series"
)


def quoted(text: str, frame: Frame, pieces: Sequence[Piece], said: Said, goes_on: bool) -> list[Quoted]:
    """The quotations of one paragraph, in order; what is in marks but is no speech (a title, a nickname) is left out.

    `goes_on` says that the paragraph before left a quotation open: a piece that this one begins with belongs to it.
    """
    out: list[Quoted] = []
    more: list[list[int]] = []
    for at, word in enumerate(frame):
        if word.piece < 0:
            continue
        piece = pieces[word.piece]
        found = _introduced(text, frame, at, piece, said)
        if out and _is_same(frame, out[-1], found, at):
            more[-1].append(word.piece)
        elif (goes_on and at == 0) or _is_speech(text, frame, at, piece, found):
            out.append(found)
            more.append([word.piece])
    return [replace(one, pieces=tuple(numbers)) for one, numbers in zip(out, more, strict=True)]


def _is_same(frame: Frame, last: Quoted, found: Quoted, at: int) -> bool:
    """Whether the piece at the index belongs to the last quotation: one verb for both, or a new sentence of its own right
    after the sentence that the verb closed."""
    if found.cue is not None or last.cue is None:
        return found.cue is not None and found.cue == last.cue
    opens = at > 0 and frame[at].sentence == at and frame[at - 1].sentence == frame[last.cue[0]].sentence
    return (
        found.rule == "alone" and last.rule == "after" and (opens or frame[at].sentence == frame[last.cue[0]].sentence)
    )


def _introduced(text: str, frame: Frame, at: int, piece: Piece, said: Said) -> Quoted:
    """The piece at the index of the frame with what introduces it."""
    number = frame[at].piece
    inner = piece.inner.of(text)
    last = inner.rstrip("’'”\")]")[-1:] or inner[-1]
    finders = (("after", _after), ("before", _before), ("sentence", _later))
    called = inner[0].islower() and at - 1 in said
    if called or (last not in ",!?…—–-" and not _comma_follows(frame, at)):
        finders = (finders[1], finders[0], finders[2])
    for rule, find in finders:
        if found := find(frame, at, last, said):
            return Quoted((number,), rule, found.source, found.cue)
    if at > 0 and frame[at - 1].text == ":" and (source := _speaks_up(frame, at - 1)):
        return Quoted((number,), "colon", source)
    dashed = phrase_from(frame, at + 2) if at + 1 < len(frame) and frame[at + 1].text in _DASHES else None
    if dashed and _ends_line(text, frame, dashed[1]):
        return Quoted((number,), "dash", dashed)
    return Quoted((number,), "alone")


def _speaks_up(frame: Frame, colon: int) -> Run | None:
    """Who stands before the colon, with or without a verb: "Roe: ..."; "She shook her head: ..."."""
    source = name_before(frame, colon)
    if source is None:
        return None
    verb = next((at for at in range(source[0] + 1, source[1]) if frame[at].low in PAST), source[1])
    return (source[0], verb)


def _ends_line(text: str, frame: Frame, at: int) -> bool:
    """Whether nothing, a new line or another quotation stands at the index, a full stop apart."""
    at += at < len(frame) and frame[at].text == "."
    return at == len(frame) or frame[at].piece >= 0 or "\n" in text[frame[at - 1].end : frame[at].start]


def _comma_follows(frame: Frame, at: int) -> bool:
    return at + 1 < len(frame) and frame[at + 1].text == ","


def _after(frame: Frame, at: int, last: str, said: Said) -> Attribution | None:
    """The attribution that begins right after the piece: "..." he said; "..." said Smith, a lawyer."""
    first = at + 1
    while first < len(frame) and frame[first].text in (",", *_DASHES):
        first += 1
    if first >= len(frame) or not frame[first].is_word or frame[first].low in _CLAUSES:
        return None
    if last == "." and frame[first].capital:
        return None
    first_found: Attribution | None = None
    for cue in _until_stop(frame, first):
        found = said.get(cue)
        as_saying = (
            found is not None and frame[cue - 1].low == "as"
        )  # "IRNA quoted him as saying", "he was quoted as saying"
        if found is None or (frame[cue].low.endswith("ing") and not as_saying):
            continue
        if as_saying and first_found is not None:
            return found
        if first_found is not None:
            if found.source[0] <= first_found.cue[0] < found.source[1]:  # "a man who said ... told reporters"
                return found
            continue
        start = cue if found.after else found.source[0]
        if start != first and not _only_adverbial(frame, first, start):
            return None
        first_found = found
    return first_found


def _until_stop(frame: Frame, first: int) -> Iterator[int]:
    """The indices of the clause that begins at `first`."""
    for at in range(first, min(len(frame), first + 30)):
        if frame[at].piece >= 0 or frame[at].text in ".;:!?":
            return
        yield at


def _only_adverbial(frame: Frame, start: int, end: int) -> bool:
    """Whether what stands between is an aside of a few words that a comma closes, or a title."""
    return 0 < end - start <= 6 and (frame[end - 1].text == "," or all(word.is_word for word in frame[start:end]))


def _before(frame: Frame, at: int, last: str, said: Said) -> Attribution | None:  # noqa: ARG001 - finders share a shape
    """The nearest attribution before the piece in its sentence: Smith said: "..."; what they called "..."."""
    for back in range(at - 1, max(frame[at].sentence, at - _LONGEST_SENTENCE) - 1, -1):
        found = said.get(back)
        if found and found.strength != "beside":
            return found
    return None


def _later(frame: Frame, at: int, last: str, said: Said) -> Attribution | None:  # noqa: ARG001 - finders share a shape
    """An attribution further on in the piece's sentence, after a comma: the "..." plan was dead, Smith said."""
    for ahead in range(at + 1, min(len(frame), at + _LONGEST_SENTENCE)):
        if frame[ahead].sentence != frame[at].sentence:
            return None
        found = said.get(ahead)
        if found and found.strength == "plain" and (found.after or frame[found.source[0] - 1].text == ","):
            return found
    return None


def _is_speech(text: str, frame: Frame, at: int, piece: Piece, found: Quoted) -> bool:
    """Whether the piece is something said, not a title, a nickname or a word held with tongs."""
    inner = piece.inner.of(text)
    count = len(inner.split(None, 12))
    if count == 1 and inner[-1] not in ".!?,…":
        return False
    if found.rule in ("after", "colon", "dash"):
        return True
    if _is_nickname(frame, at, count) or _is_title(frame, at, inner):
        return False
    if found.rule == "alone":
        sentence_like = count > 4 or (count > 2 and inner[-1] in ".!?,…")
        return sentence_like and not piece.single and (piece.closed or count > 4)
    return not piece.single or count > 1


def _is_nickname(frame: Frame, at: int, count: int) -> bool:
    """Dwayne "The Rock" Johnson."""
    return count <= 3 and 0 < at < len(frame) - 1 and frame[at - 1].capital and frame[at + 1].capital


def _is_title(frame: Frame, at: int, inner: str) -> bool:
    """The name of a book, a show or a plan: every long word is capitalised, or a word before says so."""
    if any(word.low in _NAMES_IT for word in frame[max(0, at - 3) : at]):
        return True
    long_words = [word for word in inner.strip(".,!?").split(None, 12) if word.lower() not in _SMALL]
    return len(long_words) < 9 and len(inner.split(None, 2)) > 1 and all(not word[0].islower() for word in long_words)
