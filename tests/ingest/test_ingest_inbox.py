import os
import socket
from pathlib import Path

import pytest
from inbox_reading import STORY, Put, only, paths

from triage.errors import ReadError
from triage.ingest.inbox import SETTLING_NS, Seen, file_time, newest, read_file, read_path, scan, settled, shown
from triage.ingest.reader import MOST_BYTES
from triage.model.story import DateSource


def write_raw(inbox: Path, name: bytes) -> None:
    (inbox / os.fsdecode(name)).write_bytes(STORY)


def test_files_of_all_folders_are_seen_by_their_relative_paths(inbox: Path, put: Put) -> None:
    put("a.txt")
    put("day/b.txt")
    put("day/wire/c.txt")
    assert paths(inbox) == ["a.txt", "day/b.txt", "day/wire/c.txt"]


def test_size_and_time_are_the_files(inbox: Path, put: Put) -> None:
    status = put("a.txt").stat()
    assert scan(inbox) == [Seen("a.txt", status.st_size, status.st_mtime_ns)]


@pytest.mark.parametrize(
    "name",
    [".hidden", ".git/x.txt", "x.txt~", "x.tmp", "x.txt.part", ".x.txt.swp", "x.crdownload", "~$x.doc", "#x.txt#"],
)
def test_hidden_and_unfinished_files_are_not_seen(inbox: Path, put: Put, name: str) -> None:
    put(name)
    assert paths(inbox) == []


def test_an_empty_inbox_is_no_error(inbox: Path) -> None:
    assert scan(inbox) == []


def test_a_missing_inbox_is_an_error_that_names_it(inbox: Path) -> None:
    with pytest.raises(ReadError) as caught:
        scan(inbox / "nowhere")
    assert caught.value.title == "No inbox"
    assert "nowhere" in caught.value.message


def test_an_inbox_that_is_a_file_is_an_error(put: Put) -> None:
    with pytest.raises(ReadError) as caught:
        scan(put("a.txt"))
    assert "not a folder" in caught.value.message


@pytest.mark.usefixtures("unprivileged")
def test_an_inbox_that_may_not_be_listed_is_an_error(inbox: Path) -> None:
    inbox.chmod(0)
    with pytest.raises(ReadError) as caught:
        scan(inbox)
    inbox.chmod(0o700)
    assert caught.value.title == "No permission"


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_may_not_be_listed_is_named_and_the_rest_is_seen(inbox: Path, put: Put) -> None:
    put("a.txt")
    put("closed/b.txt")
    (inbox / "closed").chmod(0)
    found = {seen.path: read_file(inbox, seen) for seen in scan(inbox)}
    (inbox / "closed").chmod(0o700)
    assert found["a.txt"].stories
    assert found["closed"].error is not None
    assert found["closed"].error.title == "No permission"


def test_a_file_is_read_with_its_path_and_time(inbox: Path, put: Put) -> None:
    status = put("day/a.txt").stat()
    found = only(inbox)
    assert (found.path, found.size, found.modified, found.error) == (
        "day/a.txt",
        status.st_size,
        status.st_mtime_ns,
        None,
    )
    (story,) = found.stories
    assert (story.path, story.headline) == ("day/a.txt", "Ministers agree")
    assert (story.date.source, story.date.value) == (DateSource.FILE, file_time(status.st_mtime_ns).date())


def test_a_story_is_dated_by_its_path(inbox: Path, put: Put) -> None:
    put("2018-04-27/a.txt")
    (story,) = only(inbox).stories
    assert (story.date.source, story.date.value.isoformat()) == (DateSource.PATH, "2018-04-27")


@pytest.mark.parametrize(
    ("content", "title"), [(b"", "Empty file"), (b" \n", "Empty file"), (b"\x89PNG\r\n\x1a\n\0\0", "Not a text file")]
)
def test_a_bad_file_is_an_error_not_an_exception(inbox: Path, put: Put, content: bytes, title: str) -> None:
    put("bad.txt").write_bytes(content)
    found = only(inbox)
    assert found.stories == ()
    assert found.error is not None
    assert (found.error.title, "bad.txt" in found.error.message) == (title, True)
    assert found.error.hint


def test_a_file_of_gigabytes_is_refused_by_its_size_alone(inbox: Path, put: Put) -> None:
    os.truncate(put("big.txt"), 1000 * MOST_BYTES)
    found = only(inbox)
    assert found.error is not None
    assert found.error.title == "File too large"


@pytest.mark.usefixtures("unprivileged")
def test_a_file_that_may_not_be_read(inbox: Path, put: Put) -> None:
    put("a.txt").chmod(0)
    found = only(inbox)
    assert found.error is not None
    assert found.error.title == "No permission"


def test_a_file_that_has_gone(inbox: Path, put: Put) -> None:
    path = put("a.txt")
    (seen,) = scan(inbox)
    path.unlink()
    found = read_file(inbox, seen)
    assert found.error is not None
    assert found.error.title == "File gone"


def test_pipes_and_sockets_are_named_and_never_waited_for(inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(inbox)  # a socket's path may not be long
        listener.bind("socket.txt")
        os.chdir(here)
        found = [read_file(inbox, seen) for seen in scan(inbox)]
    assert [one.error and one.error.title for one in found] == ["Not a file", "Not a file"]


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"a\x1b[31m.txt", b"a\nb.txt", "a\u202eb.txt".encode()])
def test_names_that_cannot_be_shown_are_replaced_and_still_opened(inbox: Path, name: bytes) -> None:
    write_raw(inbox, name)
    (seen,) = scan(inbox)
    assert seen.path.isprintable()
    seen.path.encode()
    found = read_file(inbox, seen)
    assert found.path == seen.path
    assert found.stories[0].path == seen.path


def test_two_names_that_are_no_utf8_stay_two(inbox: Path) -> None:
    for name in (b"a\xe9.txt", b"a\xe8.txt"):
        write_raw(inbox, name)
    assert paths(inbox) == ["a\\xe8.txt", "a\\xe9.txt"]


def test_names_in_all_scripts_are_shown_as_they_are() -> None:
    assert shown("день/日本 – café.txt") == "день/日本 – café.txt"


def test_the_newest_come_first(inbox: Path, put: Put) -> None:
    for age, name in enumerate(["new.txt", "old/middle.txt", "old.txt"]):
        os.utime(put(name), (1_500_000_000 - age, 1_500_000_000 - age))
    assert [seen.path for seen in newest(inbox, 2)] == ["new.txt", "old/middle.txt"]


def test_a_file_is_settled_after_a_second() -> None:
    seen = Seen("a.txt", 10, 1_000_000_000_000)
    assert not settled(seen, seen.modified + SETTLING_NS - 1)
    assert settled(seen, seen.modified + SETTLING_NS)


def test_a_time_in_the_future_settles_when_two_scans_agree() -> None:
    now = 1_000_000_000_000
    seen = Seen("a.txt", 10, now + 60 * SETTLING_NS)
    assert not settled(seen, now)
    assert not settled(seen, now, before=Seen("a.txt", 9, seen.modified))
    assert settled(seen, now, before=Seen("a.txt", 10, seen.modified))


def test_no_files_time_breaks_the_reading(inbox: Path, put: Put) -> None:
    assert file_time(10**30).year == 1970
    os.utime(put("a.txt"), (-1, -1))
    assert only(inbox).stories[0].date.value.year == 1969


def test_a_time_that_no_index_holds_is_the_epoch(inbox: Path, put: Put) -> None:
    path = put("a.txt")
    far = 12_000_000_000  # the year 2350: a broken clock's, or an archive's
    os.utime(path, (far, far))
    if path.stat().st_mtime != far:
        pytest.skip("this file system has no such time")
    assert [seen.modified for seen in scan(inbox)] == [0]
    assert only(inbox).modified == 0


def test_nothing_is_changed_by_reading(inbox: Path, put: Put) -> None:
    path = put("a.txt")
    before = path.stat()
    only(inbox)
    after = path.stat()
    assert (path.read_bytes(), before.st_mtime_ns, before.st_mode) == (STORY, after.st_mtime_ns, after.st_mode)


def test_a_file_named_outright_may_be_anywhere(inbox: Path, put: Put, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(put("a.txt"))
    found = read_path(str(tmp_path / "link.txt"))
    assert found.path == str(tmp_path / "link.txt")
    assert found.stories[0].headline == "Ministers agree"
    missing = read_path(str(tmp_path / "nowhere.txt"))
    assert missing.error is not None
    assert "nowhere.txt" in missing.error.message


def test_a_fault_in_a_reader_costs_one_file(inbox: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, origin: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("triage.ingest.inbox.read_each", broken)
    put("a.txt")
    found = only(inbox)
    assert found.error is not None
    assert found.error.title == "Reader failed"
