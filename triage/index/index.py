"""The index as the rest of the program sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index import days, reading
from triage.index.file import File
from triage.index.glancing import Glancing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from triage.index.chaining import Clued
    from triage.model.entry import Entry, Trouble
    from triage.model.fact import Fact
    from triage.model.found import Found
    from triage.model.order import Order
    from triage.model.query import Field, Words
    from triage.model.story import Story, StoryId
    from triage.model.suggestion import Suggestion


class Index(File, Glancing):
    """Stories, facts and suggestions in one SQLite file. One writer, any number of readers; see `open`.

    An object may be used only in the thread that made it. Each answer is from what was committed when it was asked for.
    A file that turns out damaged is no error: the index is empty then, and its writer makes the file anew. All methods
    raise IndexUnusableError for what cannot be mended so, such as a full disk.
    """

    @classmethod
    def open(cls, path: Path, *, write: bool = False, zone: dt.tzinfo | None = None) -> Index:
        """The index in the file at `path`; `zone` (None: the system's) is for the days that a query names.

        A reader makes nothing: where there is no index that it can use, it has an empty one until `changed` finds a
        better. A writer makes the folder and the file where there are none, and makes a damaged file, or one of another
        version, anew. Raises IndexUnusableError when a writer cannot.
        """
        return cls(path, write, zone)

    # Reading

    def count(self, *, every_version: bool = False) -> int:
        """How many entries there are, a story's versions counted as for `ids`."""
        return self._ask(lambda con: reading.count(con, every_version))

    def ids(self, limit: int | None = None, *, every_version: bool = False, until: int | None = None) -> list[StoryId]:
        """The newest `limit` entries (None: all), newest first, then by path; copies of a story are one entry, and so are
        its versions, unless `every_version` is wanted. With a `mark`, those that there would be had nothing come after it."""
        return self._ask(lambda con: reading.ids(con, limit, every_version, until))

    def mark(self) -> int:
        """A number for how things stand: what comes to the index later comes after it."""
        return self._ask(reading.mark)

    def came(self, mark: int) -> list[StoryId]:
        """The entries, or their newest versions, that came after `mark`."""
        return self._ask(lambda con: reading.came(con, mark))

    def count_came(self, mark: int) -> int:
        """How many `came`."""
        return self._ask(lambda con: reading.count_came(con, mark))

    def ahead(self, order: Order) -> list[list[StoryId]]:
        """The entries that an order by source or priority puts before all others, the first ones first, equals together; the
        others have no source, or nothing that makes them urgent."""
        from triage.index import ordering

        return self._ask(lambda con: ordering.ahead(con, order))

    def within(
        self,
        start: float,
        end: float,
        limit: int | None = None,
        *,
        every_version: bool = False,
        until: int | None = None,
    ) -> list[StoryId]:
        """The newest `limit` (None: all) entries from `start` up to but not including `end`, as `ids` lists them."""
        return self._ask(lambda con: days.within(con, start, end, limit, every_version, until))

    def newest(self, now: float) -> float | None:
        """When the newest story came, those from the future and files that could not be read left out where others are."""
        return self._ask(lambda con: days.newest(con, now))

    def beside(self, start: float, end: float, by: int) -> float | None:
        """When the next entry before `start` came (`by` is -1), or from `end` on (1); None when there is none."""
        return self._ask(lambda con: days.beside(con, start, end, by))

    def ranks(self, words: Sequence[Words], *, all_of_them: bool) -> dict[StoryId, float]:
        """How well the stories with all, or any, of the words fit them: the lower, the better."""
        from triage.index import ordering

        return self._ask(lambda con: ordering.ranks(con, words, all_of_them=all_of_them))

    def entries(self, ids: Sequence[StoryId]) -> list[Entry]:
        """The entries with those ids, in that order; those that are not there are left out."""
        return self._ask(lambda con: reading.entries(con, ids))

    def story(self, story: StoryId) -> Story | None:
        """The story; None when there is none, or its file could not be read. `path` is the first of its paths."""
        return self._ask(lambda con: reading.story(con, story))

    def facts(self, story: StoryId) -> tuple[Fact, ...]:
        """The story's facts, as they were put; none while they are not extracted."""
        return self._ask(lambda con: reading.facts(con, story))

    def troubles(self, story: StoryId) -> tuple[Trouble, ...]:
        """What the extraction could not do for the story."""
        return self._ask(lambda con: reading.troubles(con, story))

    def suggestions(self, story: StoryId) -> tuple[Suggestion, ...]:
        """The tags suggested for the story."""
        return self._ask(lambda con: reading.suggestions(con, story))

    def paths(self, story: StoryId) -> tuple[str, ...]:
        """Every place where the story's bytes are, in order."""
        return self._ask(lambda con: reading.paths(con, story))

    def versions(self, story: StoryId) -> list[StoryId]:
        """All versions of the story that are here, the first one first; only itself while nobody has looked for others."""
        from triage.index import chaining

        return self._ask(lambda con: chaining.versions(con, story))

    def resolve(self, beginning: str) -> list[StoryId]:
        """The ids that begin so, in order, at most 10."""
        from triage.index import matching  # late, here and below: the first screenful asks nothing

        return self._ask(lambda con: matching.resolve(con, beginning))

    def matching(self, leaf: Words | Field) -> frozenset[StoryId]:
        """The stories that one leaf of a query matches.

        Words are looked for in headline and text; case and accents make no difference. A field's value is the beginning of
        any word of the name: `person:pomp`, `slug:usa`, and after `=` the whole name; `place:TR` and `nationality:TR` are
        countries' codes. `after:` takes in the time it names, `before:` does not; `since:` is about when a file came, all others
        about when a story did; `path:` is any part of a path. Raises QueryError for a field that is not
        in INDEX_FIELDS, an `is:` that is not in INDEX_STATES, or a time that is none.
        """
        from triage.index import matching

        return self._ask(lambda con: matching.matching(con, leaf, self._zone))

    def with_all(self, words: Sequence[Words]) -> frozenset[StoryId]:
        """The stories that have all of the words: what `matching` finds for each of them, at once."""
        from triage.index import matching

        return self._ask(lambda con: matching.with_all(con, words))

    def values(self, field: str, beginning: str, limit: int = 20) -> list[str]:
        """What can complete `field:beginning`, what the newest stories use most first; nothing for a field without names."""
        from triage.index import matching

        return self._ask(lambda con: matching.values(con, field, beginning, limit))

    def sharing(self, fact: Fact) -> frozenset[StoryId]:
        """The stories that have the same fact: its kind, and its name (a place's country too) or normal value."""
        from triage.index import matching

        return self._ask(lambda con: matching.sharing(con, fact))

    def count_without_facts(self, *, every_version: bool = False, until: int | None = None) -> int:
        """How many of the stories that `ids` lists have no facts yet; files that could not be read will have none."""
        return self._ask(lambda con: reading.count_without_facts(con, every_version, until))

    # The writer's questions

    def files(self, signature: str | None = None) -> dict[str, tuple[int, int]]:
        """The files whose reading is here, path to size and time; with `signature` only those read with those readers.

        Empty after a damaged or deleted file was made anew: then everything is to be read again.
        """
        return self._ask(lambda con: reading.files(con, signature))

    def count_files(self) -> int:
        """How many files' reading is here, whichever readers read them."""
        return self._ask(reading.count_files)

    def file(self, path: str) -> tuple[int, int, str] | None:
        """Size and time of the file at `path` when it was read, and the readers' signature; None if it was not."""
        return self._ask(lambda con: reading.file(con, path))

    def holds_below(self, folder: str) -> bool:
        """Whether any file in the folder at that path was read."""
        return self._ask(lambda con: reading.holds_below(con, folder))

    def pending(self, signature: str, limit: int) -> list[StoryId]:
        """Stories without facts of that signature, newest first."""
        return self._ask(lambda con: reading.pending(con, signature, limit))

    def without_facts(self, stories: Sequence[StoryId], signature: str) -> frozenset[StoryId]:
        """Those of `stories` that are here and have no facts of that signature."""
        return self._ask(lambda con: reading.without_facts(con, stories, signature))

    def stale(self, digest: str, limit: int) -> list[StoryId]:
        """Stories with facts whose suggestions are not of that digest of the settings, newest first."""
        return self._ask(lambda con: reading.stale(con, digest, limit))

    def readable(self) -> int:
        """How many stories there are, in all their versions."""
        return self._ask(reading.readable)

    def extracted(self, signature: str) -> int:
        """How many stories have facts of that signature."""
        return self._ask(lambda con: reading.extracted(con, signature))

    def unchained(self, limit: int) -> list[StoryId]:
        """Stories for which nobody has looked yet whether they are versions of others."""
        from triage.index import chaining

        return self._ask(lambda con: chaining.unchained(con, limit))

    def with_clues(self, clues: Sequence[int]) -> list[StoryId]:
        """Stories that have one of these clues; a clue that very many have says nothing."""
        from triage.index import chaining

        return self._ask(lambda con: chaining.with_clues(con, clues))

    def at(self, path: str) -> tuple[tuple[StoryId, ...], int]:
        """The stories that were read from the file at `path`, and its size then; none and 0 for a file nobody has read."""
        return self._ask(lambda con: reading.at(con, path))

    # Writing: each call is one transaction

    def put_files(self, found: Sequence[Found], signature: str) -> None:
        """What reading files with the readers of `signature` came to, in place of what those paths held.

        A story keeps its facts while its text is the same, wherever it moves: put before you forget. One whose last path
        goes, goes.
        """
        from triage.index import writing  # late, here and below: the screen's process never writes

        self._change(lambda con: writing.put_files(con, found, signature))

    def forget(self, paths: Iterable[str]) -> None:
        """The files at `paths` are gone, and with them the stories that are nowhere else."""
        from triage.index import writing

        gone = tuple(paths)
        self._change(lambda con: writing.forget(con, gone))

    def put_clues(self, batch: Sequence[Clued]) -> None:
        """What of each story is likely to be shared with its versions, and what they are put into order by."""
        from triage.index import chaining

        self._change(lambda con: chaining.put_clues(con, batch))

    def put_chains(self, batch: Sequence[tuple[StoryId, Sequence[StoryId]]]) -> None:
        """Stories with those that they are versions of; with none, each is a chain of its own."""
        from triage.index import chaining

        self._change(lambda con: chaining.put_chains(con, batch))

    def put_facts(self, batch: Sequence[tuple[StoryId, Sequence[Fact], Sequence[Trouble]]], signature: str) -> None:
        """Facts and what extraction reported, in place of those that were there; what is no longer a story is passed over."""
        from triage.index import writing

        self._change(lambda con: writing.put_facts(con, batch, signature))

    def put_suggestions(self, batch: Sequence[tuple[StoryId, Sequence[Suggestion]]], digest: str) -> None:
        """Suggestions, in place of those that were there; what is no longer a story is passed over."""
        from triage.index import writing

        self._change(lambda con: writing.put_suggestions(con, batch, digest))
