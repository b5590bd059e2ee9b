"""The store as the rest of the program sees it: what was decided, and the verbs that decide."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from triage.errors import StoreError
from triage.model.decision import Act, Change, Decision, State, Undone, Wish
from triage.model.entry import Trouble
from triage.store.answers import matching
from triage.store.clock import now
from triage.store.documents import Decisions, documents_in
from triage.store.effects import change, reverse, still
from triage.store.files import StoreFiles
from triage.store.journal import FULL, Journal
from triage.store.lines import Line, naming
from triage.store.past import Past
from triage.store.refusals import told
from triage.store.snapshot_file import Found, is_sound, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from triage.model.query import Field
    from triage.model.story import StoryId
    from triage.model.verdict import Verdicts


AT_HAND = 100
"""One's own newest acts, which are undone without opening the journal."""


class TagStore:
    """The decisions of everybody who works on one store. Belongs to one thread; other terminals may work on it as well.

    An act is on the disk before it is here. Whoever finds the lock taken waits for some seconds at most.
    """

    def __init__(self, files: StoreFiles, user: str, segment: int) -> None:
        self._files = files
        self._user = user
        self._segment = segment
        self._troubles: dict[Trouble, None] = {}
        self._others: set[StoryId] = set()
        self._load()

    @classmethod
    def open(cls, path: Path, user: str, *, segment: int = FULL) -> TagStore:
        """The store at `path`, mended if need be; nothing is written for a good one. `segment` is the size in bytes at
        which a segment of the journal is full. Raises StoreError when the store cannot be used."""
        files = StoreFiles.at(path)
        files.require_usable()
        return cls(files, user, segment)

    # What was decided

    def decision(self, story: StoryId) -> Decision | None:
        """The story's document; None when nobody has decided, tagged or noted anything."""
        return self._documents.decision(story)

    def decisions(self) -> Mapping[StoryId, Decision]:
        """All documents, each made a Decision when it is asked for."""
        return Decisions(self._documents)

    def state(self, story: StoryId) -> State:
        """Where the story stands, whether it has a document or was only opened."""
        return self._documents.state(story)

    def tags(self, story: StoryId) -> tuple[str, ...]:
        """The story's tags, in the order of the alphabet."""
        return self._documents.tags(story)

    def known_tags(self) -> Counter[str]:
        """The tags in use, with the number of stories that have each, the most used first."""
        return Counter(dict((+self._documents.tags_in_use()).most_common()))

    def matching(self, field: Field) -> frozenset[StoryId]:
        """The stories for which a leaf `tag:`, `note:`, `by:`, or `is:` with read, later, done, spiked, decided, tagged,
        noted, news or muted, holds. Raises QueryError for others: new and undecided are complements, of which the store knows no whole.
        """
        return matching(self._documents, field)

    def judged(self) -> Mapping[StoryId, Verdicts]:
        """The verdicts on facts, of the stories that have any."""
        return self._documents.judged()

    def history(self, story: StoryId) -> Iterator[Act]:
        """The acts that changed the story, oldest first. Reads all of the journal. Raises StoreError."""
        for line in self._journal.all(naming("story", story)):
            if line.act and any(one.story == story for one in line.act.changes):
                yield line.act

    @property
    def problems(self) -> tuple[Trouble, ...]:
        """What was wrong with the store and has been mended or got round since it was opened."""
        return (*self._troubles, *self._journal_troubles())

    # Deciding

    def act(self, verb: str, wishes: Sequence[Wish], *, view: str = "", cursor: StoryId | None = None) -> Act | None:
        """Do what the wishes ask for, as one act; None when all of it is so already. Of several wishes for one story
        the last one counts. Raises StoreError, and nothing has changed."""
        with self._writing():
            at = now()
            changes = []
            for wish in {wish.story: wish for wish in wishes}.values():
                standing = self._documents.standing(wish.story, wish.headline, wish.path)
                made = change(wish, standing, self._documents.undecided(wish.story), (at, self._user))
                if made:
                    changes.append(made)
            if not changes:
                return None
            return self._do(Act(0, at, self._user, verb, tuple(changes), view, cursor))

    def undo(self, *, view: str = "", cursor: StoryId | None = None) -> Undone | None:
        """Take back the newest act by the same user, from any terminal, that stands; None when there is none. Raises
        StoreError, and nothing has changed."""
        with self._writing():
            seq = self._past.undoable()
            if seq is None:
                return None
            of = self._act_of(seq)
            changes, skipped = self._again([reverse(one) for one in reversed(of.changes)])
            undone = Act(0, now(), self._user, f"undo {of.verb}", changes, view, cursor, undoes=seq)
            return Undone(self._do(undone), of, skipped)

    def redo(self, *, view: str = "", cursor: StoryId | None = None) -> Undone | None:
        """Do again what the newest undo took back, unless the user has acted since; None when there is nothing. Raises
        StoreError, and nothing has changed."""
        with self._writing():
            undone = self._past.redoable()
            if undone is None or undone.undoes is None:
                return None
            of = self._act_of(undone.undoes)
            changes, skipped = self._again([reverse(one) for one in reversed(undone.changes)])
            redone = Act(0, now(), self._user, f"redo {of.verb}", changes, view, cursor, redoes=of.seq)
            return Undone(self._do(redone), of, skipped)

    def mark_read(self, story: StoryId) -> None:
        """Note that the story was opened. No act: there is nothing to undo, and a power failure may forget it. Raises
        StoreError."""
        if story in self._documents.opened:
            return
        with self._writing():
            self._documents.take(self._journal.append(Line(0, read=(story,)), durable=False))

    # Keeping up

    def refresh(self) -> frozenset[StoryId]:
        """The stories that others have changed since the last call; one `stat` when there are none. Raises StoreError."""
        self._catch_up()
        changed, self._others = frozenset(self._others), set()
        return changed

    def snapshot(self) -> bool:
        """Bring the TinyDB file up to date with everything on the disk; whether it had to be written. Raises StoreError."""
        written = self._mend(sure=False)
        self._catch_up()
        return written

    def close(self) -> None:
        """Bring the TinyDB file up to date. Raises StoreError; nothing is lost by that, the journal has everything."""
        self.snapshot()

    def _load(self) -> None:
        found = self._read()
        if found is None:
            self._mend(sure=True)
            found = self._read()
            if found is None:
                raise StoreError(f"{self._files.snapshot} is being changed by another program", title="Store")
        documents, journal = documents_in(found), Journal(self._files, self._segment)
        lines = journal.since(documents.seq)
        self._documents, self._journal = documents, journal
        self._past = Past(self._older_acts(documents.seq + 1))
        self._at_hand: deque[Act] = deque(maxlen=AT_HAND)
        for line in lines:
            self._take(line)

    def _mend(self, *, sure: bool) -> bool:
        from triage.store.upkeep import bring_up_to_date  # late: a start seldom has need of it

        done = bring_up_to_date(self._files, sure=sure)
        self._note(*done.troubles)
        return done.written

    def _read(self) -> Found | None:
        """The snapshot; None when it has to be mended first."""
        with told(self._files.snapshot, "cannot be read"):
            found = read(self._files.snapshot)
            return found if is_sound(self._files, found) else None

    def _older_acts(self, below: int) -> Iterator[Act]:
        for line in self._journal.older(below, naming("by", self._user)):
            if line.act and line.act.by == self._user:
                yield line.act

    def _catch_up(self) -> None:
        if not self._follow():
            self._reload()

    def _follow(self) -> bool:
        """Take in what others have appended; False when that is not how the journal has changed."""
        lines = self._journal.fresh()
        for line in lines or ():
            self._others |= self._take(line)
        return lines is not None

    def _reload(self) -> None:
        """Read everything again: the journal is not the one that was read before."""
        self._note(*self._journal_troubles())
        before = self._documents
        self._load()
        after = self._documents
        stories = before.stories.keys() | after.stories.keys()
        self._others |= {story for story in stories if before.stories.get(story) != after.stories.get(story)}
        self._others |= before.opened ^ after.opened

    def _take(self, line: Line) -> set[StoryId]:
        if line.act and line.act.by == self._user:
            self._past.add(line.act)
            self._at_hand.append(line.act)
        if line.merged:
            from triage.store.foreign import taken_over  # late: seldom needed

            self._note(taken_over(self._files.snapshot, line))
        return self._documents.take(line)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Holds the lock, with everything read that others have written."""
        for _ in range(3):
            with self._journal.locked():
                if self._follow():
                    yield
                    return
            self._reload()  # without the lock: it may have to mend the snapshot
        raise StoreError(f"{self._files.journal} is being changed by another program", title="Store")

    def _do(self, act: Act) -> Act:
        line = self._journal.append(Line(0, act))
        self._take(line)
        assert line.act is not None
        return line.act

    def _act_of(self, seq: int) -> Act:
        for act in reversed(self._at_hand):
            if act.seq == seq:
                return act
        line = self._journal.find(seq)
        if line is None or line.act is None:
            raise StoreError(
                f"{self._files.journal}: the act with number {seq} cannot be read any more",
                title="Undo",
                hint="`triage check` says more",
            )
        return line.act

    def _again(self, wanted: Sequence[Change]) -> tuple[tuple[Change, ...], tuple[StoryId, ...]]:
        """As much of the changes as starts from what is there, and the stories where that is not all."""
        changes, skipped = [], []
        for one in wanted:
            standing = self._documents.standing(one.story, one.headline, one.path)
            made, whole = still(one, standing, self._documents.undecided(one.story))
            if made:
                changes.append(made)
            if not whole:
                skipped.append(one.story)
        return tuple(changes), tuple(skipped)

    def _note(self, *troubles: Trouble) -> None:
        self._troubles.update(dict.fromkeys(troubles))

    def _journal_troubles(self) -> tuple[Trouble, ...]:
        damaged, missing = self._journal.damaged, self._journal.missing
        if not damaged and not missing:
            return ()
        said = f"unreadable lines left out: {damaged}" if damaged else "lines are gone"
        lost = f"acts missing: {missing}" if missing else "no act is missing, so what they were was never finished"
        hint = "`triage check` says where" if missing else ""
        return (Trouble("Journal damaged", f"{self._files.journal}: {said}; {lost}", hint),)
