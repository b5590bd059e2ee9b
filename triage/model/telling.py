"""Acts in words, the same in the app and on the command line: what was done, to how many stories, and what it did to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.state import State
from triage.model.verdict import REJECTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from triage.model.decision import Act, Change, Episode, Ruling
    from triage.model.identity import FactId
    from triage.model.story import StoryId

STATES: Mapping[State, str] = {
    State.NEW: "undecided again", State.READ: "undecided again", State.LATER: "put off until later",
    State.DONE: "done", State.SPIKED: "spiked",
}  # fmt: skip

LINE_BREAK = " / "
"""Stands between the lines of a note where it is told on one."""


def what_of(act: Act) -> str:
    """The act and what it was done to: "tag NATO on 12 stories", "note on Port reopens after storm"."""
    if len(act.changes) == 1:
        return f"{act.verb} on {act.changes[0].headline}"
    return f"{act.verb} on {len(act.changes):,} stories" if act.changes else act.verb


def episode_words(episode: Episode, versions: Mapping[StoryId, int], facts: Mapping[FactId, str]) -> str:
    """What an act did to the story: "tagged NATO; done". `versions` numbers the story's, `facts` names its."""
    act = episode.act
    done = "; ".join(_changes(episode.change, versions, facts))
    many = f" (one of {len(act.changes):,} stories)" if len(act.changes) > 1 else ""
    back = "undid: " if act.undoes is not None else "did again: " if act.redoes is not None else ""
    return f"{back}{done}{many}"


def _changes(change: Change, versions: Mapping[StoryId, int], facts: Mapping[FactId, str]) -> Iterator[str]:
    if change.carried:
        earlier = ", ".join(
            f"version {versions[one]}" if one in versions else "a version gone" for one in change.carried[1]
        )
        yield f"carried from {earlier}" if earlier else "carried from no version any more"
    if change.added:
        yield f"tagged {', '.join(change.added)}"
    if change.removed:
        yield f"took {', '.join(change.removed)} away"
    if change.muted:
        yield "muted" if change.muted[1] else "no longer muted"
    if change.state and {*change.state} != {State.NEW, State.READ}:
        yield STATES[change.state[1]]
    if change.note:
        yield _note(*change.note)
    if change.refused:
        yield from _refused(*change.refused)
    for ruling in change.facts:
        yield _ruling(ruling, facts.get(ruling.fact, "a fact"))


def _refused(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    more, fewer = (sorted({*tags}.difference(others)) for tags, others in ((after, before), (before, after)))
    if more:
        yield f"refused {', '.join(more)}"
    if fewer:
        yield f"no longer refuses {', '.join(fewer)}"


def _note(before: str, after: str) -> str:
    was, now = (f"“{LINE_BREAK.join(line for line in note.splitlines() if line)}”" for note in (before, after))
    if not after:
        return f"removed the note {was}"
    return f"changed the note to {now} from {was}" if before else f"noted {now}"


def _ruling(ruling: Ruling, name: str) -> str:
    if ruling.after == REJECTED:
        return f"rejected the fact {name}"
    return f"corrected {name} to {ruling.after}" if ruling.after else f"took back the verdict on {name}"
