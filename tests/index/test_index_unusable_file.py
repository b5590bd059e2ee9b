"""A file that is no index, is damaged or cannot be written: empty for a reader, made anew by the writer, or an error that says why."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from index_wire import found, story

from triage.errors import IndexUnusableError
from triage.index import Index

FIRST = story("Turkey buys missiles")
HERE = [str(Path(__file__).parent)]


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
