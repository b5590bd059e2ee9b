"""The lines of the journal: JSON objects with a checksum and a sequence number.

    {"sum":"1c291ca3","seq":17,"at":"2018-04-27T14:02:03.123Z","by":"anna","verb":"tag NATO","changes":[...]}

`sum` is the CRC-32 of all bytes behind its comma, so that a line proves itself: what was torn, or written over, is not
taken for a decision. An act has `changes`; a line with `read` notes stories that somebody opened; one with `documents`
holds what another program wrote into the snapshot, whole, because it may have used fields that no act knows.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from triage.model.decision import Act, Change, Ruling, Stamp, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage.model.story import StoryId

Json = dict[str, Any]

_encode = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal. `documents` has None for a document that was removed; `merged` names the snapshot that
    these documents were taken from."""

    seq: int
    act: Act | None = None
    read: tuple[StoryId, ...] = ()
    documents: Mapping[StoryId, Json | None] = field(default_factory=dict)
    merged: str | None = None


def encode(line: Line) -> bytes:
    """The line as it stands in the journal, its newline included."""
    body: Json = {"seq": line.seq}
    if line.act:
        body |= _act_to_json(line.act)
    for name, value in (("read", list(line.read)), ("documents", dict(line.documents)), ("merged", line.merged)):
        if value:
            body[name] = value
    rest = _encode(body)[1:].encode("ascii")
    return b'{"sum":"%08x",%b\n' % (zlib.crc32(rest), rest)


def seq_of(raw: bytes) -> int | None:
    """The sequence number of a whole line without its newline; None if the line is damaged. Cheap: parses no JSON."""
    if raw[:8] != b'{"sum":"' or raw[16:24] != b'","seq":' or raw[8:16] != b"%08x" % zlib.crc32(raw[18:]):
        return None
    number = raw[24 : raw.find(b",", 24)]
    return int(number) if number.isdigit() and len(number) < 19 else None


def decode(raw: bytes) -> Line | None:
    """The line of these bytes, without their newline; None if they are damaged or no line of this program's."""
    if seq_of(raw) is None:
        return None
    try:
        given = json.loads(raw)
        return Line(
            seq=given["seq"],
            act=_act_from_json(given) if "verb" in given else None,
            read=tuple(given.get("read", ())),
            documents=given.get("documents", {}),
            merged=given.get("merged"),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def naming(name: str, value: str) -> bytes:
    """Bytes that every line contains in which the key `name` has the string `value`; other lines seldom do."""
    return f"{_encode(name)}:{_encode(value)}".encode("ascii")


def _act_to_json(act: Act) -> Json:
    body: Json = {"at": act.at, "by": act.by, "verb": act.verb}
    body["changes"] = [_change_to_json(change, (act.at, act.by)) for change in act.changes]
    for name in ("view", "cursor", "undoes", "redoes"):
        value = getattr(act, name)
        if value not in ("", None):
            body[name] = value
    return body


def _act_from_json(given: Mapping[str, Any]) -> Act:
    stamp = (given["at"], given["by"])
    return Act(
        seq=given["seq"],
        at=given["at"],
        by=given["by"],
        verb=given["verb"],
        changes=tuple(_change_from_json(change, stamp) for change in given["changes"]),
        view=given.get("view", ""),
        cursor=given.get("cursor"),
        undoes=given.get("undoes"),
        redoes=given.get("redoes"),
    )


def _change_to_json(change: Change, stamp: Stamp) -> Json:
    """What is empty is left out; so is a stamp that says what the act's own time and user say."""
    before, after = change.stamp or ((None, None), stamp)
    body: Json = {"story": change.story, "headline": change.headline, "path": change.path}
    said: Json = {
        "added": list(change.added),
        "removed": list(change.removed),
        "state": change.state and [state.value for state in change.state],
        "note": change.note and list(change.note),
        "refused": change.refused and [list(tags) for tags in change.refused],
        "carried": change.carried and [list(stories) for stories in change.carried],
        "muted": change.muted and list(change.muted),
        "facts": {one.fact: [one.before, one.after] for one in change.facts},
        "was": list(before) if before != (None, None) else None,
        "now": list(after) if after != stamp else None,
    }
    return body | {name: value for name, value in said.items() if value}


def _change_from_json(given: Mapping[str, Any], stamp: Stamp) -> Change:
    before, after = given.get("was", (None, None)), given.get("now", stamp)
    carried, muted = given.get("carried"), given.get("muted")
    return Change(
        story=given["story"],
        headline=given["headline"],
        path=given["path"],
        added=tuple(given.get("added", ())),
        removed=tuple(given.get("removed", ())),
        state=(State(given["state"][0]), State(given["state"][1])) if "state" in given else None,
        note=(given["note"][0], given["note"][1]) if "note" in given else None,
        stamp=((before[0], before[1]), (after[0], after[1])),
        refused=(tuple(given["refused"][0]), tuple(given["refused"][1])) if "refused" in given else None,
        facts=tuple(Ruling(fact, was, verdict) for fact, (was, verdict) in given.get("facts", {}).items()),
        carried=(tuple(carried[0]), tuple(carried[1])) if carried else None,
        muted=(bool(muted[0]), bool(muted[1])) if muted else None,
    )
