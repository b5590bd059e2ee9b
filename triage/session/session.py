"""One person's session at one desk: what is listed, what is shown, what is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from triage.errors import StoreError
from triage.index import Index
from triage.locations import Locations
from triage.model.contract import Json, record
from triage.model.decision import Act, State, Undone, Wish
from triage.model.entry import Entry, Trouble
from triage.model.fact import Fact
from triage.model.query import Field
from triage.model.story import Story, StoryId
from triage.model.suggestion import Suggestion
from triage.query import parse
from triage.session.listing import Judge, Listing, Row
from triage.session.unread import Unread
from triage.session.worker_link import WorkerLink
from triage.settings import Settings
from triage.store import TagStore


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the person is through the pile: stories decided, of the stories there are."""

    decided: int
    stories: int


class Session:
    """State and verbs of one session. Belongs to one thread; nothing here waits for the second process unless it says so.

    The index is read as it stands; the store is opened when it is first needed, so that a list can be on the screen before.
    """

    def __init__(self, settings: Settings, locations: Locations, user: str) -> None:
        self.settings = settings
        self.locations = locations
        self.user = user
        self.index = Index.open(locations.index)
        self.worker = WorkerLink(locations, settings.found_at, settings.pipeline)
        self._unread = Unread(locations.inbox)
        self._rows: dict[StoryId, Row] = {}

    @cached_property
    def store(self) -> TagStore:
        """The store of decisions. Raises StoreError when it cannot be used."""
        return TagStore.open(self.locations.store, self.user)

    def close(self) -> None:
        """Hang up, and bring the store's file up to date. Raises StoreError when that fails; nothing is lost by it."""
        self.worker.close()
        self.index.close()
        if "store" in self.__dict__:
            self.store.close()

    # What is listed

    def first_page(self, count: int) -> Listing:
        """The newest `count` stories, at once: from the index, or from the files themselves when nothing is indexed yet."""
        ids = self.index.ids(count)
        if ids:
            return Listing("", tuple(ids), self.index.count())
        entries = self._unread.read_newest(count)
        return Listing("", tuple(entry.id for entry in entries), len(entries))

    def listing(self, text: str = "", *, typing: bool = False) -> Listing:
        """The stories that the query `text` lists. Raises QueryError; while it is being typed, forgives what is unfinished."""
        return Judge(self.index, self.store).listing(text, parse(text, typing=typing))

    def rows(self, ids: Sequence[StoryId], *, decisions: bool = True) -> list[Row]:
        """The rows for `ids`, in that order; without `decisions` the store is left alone (for the very first paint)."""
        if not decisions:
            return [Row(entry, State.NEW, (), False) for entry in self._entries(ids)]
        missing = [story for story in ids if story not in self._rows]
        for entry in self._entries(missing):
            self._rows[entry.id] = self._row(entry)
        return [self._rows[story] for story in ids if story in self._rows]

    def forget_rows(self, ids: Collection[StoryId] | None = None) -> None:
        """Make the rows of `ids` (all, if None) anew when they are next asked for."""
        if ids is None:
            self._rows.clear()
        else:
            for story in ids:
                self._rows.pop(story, None)

    def _entries(self, ids: Sequence[StoryId]) -> list[Entry]:
        entries = self.index.entries(ids)
        if len(entries) < len(ids):
            known = {entry.id for entry in entries}
            missing = (self._unread.entry(story) or self._gone(story) for story in ids if story not in known)
            entries += [entry for entry in missing if entry]
        return entries

    def _gone(self, story: StoryId) -> Entry | None:
        """The row of a decided story whose file is no longer in the inbox."""
        decision = self.store.decision(story)
        if decision is None:
            return None
        trouble = Trouble("File gone", f"{decision.path} is no longer in the inbox", "the decision is kept")
        return Entry(story, decision.path or "", decision.headline, "", 0.0, error=trouble)

    def _row(self, entry: Entry) -> Row:
        decision = self.store.decision(entry.id)
        state = self.store.state(entry.id)
        return Row(entry, state, decision.tags if decision else (), bool(decision and decision.note))

    # What is shown

    def entry(self, story: StoryId) -> Entry | None:
        """The entry of a story; None when there is no such story."""
        found = self._entries([story])
        return found[0] if found else None

    def story(self, story: StoryId) -> Story | None:
        """The story itself; None for a file that could not be read or is gone."""
        return self.index.story(story) or self._unread.story(story)

    def facts(self, story: StoryId) -> tuple[Fact, ...]:
        """The facts extracted so far."""
        return self.index.facts(story)

    def suggestions(self, story: StoryId) -> tuple[Suggestion, ...]:
        """The suggested tags that the story does not have yet."""
        given = self.store.tags(story)
        return tuple(one for one in self.index.suggestions(story) if one.tag not in given)

    def troubles(self, story: StoryId) -> tuple[Trouble, ...]:
        """What the extraction could not do for the story."""
        return self.index.troubles(story)

    def record(self, story: StoryId) -> Json:
        """All that is known of a story, as the contract's JSON object."""
        entry = self.entry(story)
        decision = self.store.decision(story)
        return record(
            self.story(story),
            self.facts(story),
            self.index.suggestions(story),
            decision,
            entry.error if entry else None,
            entry.path if entry else None,
        )

    def sharing(self, fact: Fact) -> Listing:
        """The stories that share a fact."""
        stories = self.index.sharing(fact)
        ids = tuple(story for story in self.index.ids() if story in stories)
        return Listing(fact.text, ids, self.index.count())

    def shift(self) -> Shift:
        """How far the person is through the stories that are in the inbox now."""
        there = frozenset(self.index.ids())
        return Shift(len(there & self.store.matching(Field("is", "decided"))), len(there))

    def known_tags(self) -> tuple[str, ...]:
        """Every tag there is: those of the settings in their order, then others in use."""
        defined = tuple(tag.name for tag in self.settings.tags)
        return defined + tuple(tag for tag in self.store.known_tags() if tag not in defined)

    # What is decided: each returns the act, or None when there was nothing to change

    def toggle(self, story: StoryId, tag: str, *, view: str = "") -> Act | None:
        """Add the tag, or remove it when it is there; the state stays."""
        name = self.tag_name(tag)
        given = name in self.store.tags(story)
        return self._act(f"{'untag' if given else 'tag'} {name}", [story], view, story, toggle=(name,))

    def tag_and_done(self, story: StoryId, tags: Iterable[str], *, view: str = "") -> Act | None:
        """Add the tags and set done, as one act."""
        names = tuple(self.tag_name(tag) for tag in tags)
        return self._act(f"tag {', '.join(names)} and done", [story], view, story, add=names, state=State.DONE)

    def accept(self, story: StoryId, *, view: str = "") -> Act | None:
        """Give the suggested tags and set done; None with nothing suggested."""
        suggested = tuple(one.tag for one in self.suggestions(story))
        if not suggested:
            return None
        return self._act(f"accept {', '.join(suggested)}", [story], view, story, add=suggested, state=State.DONE)

    def set_state(self, story: StoryId, state: State, *, view: str = "") -> Act | None:
        """Done, spiked, later: `later` again takes the story back to where it was read."""
        verb = {State.DONE: "done", State.SPIKED: "spike", State.LATER: "later"}.get(state, state.value)
        return self._act(verb, [story], view, story, state=state)

    def tag(self, stories: Sequence[StoryId], tags: Sequence[str]) -> Act | None:
        """Add the tags to all the stories, as one act."""
        names = tuple(self.tag_name(tag) for tag in tags)
        return self._act(f"tag {', '.join(names)}", stories, "", None, add=names)

    def untag(self, stories: Sequence[StoryId], tags: Sequence[str]) -> Act | None:
        """Remove the tags from all the stories, as one act."""
        names = tuple(self.tag_name(tag) for tag in tags)
        return self._act(f"untag {', '.join(names)}", stories, "", None, remove=names)

    def undo(self) -> Undone | None:
        """Take back this user's newest act, from whichever terminal; None when nothing is left to take back."""
        return self._forgetting(self.store.undo())

    def redo(self) -> Undone | None:
        """Do again what this user's newest undo took back."""
        return self._forgetting(self.store.redo())

    def opened(self, story: StoryId) -> None:
        """Note that the person opened the story: it has been read. No act, nothing to undo."""
        self.store.mark_read(story)
        self.forget_rows([story])

    def refresh_decisions(self) -> frozenset[StoryId]:
        """The stories about which somebody else has decided something since; cheap when nobody has."""
        changed = self.store.refresh()
        self.forget_rows(changed)
        return changed

    def tag_name(self, tag: str) -> str:
        """The tag as the settings or the store spell it; a new one trimmed. Raises StoreError for what cannot be a tag."""
        name = " ".join(tag.split())
        if not name or len(name) > 40 or not name.isprintable():
            raise StoreError(f"{tag!r} cannot be a tag", title="Tag", hint="a word or two, at most 40 characters")
        return next((known for known in self.known_tags() if known.casefold() == name.casefold()), name)

    def _act(
        self,
        verb: str,
        stories: Sequence[StoryId],
        view: str,
        cursor: StoryId | None,
        *,
        add: tuple[str, ...] = (),
        remove: tuple[str, ...] = (),
        toggle: tuple[str, ...] = (),
        state: State | None = None,
    ) -> Act | None:
        wishes = []
        for entry in self._entries(stories):
            if entry.id.startswith("!"):
                raise StoreError(
                    f"{entry.path} could not be read", title="Nothing to decide", hint="see why in its row"
                )
            wishes.append(Wish(entry.id, entry.headline, entry.path, add, remove, toggle, state))
        act = self.store.act(verb, wishes, view=view, cursor=cursor)
        if act:
            self.forget_rows([change.story for change in act.changes])
        return act

    def _forgetting(self, undone: Undone | None) -> Undone | None:
        if undone:
            self.forget_rows([change.story for change in undone.act.changes])
        return undone
