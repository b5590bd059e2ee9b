"""Which verb of speech a quoted piece belongs to, and which pieces make one quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.facts.attribution import Attribution, Run, attribution, name_after, name_before
from triage.facts.frames import Word
from triage.facts.lexicon import words
from triage.facts.quotations import Piece

Frame = Sequence[Word]


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


_CLAUSES = words(
    "and but while as which that or when because after before if though although who where since until than"
)
_DASHES = ("-", "—", "–", "--", "―")
_SMALL = words("a an the and or of in on at to for with by from de la le as is it")
_NAMES_IT = words(
    "so-called titled entitled dubbed nicknamed named headlined entitled slogan song film movie book show album series"
)


def quoted(text: str, frame: Frame, pieces: Sequence[Piece]) -> list[Quoted]:
    """The quotations of one paragraph, in order; what is in marks but is no speech (a title, a nickname) is left out."""
    out: list[Quoted] = []
    for at, word in enumerate(frame):
        if word.piece < 0:
            continue
        piece = pieces[word.piece]
        found = _introduced(text, frame, at, piece)
        same = out and (found.cue == out[-1].cue is not None if found.rule != "alone" else _goes_on(frame, out[-1], at))
        if same:
            out[-1] = _joined(out[-1], word.piece)
        elif _is_speech(text, frame, at, piece, found):
            out.append(found)
    return out


def _joined(one: Quoted, piece: int) -> Quoted:
    return Quoted((*one.pieces, piece), one.rule, one.source, one.cue)


def _introduced(text: str, frame: Frame, at: int, piece: Piece) -> Quoted:
    """The piece at the index of the frame with what introduces it."""
    number = frame[at].piece
    inner = piece.inner.of(text)
    finders = (("after", _after), ("before", _before), ("sentence", _later))
    if inner[0].islower() or (inner[-1] not in ",!?…—–-" and not _comma_follows(frame, at)):
        finders = (finders[1], finders[0], finders[2])
    for rule, find in finders:
        if found := find(frame, at, inner):
            return Quoted((number,), rule, found.source, found.cue)
    if at > 0 and frame[at - 1].text == ":" and (source := name_before(frame, at - 1)):
        return Quoted((number,), "colon", source)
    dashed = name_after(frame, at + 2) if at + 1 < len(frame) and frame[at + 1].text in _DASHES else None
    if dashed and _ends_line(text, frame, dashed[1]):
        return Quoted((number,), "dash", dashed)
    return Quoted((number,), "alone")


def _ends_line(text: str, frame: Frame, at: int) -> bool:
    """Whether nothing, a new line or another quotation stands at the index."""
    return at == len(frame) or frame[at].piece >= 0 or "\n" in text[frame[at - 1].end : frame[at].start]


def _comma_follows(frame: Frame, at: int) -> bool:
    return at + 1 < len(frame) and frame[at + 1].text == ","


def _after(frame: Frame, at: int, inner: str) -> Attribution | None:
    """The attribution that begins right after the piece: "..." he said; "..." said Smith, a lawyer."""
    first = at + 1
    while first < len(frame) and frame[first].text in (",", *_DASHES):
        first += 1
    if first >= len(frame) or not frame[first].is_word or frame[first].low in _CLAUSES:
        return None
    if inner[-1] == "." and frame[first].capital:
        return None
    for cue in _until_stop(frame, first):
        found = attribution(frame, cue)
        if found is None or frame[cue].low.endswith("ing"):
            continue
        start = cue if found.after else found.source[0]
        return found if start == first or _only_adverbial(frame, first, start) else None
    return None


def _until_stop(frame: Frame, first: int) -> Iterator[int]:
    """The indices of the clause that begins at `first`."""
    for at in range(first, min(len(frame), first + 30)):
        if frame[at].piece >= 0 or frame[at].text in ".;:!?":
            return
        yield at


def _only_adverbial(frame: Frame, start: int, end: int) -> bool:
    """Whether what stands between is an aside of a few words that a comma closes, or a title."""
    return 0 < end - start <= 6 and (frame[end - 1].text == "," or all(word.is_word for word in frame[start:end]))


def _before(frame: Frame, at: int, inner: str) -> Attribution | None:  # noqa: ARG001 - finders share their shape
    """The nearest attribution before the piece in its sentence: Smith said: "..."; what they called "..."."""
    back = at - 1
    while back >= 0 and frame[back].sentence == frame[at].sentence:
        if frame[back].is_word:
            found = attribution(frame, back)
            if found and found.strength != "beside":
                return found
        back -= 1
    return None


def _later(frame: Frame, at: int, inner: str) -> Attribution | None:  # noqa: ARG001 - finders share their shape
    """An attribution further on in the piece's sentence, after a comma: the "..." plan was dead, Smith said."""
    for ahead in range(at + 1, len(frame)):
        if frame[ahead].sentence != frame[at].sentence:
            return None
        if frame[ahead].is_word:
            found = attribution(frame, ahead)
            if found and found.strength == "plain" and (found.after or frame[found.source[0] - 1].text == ","):
                return found
    return None


def _goes_on(frame: Frame, last: Quoted, at: int) -> bool:
    """Whether the piece that opens a sentence goes on with the quotation whose verb closed the sentence before."""
    if last.cue is None or last.rule != "after":
        return False
    opens = at == 0 or frame[at - 1].sentence != frame[at].sentence
    return opens and frame[at].sentence - frame[last.cue[0]].sentence <= 1


def _is_speech(text: str, frame: Frame, at: int, piece: Piece, found: Quoted) -> bool:
    """Whether the piece is something said, not a title, a nickname or a word held with tongs."""
    inner = piece.inner.of(text)
    count = len(inner.split(None, 12))
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
