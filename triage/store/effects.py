"""What an act really changes: wishes against how things stand, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.model.decision import Change, Decision, Ruling, Stamp, State, Wish
from triage.store.documents import OPEN, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage.model.identity import FactId
    from triage.model.verdict import Verdicts


def change(wish: Wish, now: Decision, undecided: State, stamp: Stamp) -> Change | None:
    """What `wish` changes in a story that stands as `now`; None when it is so already.

    `undecided` is the state that the story has when nothing is decided: a wish for either of new and read means that.
    """
    has = set(now.tags)
    wanted = ((has | {*wish.add}) - {*wish.remove}) ^ {*wish.toggle}
    target = undecided if wish.state in OPEN else wish.state
    made = Change(
        story=now.story,
        headline=now.headline,
        path=now.path,
        added=tuple(sorted(wanted - has)),
        removed=tuple(sorted(has - wanted)),
        state=(now.state, target) if target not in (None, now.state) else None,
        note=(now.note, wish.note) if wish.note not in (None, now.note) else None,
        stamp=((now.decided_at, now.by), wish.stamp or stamp),
        refused=_refused(wish, now),
        facts=rulings(now.facts, {**now.facts, **dict(wish.verdicts)}) if wish.verdicts else (),
        carried=(now.carried_from, wish.carried_from) if wish.carried_from not in (None, now.carried_from) else None,
        muted=(now.muted, wish.muted) if wish.muted not in (None, now.muted) else None,
    )
    return made if _says_something(made) else None


def reverse(made: Change) -> Change:
    """The change that takes `made` back."""
    return Change(
        story=made.story,
        headline=made.headline,
        path=made.path,
        added=made.removed,
        removed=made.added,
        state=made.state and (made.state[1], made.state[0]),
        note=made.note and (made.note[1], made.note[0]),
        stamp=made.stamp and (made.stamp[1], made.stamp[0]),
        refused=made.refused and (made.refused[1], made.refused[0]),
        facts=tuple(Ruling(one.fact, one.after, one.before) for one in made.facts),
        carried=made.carried and (made.carried[1], made.carried[0]),
        muted=made.muted and (made.muted[1], made.muted[0]),
    )


def still(wanted: Change, now: Decision, undecided: State) -> tuple[Change | None, bool]:
    """As much of `wanted` as starts from what is there, None when that is nothing; and whether it is all of it.

    Each tag, each fact, the state and the note count for themselves: somebody may have changed one of them since.
    """
    added = tuple(tag for tag in wanted.added if tag not in now.tags)
    removed = tuple(tag for tag in wanted.removed if tag in now.tags)
    state, same_state = _still_state(wanted.state, now.state, undecided)
    note = wanted.note if wanted.note and wanted.note[0] == now.note else None
    refused = wanted.refused if wanted.refused and wanted.refused[0] == now.refused else None
    facts = tuple(one for one in wanted.facts if now.facts.get(one.fact) == one.before)
    carried = wanted.carried if wanted.carried and wanted.carried[0] == now.carried_from else None
    muted = wanted.muted if wanted.muted and wanted.muted[0] == now.muted else None
    whole = same_state and (added, removed, note, refused, facts, carried, muted) == (
        wanted.added,
        wanted.removed,
        wanted.note,
        wanted.refused,
        wanted.facts,
        wanted.carried,
        wanted.muted,
    )
    stamp = (now.decided_at, now.by)
    # Without a stamp there is no document: it went with the last thing in it, or has not been there before.
    after = wanted.stamp[1] if wanted.stamp and stamp in (wanted.stamp[0], (None, None)) else stamp
    made = Change(
        now.story, now.headline, now.path, added, removed, state, note, (stamp, after), refused, facts, carried, muted
    )
    return (made if _says_something(made) else None), whole


def rulings(before: Verdicts, after: Mapping[FactId, str | None]) -> tuple[Ruling, ...]:
    """What differs between the verdicts before and after, in the order of the facts' ids; None is for no verdict."""
    pairs = ((fact, before.get(fact), after.get(fact)) for fact in sorted(before.keys() | after.keys()))
    return tuple(Ruling(fact, was, verdict) for fact, was, verdict in pairs if was != verdict)


def _still_state(
    wanted: tuple[State, State] | None, now: State, undecided: State
) -> tuple[tuple[State, State] | None, bool]:
    if wanted is None:
        return None, True
    before, after = wanted
    if before != now and not (before in OPEN and now in OPEN):
        return None, False
    target = undecided if after in OPEN else after
    return ((now, target) if target != now else None), True


def _says_something(made: Change) -> bool:
    plain = made.added or made.removed or made.state or made.note or made.refused or made.facts
    return bool(plain or made.carried or made.muted)


def _refused(wish: Wish, now: Decision) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    after = tuple(in_order({*now.refused, *wish.refuse}))
    return (now.refused, after) if after != now.refused else None
