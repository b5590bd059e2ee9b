"""What another program wrote into the snapshot, as changes to what stands: theirs are taken in, ours are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from triage.model.decision import Change, State
from triage.model.entry import Trouble
from triage.store.documents import BLANK, Documents, as_decision, in_order, judged
from triage.store.effects import rulings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from triage.model.story import StoryId
    from triage.store.lines import Line

Json = dict[str, Any]

ANOTHER_PROGRAM = "another program"
"""The name under which such changes stand in the history."""


@dataclass(frozen=True, slots=True)
class Theirs:
    """The documents of a snapshot by story, with their numbers, and what there cannot be a document of this store."""

    stories: dict[StoryId, Json] = field(default_factory=dict)
    numbers: dict[StoryId, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """What another program wrote into the file `path`, and what had been there: their difference is what it changed.
    `checksum` names the content, so that it is taken in once."""

    theirs: Theirs
    base: Mapping[StoryId, Json]
    checksum: str
    path: Path


def documents_of(table: Mapping[str, Json]) -> Theirs:
    """The documents of the table `stories` as another program may have left it: fields that are missing are blank,
    fields that we do not know are kept, a document that cannot be right is refused, with the reason."""
    stories: dict[StoryId, Json] = {}
    numbers: dict[StoryId, int] = {}
    refused: list[str] = []
    for number, given in table.items():
        document = BLANK | given
        story = document["story"]
        wrong = _wrong(document) or ("its story has two documents" if story in stories else None)
        if wrong:
            refused.append(f"document {number}: {wrong}")
        else:
            stories[story] = document
            numbers[story] = int(number)
    return Theirs(stories, numbers, tuple(refused))


def merge(foreign: Foreign, truth: Documents) -> tuple[tuple[Change, ...], dict[StoryId, Json | None]]:
    """What has to change in `truth` so that it holds what they changed: as changes for the history, and as whole
    documents, None for one that goes. Where one of theirs was refused, none that lacks is taken for removed."""
    base, theirs = foreign.base, foreign.theirs
    changes: list[Change] = []
    documents: dict[StoryId, Json | None] = {}
    for story in sorted(base.keys() | theirs.stories.keys()):
        before, after, now = base.get(story), theirs.stories.get(story), truth.stories.get(story)
        if before == after or (after is None and theirs.refused):
            continue
        new = _merged(before, after, now)
        if new != now:
            documents[story] = new
            changes.append(_change(story, now, new, truth))
    return tuple(changes), documents


def taken_over(path: Path, line: Line) -> Trouble:
    """What to tell a person about a line of another program's documents."""
    count = len(line.documents)
    stories = "one story" if count == 1 else f"{count} stories"
    return Trouble(
        "Store changed by another program",
        f"{path}: another program changed {stories} in this file; its changes were taken over",
        "The history names them as by another program",
    )


def _merged(before: Json | None, after: Json | None, now: Json | None) -> Json | None:
    if after is None:
        return None if now == before else now  # a document that somebody decided on since they removed it stays
    if now is None or before == now:
        return after
    old = before or BLANK
    new = dict(now)
    for name in old.keys() | after.keys():
        if old.get(name) == after.get(name):
            continue
        if name == "tags":
            had, has = set(old["tags"]), set(after["tags"])
            new[name] = in_order((set(now["tags"]) | (has - had)) - (had - has))
        elif name == "facts":
            new[name] = judged(now["facts"], rulings(old["facts"], after["facts"]))
        elif name in after:
            new[name] = after[name]
        else:
            new.pop(name, None)
    return new


def _change(story: StoryId, now: Json | None, new: Json | None, truth: Documents) -> Change:
    shown = new or now or BLANK
    was = as_decision(now) if now else truth.standing(story, shown["headline"], shown["path"])
    is_now = as_decision(new) if new else as_decision(BLANK | {"state": truth.undecided(story).value})
    return Change(
        story=story,
        headline=shown["headline"],
        path=shown["path"],
        added=tuple(tag for tag in is_now.tags if tag not in was.tags),
        removed=tuple(tag for tag in was.tags if tag not in is_now.tags),
        state=(was.state, is_now.state) if was.state != is_now.state else None,
        note=(was.note, is_now.note) if was.note != is_now.note else None,
        stamp=((was.decided_at, was.by), (is_now.decided_at, is_now.by)),
        facts=rulings(was.facts, is_now.facts),
        carried=(was.carried_from, is_now.carried_from) if was.carried_from != is_now.carried_from else None,
        muted=(was.muted, is_now.muted) if was.muted != is_now.muted else None,
    )


_KINDS: tuple[tuple[tuple[str, ...], Callable[[Any], bool], str], ...] = (
    (("story", "headline", "note"), lambda value: isinstance(value, str), "is not a string"),
    (("path", "decided_at", "by"), lambda value: isinstance(value, str | None), "is neither a string nor null"),
    (("tags", "refused", "carried_from"), lambda value: isinstance(value, list) and _strings(value), "is not a list of strings"),
    (("facts",), lambda value: isinstance(value, dict) and _strings(value.values()), "is not an object of strings"),
    (("muted",), lambda value: isinstance(value, bool), "is neither true nor false"),
    (("state",), lambda value: value in list(State), "is no state"),
)  # fmt: skip
"""What each field of a document has to be, and what is said of one that is not."""


def _strings(values: Iterable[object]) -> bool:
    return all(isinstance(one, str) for one in values)


def _wrong(document: Json) -> str | None:
    """Why this cannot be a document of the store; None when it can."""
    for names, fits, said in _KINDS:
        for name in names:
            if name in document and not fits(document[name]):
                return f"{name} {said}: {str(document[name])[:40]!r}"
    return None if document["story"] else "it names no story"
