"""One writer and its readers, and all that can happen to the file."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from index_wire import found, story

from triage.errors import IndexUnusableError
from triage.index import Index
from triage.model.query import Words

FIRST, SECOND = story("Turkey buys missiles"), story("Koreas to end war")


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


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000, b"SQLite format 3\0" + b"\xff" * 8000])
def test_what_is_no_index_is_empty_for_a_reader_and_made_anew_by_the_writer(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    reader = Index.open(path)
    assert reader.ids() == []
    assert path.read_bytes() == content
    writer = Index.open(path, write=True)
    writer.put_files([found("a.txt", FIRST)], "r1")
    assert reader.changed()
    assert reader.ids() == writer.ids() == [FIRST.id]
    writer.close()
    reader.close()


def test_another_version_is_made_anew(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    index.close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    assert Index.open(path).ids() == []
    writer = Index.open(path, write=True)
    assert writer.files() == {}
    writer.close()


def spoil(path: Path, keep: int) -> None:
    """Keep the first `keep` bytes, so that the file still opens, and fill the rest with nonsense."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(keep)
        file.write(b"\xa5" * (size - keep))


@pytest.mark.parametrize("keep", [100, 100_000])
def test_damage_that_shows_later_empties_the_index(path: Path, index: Index, keep: int) -> None:
    index.put_files([found(f"{n}.txt", story(f"Story {n}", "word " * 500)) for n in range(200)], "r1")
    index.close()
    spoil(path, keep)
    reader = Index.open(path)
    assert reader.ids() == []
    writer = Index.open(path, write=True)
    assert writer.files() == {}
    writer.put_files([found("a.txt", FIRST)], "r1")
    assert reader.changed()
    assert reader.ids() == [FIRST.id]
    writer.close()
    reader.close()


@pytest.mark.parametrize("keep", [100, 100_000])
def test_damage_found_while_writing_starts_anew_with_what_is_written(path: Path, index: Index, keep: int) -> None:
    index.put_files([found(f"{n}.txt", story(f"Story {n}", "word " * 500)) for n in range(200)], "r1")
    index.close()
    spoil(path, keep)
    writer = Index.open(path, write=True)
    writer.put_files([found("a.txt", FIRST)], "r1")
    assert writer.ids() == [FIRST.id]
    writer.close()


def test_a_damaged_row_is_damage(path: Path, index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    index.close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE texts SET story = x'00'")
    other.close()
    reader = Index.open(path)
    assert reader.story(FIRST.id) is None
    assert reader.ids() == []
    reader.close()


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


@pytest.mark.parametrize("obstacle", ["file", "folder"])
def test_a_place_that_cannot_be_used_is_an_error_for_the_writer_alone(tmp_path: Path, obstacle: str) -> None:
    if obstacle == "file":
        (tmp_path / "cache").write_text("in the way")
    else:
        (tmp_path / "cache" / "index.sqlite").mkdir(parents=True)
    path = tmp_path / "cache" / "index.sqlite"
    reader = Index.open(path)
    assert reader.ids() == []
    assert not reader.changed()
    with pytest.raises(IndexUnusableError) as caught:
        Index.open(path, write=True)
    assert str(path) in caught.value.message
    assert caught.value.hint


FILLS_A_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.path[:0] = sys.argv[2:]
from index_wire import found, story
from triage.errors import IndexUnusableError
from triage.index import Index
index = Index.open(Path(sys.argv[1]), write=True)
index.put_files([found("a.txt", story("First"))], "r1")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    for n in range(1000):
        index.put_files([found(f"{n}.txt", story(f"Story {n}", " ".join(f"w{n}x{m}" for m in range(2000))))], "r1")
except IndexUnusableError as error:
    print(error)
    print(len(index.ids()) == n + 1)
"""

HERE = [str(Path(__file__).parent)]


def test_a_full_disk_is_an_error_and_what_was_committed_stays(path: Path) -> None:
    run = [sys.executable, "-c", FILLS_A_SMALL_DISK, str(path), *HERE]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert "Index unusable" in said
    assert "disk" in said
    assert said.endswith("True\n")


@pytest.mark.parametrize("write", [False, True])
def test_damage_that_outlasts_the_file_is_an_error(path: Path, index: Index, write: bool) -> None:
    asked = Index.open(path, write=write)

    def question(_: sqlite3.Connection) -> None:
        raise sqlite3.DatabaseError("no row at all")

    with pytest.raises(IndexUnusableError, match="no row at all"):
        asked._ask(question)
    asked.close()


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_fails_as_soon_as_it_is_open_is_an_error(
    path: Path, index: Index, write: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(_: sqlite3.Connection) -> int:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("triage.index.file._version", version)
    with pytest.raises(IndexUnusableError, match="disk I/O error"):
        Index.open(path, write=write)


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
