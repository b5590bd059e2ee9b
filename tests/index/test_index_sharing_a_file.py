"""One writer and its readers, and the file between them: committed to, made, deleted, left by a writer that was killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from index_wire import found, story

from triage.index import Index
from triage.model.query import Words

FIRST, SECOND = story("Turkey buys missiles"), story("Koreas to end war")
HERE = [str(Path(__file__).parent)]


def remove(path: Path) -> None:
    for one in path.parent.iterdir():
        one.unlink()


def test_a_reader_sees_what_was_committed(path: Path, index: Index) -> None:
    reader = Index.open(path)
    assert not reader.changed()
    index.put_files([found("a.txt", FIRST)], "r1")
    assert reader.changed()
    assert not reader.changed()
    assert reader.ids() == [FIRST.id]
    assert not index.changed()
    reader.close()


def test_a_second_start_finds_everything(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    index.close()
    again = Index.open(path, write=True)
    assert again.files("r1") == {"a.txt": (100, found("a.txt").modified)}
    assert again.matching(Words("missiles")) == {FIRST.id}
    again.close()


def test_a_reader_makes_nothing_and_finds_the_file_when_it_appears(path: Path) -> None:
    reader = Index.open(path)
    assert reader.ids() == []
    assert reader.matching(Words("missiles")) == frozenset()
    assert not path.parent.exists()
    assert not reader.changed()
    writer = Index.open(path, write=True)
    writer.put_files([found("a.txt", FIRST)], "r1")
    assert reader.changed()
    assert reader.ids() == [FIRST.id]
    writer.close()
    reader.close()


def test_a_new_index_is_its_owners_alone(path: Path, index: Index) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_deleted_file_is_made_anew_by_the_writer_and_found_by_the_reader(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    reader = Index.open(path)
    remove(path)
    assert reader.ids() == [FIRST.id]
    assert not reader.changed()
    assert index.changed()
    assert index.files() == {}
    index.put_files([found("b.txt", SECOND)], "r1")
    assert reader.changed()
    assert reader.ids() == [SECOND.id]
    reader.close()


def test_a_write_notices_that_the_folder_was_deleted(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    remove(path)
    path.parent.rmdir()
    index.put_files([found("b.txt", SECOND)], "r1")
    reader = Index.open(path)
    assert reader.ids() == [SECOND.id]
    reader.close()


WRITES_UNTIL_KILLED = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from index_wire import found, story
from triage.index import Index
index = Index.open(Path(sys.argv[1]), write=True)
for n in range(10**6):
    index.put_files([found(f"{n}-{m}.txt", story(f"Story {n} {m}", "word " * 300)) for m in range(20)], "r1")
    print(n, flush=True)
"""


@pytest.mark.parametrize("batches", [1, 7])
def test_a_killed_writer_leaves_every_batch_or_none_of_it(path: Path, batches: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES_UNTIL_KILLED, str(path), *HERE], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        for _ in range(batches):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
    reader = Index.open(path)
    count = reader.count()
    assert count >= batches * 20
    assert count % 20 == 0
    assert len(reader.matching(Words("word"))) == count
    reader.close()
    again = Index.open(path, write=True)
    assert again.count() == count
    assert again._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()


def test_readers_are_not_in_the_writers_way(path: Path, index: Index) -> None:
    counts: list[int] = []
    done = threading.Event()

    def read() -> None:
        reader = Index.open(path)
        while not done.is_set():
            if reader.changed():
                counts.append(len(reader.entries(reader.ids())))
        counts.append(reader.count())
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    for n in range(40):
        index.put_files([found(f"{n}.xml", *(story(f"Story {n} {m}") for m in range(5)))], "r1")
    done.set()
    thread.join()
    assert counts == sorted(counts)
    assert all(count % 5 == 0 for count in counts)
    assert counts[-1] == 200


def test_a_file_that_somebody_had_to_himself_is_found_as_soon_as_he_lets_go(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    index.close()
    alone = sqlite3.connect(path, isolation_level=None)
    alone.execute("PRAGMA locking_mode = EXCLUSIVE")
    alone.execute("BEGIN EXCLUSIVE")
    reader = Index.open(path)
    assert reader.ids() == []
    assert not reader.changed()
    alone.close()  # nothing of the file is other than before
    assert reader.changed()
    assert reader.ids() == [FIRST.id]
    reader.close()


def test_an_index_is_one_threads(path: Path, index: Index) -> None:
    caught: list[Exception] = []

    def count() -> None:
        try:
            index.count()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=count)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_importing_the_index_loads_little() -> None:
    late = [
        "zlib",
        "unicodedata",
        "tomllib",
        "difflib",
        "triage.index.writing",
        "triage.index.matching",
        "triage.index.terms",
    ]
    code = f"import sys, triage.index; print([name for name in {late!r} if name in sys.modules])"
    bare = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert bare.stdout == "[]\n"
