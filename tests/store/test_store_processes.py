"""Several processes on one store, and what is left when they are killed."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from store_wishes import wish
from tinydb import TinyDB

from triage.model.story import StoryId
from triage.store import TagStore, snapshot
from triage.store.lines import decode

if TYPE_CHECKING:
    from pathlib import Path

ACTING = """
import sys
from pathlib import Path
from triage.model.decision import Wish
from triage.store import TagStore

path, user, count, every = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
store = TagStore.open(path, user, segment=20_000)
for number in range(count):
    tag = f"{user}-{number}"
    wishes = [Wish(f"{user}{story}", "Headline", None, add=(tag,)) for story in range(1 + number % 3)]
    if store.act("tag", wishes) is None:
        sys.exit("the act has changed nothing")
    print(tag, flush=True)
    if every and number % every == 0:
        store.snapshot()
"""

SNAPSHOTS = """
import sys
from pathlib import Path
from triage.store import snapshot

path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    snapshot(path)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def tags_in(path: Path) -> set[str]:
    with TinyDB(path) as db:
        return {tag for document in db.table("stories") for tag in document["tags"]}


def lines_of(path: Path) -> list[int]:
    """The sequence numbers of all lines in the journal, in the order of the files and of the lines in them."""
    segments = sorted(path.parent.glob(f"{path.name}.journal-*"))
    content = b"".join(file.read_bytes() for file in [*segments, path.with_name(f"{path.name}.journal")])
    lines = [decode(raw) for raw in content.splitlines()]
    return [line.seq for line in lines if line is not None]


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_moment_loses_nothing_acknowledged(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    for round in range(5):
        user = f"u{round}"
        process = start(ACTING, path, user, 10_000, 3)
        assert process.stdout is not None and process.stderr is not None
        os.set_blocking(process.stdout.fileno(), False)
        received = b""
        until = chance.randrange(0, 1500)
        while len(received) < until and process.poll() is None:
            select.select([process.stdout], [], [], 10)
            received += os.read(process.stdout.fileno(), chance.randrange(1, 200)) or b""
        process.send_signal(signal.SIGKILL)
        process.wait()
        while piece := os.read(process.stdout.fileno(), 65536):
            received += piece
        assert process.returncode == -signal.SIGKILL, process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        acknowledged |= set(received.decode().splitlines()[: received.count(b"\n")])
        if path.exists():
            tags_in(path)  # plain TinyDB can read what is there
        store = TagStore.open(path, "next")
        assert acknowledged <= {tag for decision in store.decisions().values() for tag in decision.tags}
        assert not [problem for problem in store.problems if "missing" in problem.message.partition("no act is")[0]]
    assert acknowledged
    snapshot(path)
    assert acknowledged <= tags_in(path)
    numbers = lines_of(path)
    assert numbers == list(range(1, len(numbers) + 1))


def test_two_that_append_at_once_while_a_third_makes_snapshots(path: Path) -> None:
    third = start(SNAPSHOTS, path)
    assert third.stdout is not None and third.stderr is not None
    third.stdout.readline()
    writers = [start(ACTING, path, user, 150, 0) for user in ("anna", "bert")]
    here = TagStore.open(path, "here")
    seen: set[StoryId] = set()
    while any(writer.poll() is None for writer in writers):
        seen |= here.refresh()
        here.mark_read(StoryId(f"read{len(seen)}"))
    for writer in writers:
        _, errors = writer.communicate(timeout=30)
        assert writer.returncode == 0, errors
    assert third.poll() is None, third.stderr.read()
    third.kill()
    third.communicate()
    seen |= here.refresh()
    assert seen == {f"{user}{story}" for user in ("anna", "bert") for story in range(3)}
    here.act("last", [wish(StoryId("here"), add=("here",))])
    here.close()
    expected = {f"{user}-{number}" for user in ("anna", "bert") for number in range(150)} | {"here"}
    assert tags_in(path) == expected
    assert {tag for decision in here.decisions().values() for tag in decision.tags} == expected
    numbers = lines_of(path)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 301
    assert here.problems == ()


def test_the_store_is_light_to_import() -> None:
    script = "import sys, triage.store; print(*[name for name in ('tinydb', 'textual', 'spacy', 'sqlite3') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
