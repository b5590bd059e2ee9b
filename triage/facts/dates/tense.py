"""Whether a sentence looks back or ahead, for days and months that are named without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.calendar import Direction

if TYPE_CHECKING:
    from triage.model.fact import Span

_CUE = re.compile(
    r"\b(?:(?P<ahead>(?:will|would|could|should|may|might|must|can|to)(?:\s(?:still|also|not|now|only|then))?\sbe\s[a-z]+"
    r"|when\s(?:he|she|it|they)\s(?:is|are)\s[a-z]+ed|meet\sagain|(?:is|are)\s(?:held|heard|to\s[a-z]+)|(?:begin|start|open|end|meet|face|play|host|visit|arrive|leave|expire|take|kick)s"
    r"|will|won['’]t|shall|would|may|might|should|must|(?:is|are|was|were|be|been)\s(?:due|set|delayed|postponed|expected"
    r"|scheduled|slated|likely|to|planned|supposed|forecast|projected|predicted|poised)\b|going\sto|to\sbe|due|scheduled|slated|expect(?:ed|s)?|planned|plans?"
    r"|planning|(?:agreed|vowed|promised|pledged|hopes?|hoped|intends?|wants?|prepar(?:es|ed|ing)|invited|set|about|ready"
    r"|likely|has|have)\sto|upcoming|postponed|delayed|ahead\sof|deadline(?!\s(?:passed|expired|lapsed))|tomorrow|next)"
    r"|(?P<limit>as\ssoon\sas|until|till|by|no\slater\sthan|(?:starting|effective|beginning)(?=\s(?:on\s)?[A-Z0-9]))"
    r"|(?P<told>said|says|told|announced|reported|added|wrote|tweeted|warned)"
    r"|(?P<back>was|were|had|did|since|met|began|came|went|took|made|won|lost|left|held|saw|fell|rose|hit|struck|sent|gave"
    r"|found|became|brought|led|spoke|shot|broke|flew|got|put|quit|ran|sold|sought|stood|died|drew|ended|last|ago"
    r"|been|cut|let|beat|taken|set|heard|(?!(?:hundred|indeed|need|exceed|proceed|speed|armed|alleged|unprecedented)\b)[a-z]{2,}ed))\b|(?P<short>(?<=\w)['’]ll\b)"
)

_PROMISED = re.compile(r"(?:agreed|vowed|promised|pledged|hoped|invited)\sto")
_OBJECT = re.compile(r"\s(?:(?:the|an?|its|his|her|their)\b|[A-Z$0-9])")
_INFINITIVE = re.compile(r"\bto\s[a-z]{2,}")
_SPACE = re.compile(r"[\s\u00a0]{0,2}")
_MEETING = re.compile(
    r"\s(?:summit|meeting|talks|election|elections|vote|referendum|poll|ballot|deadline|conference|final)\b"
)
"""What a day may be that of, come or gone, whatever the verb says: "urged them to agree at the July 11 summit"."""

_BESIDE = 8
"""Characters between a verb and its date: " in the "."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Which way the words around a date look; `beside` when the verb that tells stands next to the date."""

    direction: Direction
    beside: bool = False


def outlook(text: str, sentence: Span, span: Span) -> Outlook:
    """The verb next to the date tells, else the nearest before it in its sentence, else the first after it.

    A bare verb of saying only tells when something was said: it gives `UNKNOWN` for "said the vote in May".
    """
    start, end = max(sentence.start, span.start - 160), min(sentence.end, span.end + 160)
    space = _SPACE.match(text, span.end)
    after = _CUE.match(text, space.end() if space else span.end, end)
    if after and not after["limit"]:
        promised = _PROMISED.match(after[0]) is not None  # "which in May agreed to pay"
        return Outlook(Direction.PAST if promised else _direction(after), beside=True)
    *_, earlier, before = (
        None,
        None,
        *(one for one in _CUE.finditer(text, start, span.start) if _counts(one, text, span)),
    )
    cue = before or _CUE.search(text, span.end, end)
    if cue is None:
        return Outlook(Direction.FUTURE if _INFINITIVE.search(text, start, end) else Direction.UNKNOWN)
    due = (
        before is not None and before["limit"] and earlier is not None and earlier["ahead"]
    )  # "will close by the end of"
    beside = before is not None and (
        bool(due) or span.start - before.end() <= _BESIDE or _rules(text, start, span.start)
    )
    meeting = _MEETING.match(text, span.end) and text.endswith("the ", start, span.start)
    if (cue["told"] and before and not beside) or (meeting and not beside):
        return Outlook(Direction.UNKNOWN)
    return Outlook(_direction(cue), beside)


def _counts(cue: re.Match[str], text: str, span: Span) -> bool:
    """Whether the word before the date tells of it: "by" does right before it ("by early May"), not in "hit by hail on May 7"."""
    return not cue["limit"] or _TO_THE_DATE.fullmatch(text, cue.end(), span.start) is not None


_TO_THE_DATE = re.compile(
    r"[\s-](?:(?:at|on|in|of|the|about|around|early|mid|late|end|middle|beginning|start|close|next|this|least|latest|first|last"
    r"|second|third|fourth|half|quarter|week|weekend|[A-Z][a-z]+day,?)[\s-])*"
)


def _rules(text: str, start: int, end: int) -> bool:
    """Whether what happened is the sentence's own verb, with nothing ahead behind it: "Ankara ordered the guns, ..., in"."""
    verbs = [*_CUE.finditer(text, start, end)]
    if not verbs or not verbs[0]["back"] or "," in text[start : verbs[0].start()]:
        return False
    return _OBJECT.match(text, verbs[0].end()) is not None and all(one["back"] or one["told"] for one in verbs)


def _direction(cue: re.Match[str]) -> Direction:
    return Direction.FUTURE if cue["ahead"] or cue["limit"] or cue["short"] else Direction.PAST
