"""Indirect speech: the clause that somebody is reported to say, without marks around it.

"Smith said that the bank had failed", "The bank, Smith said, had failed", "The bank had failed, according to Smith".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.cues import cues
from triage.facts.described import before_description, past_description
from triage.facts.lexicon import words
from triage.facts.phrases import name_before, pronoun
from triage.facts.reported_asides import past_adverbials, past_hearer
from triage.facts.reported_clauses import (
    JOINS,
    NO_CLAUSE,
    finite,
    is_clause,
    may_begin,
    sentence_end,
    trimmed,
    verb_ahead,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triage.facts.attribution import Attribution
    from triage.facts.phrases import Frame, Run
    from triage.facts.reported_clauses import Tags


@dataclass(frozen=True, slots=True)
class Reported:
    """A verb of speech with its subject, and the runs of the frame that are what is said; `rule` says how they stand.

    A headline may go without the verb: `cue` is None there.
    """

    cue: Run | None
    source: Run
    content: tuple[Run, ...]
    rule: str


_ASKING = words("whether if why how what where when who")
_ASKS = words(
    "ask say tell asked asks asking wondered wonders wondering explained explains explaining told tells telling said says saying noted notes "
    "questioned questions described describes"
)
_BARE = words(
    "said says saying added adds adding told tells telling argued argues arguing insisted insists insisting warned warns warning "
    "noted notes noting acknowledged acknowledges acknowledging admitted admits admitting conceded concedes claimed claims claiming "
    "alleged alleges alleging announced announces announcing predicted predicts predicting suggested suggests suggesting believed "
    "believes thinks stressed stresses confirmed confirms confirming explained explains explaining declared declares declaring "
    "stated states stating reported reports testified testifies wrote writes maintained maintains reiterated reiterates agreed "
    "agrees revealed reveals concluded concludes promised promises vowed vows pledged pledges recalled recalls hinted hints replied replies "
    "say tell argue insist believe think claim suggest warn note acknowledge admit report agree emphasized emphasizes emphasizing "
    "responded complained complains tweeted joked jokes asserted asserts speculated speculates cautioned cautions denied denies found finds ruled rules"
)
_TO = words(
    "vowed vows vowing pledged pledges pledging promised promises promising threatened threatens threatening offered"
)
_ENOUGH = frozenset(("but", verb) for verb in ("gave", "declined", "refused", "did"))
_NOT_BEGIN = words("but and yet so")
_CLAUSAL = words("said says say saying told tells")
_WHERE = words("in at on from by during outside near via through ahead following after before with to")
_WHO_TELLS = words("who which")
_FREE_RELATIVES = words("what whatever everything all which")
_SUBJECTS = words("he she it they we i there")
_URGING = words(
    "urged urges urging asked asks asking told tells telling warned warns warning ordered orders advised advises instructed"
)
_CALLING = words("called calling")
_DASHES = ("-", "—", "–", "--")
_NAME = 5
"""Words of the longest name that stands before or behind what a headline gives to it."""

_LONGEST = 300
"""Words of the longest clause that is read: sentences of wire copy are shorter, and a text may be hostile."""

_FAR = 14
"""Words after a verb of speech within which its clause begins."""


def reported(frame: Frame, said: Mapping[int, Attribution], tags: Tags | None) -> Iterator[Reported]:
    """The indirect speech in a frame, in the order of its verbs. `tags` is None where nothing tags them."""
    ends: dict[int, int] = {}
    for at in sorted(said):
        one = said[at]
        if _is_passive(frame, at) or one.strength == "beside":
            continue
        if frame[at].sentence not in ends:
            ends[frame[at].sentence] = sentence_end(frame, at)
        end = ends[frame[at].sentence]
        found = _according(frame, one, end) if frame[at].low == "according" else _said(frame, one, end, said, tags)
        if found is not None:
            rule, runs = found
            content = tuple(run for run in (trimmed(frame, run) for run in runs) if run is not None)
            short = sum(last - first for first, last in content) < _LONGEST
            if content and short and is_clause(frame, content, rule, tags):
                yield Reported(one.cue, one.source, content, rule)


def headlined(frame: Frame, tags: Tags | None) -> Iterator[Reported]:
    """What a headline gives to somebody by a mark alone: "Lund: Court will stay"; "Court will stay - Lund"."""
    mark = next((at for at, word in enumerate(frame) if word.text == ":"), None)
    if mark is not None and 0 < mark <= _NAME:
        source, content = name_before(frame, mark), (mark + 1, len(frame))
    else:
        mark = next((at for at in range(max(0, len(frame) - _NAME), len(frame)) if frame[at].text in _DASHES), None)
        source = (mark + 1, len(frame)) if mark is not None and mark + 1 < len(frame) else None
        content = (0, mark or 0)
    run = trimmed(frame, content)
    if source is not None and run is not None and is_clause(frame, (run,), "headline", tags):
        yield Reported(None, source, (run,), "headline")


def _said(
    frame: Frame, one: Attribution, end: int, said: Mapping[int, Attribution], tags: Tags | None
) -> tuple[str, list[Run]] | None:
    """What a verb with its subject reports: what follows it, or what its sentence has before it."""
    start = frame[one.cue[0]].sentence
    edges = (min(one.source[0], one.cue[0]), max(one.source[1], one.cue[1]))
    ahead = _ahead(frame, edges[1] if one.after else one.cue[1], end, one, tags)
    if ahead is not None:
        rule, first = ahead
        return rule, [(first, _cut(frame, first, _relative_end(frame, one, first, end, tags), said))]
    if one.strength == "noun" or edges[0] - 1 <= start or frame[edges[0] - 1].text not in (",", *_DASHES):
        return None
    first = start + (frame[start].low in _NOT_BEGIN)
    runs = [(first, before_description(frame, edges[0] - 1, first))]
    after = edges[1] if one.after else past_hearer(frame, edges[1], frame[one.cue[0]].low)
    after = past_adverbials(frame, after, end)
    if not one.after and after < end - 1 and frame[after].text == "," and _goes_on(frame, after + 1):
        runs.append((after + 1, _cut(frame, after + 1, end, said)))
    elif not one.after and not _says_no_more(frame, after, end, tags if one.strength == "plain" else None):
        return None
    return ("inside" if len(runs) > 1 else "trailing"), runs


def _says_no_more(frame: Frame, at: int, end: int, tags: Tags | None) -> bool:
    """Whether what stands behind a verb is nothing that it could report: "..., he told reporters [in Paris, where he was]"."""
    if at >= end or frame[at].text in (",", *_DASHES) or frame[at].low in JOINS:
        return True
    stop = next((ahead for ahead in range(at, end) if frame[ahead].text in (",", *_DASHES)), end)
    plain = all(frame[ahead].piece < 0 for ahead in range(at, stop))
    return (
        tags is not None
        and plain
        and frame[at].low in _WHERE
        and not any(finite(frame, ahead, tags) for ahead in range(at, stop))
    )


def _according(frame: Frame, one: Attribution, end: int) -> tuple[str, list[Run]] | None:
    """ "According to Smith, ..."; "..., according to Smith"."""
    start, cue, after = frame[one.cue[0]].sentence, one.cue[0], one.source[1]
    if cue <= start + 1:
        comma = next((at for at in range(after, min(end, after + 12)) if frame[at].text == ","), None)
        if comma is None:
            return None
        return "according", [((past_description(frame, comma, end) if comma == after else comma) + 1, end)]
    first = start + (frame[start].low in _NOT_BEGIN)
    return "according", [(first, cue - (frame[cue - 1].text in (",", *_DASHES)))]


def _ahead(frame: Frame, at: int, end: int, one: Attribution, tags: Tags | None) -> tuple[str, int] | None:
    """Where the clause after the verb begins, and by which rule: "that", "asks", "to" or "bare"."""
    verb = frame[one.cue[0]].low
    if verb in _CALLING and at < end and frame[at].low in ("on", "upon"):
        verb, at = "urged", at + 1  # "called on the bank to"
    for ahead in range(at, min(end, at + _FAR)):
        word = frame[ahead]
        if word.piece >= 0 or (word.text == "," and not _aside(frame, ahead, end)):
            break
        if word.low == "that" and _relative(frame, ahead, tags):
            return ("bare", ahead) if ahead == at and one.strength == "plain" else None  # "said that was not so"
        if word.low == "that":
            between = frame[at:ahead]
            plain = one.strength != "loose" or not any(each.low in JOINS for each in between)
            return ("that", ahead + 1) if plain else None
        if word.low in _ASKING and verb in _ASKS and ahead - at < 6 and frame[ahead - 1].low not in JOINS:
            return "asks", ahead
        if word.low == "to" and (first := _urged(frame, at, ahead, verb, tags)) is not None:
            return "to", first
        if tags is not None and ahead > at and finite(frame, ahead, tags):
            break
    return _bare(frame, at, end, one, tags) if tags is not None else None


def _bare(frame: Frame, at: int, end: int, one: Attribution, tags: Tags) -> tuple[str, int] | None:
    """The clause that begins without a word that says so, right behind the verb or what says when, where and to whom."""
    verb = frame[one.cue[0]].low
    if one.strength == "noun" or verb not in _BARE:
        return None
    if one.source[0] and frame[one.source[0] - 1].low in _FREE_RELATIVES:  # "what he says the plan would do"
        return None
    first = past_adverbials(frame, past_hearer(frame, at, verb), end)
    if first < end and frame[first].low in NO_CLAUSE:  # "said after the vote he would"
        first = next((ahead for ahead in range(first, min(end, first + 8)) if frame[ahead].low in _SUBJECTS), first)
    if (
        first >= end
        or not may_begin(frame, first, tags)
        or not verb_ahead(frame, first, end, tags, told=verb in _CLAUSAL)
    ):
        return None
    return "bare", first


def _urged(frame: Frame, at: int, to: int, verb: str, tags: Tags | None) -> int | None:
    """Where what somebody is urged to do begins, or what somebody vows to do; `to` is the index of that word."""
    if to == at:
        return to if verb in _TO else None
    anonymous = frame[to - 1].low == "not" and to - 1 == at  # "asked not to be named"
    urged = verb in _URGING and to - at < 9 and not anonymous
    return at if urged and _infinitive(frame, to, tags) else None


def _infinitive(frame: Frame, to: int, tags: Tags | None) -> bool:
    """Whether a verb stands after "to": not in "told the press in reply to them"."""
    return tags is not None and to + 1 < len(frame) and tags(to + 1) in ("VB", "RB")


def _aside(frame: Frame, comma: int, end: int) -> bool:
    """Whether an aside stands after the comma that another closes, "that" behind it: "said, however, that"."""
    closing = next((at for at in range(comma + 1, min(end, comma + 7)) if frame[at].text == ","), comma)
    return frame[closing + 1].low == "that" if closing + 1 < end else False


def _relative(frame: Frame, that: int, tags: Tags | None) -> bool:
    """Whether "that" begins a clause about the noun before it: "told the court that convicted him"."""
    return tags is not None and that + 1 < len(frame) and finite(frame, that + 1, tags, contracted=False)


def _relative_end(frame: Frame, one: Attribution, first: int, end: int, tags: Tags | None) -> int:
    """Where an aside ends whose verb reports: "Moscow, which says it was attacked, [has sent troops]"."""
    verb = one.cue[0]
    if tags is None or verb < 2 or frame[verb - 1].low not in _WHO_TELLS or frame[verb - 2].text != ",":
        return end
    return next((at for at in range(first, end - 1) if frame[at].text == "," and finite(frame, at + 1, tags)), end)


def _cut(frame: Frame, first: int, end: int, said: Mapping[int, Attribution]) -> int:
    """Where the clause that begins at `first` ends: before what the writer, or somebody else, goes on to say."""
    for at in range(first + 1, min(end, first + _LONGEST)):
        if frame[at].text == ";" or (
            frame[at].text == "," and at + 1 < end and frame[at + 1].low in ("although", "though")
        ):
            return at
        if frame[at].text not in (",", *_DASHES) and frame[at].low not in ("and", "but", "while"):
            continue
        if tuple(word.low for word in frame[at + 1 : at + 4 : 2]) in _ENOUGH and pronoun(frame[at + 2]):
            return at  # "..., but he gave no figures"
        following = at + 1
        if following < end and frame[following].low in ("and", "but", "while", "although"):
            following += 1
        for cue in range(following, min(end, following + 8)):
            other = said.get(cue)
            if other is None:
                continue
            begins = frame[cue].low.endswith("ing") and cue == following
            own = not other.after and other.source[0] == following and other.cue[0] > following
            second = cue == following and frame[at].low in ("and", "but") and not other.after  # "said A and added B"
            if begins or own or second:
                return at
    return end


def _goes_on(frame: Frame, at: int) -> bool:
    """Whether what stands after a verb between commas is the rest of the sentence that it interrupts."""
    return frame[at].low not in JOINS and not (frame[at].low.endswith("ing") and frame[at].low in cues())


def _is_passive(frame: Frame, at: int) -> bool:
    """Whether nobody speaks: "it is said that", "he is reported to"; "as Smith said" repeats what stands elsewhere."""
    return (
        at > 0
        and not frame[at].low.endswith("ing")
        and frame[at - 1].low in ("is", "are", "was", "were", "be", "been", "being", "’s", "'s")
    )
