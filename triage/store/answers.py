"""What the store answers of a query: the stories whose document has a tag, a state, a note, a decider."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from triage.errors import QueryError
from triage.model.decision import State
from triage.model.identity import StoryId
from triage.store.documents import as_decision

if TYPE_CHECKING:
    from triage.model.query import Field
    from triage.store.documents import Documents

Test = Callable[[dict[str, Any]], bool]

STATES = ("read", "later", "done", "spiked", "decided", "tagged", "noted", "news", "muted")
"""Values of `is:` that the store answers. Stories that are new or undecided have no document that says so: whoever
knows all stories takes the complement of read, later and decided, or of decided."""

_IN_STATES = {
    "later": (State.LATER,),
    "done": (State.DONE,),
    "spiked": (State.SPIKED,),
    "decided": (State.DONE, State.SPIKED),
}
"""The states for which such a value stands, where it says nothing more."""


def matching(documents: Documents, leaf: Field) -> frozenset[StoryId]:
    """The stories for which the leaf holds. `tag:` and `by:` ask for a whole name, `note:` for a part of the note,
    none of them minding case; without a value they ask for any. Raises QueryError for any other leaf."""
    if leaf.name == "is" and leaf.value == "read":
        return frozenset(documents.opened.difference(documents.stories)) | (
            documents.opened & documents.in_state(State.READ)
        )
    states = _IN_STATES.get(leaf.value.casefold()) if leaf.name == "is" else None
    if states:
        return frozenset[StoryId]().union(*map(documents.in_state, states))
    test = _test(documents, leaf)
    return frozenset(story for story, document in documents.stories.items() if test(document))


def _test(documents: Documents, leaf: Field) -> Test:
    value = leaf.value.casefold()
    if leaf.name == "is" and value in STATES:
        return _state(value)
    if leaf.name == "tag":
        if not value:
            return _state("tagged")
        spellings = {tag for tag in documents.tags_in_use() if tag.casefold() == value}
        return lambda document: not spellings.isdisjoint(document["tags"])
    if leaf.name == "note":
        return (lambda document: value in document["note"].casefold()) if value else _state("noted")
    if leaf.name == "by":
        return lambda document: bool(document["by"]) and value in ("", document["by"].casefold())
    raise QueryError(
        f"{leaf.name}:{leaf.value} cannot be asked of the decisions",
        position=leaf.position,
        hint=f"is: takes {', '.join(STATES)}",
    )


def _state(value: str) -> Test:
    if value == "tagged":
        return lambda document: bool(document["tags"])
    if value == "noted":
        return lambda document: bool(document["note"])
    if value == "news":
        return lambda document: as_decision(document).news
    if value == "muted":
        return lambda document: bool(document.get("muted"))
    return lambda document: bool(document["state"] == value)
