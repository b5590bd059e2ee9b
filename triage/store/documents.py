"""Where every story stands: the documents, and which stories were opened, as the lines of the journal leave them.

Documents are plain dicts, as they stand in the snapshot: 20,000 of them are there as fast as JSON can be parsed, and a
Decision is made of one when somebody asks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from triage.model.contract import decision_to_json
from triage.model.decision import Change, Decision, State
from triage.model.story import StoryId

if TYPE_CHECKING:
    from triage.model.decision import Ruling
    from triage.model.identity import FactId
    from triage.model.verdict import Verdicts
    from triage.store.lines import Line
    from triage.store.snapshot_file import Found

Json = dict[str, Any]

OPEN = (State.NEW, State.READ)
"""States that say nothing but whether the story was opened."""

BLANK = decision_to_json(Decision(StoryId(""), "", None))


class Documents:
    """The documents by story, and the stories that were opened, after the line with sequence number `seq`.

    A document is never changed, always replaced: whoever holds one holds what it was.
    """

    def __init__(self, stories: Mapping[StoryId, Json], opened: Iterable[StoryId] = (), seq: int = 0) -> None:
        self.stories = dict(stories)
        self.opened = set(opened)
        self.seq = seq
        self._tags: Counter[str] | None = None
        self._in_state: defaultdict[str, set[StoryId]] | None = None
        self._judged: dict[StoryId, Verdicts] | None = None

    def copy(self) -> Documents:
        """A copy that can go its own way."""
        return Documents(self.stories, self.opened, self.seq)

    def decision(self, story: StoryId) -> Decision | None:
        """The story's document as a Decision; None when it has none."""
        document = self.stories.get(story)
        return as_decision(document) if document else None

    def standing(self, story: StoryId, headline: str, path: str | None) -> Decision:
        """The story's decision, or the blank one that it starts from."""
        return self.decision(story) or Decision(story, headline, path, state=self.undecided(story))

    def undecided(self, story: StoryId) -> State:
        """What an undecided story's state is: read if it was opened, else new."""
        return State.READ if story in self.opened else State.NEW

    def state(self, story: StoryId) -> State:
        """The story's state."""
        document = self.stories.get(story)
        return State(document["state"]) if document else self.undecided(story)

    def tags(self, story: StoryId) -> tuple[str, ...]:
        """The story's tags."""
        document = self.stories.get(story)
        return tuple(document["tags"]) if document else ()

    def tags_in_use(self) -> Counter[str]:
        """How many stories have each tag. Counted once, kept from then on."""
        if self._tags is None:
            self._tags = Counter(tag for document in self.stories.values() for tag in document["tags"])
        return self._tags

    def in_state(self, state: State) -> set[StoryId]:
        """The stories whose documents say so; not to be changed. Sorted once, kept from then on: lists ask at every key."""
        if self._in_state is None:
            self._in_state = defaultdict(set)
            for story, document in self.stories.items():
                self._in_state[document["state"]].add(story)
        return self._in_state[state.value]

    def judged(self) -> dict[StoryId, Verdicts]:
        """The verdicts on facts, of the stories that have any; not to be changed. Kept as `in_state` is."""
        if self._judged is None:
            self._judged = {story: document["facts"] for story, document in self.stories.items() if document["facts"]}
        return self._judged

    def take(self, line: Line) -> set[StoryId]:
        """Do what the line says; the stories that it concerns."""
        touched: set[StoryId] = set()
        if line.documents:
            for story, document in line.documents.items():
                self._put(story, document and self._settled(story, document))
            touched |= line.documents.keys()
        elif line.act:
            for change in line.act.changes:
                self._put(change.story, self._after(change))
                touched.add(change.story)
        for story in line.read:
            self._open(story)
            touched.add(story)
        self.seq = line.seq
        return touched

    def _after(self, change: Change) -> Json | None:
        """The story's document after the change; None when nothing is left for it to hold."""
        old = self.stories.get(change.story)
        new = dict(old) if old else decision_to_json(self.standing(change.story, change.headline, change.path))
        if change.added or change.removed:
            new["tags"] = in_order({*new["tags"], *change.added}.difference(change.removed))
        if change.state:
            new["state"] = change.state[1].value
        if change.note:
            new["note"] = change.note[1]
        if change.refused:
            new["refused"] = list(change.refused[1])
        if change.carried:
            new["carried_from"] = list(change.carried[1])
        if change.muted:
            new.pop("muted", None)
            new |= {"muted": True} if change.muted[1] else {}
        if change.facts:
            new["facts"] = judged(new["facts"], change.facts)
        if change.stamp:
            new["decided_at"], new["by"] = change.stamp[1]
        return None if _empty(new) else new

    def _settled(self, story: StoryId, document: Json) -> Json:
        """Another program's document, made to agree with what is known of the story's having been opened."""
        if document["state"] == State.READ:
            self.opened.add(story)
        return document | {"state": State.READ.value} if self._was_new(story, document) else document

    def _open(self, story: StoryId) -> None:
        self.opened.add(story)
        document = self.stories.get(story)
        if document and self._was_new(story, document):
            self._put(story, document | {"state": State.READ.value})

    def _was_new(self, story: StoryId, document: Json) -> bool:
        return document["state"] == State.NEW and story in self.opened

    def _put(self, story: StoryId, document: Json | None) -> None:
        old = self.stories.pop(story, None) if document is None else self.stories.get(story)
        if document is not None:
            self.stories[story] = document
        if self._judged is not None:
            self._judged.pop(story, None)
            if document and document["facts"]:
                self._judged[story] = document["facts"]
        if self._in_state is not None:
            if old:
                self._in_state[old["state"]].discard(story)
            if document:
                self._in_state[document["state"]].add(story)
        if self._tags is not None:
            self._tags.subtract(old["tags"] if old else ())
            self._tags.update(document["tags"] if document else ())


def documents_in(found: Found) -> Documents:
    """The documents of a good snapshot; none for a missing one."""
    stories = found.tables.get("stories", {})
    opened = found.tables.get("read", {}).get("1", {}).get("stories", ())
    return Documents({document["story"]: document for document in stories.values()}, opened, found.seq)


def in_order(tags: Iterable[str]) -> list[str]:
    """Tags in the one order that documents have them in, so that taking a tag back leaves no trace."""
    return sorted(tags, key=lambda tag: (tag.casefold(), tag))


def judged(verdicts: Verdicts, rulings: Iterable[Ruling]) -> dict[FactId, str]:
    """The verdicts after the rulings, in the order of the facts' ids."""
    after = {**verdicts, **{one.fact: one.after for one in rulings}}
    return {fact: verdict for fact, verdict in sorted(after.items()) if verdict is not None}


def as_decision(document: Mapping[str, Any]) -> Decision:
    """The Decision that a document holds."""
    return Decision(
        story=document["story"],
        headline=document["headline"],
        path=document["path"],
        tags=tuple(document["tags"]),
        state=State(document["state"]),
        note=document["note"],
        decided_at=document["decided_at"],
        by=document["by"],
        carried_from=tuple(document["carried_from"]),
        facts=document["facts"],
        refused=tuple(document.get("refused", ())),
        muted=bool(document.get("muted", False)),
    )


def _empty(document: Json) -> bool:
    """Whether a document holds nothing that a person decided, nor anything that another program put there."""
    return as_decision(document).empty and document.keys() <= BLANK.keys()


class Decisions(Mapping[StoryId, Decision]):
    """All documents as Decisions, each made when it is asked for."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def __getitem__(self, story: StoryId) -> Decision:
        return as_decision(self._documents.stories[story])

    def __iter__(self) -> Iterator[StoryId]:
        return iter(self._documents.stories)

    def __len__(self) -> int:
        return len(self._documents.stories)
