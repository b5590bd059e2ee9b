"""A desk to measure at: an inbox of so many stories, a store of so many decisions, an index that knows as much as wanted."""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tests.bench import wire
from tests.bench.listener import Listener
from triage.index import Index
from triage.ingest import signature
from triage.ingest.inbox import scan
from triage.locations import Locations
from triage.model.decision import Wish
from triage.model.state import State
from triage.model.story import StoryId, story_id
from triage.store import TagStore
from triage.work.chaining import Chaining
from triage.work.one_file import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from triage.ingest.inbox import Seen
    from triage.work.one_file import Read

SEED = 20180427
TAGS = ("defense", "NATO", "sanctions")
USER = "bench"

TOGETHER = 100
"""Files read between two commits, as the worker does it."""


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
        if self._all_there.exists():
            return
        real = sorted(given.rglob("*.txt"))[: self.stories] if given else []
        for number in range(self.stories):
            text = real[number].read_bytes() if number < len(real) else wire.story(SEED, number).encode()
            path = self.inbox / f"{wire.moment(number):%Y%m%d/%Y%m%dT%H%M%S}-{number:05}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            modified = wire.moment(number).timestamp()
            os.utime(path, (modified, modified))
        self._all_there.touch()

    @property
    def _all_there(self) -> Path:
        """Stands for an inbox that is filled."""
        return self.folder / "filled"

    @property
    def prepared(self) -> bool:
        """Whether there is something to restore."""
        return self._kept.exists()

    def words(self) -> dict[StoryId, int]:
        """How many words each story has."""
        sources = (path.read_bytes() for path in self._files())
        return {story_id(source): len(source.split()) for source in sources}

    def put_burst(self, count: int) -> list[Path]:
        """Put so many stories more into the inbox, as a feed that comes back would, at once; their files."""
        folder = self.inbox / "burst"
        folder.mkdir()
        files = [folder / f"{number:05}.txt" for number in range(self.stories, self.stories + count)]
        for number, path in enumerate(files, self.stories):
            path.write_text(wire.story(SEED, number))
        return files

    def take_burst(self) -> None:
        """Take it away again."""
        shutil.rmtree(self.inbox / "burst")

    def forget_index(self) -> None:
        """As if the program had never seen the desk, but for what has been decided."""
        shutil.rmtree(self.locations.cache, ignore_errors=True)

    def keep(self) -> None:
        """Remember how the index and the store are now, for `restore`."""
        self.settle()
        making = self._kept.with_name("keeping")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        for path in (self.locations.index, *self._store_files()):
            shutil.copy2(path, making)
        making.rename(self._kept)

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

    def _files(self) -> list[Path]:
        return [path for path in self.inbox.rglob("*.txt") if path.is_file()]

    @property
    def _kept(self) -> Path:
        return self.folder / "kept"

    def _store_files(self) -> list[Path]:
        return [path for path in self.folder.glob(f"{self.store.name}*") if path.is_file()]

    def put_index(self) -> float:
        """Let the index know every story and its versions, facts apart. Seconds of this process that each took, reading
        apart, for that is done by others at the same time."""
        self.locations.cache.mkdir(parents=True, exist_ok=True)
        index = Index.open(self.locations.index, write=True)
        chaining = Chaining(index)
        known = index.files(signature())
        unread = [seen for seen in scan(self.inbox) if known.get(seen.path) != (seen.size, seen.modified)]
        unread.sort(key=lambda seen: seen.modified)
        batches = [unread[start : start + TOGETHER] for start in range(0, len(unread), TOGETHER)]
        began = time.process_time()
        with ProcessPoolExecutor() as readers:
            for done in readers.map(partial(_read, self.inbox), batches):
                index.put_files([one.found for one in done], signature())
                chaining.keep(trace for one in done for trace in one.traces)
                while chaining.slice() is not None:
                    pass
        index.close()
        return (time.process_time() - began) / max(1, len(unread))

    def put_facts(self, enough: int) -> None:
        """Let the worker extract until the newest `enough` stories have facts, or all have."""
        with Listener(self.locations) as worker:
            for progress in worker.progress():
                if progress.extracted >= min(enough, self.stories) or progress.phase == "idle":
                    return

    def put_decisions(self, count: int) -> None:
        """Fill the store: up to half of the decisions about the older stories of the inbox, the others about stories long gone."""
        oldest = sorted(self._files())[: self.stories // 2]
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


def _read(inbox: Path, files: Sequence[Seen]) -> list[Read]:
    return [read(inbox, (seen, 0), follow_links=False) for seen in files]
