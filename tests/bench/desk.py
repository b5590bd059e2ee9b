"""A desk to measure at: an inbox of so many stories, a store of so many decisions, an index that knows as much as wanted."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench import wire
from tests.bench.listener import Listener
from triage.index import Index
from triage.ingest import signature
from triage.ingest.inbox import read_file, scan
from triage.locations import Locations
from triage.model.decision import Wish
from triage.model.state import State
from triage.model.story import StoryId, story_id
from triage.store import TagStore

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20180427
TAGS = ("defense", "NATO", "sanctions")
USER = "bench"


@dataclass(frozen=True)
class Desk:
    """One inbox under `folder`, and its store beside it; the cache is where TRIAGE_CACHE says."""

    folder: Path
    stories: int

    @property
    def inbox(self) -> Path:
        """The folder with the stories."""
        return self.folder / "inbox"

    @property
    def store(self) -> Path:
        """The TinyDB file."""
        return self.folder / "triage.json"

    @property
    def locations(self) -> Locations:
        """All its paths, as the program sees them."""
        return Locations.at(self.inbox, self.store)

    def put_stories(self, given: Path | None = None) -> None:
        """Fill the inbox: with the text files of the folder `given`, if any, and with invented ones where that has no more."""
        if self.inbox.exists():
            return
        self.inbox.mkdir(parents=True)
        real = sorted(given.rglob("*.txt"))[: self.stories] if given else []
        for number in range(self.stories):
            text = real[number].read_bytes() if number < len(real) else wire.story(SEED, number).encode()
            path = self.inbox / f"{wire.moment(number):%Y%m%dT%H%M%S}-{number:05}.txt"
            path.write_bytes(text)
            modified = wire.moment(number).timestamp()
            os.utime(path, (modified, modified))

    @property
    def prepared(self) -> bool:
        """Whether there is something to restore."""
        return self._kept.exists()

    def words(self) -> dict[StoryId, int]:
        """How many words each story has."""
        sources = (path.read_bytes() for path in self.inbox.iterdir())
        return {story_id(source): len(source.split()) for source in sources}

    def forget_index(self) -> None:
        """As if the program had never seen the desk, but for what has been decided."""
        shutil.rmtree(self.locations.cache, ignore_errors=True)

    def keep(self) -> None:
        """Remember how the index and the store are now, for `restore`."""
        self.settle()
        self._kept.mkdir()
        shutil.copy2(self.locations.index, self._kept)
        for path in self._store_files():
            shutil.copy2(path, self._kept)

    def settle(self) -> None:
        """Take into the index what a worker that was ended left in a file beside it."""
        Index.open(self.locations.index, write=True).close()

    def restore(self) -> None:
        """Bring the index and the store back to how they were when they were kept: every run starts from the same."""
        self.forget_index()
        for path in self._store_files():
            path.unlink()
        self.locations.cache.mkdir(parents=True)
        for path in self._kept.iterdir():
            shutil.copy2(path, self.locations.cache if path.name == self.locations.index.name else self.folder)

    @property
    def _kept(self) -> Path:
        return self.folder / "kept"

    def _store_files(self) -> list[Path]:
        return [path for path in self.folder.glob(f"{self.store.name}*") if path.is_file()]

    def put_index(self) -> None:
        """Let the index know every story, facts apart."""
        self.locations.cache.mkdir(parents=True, exist_ok=True)
        index = Index.open(self.locations.index, write=True)
        known = index.files(signature())
        unread = [seen for seen in scan(self.inbox) if known.get(seen.path) != (seen.size, seen.modified)]
        for start in range(0, len(unread), 500):
            index.put_files([read_file(self.inbox, seen) for seen in unread[start : start + 500]], signature())
        index.close()

    def put_facts(self, enough: int) -> None:
        """Let the worker extract until the newest `enough` stories have facts, or all have."""
        with Listener(self.locations) as worker:
            for progress in worker.progress():
                if progress.extracted >= min(enough, self.stories) or progress.phase == "idle":
                    return

    def put_decisions(self, count: int) -> None:
        """Fill the store: up to half of the decisions about the older stories of the inbox, the others about stories long gone."""
        oldest = sorted(self.inbox.iterdir())[: self.stories // 2]
        here = [story_id(path.read_bytes()) for path in oldest[: count // 2]]
        ids = here + [story_id(f"gone {number}".encode()) for number in range(count - len(here))]
        store = TagStore.open(self.store, USER)
        for start in range(0, len(ids), 200):
            tag = TAGS[start // 200 % len(TAGS)]
            wishes = [
                Wish(
                    story, f"A story decided some time ago, number {number}", f"{number}.txt", (tag,), state=State.DONE
                )
                for number, story in enumerate(ids[start : start + 200], start)
            ]
            store.act(f"tag {tag} and done", wishes)
        store.close()
